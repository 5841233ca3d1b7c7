"""Paints a card: picture, name and facts, a star and a button to listen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vschaos_studio.services.instrument_look import InstrumentLook
from vschaos_studio.state.point_colours import PointColours
from vschaos_studio.ui.browser.instrument_model import CARD_ROLE, Index, InstrumentCard
from vschaos_studio.ui.icons import picture
from vschaos_studio.ui.play.point_cloud import paint_cloud, paints
from vschaos_studio.ui.theme import Theme

CARD = QSize(220, 238)
PICTURE = QSize(204, 124)
GAP = 12
"""Between two cards."""

INSET = (CARD.width() - PICTURE.width()) // 2
TARGET = 40
"""Side of the star and of the button to listen, in pixels."""

GLYPH = 20
LINES = 4
"""Of text below the picture; of a damaged instrument, the reason has the last three."""


def paint_picture(look: InstrumentLook, scale: float, theme: Theme) -> QImage:
    """An instrument's sounds on its map, by their brightness; may be painted on any thread."""
    scale_of = paints(theme).scale
    shade = np.rint(look.brightness * (len(scale_of) - 1)).astype(np.int32)
    return paint_cloud(PointColours("brightness", shade, scale_of), look.places, PICTURE, scale, theme)


class CardDelegate(QStyledItemDelegate):
    """Paints :class:`InstrumentCard`s.

    Parameters
    ----------
    listening
        The file of the instrument that is listened to.
    """

    def __init__(self, theme: Theme, listening: Callable[[], Path | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._listening = listening
        self._glyphs: dict[tuple[str, str, float], QPixmap] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """See QStyledItemDelegate."""
        return CARD + QSize(GAP, GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """See QStyledItemDelegate."""
        shown: InstrumentCard = index.data(CARD_ROLE)
        card = _card(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_frame(painter, card, option)
        self._paint_picture(painter, option.rect, shown)  # pyright: ignore[reportAttributeAccessIssue]
        self._paint_texts(painter, card, shown)
        painter.restore()

    def _paint_frame(self, painter: QPainter, card: QRect, option: QStyleOptionViewItem) -> None:
        t, state = self._theme, option.state  # pyright: ignore[reportAttributeAccessIssue]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        under = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setBrush(QColor(t.accent_deep if chosen else t.hover if under else t.surface))
        painter.setPen(QPen(QColor(t.accent if chosen else t.line), 2 if focused else 1))
        painter.drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), t.radius, t.radius)

    def _paint_picture(self, painter: QPainter, item: QRect, shown: InstrumentCard) -> None:
        canvas, place = self._theme.canvas, _picture(_card(item))
        path = QPainterPath()
        path.addRoundedRect(QRectF(place), 6, 6)
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(place, QColor(canvas.rail))
        if shown.picture is not None:
            painter.drawImage(place, shown.picture)
        painter.restore()
        favourite = shown.mark.favourite
        self._paint_glyph(painter, star(item), "favourite-on" if favourite else "favourite", favourite)
        if not shown.listed.problem:
            listening = self._listening() == shown.listed.path
            self._paint_glyph(painter, speaker(item), "stop" if listening else "start", listening)

    def _paint_glyph(self, painter: QPainter, place: QRect, name: str, on: bool) -> None:
        canvas = self._theme.canvas
        ground = QColor(canvas.background)
        ground.setAlphaF(0.8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(place.adjusted(4, 4, -4, -4))
        scale = painter.device().devicePixelRatioF()
        key = (name, canvas.accent if on else canvas.text, scale)
        if key not in self._glyphs:
            self._glyphs[key] = picture(name, key[1], round(GLYPH * scale), scale)
        corner = place.center() - QPoint(GLYPH // 2 - 1, GLYPH // 2 - 1)
        painter.drawPixmap(corner, self._glyphs[key])

    def _paint_texts(self, painter: QPainter, card: QRect, shown: InstrumentCard) -> None:
        t, listed = self._theme, shown.listed
        top = _picture(card).bottom() + 8
        name = QRect(card.left() + INSET + 4, top, card.width() - 2 * INSET - 8, 24)
        _write(painter, name, listed.name, t.text, t.heading, bold=True)
        line = name.translated(0, 25)
        line.setHeight(18)
        if listed.problem:
            line.setHeight(18 * (LINES - 1))
            _write(painter, line, listed.problem, t.danger, t.small, wrapped=True)
            return
        for text, colour in (
            (shown.character or listed.description, t.text),
            (shown.facts, t.muted),
            (shown.foot, t.muted),
        ):
            _write(painter, line, text, colour, t.small)
            line = line.translated(0, 19)


def star(item: QRect) -> QRect:
    """Where the star of an item of the list is, at the top right of the picture."""
    place = _picture(_card(item))
    return QRect(place.right() - TARGET, place.top(), TARGET, TARGET)


def speaker(item: QRect) -> QRect:
    """Where its button to listen is, at the bottom left of the picture."""
    place = _picture(_card(item))
    return QRect(place.left(), place.bottom() - TARGET, TARGET, TARGET)


def _card(item: QRect) -> QRect:
    return QRect(item.topLeft() + QPoint(GAP // 2, GAP // 2), CARD)


def _picture(card: QRect) -> QRect:
    return QRect(card.topLeft() + QPoint(INSET, INSET), PICTURE)


def _write(
    painter: QPainter, place: QRect, text: str, colour: str, pixels: int, *, bold: bool = False, wrapped: bool = False
) -> None:
    font = QFont(painter.font())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    if wrapped:
        painter.drawText(place, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, text)
    else:
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, short)
