"""Changes to labels: what may be typed, what is refused and why, and that old labels stay as they were."""

import math

import pytest

from vschaos.data.labels.model import LabelEntry, Labels, Span, Task, whole_file
from vschaos.data.pitch import notes
from vschaos.errors import DatasetError
from vschaos_studio.state.label_edits import (
    AddTask,
    FillTask,
    RemoveTask,
    RenameClass,
    SetLabel,
    understood,
    values_of,
)

KIND = Task("kind", "int", ("bell", "drum"))
LABELS = Labels(
    (notes.PITCH, notes.OCTAVE, KIND, Task("brightness", "float")),
    {
        "pitch": {"a.wav": whole_file(0.0)},
        "octave": {"a.wav": whole_file(4.0)},
        "kind": {"a.wav": whole_file(0.0), "b.wav": whole_file(1.0)},
        "brightness": {},
    },
)


@pytest.mark.parametrize(
    ("task", "typed", "value"),
    [("pitch", "C#", 1), ("pitch", "c#", 1), ("pitch", " 11 ", 11), ("octave", "5", 5), ("kind", "DRUM", 1),
     ("brightness", "0,25", 0.25), ("brightness", "-1e-3", -0.001), ("kind", "none", None), ("kind", "–", None),
     ("kind", "  ", None)],
)  # fmt: skip
def test_what_is_typed_is_understood(task, typed, value):
    assert understood(LABELS, task, typed)[1] == value


@pytest.mark.parametrize(
    ("task", "typed", "word"),
    [("pitch", "H", "not a pitch"), ("pitch", "12", "0 to 11"), ("octave", "high", "a whole number"),
     ("octave", "4.5", "0, 1, 2"), ("kind", "2", "0 to 1"), ("kind", "0.5", "0, 1, 2"),
     ("brightness", "loud", "number"), ("brightness", "nan", "number"), ("brightness", "inf", "number"),
     ("gone", "1", "any more")],
)  # fmt: skip
def test_what_a_task_does_not_take_is_refused_with_a_remedy(task, typed, word):
    with pytest.raises(DatasetError, match=word) as refused:
        SetLabel(task, ("a.wav",), typed).applied(LABELS)
    assert refused.value.remedy


def test_pitches_that_count_from_a_gain_no_class():
    task = Task("pitch", "int", (*notes.PITCH.classes[9:], *notes.PITCH.classes[:9]))
    labels = Labels((task,), {"pitch": {}})
    assert SetLabel("pitch", ("a.wav",), "C").applied(labels).entries["pitch"]["a.wav"] == whole_file(3.0)
    with pytest.raises(DatasetError, match="not a pitch"):
        SetLabel("pitch", ("a.wav",), "H").applied(labels)


def test_setting_many_sounds_leaves_the_old_labels_and_all_other_tasks_alone():
    after = SetLabel("kind", ("b.wav", "c.wav"), "bell").applied(LABELS)
    assert {name: values_of(entry) for name, entry in after.entries["kind"].items()} == {
        "a.wav": (0,), "b.wav": (0,), "c.wav": (0,),
    }  # fmt: skip
    assert values_of(LABELS.entries["kind"]["b.wav"]) == (1,)
    assert after.entries["pitch"] is LABELS.entries["pitch"]


def test_clearing_takes_the_entry_away():
    assert list(SetLabel("kind", ("a.wav", "x.wav"), "").applied(LABELS).entries["kind"]) == ["b.wav"]


def test_a_new_word_is_a_new_class_and_stands_behind_the_others():
    after = SetLabel("kind", ("c.wav",), "gong  big").applied(LABELS)
    assert after.task("kind").classes == ("bell", "drum", "gong big")
    assert values_of(after.entries["kind"]["c.wav"]) == (2,)


def test_an_empty_task_becomes_what_is_first_typed_in_it():
    empty = AddTask(Task("mood", "int")).applied(LABELS)
    assert SetLabel("mood", ("a.wav",), "0.5").applied(empty).task("mood").kind == "float"
    assert SetLabel("mood", ("a.wav",), "sad").applied(empty).task("mood").classes == ("sad",)
    assert SetLabel("mood", ("a.wav",), "3").applied(empty).task("mood") == Task("mood", "int")


@pytest.mark.parametrize("name", ["", "kind", "Kind", "a/b", "schön", "a b", "../x"])
def test_a_task_needs_a_free_name_that_can_be_a_folder_and_an_address(name):
    with pytest.raises(DatasetError):
        AddTask(Task(name, "int")).applied(LABELS)


@pytest.mark.parametrize("classes", [("none",), ("3",), ("0.5",)])
def test_a_class_is_no_number_and_not_nothing(classes):
    with pytest.raises(DatasetError):
        AddTask(Task("mood", "int", classes)).applied(LABELS)


def test_renaming_keeps_the_sounds_in_their_class():
    after = RenameClass("kind", "bell", " chime ").applied(LABELS)
    assert after.task("kind").classes == ("chime", "drum")
    assert after.entries["kind"] is LABELS.entries["kind"]
    for other in ("drum", "", "7"):
        with pytest.raises(DatasetError):
            RenameClass("kind", "bell", other).applied(LABELS)
    with pytest.raises(DatasetError, match="any more"):
        RenameClass("kind", "gong", "x").applied(LABELS)


def test_removing_takes_the_task_with_its_entries():
    after = RemoveTask("kind").applied(LABELS)
    assert "kind" not in after.entries
    assert [task.name for task in after.tasks] == ["pitch", "octave", "brightness"]


def test_folders_fill_what_is_unlabelled_and_match_classes_by_name():
    folders = Task("kind", "int", ("drum", "gong"))
    found = {"a.wav": whole_file(0.0), "c.wav": whole_file(0.0), "d.wav": whole_file(1.0)}
    after = FillTask(folders, found).applied(LABELS)
    assert after.task("kind").classes == ("bell", "drum", "gong")
    assert {name: values_of(entry)[0] for name, entry in after.entries["kind"].items()} == {
        "a.wav": 0, "b.wav": 1, "c.wav": 1, "d.wav": 2,
    }  # fmt: skip
    with pytest.raises(DatasetError, match="numbers"):
        FillTask(Task("octave", "int", ("x", "y")), found).applied(LABELS)


def test_the_values_inside_of_a_sound():
    entry = LabelEntry((Span(0, 1, 2.0), Span(1, 2, None), Span(2, 3, 5.0), Span(3, math.inf, 2.0)))
    assert values_of(entry) == (2.0, 5.0)
    assert values_of(None) == values_of(whole_file(None)) == ()
