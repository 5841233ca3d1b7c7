"""The table of sounds: a model over the scan's report, a view, and the delegate that paints small waveforms.

One model for any number of files; rows make no widgets, and a waveform is asked for when its row is first painted.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from vschaos.data.scan import SoundFile
from vschaos_studio.services.waveforms import Waveforms
from vschaos_studio.state.dataset import channel_words, clock, rate_words
from vschaos_studio.ui.theme import Theme

NAME, WAVEFORM, LENGTH, RATE, CHANNELS = range(5)
TITLES = ("Sound", "Waveform", "Length", "Rate", "Channels")
ROW_HEIGHT = 36
NARROW = 600

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class FileModel(QAbstractTableModel):
    """The files of a report, in the order that the user sorts them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by_name: tuple[SoundFile, ...] = ()
        self._order: list[int] = []
        self._sorting: tuple[int, Qt.SortOrder] = (NAME, Qt.SortOrder.AscendingOrder)

    def show_files(self, files: tuple[SoundFile, ...]) -> None:
        """Replace all rows; the sorting stays."""
        self.beginResetModel()
        self._by_name = files
        self._order = self._sorted()
        self.endResetModel()

    def file(self, row: int) -> SoundFile:
        """The file shown in a row."""
        return self._by_name[self._order[row]]

    def row_of(self, path: Path) -> int:
        """Where a file is shown now, or −1."""
        return next((row for row, place in enumerate(self._order) if self._by_name[place].path == path), -1)

    def _sorted(self) -> list[int]:
        column, direction = self._sorting
        files = self._by_name
        keys: dict[int, Callable[[int], Any]] = {
            LENGTH: lambda place: files[place].duration_s,
            RATE: lambda place: files[place].sample_rate_hz,
            CHANNELS: lambda place: files[place].channels,
        }
        # The report is ordered by name, so a place in it is the key of a name, and settles every tie.
        ordered = sorted(range(len(files)), key=keys.get(column, lambda place: place))
        return ordered if direction == Qt.SortOrder.AscendingOrder else ordered[::-1]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """See QAbstractTableModel."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """See QAbstractTableModel."""
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See QAbstractTableModel."""
        file = self.file(index.row())
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            match column:
                case 0:
                    return file.relative
                case 2:
                    return clock(file.duration_s)
                case 3:
                    return rate_words(file.sample_rate_hz)
                case 4:
                    return channel_words(file.channels)
        if role == Qt.ItemDataRole.ToolTipRole and column == NAME:
            return file.relative
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (LENGTH, RATE):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.UserRole:
            return file.path
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See QAbstractTableModel."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return TITLES[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if section in (LENGTH, RATE) else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """See QAbstractTableModel; selections stay with their files."""
        self.layoutAboutToBeChanged.emit()
        places = list(self._order)
        self._sorting = (column, order)
        self._order = self._sorted()
        now = {place: row for row, place in enumerate(self._order)}
        for index in self.persistentIndexList():
            self.changePersistentIndex(index, self.index(now[places[index.row()]], index.column()))
        self.layoutChanged.emit()


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
    """The view. One row is current; sorting is by a click on a heading.

    Signals
    -------
    file_selected
        The :class:`SoundFile` of the current row, or None.
    """

    file_selected = Signal(object)

    def __init__(self, waveforms: Waveforms, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files = FileModel(self)
        self.setModel(self.files)
        self.setItemDelegateForColumn(WAVEFORM, WaveformDelegate(waveforms, theme, self))
        waveforms.ready.connect(self._repaint)
        self.setAccessibleName("Sounds of the folder")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        columns.setHighlightSections(False)
        columns.setStyleSheet("QHeaderView { padding: 0; } QHeaderView::section { padding: 8px 11px; }")
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in ((WAVEFORM, 150), (LENGTH, 84), (RATE, 96), (CHANNELS, 104)):
            self.setColumnWidth(column, width)
        columns.setSortIndicator(NAME, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.selectionModel().currentRowChanged.connect(self._tell_selected)

    def show_files(self, files: tuple[SoundFile, ...]) -> None:
        """Show these files, the first one selected."""
        self.files.show_files(files)
        self.scrollToTop()
        if files:
            first = self.files.index(0, NAME)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(first, flags)
        else:
            self.file_selected.emit(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See QWidget; where there is little room, the name is worth more than the small waveforms."""
        self.setColumnHidden(WAVEFORM, self.width() < NARROW)
        super().resizeEvent(event)

    def _tell_selected(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.file_selected.emit(self.files.file(current.row()) if current.isValid() else None)

    def _repaint(self, _path: object) -> None:
        # The viewport paints once for any number of these.
        self.viewport().update()
