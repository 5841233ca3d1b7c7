"""The forms for labels: set one for many sounds, add, fill and remove a label, rename a class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from vschaos.data.labels import Entry, Labels, Task
from vschaos_studio.state.dataset import counted
from vschaos_studio.state.label_edits import AddTask, FillTask, RemoveTask, RenameClass, SetLabel
from vschaos_studio.state.label_words import TaskCounts
from vschaos_studio.ui.dialogs.change_dialog import ChangeDialog
from vschaos_studio.ui.widgets.label_delegate import CLEAR, class_menu

UNDO = "Undo brings it back."


class SetLabelDialog(ChangeDialog):
    """One label for all selected sounds."""

    def __init__(self, labels: Labels, sounds: Sequence[str], task: str = "", *, parent: QWidget | None = None) -> None:
        lead = f"“{CLEAR}” takes the label away. A new word makes a new class, where the classes have names."
        super().__init__(f"Label {counted(len(sounds), 'sound')}", lead, "Set label", labels, parent=parent)
        self._sounds = tuple(sounds)
        self.tasks = _task_menu(labels, task)
        self._holder = QVBoxLayout()
        self._holder.setContentsMargins(0, 0, 0, 0)
        self.value: QComboBox | QLineEdit = QLineEdit()
        self._holder.addWidget(self.value)
        self.form.addRow("Label", self.tasks)
        self.form.addRow("Value", self._holder)
        self.tasks.currentTextChanged.connect(self._offer_values)
        self._offer_values(self.tasks.currentText())
        self.order_fields(self.value, self.tasks)

    def change(self) -> SetLabel:
        """See ChangeDialog."""
        text = self.value.currentText() if isinstance(self.value, QComboBox) else self.value.text()
        return SetLabel(self.tasks.currentText(), self._sounds, text)

    def _offer_values(self, name: str) -> None:
        task = self._labels.task(name)
        old, self.value = self.value, class_menu(task) if task.classes else QLineEdit()
        if isinstance(self.value, QComboBox):
            self.value.setCurrentText("")
        else:
            self.value.setPlaceholderText("a number, such as 0.5" if task.kind == "float" else "a number, or a name")
        self.value.setAccessibleName("Value")
        self._holder.replaceWidget(old, self.value)
        old.deleteLater()
        self.message.setText("")


class AddTaskDialog(ChangeDialog):
    """Begin to label something new."""

    def __init__(self, labels: Labels, *, parent: QWidget | None = None) -> None:
        lead = "What is to be told of each sound? An instrument can learn it, and you choose it while playing."
        super().__init__("Add a label", lead, "Add", labels, parent=parent)
        self.name = QLineEdit()
        self.name.setPlaceholderText("such as instrument, vowel, brightness")
        self.name.setAccessibleName("Name of the label")
        self.classes_kind = QRadioButton("One of several kinds: bell, drum, gong …")
        self.number_kind = QRadioButton("A number: how bright, how loud …")
        self.classes_kind.setChecked(True)
        self.classes = QLineEdit()
        self.classes.setPlaceholderText("bell, drum, gong – or leave it empty, and type them in the table")
        self.classes.setAccessibleName("Names of the classes, with commas between them")
        kinds = QVBoxLayout()
        kinds.setSpacing(2)
        kinds.addWidget(self.classes_kind)
        kinds.addWidget(self.number_kind)
        self.form.addRow("Name", self.name)
        self.form.addRow("It is", kinds)
        self.form.addRow("Classes", self.classes)
        self.classes_kind.toggled.connect(self.classes.setEnabled)
        self.setMinimumWidth(520)
        self.order_fields(self.name, self.classes_kind, self.number_kind, self.classes)

    def change(self) -> AddTask:
        """See ChangeDialog."""
        name = "_".join(self.name.text().split())
        if self.number_kind.isChecked():
            return AddTask(Task(name, "float"))
        words = (" ".join(word.split()) for word in self.classes.text().split(","))
        return AddTask(Task(name, "int", tuple(dict.fromkeys(word for word in words if word))))


class FillDialog(ChangeDialog):
    """Each folder becomes a class."""

    def __init__(
        self, labels: Labels, task: Task, entries: Mapping[str, Entry], sounds: int, *, parent: QWidget | None = None
    ) -> None:
        counts = TaskCounts.of(Labels((task,), {task.name: entries}), task.name, tuple(entries))
        outside = sounds - counts.labelled
        lead = f"Each folder becomes a class: {counts.classes_sentence()}."
        if outside:
            lead += f" {counted(outside, 'sound')} in no folder of their own stay unlabelled."
        lead += " Labels that are there already stay."
        super().__init__("Fill from folder names", lead, "Fill", labels, parent=parent)
        self._task, self._entries = task, entries
        self.name = QLineEdit(task.name)
        self.name.setAccessibleName("Name of the label")
        self.form.addRow("Label", self.name)
        self.order_fields(self.name)

    def change(self) -> FillTask:
        """See ChangeDialog."""
        name = "_".join(self.name.text().split())
        return FillTask(Task(name, self._task.kind, self._task.classes), self._entries)


class RenameClassDialog(ChangeDialog):
    """Another name for a class."""

    def __init__(self, labels: Labels, task: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__("Rename a class", "Its sounds stay in it.", "Rename", labels, parent=parent)
        named = Labels(tuple(one for one in labels.tasks if one.classes), labels.entries)
        self.tasks = _task_menu(named, task)
        self.before = QComboBox()
        self.before.setAccessibleName("Class")
        self.after = QLineEdit()
        self.after.setAccessibleName("New name")
        self.form.addRow("Label", self.tasks)
        self.form.addRow("Class", self.before)
        self.form.addRow("New name", self.after)
        self.tasks.currentTextChanged.connect(self._offer_classes)
        self.before.currentTextChanged.connect(self.after.setText)
        self._offer_classes(self.tasks.currentText())
        self.order_fields(self.tasks, self.before, self.after)

    def change(self) -> RenameClass:
        """See ChangeDialog."""
        return RenameClass(self.tasks.currentText(), self.before.currentText(), self.after.text())

    def _offer_classes(self, name: str) -> None:
        self.before.clear()
        self.before.addItems(list(self._labels.task(name).classes))


class RemoveTaskDialog(ChangeDialog):
    """Take a label away, after a look at what goes with it."""

    def __init__(self, labels: Labels, sounds: Sequence[str], task: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__("Remove a label", " ", "Remove", labels, role="danger", parent=parent)
        self._sounds = sounds
        self.tasks = _task_menu(labels, task)
        self.form.addRow("Label", self.tasks)
        self.tasks.currentTextChanged.connect(self._tell)
        self._tell(self.tasks.currentText())
        self.order_fields(self.tasks)

    def change(self) -> RemoveTask:
        """See ChangeDialog."""
        return RemoveTask(self.tasks.currentText())

    def _tell(self, name: str) -> None:
        labelled = TaskCounts.of(self._labels, name, self._sounds).labelled
        self.lead.setText(
            f"The label “{name}” of {counted(labelled, 'sound')} is removed from this folder’s metadata; "
            f"the sounds stay. {UNDO}"
        )


def _task_menu(labels: Labels, task: str) -> QComboBox:
    menu = QComboBox()
    menu.addItems([one.name for one in labels.tasks])
    menu.setCurrentText(task)
    menu.setAccessibleName("Label")
    return menu
