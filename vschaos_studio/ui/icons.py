"""Our icons: small SVG files in ``vschaos_resources/icons``, painted in the theme's colours."""

from __future__ import annotations

import vschaos_resources
from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

SCALES = (1, 2)
"""Each icon is painted for ordinary and for dense screens."""


def icon(name: str, colour: str, *, checked: str = "", size: int = 24) -> QIcon:
    """The icon ``name``; ``colour`` replaces the file's ``currentColor``, ``checked`` that of a checked button."""
    made = QIcon()
    for scale in SCALES:
        made.addPixmap(picture(name, colour, size * scale, scale))
        if checked:
            made.addPixmap(picture(name, checked, size * scale, scale), QIcon.Mode.Normal, QIcon.State.On)
    return made


def swatch(colour: str, size: int = 16) -> QIcon:
    """A disc of a colour."""
    canvas = QPixmap(QSize(size, size))
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(2, 2, size - 4, size - 4))
    painter.end()
    return QIcon(canvas)


def picture(name: str, colour: str, pixels: int, scale: float = 1.0) -> QPixmap:
    """The icon as a square of ``pixels``, for a screen with ``scale`` pixels a unit."""
    text = (vschaos_resources.ROOT / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
    canvas = QPixmap(QSize(pixels, pixels))
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    canvas.setDevicePixelRatio(scale)
    return canvas
