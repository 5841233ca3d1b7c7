"""Every file of a folder is taken or listed with its reason."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests import sounds
from vschaos.data import layout
from vschaos.data.scan import ScanReport, require_sounds, scan_folder
from vschaos.errors import DatasetError


def names(report: ScanReport) -> list[str]:
    return [sound.relative for sound in report.files]


def reasons(report: ScanReport) -> dict[str, str]:
    return {rejection.relative: rejection.reason for rejection in report.rejected}


def test_a_folder_as_musicians_have_them(tmp_path: Path) -> None:
    sounds.write_tone(tmp_path / "kick.WAV", 0.5)
    sounds.write_tone(tmp_path / "pads" / "été chaud" / "音.FLAC", 1.0, sample_rate_hz=96_000, channels=8)
    sounds.write_tone(tmp_path / "pads" / "Ünder water [take 1].Mp3", 2.0, channels=2)
    sounds.write_tone(tmp_path / "z.aiff", 0.25, sample_rate_hz=8_000)
    for name in ("a.ogg", "a.caf", "a.w64", "a.au"):
        sounds.write_tone(tmp_path / "formats" / name)
    sounds.write_tone(tmp_path / "formats" / "a.opus", sample_rate_hz=48_000)
    report = scan_folder(tmp_path)
    assert not report.rejected
    assert names(report) == [
        *("formats/a.au", "formats/a.caf", "formats/a.ogg", "formats/a.opus", "formats/a.w64"),
        *("kick.WAV", "pads/été chaud/音.FLAC", "pads/Ünder water [take 1].Mp3", "z.aiff"),
    ]
    surround = next(sound for sound in report.files if sound.relative.endswith("FLAC"))
    assert (surround.duration_s, surround.sample_rate_hz, surround.channels) == (1.0, 96_000, 8)
    assert surround.path.is_file()
    assert report.minutes * 60 == pytest.approx(sum(sound.duration_s for sound in report.files))
    require_sounds(report)


def test_every_hostile_file_is_listed_with_its_reason(tmp_path: Path) -> None:
    words = sounds.write_hostile(tmp_path)
    sounds.write_tone(tmp_path / "good.wav")
    report = scan_folder(tmp_path)
    assert names(report) == ["good.wav"]
    told = reasons(report)
    assert told.keys() == words.keys()
    for name, expected in words.items():
        assert expected in told[name], (name, told[name])
        assert told[name].startswith("It "), (name, told[name])


def test_one_window_is_long_enough(tmp_path: Path) -> None:
    sounds.write(tmp_path / "window.wav", sounds.noise(1.0)[:, :2048])
    assert names(scan_folder(tmp_path)) == ["window.wav"]


def test_hidden_files_and_rubbish_are_not_mentioned(tmp_path: Path) -> None:
    sounds.write_tone(tmp_path / "good.wav")
    for name in (".DS_Store", "Thumbs.db", "._good.wav", "desktop.ini", "good.wav.asd", ".git/x.wav", "__MACOSX/y.wav"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    report = scan_folder(tmp_path)
    assert names(report) == ["good.wav"]
    assert not report.rejected


def test_a_sound_without_a_suffix_is_taken(tmp_path: Path) -> None:
    sounds.write_tone(tmp_path / "x.aiff").rename(tmp_path / "old mac sound")
    (tmp_path / "README").write_text("hello", encoding="utf-8")
    report = scan_folder(tmp_path)
    assert names(report) == ["old mac sound"]
    assert reasons(report) == {"README": "It is not a sound."}


def test_a_dataset_takes_its_sounds_from_data_only(tmp_path: Path) -> None:
    sounds.write_tone(tmp_path / "data" / "a" / "one.wav")
    sounds.write_tone(tmp_path / "stray.wav")
    (tmp_path / "metadata" / "pitch").mkdir(parents=True)
    (tmp_path / "metadata" / "pitch" / "metadata.txt").write_text("data/a/one.wav\t3\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("about", encoding="utf-8")
    report = scan_folder(tmp_path)
    assert names(report) == ["data/a/one.wav"]
    assert reasons(report) == {"stray.wav": "It lies outside of the dataset's data folder."}


def test_a_folder_called_data_without_metadata_is_a_folder_like_others(tmp_path: Path) -> None:
    sounds.write_tone(tmp_path / "data" / "one.wav")
    sounds.write_tone(tmp_path / "more" / "two.wav")
    assert names(scan_folder(tmp_path)) == ["data/one.wav", "more/two.wav"]


def test_links_are_followed_once(tmp_path: Path) -> None:
    sounds.write_tone(tmp_path / "sounds" / "inner" / "one.wav")
    (tmp_path / "sounds" / "inner" / "loop").symlink_to(tmp_path / "sounds")
    (tmp_path / "sounds" / "a shortcut").symlink_to(tmp_path / "sounds" / "inner")
    (tmp_path / "sounds" / "gone.wav").symlink_to(tmp_path / "nowhere.wav")
    (tmp_path / "sounds" / "itself.wav").symlink_to(tmp_path / "sounds" / "itself.wav")
    sounds.write_tone(tmp_path / "elsewhere" / "two.wav")
    (tmp_path / "sounds" / "library").symlink_to(tmp_path / "elsewhere")
    report = scan_folder(tmp_path / "sounds")
    assert names(report) == ["inner/one.wav", "library/two.wav"]
    assert all("link" in reason for reason in reasons(report).values())
    assert reasons(report).keys() == {"gone.wav", "itself.wav"}


def test_pipes_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.wav")
    assert "ordinary" in reasons(scan_folder(tmp_path))["pipe.wav"]


def test_a_folder_inside_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sounds.write_tone(tmp_path / "good.wav")
    sounds.write_tone(tmp_path / "private" / "diary.wav")
    really_scan = os.scandir

    def scan(path: Path) -> object:
        if Path(path).name == "private":
            raise PermissionError(errno.EACCES, "Permission denied")
        return really_scan(path)

    monkeypatch.setattr(layout.os, "scandir", scan)
    report = scan_folder(tmp_path)
    assert names(report) == ["good.wav"]
    assert "cannot be opened" in reasons(report)["private"]


def test_order_does_not_depend_on_the_disk(tmp_path: Path) -> None:
    for name in ("b.wav", "A.wav", "c/z.wav", "C/a.wav", "a.wav"):
        sounds.write_tone(tmp_path / name, 0.1)
    first = names(scan_folder(tmp_path))
    assert first == names(scan_folder(tmp_path))
    assert first == sorted(first, key=lambda name: (name.casefold(), name))


def test_progress_counts_every_file_and_a_cancelled_scan_ends(tmp_path: Path) -> None:
    for index in range(5):
        sounds.write_tone(tmp_path / f"{index}.wav", 0.1)
    told: list[tuple[int, int]] = []
    scan_folder(tmp_path, on_progress=lambda done, total: told.append((done, total)))
    assert told == [(done, 5) for done in range(6)]
    report = scan_folder(tmp_path, cancelled=lambda: True)
    assert report.cancelled
    assert not report.files
    assert not report.rejected


def test_an_error_in_the_progress_comes_out(tmp_path: Path) -> None:
    sounds.write_tone(tmp_path / "a.wav")

    def fail(_done: int, _total: int) -> None:
        raise KeyError("stop")

    with pytest.raises(KeyError):
        scan_folder(tmp_path, on_progress=fail)


def test_folders_that_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DatasetError, match="does not exist"):
        scan_folder(tmp_path / "gone")
    with pytest.raises(DatasetError, match="is a file"):
        scan_folder(sounds.write_tone(tmp_path / "a.wav"))

    def refuse(_path: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(layout.os, "scandir", refuse)
    with pytest.raises(DatasetError, match="may not open"):
        scan_folder(tmp_path)


def test_training_needs_a_sound(tmp_path: Path) -> None:
    report = scan_folder(tmp_path)
    assert report == ScanReport(tmp_path)
    with pytest.raises(DatasetError, match="is empty"):
        require_sounds(report)
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    with pytest.raises(DatasetError, match=r"only file .*a\.txt.*text file"):
        require_sounds(scan_folder(tmp_path))
    (tmp_path / "b.txt").write_text("b", encoding="utf-8")
    with pytest.raises(DatasetError, match="None of the 2 files"):
        require_sounds(scan_folder(tmp_path))
