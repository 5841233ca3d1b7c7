"""The model of the table of sounds: the scan's report and the labels, in the order and choice of the user.

One model for any number of files. It changes no label: what is typed is emitted, and the changed labels are shown
afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from vschaos.data.labels.model import Labels, Task
from vschaos.data.scan import SoundFile
from vschaos_studio.language import tr
from vschaos_studio.state.dataset import channels_text, clock, rate_text
from vschaos_studio.state.label_edits import values_of
from vschaos_studio.state.label_text import UNLABELLED, LabelChoice, cell_text, sort_key, stretches_text
from vschaos_studio.ui.controls.styled_widgets import plain_tip
from vschaos_studio.ui.theme import Theme

NAME, WAVEFORM, LENGTH, RATE, CHANNELS = range(5)
TITLES = (tr("Sound"), tr("Waveform"), tr("Length"), tr("Rate"), tr("Channels"))
FIRST_TASK = len(TITLES)
"""The columns from here on are the labels, one a task."""

TASK_ROLE = Qt.ItemDataRole.UserRole + 1
"""The :class:`Task` of a cell; None for a column that is not a label."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TIP = tr("Space, or a double click: play it\nTick: train with it; without a tick it is left out")
_ALIGNED_RIGHT = (LENGTH, RATE)


class FileModel(QAbstractTableModel):
    """The files of a report.

    Signals
    -------
    label_entered
        The user typed a label: task, the sound's name, and the text as it was typed.
    ticked
        The user leaves out sounds, or uses them again: their names, and whether they are used.
    """

    label_entered = Signal(str, str, str)
    ticked = Signal(object, bool)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._by_name: tuple[SoundFile, ...] = ()
        self._order: list[int] = []
        self._places: dict[str, int] = {}
        self._whole_order: list[int] = []
        self._ordered_by: tuple[object, ...] = ()
        self._sorting: tuple[int, Qt.SortOrder] = (NAME, Qt.SortOrder.AscendingOrder)
        self._labels = Labels()
        self._choice = LabelChoice()
        self._left_out: frozenset[str] = frozenset()
        self.editable = False

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The labels, one for each column behind the file's own ones."""
        return self._labels.tasks

    @property
    def files(self) -> tuple[SoundFile, ...]:
        """All files, shown or not, ordered by name."""
        return self._by_name

    @property
    def sorted_by(self) -> int:
        """The column that gives the order."""
        return self._sorting[0]

    def show_files(self, files: tuple[SoundFile, ...]) -> None:
        """Replace all rows; the sorting stays."""
        self.beginResetModel()
        self._by_name = files
        self._places = {file.relative: place for place, file in enumerate(files)}
        self._ordered_by = ()
        self._order = self._sorted()
        self.endResetModel()

    def show_labels(self, labels: Labels, choice: LabelChoice) -> None:
        """Show these labels, and of the files those that are chosen. Rows keep their order until sorted anew."""
        same_columns = [task.name for task in self._labels.tasks] == [task.name for task in labels.tasks]
        if not same_columns and self._sorting[0] >= FIRST_TASK:
            self._sorting = (NAME, Qt.SortOrder.AscendingOrder)
        order = self._chosen(labels, choice)
        if same_columns and order == self._order:
            changed, self._labels, self._choice = labels != self._labels, labels, choice
            if changed and order and labels.tasks:
                last = self.index(len(order) - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, FIRST_TASK), last)
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, FIRST_TASK, self.columnCount() - 1)
            return
        self.beginResetModel()
        self._labels, self._choice, self._order = labels, choice, order
        self.endResetModel()

    def _chosen(self, labels: Labels, choice: LabelChoice) -> list[int]:
        """The places that a choice shows, in order."""
        if not choice.task:
            # Rows stay where they are until sorted anew.
            return self._order if len(self._order) == len(self._by_name) else self._sorted()
        order = [place for place in self._sorted() if choice.shows(labels, self._by_name[place].relative)]
        if choice != self._choice:
            return order
        # Visible rows stay where they are; rows that are shown again follow them.
        shown, before = set(order), set(self._order)
        return [place for place in self._order if place in shown] + [place for place in order if place not in before]

    def show_left_out(self, names: frozenset[str]) -> None:
        """Show these sounds as left out, and no others."""
        if names != self._left_out:
            self._left_out = names
            if self._order:
                self.dataChanged.emit(self.index(0, NAME), self.index(len(self._order) - 1, NAME))

    def uses(self, row: int) -> bool:
        """Whether the sound of a row is used, and not left out."""
        return self.file(row).relative not in self._left_out

    def file(self, row: int) -> SoundFile:
        """The file shown in a row."""
        return self._by_name[self._order[row]]

    def rows_of(self, names: Collection[str]) -> list[int]:
        """Where files are shown now, in order; without those that are not."""
        places = {self._places[name] for name in names if name in self._places}
        return [row for row, place in enumerate(self._order) if place in places]

    def task_at(self, column: int) -> Task | None:
        """The task of a column."""
        return self.tasks[column - FIRST_TASK] if FIRST_TASK <= column < self.columnCount() else None

    def _sorted(self) -> list[int]:
        """All places in the order of the user; kept until something that it depends on is another."""
        column, direction = self._sorting
        files, task = self._by_name, self.task_at(column)
        ordered_by = (column, direction, self._labels.entries.get(task.name) if task is not None else None)
        if self._ordered_by and all(one is other for one, other in zip(ordered_by, self._ordered_by, strict=True)):
            return list(self._whole_order)
        keys: dict[int, Callable[[int], Any]] = {
            LENGTH: lambda place: files[place].duration_s,
            RATE: lambda place: files[place].sample_rate_hz,
            CHANNELS: lambda place: files[place].channels,
        }
        if task is not None:
            entries = self._labels.entries.get(task.name, {})
            keys[column] = lambda place: sort_key(entries.get(files[place].relative))
        # The report is ordered by name, so a place in it is the key of a name, and settles every tie.
        ordered = sorted(range(len(files)), key=keys[column]) if column in keys else list(range(len(files)))
        self._whole_order = ordered if direction == Qt.SortOrder.AscendingOrder else ordered[::-1]
        self._ordered_by = ordered_by
        return list(self._whole_order)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """See QAbstractTableModel."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """See QAbstractTableModel."""
        return 0 if parent.isValid() else FIRST_TASK + len(self._labels.tasks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See QAbstractTableModel."""
        file, task = self.file(index.row()), self.task_at(index.column())
        if role == Qt.ItemDataRole.UserRole:
            return file.path
        if role == TASK_ROLE:
            return task
        return self._file_data(file, index.column(), role) if task is None else self._label_data(file, task, role)

    def _file_data(self, file: SoundFile, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            texts = {
                NAME: file.relative,
                LENGTH: clock(file.duration_s),
                RATE: rate_text(file.sample_rate_hz),
                CHANNELS: channels_text(file.channels),
            }
            return texts.get(column)
        if column == NAME and role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Unchecked if file.relative in self._left_out else Qt.CheckState.Checked
        if column == NAME and role == Qt.ItemDataRole.AccessibleTextRole and file.relative in self._left_out:
            return tr("{sound}, left out", sound=file.relative)
        if column == NAME and role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{file.relative}\n{_TIP}")
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _ALIGNED_RIGHT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _label_data(self, file: SoundFile, task: Task, role: int) -> Any:
        entry = self._labels.entries.get(task.name, {}).get(file.relative)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            text = cell_text(task, entry)
            spoken = role == Qt.ItemDataRole.AccessibleTextRole and text == UNLABELLED
            return tr("{label}: unlabelled", label=task.name) if spoken else text
        if role == Qt.ItemDataRole.EditRole:
            return cell_text(task, entry) if len(values_of(entry)) == 1 else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(stretches_text(task, entry)) or None
        if role == Qt.ItemDataRole.ForegroundRole and cell_text(task, entry) == UNLABELLED:
            return QColor(self._theme.muted)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """See QAbstractTableModel."""
        task = self.task_at(index.column())
        if index.column() == NAME and role == Qt.ItemDataRole.CheckStateRole:
            self.ticked.emit((self.file(index.row()).relative,), Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if task is None or role != Qt.ItemDataRole.EditRole:
            return False
        text = str(value).strip()
        # A varying label is edited as an empty text: leaving it empty must not remove it.
        if text != self.data(index, Qt.ItemDataRole.EditRole):
            self.label_entered.emit(task.name, self.file(index.row()).relative, text)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """See QAbstractTableModel."""
        flags = super().flags(index)
        if index.column() == NAME:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if self.editable and self.task_at(index.column()) is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See QAbstractTableModel."""
        if orientation == Qt.Orientation.Horizontal:
            task = self.task_at(section)
            if role == Qt.ItemDataRole.DisplayRole:
                return task.name if task is not None else TITLES[section] if section < FIRST_TASK else None
            if role == Qt.ItemDataRole.ToolTipRole and task is not None:
                tip = tr(
                    "The label {label}: double click, F2 or typing edits a cell, Delete clears the selection",
                    label=task.name,
                )
                return plain_tip(tip)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if section in _ALIGNED_RIGHT else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """See QAbstractTableModel; selections stay with their files."""
        self.layoutAboutToBeChanged.emit()
        places = list(self._order)
        self._sorting = (column, order)
        shown = set(places)
        self._order = [place for place in self._sorted() if place in shown]
        now = {place: row for row, place in enumerate(self._order)}
        for index in self.persistentIndexList():
            self.changePersistentIndex(index, self.index(now[places[index.row()]], index.column()))
        self.layoutChanged.emit()
