"""The forms for labels: what they offer, what they refuse without closing, and the change that they end in."""

import pytest

from vschaos.data.labels.model import Labels, Task, whole_file
from vschaos.data.pitch import notes
from vschaos_studio.state.label_edits import AddTask, FillTask, RemoveTask, RenameClass, SetLabel
from vschaos_studio.ui.dialogs.label_dialogs import (
    AddTaskDialog,
    FillDialog,
    RemoveTaskDialog,
    RenameClassDialog,
    SetLabelDialog,
)
from vschaos_studio.ui.dialogs.pitch_dialog import PitchDialog

LABELS = Labels((notes.PITCH, Task("level", "float")), {"pitch": {"a": whole_file(1.0)}, "level": {}})


@pytest.fixture
def decided(qtbot):
    """Show a dialog, fill it in, and take what it decides."""

    def decide(dialog, fill=lambda dialog: None):
        qtbot.addWidget(dialog)
        seen = []
        dialog.decided.connect(seen.append)
        dialog.show()
        fill(dialog)
        dialog.decide.click()
        return seen

    return decide


def test_many_sounds_get_a_class_or_a_number(decided):
    def choose(dialog):
        assert dialog.value.itemText(1) == "C#"
        dialog.value.setCurrentText("F#")

    assert decided(SetLabelDialog(LABELS, ["a", "b"], "pitch"), choose) == [SetLabel("pitch", ("a", "b"), "F#")]

    def type_number(dialog):
        dialog.tasks.setCurrentText("level")
        dialog.value.setText("0.5")

    assert decided(SetLabelDialog(LABELS, ["a"]), type_number) == [SetLabel("level", ("a",), "0.5")]


def test_what_a_label_does_not_take_is_said_and_the_form_stays(decided):
    dialog = SetLabelDialog(LABELS, ["a"], "pitch")
    assert decided(dialog, lambda dialog: dialog.value.setCurrentText("H")) == []
    assert "not a pitch" in dialog.message.text()
    assert dialog.isVisible()


def test_a_label_of_classes_or_of_numbers(decided):
    def classes(dialog):
        dialog.name.setText("sort of thing")
        dialog.classes.setText("bell, , drum,  big  gong, bell")

    assert decided(AddTaskDialog(LABELS), classes) == [
        AddTask(Task("sort_of_thing", "int", ("bell", "drum", "big gong")))
    ]

    def number(dialog):
        dialog.name.setText("bright")
        dialog.classes.setText("x")
        dialog.number_kind.setChecked(True)
        assert not dialog.classes.isEnabled()

    assert decided(AddTaskDialog(LABELS), number) == [AddTask(Task("bright", "float"))]


@pytest.mark.parametrize("name", ["", "pitch", "höhe"])
def test_a_name_that_cannot_be_is_refused(decided, name):
    dialog = AddTaskDialog(LABELS)
    assert decided(dialog, lambda dialog: dialog.name.setText(name)) == []
    assert dialog.message.text()


def test_renaming_offers_the_classes_of_the_label(decided):
    def rename(dialog):
        assert [dialog.tasks.itemText(place) for place in range(dialog.tasks.count())] == ["pitch"]
        dialog.before.setCurrentText("C#")
        assert dialog.after.text() == "C#"
        dialog.after.setText("Db")

    assert decided(RenameClassDialog(LABELS), rename) == [RenameClass("pitch", "C#", "Db")]


def test_removing_says_how_much_goes(decided):
    dialog = RemoveTaskDialog(LABELS, ["a", "b"], "pitch")
    assert "1\u00a0sound" in dialog.lead.text()
    assert decided(dialog) == [RemoveTask("pitch")]


def test_folders_are_shown_before_they_become_classes(decided):
    task = Task("folder", "int", ("bells", "drums"))
    entries = {"bells/a": whole_file(0.0), "drums/b": whole_file(1.0)}
    dialog = FillDialog(LABELS, task, entries, 3)
    emitted = dialog.lead.text().replace("\u00a0", " ")
    assert "bells: 1 sound · drums: 1" in emitted
    assert "1 sound outside such folders" in emitted
    changes = decided(dialog, lambda dialog: dialog.name.setText("kind"))
    assert changes == [FillTask(Task("kind", "int", ("bells", "drums")), entries)]


def test_the_hands_are_in_the_first_field(qtbot):
    for dialog, field in (
        (SetLabelDialog(LABELS, ["a"], "pitch"), "value"),
        (AddTaskDialog(LABELS), "name"),
        (RemoveTaskDialog(LABELS, ["a"]), "tasks"),
        (PitchDialog("It takes a while.", labelled=False), "begin"),
        (PitchDialog("It takes a while.", labelled=True, problems=1), "anew"),
    ):
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.focusWidget() is getattr(dialog, field)


def test_making_anew_is_offered_only_where_there_is_something(qtbot):
    for labelled in (False, True):
        dialog = PitchDialog("It takes a while.", labelled=labelled)
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.anew.isVisible() == labelled
        with qtbot.waitSignal(dialog.decided) as decided:
            dialog.accept()
        assert decided.args == [False]
