"""What FFmpeg reads comes as any other sound: whole, at its rate, with its channels; the rest is refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests import sounds
from tests.media import FORMATS, RATE_HZ, SILENT_FILM, two_tones, write_media
from vschaos.audio import blocks, probe, read
from vschaos.audio_media import demuxer
from vschaos.data.scan import scan_folder
from vschaos.errors import AudioFileError


def pitches_hz(audio: np.ndarray, rate_hz: int) -> list[float]:
    spectra = np.abs(np.fft.rfft(audio * np.hanning(audio.shape[1])))
    return [float(row.argmax() * rate_hz / audio.shape[1]) for row in spectra]


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_comes_whole(tmp_path: Path, name: str) -> None:
    path = write_media(tmp_path / name, FORMATS[name])
    info = probe(path)
    assert (info.channels, info.sample_rate_hz) == (2, 48_000 if FORMATS[name][1] == "libopus" else RATE_HZ)
    assert info.duration_s == pytest.approx(2.0, abs=0.1)
    assert not info.unfinished
    audio, rate_hz = read(path)
    assert audio.dtype == np.float32
    assert audio.shape[1] / rate_hz == pytest.approx(2.0, abs=0.07)
    assert pitches_hz(audio, rate_hz) == pytest.approx([440.0, 660.0], abs=1.0)
    assert np.sqrt(np.mean(audio[:, 4096:-4096] ** 2)) == pytest.approx(0.5 / np.sqrt(2), rel=0.07)


@pytest.mark.parametrize("name", ["lossless.m4a", "film.mov", "film.mkv", "sound.tta", "sound.wv"])
def test_lossless_ones_come_sample_by_sample(tmp_path: Path, name: str) -> None:
    audio, _ = read(write_media(tmp_path / name, FORMATS[name]))
    np.testing.assert_allclose(audio, two_tones(), atol=1 / 32_000)


@pytest.mark.parametrize("frames", [1, 65, 8193])
def test_blocks_of_any_size_join_to_the_whole(tmp_path: Path, frames: int) -> None:
    path = write_media(tmp_path / "x.m4a", FORMATS["phone.m4a"], two_tones(0.1))
    pieces = list(blocks(path, frames))
    assert all(piece.shape[1] == frames for piece in pieces[:-1])
    np.testing.assert_array_equal(np.concatenate(pieces, axis=1), read(path)[0])


def test_a_film_without_sound_says_so(tmp_path: Path) -> None:
    write_media(tmp_path / "film.mp4", SILENT_FILM)
    (rejection,) = scan_folder(tmp_path, cache=tmp_path / ".cache").rejected
    assert rejection.reason == "It has no sound track."


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("phone.m4a", "ends inside its header"),
        ("film.mp4", "ends inside its header"),
        ("film.mkv", "is incomplete or damaged"),
    ],
)
def test_a_cut_file_is_reported(tmp_path: Path, name: str, sentence: str) -> None:
    path = sounds.cut_short(write_media(tmp_path / name, FORMATS[name]))
    with pytest.raises(AudioFileError, match=sentence):
        read(path)


@pytest.mark.parametrize(
    "head",
    [
        b"#EXTM3U\nhttp://x/y.m4a",
        b"ffconcat version 1.0\nfile a.wav",
        b"these are words",
        bytes(16),
        b"GIF89a",
        b"%PDF",
    ],
)
def test_texts_and_pictures_are_for_no_demuxer(head: bytes) -> None:
    assert demuxer(head) == ""


def test_a_flac_that_leaves_its_length_open_is_read_and_marked_unfinished(tmp_path: Path) -> None:
    path = sounds.write(tmp_path / "streamed.flac", sounds.noise(1.0))
    whole, _ = read(path)
    content = bytearray(path.read_bytes())
    content[21] &= 0xF0  # the 36 bits of the length in STREAMINFO: 0 means unknown
    content[22:26] = bytes(4)
    path.write_bytes(content)
    assert probe(path).unfinished
    np.testing.assert_array_equal(read(path)[0], whole)


def test_many_threads_of_a_fresh_process_may_ask_first(tmp_path: Path) -> None:
    for number in range(12):
        write_media(tmp_path / f"{number}.m4a", FORMATS["phone.m4a"], two_tones(0.2))
    code = (
        "import sys; from pathlib import Path; from vschaos.data.scan import scan_folder\n"
        "assert 'av' not in sys.modules\n"
        "report = scan_folder(Path(sys.argv[1]), cache=Path(sys.argv[2]))\n"
        "assert len(report.files) == 12, report.rejected\n"
        "assert 'torch' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path), str(tmp_path / ".cache")], capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
