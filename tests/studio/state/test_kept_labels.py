"""A project's copy of labels gives back what it was made of, and a hostile one is refused."""

import json
import math
from pathlib import Path

import msgspec
import pytest

from vschaos.data.labels.model import LabelEntry, Labels, Span, Task, whole_file
from vschaos_studio.state import kept_labels
from vschaos_studio.state.kept_labels import KeptLabels, fitting, keep_labels
from vschaos_studio.state.project import Project, ProjectError, format_project, parse_project

FOLDER = Path("/p/sounds")
TRACK = LabelEntry((Span(0.5, 1.0, 2.0), Span(1.0, math.inf, 3.0)), "tracks/b.txt")
LABELS = Labels(
    (Task("kind", "int", ("bar", "bell")), Task("height", "float"), Task("pitch", "int")),
    {
        "kind": {"a.wav": whole_file(1), "b.wav": whole_file(0), "c.wav": whole_file(None)},
        "height": {"a.wav": whole_file(-0.25)},
        "pitch": {"b.wav": TRACK},
    },
)


def kept(labels=LABELS, folder=FOLDER):
    made = keep_labels(folder, labels)
    assert made is not None
    return made


def test_the_labels_come_back_through_the_file_of_a_project():
    project = Project(sounds=(FOLDER,), labels=(kept(),))
    read = parse_project(format_project(project, Path("/p")), Path("/p/one.vsproject"))
    assert read == project
    labels = read.labels[0].labels(["a.wav", "b.wav", "c.wav"])
    assert labels.tasks == LABELS.tasks
    assert labels.entries["kind"] == {"a.wav": whole_file(1), "b.wav": whole_file(0)}
    assert labels.entries["height"] == LABELS.entries["height"]
    # Names of files are made anew.
    assert labels.entries["pitch"] == {"b.wav": LabelEntry(TRACK.spans)}
    assert read.labels[0].sounds == {"a.wav", "b.wav"}
    assert read.labels[0].labels(["b.wav"]).entries["height"] == {}


def test_no_labels_are_no_copy(monkeypatch):
    assert keep_labels(FOLDER, Labels()) is None
    assert keep_labels(FOLDER, Labels((Task("kind", "int"),), {"kind": {"a.wav": whole_file(None)}})) is None
    monkeypatch.setattr(kept_labels, "LARGEST_BYTES", 10)
    assert keep_labels(FOLDER, LABELS) is None


def test_what_a_project_would_refuse_is_not_copied():
    tasks = (Task("kind", "int"), Task("no name", "float"), Task("huge", "float"), Task("odd", "int", ("a", "b")))
    entries = {
        "kind": {"a.wav": whole_file(1)},
        "no name": {"a.wav": whole_file(1.0)},
        "huge": {"a.wav": whole_file(1e38)},
        "odd": {"a.wav": whole_file(7)},
    }
    copy = kept(Labels(tasks, entries))
    assert [task.name for task in copy.labels(["a.wav"]).tasks] == ["kind"]
    project = Project(labels=(copy,))
    assert parse_project(format_project(project, Path("/p")), Path("/p/one.vsproject")) == project


@pytest.mark.parametrize(
    "tasks",
    [
        [{"name": "../evil", "kind": "int"}],
        [{"name": "kind", "kind": "text"}],
        [{"name": "kind", "kind": "int", "values": {"a.wav": 0.5}}],
        [{"name": "kind", "kind": "int", "classes": ["a", "b"], "values": {"a.wav": 2}}],
        [{"name": "kind", "kind": "float", "values": {"a.wav": "loud"}}],
        [{"name": "kind", "kind": "float", "values": {"a.wav": [[0, 1]]}}],
        [{"name": "kind", "kind": "int"}] * 2,
        [{"name": f"kind{number}", "kind": "int"} for number in range(17)],
        "kind",
    ],
)
def test_hostile_copies_make_it_no_project(tasks):
    copy = KeptLabels(FOLDER, msgspec.Raw(json.dumps(tasks).encode()))
    content = format_project(Project(labels=(copy,)), Path("/p"))
    with pytest.raises(ProjectError, match="damaged"):
        parse_project(content, Path("/p/one.vsproject"))


def test_a_copy_fits_its_folder_or_one_with_the_same_sounds_where_that_is_gone(tmp_path):
    here = kept(folder=tmp_path)
    gone = kept(folder=tmp_path / "gone")
    assert fitting([gone, here], tmp_path, ["x.wav"]) is here
    assert fitting([here], tmp_path / "other", ["a.wav", "b.wav"]) is None
    assert fitting([gone], tmp_path / "other", ["a.wav", "b.wav", "c.wav"]) is gone
    assert fitting([gone], tmp_path / "other", ["a.wav", "x.wav"]) is None
