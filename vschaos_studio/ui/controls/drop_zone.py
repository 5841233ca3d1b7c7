"""The large area to drop sounds on."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from vschaos_studio.language import tr
from vschaos_studio.ui.controls.first_sounds_button import first_sounds_button
from vschaos_studio.ui.controls.layouts import STRETCH, vbox
from vschaos_studio.ui.controls.styled_widgets import button, label
from vschaos_studio.ui.theme import Theme

DROP_HERE = tr("Drop sounds or folders here")
BARS = (0.25, 0.55, 0.9, 0.5, 0.75, 1.0, 0.6, 0.85, 0.4, 0.65, 0.3)
"""Heights of the drawn sound, a fraction of the tallest."""


class DropZone(QFrame):
    """A dashed frame that says what can be dropped; its owner connects the buttons ``choose`` and ``first``."""

    def __init__(self, theme: Theme, formats: str) -> None:
        super().__init__()
        self._theme = theme
        self._hovering = False
        self.setMinimumHeight(320)
        self.heading = label(DROP_HERE, "title")
        self.choose = button(tr("Choose folder…"), "primary")
        self.first = first_sounds_button()
        purpose = label(tr("The sounds that an instrument learns from are listed here."), "muted")
        advice = label(tr("A few minutes of one kind of sound make a good first instrument."), "muted")
        centre = Qt.AlignmentFlag.AlignHCenter
        texts = (self.heading, purpose, advice, label(formats, "muted"))
        for text in texts:
            text.setAlignment(centre)
        heading, purpose, advice, files = texts
        above = (STRETCH, (_SoundPicture(theme, self), centre), 8, heading, vbox(purpose, advice, spacing=2), 8)
        buttons = vbox((self.choose, centre), (self.first, centre))
        vbox(*above, buttons, 8, files, STRETCH, margins=(24, 24, 24, 24), spacing=16, on=self)

    def show_hovering(self, hovering: bool) -> None:
        """Highlight the area while a folder is dragged over the page."""
        self._hovering = hovering
        self.heading.setText(tr("Drop to open it") if hovering else DROP_HERE)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """See QWidget."""
        painter = QPainter(self)
        paint_drop_frame(painter, QRectF(self.rect()), self._theme, hovering=self._hovering)


def paint_drop_frame(painter: QPainter, area: QRectF, theme: Theme, *, hovering: bool) -> None:
    """The dashed, rounded frame of an area to drop on."""
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
