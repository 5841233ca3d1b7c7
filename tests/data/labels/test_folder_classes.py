"""Subfolders are classes, without a line of metadata."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from vschaos.data.labels.files import Wanted, read_labels
from vschaos.data.labels.folder_classes import labels_from_folders
from vschaos.data.labels.model import Task, whole_file
from vschaos.errors import DatasetError


def test_the_first_folders_that_differ_are_the_classes() -> None:
    sounds = ["drums/kick/a.wav", "drums/hat/closed/b.wav", "drums/hat/c.wav", "drums/noise.wav"]
    task, entries = labels_from_folders(sounds, "drum")
    assert task == Task("drum", "int", ("hat", "kick"))
    assert entries == {
        "drums/kick/a.wav": whole_file(1.0),
        "drums/hat/closed/b.wav": whole_file(0.0),
        "drums/hat/c.wav": whole_file(0.0),
    }


def test_data_of_the_layout_makes_no_class() -> None:
    task, entries = labels_from_folders(["data/x.wav", "data/b/y.wav", "data/a/z.wav"])
    assert task.classes == ("a", "b")
    assert set(entries) == {"data/b/y.wav", "data/a/z.wav"}


def test_names_are_sorted_as_a_person_would() -> None:
    folders = ["part 10", "Part 2", "part 1", "Ähm", "été", "2", "10", "1b"]
    task, _ = labels_from_folders([f"{folder}/a.wav" for folder in folders])
    assert task.classes == ("1b", "2", "10", "part 1", "Part 2", "part 10", "Ähm", "été")
    assert labels_from_folders([f"{folder}/a.wav" for folder in reversed(folders)])[0] == task


@pytest.mark.parametrize("sounds", [[], ["a.wav", "b.wav"], ["one/a.wav", "one/b.wav", "c.wav"], ["data/x/a.wav"]])
def test_fewer_than_two_are_no_classes(sounds: list[str]) -> None:
    with pytest.raises(DatasetError, match="two or more subfolders"):
        labels_from_folders(sounds)


def test_a_configuration_can_ask_for_it_beside_other_labels(tmp_path: Path) -> None:
    (tmp_path / "metadata" / "level").mkdir(parents=True)
    (tmp_path / "metadata" / "level" / "metadata.txt").write_text("b/x.wav\t0.5\n", encoding="utf-8")
    sounds = ["a/x.wav", "b/x.wav", "x.wav"]
    labels, problems = read_labels(tmp_path, [Wanted("kind", "read_folder_names"), Wanted("level")], sounds)
    assert not problems
    found = [labels.at(sound, np.zeros(1))[0].tolist() for sound in sounds]
    expected = [[0, np.nan], [1, 0.5], [np.nan, np.nan]]
    assert np.array_equal(found, expected, equal_nan=True)
    with pytest.raises(DatasetError, match="The configuration needs labels for “kind”") as caught:
        read_labels(tmp_path, [Wanted("kind")], sounds)
    assert "metadata_callbacks.kind.name=read_folder_names" in caught.value.remedy
