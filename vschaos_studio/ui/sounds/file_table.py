"""The table of sounds: the view, its columns, its keys, and the delegate that paints small waveforms.

Rows make no widgets, and a waveform is asked for when its row is first painted.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from vschaos.data.labels.model import Labels, Task
from vschaos.data.scan import SoundFile
from vschaos_studio.language import tr
from vschaos_studio.services.waveforms import Waveforms
from vschaos_studio.state.label_text import LabelChoice
from vschaos_studio.ui.sounds.file_model import CHANNELS, FIRST_TASK, LENGTH, NAME, RATE, WAVEFORM, FileModel, Index
from vschaos_studio.ui.sounds.label_delegate import LabelDelegate
from vschaos_studio.ui.sounds.name_delegate import BEFORE_NAME, NameDelegate, Part
from vschaos_studio.ui.theme import Theme

ROW_HEIGHT = 36
WIDTHS = {WAVEFORM: 150, LENGTH: 84, RATE: 96, CHANNELS: 104}
LABEL_WIDTH = (76, 150)
"""A label's column is as wide as its heading, within these."""
NAME_WIDTH = 180 + BEFORE_NAME - 12
"""The least width of the name."""
HIDDEN_FIRST = (CHANNELS, RATE, WAVEFORM, LENGTH)
"""Columns that are hidden where space is scarce, in this order; the card beside the table shows all of it."""


class WaveformDelegate(QStyledItemDelegate):
    """Paints the small waveform of a row."""

    def __init__(self, waveforms: Waveforms, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waveforms = waveforms
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """See QStyledItemDelegate."""
        super().paint(painter, option, index)
        peaks = self._waveforms.peaks(index.data(Qt.ItemDataRole.UserRole))
        area = QRectF(option.rect).adjusted(8, 5, -8, -5)  # pyright: ignore[reportAttributeAccessIssue]
        selected = option.state & QStyle.StateFlag.State_Selected  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        if peaks is None or not peaks.shape[1]:
            painter.setPen(QColor(self._theme.line))
            painter.drawLine(QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y()))
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.accent if selected else self._theme.muted))
            painter.drawPolygon(outline(peaks, area))
        painter.restore()


def outline(peaks: np.ndarray, area: QRectF) -> QPolygonF:
    """The shape between minima and maxima (2, columns), −1…1 spanning the area's height; a quiet sound stays a line."""
    columns = peaks.shape[1]
    x = np.linspace(area.left(), area.right(), columns)
    half = area.height() / 2
    middle = area.center().y()
    low, high = np.clip(peaks, -1.0, 1.0)
    top = np.minimum(middle - half * high, middle - 0.5)
    bottom = np.maximum(middle - half * low, middle + 0.5)
    points = [QPointF(px, py) for px, py in zip(x, top, strict=True)]
    points += [QPointF(px, py) for px, py in zip(x[::-1], bottom[::-1], strict=True)]
    return QPolygonF(points)


