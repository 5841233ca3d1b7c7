"""Labels on the disk: only what differs is written, nothing foreign is overwritten, nothing is lost."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from vschaos.data.labels.model import Labels, Task, whole_file
from vschaos.data.pitch import notes
from vschaos.errors import DatasetError
from vschaos_studio.services.label_storage import ChangedOutsideError, LabelDisk
from vschaos_studio.state.label_edits import AddTask, RemoveTask, SetLabel, values_of

SOUNDS = ("data/a.wav", "data/b.wav", "data/c.wav")


def files_of(root: Path) -> dict[str, str]:
    return {str(path.relative_to(root)): path.read_text("utf-8") for path in root.rglob("*.txt")}


@pytest.fixture
def root(tmp_path):
    for name in SOUNDS:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")
    pitch = tmp_path / "metadata" / "pitch"
    (pitch / "tracks").mkdir(parents=True)
    (pitch / "metadata.txt").write_text("data/a.wav\t4\ndata/b.wav\ttracks/b.txt\n")
    (pitch / "classes.txt").write_text("".join(f"{name}\n" for name in notes.PITCH.classes))
    (pitch / "tracks" / "b.txt").write_text("0.25,0.5\t1\n0.5,1.0\t2\n")
    level = tmp_path / "metadata" / "level"
    level.mkdir()
    (level / "metadata.txt").write_text("data/a.wav\t0.5\n")
    return tmp_path


def test_what_was_read_and_not_changed_is_not_written(root):
    before = files_of(root)
    disk = LabelDisk(root, SOUNDS)
    disk.write(disk.read().labels)
    assert files_of(root) == before


def test_a_change_reaches_its_own_task_alone(root):
    disk = LabelDisk(root, SOUNDS)
    labels = disk.read().labels
    level = root / "metadata" / "level" / "metadata.txt"
    stamp = level.stat().st_mtime_ns
    disk.write(SetLabel("pitch", ("data/c.wav",), "B").applied(labels))
    assert (
        root / "metadata/pitch/metadata.txt"
    ).read_text() == "data/a.wav\t4\ndata/b.wav\ttracks/b.txt\ndata/c.wav\t11\n"
    assert level.stat().st_mtime_ns == stamp
    assert values_of(LabelDisk(root, SOUNDS).read().labels.entries["pitch"]["data/b.wav"]) == (1, 2)


def test_undoing_writes_what_was_there(root):
    before = files_of(root)
    disk = LabelDisk(root, SOUNDS)
    labels = disk.read().labels
    disk.write(SetLabel("pitch", SOUNDS, "C").applied(labels))
    disk.write(labels)
    assert files_of(root) == {**before, "metadata/pitch/tracks/b.txt": files_of(root)["metadata/pitch/tracks/b.txt"]}
    assert LabelDisk(root, SOUNDS).read().labels == labels


def test_a_removed_task_is_gone_and_comes_back(root):
    disk = LabelDisk(root, SOUNDS)
    labels = disk.read().labels
    (root / "metadata" / "pitch" / "a note.md").write_text("mine")
    disk.write(RemoveTask("pitch").applied(labels))
    assert [path.name for path in (root / "metadata" / "pitch").rglob("*")] == ["a note.md"]
    disk.write(RemoveTask("level").applied(RemoveTask("pitch").applied(labels)))
    assert not (root / "metadata" / "level").exists()
    disk.write(labels)
    assert LabelDisk(root, SOUNDS).read().labels == labels


def test_what_another_program_wrote_is_not_overwritten(root):
    disk = LabelDisk(root, SOUNDS)
    labels = disk.read().labels
    path = root / "metadata" / "pitch" / "metadata.txt"
    path.write_text("data/a.wav\t7\n")
    with pytest.raises(ChangedOutsideError):
        disk.write(SetLabel("pitch", ("data/c.wav",), "B").applied(labels))
    assert path.read_text() == "data/a.wav\t7\n"
    fresh = disk.read().labels
    disk.write(SetLabel("pitch", ("data/c.wav",), "B").applied(fresh))
    assert path.read_text() == "data/a.wav\t7\ndata/c.wav\t11\n"


def test_a_new_task_of_another_program_counts_as_a_change(root):
    disk = LabelDisk(root, SOUNDS)
    labels = disk.read().labels
    (root / "metadata" / "mine").mkdir()
    (root / "metadata" / "mine" / "metadata.txt").write_text("")
    with pytest.raises(ChangedOutsideError):
        disk.write(SetLabel("pitch", ("data/c.wav",), "B").applied(labels))


def test_lines_that_were_not_understood_are_kept_beside(root):
    path = root / "metadata" / "pitch" / "metadata.txt"
    path.write_text("data/a.wav\t4\ndata/nowhere.wav\t5\nnonsense\n")
    disk = LabelDisk(root, SOUNDS)
    reading = disk.read()
    assert [problem.line for problem in reading.problems] == [2, 3]
    disk.write(SetLabel("pitch", ("data/c.wav",), "B").applied(reading.labels))
    kept = path.with_name("metadata.before-edit.txt")
    assert "nonsense" in kept.read_text()
    disk.write(SetLabel("pitch", ("data/c.wav",), "A").applied(reading.labels))
    assert "nonsense" in kept.read_text()
    assert "data/c.wav\t9\n" in path.read_text()


def test_every_file_of_which_nothing_was_understood_is_kept_beside(root):
    folder = root / "metadata" / "pitch"
    (folder / "tracks").mkdir(exist_ok=True)
    (folder / "metadata.txt").write_text("data/a.wav\ta.txt\ndata/b.wav\ttracks/b.txt\n")
    for name in "ab":
        (folder / "tracks" / f"{name}.txt").write_text("0,1\tloud\n")
    disk = LabelDisk(root, SOUNDS)
    reading = disk.read()
    assert len([problem for problem in reading.problems if problem.file.startswith("metadata/pitch")]) == 1
    disk.write(SetLabel("pitch", ("data/c.wav",), "B").applied(reading.labels))
    assert [(folder / "tracks" / f"{name}.before-edit.txt").read_text() for name in "ab"] == ["0,1\tloud\n"] * 2


def test_labels_as_the_original_writes_them_are_edited_as_they_are(root):
    folder = root / "metadata" / "pitch"
    names = ("A", "A#", "B", "C", "C#", "D", "D#", "E", "F", "F#", "G", "G#")
    (folder / "classes.txt").write_text("".join(f"{number}\t{name}\n" for number, name in enumerate(names)))
    (folder / "tracks").mkdir(exist_ok=True)
    (folder / "tracks" / "a.txt").write_text("0.000000,0.010000\t3\n0.010000,0.020000\tNone")
    (folder / "metadata.txt").write_text("data/a.wav\ta.txt\ndata/b.wav\t0")
    disk = LabelDisk(root, SOUNDS)
    labels = SetLabel("pitch", ("data/c.wav",), "C#").applied(disk.read().labels)
    disk.write(labels)
    assert (folder / "metadata.txt").read_text() == "data/a.wav\ttracks/a.txt\ndata/b.wav\t0\ndata/c.wav\t4\n"
    assert (folder / "classes.txt").read_text().split() == list(names)
    assert (folder / "tracks" / "a.txt").read_text() == "0.0,0.01\t3\n0.01,0.02\tnone\n"
    assert LabelDisk(root, SOUNDS).read().labels == labels


def test_a_task_that_cannot_be_read_is_a_problem_and_the_others_are_read(root):
    (root / "metadata" / "level" / "metadata.txt").write_bytes(b"\xff\xfe\x00")
    reading = LabelDisk(root, SOUNDS).read()
    assert [task.name for task in reading.labels.tasks] == ["pitch"]
    assert reading.problems[0].file == "metadata/level/metadata.txt"


def test_class_names_that_are_undone_leave_no_file(root):
    disk = LabelDisk(root, SOUNDS)
    labels = AddTask(Task("mood", "int")).applied(disk.read().labels)
    disk.write(labels)
    disk.write(SetLabel("mood", ("data/a.wav",), "sad").applied(labels))
    assert (root / "metadata" / "mood" / "classes.txt").exists()
    disk.write(labels)
    assert not (root / "metadata" / "mood" / "classes.txt").exists()


def test_a_quantity_without_values_stays_one_while_the_folder_is_open(root):
    disk = LabelDisk(root, SOUNDS)
    disk.write(AddTask(Task("bright", "float")).applied(disk.read().labels))
    assert disk.read().labels.task("bright").kind == "float"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(root):
    disk = LabelDisk(root, SOUNDS)
    labels = disk.read().labels
    (root / "metadata" / "pitch").chmod(0o500)
    try:
        with pytest.raises(DatasetError):
            disk.write(SetLabel("pitch", ("data/c.wav",), "B").applied(labels))
    finally:
        (root / "metadata" / "pitch").chmod(0o700)


def test_a_failure_half_way_is_told_and_the_next_try_writes_all(root, monkeypatch):
    import vschaos_studio.services.label_storage as module

    disk = LabelDisk(root, SOUNDS)
    labels = SetLabel("level", ("data/b.wav",), "0.75").applied(disk.read().labels)
    labels = SetLabel("pitch", ("data/c.wav",), "B").applied(labels)
    real, written = module.write_labels, []

    def fail_once(root, part):
        written.append(part.tasks[0].name)
        if len(written) == 2:
            raise DatasetError("The disk is full.", "Make room.")
        real(root, part)

    monkeypatch.setattr(module, "write_labels", fail_once)
    with pytest.raises(DatasetError, match="full"):
        disk.write(labels)
    disk.write(labels)
    assert LabelDisk(root, SOUNDS).read().labels == labels


def test_a_plain_folder_gains_metadata(tmp_path):
    (tmp_path / "a.wav").write_bytes(b"")
    disk = LabelDisk(tmp_path, ("a.wav",))
    assert disk.read().labels == Labels()
    labels = SetLabel("kind", ("a.wav",), "bell").applied(AddTask(Task("kind", "int", ("bell",))).applied(Labels()))
    disk.write(labels)
    again = LabelDisk(tmp_path, ("a.wav",)).read()
    assert again.labels == replace(labels, entries={"kind": {"a.wav": whole_file(0.0)}})
    assert not again.problems
