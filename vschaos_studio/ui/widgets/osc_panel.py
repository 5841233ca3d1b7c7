"""OSC at a glance: on or off, its two ports, and a light that blinks when a message comes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from vschaos.realtime.protocol import OscStatus
from vschaos_studio.settings.table import OSC_IN_PORT, OSC_OUT_PORT
from vschaos_studio.state.engine_words import osc_line
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.port_field import PortField
from vschaos_studio.ui.widgets.roles import Card, label

BLINK_S = 0.12


class OscPanel(Card):
    """The switch, the ports, the traffic.

    Signals
    -------
    changed
        Whether it is on, the port in, the port out.

    Parameters
    ----------
    clock
        Seconds, monotonic: the light goes out by it.
    """

    changed = Signal(bool, int, int)

    def __init__(
        self,
        theme: Theme,
        *,
        enabled: bool,
        in_port: int,
        out_port: int,
        clock: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.switch = QCheckBox("OSC")
        self.switch.setChecked(enabled)
        self.switch.setToolTip("Let Max, Pure Data and others on this computer play along (127.0.0.1)")
        self.in_port = PortField(in_port, OSC_IN_PORT)
        self.out_port = PortField(out_port, OSC_OUT_PORT)
        self._light = _Light(theme, clock)
        self._line = label(role="small")
        self._error = label(role="small", wrap=True)
        self._error.setStyleSheet(f"color: {theme.warning};")
        self._error.hide()
        self._received = 0
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.switch)
        row.addStretch(1)
        for name, box in (("in", self.in_port), ("out", self.out_port)):
            row.addWidget(label(name, "muted"))
            row.addWidget(box)
        traffic = QHBoxLayout()
        traffic.setSpacing(8)
        traffic.addWidget(self._light)
        traffic.addWidget(self._line, 1)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.addLayout(row)
        self.body.addLayout(traffic)
        self.body.addWidget(self._error)
        self.switch.toggled.connect(self._tell)
        self.in_port.changed.connect(self._tell)
        self.out_port.changed.connect(self._tell)
        self.show_waiting()

    def show_waiting(self) -> None:
        """There is no engine yet, or no more."""
        self._line.setText("waiting for the engine")
        self._error.hide()

    def show_status(self, status: OscStatus) -> None:
        """Show the traffic so far."""
        if status.received != self._received:
            self._received = status.received
            self._light.blink()
        self._light.tick()
        line = osc_line(status, wanted=self.switch.isChecked())
        if line != self._line.text():
            self._line.setText(line)
        if status.last_error != self._error.text() or self._error.isHidden() == bool(status.last_error):
            self._error.setText(status.last_error)
            self._error.setVisible(bool(status.last_error))

    def _tell(self) -> None:
        self.changed.emit(self.switch.isChecked(), self.in_port.port, self.out_port.port)


class _Light(QWidget):
    def __init__(self, theme: Theme, clock: Callable[[], float]) -> None:
        super().__init__()
        self._theme = theme
        self._clock = clock
        self._lit_until = 0.0
        self._lit = False
        self.setFixedSize(QSize(10, 10))
        self.setAccessibleName("OSC activity")
        self.setToolTip("Blinks when a message comes in")

    @property
    def lit(self) -> bool:
        return self._lit

    def blink(self) -> None:
        self._lit_until = self._clock() + BLINK_S

    def tick(self) -> None:
        lit = self._clock() < self._lit_until
        if lit != self._lit:
            self._lit = lit
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent if self._lit else self._theme.outline))
        painter.drawEllipse(1, 1, 8, 8)
        painter.end()
