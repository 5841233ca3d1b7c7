"""Paints the name of a sound in the table, and before it a tick and a button that plays it. Rows make no widgets."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from vschaos_studio.ui.sounds.file_model import Index
from vschaos_studio.ui.sounds.label_delegate import LabelDelegate
from vschaos_studio.ui.theme import Theme

MARGIN = 10
TICK = 16
PLAY = 24
BEFORE_NAME = MARGIN + TICK + 6 + PLAY + 4
"""Pixels that tick and button need."""


class Part(Enum):
    """What is clicked in a cell."""

    TICK = auto()
    PLAY = auto()


class NameDelegate(LabelDelegate):
    """Paints the cell.

    Attributes
    ----------
    playing
        Path of the sound that plays; empty: none.
    """

    def __init__(self, view: QTableView, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._view = view
        self.playing = ""

    def part_at(self, cell: QRect, place: QPoint) -> Part | None:
        """What is at a place of a cell; the tick's column is as high as the row, so that it is easily hit."""
        across = place.x() - cell.left()
        if not cell.contains(place) or across >= BEFORE_NAME:
            return None
        return Part.TICK if across < MARGIN + TICK + 3 else Part.PLAY

    def plays(self, index: Index) -> bool:
        """Whether the sound of this row plays now."""
        return bool(self.playing) and str(index.data(Qt.ItemDataRole.UserRole)) == self.playing

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """See QStyledItemDelegate."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        text, shown.text = shown.text, ""  # pyright: ignore[reportAttributeAccessIssue]
        shown.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator  # pyright: ignore[reportAttributeAccessIssue]
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, self._view)
        cell: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        used = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = cell.center().y() + 0.5
        self._paint_tick(painter, QRectF(cell.left() + MARGIN, middle - TICK / 2, TICK, TICK), used=used)
        place = QPointF(cell.left() + BEFORE_NAME - 4 - PLAY / 2, middle)
        self._paint_button(painter, place, playing=self.plays(index), used=used)
        painter.setPen(QColor(self._theme.text if used else self._theme.muted))
        painter.setFont(shown.font)  # pyright: ignore[reportAttributeAccessIssue]
        area = cell.adjusted(BEFORE_NAME, 0, -8, 0)
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, elided)
        painter.restore()

    def _paint_tick(self, painter: QPainter, box: QRectF, *, used: bool) -> None:
        painter.setPen(QPen(QColor(self._theme.accent if used else self._theme.outline), 1))
        painter.setBrush(QColor(self._theme.accent if used else self._theme.raised))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if used:
            pen = QPen(QColor(self._theme.on_accent), 2)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            corner = box.topLeft()
            painter.drawPolyline([corner + QPointF(x, y) for x, y in ((4, 8.5), (7, 11.5), (12, 5))])

    def _paint_button(self, painter: QPainter, middle: QPointF, *, playing: bool, used: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        colour = self._theme.accent if playing else self._theme.muted if used else self._theme.outline
        painter.setBrush(QColor(colour))
        if playing:
            painter.drawRoundedRect(QRectF(middle.x() - 5, middle.y() - 5, 10, 10), 1.5, 1.5)
        else:
            painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in ((-4, -6), (7, 0), (-4, 6))]))
