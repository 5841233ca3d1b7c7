"""Undo and redo: the same labels again, in every order, and what is forgotten."""

import numpy as np

from vschaos.data.labels.model import Labels, Task
from vschaos_studio.state.label_edits import AddTask, RemoveTask, RenameClass, SetLabel
from vschaos_studio.state.label_history import MOST_STEPS, LabelHistory

KIND = Task("kind", "int", ("bell", "drum"))


def test_undo_and_redo_walk_through_the_same_labels():
    history, seen = LabelHistory(), [Labels()]
    changes = [AddTask(KIND), SetLabel("kind", ("a", "b"), "drum"), RenameClass("kind", "drum", "tom"),
               SetLabel("kind", ("a",), ""), RemoveTask("kind")]  # fmt: skip
    for change in changes:
        history.make(change)
        seen.append(history.labels)
    rng = np.random.default_rng(0)
    place = len(changes)
    for _ in range(300):
        if rng.random() < 0.5:
            history.undo()
            place = max(place - 1, 0)
        else:
            history.redo()
            place = min(place + 1, len(changes))
        assert history.labels == seen[place]
        assert bool(history.undo_text) == (place > 0)
        assert bool(history.redo_text) == (place < len(changes))


def test_the_title_says_what_would_be_undone():
    history = LabelHistory()
    history.make(AddTask(KIND))
    history.make(SetLabel("kind", ("a", "b"), "drum"))
    assert history.undo_text == "Set kind of 2\u00a0sounds"
    history.undo()
    assert history.redo_text == "Set kind of 2\u00a0sounds"
    assert history.undo_text == "Add the label kind"


def test_a_new_change_forgets_what_was_undone():
    history = LabelHistory()
    history.make(AddTask(KIND))
    history.undo()
    history.make(AddTask(Task("other", "float")))
    assert history.redo() is None
    assert [task.name for task in history.labels.tasks] == ["other"]


def test_what_changes_nothing_is_no_step():
    history = LabelHistory()
    history.make(AddTask(KIND))
    history.make(SetLabel("kind", ("a",), "bell"))
    assert history.make(SetLabel("kind", ("a",), "bell")) is None
    assert history.make(SetLabel("kind", ("b",), "")) is None
    history.undo()
    assert history.undo_text == "Add the label kind"


def test_old_steps_are_forgotten():
    history = LabelHistory()
    history.make(AddTask(Task("level", "float")))
    for step in range(MOST_STEPS + 20):
        history.make(SetLabel("level", ("a",), f"{step}.5"))
    undone = 0
    while history.undo() is not None:
        undone += 1
    assert undone == MOST_STEPS
