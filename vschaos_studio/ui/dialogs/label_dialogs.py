"""The forms for labels: set one for many sounds, add, fill and remove a label, rename a class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QRadioButton, QWidget

from vschaos.data.labels.model import LabelEntry, Labels, Task
from vschaos_studio.language import tr
from vschaos_studio.state.label_edits import AddTask, FillTask, RemoveTask, RenameClass, SetLabel
from vschaos_studio.state.label_text import TaskCounts
from vschaos_studio.ui.controls.layouts import vbox
from vschaos_studio.ui.dialogs.change_dialog import ChangeDialog
from vschaos_studio.ui.sounds.label_delegate import CLEAR, class_menu, label_text


class SetLabelDialog(ChangeDialog):
    """One label for all selected sounds."""

    def __init__(self, labels: Labels, sounds: Sequence[str], task: str = "", *, parent: QWidget | None = None) -> None:
        lead = tr("“{none}” removes the label. A new name adds a class, if the classes have names.", none=CLEAR)
        title = tr("Label %n\u00a0sounds", "Label %n\u00a0sound", len(sounds))
        super().__init__(title, lead, tr("Set label"), labels, parent=parent)
        self._sounds = tuple(sounds)
        self.tasks = _task_menu(labels, task)
        self.value: QComboBox | QLineEdit = QLineEdit()
        self._holder = vbox(self.value)
        self.form.addRow(tr("Label"), self.tasks)
        self.form.addRow(tr("Value"), self._holder)
        self.tasks.currentTextChanged.connect(self._offer_values)
        self._offer_values(self.tasks.currentText())
        self.order_fields(self.value, self.tasks)

    def change(self) -> SetLabel:
        """See ChangeDialog."""
        text = self.value.currentText() if isinstance(self.value, QComboBox) else self.value.text()
        return SetLabel(self.tasks.currentText(), self._sounds, label_text(text))

    def _offer_values(self, name: str) -> None:
        task = self._labels.task(name)
        old, self.value = self.value, class_menu(task) if task.classes else QLineEdit()
        if isinstance(self.value, QComboBox):
            self.value.setCurrentText("")
        else:
            self.value.setPlaceholderText(
                tr("a number, such as 0.5") if task.kind == "float" else tr("a number, or a name")
            )
        self.value.setAccessibleName(tr("Value"))
        self._holder.replaceWidget(old, self.value)
        old.deleteLater()
        self.message.setText("")


class AddTaskDialog(ChangeDialog):
    """Add a label."""

    def __init__(self, labels: Labels, *, parent: QWidget | None = None) -> None:
        lead = tr(
            "What do you want to note about each sound? An instrument can be trained on it, so that you choose it."
        )
        super().__init__(tr("Add a label"), lead, tr("Add"), labels, parent=parent)
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("such as instrument, vowel, brightness"))
        self.name.setAccessibleName(tr("Name of the label"))
        self.classes_kind = QRadioButton(tr("One of several classes: bell, drum, gong …"))
        self.number_kind = QRadioButton(tr("A number: how bright, how loud …"))
        self.classes_kind.setChecked(True)
        self.classes = QLineEdit()
        self.classes.setPlaceholderText(tr("bell, drum, gong – or type them in the table later"))
        self.classes.setAccessibleName(tr("Names of the classes, separated by commas"))
        kinds = vbox(self.classes_kind, self.number_kind, spacing=2)
        self.form.addRow(tr("Name"), self.name)
        self.form.addRow(tr("Kind"), kinds)
        self.form.addRow(tr("Classes"), self.classes)
        self.classes_kind.toggled.connect(self.classes.setEnabled)
        self.setMinimumWidth(520)
        self.order_fields(self.name, self.classes_kind, self.number_kind, self.classes)

    def change(self) -> AddTask:
        """See ChangeDialog."""
        name = "_".join(self.name.text().split())
        if self.number_kind.isChecked():
            return AddTask(Task(name, "float"))
        classes = (" ".join(one.split()) for one in self.classes.text().split(","))
        return AddTask(Task(name, "int", tuple(dict.fromkeys(one for one in classes if one))))


class FillDialog(ChangeDialog):
    """Each folder becomes a class."""

    def __init__(
        self,
        labels: Labels,
        task: Task,
        entries: Mapping[str, LabelEntry],
        sounds: int,
        *,
        parent: QWidget | None = None,
    ) -> None:
        counts = TaskCounts.of(Labels((task,), {task.name: entries}), task.name, tuple(entries))
        outside = sounds - counts.labelled
        lead = tr("Each folder becomes a class ({classes}).", classes=counts.classes_sentence())
        if outside:
            lead += " " + tr(
                "%n\u00a0sounds outside such folders stay unlabelled.",
                "%n\u00a0sound outside such folders stay unlabelled.",
                outside,
            )
        lead += " " + tr("Existing labels stay.")
        super().__init__(tr("Fill from folder names"), lead, tr("Fill"), labels, parent=parent)
        self._task, self._entries = task, entries
        self.name = QLineEdit(task.name)
        self.name.setAccessibleName(tr("Name of the label"))
        self.form.addRow(tr("Label"), self.name)
        self.order_fields(self.name)

    def change(self) -> FillTask:
        """See ChangeDialog."""
        name = "_".join(self.name.text().split())
        return FillTask(Task(name, self._task.kind, self._task.classes), self._entries)


class RenameClassDialog(ChangeDialog):
    """Another name for a class."""

    def __init__(self, labels: Labels, task: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(tr("Rename a class"), tr("Its sounds stay in it."), tr("Rename"), labels, parent=parent)
        named = Labels(tuple(one for one in labels.tasks if one.classes), labels.entries)
        self.tasks = _task_menu(named, task)
        self.before = QComboBox()
        self.before.setAccessibleName(tr("Class"))
        self.after = QLineEdit()
        self.after.setAccessibleName(tr("New name"))
        self.form.addRow(tr("Label"), self.tasks)
        self.form.addRow(tr("Class"), self.before)
        self.form.addRow(tr("New name"), self.after)
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
    """Remove a label, after saying what is removed with it."""

    def __init__(self, labels: Labels, sounds: Sequence[str], task: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(tr("Remove a label"), " ", tr("Remove"), labels, role="danger", parent=parent)
        self._sounds = sounds
        self.tasks = _task_menu(labels, task)
        self.form.addRow(tr("Label"), self.tasks)
        self.tasks.currentTextChanged.connect(self._show_lead)
        self._show_lead(self.tasks.currentText())
        self.order_fields(self.tasks)

    def change(self) -> RemoveTask:
        """See ChangeDialog."""
        return RemoveTask(self.tasks.currentText())

    def _show_lead(self, name: str) -> None:
        labelled = TaskCounts.of(self._labels, name, self._sounds).labelled
        self.lead.setText(
            tr(
                "The label “{label}” of %n\u00a0sounds is removed from the folder’s metadata; the sounds stay. "
                "Undo restores it.",
                "The label “{label}” of %n\u00a0sound is removed from the folder’s metadata; the sounds stay. "
                "Undo restores it.",
                labelled,
                label=name,
            )
        )


def _task_menu(labels: Labels, task: str) -> QComboBox:
    menu = QComboBox()
    menu.addItems([one.name for one in labels.tasks])
    menu.setCurrentText(task)
    menu.setAccessibleName(tr("Label"))
    return menu
