"""What the pad paints over its cloud of points: the frame with its texts, the cursor, the dot and the ring."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QLinearGradient, QPainter, QPen, QRadialGradient

from vschaos_studio.language import tr
from vschaos_studio.state.point_colours import PointColours
from vschaos_studio.ui.theme import Theme

BELOW, BESIDE = 22, 18
"""Room for the names of the axes, in pixels."""

SCALE_WIDTH, SWATCH = 72.0, 8.0
"""Of a legend, in pixels."""


def paint_frame(painter: QPainter, field: QRect, names: tuple[str, str], theme: Theme, *, focused: bool) -> None:
    """The frame of a field, and the names of its axes outside at their ends."""
    painter.setPen(QPen(QColor(theme.accent if focused else theme.outline), 1))
    painter.drawRect(QRectF(field).adjusted(-0.5, -0.5, 0.5, 0.5))
    font = QFont(painter.font())
    font.setPixelSize(theme.small)
    painter.setFont(font)
    painter.setPen(QColor(theme.muted))
    below = QRect(field.left(), field.bottom() + 6, field.width(), BELOW)
    painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, names[0])
    painter.save()
    painter.translate(field.left() - 8, field.center().y())
    painter.rotate(-90)
    beside = QRect(-field.height() // 2, -BESIDE, field.height(), BESIDE)
    painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, names[1])
    painter.restore()


def paint_message(painter: QPainter, field: QRect, message: str, theme: Theme) -> None:
    """A message inside a field at its foot."""
    font = QFont(painter.font())
    font.setPixelSize(theme.small)
    painter.setFont(font)
    painter.setPen(QColor(theme.muted))
    inside = field.adjusted(16, 16, -16, -12)
    painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, message)


def paint_legend(
    painter: QPainter, field: QRect, across: str, colours: PointColours, silent: str, theme: Theme
) -> None:
    """What the colours mean, in a line below a field, beside the name of its axis, which is ``across``.

    What does not fit is left out, and dots stand for it. ``silent`` is the colour of silence, empty if there is none.
    """
    font = QFont(painter.font())
    font.setPixelSize(theme.small)
    painter.setFont(font)
    metrics, x = painter.fontMetrics(), float(field.left())
    room = QRectF(x, field.bottom() + 5, field.width() - metrics.horizontalAdvance(across) - 16, 18)

    def write(text: str) -> None:
        nonlocal x
        painter.setPen(QColor(theme.muted))
        width = metrics.horizontalAdvance(text)
        painter.drawText(QRectF(x, room.top(), width + 1, room.height()), Qt.AlignmentFlag.AlignVCenter, text)
        x += width + 10

    if colours.ends is not None:
        write(colours.ends[0])
        shades = QLinearGradient(x, 0, x + SCALE_WIDTH, 0)
        scale = colours.palette[:-1]
        for place, shade in enumerate(scale):
            shades.setColorAt(place / (len(scale) - 1), QColor(shade))
        painter.fillRect(QRectF(x, room.center().y() - 3, SCALE_WIDTH, 6), shades)
        x += SCALE_WIDTH + 6
        write(colours.ends[1])
    entries = [*colours.legend, *([(silent, tr("silent"))] if silent else [])]
    for number, (shade, text) in enumerate(entries):
        needed = SWATCH + 4 + metrics.horizontalAdvance(text) + (24 if number + 1 < len(entries) else 0)
        if x + needed > room.right():
            write("…")
            return
        painter.setPen(QPen(QColor(theme.outline), 1) if shade == silent else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shade))
        painter.drawEllipse(QRectF(x, room.center().y() - SWATCH / 2, SWATCH, SWATCH))
        x += SWATCH + 4
        write(text)


def paint_ring(painter: QPainter, centre: QPointF, theme: Theme) -> None:
    """A ring around the point that is under the mouse."""
    painter.setPen(QPen(QColor(theme.text), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, 5.0, 5.0)


def paint_cursor(painter: QPainter, centre: QPointF, field: QRect, theme: Theme, *, playing: bool) -> None:
    """The dot that the user moves, with its cross hair; it glows while the instrument sounds."""
    hair = QColor(theme.accent)
    hair.setAlphaF(0.35)
    painter.setPen(QPen(hair, 1))
    painter.drawLine(QPointF(centre.x(), field.top()), QPointF(centre.x(), field.bottom()))
    painter.drawLine(QPointF(field.left(), centre.y()), QPointF(field.right(), centre.y()))
    paint_finger(painter, centre, theme, glows=playing)


def paint_finger(painter: QPainter, centre: QPointF, theme: Theme, *, glows: bool = True) -> None:
    """The dot under a hand, which glows while it sounds."""
    painter.setPen(Qt.PenStyle.NoPen)
    if glows:
        glow = QRadialGradient(centre, 34.0)
        shade = QColor(theme.accent)
        for stop, opacity in ((0.0, 0.55), (0.4, 0.20), (1.0, 0.0)):
            shade.setAlphaF(opacity)
            glow.setColorAt(stop, shade)
        painter.setBrush(glow)
        painter.drawEllipse(centre, 34.0, 34.0)
    painter.setPen(QPen(QColor(theme.rail), 1.5))
    painter.setBrush(QColor(theme.accent))
    painter.drawEllipse(centre, 7.0, 7.0)


def paint_dot(painter: QPainter, centre: QPointF, theme: Theme) -> None:
    """The fainter dot where it sounds."""
    shade = QColor(theme.text)
    shade.setAlphaF(0.7)
    painter.setPen(QPen(QColor(theme.rail), 1.5))
    painter.setBrush(shade)
    painter.drawEllipse(centre, 5.0, 5.0)
