"""`vschaos resynth` as a shell calls it."""

from __future__ import annotations

import numpy as np
import pytest
import soundfile

from tests import sounds
from vschaos.cli.main import main
from vschaos.transforms.resynthesis import PhaseMethod


@pytest.fixture
def source(tmp_path):
    left, right = sounds.tone(0.5, 440.0)[0], sounds.tone(0.5, 660.0)[0] * 0.5
    return sounds.write(tmp_path / "in.wav", np.stack([left, right]))


def loudest_hz(signal, rate_hz=44_100):
    spectrum = np.abs(np.fft.rfft(signal * np.hanning(len(signal))))
    return np.argmax(spectrum) * rate_hz / len(signal)


@pytest.mark.parametrize("method", [method.value for method in PhaseMethod])
def test_each_channel_keeps_its_sound_and_length(source, tmp_path, method, capsys):
    out = tmp_path / "new" / "out.flac"
    assert main(["resynth", str(source), str(out), "--phase", method]) == 0
    assert method in capsys.readouterr().out
    made, rate = soundfile.read(out)
    assert (made.shape, rate) == ((22_050, 2), 44_100)
    assert soundfile.info(out).subtype == "PCM_24"
    if method not in ("random", "griffin_lim"):
        assert loudest_hz(made[:, 0]) == pytest.approx(440.0, abs=2.0)
        assert loudest_hz(made[:, 1]) == pytest.approx(660.0, abs=2.0)
        assert made[6000:-6000].std(axis=0) == pytest.approx([0.5 / 2**0.5, 0.25 / 2**0.5], rel=0.02)


def test_keep_input_is_the_sound_itself(source, tmp_path):
    out = tmp_path / "out.wav"
    assert main(["resynth", str(source), str(out), "--phase", "keep_input", "--n-fft", "1024", "--hop", "128"]) == 0
    np.testing.assert_allclose(soundfile.read(out)[0], soundfile.read(source)[0], atol=1e-5)


def test_mp3_is_read_and_noise_and_lookahead_are_heard(tmp_path):
    source = sounds.write(tmp_path / "in.mp3", sounds.noise(0.5))
    made = []
    for options in (["--noise", "0"], ["--noise", "1"], ["--lookahead", "1"]):
        assert main(["resynth", str(source), str(tmp_path / "out.wav"), *options]) == 0
        made.append(soundfile.read(tmp_path / "out.wav")[0])
    assert len({len(sound) for sound in made}) == 1
    assert np.abs(made[0] - made[1]).max() > 0.01
    assert np.abs(made[0] - made[2]).max() > 0.01


@pytest.mark.parametrize("samples", [1, 100, 2048])
def test_short_sounds_keep_their_length(tmp_path, samples):
    source = sounds.write(tmp_path / "in.wav", sounds.noise(0.5)[:, :samples])
    assert main(["resynth", str(source), str(tmp_path / "out.wav")]) == 0
    assert soundfile.info(tmp_path / "out.wav").frames == samples


def test_an_empty_sound_is_refused_and_leaves_nothing(tmp_path, capsys):
    source = sounds.write(tmp_path / "in.wav", sounds.noise(0.5)[:, :0])
    assert main(["resynth", str(source), str(tmp_path / "out" / "out.wav")]) == 1
    assert "is empty" in capsys.readouterr().err
    assert not list((tmp_path / "out").iterdir())


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (["--hop", "1024"], "does not fit --n-fft"),
        (["--hop", "0"], "does not fit --n-fft"),
        (["--n-fft", "2047"], "--n-fft is 2047; it must be an even number"),
        (["--n-fft", "10000000"], "--n-fft is 10000000; it must be 64 to 65,536"),
        (["--noise", "1.5"], "--noise is 1.5; it must be 0 to 1"),
        (["--noise", "nan"], "--noise is nan; it must be 0 to 1"),
        (["--phase", "heap", "--iterations", "-1"], "--iterations is -1; it must be 0 or more"),
    ],
)
def test_impossible_values_are_refused_in_a_sentence(source, tmp_path, capsys, options, text):
    assert main(["resynth", str(source), str(tmp_path / "out.wav"), *options]) == 1
    assert text in capsys.readouterr().err
    assert not (tmp_path / "out.wav").exists()


@pytest.mark.parametrize("name", ["in.txt", "none.wav"])
def test_unreadable_files_are_named(tmp_path, capsys, name):
    (tmp_path / "in.txt").write_text("la la", encoding="utf-8")
    assert main(["resynth", str(tmp_path / name), str(tmp_path / "out.wav")]) == 1
    assert name in capsys.readouterr().err


def test_ignored_options_are_reported(source, tmp_path, capsys):
    assert main(["resynth", str(source), str(tmp_path / "out.wav"), "--phase", "random", "--noise", "0.5"]) == 0
    assert "--noise is ignored: it is an option of gradient." in capsys.readouterr().err


def test_clipping_is_reported(tmp_path, capsys):
    source = sounds.write(tmp_path / "in.wav", np.clip(50 * sounds.noise(0.5), -1, 1))
    assert main(["resynth", str(source), str(tmp_path / "out.wav"), "--phase", "random"]) == 0
    assert "is clipped: its peak is" in capsys.readouterr().err


def test_a_long_sound_is_too_much_for_methods_that_need_all_of_it(source, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("vschaos.cli.resynth.LONGEST_WHOLE_MIN", 0.001)
    assert main(["resynth", str(source), str(tmp_path / "out.wav"), "--phase", "heap"]) == 1
    assert "file into memory and is limited to" in capsys.readouterr().err
