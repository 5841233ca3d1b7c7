"""What is read of a file is true; writing leaves a whole file or none."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests import sounds
from vschaos import audio as audio_module
from vschaos.audio import AudioWriter, blocks, probe, read, write_audio
from vschaos.errors import AudioFileError


@pytest.mark.parametrize("name", ["a.wav", "A.WAV", "b.flac", "B.FLAC", "c.aiff", "d.aif", "e.caf", "f.w64", "g.au"])
def test_lossless_formats_come_back_as_they_were(tmp_path: Path, name: str) -> None:
    audio = sounds.noise(0.5, channels=2)
    path = sounds.write(tmp_path / name, audio, subtype="PCM_16")
    back, rate = read(path)
    assert rate == 44_100
    assert back.dtype == np.float32
    assert back.shape == audio.shape
    assert np.abs(back - audio).max() < 1 / 32_000


@pytest.mark.parametrize("name", ["a.ogg", "b.mp3", "c.opus"])
def test_lossy_formats_keep_the_tone(tmp_path: Path, name: str) -> None:
    rate = 48_000
    path = sounds.write(tmp_path / name, sounds.tone(1.0, 1000.0, sample_rate_hz=rate), rate)
    back, back_rate = read(path)
    assert back_rate == rate
    spectrum = np.abs(np.fft.rfft(back[0, rate // 4 : rate // 4 * 3] * np.hanning(rate // 2)))
    assert abs(np.argmax(spectrum) * 2 - 1000) <= 2
    assert probe(path).duration_s == pytest.approx(1.0, abs=0.06)


def test_eight_channels_at_96_khz(tmp_path: Path) -> None:
    path = sounds.write_tone(tmp_path / "surround.wav", 0.5, sample_rate_hz=96_000, channels=8)
    info = probe(path)
    assert (info.channels, info.sample_rate_hz, info.frames, info.duration_s) == (8, 96_000, 48_000, 0.5)
    assert read(path)[0].shape == (8, 48_000)


@pytest.mark.parametrize("frames", [1, 64, 65, 8193])
def test_blocks_of_any_size_join_to_the_whole(tmp_path: Path, frames: int) -> None:
    path = sounds.write(tmp_path / "n.flac", sounds.noise(0.2, channels=2)[:, : frames * 1000])
    pieces = list(blocks(path, frames))
    assert all(piece.shape[1] <= frames for piece in pieces)
    assert np.array_equal(np.concatenate(pieces, axis=1), read(path)[0])


def test_every_hostile_file_gets_its_sentence(tmp_path: Path) -> None:
    expected = sounds.write_hostile(tmp_path)
    readable = {"click.wav", "header only.wav"}  # short or without sound: for a dataset to refuse, not for a reader
    for name in expected.keys() - readable - {"notes.txt", "song.mid"}:
        with pytest.raises(AudioFileError) as caught:
            read(tmp_path / name)
        assert name in caught.value.sentence, name
        assert expected[name] in caught.value.sentence, name
        assert caught.value.remedy, name


def test_how_much_of_a_cut_file_can_be_read_is_reported(tmp_path: Path) -> None:
    wav = sounds.cut_short(sounds.write(tmp_path / "half.wav", sounds.noise(4.0)))
    flac = sounds.cut_short(sounds.write(tmp_path / "half.flac", sounds.noise(4.0)))
    with pytest.raises(AudioFileError, match=r"about 2\.0 s of its 4\.0 s"):
        read(wav)
    with pytest.raises(AudioFileError, match=r"about (1\.9|2\.0) s of its 4\.0 s"):
        read(flac)


@pytest.mark.parametrize("claimed", [0xFFFFFFFF, 0x7FFFFFFF])
def test_a_wav_that_was_written_to_a_pipe_is_whole(tmp_path: Path, claimed: int) -> None:
    path = sounds.write_raw_wav(tmp_path / "streamed.wav", sample_rate_hz=44_100, samples=5000, data_bytes=claimed)
    assert read(path)[0].shape == (1, 5000)


def test_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.wav")
    for path, sentence in (
        (tmp_path, "folder"),
        (tmp_path / "gone.wav", "not exist"),
        (tmp_path / "pipe.wav", "ordinary"),
    ):
        with pytest.raises(AudioFileError, match=sentence):
            read(path)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = sounds.write_tone(tmp_path / "secret.wav")

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # root may read everything, so that a mode would prove nothing
    with pytest.raises(AudioFileError, match="you have no permission"):
        read(path)


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.wav"))
    sounds.write_tone(tmp_path / "plain.wav").rename(path)
    assert read(path)[0].shape == (1, 44_100)


# ── writing ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("suffix", [".wav", ".flac", ".aiff", ".WAV"])
def test_written_audio_comes_back(tmp_path: Path, suffix: str) -> None:
    audio = sounds.noise(0.2, channels=2)
    path = tmp_path / "new" / f"out{suffix}"
    write_audio(path, audio, 48_000)
    back, rate = read(path)
    assert rate == 48_000
    assert np.abs(back - audio).max() < 2**-22
    assert [child.name for child in path.parent.iterdir()] == [path.name]


def test_mono_may_be_one_dimensional_and_loud_samples_clip(tmp_path: Path) -> None:
    write_audio(tmp_path / "o.wav", np.array([2.0, -2.0, 0.5] * 100, np.float32), 44_100)
    back, _ = read(tmp_path / "o.wav")
    assert back.shape == (1, 300)
    assert np.allclose(back[0, :3], [1, -1, 0.5], atol=1e-6)


def test_float_files_keep_what_is_over_full_scale(tmp_path: Path) -> None:
    audio = np.array([[2.0, -3.0, 0.25]], np.float32)
    write_audio(tmp_path / "o.wav", audio, 44_100, subtype="FLOAT")
    assert np.array_equal(read(tmp_path / "o.wav")[0], audio)


def test_an_unknown_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AudioFileError, match="not a supported format"):
        write_audio(tmp_path / "o.xyz", sounds.tone(0.1), 44_100)


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "voice.wav"
    write_audio(path, sounds.tone(0.1), 44_100)
    old = path.read_bytes()
    with sounds.full_disk(100_000), pytest.raises(AudioFileError, match=r"voice\.wav.*could not be saved") as caught:
        write_audio(path, sounds.noise(20.0), 44_100)
    assert caught.value.remedy
    assert path.read_bytes() == old
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "deeper"):
        with pytest.raises(AudioFileError, match=r"“a\.wav” could not be saved.*: “file” is not a folder\."):
            write_audio(folder / "a.wav", sounds.tone(0.1), 44_100)


@pytest.mark.parametrize(
    ("code", "sentence"), [(errno.ENOSPC, "disk is full"), (errno.EROFS, "you have no permission to write")]
)
def test_why_a_file_cannot_be_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, sentence: str) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(audio_module, "temporary_beside", refuse)
    with pytest.raises(AudioFileError, match=sentence):
        write_audio(tmp_path / "o.wav", sounds.tone(0.1), 44_100)
    assert not list(tmp_path.iterdir())


def test_a_writer_that_is_interrupted_leaves_nothing(tmp_path: Path) -> None:
    def play_until_interrupted() -> None:
        with AudioWriter(tmp_path / "o.wav", sample_rate_hz=44_100, channels=1) as writer:
            writer.write(sounds.tone(0.5))
            assert not (tmp_path / "o.wav").exists()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        play_until_interrupted()
    assert not list(tmp_path.iterdir())


def test_a_file_is_written_in_pieces(tmp_path: Path) -> None:
    audio = sounds.noise(0.5, channels=2)
    with AudioWriter(tmp_path / "o.flac", sample_rate_hz=44_100, channels=2) as writer:
        for start in range(0, audio.shape[1], 777):
            writer.write(audio[:, start : start + 777])
    assert soundfile.info(tmp_path / "o.flac").frames == audio.shape[1] == writer.frames


def test_the_window_may_import_this_without_torch() -> None:
    modules = "vschaos.audio, vschaos.data.scan, vschaos.data.waveform, vschaos.data.layout"
    program = f"import sys, {modules}; sys.exit('torch' in sys.modules or 'scipy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize("name", ["a.mp3", "b.wav", "c.flac", "d.ogg"])
@pytest.mark.parametrize("companion", [b"", b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        " + bytes(4072)])
def test_a_companion_that_macos_left_changes_nothing(tmp_path: Path, name: str, companion: bytes) -> None:
    path = sounds.write_tone(tmp_path / name)
    whole, _ = read(path)
    (tmp_path / f"._{name}").write_bytes(companion)
    np.testing.assert_array_equal(read(path)[0], whole)
