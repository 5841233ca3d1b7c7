"""Paints the training sounds once into a picture, which the pad only has to copy; a veil lies where it is silent.

Of Qt's pictures, images can be painted on any thread.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from vschaos_studio.state.point_colours import SHADES, Paints, PointColours
from vschaos_studio.ui.theme import Theme

GLOW = ((11.0, 0.05), (6.0, 0.10), (2.6, 0.80))
"""Diameters in pixels and opacities: a dot is a few discs on each other; where many meet, they shine."""

STAMP = 14
"""Side of a dot's picture, in pixels."""

USUAL_FIELD = 760.0 * 620.0
"""Area in pixels of the field in a window of usual size; on a larger one the dots grow, up to twice the size."""

CROWD = 4000
"""More points than this are painted fainter, so that they still tell dense from thin."""

TRANSITION_S = 0.28
"""How long the points move from the plane to the map, or back."""

FADES_DB = (-24.0, -40.0)
"""Beside an instrument's usual loudness: where the veil of silence begins, for `even` makes up for less, and where it
is thickest."""

VEIL = 0.62
"""Its opacity there."""

GOLDEN_RATIO = 5**0.5 / 2 + 0.5

NOWHERE = np.zeros((0, 2), np.float32)
"""The places of no points."""


@dataclass(frozen=True)
class CloudTransition:
    """Points (N, 2) that move to new places, quickly at first, then slowly."""

    start: NDArray[np.float32]
    stop: NDArray[np.float32]
    began_s: float

    def over(self, now_s: float) -> bool:
        """Whether they have arrived."""
        return now_s - self.began_s >= TRANSITION_S

    def places(self, now_s: float) -> NDArray[np.floating]:
        """Where they are."""
        left = max(0.0, 1.0 - (now_s - self.began_s) / TRANSITION_S) ** 3
        return self.stop + left * (self.start - self.stop)


def paint_cloud(
    colours: PointColours | None,
    places: NDArray[np.floating],
    size: QSize,
    scale: float,
    theme: Theme,
    veil: QImage | None = None,
) -> QImage:
    """The field of the pad with its grid and points.

    Parameters
    ----------
    colours
        Those of the points; None paints the empty field.
    places
        Where the points are, x and y, shape (N, 2); those outside −1…1 are left out.
    size
        Of the field in device-independent pixels.
    scale
        Pixels of the screen to one of these.
    veil
        What :func:`silence_veil` made, to be spread over the field.
    """
    canvas = QImage(size * scale, QImage.Format.Format_RGB32)
    canvas.setDevicePixelRatio(scale)
    canvas.fill(QColor(theme.rail))
    painter = QPainter(canvas)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_grid(painter, size, theme)
    if veil is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), veil)
    if colours is not None and len(places):
        _paint_points(painter, colours, places, size, scale)
    painter.end()
    return canvas


def paints(theme: Theme) -> Paints:
    """The theme's colours for points."""
    stops = [QColor(colour) for colour in theme.scale]
    places = np.linspace(0, len(stops) - 1, SHADES)
    channels = [np.interp(places, range(len(stops)), values) for values in zip(*map(_channels, stops), strict=True)]
    scale = tuple(QColor(*map(round, shade)).name() for shade in zip(*channels, strict=True))
    return Paints(theme.sources, scale, theme.outline)


def _channels(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def silence_veil(beside_usual_db: NDArray[np.floating], theme: Theme) -> QImage | None:
    """A picture of where the pad is silent, from the loudness of its places (rows, columns); None if nowhere."""
    begins, thickest = FADES_DB
    shares = np.clip((beside_usual_db - begins) / (thickest - begins), 0.0, 1.0)
    if not shares.any():
        return None
    shade = QColor(theme.hover)
    alpha = np.rint(255.0 * VEIL * shares).astype(np.uint32)
    pixels = alpha << 24 | np.uint32(shade.rgb() & 0xFFFFFF)
    height, width = pixels.shape
    return QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_ARGB32).copy()


def _paint_grid(painter: QPainter, size: QSize, theme: Theme) -> None:
    w, h = size.width(), size.height()
    quiet, axis = QColor(theme.line), QColor(theme.line)
    quiet.setAlphaF(0.55)
    for step in (0.25, 0.5, 0.75):
        painter.setPen(QPen(axis if step == 0.5 else quiet, 1))
        painter.drawLine(QPointF(step * w, 0), QPointF(step * w, h))
        painter.drawLine(QPointF(0, step * h), QPointF(w, step * h))


def _paint_points(
    painter: QPainter, shown_as: PointColours, places: NDArray[np.floating], size: QSize, scale: float
) -> None:
    shown = (np.abs(places) <= 1.0).all(axis=1)
    centres = (places[shown] * (0.5, -0.5) + 0.5) * (size.width(), size.height())
    strength = min(1.0, max(0.4, (CROWD / len(places)) ** 0.5))
    growth = min(max((size.width() * size.height() / USUAL_FIELD) ** 0.5, 1.0), 2.0)
    stamps = [_stamp(QColor(colour), strength, scale, growth) for colour in shown_as.palette]
    corners = np.rint(centres - STAMP * growth / 2).astype(int)
    colours = shown_as.colour[shown]
    # In a fixed but mixed order, so that no sound lies on top of all others. (numpy.random takes longer to import.)
    order = np.argsort(np.arange(len(corners)) * GOLDEN_RATIO % 1.0)
    for (x, y), colour in zip(corners[order].tolist(), colours[order].tolist(), strict=True):
        painter.drawImage(x, y, stamps[colour])


def _stamp(colour: QColor, strength: float, scale: float, growth: float) -> QImage:
    """One dot with its glow. Copying a picture is ten times as fast as painting discs: 20,000 points take 50 ms."""
    side = round(STAMP * growth)
    stamp = QImage(QSize(side, side) * scale, QImage.Format.Format_ARGB32_Premultiplied)
    stamp.setDevicePixelRatio(scale)
    stamp.fill(Qt.GlobalColor.transparent)
    painter = QPainter(stamp)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for diameter, opacity in GLOW:
        colour.setAlphaF(opacity * strength)
        painter.setBrush(colour)
        radius = diameter * growth / 2
        painter.drawEllipse(QPointF(side / 2, side / 2), radius, radius)
    painter.end()
    return stamp
