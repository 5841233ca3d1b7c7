"""Labelling on the Sounds page: connects the table, the bar above it, the forms and the label editor."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QDialog, QWidget

from vschaos.data.labels.files import LabelProblem
from vschaos.data.labels.folder_classes import labels_from_folders
from vschaos.data.scan import ScanReport
from vschaos.errors import DatasetError, VschaosError
from vschaos_studio.language import tr
from vschaos_studio.services.label_editor import LabelEditor
from vschaos_studio.state.history import History, Step
from vschaos_studio.state.label_edits import AddTask, Change, FillTask, RemoveTask, RenameClass, SetLabel
from vschaos_studio.state.label_text import LabelChoice, TaskCounts
from vschaos_studio.state.notices import Notices
from vschaos_studio.ui.dialogs.change_dialog import ChangeDialog
from vschaos_studio.ui.dialogs.label_dialogs import (
    AddTaskDialog,
    FillDialog,
    RemoveTaskDialog,
    RenameClassDialog,
    SetLabelDialog,
)
from vschaos_studio.ui.local_urls import url_of
from vschaos_studio.ui.sounds.file_table import FileTable
from vschaos_studio.ui.sounds.label_bar import LabelBar
from vschaos_studio.ui.sounds.labels_overview import LabelsOverview


class Labelling(QObject):
    """Shows the labels of the editor, and makes the changes that the user asks for.

    Parameters
    ----------
    page
        The parent of the forms, and the widget in which the shortcuts work.
    """

    def __init__(
        self,
        *,
        desk: LabelEditor,
        history: History,
        notices: Notices,
        table: FileTable,
        bar: LabelBar,
        overview: LabelsOverview,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._history = history
        self._notices = notices
        self._table = table
        self._bar = bar
        self._overview = overview
        self._page = page
        self._report: ScanReport | None = None
        self._counts: dict[str, tuple[object, TaskCounts]] = {}
        self._locked: tuple[str, ...] = ()
        self.dialog: QDialog | None = None
        desk.changed.connect(self._present)
        desk.stepped.connect(self._note_step)
        desk.forgotten.connect(partial(history.drop, self))
        history.listen(self._present_history)
        # Queued: the cell's editor is closed before the rows may change.
        table.files.label_entered.connect(self._on_label_entered, Qt.ConnectionType.QueuedConnection)
        table.clear_pressed.connect(self.clear_selected)
        table.selection_changed.connect(self._present_selection)
        overview.choice_wanted.connect(bar.choose)
        overview.open_wanted.connect(self._open_file)
        for signal, slot in (
            (bar.choice_changed, self._present_table),
            (bar.undo.clicked, self.undo),
            (bar.redo.clicked, self.redo),
            (bar.save_again.clicked, desk.save_again),
            (bar.set.clicked, self.ask_label),
            (bar.add.triggered, self.ask_task),
            (bar.fill.triggered, self.ask_fill),
            (bar.rename.triggered, self.ask_rename),
            (bar.remove.triggered, self.ask_remove),
        ):
            signal.connect(slot)
        self._add_shortcut(self.ask_label, "Ctrl+L")
        self._present()

    # The folder

    def open(self, report: ScanReport) -> None:
        """Label the sounds of this folder; rejected files keep their labels."""
        self._report = report
        self._counts = {}
        names = [file.relative for file in (*report.sounds, *report.rejected)]
        self._desk.open(report.root, names)

    def close(self) -> None:
        """Close the folder."""
        self._report = None
        self._counts = {}
        self._desk.close()

    def lock(self, tasks: tuple[str, ...]) -> None:
        """Refuse changes of these labels while an extraction writes them; () when that has ended."""
        self._locked = tasks
        self._present()

    def finish_typing(self) -> None:
        """Apply a label that is being typed in the table."""
        if self._table.state() is QAbstractItemView.State.EditingState:
            # The cell's editor applies its text when it loses the focus.
            self._table.setFocus()
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    # What the user asks for

    def make(self, change: Change) -> None:
        """Make a change, unless an extraction is writing these labels."""
        if _task_names(change).intersection(self._locked):
            self._refuse()
        else:
            self._desk.make(change)

    def _refuse(self) -> None:
        remedy = tr("Wait until the extraction ends, or cancel it.")
        self._notices.error(DatasetError(tr("Pitch and octave are being extracted."), remedy))

    def undo(self) -> None:
        """Undo what was done last, here or on another page."""
        self._history.undo()

    def redo(self) -> None:
        """Redo what was undone last."""
        self._history.redo()

    def _note_step(self, title: str) -> None:
        undo, redo = partial(self._go, self._desk.undo), partial(self._go, self._desk.redo)
        self._history.push(Step(title, self, undo, redo))

    def _go(self, step: Callable[[], bool]) -> bool:
        """Undo or redo a change of labels, unless an extraction is writing some."""
        if self._locked:
            self._refuse()
            return False
        return step()

    def clear_selected(self) -> None:
        """Remove a label of the selected sounds: that of the current column, or the only one."""
        tasks = self._desk.labels.tasks
        task = self._table.current_task or (tasks[0] if len(tasks) == 1 else None)
        sounds = self._selected()
        if not tasks or not sounds:
            return
        if task is None:
            remedy = tr("Select its column first, with the arrow keys or a click.")
            self._notices.error(DatasetError(tr("Which label to remove is not clear."), remedy))
            return
        self.make(SetLabel(task.name, sounds, ""))

    def ask_label(self) -> None:
        """Ask which label the selected sounds get."""
        if not self._desk.ready or not self._selected():
            return
        if not self._desk.labels.tasks:
            self.ask_task()
            return
        self._ask(SetLabelDialog(self._desk.labels, self._selected(), self._current_task_name(), parent=self._page))

    def ask_task(self) -> None:
        """Ask for a new label."""
        self._ask(AddTaskDialog(self._desk.labels, parent=self._page))

    def ask_fill(self) -> None:
        """Ask how folder names become a label."""
        names = self._sounds()
        try:
            task, entries = labels_from_folders(names)
        except VschaosError as error:
            self._notices.error(error)
            return
        self._ask(FillDialog(self._desk.labels, task, entries, len(names), parent=self._page))

    def ask_rename(self) -> None:
        """Ask for a class's new name."""
        self._ask(RenameClassDialog(self._desk.labels, self._current_task_name(), parent=self._page))

    def ask_remove(self) -> None:
        """Ask which label to remove."""
        names = self._sounds()
        self._ask(RemoveTaskDialog(self._desk.labels, names, self._current_task_name(), parent=self._page))

    def _ask(self, dialog: ChangeDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.decided.connect(self.make)
        dialog.finished.connect(self._forget_dialog)
        self.dialog = dialog
        dialog.open()

    def _forget_dialog(self) -> None:
        self.dialog = None
        self._table.setFocus()

    def _on_label_entered(self, task: str, sound: str, text: str) -> None:
        self.make(SetLabel(task, (sound,), text))

    def _open_file(self, problem: LabelProblem) -> None:
        path = (self._report.root if self._report is not None else Path()) / problem.file
        if not QDesktopServices.openUrl(url_of(path)):
            remedy = tr("Open “{path}” in a text editor.", path=path)
            self._notices.error(VschaosError(tr("No program opened the file."), remedy))

    # What is shown

    def _present(self) -> None:
        counts = self._counted()
        self._table.files.editable = self._desk.ready
        self._bar.show_labels(self._desk.labels, counts, ready=self._desk.ready)
        self._present_history()
        self._bar.show_failed(self._desk.failed)
        self._overview.show_labels(counts, self._desk.problems)
        self._present_table()

    def _present_history(self) -> None:
        history = self._history
        self._bar.show_history(*(("", "") if self._locked else (history.undo_text, history.redo_text)))

    def _present_table(self) -> None:
        self._table.show_labels(self._desk.labels, self._bar.chosen)
        self._present_selection()

    def _present_selection(self) -> None:
        count = len(self._table.selected_rows())
        self._bar.show_selection(count, ready=self._desk.ready)

    def _counted(self) -> list[TaskCounts]:
        """The counts of all labels; only labels that have changed are counted again."""
        labels, made = self._desk.labels, {}
        for task in labels.tasks:
            key = (task, labels.entries.get(task.name))
            known = self._counts.get(task.name)
            if known is None or known[0] != key:
                known = (key, TaskCounts.of(labels, task.name, self._sounds()))
            made[task.name] = known
        self._counts = made
        return [counts for _, counts in made.values()]

    def _selected(self) -> tuple[str, ...]:
        return tuple(file.relative for file in self._table.selected_files())

    def _sounds(self) -> tuple[str, ...]:
        return tuple(file.relative for file in self._report.sounds) if self._report is not None else ()

    def _current_task_name(self) -> str:
        task = self._table.current_task
        chosen = self._bar.chosen
        return task.name if task is not None else chosen.task if chosen != LabelChoice() else ""

    def _add_shortcut(self, slot: object, *keys: str) -> None:
        action = QAction(self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(slot)
        self._page.addAction(action)


def _task_names(change: Change) -> set[str]:
    match change:
        case SetLabel(task=name) | RemoveTask(task=name) | RenameClass(task=name):
            return {name}
        case AddTask(task=task) | FillTask(task=task):
            return {task.name}
    return set()
