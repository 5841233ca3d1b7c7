"""Where the pad's coordinates, −1…1 with y upwards, lie in its field, in pixels."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF


def to_pixels(area: QRect, x: float, y: float) -> QPointF:
    """Where coordinates lie."""
    field = QRectF(area)
    return QPointF(field.left() + (x + 1) / 2 * field.width(), field.top() + (1 - y) / 2 * field.height())


def to_coordinates(area: QRect, place: QPointF) -> tuple[float, float]:
    """Coordinates of a place, moved into range."""
    field = QRectF(area)
    x = 2 * (place.x() - field.left()) / max(field.width(), 1.0) - 1
    y = 1 - 2 * (place.y() - field.top()) / max(field.height(), 1.0)
    return min(max(x, -1.0), 1.0), min(max(y, -1.0), 1.0)


def square_around(area: QRect, x: float, y: float, reach: int) -> QRect:
    """A square around coordinates."""
    centre = to_pixels(area, x, y).toPoint()
    return QRect(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)


def cross_strips(area: QRect, x: float, y: float) -> tuple[QRect, QRect]:
    """The two strips of a cross hair through coordinates."""
    centre = to_pixels(area, x, y).toPoint()
    upright = QRect(centre.x() - 2, area.top(), 4, area.height())
    return upright, QRect(area.left(), centre.y() - 2, area.width(), 4)