class FileTable(QTableView):
    """The view. Any rows are selected, one is current; sorting is by a click on a heading.

    Signals
    -------
    file_selected
        The :class:`SoundFile` of the current row, or None.
    selection_changed
        Other sounds are selected now.
    play_pressed, clear_pressed
        Space, a double click on a name, or its button: play the current sound, or stop it. Delete: remove labels of
        the selected sounds.
    ticked
        Leave out sounds, or use them again: their names, and whether they are used.
    """

    file_selected = Signal(object)
    selection_changed = Signal()
    play_pressed = Signal()
    clear_pressed = Signal()
    ticked = Signal(object, bool)

    def __init__(self, waveforms: Waveforms, theme: Theme) -> None:
        super().__init__()
        self.files = FileModel(theme, self)
        self._emitted: Path | None = None
        self._pressed: tuple[Part, int] | None = None
        self.setModel(self.files)
        delegate = LabelDelegate(theme, self)
        delegate.entered.connect(self._go_down)
        self.setItemDelegate(delegate)
        self._names = NameDelegate(self, theme, self)
        self.setItemDelegateForColumn(NAME, self._names)
        self.files.ticked.connect(self.ticked)
        self.setItemDelegateForColumn(WAVEFORM, WaveformDelegate(waveforms, theme, self))
        waveforms.ready.connect(self._repaint)
        self.setAccessibleName(tr("Sounds of the folder"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        columns.setHighlightSections(False)
        # Of the table's own selection it would ask for each row, whenever it is painted.
        columns.setSelectionModel(QItemSelectionModel(self.files, columns))
        columns.setStyleSheet("QHeaderView { padding: 0; } QHeaderView::section { padding: 8px 11px; }")
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setSortIndicator(NAME, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.selectionModel().selectionChanged.connect(lambda _selected, _deselected: self.selection_changed.emit())
        self.doubleClicked.connect(self._on_double_clicked)
        self._lay_out_columns()

    # What is shown

    def show_files(self, files: tuple[SoundFile, ...]) -> None:
        """Show these files, the first one selected."""
        self.files.show_files(files)
        self.scrollToTop()
        if files:
            self.make_current(0, NAME)
        else:
            self._emit_file(None)

    def show_labels(self, labels: Labels, choice: LabelChoice) -> None:
        """Show these labels, and the chosen files; the selection stays where its sounds do."""
        names = {file.relative for file in self.selected_files()}
        current, tasks = self.currentIndex(), self.files.tasks
        name, row, column = "", 0, NAME
        if current.isValid():
            name, row, column = self.files.file(current.row()).relative, current.row(), current.column()
        task = self.files.task_at(column)
        scrolled = self.verticalScrollBar().value()
        count = self.files.rowCount()
        self.files.show_labels(labels, choice)
        if self.currentIndex() != current or not current.isValid() or self.files.rowCount() != count:
            self._restore(names, name, row, self._column_of(task, column))
            self.verticalScrollBar().setValue(scrolled)
        if self.files.tasks != tasks:
            if self.horizontalHeader().sortIndicatorSection() != self.files.sorted_by:
                self.horizontalHeader().setSortIndicator(NAME, Qt.SortOrder.AscendingOrder)
            self._lay_out_columns()

    def _column_of(self, task: Task | None, column: int) -> int:
        names = [known.name for known in self.files.tasks]
        if task is None:
            return column if column < FIRST_TASK else NAME
        return FIRST_TASK + names.index(task.name) if task.name in names else NAME

    def _restore(self, names: set[str], name: str, row: int, column: int) -> None:
        """After the rows have changed: select the same sounds; if the current one is gone, the one after it."""
        count = self.files.rowCount()
        if not count:
            self._emit_file(None)
            return
        found = self.files.rows_of([name])
        self.make_current(found[0] if found else min(row, count - 1), column)
        if len(names) > 1:
            self._select(names)

    def show_playing(self, path: str) -> None:
        """Show which sound plays; empty: none."""
        if path != self._names.playing:
            self._names.playing = path
            self.viewport().update()

    # What is selected

    def selected_files(self) -> list[SoundFile]:
        """The selected sounds in the order of the rows."""
        return [self.files.file(row) for row in self.selected_rows()]

    def selected_rows(self) -> list[int]:
        """The rows of the selected sounds, in order; Qt's own way asks for each row by itself."""
        rows: set[int] = set()
        selection = self.selectionModel().selection()
        for part in map(selection.at, range(selection.count())):
            rows.update(range(part.top(), part.bottom() + 1))
        return sorted(rows)

    @property
    def current_file(self) -> SoundFile | None:
        """The sound of the current row."""
        return self.files.file(self.currentIndex().row()) if self.currentIndex().isValid() else None

    @property
    def current_task(self) -> Task | None:
        """The task of the current column."""
        return self.files.task_at(self.currentIndex().column()) if self.currentIndex().isValid() else None

    def select_sounds(self, names: Iterable[str]) -> int:
        """Select the sounds of these names, and go to the first of them; returns how many are shown."""
        wanted = set(names)
        rows = self.files.rows_of(wanted)
        if rows:
            self.make_current(rows[0], NAME)
            self._select(wanted)
            self.scrollTo(self.files.index(rows[0], NAME), QAbstractItemView.ScrollHint.PositionAtCenter)
        return len(rows)

    def _select(self, names: set[str]) -> None:
        selection, last = QItemSelection(), self.files.columnCount() - 1
        rows = self.files.rows_of(names)
        start = 0
        for place, row in enumerate(rows):
            # One range for each run of neighbours: thousands of single ones are slow.
            if place + 1 == len(rows) or rows[place + 1] != row + 1:
                selection.select(self.files.index(rows[start], 0), self.files.index(row, last))
                start = place + 1
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def make_current(self, row: int, column: int) -> None:
        """Go to a cell, and select its row."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.files.index(row, column), flags)
        self._emit_file(self.files.file(row))

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._emit_file(self.files.file(current.row()) if current.isValid() else None)

    def _emit_file(self, file: SoundFile | None) -> None:
        # Rows that have changed must not draw the same waveform again.
        if file is None or file.path != self._emitted:
            self._emitted = file.path if file is not None else None
            self.file_selected.emit(file)

    # Mouse and keys

    def toggle_use(self) -> None:
        """Leave out the selected sounds; use them again if they all are left out."""
        rows = self.selected_rows()
        if rows:
            used = not any(self.files.uses(row) for row in rows)
            self.ticked.emit(tuple(self.files.file(row).relative for row in rows), used)

    def _part_at(self, event: QMouseEvent) -> tuple[Part, int] | None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() != Qt.MouseButton.LeftButton or index.column() != NAME:
            return None
        part = self._names.part_at(self.visualRect(index), place)
        return (part, index.row()) if part is not None else None

    def _press(self, part: Part, row: int) -> None:
        selected = self.selectionModel().isRowSelected(row)
        if part is Part.PLAY:
            if selected:
                self.selectionModel().setCurrentIndex(
                    self.files.index(row, NAME), QItemSelectionModel.SelectionFlag.NoUpdate
                )
            else:
                self.make_current(row, NAME)
            self.play_pressed.emit()
            return
        rows = self.selected_rows() if selected else [row]
        self.ticked.emit(tuple(self.files.file(one).relative for one in rows), not self.files.uses(row))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """See QWidget; a click on a tick or a button does not change the selection of several."""
        self._pressed = self._part_at(event)
        if self._pressed is None:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """See QWidget; on a tick or a button it is two clicks."""
        self._pressed = self._part_at(event)
        if self._pressed is None:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """See QWidget."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
        elif self._part_at(event) == pressed:
            self._press(*pressed)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if self.files.task_at(index.column()) is None:
            self.play_pressed.emit()

    def _go_down(self) -> None:
        """After a label was typed: to the same cell of the next sound."""
        current = self.currentIndex()
        if current.isValid() and current.row() + 1 < self.files.rowCount():
            self.make_current(current.row() + 1, current.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See QWidget."""
        editing = self.state() == QAbstractItemView.State.EditingState
        if not editing and event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.play_pressed.emit()
        elif not editing and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_pressed.emit()
        elif not editing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_task is not None:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    # How wide

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See QWidget."""
        super().resizeEvent(event)
        self._lay_out_columns()

    def _lay_out_columns(self) -> None:
        """Give the name the space that is left; hide columns where it is scarce, then let the table scroll."""
        room = self.viewport().width()
        metrics = self.horizontalHeader().fontMetrics()
        low, high = LABEL_WIDTH
        labels = [min(max(metrics.horizontalAdvance(task.name) + 40, low), high) for task in self.files.tasks]
        shown = dict(WIDTHS)
        for column in HIDDEN_FIRST:
            if room - sum(labels) - sum(shown.values()) < NAME_WIDTH:
                shown.pop(column)
        for column, width in WIDTHS.items():
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, width)
        for place, width in enumerate(labels):
            self.setColumnWidth(FIRST_TASK + place, width)
        self.setColumnWidth(NAME, max(NAME_WIDTH, room - sum(labels) - sum(shown.values())))

    def _repaint(self, _path: object) -> None:
        # The viewport paints once for any number of these.
        self.viewport().update()
