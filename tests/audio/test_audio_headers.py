"""A header that was left open is completed, in every layout that has one; other files stay as they are."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from tests import sounds
from tests.unfinished_recordings import opened_up
from vschaos.audio import blocks, probe, read
from vschaos.audio_headers import completed
from vschaos.data.doctor.doctor import diagnose
from vschaos.data.labels.model import Labels
from vschaos.data.scan import scan_folder
from vschaos.errors import AudioFileError

LAYOUTS = [
    *(("WAV", "PCM_16"), ("WAV", "PCM_U8"), ("WAV", "PCM_24"), ("WAV", "FLOAT"), ("WAV", "DOUBLE"), ("WAV", "ULAW")),
    *(("WAV", "IMA_ADPCM"), ("WAVEX", "PCM_16"), ("RF64", "PCM_16"), ("W64", "PCM_16"), ("W64", "FLOAT")),
    *(("AIFF", "PCM_16"), ("AIFF", "PCM_24"), ("AIFF", "FLOAT"), ("AIFF", "ULAW"), ("AU", "PCM_16"), ("CAF", "PCM_16")),
]


def recording(path: Path, layout: tuple[str, str], audio: NDArray[np.float32]) -> NDArray[np.float32]:
    """Write audio in a layout; returns what is read of it."""
    soundfile.write(path, audio.T, 44_100, format=layout[0], subtype=layout[1])
    return read(path)[0]


@pytest.mark.parametrize("size", [0, 0x7FFFF000, 0xFFFFFFFE])
@pytest.mark.parametrize("layout", LAYOUTS, ids="-".join)
def test_an_unfinished_recording_is_read_to_its_end(tmp_path: Path, layout: tuple[str, str], size: int) -> None:
    path = tmp_path / "x.wav"
    whole = recording(path, layout, sounds.noise(0.5, channels=2))
    assert not probe(path).unfinished
    path.write_bytes(opened_up(path.read_bytes(), size))
    info = probe(path)
    assert info.unfinished
    assert info.frames == whole.shape[1]
    np.testing.assert_array_equal(read(path)[0], whole)


@pytest.mark.parametrize("frames", [1, 64, 65, 8193])
def test_a_completed_file_is_read_in_pieces(tmp_path: Path, frames: int) -> None:
    path = tmp_path / "x.wav"
    whole = recording(path, ("WAV", "PCM_24"), sounds.noise(0.05, channels=3))
    path.write_bytes(opened_up(path.read_bytes(), 0)[:-2])  # a byte of padding, and one of the last frame
    pieces = np.concatenate(list(blocks(path, frames)), axis=1)
    np.testing.assert_array_equal(pieces, whole[:, :-1])


@pytest.mark.parametrize("layout", LAYOUTS, ids="-".join)
def test_a_finished_file_is_left_alone(tmp_path: Path, layout: tuple[str, str]) -> None:
    path = tmp_path / "x.wav"
    for length_s in (0.0, 0.1):
        recording(path, layout, sounds.noise(length_s, channels=2))
        assert completed(path) is None


def test_an_empty_recording_with_a_list_behind_it_is_empty(tmp_path: Path) -> None:
    path = sounds.write_raw_wav(tmp_path / "x.wav", sample_rate_hz=44_100, samples=0)
    path.write_bytes(path.read_bytes() + b"LIST" + struct.pack("<I", 40) + b"INFOISFT" + bytes(32))
    assert completed(path) is None
    assert probe(path).frames == 0


@pytest.mark.parametrize("name", ["x.rf64", "x.caf", "x.au", "x.wav", "x.aiff", "x.w64"])
def test_a_cut_copy_is_no_unfinished_recording(tmp_path: Path, name: str) -> None:
    path = sounds.cut_short(sounds.write(tmp_path / name, sounds.noise(2.0)))
    with pytest.raises(AudioFileError, match="is incomplete or damaged"):
        read(path)


def test_more_than_four_gigabytes_are_counted(tmp_path: Path) -> None:
    path = sounds.write_raw_wav(tmp_path / "long.wav", sample_rate_hz=48_000, samples=48_000)
    length = (1 << 32) + 1_000_000
    os.truncate(path, 44 + length)  # a hole: it needs no room on the disk
    with path.open("r+b") as file:
        file.seek(40)
        file.write(struct.pack("<I", length & 0xFFFFFFFF))
    assert path.stat().st_size == 44 + length
    assert probe(path).frames == length // 2
    assert probe(path).unfinished
    first = next(iter(blocks(path, 1000)))
    np.testing.assert_allclose(first, 1000 / 32_768)


def test_the_scan_and_the_doctor_say_so(tmp_path: Path) -> None:
    path = sounds.write_tone(tmp_path / "in" / "x.wav", 1.0)
    path.write_bytes(opened_up(path.read_bytes(), 0))
    for _again in range(2):  # and once more from what is remembered
        report = scan_folder(tmp_path / "in", cache=tmp_path / "cache")
        (sound,) = report.files
        assert sound.unfinished
        assert sound.duration_s == pytest.approx(1.0)
        kinds = [finding.kind for finding in diagnose(report, Labels(), ()).findings]
        assert "unfinished" in kinds
        os.utime(path, (1_600_000_000, 1_600_000_000))
