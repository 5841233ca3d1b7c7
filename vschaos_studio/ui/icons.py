"""Our icons: small SVG files in ``vschaos_resources/icons``, painted in the theme's colours, whenever it changes."""

from __future__ import annotations

import vschaos_resources
from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from vschaos_studio.ui.theme import Theme


class _Engine(QIconEngine):
    """Paints an icon in the colours that the theme has then."""

    def __init__(self, name: str, theme: Theme, colour: str, checked: str) -> None:
        super().__init__()
        self._name, self._theme, self._colour, self._checked = name, theme, colour, checked
        self._painted: dict[tuple[str, int, float], QPixmap] = {}

    def clone(self) -> QIconEngine:
        """See QIconEngine."""
        return _Engine(self._name, self._theme, self._colour, self._checked)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """See QIconEngine."""
        field = self._checked if state is QIcon.State.On else self._colour
        colour = getattr(self._theme, "outline" if mode is QIcon.Mode.Disabled else field)
        key = (colour, min(size.width(), size.height()), scale)
        if key not in self._painted:
            self._painted[key] = picture(self._name, *key)
        return self._painted[key]

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """See QIconEngine."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """See QIconEngine."""
        scale = painter.device().devicePixelRatioF()
        shown = self.scaledPixmap(rect.size() * scale, mode, state, scale)
        corner = rect.center() - QPoint(round(shown.width() / scale) // 2, round(shown.height() / scale) // 2)
        painter.drawPixmap(corner, shown)


def icon(name: str, theme: Theme, colour: str = "text", *, checked: str = "") -> QIcon:
    """The icon ``name``; ``colour`` and ``checked``, that of a checked button, name colours of the theme."""
    return QIcon(_Engine(name, theme, colour, checked or colour))


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
