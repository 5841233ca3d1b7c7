"""The project as a value and as a file's content: everything comes back, and nothing hostile is believed."""

import json
import os
from pathlib import Path

import msgspec
import pytest

from vschaos_studio.state.kept_labels import KeptLabels
from vschaos_studio.state.project import (
    Place,
    Project,
    ProjectError,
    ProjectExport,
    ProjectInstrument,
    ProjectTraining,
    Work,
    format_project,
    parse_project,
)
from vschaos_studio.state.training_request import ResumeRequest, TrainingRequest

SET = b'{"format": "vschaos set", "version": 1, "snapshots": {"3": {"latent": [0.5]}}}'
NEW = TrainingRequest("Bells", "dgt_small", Path("/sounds"), Path("/runs"), ("model.conditioning.kind={dim:2}",), 5)
WHOLE = Project(
    page="train",
    sounds=(Path("/p/sounds"), Path(os.fsdecode(b"/caf\xe9"))),
    searching_pitch=True,
    instruments=(
        ProjectInstrument(Path("/p/a.vschaos"), "Bells", Place((0.1, -1.0), {"noise": 0.5}), msgspec.Raw(SET)),
        ProjectInstrument(Path("/else/b.vschaos"), "Bowls"),
    ),
    trainings=(
        ProjectTraining.of(NEW, Work.RUNNING, "/runs/Bells/version_0", 0.28),
        ProjectTraining.of(ResumeRequest("Bells", Path("/runs/Bells"), 1, 5), Work.WAITING),
    ),
    exports=(ProjectExport(Work.ENDED, Path("/p/a.vschaos"), Path("/out"), "bells", "me", "CC0"),),
)
FILE = Path("/p/one.vsproject")
POSIX = pytest.mark.skipif(os.name != "posix", reason="names are text elsewhere")


@POSIX
def test_everything_comes_back():
    assert parse_project(format_project(WHOLE, Path("/p")), FILE) == WHOLE


def test_files_beside_the_project_are_found_where_it_went(tmp_path):
    (tmp_path / "sounds").mkdir()
    moved = parse_project(format_project(WHOLE, Path("/p")), tmp_path / "one.vsproject")
    assert moved.sounds[0] == tmp_path / "sounds"
    # What is not beside it any more is looked for where it was.
    assert moved.instruments[0].file == Path("/p/a.vschaos")


def test_a_path_that_is_not_whole_neither_makes_nor_is_a_damaged_project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    content = format_project(Project(sounds=(Path("a/b"),)), Path("/p"))
    assert parse_project(content, FILE).sounds == (tmp_path / "a" / "b",)
    assert parse_project(changed(sounds=[{"path": "a/b"}]), FILE).sounds == (FILE.parent / "a" / "b",)


def test_what_ran_is_interrupted_once_the_program_has_ended():
    assert [one.work for one in WHOLE.interrupted().trainings] == [Work.INTERRUPTED, Work.WAITING]


def changed(**fields):
    return json.dumps(json.loads(format_project(WHOLE, Path("/p"))) | fields).encode()


def a_training(**fields):
    request = json.loads(format_project(WHOLE, Path("/p")))["trainings"][0]["new"]
    return {"work": "running", "new": request | fields}


BAD = {
    "not JSON": b"\xff\xfe",
    "nothing": b"{}",
    "deep": b"[" * 200_000,
    "deep inside": changed(page="x").replace(b'"x"', b'"x", "more": ' + b"[" * 200_000),
    "another format": changed(format="vschaos set"),
    "no version": changed(version=0),
    "path": changed(sounds=["/a"]),
    "path with a zero": changed(sounds=[{"path": "/a\0"}]),
    "beside elsewhere": changed(sounds=[{"path": "/a", "beside": "/etc"}]),
    "number": changed(instruments=[{"file": {"path": "/a"}, "place": {"latent": [1.5]}}]),
    "infinite": changed(page="x").replace(b'"x"', b'"x", "version": 1e999'),
    "set": changed(instruments=[{"file": {"path": "/a"}, "set": {"format": "vschaos set", "snapshots": 3}}]),
    "no request": changed(trainings=[{"work": "running"}]),
    "an option for the trainer": changed(trainings=[a_training(overrides=["--config-dir=/evil"])]),
    "another setting of the trainer": changed(trainings=[a_training(overrides=["hydra.run.dir=/evil"])]),
    "an option as configuration": changed(trainings=[a_training(configuration="../evil")]),
    "a folder as name": changed(trainings=[a_training(name="../evil")]),
    "too many": changed(sounds=[{"path": "/a"}] * 10_001),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_project_is_refused_in_a_sentence(name):
    with pytest.raises(ProjectError) as raised:
        parse_project(BAD[name], FILE)
    assert "one.vsproject" in raised.value.sentence
    assert raised.value.remedy


def test_a_newer_program_is_named_as_the_reason():
    with pytest.raises(ProjectError, match="newer version"):
        parse_project(changed(version=2, sounds="of another kind"), FILE)


def test_an_instrument_that_was_listened_to_is_nothing_yet():
    assert Project(instruments=(ProjectInstrument(Path("/a"), "A"),)).is_empty
    assert not Project(instruments=(ProjectInstrument(Path("/a"), "A", set=msgspec.Raw(SET)),)).is_empty
    assert not Project(sounds=(Path("/a"),)).is_empty


def test_folders_of_sounds_are_remembered_the_last_one_first():
    a, b, c = Path("/a"), Path("/b"), Path("/c")
    project = Project().with_sounds(a).with_sounds(b).with_sounds(a)
    assert project.sounds == (a, b)
    assert project.open_sounds == a
    closed = msgspec.structs.replace(project, sounds_closed=True)
    assert closed.open_sounds is None
    assert closed.with_sounds(b).open_sounds == b
    assert closed.without_sounds([a]).open_sounds is None
    assert project.without_sounds([a]).open_sounds is None
    assert project.without_sounds([a, b]) == Project()
    kept = KeptLabels(a, msgspec.Raw(b"[]"))
    moved = project.with_labels(a, kept).with_sounds(c, instead_of=a)
    assert moved.sounds == (c, b)
    assert [one.folder for one in moved.labels] == [c]
    assert not moved.without_sounds([c]).labels
    many = Project()
    for number in range(60):
        many = many.with_sounds(Path(f"/{number}"))
    assert len(many.sounds) == 50
