"""The desk of labels: shown at once, written beside, and whole again after a full disk or another program."""

import pytest

from tests.studio.immediate_tasks import ImmediateTasks
from tests.studio.services.held import Held
from vschaos.data.labels.model import Task
from vschaos.errors import DatasetError
from vschaos_studio.services.label_editor import LabelEditor
from vschaos_studio.services.tasks import ThreadTasks
from vschaos_studio.state.label_edits import AddTask, RemoveTask, SetLabel, values_of
from vschaos_studio.state.notices import Level

KIND = Task("kind", "int", ("bell", "drum"))


@pytest.fixture
def root(tmp_path):
    for name in ("a.wav", "b.wav"):
        (tmp_path / name).write_bytes(b"")
    return tmp_path


def a_desk(notices, root, tasks):
    desk = LabelEditor(notices, tasks)
    desk.open(root, ("a.wav", "b.wav"))
    return desk


def written(root, task="kind"):
    return (root / "metadata" / task / "metadata.txt").read_text()


def test_a_change_is_on_the_disk_at_once_and_so_is_its_undoing(notices, root, qtbot):
    desk = a_desk(notices, root, ImmediateTasks())
    desk.make(AddTask(KIND))
    with qtbot.waitSignals([desk.changed, desk.settled]):
        desk.make(SetLabel("kind", ("b.wav",), "drum"))
    assert written(root) == "b.wav\t1\n"
    desk.undo()
    assert written(root) == ""
    desk.redo()
    assert written(root) == "b.wav\t1\n"
    assert not notices.posted


def test_a_refused_change_is_told_and_changes_nothing(notices, root):
    desk = a_desk(notices, root, ImmediateTasks())
    assert not desk.make(SetLabel("kind", ("b.wav",), "drum"))
    assert notices.posted[-1].level is Level.ERROR
    assert not desk.undo_text


def test_a_new_class_is_told(notices, root):
    desk = a_desk(notices, root, ImmediateTasks())
    desk.make(AddTask(KIND))
    desk.make(SetLabel("kind", ("a.wav",), "gong"))
    assert "“gong” is a new class of kind" in notices.posted[-1].sentence


def test_changes_made_while_one_is_written_are_written_after_it(notices, root):
    held = Held()
    desk = a_desk(notices, root, held)
    held.run_all()
    desk.make(AddTask(KIND))
    desk.make(SetLabel("kind", ("a.wav",), "bell"))
    desk.make(SetLabel("kind", ("b.wav",), "drum"))
    assert len(held.held) == 1
    held.run_one()
    assert written(root) == ""
    held.run_one()
    assert written(root) == "a.wav\t0\nb.wav\t1\n"
    assert not held.held


def test_a_full_disk_costs_nothing(notices, root, monkeypatch):
    desk = a_desk(notices, root, ImmediateTasks())
    desk.make(AddTask(KIND))

    def full(root, labels):
        raise DatasetError("The disk is full.", "Make room.")

    with monkeypatch.context() as patch:
        patch.setattr("vschaos_studio.services.label_storage.write_labels", full)
        desk.make(SetLabel("kind", ("a.wav",), "bell"))
    assert desk.failed
    assert notices.posted[-1].sentence == "The disk is full."
    assert values_of(desk.labels.entries["kind"]["a.wav"]) == (0,)
    desk.save_again()
    assert not desk.failed
    assert written(root) == "a.wav\t0\n"


def test_another_programs_labels_count_and_the_users_last_change_is_made_on_them(notices, root):
    desk = a_desk(notices, root, ImmediateTasks())
    desk.make(AddTask(KIND))
    (root / "metadata" / "kind" / "metadata.txt").write_text("b.wav\t0\n")
    desk.make(SetLabel("kind", ("a.wav",), "drum"))
    assert written(root) == "b.wav\t0\na.wav\t1\n"
    assert notices.posted[-1].level is Level.WARNING
    assert "with your last changes" in notices.posted[-1].remedy
    desk.undo()
    assert written(root) == "b.wav\t0\n"


