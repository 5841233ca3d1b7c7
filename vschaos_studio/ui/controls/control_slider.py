"""A slider for one control of the table: fills from its default, shows the engine's value, emits the user's."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider

from vschaos.performance.controls import Control
from vschaos_studio.language import number, tr, translated
from vschaos_studio.ui.controls.styled_widgets import plain_tip
from vschaos_studio.ui.theme import Theme

STEPS = 1000
"""Positions of the slider as Qt counts them; a value shown is not rounded to them, only a keyboard's move is."""

HANDLE = 7.0
"""Radius of the handle in pixels."""


def signed(value: float, digits: int) -> str:
    """A number with its sign; no minus before a zero."""
    text = number(round(value, digits) + 0.0, digits)
    return text if text.startswith("-") else f"+{text}"


def slider_tip(control: Control, default: str) -> str:
    """What a slider does, what a double click sets, and its address."""
    keys = tr("Double click: {value}. OSC: {address}", value=default, address=f"/vs{control.address}")
    return plain_tip(f"{translated(control.help)}\n{keys}")


class ControlSlider(QSlider):
    """A horizontal slider in the control's own unit.

    A double click returns to the control's default, the wheel and the arrow keys move it.

    Signals
    -------
    moved
        The user moved it to this value. Values shown by :meth:`show_value` are not emitted.
    """

    moved = Signal(float)

    def __init__(self, control: Control, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._control = control
        self._theme = theme
        self._exact = control.default
        self._showing = False
        self._held = False
        self._what = ""
        self.setRange(0, STEPS)
        self.setSingleStep(STEPS // 50)
        self.setPageStep(STEPS // 10)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_control(control)
        self._put(control.default)
        self.valueChanged.connect(self._step)

    @property
    def exact(self) -> float:
        """The value shown, in the control's unit."""
        return self._exact

    @property
    def text(self) -> str:
        """The value for people."""
        if self._control.unit:
            return f"{signed(self._exact, 1)}{self._unit}"
        # A sign only where there are two.
        return signed(self._exact, 2) if self._control.low < 0 else number(round(self._exact, 2) + 0.0, 2)

    def show_control(self, control: Control) -> None:
        """Be the slider of another instrument's control of the same range; its default may differ."""
        self._control = control
        self.describe(translated(control.help))
        decimals = len(f"{control.default:g}".partition(".")[2])
        self.setToolTip(slider_tip(control, f"{number(control.default, decimals)}{self._unit}"))
        self.update()

    def describe(self, what: str) -> None:
        """Say to a screen reader what the slider does, after its value."""
        self._what = what
        self._say_value()

    def _say_value(self) -> None:
        said = f"{self.text}. {self._what}"
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)

    def show_value(self, value: float) -> None:
        """Show a value that comes from elsewhere; ignored while the user drags the slider."""
        if not self._held and value != self._exact:
            self._put(value)

    @property
    def _unit(self) -> str:
        return f" {self._control.unit}" if self._control.unit else ""

    def _position(self, value: float) -> int:
        span = self._control.high - self._control.low
        return round(STEPS * (self._control.clip(value) - self._control.low) / span)

    def _put(self, value: float) -> None:
        self._exact = self._control.clip(value)
        self._showing = True
        self.setValue(self._position(self._exact))
        self._showing = False
        self._say_value()
        self.update()

    def _move(self, value: float) -> None:
        self._put(value)
        self.moved.emit(self._exact)

    def _step(self, position: int) -> None:
        """Qt moved it: by a key, or for an assistive technology."""
        if not self._showing:
            self._move(self._control.low + (self._control.high - self._control.low) * position / STEPS)

    # ── the mouse ─────────────────────────────────────────────────────────────────────────────────────────

    def _at(self, x: float) -> float:
        share = (x - HANDLE) / max(self.width() - 2 * HANDLE, 1.0)
        return self._control.low + min(max(share, 0.0), 1.0) * (self._control.high - self._control.low)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move the handle to the mouse."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = True
            self._move(self._at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        if self._held:
            self._move(self._at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """End the drag."""
        self._held = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Return to the control's default."""
        self._held = False
        self._move(self._control.default)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignored: a wheel that scrolls the page must not change the sound."""
        event.ignore()

    # ── painting ─────────────────────────────────────────────────────────────────────────────────────────

    def sizeHint(self) -> QSize:
        """A line's height."""
        return QSize(120, self._theme.room(24))

    def minimumSizeHint(self) -> QSize:
        """Narrower still works."""
        return QSize(60, self._theme.room(24))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End a drag when the window loses the focus."""
        self._held = False
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """A groove, filled from the default to the handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        travel = self.width() - 2 * HANDLE

        def across(value: float) -> float:
            span = self._control.high - self._control.low
            return HANDLE + travel * (value - self._control.low) / span

        rest, here = across(self._control.default), across(self._exact)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.hover))
        painter.drawRoundedRect(QRectF(HANDLE, middle - 2, travel, 4), 2, 2)
        live = self.isEnabled()
        painter.setBrush(QColor(self._theme.accent if live else self._theme.outline))
        painter.drawRoundedRect(QRectF(min(rest, here), middle - 2, abs(here - rest), 4), 2, 2)
        painter.setBrush(QColor(self._theme.outline))
        painter.drawRect(QRectF(rest - 0.5, middle - 5, 1, 10))
        ring = self.hasFocus()
        painter.setPen(QPen(QColor(self._theme.accent if ring else self._theme.rail), 2))
        painter.setBrush(QColor(self._theme.text if live else self._theme.outline))
        painter.drawEllipse(QRectF(here - HANDLE + 1, middle - HANDLE + 1, 2 * HANDLE - 2, 2 * HANDLE - 2))
        painter.end()
