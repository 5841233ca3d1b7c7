"""Sounds that are left out: the list beside them, and what a scan makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import sounds
from vschaos.data.left_out import LEFT_OUT_FILE, read_left_out, write_left_out
from vschaos.data.scan import ScanReport, require_sounds, scan_folder
from vschaos.errors import DatasetError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("B.wav", "a.wav", "sub/c d.wav"):
        sounds.write_tone(tmp_path / "in" / name, 0.5)
    return tmp_path / "in"


def names(found: tuple) -> list[str]:
    return [sound.relative for sound in found]


def test_the_list_is_kept_in_the_folder_and_no_sound_is_touched(root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.wav")}
    assert read_left_out(root) == frozenset()
    write_left_out(root, {"sub/c d.wav", "gone.wav"})
    assert read_left_out(root) == {"sub/c d.wav", "gone.wav"}
    write_left_out(root, ())
    assert not (root / LEFT_OUT_FILE).exists()
    assert {path: path.read_bytes() for path in root.rglob("*.wav")} == before


def test_a_scan_leaves_them_out(root: Path) -> None:
    whole = scan_folder(root)
    write_left_out(root, {"a.wav", "gone.wav"})
    report = scan_folder(root)
    assert names(report.files) == ["B.wav", "sub/c d.wav"]
    assert names(report.left_out) == ["a.wav"]
    assert report.sounds == whole.files
    assert report.duration_s == pytest.approx(whole.duration_s - 0.5)
    assert report.leaving_out(()) == whole


def test_a_folder_of_which_everything_is_left_out_says_so(root: Path) -> None:
    report: ScanReport = scan_folder(root)
    with pytest.raises(DatasetError, match=r"All sounds of .* are left out"):
        require_sounds(report.leaving_out({sound.relative for sound in report.files}))


def test_a_list_that_cannot_be_read_is_an_error_and_not_an_empty_list(root: Path) -> None:
    (root / LEFT_OUT_FILE).mkdir()
    with pytest.raises(DatasetError, match="cannot be read"):
        scan_folder(root)
    with pytest.raises(DatasetError, match="cannot be saved"):
        write_left_out(root, {"a.wav"})
