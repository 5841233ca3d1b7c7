"""Sounds of several places become one folder of links; what they lead to is never touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests import sounds
from vschaos.data.scan import scan_folder
from vschaos.errors import VschaosError
from vschaos_studio.services.sound_collection import collect
from vschaos_studio.services.tasks import TaskContext

CONTEXT = TaskContext(lambda _values: None)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name in ("drums/kick.wav", "drums/snare.wav", "drums/hat.wav", "bells/kick.wav", "bells/deep/low.wav"):
        sounds.write_tone(tmp_path / name, 0.3)
    return tmp_path


def names(folder: Path) -> list[str]:
    return [sound.relative for sound in scan_folder(folder).files]


def content(home: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for place in ("drums", "bells") for path in (home / place).rglob("*.wav")}


def test_single_files_are_these_and_no_others(home: Path) -> None:
    before = content(home)
    made = collect([home / "drums" / "kick.wav", home / "drums" / "hat.wav"], home / "made", CONTEXT)
    assert made.is_new
    assert made.folder.name == "drums (2)"
    assert names(made.folder) == ["hat.wav", "kick.wav"]
    assert content(home) == before


def test_several_folders_and_files_of_one_name_are_all_there(home: Path) -> None:
    items = [home / "bells", home / "drums" / "kick.wav", home / "bells" / "kick.wav", home / "drums"]
    made = collect(items, home / "made", CONTEXT)
    # The files lie in folders that were dropped, too.
    assert names(made.folder) == [
        *("bells/deep/low.wav", "bells/kick.wav", "drums/hat.wav", "drums/kick.wav", "drums/snare.wav")
    ]
    made = collect([home / "drums" / "kick.wav", home / "bells" / "kick.wav"], home / "made", CONTEXT)
    assert names(made.folder) == ["kick 2.wav", "kick.wav"]


def test_the_same_sounds_are_the_same_collection_with_its_labels(home: Path) -> None:
    items = [home / "drums", home / "bells"]
    first = collect(items, home / "made", CONTEXT)
    (first.folder / "metadata" / "kind").mkdir(parents=True)
    again = collect(items[::-1][::-1], home / "made", CONTEXT)
    assert (again.folder, again.is_new) == (first.folder, False)
    other = collect([home / "drums", home / "bells" / "deep"], home / "made", CONTEXT)
    assert other.is_new
    assert other.folder != first.folder


def test_where_there_are_no_links_files_are_copied(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_paths: object, **_options: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "symlink", refuse)
    monkeypatch.setattr(Path, "symlink_to", refuse)
    monkeypatch.setattr(os, "link", refuse)
    made = collect([home / "drums", home / "bells" / "kick.wav"], home / "made", CONTEXT)
    assert names(made.folder) == ["drums/hat.wav", "drums/kick.wav", "drums/snare.wav", "kick.wav"]


def test_a_collection_that_cannot_be_made_leaves_nothing(home: Path) -> None:
    (home / "made").write_text("a file")
    before = content(home)
    with pytest.raises(VschaosError, match="cannot be made"):
        collect([home / "drums", home / "bells"], home / "made", CONTEXT)
    assert content(home) == before
