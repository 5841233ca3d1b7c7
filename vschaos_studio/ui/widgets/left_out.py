"""The section that lists each file that was left out, with the reason and what helps."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vschaos.data.scan import Rejection
from vschaos_studio.state.dataset import counted
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.roles import with_role

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RejectionModel(QAbstractListModel):
    """One row a file; the row's own value is its :class:`Rejection`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rejected: tuple[Rejection, ...] = ()

    def show_rejected(self, rejected: tuple[Rejection, ...]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rejected = rejected
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """See QAbstractListModel."""
        return 0 if parent.isValid() else len(self._rejected)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See QAbstractListModel."""
        item = self._rejected[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{item.relative}\n{explanation(item)}"
        return None


def explanation(item: Rejection) -> str:
    """The reason and what helps, as one text."""
    return f"{item.reason} {item.remedy}".strip()


class RejectionDelegate(QStyledItemDelegate):
    """Paints the file's name above the wrapped explanation."""

    MARGIN_X, MARGIN_Y, BETWEEN = 12, 8, 2

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """See QStyledItemDelegate."""
        item: Rejection = index.data(Qt.ItemDataRole.UserRole)
        whole: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        metrics = self._view.fontMetrics()
        area = whole.adjusted(self.MARGIN_X, self.MARGIN_Y, -self.MARGIN_X, -self.MARGIN_Y)
        painter.save()
        painter.setFont(self._view.font())
        painter.setPen(QColor(self._theme.text))
        name = metrics.elidedText(item.relative, Qt.TextElideMode.ElideMiddle, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(QColor(self._theme.muted))
        below = area.adjusted(0, metrics.lineSpacing() + self.BETWEEN, 0, 0)
        painter.drawText(below, _WRAPPED, explanation(item))
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """See QStyledItemDelegate."""
        item: Rejection = index.data(Qt.ItemDataRole.UserRole)
        metrics: QFontMetrics = self._view.fontMetrics()
        width = max(120, self._view.viewport().width() - 2 * self.MARGIN_X)
        text = metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAPPED, explanation(item))
        return QSize(120, metrics.lineSpacing() + self.BETWEEN + text.height() + 2 * self.MARGIN_Y)


_WRAPPED = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)


class LeftOut(QWidget):
    """A heading with the count, which opens and closes the list below it.

    Signals
    -------
    toggled
        Whether the list is open now.
    """

    toggled = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RejectionModel(self)
        self._open = True
        self.toggle = with_role(QToolButton(), "quiet")
        self.toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toggle.clicked.connect(self._flip)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(RejectionDelegate(self.list, theme))
        self.list.setAccessibleName("Files that were left out")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The bar is always there, so that the width to wrap in does not depend on the wrapping.
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setMinimumHeight(72)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list, 1)

    @property
    def open(self) -> bool:
        """Whether the list is shown."""
        return self._open

    def show_rejected(self, rejected: tuple[Rejection, ...]) -> None:
        """List these, opened; without any, the whole section hides."""
        self.model.show_rejected(rejected)
        self.setVisible(bool(rejected))
        self.set_open(True)

    def set_open(self, is_open: bool) -> None:
        """Open or close the list."""
        self._open = is_open
        self.toggle.setText(f"{counted(self.model.rowCount(), 'file')} left out")
        self.toggle.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.list.setVisible(is_open)
        vertical = QSizePolicy.Policy.Expanding if is_open else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        self.toggled.emit(is_open)

    def _flip(self) -> None:
        self.set_open(not self._open)