def test_a_change_that_fits_no_more_is_told(notices, root):
    desk = a_desk(notices, root, ImmediateTasks())
    desk.make(AddTask(KIND))
    (root / "metadata" / "kind" / "classes.txt").unlink()
    (root / "metadata" / "kind" / "metadata.txt").write_text("b.wav\t7\n")
    desk.make(SetLabel("kind", ("a.wav",), "drum"))
    assert written(root) == "b.wav\t7\n"
    assert "no longer fit" in notices.posted[-1].remedy


def test_what_waits_is_written_before_the_program_ends(notices, root):
    held = Held()
    desk = a_desk(notices, root, held)
    held.run_all()
    desk.make(AddTask(KIND))
    desk.make(SetLabel("kind", ("a.wav",), "bell"))
    desk.flush()
    assert written(root) == "a.wav\t0\n"
    held.run_all()
    assert written(root) == "a.wav\t0\n"
    assert not notices.posted


def test_what_cannot_be_written_at_the_end_is_counted_and_kept_for_another_try(notices, root, monkeypatch):
    desk = a_desk(notices, root, ImmediateTasks())
    desk.make(AddTask(KIND))
    assert desk.unwritten == 0

    def full(root, labels):
        raise DatasetError("The disk is full.", "Make room.")

    with monkeypatch.context() as patch:
        patch.setattr("vschaos_studio.services.label_storage.write_labels", full)
        desk.make(SetLabel("kind", ("a.wav",), "bell"))
        desk.make(SetLabel("kind", ("b.wav",), "bell"))
        desk.flush()
        assert desk.unwritten == 2
        assert desk.failed
    desk.flush()
    assert desk.unwritten == 0
    assert not desk.failed
    assert written(root) == "a.wav\t0\nb.wav\t0\n"


def test_another_folder_begins_anew(notices, root, tmp_path_factory):
    desk = a_desk(notices, root, ImmediateTasks())
    desk.make(AddTask(KIND))
    desk.open(tmp_path_factory.mktemp("other"), ())
    assert desk.labels.tasks == ()
    assert not desk.undo_text
    assert (root / "metadata" / "kind" / "metadata.txt").exists()


def test_what_an_extraction_wrote_can_be_undone(notices, root):
    desk = a_desk(notices, root, ImmediateTasks())
    desk.make(AddTask(KIND))
    (root / "metadata" / "pitch").mkdir()
    (root / "metadata" / "pitch" / "metadata.txt").write_text("a.wav\t4\n")
    desk.load_from_disk("Extract pitch")
    assert [task.name for task in desk.labels.tasks] == ["kind", "pitch"]
    assert desk.undo_text == "Extract pitch"
    desk.undo()
    assert not (root / "metadata" / "pitch").exists()
    desk.redo()
    assert written(root, "pitch") == "a.wav\t4\n"
    desk.undo()
    desk.undo()
    assert desk.labels.tasks == ()


def test_nothing_can_be_changed_before_the_labels_are_read(notices, root):
    held = Held()
    desk = a_desk(notices, root, held)
    assert not desk.ready
    assert not desk.make(AddTask(KIND))
    held.run_all()
    assert desk.ready


def test_in_worker_threads(notices, root, qtbot):
    tasks = ThreadTasks()
    desk = LabelEditor(notices, tasks)
    with qtbot.waitSignal(desk.settled):
        desk.open(root, ("a.wav", "b.wav"))
    desk.make(AddTask(KIND))
    for text in ("bell", "drum") * 10:
        desk.make(SetLabel("kind", ("a.wav", "b.wav"), text))
    desk.make(RemoveTask("kind"))
    desk.undo()
    desk.close()
    assert tasks.shutdown()
    assert written(root) == "a.wav\t1\nb.wav\t1\n"
    assert not notices.posted
