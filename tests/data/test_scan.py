"""Every file of a folder is used or listed with its reason."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests import sounds
from vschaos.data import layout, scan
from vschaos.data.index import FILE_NAME
from vschaos.data.scan import ScanReport, require_sounds, scan_folder
from vschaos.errors import DatasetError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two sounds and two files that cannot be used, all of them old enough to be remembered."""
    root = tmp_path / "in"
    sounds.write_tone(root / "a.wav", channels=2)
    sounds.write_tone(root / "sub" / "b.flac", 0.5, sample_rate_hz=48_000)
    sounds.cut_short(sounds.write(root / "cut.flac", sounds.noise(1.0)))
    sounds.write_tone(root / "click.wav", 0.01)
    for path in root.rglob("*.*"):
        make_old(path)
    return root


def make_old(path: Path) -> None:
    os.utime(path, (1e9, 1e9))


def listened_to(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of files that are decoded from now on."""
    heard: list[str] = []
    really_decode = scan.blocks

    def decode(path: Path) -> object:
        heard.append(path.name)
        return really_decode(path)

    monkeypatch.setattr(scan, "blocks", decode)
    return heard


def names(report: ScanReport) -> list[str]:
    return [sound.relative for sound in report.files]


def reasons(report: ScanReport) -> dict[str, str]:
    return {rejection.relative: rejection.reason for rejection in report.rejected}


def test_a_folder_as_musicians_have_them(tmp_path: Path) -> None:
    sounds.write_tone(tmp_path / "kick.WAV", 0.5)
    sounds.write_tone(tmp_path / "pads" / "été chaud" / "音.FLAC", 1.0, sample_rate_hz=96_000, channels=8)
    sounds.write_tone(tmp_path / "pads" / "Ünder water [part 1].Mp3", 2.0, channels=2)
    sounds.write_tone(tmp_path / "z.aiff", 0.25, sample_rate_hz=8_000)
    for name in ("a.ogg", "a.caf", "a.w64", "a.au"):
        sounds.write_tone(tmp_path / "formats" / name)
    sounds.write_tone(tmp_path / "formats" / "a.opus", sample_rate_hz=48_000)
    report = scan_folder(tmp_path)
    assert not report.rejected
    assert names(report) == [
        *("formats/a.au", "formats/a.caf", "formats/a.ogg", "formats/a.opus", "formats/a.w64"),
        *("kick.WAV", "pads/été chaud/音.FLAC", "pads/Ünder water [part 1].Mp3", "z.aiff"),
    ]
    surround = next(sound for sound in report.files if sound.relative.endswith("FLAC"))
    assert (surround.duration_s, surround.sample_rate_hz, surround.channels) == (1.0, 96_000, 8)
    assert surround.path.is_file()
    assert report.duration_s == pytest.approx(sum(sound.duration_s for sound in report.files))
    require_sounds(report)


def test_every_hostile_file_is_listed_with_its_reason(tmp_path: Path) -> None:
    expected_parts = sounds.write_hostile(tmp_path)
    sounds.write_tone(tmp_path / "good.wav")
    report = scan_folder(tmp_path)
    assert names(report) == ["good.wav"]
    found = reasons(report)
    assert found.keys() == expected_parts.keys()
    for name, expected in expected_parts.items():
        assert expected in found[name], (name, found[name])
        assert found[name].startswith("It "), (name, found[name])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
@pytest.mark.parametrize("name", ["two\nlines.wav", "two\rlines.wav", "a\ttab.wav", "two\nfolders/a.wav"])
def test_a_name_that_no_list_can_hold_is_rejected(tmp_path: Path, name: str) -> None:
    sounds.write_tone(tmp_path / "good.wav")
    sounds.write_tone(tmp_path / name)
    report = scan_folder(tmp_path)
    assert names(report) == ["good.wav"]
    assert reasons(report) == {name: "Its name has a tab or a line break."}


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


def test_a_dataset_gets_its_sounds_from_data_only(tmp_path: Path) -> None:
    sounds.write_tone(tmp_path / "data" / "a" / "one.wav")
    sounds.write_tone(tmp_path / "stray.wav")
    (tmp_path / "metadata" / "pitch").mkdir(parents=True)
    (tmp_path / "metadata" / "pitch" / "metadata.txt").write_text("data/a/one.wav\t3\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("about", encoding="utf-8")
    report = scan_folder(tmp_path)
    assert names(report) == ["data/a/one.wav"]
    assert reasons(report) == {"stray.wav": "It is outside the dataset's data folder."}


def test_capital_and_flac_endings_are_taken(tmp_path: Path) -> None:
    for name in ("a.WAV", "b.flac", "c.FLAC", "d.Aif", "e.OGG"):
        sounds.write_tone(tmp_path / name, 0.2)
    assert names(scan_folder(tmp_path)) == ["a.WAV", "b.flac", "c.FLAC", "d.Aif", "e.OGG"]


def test_labels_beside_the_sounds_of_a_plain_folder_are_no_files_left_out(tmp_path: Path) -> None:
    sounds.write_tone(tmp_path / "kick.wav")
    sounds.write_tone(tmp_path / "more" / "snare.wav")
    sounds.write_tone(tmp_path / "metadata" / "lost.wav")
    (tmp_path / "metadata" / "kind").mkdir(parents=True)
    (tmp_path / "metadata" / "kind" / "metadata.txt").write_text("kick.wav\t0\n", encoding="utf-8")
    (tmp_path / "metadata" / "kind" / "classes.txt").write_text("drum\n", encoding="utf-8")
    report = scan_folder(tmp_path)
    assert names(report) == ["kick.wav", "more/snare.wav"]
    assert reasons(report) == {"metadata/lost.wav": "It is in the folder of the labels."}


def test_a_folder_called_metadata_without_labels_is_a_folder_like_others(tmp_path: Path) -> None:
    sounds.write_tone(tmp_path / "metadata" / "one.wav")
    sounds.write_tone(tmp_path / "two.wav")
    assert names(scan_folder(tmp_path)) == ["metadata/one.wav", "two.wav"]


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
    reported: list[tuple[int, int]] = []
    scan_folder(tmp_path, on_progress=lambda done, total: reported.append((done, total)))
    assert reported[0] == (0, 5)
    assert reported[-1] == (5, 5)
    assert reported == sorted(set(reported))
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
    with pytest.raises(DatasetError, match="have no permission to open"):
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


def test_a_second_scan_listens_to_nothing_and_says_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = scan_folder(folder)
    assert names(first) == ["a.wav", "sub/b.flac"]
    assert list(reasons(first)) == ["click.wav", "cut.flac"]
    heard = listened_to(monkeypatch)
    assert scan_folder(folder) == first
    assert names(scan_folder(folder / "sub")) == ["b.flac"]
    assert heard == []


def test_facts_and_keys_come_with_the_verdict(folder: Path) -> None:
    (folder / "copy.wav").write_bytes((folder / "a.wav").read_bytes())
    for _ in range(2):
        a, copy, b = scan_folder(folder).files
        assert a.key == copy.key != b.key
        assert len(a.key) == 40
        assert a.facts is not None
        assert a.facts.peak == pytest.approx(0.5, abs=0.01)
        assert a.facts.channels_equal
        assert b.facts is not None
        assert not b.facts.channels_equal


def test_a_changed_file_is_judged_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = scan_folder(folder).files[0]
    status = old.path.stat()
    sounds.write(old.path, sounds.noise(1.0, channels=2))
    assert old.path.stat().st_size == status.st_size
    os.utime(old.path, ns=(status.st_atime_ns, status.st_mtime_ns))  # the system knows better
    heard = listened_to(monkeypatch)
    new = scan_folder(folder).files[0]
    assert heard == ["a.wav"]
    assert new.key != old.key
    assert new.facts != old.facts


def test_a_mended_file_is_taken_and_a_file_of_the_last_seconds_is_not_trusted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan_folder(folder)
    sounds.write(folder / "cut.flac", sounds.noise(1.0))
    assert names(scan_folder(folder)) == ["a.wav", "cut.flac", "sub/b.flac"]
    heard = listened_to(monkeypatch)
    scan_folder(folder)
    assert heard == ["cut.flac"]


def test_a_file_that_changes_while_it_is_judged_is_neither_named_nor_remembered(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_decode = scan.blocks

    def touch(path: Path) -> object:
        if path.name == "a.wav":
            os.utime(path, (2e9, 2e9))
        return really_decode(path)

    monkeypatch.setattr(scan, "blocks", touch)
    sound = scan_folder(folder).files[0]
    assert (sound.relative, sound.key, sound.stamp) == ("a.wav", "", None)
    monkeypatch.setattr(scan, "blocks", really_decode)
    heard = listened_to(monkeypatch)
    assert scan_folder(folder).files[0].key
    assert heard == ["a.wav"]


def test_a_cancelled_scan_keeps_what_it_judged(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan.os, "cpu_count", lambda: 1)
    heard = listened_to(monkeypatch)
    assert scan_folder(folder, cancelled=lambda: len(heard) > 2).cancelled
    assert len(heard) == 3
    before = heard[:2]
    heard.clear()
    assert len(scan_folder(folder).files) == 2
    assert not set(before) & set(heard)


def test_without_an_index_a_scan_works(folder: Path, tmp_path: Path) -> None:
    expected = scan_folder(folder)
    (tmp_path / "file").touch()
    assert scan_folder(folder, cache=tmp_path / "file") == expected
    cache = tmp_path / "damaged"
    cache.mkdir()
    (cache / FILE_NAME).write_bytes(b"this is no database" * 1000)
    assert scan_folder(folder, cache=cache) == expected
    assert (cache / FILE_NAME).read_bytes().startswith(b"SQLite format 3")


def test_a_killed_scan_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for index in range(40):
        make_old(sounds.write(tmp_path / "in" / f"{index:02}.flac", sounds.noise(4.0, seed=index)))
    program = (
        "import sys; from pathlib import Path; from vschaos.data.scan import scan_folder\n"
        "scan_folder(Path(sys.argv[1]), cache=Path(sys.argv[2]), on_progress=lambda n, _: n and print(n, flush=True))"
    )
    arguments = [sys.executable, "-c", program, str(tmp_path / "in"), str(tmp_path / "cache")]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as scanner:
        assert scanner.stdout is not None
        judged = int(scanner.stdout.readline())
        scanner.send_signal(signal.SIGKILL)
    heard = listened_to(monkeypatch)
    report = scan_folder(tmp_path / "in", cache=tmp_path / "cache")
    assert len(report.files) == 40
    assert judged >= 1
    assert len(heard) <= 40 - judged
