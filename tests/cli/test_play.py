import os
import signal
import socket
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
import soundfile

from benchmarks._loudness import lufs
from testing.servers import free_port, silent_environment, wait_for
from vschaos.cli.main import main
from vschaos.cli.play import status_line
from vschaos.configs.schema import ConditioningConfig
from vschaos.instrument.build import untrained
from vschaos.instrument.bundle import write_instrument
from vschaos.instrument.library import factory_instruments
from vschaos.osc.packet import OscMessage, build, parse_element
from vschaos.performance.gesture_files import write_gesture
from vschaos.performance.gestures import Gesture, GestureEvent
from vschaos.performance.set_files import PerformanceSet, write_set
from vschaos.performance.snapshots import Sound
from vschaos.realtime.protocol import ControlValue, EngineStatus


@pytest.fixture(scope="module")
def instrument(tmp_path_factory):
    path = tmp_path_factory.mktemp("play") / "a b.vschaos"
    write_instrument(path, untrained(1, latent_dims=4))
    return path


def test_renders_the_same_file_twice_and_the_tour_moves_it(instrument, tmp_path, capsys):
    for name, more in (("1.wav", ["--tour"]), ("2.wav", ["--tour"]), ("3.flac", ["--pad", "0.5", "2.0"])):
        assert main(["play", str(instrument), "--render", str(tmp_path / name), "--seconds", "2", *more]) == 0
    first, rate = soundfile.read(tmp_path / "1.wav", dtype="float32")
    second, _ = soundfile.read(tmp_path / "2.wav", dtype="float32")
    still, _ = soundfile.read(tmp_path / "3.flac", dtype="float32")
    assert first.shape == (2 * rate, 2)
    assert rate == 44_100
    np.testing.assert_array_equal(first, second)
    assert np.abs(first).max() <= 0.966
    assert np.abs(first).std() > 1e-3
    assert np.abs(first - still).max() > 0.01
    assert np.abs(first[-1]).max() < 1e-3, "it ends with a fade"
    assert "times as fast" in capsys.readouterr().out


def first_sound_lufs(path):
    """Loudness of a second, from 0.3 s on."""
    sound, rate = soundfile.read(path, dtype="float32")
    return lufs(sound[round(0.3 * rate) : round(1.3 * rate)], rate)


@pytest.mark.parametrize("path", factory_instruments(), ids=lambda path: path.stem)
def test_the_first_sound_of_a_factory_instrument_is_heard(path, tmp_path):
    assert main(["play", str(path), "--render", str(tmp_path / "x.wav"), "--seconds", "1.6"]) == 0
    assert -26.0 < first_sound_lufs(tmp_path / "x.wav") < -16.0


def test_the_first_sound_of_an_instrument_from_quiet_sounds_is_heard(tmp_path):
    made = untrained(3, latent_dims=3)
    quiet = {**made.weights}
    for name in ("feature_mean", "feature_ceiling"):
        quiet[name] = quiet[name] - np.float32(30 / 20 * np.log(10))  # 30 dB
    write_instrument(tmp_path / "quiet.vschaos", replace(made, weights=quiet))
    assert main(["play", str(tmp_path / "quiet.vschaos"), "--render", str(tmp_path / "x.wav"), "--seconds", "1.6"]) == 0
    assert -26.0 < first_sound_lufs(tmp_path / "x.wav") < -16.0


def test_renders_a_training_folder(instrument, tmp_path):
    run = tmp_path / "run" / "version_0"
    run.mkdir(parents=True)
    (run / "last.vschaos").write_bytes(instrument.read_bytes())
    assert main(["play", str(tmp_path / "run"), "--render", str(tmp_path / "x.wav"), "--seconds", "0.1"]) == 0


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--render", "x.mp3"], ".wav"),
        (["--render", "/dev/null/x.wav"], "could not be"),
        (["--render", "x.wav", "--seconds", "0"], "not a valid duration"),
        (["--render", "x.wav", "--seconds", "inf"], "not a valid duration"),
        (["--render", "x.wav", "--seconds", "99999"], "too long"),
        (["--render", "x.wav", "--pad", "nan", "0"], "ordinary numbers"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(instrument, more, words, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["play", str(instrument), *more]) == 1
    told = capsys.readouterr().err
    assert words in told
    assert "Traceback" not in told
    assert list(tmp_path.iterdir()) == [], "nothing is left behind"


def test_an_instrument_cut_in_half_is_told_in_a_sentence(instrument, tmp_path, capsys):
    half = tmp_path / "half.vschaos"
    half.write_bytes(instrument.read_bytes()[:4000])
    assert main(["play", str(half), "--render", str(tmp_path / "x.wav")]) == 1
    assert "damaged" in capsys.readouterr().err


def test_without_a_device_it_says_so_and_answers_osc_until_ctrl_c(instrument, tmp_path):
    in_port, out_port = free_port(), free_port()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as peer, (tmp_path / "err").open("wb") as errors:
        peer.bind(("127.0.0.1", out_port))
        peer.settimeout(0.2)
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "vschaos", "play", str(instrument), "--pad", "0.25", "-0.5"),
                *("--osc-in", str(in_port), "--osc-out", str(out_port)),
            ],
            env=silent_environment(),
            stdout=subprocess.PIPE,
            stderr=errors,
        )
        try:

            def answer():
                peer.sendto(build(OscMessage("/vs/query", ("pad",))), ("127.0.0.1", in_port))
                try:
                    message = parse_element(peer.recv(65536))
                except TimeoutError:
                    return None
                return message if message.address == "/vs/reply" else None

            assert wait_for(answer).arguments == ("/vs/pad", 0.25, -0.5)
            wait_for(lambda: (tmp_path / "err").read_text())
            process.send_signal(signal.SIGINT)
            out, _ = process.communicate(timeout=120)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
    assert process.returncode == 1
    told = (tmp_path / "err").read_text()
    assert "no audio output" in told
    assert "--render" in told
    assert "Traceback" not in told
    assert "Playing" in out.decode()


