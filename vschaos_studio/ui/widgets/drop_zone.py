"""The large, inviting place to drop a folder of sounds on."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.roles import button, label

BARS = (0.25, 0.55, 0.9, 0.5, 0.75, 1.0, 0.6, 0.85, 0.4, 0.65, 0.3)
"""Heights of the drawn sound, a fraction of the tallest."""


class DropZone(QFrame):
    """A dashed frame that says what may be dropped, with a button for those who rather choose.

    Signals
    -------
    choose_pressed
        The user wants the folder dialog.
    """

    choose_pressed = Signal()

    def __init__(self, theme: Theme, formats: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hovering = False
        self.setMinimumHeight(320)
        self.heading = label("Drop a folder of sounds here", "title")
        self.choose = button("Choose folder…", "primary")
        self.choose.clicked.connect(self.choose_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(_SoundPicture(theme, self), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        self._centre(column, self.heading)
        self._centre(column, label("A few minutes of one kind of sound make a good first instrument.", "muted"))
        column.addSpacing(8)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        self._centre(column, label(formats, "muted"))
        column.addStretch(1)

    def show_hovering(self, hovering: bool) -> None:
        """Light up while a folder is held over the page."""
        self._hovering = hovering
        self.heading.setText("Let go to open it" if hovering else "Drop a folder of sounds here")
        self.update()

    def _centre(self, column: QVBoxLayout, text: QLabel) -> None:
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """See QWidget."""
        painter = QPainter(self)
        paint_drop_frame(painter, QRectF(self.rect()), self._theme, hovering=self._hovering)


def paint_drop_frame(painter: QPainter, area: QRectF, theme: Theme, *, hovering: bool) -> None:
    """The dashed, rounded frame of a place to drop on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(theme.accent if hovering else theme.outline), 2 if hovering else 1.5)
    pen.setDashPattern([6, 5])
    painter.setPen(pen)
    painter.setBrush(QColor(theme.accent_deep if hovering else theme.surface))
    painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 12, 12)


class _SoundPicture(QWidget):
    """A little waveform of rounded bars."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(132, 72)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """See QWidget."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._theme.accent), 5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        step = self.width() / len(BARS)
        for position, height in enumerate(BARS):
            x, reach = (position + 0.5) * step, height * (self.height() / 2 - 4)
            painter.drawLine(QPointF(x, self.height() / 2 - reach), QPointF(x, self.height() / 2 + reach))
