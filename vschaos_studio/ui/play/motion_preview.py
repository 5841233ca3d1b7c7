"""A small picture of how an axis moves by itself: one period of the shape, and where the axis is now."""

from __future__ import annotations

import math
import random

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from vschaos.performance.table import LFO_SHAPES
from vschaos_studio.language import tr
from vschaos_studio.ui.controls.spoken_role import set_role
from vschaos_studio.ui.theme import Theme

WIDTH, HEIGHT = 48, 30
SCALE_WIDTH = 8.0
POINTS = 49
RANDOM_STEPS = (0.3, -0.8, 0.9, -0.1, 0.6, -0.9, 0.2)
"""An example of random steps that shows well."""

LEAST_SEEN = 0.01
"""A change of place smaller than this is not painted."""


def shape_curve(shape: int, count: int = POINTS) -> list[float]:
    """One period of a shape of `LFO_SHAPES`, −1…1, at ``count`` places; of those that never repeat, an example."""
    name = LFO_SHAPES[shape]
    places = [k / (count - 1) for k in range(count)]
    chance = random.Random(shape)
    steps = len(RANDOM_STEPS) - 1
    if name == "sine":
        return [math.sin(math.tau * at) for at in places]
    if name == "triangle":
        return [1.0 - 4.0 * abs(((at + 0.25) % 1.0) - 0.5) for at in places]
    if name == "saw":
        return [2.0 * at - 1.0 for at in places]
    if name == "square":
        return [1.0 if at < 0.5 else -1.0 for at in places]
    if name in ("random", "drift"):
        if name == "random":
            return [RANDOM_STEPS[min(int(at * steps), steps - 1)] for at in places]
        return [_eased(RANDOM_STEPS, at * steps) for at in places]
    if name == "walk":
        walked, here = [], 0.0
        for _ in places:
            walked.append(here)
            here = min(max(here + chance.uniform(-0.4, 0.4), -1.0), 1.0)
        return walked
    return [0.0] * count


def _eased(held: tuple[float, ...], place: float) -> float:
    index = min(int(place), len(held) - 2)
    share = (1.0 - math.cos(math.pi * (place - index))) / 2.0
    return (1.0 - share) * held[index] + share * held[index + 1]


class MotionPreview(QWidget):
    """The curve, and a scale beside it: a line where the axis was set, a dot where it sounds."""

    def __init__(self, axis: int, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shape, self._depth = 0, 0.0
        self._curve = shape_curve(0)
        self._set_to, self._sounding = 0.0, 0.0
        self.setFixedSize(QSize(WIDTH, HEIGHT))
        set_role(self, QAccessible.Role.Graphic)
        self.setAccessibleName(tr("Motion of axis {axis}", axis=axis))
        self.setToolTip(tr("The shape; beside it, where the axis is set (line), and where it sounds (dot)"))

    @property
    def place(self) -> tuple[float, float]:
        """Where the axis was set, and where it sounds, as painted."""
        return self._set_to, self._sounding

    def show_shape(self, shape: int, depth: float) -> None:
        """Show another shape, or how far it goes."""
        if (shape, depth) != (self._shape, self._depth):
            if shape != self._shape:
                self._curve = shape_curve(shape)
            self._shape, self._depth = shape, depth
            self.update()

    def show_place(self, set_to: float, sounding: float) -> None:
        """Show where the axis is."""
        if abs(set_to - self._set_to) >= LEAST_SEEN or abs(sounding - self._sounding) >= LEAST_SEEN:
            self._set_to, self._sounding = set_to, sounding
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """The curve on the left, the scale on the right."""
        t = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.rail))
        field = QRectF(0, 0, self.width() - SCALE_WIDTH - 4, self.height())
        scale = QRectF(self.width() - SCALE_WIDTH, 0, SCALE_WIDTH, self.height())
        painter.drawRoundedRect(field, 4, 4)
        painter.drawRoundedRect(scale, 4, 4)
        middle, reach = field.center().y(), field.height() / 2 - 4
        moves = self._shape != 0
        painter.setPen(QPen(QColor(t.accent if moves else t.outline), 1.5))
        step = (field.width() - 8) / (len(self._curve) - 1)
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(4 + k * step, middle - reach * max(self._depth, 0.05) * value)
                    for k, value in enumerate(self._curve)
                ]
            )
        )
        set_to, sounding = middle - reach * self._set_to, middle - reach * self._sounding
        painter.setPen(QPen(QColor(t.muted), 1))
        painter.drawLine(QPointF(scale.left() + 1, set_to), QPointF(scale.right() - 1, set_to))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.accent if moves else t.muted))
        painter.drawEllipse(QPointF(scale.center().x(), sounding), 2.5, 2.5)
        painter.end()