def test_lists_devices_without_an_instrument():
    done = subprocess.run(
        [sys.executable, "-m", "vschaos", "play", "--list-devices"],
        env={**silent_environment(), "PYTHONWARNINGS": "ignore", "HOME": os.environ.get("HOME", "/")},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout.strip()


def test_the_status_line_tells_what_matters():
    line = status_line(
        "Flute",
        EngineStatus(
            latent=(0.5, -0.25, 0.1),
            values=(ControlValue("play", 1.0),),
            level_db=-12.0,
            device="JACK",
            underruns=2,
        ),
    )
    for part in ("▶", "Flute", "+0.50 -0.25", "-12.0 dB", "JACK", "2 dropouts"):
        assert part in line
    assert "no audio output" in status_line("Flute", EngineStatus())


def test_a_gesture_a_set_and_any_control_are_heard_and_rendered_the_same_twice(instrument, tmp_path):
    events = (GestureEvent(0.0, "latents", (-0.9, 0.0, 0.0, 0.0)), GestureEvent(0.5, "latents", (0.9, 0.5, 0.0, 0.0)))
    write_gesture(tmp_path / "g.json", Gesture(1.0, events))
    sound = Sound((0.5, 0.5, 0.5, 0.5), {}, {"spread": 1.0})
    write_set(tmp_path / "s.json", PerformanceSet((None, sound), None))
    requests = {
        "gesture": ["--gesture", str(tmp_path / "g.json")],
        "set": ["--snapshots", str(tmp_path / "s.json"), "--recall", "2"],
        "control": ["--set", "/lfo/z1/shape", "5", "--set", "lfo.z1.depth", "1", "--seed", "3"],
        "plain": [],
    }
    sounds = {}
    for name, more in requests.items():
        for turn in "ab":
            path = tmp_path / f"{name}{turn}.wav"
            assert main(["play", str(instrument), "--render", str(path), "--seconds", "1.5", *more]) == 0
        sounds[name] = soundfile.read(tmp_path / f"{name}a.wav")[0]
        assert (tmp_path / f"{name}a.wav").read_bytes() == (tmp_path / f"{name}b.wav").read_bytes()
    for name in ("gesture", "set", "control"):
        assert np.abs(sounds[name] - sounds["plain"]).max() > 0.003, name
    assert np.abs(np.diff(sounds["set"], axis=1)).max() > 0.003, "spread: left and right differ"
    assert not np.diff(sounds["gesture"], axis=1).any()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--set", "no/such", "1"], "no control"),
        (["--set", "noise", "much"], "not a value"),
        (["--gesture", "missing.json"], "missing.json"),
        (["--snapshots", "missing.json"], "missing.json"),
        (["--recall", "3"], "no snapshot 3"),
    ],
)
def test_a_performance_that_cannot_be_is_told_in_a_sentence(instrument, more, words, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["play", str(instrument), "--render", "x.wav", *more]) == 1
    told = capsys.readouterr().err
    assert words in told
    assert "Traceback" not in told
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("meta", "words"),
    [
        (["pitch", "99"], "99 is not a value of the label “pitch”"),
        (["pitch", "1e9"], "1e+09 is not a value"),
        (["pitch", "-5"], "-5 is not a value"),
        (["pitch", "nan"], "nan is not a value"),
        (["pitch", "1.5"], "1.5 is not a class"),
        (["octave", "-1"], "-1 is not a value of the label “octave”"),
        (["pitch", "None"], "“None” is not a value"),
        (["timbre", "1"], "no label “timbre”"),
    ],
)
def test_only_what_an_instrument_has_learned_is_a_label(tmp_path, capsys, meta, words):
    labels = {"pitch": ConditioningConfig(dim=12), "octave": ConditioningConfig(dim=5)}
    path = tmp_path / "labels.vschaos"
    write_instrument(path, untrained(2, latent_dims=3, conditioning=labels))
    assert main(["play", str(path), "--render", str(tmp_path / "x.wav"), "--meta", *meta]) == 1
    assert words in capsys.readouterr().err
    assert not (tmp_path / "x.wav").exists()
