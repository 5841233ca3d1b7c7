"""OSC: on or off, its ports and how far it reaches, who is told of changes, what was learnt, and patches to begin with.

A light blinks when a message comes; the monitor and the table of addresses are windows of their own.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from vschaos.osc.namespace import PREFIX
from vschaos.osc.ports import LOOPBACK
from vschaos.osc.reports import OscBindings, OscPeer, OscPeers, OscTraffic
from vschaos.performance.controls import Playable
from vschaos.realtime.protocol import OscStatus, WatchOsc
from vschaos_studio.settings.table import OSC_IN_PORT, OSC_OUT_PORT
from vschaos_studio.state.engine_words import osc_line
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.elided_label import ElidedLabel
from vschaos_studio.ui.widgets.osc_learning import OscLearning
from vschaos_studio.ui.widgets.osc_reach import OscReach
from vschaos_studio.ui.widgets.osc_tables import OscAddresses, OscMonitor
from vschaos_studio.ui.widgets.port_field import PortField
from vschaos_studio.ui.widgets.roles import Card, button, label

BLINK_S = 0.12


class OscPanel(Card):
    """The switch, the ports, the traffic; below them the reach, the peers, what was learnt, and the patches.

    Signals
    -------
    changed
        Whether it is on, the port in, the port out.
    reach_changed
        Prefix, address of the interface, and the TCP port of OSCQuery (0: off).
    ordered
        An order of the protocol for the engine: to learn, to bind, to watch.
    patch_wanted
        The user wants a patch to begin with: “pd” or “max”.

    Parameters
    ----------
    clock
        Seconds, monotonic: the light goes out by it.
    """

    changed = Signal(bool, int, int)
    reach_changed = Signal(str, str, int)
    ordered = Signal(object)
    patch_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        enabled: bool,
        in_port: int,
        out_port: int,
        clock: Callable[[], float],
        prefix: str = PREFIX,
        host: str = LOOPBACK,
        query_port: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._playable = Playable(latent_dims=2)
        self._addresses: OscAddresses | None = None
        self.reach = OscReach(theme, prefix=prefix, host=host, query_port=query_port)
        self.learning = OscLearning(theme)
        self.monitor = OscMonitor(theme, self)
        self.switch = QCheckBox("OSC")
        self.switch.setChecked(enabled)
        self.switch.setToolTip("Let Max, Pure Data and other programs play along")
        self.in_port = PortField(in_port, OSC_IN_PORT)
        self.out_port = PortField(out_port, OSC_OUT_PORT)
        self._light = _Light(theme, clock)
        self._line = ElidedLabel(role="small")
        self._error = label(role="small", wrap=True)
        self._error.setStyleSheet(f"color: {theme.warning};")
        self._error.hide()
        self._received = 0
        self._peer_labels: list[ElidedLabel] = []
        self._peers = QVBoxLayout()
        self._peers.setSpacing(2)
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
        self.body.addWidget(self.reach)
        self.body.addLayout(self._peers)
        self.body.addLayout(self._windows())
        self.body.addLayout(self._patches())
        self.body.addSpacing(4)
        self.body.addWidget(self.learning)
        self.reach.changed.connect(self.reach_changed)
        self.learning.ordered.connect(self.ordered)
        self.monitor.watched.connect(self._watch)
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

    @property
    def peers(self) -> list[str]:
        """The programs that are told of changes, as shown."""
        return [one.text() for one in self._peer_labels]

    def show_playable(self, playable: Playable) -> None:
        """Offer the controls and the addresses of another instrument."""
        self._playable = playable
        self.learning.show_playable(playable)

    def hear(self, event: object) -> None:
        """Take what the engine tells of peers, bindings and traffic."""
        match event:
            case OscPeers(peers):
                self._show_peers(peers)
                if self.monitor.isVisible():
                    # It may be another engine, that does not know that somebody watches.
                    self._watch(True)
            case OscBindings():
                self.learning.show_bindings(event)
            case OscTraffic():
                self.monitor.show_traffic(event)

    def _show_peers(self, peers: tuple[OscPeer, ...]) -> None:
        for gone in self._peer_labels:
            gone.hide()
            gone.deleteLater()
        self._peer_labels = []
        for peer in peers:
            why = "the port out" if peer.configured else "nobody listens there" if peer.refused else "came by itself"
            told = ElidedLabel(f"tells {peer.host}:{peer.port} · {why}", "small")
            self._peer_labels.append(told)
            self._peers.addWidget(told)

    def _windows(self) -> QHBoxLayout:
        monitor = button("Monitor…", tip="See what passes, message by message")
        monitor.clicked.connect(self._open_monitor)
        addresses = button("Addresses…", tip="All addresses, to read and to copy")
        addresses.clicked.connect(self._open_addresses)
        return _side_by_side(monitor, addresses)

    def _patches(self) -> QHBoxLayout:
        pd = button("Patch for Pd…", tip="Save a patch for Pure Data with every control of this instrument")
        pd.clicked.connect(self._want_pd)
        max_msp = button("Patch for Max…", tip="Save a patch for Max with every control of this instrument")
        max_msp.clicked.connect(self._want_max)
        return _side_by_side(pd, max_msp)

    def _want_pd(self) -> None:
        self.patch_wanted.emit("pd")

    def _want_max(self) -> None:
        self.patch_wanted.emit("max")

    def _open_monitor(self) -> None:
        self.monitor.show()
        self.monitor.raise_()

    def _open_addresses(self) -> None:
        if self._addresses is not None:
            self._addresses.deleteLater()
        self._addresses = OscAddresses(self._playable, self.reach.wanted[0], self)
        self._addresses.show()

    def _watch(self, on: bool) -> None:
        self.ordered.emit(WatchOsc(on))

    def _tell(self) -> None:
        self.changed.emit(self.switch.isChecked(), self.in_port.port, self.out_port.port)


def _side_by_side(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for one in buttons:
        row.addWidget(one, 1)
    return row


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
