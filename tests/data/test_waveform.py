"""The drawn peaks are the file's peaks, at any length and block size."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests import sounds
from vschaos import audio as audio_files
from vschaos.data.waveform import overview
from vschaos.errors import AudioFileError


@pytest.mark.parametrize("columns", [1, 7, 100, 999, 5000])
@pytest.mark.parametrize("samples", [5000, 70_001])
def test_each_column_holds_the_peaks_of_its_stretch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, columns: int, samples: int
) -> None:
    audio = sounds.noise(2.0, channels=2)[:, :samples]
    path = sounds.write(tmp_path / "n.wav", audio, subtype="FLOAT")
    monkeypatch.setattr(audio_files, "BLOCK_VALUES", 2 * 1024 + 2)  # many blocks, none of them a column's length
    peaks = overview(path, columns)
    assert peaks.shape == (2, columns)
    assert peaks.dtype == np.float32
    column_of = np.arange(samples) * columns // samples
    for column in range(0, columns, max(1, columns // 50)):
        stretch = audio[:, column_of == column]
        assert peaks[0, column] == stretch.min()
        assert peaks[1, column] == stretch.max()


def test_few_samples_are_repeated(tmp_path: Path) -> None:
    path = sounds.write(tmp_path / "n.wav", np.array([[0.25, -0.5, 0.75]], np.float32), subtype="FLOAT")
    assert np.array_equal(overview(path, 6), [[0.25, 0.25, -0.5, -0.5, 0.75, 0.75]] * 2)


@pytest.mark.parametrize("name", ["t.mp3", "t.ogg", "t.flac"])
def test_compressed_files_draw_to_their_end(tmp_path: Path, name: str) -> None:
    path = sounds.write_tone(tmp_path / name, 3.0)
    peaks = overview(path, 300)
    assert (peaks[1, 5:-5] > 0.4).all()
    assert (peaks[0, 5:-5] < -0.4).all()


def test_a_broken_file_is_reported(tmp_path: Path) -> None:
    path = sounds.cut_short(sounds.write(tmp_path / "n.flac", sounds.noise(3.0)))
    with pytest.raises(AudioFileError, match="is incomplete or damaged"):
        overview(path, 100)
