"""Buttons for a control of the table that is on or off: a small switch, and one with a picture for bars."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolButton

from vschaos.performance.controls import Control
from vschaos_studio.language import translated
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.theme import Theme

KNOB = 7.0
"""Radius of the knob in pixels."""


def switch_tip(control: Control) -> str:
    """What a switch does, and its address."""
    return f"{translated(control.help)}\nOSC: /vs{control.address}"


class ControlSwitch(QAbstractButton):
    """A knob that lies left or right, with an optional name beside it that can be pressed, too.

    Signals
    -------
    moved
        The user switched it: 0 or 1. Values shown by :meth:`show_value` are not emitted.
    """

    moved = Signal(float)

    def __init__(self, control: Control, theme: Theme, *, text: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setText(text)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setChecked(control.default >= 0.5)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(translated(control.help))
        self.setToolTip(switch_tip(control))
        self.clicked.connect(self._emit_moved)

    def show_value(self, value: float) -> None:
        """Show a value that comes from elsewhere; ignored while the button is pressed."""
        if not self.isDown():
            self.setChecked(value >= 0.5)

    def _emit_moved(self, on: bool) -> None:
        self.moved.emit(float(on))

    def sizeHint(self) -> QSize:
        """The switch, and its name where it has one."""
        text_width = self.fontMetrics().horizontalAdvance(self.text()) + 8 if self.text() else 0
        return QSize(self._theme.room(36) + text_width, self._theme.room(24))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """The groove in the accent's colour when on, the knob at one of its ends."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, live = self.isChecked(), self.isEnabled()
        groove = QRectF(1, self.height() / 2 - 9, 34, 18)
        ring = self._theme.text if on else self._theme.accent
        edge = ring if self.hasFocus() else self._theme.accent if on and live else self._theme.outline
        fill = self._theme.accent if on else self._theme.hover if self.underMouse() and live else self._theme.raised
        painter.setPen(QPen(QColor(edge if live else self._theme.line), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(fill if live else self._theme.surface))
        painter.drawRoundedRect(groove, 9, 9)
        across = groove.right() - 9 if on else groove.left() + 9
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.outline if not live else self._theme.on_accent if on else self._theme.text))
        painter.drawEllipse(QRectF(across - KNOB + 1, groove.center().y() - KNOB + 1, 2 * KNOB - 2, 2 * KNOB - 2))
        if self.text():
            painter.setPen(QColor(self._theme.text if live else self._theme.outline))
            painter.drawText(self.rect().adjusted(44, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class IconSwitch(QToolButton):
    """A switch with a picture, for the bars; pressed in while it is on.

    Signals
    -------
    moved
        The user switched it: 0 or 1. Values shown by :meth:`show_value` are not emitted.

    Parameters
    ----------
    picture
        Name of the icon.
    name
        Its name for assistive technologies.
    colour, on_colour
        The theme's colour of the picture; that while it is on.
    on_picture
        Name of the icon while it is on; by default the same.
    """

    moved = Signal(float)

    def __init__(
        self,
        control: Control,
        picture: str,
        name: str,
        theme: Theme,
        *,
        colour: str = "text",
        on_colour: str = "accent",
        on_picture: str = "",
    ) -> None:
        super().__init__()
        self._pictures = (icon(picture, theme, colour), icon(on_picture or picture, theme, on_colour))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.setAccessibleDescription(translated(control.help))
        self.setToolTip(f"{name}. {switch_tip(control)}")
        self.toggled.connect(self._show_picture)
        self.clicked.connect(self._emit_moved)
        self.setChecked(control.default >= 0.5)
        self._show_picture(self.isChecked())

    def show_value(self, value: float) -> None:
        """Show a value that comes from elsewhere; ignored while the button is pressed."""
        if not self.isDown():
            self.setChecked(value >= 0.5)

    def _emit_moved(self, on: bool) -> None:
        self.moved.emit(float(on))

    def _show_picture(self, on: bool) -> None:
        self.setIcon(self._pictures[on])
