"""A list of notes, each a line with its explanation below: findings, problems, files that were left out.

One model and one delegate for any number of them; rows make no widgets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vschaos_studio.ui.controls.styled_widgets import plain_tip
from vschaos_studio.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_WRAPPED = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class ListNote:
    """One row.

    Attributes
    ----------
    title, text
        What it is, shortened in its middle or wrapped; and the explanation, wrapped.
    wraps
        Whether the title is a sentence, and not the name of a file.
    mark
        Colour of the mark at its side, as ``#rrggbb``; empty: none.
    faded
        Whether it is shown paler, as ignored.
    spoken
        What the mark means, for screen readers.
    subject
        What it is about.
    """

    title: str
    text: str = ""
    wraps: bool = False
    mark: str = ""
    faded: bool = False
    spoken: str = ""
    subject: object = None


class NoteModel(QAbstractListModel):
    """The rows; a row's own value is its :class:`ListNote`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notes: tuple[ListNote, ...] = ()

    def show_notes(self, notes: Sequence[ListNote]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._notes = tuple(notes)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """See QAbstractListModel."""
        return 0 if parent.isValid() else len(self._notes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See QAbstractListModel."""
        note = self._notes[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return note
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = f"{note.title}\n{note.text}" if note.text else note.title
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part.rstrip(".") for part in (note.spoken, note.title, note.text) if part)
        return None


class NoteDelegate(QStyledItemDelegate):
    """Paints the title above the wrapped explanation."""

    MARGIN_X, MARGIN_Y, BETWEEN, MARK = 12, 8, 2, 10

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """See QStyledItemDelegate."""
        note: ListNote = index.data(Qt.ItemDataRole.UserRole)
        whole: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # pyright: ignore[reportAttributeAccessIssue]
            painter.fillRect(whole, QColor(self._theme.accent_deep))
        area = whole.adjusted(self.MARGIN_X + self._indent(note), self.MARGIN_Y, -self.MARGIN_X, -self.MARGIN_Y)
        if note.mark:
            painter.fillRect(
                QRect(whole.left() + self.MARGIN_X, area.top(), 3, area.height()),
                QColor(getattr(self._theme, note.mark)),
            )
        metrics = self._view.fontMetrics()
        painter.setFont(self._view.font())
        painter.setPen(QColor(self._theme.muted if note.faded else self._theme.text))
        title = note.title
        if not note.wraps:
            title = metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, area.width())
        painter.drawText(area, _WRAPPED, title)
        painter.setPen(QColor(self._theme.muted))
        below = area.adjusted(0, self._title_height(note, area.width()) + self.BETWEEN, 0, 0)
        painter.drawText(below, _WRAPPED, note.text)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """See QStyledItemDelegate."""
        note: ListNote = index.data(Qt.ItemDataRole.UserRole)
        width = max(120, self._view.viewport().width() - 2 * self.MARGIN_X) - self._indent(note)
        height = self._title_height(note, width)
        if note.text:
            height += self.BETWEEN + self._height(note.text, width)
        return QSize(120, height + 2 * self.MARGIN_Y)

    def _indent(self, note: ListNote) -> int:
        return self.MARK if note.mark else 0

    def _title_height(self, note: ListNote, width: int) -> int:
        return self._height(note.title, width) if note.wraps else self._view.fontMetrics().lineSpacing()

    def _height(self, text: str, width: int) -> int:
        metrics: QFontMetrics = self._view.fontMetrics()
        return metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAPPED, text).height()


class NoteList(QListView):
    """The view.

    Signals
    -------
    chosen
        A click, or Enter or Space, on a note: its ``subject``.
    current_changed
        Another note, or none, is current.
    """

    chosen = Signal(object)
    current_changed = Signal()

    def __init__(self, name: str, theme: Theme, *, selectable: bool = False) -> None:
        super().__init__()
        self.notes = NoteModel(self)
        self.setModel(self.notes)
        self.setItemDelegate(NoteDelegate(self, theme))
        self.setAccessibleName(name)
        mode = QAbstractItemView.SelectionMode
        self._selectable = selectable
        self.setSelectionMode(mode.SingleSelection if selectable else mode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The bar is always visible, so that the width for wrapping does not depend on the wrapping.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setMinimumHeight(72)
        self.selectionModel().currentChanged.connect(lambda _current, _previous: self.current_changed.emit())

    @property
    def subject(self) -> object:
        """What the current note is about; None if there is none."""
        index = self.currentIndex()
        return index.data(Qt.ItemDataRole.UserRole).subject if self._selectable and index.isValid() else None

    def show_notes(self, notes: Sequence[ListNote]) -> None:
        """List these; the current row stays if it still exists."""
        row = self.currentIndex().row()
        self.notes.show_notes(notes)
        if self._selectable and row >= 0 and notes:
            self.setCurrentIndex(self.notes.index(min(row, len(notes) - 1)))
        self.current_changed.emit()

    def _choose(self) -> None:
        if self.subject is not None:
            self.chosen.emit(self.subject)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """See QWidget."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.indexAt(event.position().toPoint()).isValid():
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See QWidget."""
        if self._selectable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
            event.accept()
        else:
            super().keyPressEvent(event)
