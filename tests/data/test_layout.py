"""A dataset is known by its folders; labelling a plain folder of sounds removes no sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from vschaos.data.labels.files import read_labels
from vschaos.data.labels.model import Labels, Task, whole_file
from vschaos.data.labels.writing import write_labels
from vschaos.data.layout import find_files, has_labels, has_layout


def make(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"x")
    return root


def found(root: Path) -> list[str]:
    return [file.relative for file in find_files(root) if not file.misplaced]


@pytest.mark.parametrize(
    ("names", "layout", "labels"),
    [
        (["data/a.wav", "metadata/pitch/metadata.txt"], True, True),
        (["data/a.wav", "metadata/notes.txt"], True, True),
        (["a.wav", "metadata/pitch/metadata.txt"], False, True),
        (["a.wav", "metadata/b.wav"], False, False),
        (["data/a.wav", "b/c.wav"], False, False),
    ],
)
def test_what_a_folder_is(tmp_path: Path, names: list[str], layout: bool, labels: bool) -> None:
    make(tmp_path, *names)
    assert (has_layout(tmp_path), has_labels(tmp_path)) == (layout, labels)


@pytest.mark.parametrize(
    "names",
    [
        ["kick.wav", "more/snare.wav"],
        ["data/kick.wav", "more/snare.wav", "loose.wav"],
        ["data/kick.wav", "data/more/snare.wav"],
        ["data.wav", "metadata/sounds/x.wav"],
    ],
)
def test_labels_written_for_a_folder_are_found_again_and_no_sound_is_lost(tmp_path: Path, names: list[str]) -> None:
    before = found(make(tmp_path, *names))
    labels = Labels((Task("kind", "int", ("a", "b")),), {"kind": {before[0]: whole_file(1.0)}})
    for _ in range(2):
        write_labels(tmp_path, labels)
        after = found(tmp_path)
        assert after == [name for name in before if not name.startswith("metadata/")]
        assert read_labels(tmp_path, None, after) == (labels, ())
    hidden = [file.relative for file in find_files(tmp_path) if file.misplaced]
    assert hidden == [name for name in before if name.startswith("metadata/")]  # reported, not skipped


def test_a_dataset_stays_one_when_its_first_labels_are_written(tmp_path: Path) -> None:
    make(tmp_path, "data/a.wav", "notes.txt")
    write_labels(tmp_path, Labels((Task("kind", "int"),), {"kind": {"data/a.wav": whole_file(1.0)}}))
    assert has_layout(tmp_path)
    assert [path.name for path in (tmp_path / "metadata").iterdir()] == ["kind"]
