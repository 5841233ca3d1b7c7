"""OSC: on or off, its ports and network, the programs that get changes, what moves what, and patches to start from.

A light blinks when a message comes; the monitor and the table of addresses are windows of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from vschaos.osc.messages import OscPeer, OscPeers, OscTraffic
from vschaos.osc.namespace import PREFIX as ADDRESS_PREFIX
from vschaos.osc.ports import LOOPBACK
from vschaos.performance.controls import Playable
from vschaos.performance.osc_decoder import OSC, PREFIX
from vschaos.realtime.protocol import OscStatus, WatchOsc
from vschaos_studio.language import tr, translated
from vschaos_studio.settings.table import OSC_IN_PORT, OSC_OUT_PORT
from vschaos_studio.state.engine_text import osc_line
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import STRETCH, discard, fill, hbox, vbox
from vschaos_studio.ui.controls.port_field import PortField
from vschaos_studio.ui.controls.spoken_role import set_role
from vschaos_studio.ui.controls.styled_widgets import Card, button, label, show_tone
from vschaos_studio.ui.play.bindings_panel import BindingsPanel, ControllerTexts
from vschaos_studio.ui.play.osc_reach import OscReach
from vschaos_studio.ui.theme import Theme

if TYPE_CHECKING:
    from vschaos_studio.ui.play.osc_tables import OscAddresses, OscMonitor

BLINK_S = 0.12
TEXTS = ControllerTexts(
    source=OSC.name,
    title="OSC",
    controller=tr("fader"),
    hint=tr("To play with a phone: choose a control, press Assign, and move a fader of its app."),
    source_text=lambda binding: binding.source.removeprefix(PREFIX),
    shows_numbers=True,
)


class OscPanel(Card):
    """The switch, the ports, the traffic; below them the network, the peers, the patches, and the assignments.

    Signals
    -------
    changed
        Whether it is on, the port in, the port out.
    reach_changed
        Prefix, address of the interface, and the TCP port of OSCQuery (0: off).
    ordered
        An order of the protocol for the engine: to watch what passes.
    patch_wanted
        The user wants a patch to start from: “pd”, “max”, “stage” for Open Stage Control, or “touch”.

    Parameters
    ----------
    clock
        Seconds, monotonic: the light goes out by it.

    Attributes
    ----------
    bindings
        The assignments.
    addresses, monitor
        The windows of all addresses and of what passes, once they were opened.
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
        prefix: str = ADDRESS_PREFIX,
        host: str = LOOPBACK,
        query_port: int = 0,
    ) -> None:
        super().__init__(topic="osc")
        self._theme = theme
        self._playable = Playable(latent_dims=2)
        self.addresses: OscAddresses | None = None
        self.reach = OscReach(prefix=prefix, host=host, query_port=query_port)
        self.bindings = BindingsPanel(TEXTS, theme)
        self.monitor: OscMonitor | None = None
        self.switch = QCheckBox("OSC")
        self.switch.setChecked(enabled)
        self.switch.setToolTip(tr("Let Max, Pure Data and other programs play along"))
        self.in_port = PortField(in_port, OSC_IN_PORT)
        self.out_port = PortField(out_port, OSC_OUT_PORT)
        self._light = _Light(theme, clock)
        self._line = ElidedLabel(role="small")
        self._error = label(role="small", wrap=True)
        show_tone(self._error, "warning")
        self._error.hide()
        self._received = 0
        self._peer_labels: list[ElidedLabel] = []
        self._peers = vbox(spacing=2)
        monitor = button(tr("Monitor…"), tip=tr("See what passes, message by message"), press=self._open_monitor)
        addresses = button(tr("Addresses…"), tip=tr("All addresses, to read and to copy"), press=self._open_addresses)
        pd = button(tr("Patch for Pd…"), tip=tr("Save a patch for Pure Data with every control of this instrument"))
        pd.clicked.connect(self._want_pd)
        max_msp = button(tr("Patch for Max…"), tip=tr("Save a patch for Max with every control of this instrument"))
        max_msp.clicked.connect(self._want_max)
        stage = button(
            tr("Page for Open Stage Control…"),
            tip=tr("Save a page for tablets and phones, for the free program Open Stage Control, with these controls"),
        )
        stage.clicked.connect(self._want_stage)
        touch = button(tr("Layout for TouchOSC…"), tip=tr("Save a layout for the app TouchOSC with these controls"))
        touch.clicked.connect(self._want_touch)
        ports = (label(tr("in", "port"), "muted"), self.in_port, label(tr("out", "port"), "muted"), self.out_port)
        self.body.setContentsMargins(16, 12, 16, 12)
        fill(
            self.body,
            self.head(self.switch, STRETCH, *ports, about="OSC"),
            hbox(self._light, (self._line, 1)),
            self._error,
            self.reach,
            self._peers,
            hbox((monitor, 1), (addresses, 1)),
            hbox((pd, 1), (max_msp, 1)),
            stage,
            touch,
            4,
            self.bindings,
        )
        self.reach.changed.connect(self.reach_changed)
        self.switch.toggled.connect(self._emit_changed)
        self.in_port.changed.connect(self._emit_changed)
        self.out_port.changed.connect(self._emit_changed)
        self.show_waiting()

    def show_waiting(self) -> None:
        """Show that the engine is not running."""
        self._line.setText(tr("waiting for the engine"))
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
        error = translated(status.last_error)
        if error != self._error.text() or self._error.isHidden() == bool(error):
            self._error.setText(error)
            self._error.setVisible(bool(error))

    @property
    def peers(self) -> list[str]:
        """The programs that get changes, as shown."""
        return [one.text() for one in self._peer_labels]

    def show_playable(self, playable: Playable) -> None:
        """Offer the controls and the addresses of another instrument."""
        self._playable = playable
        self.bindings.show_playable(playable)

    def show_report(self, event: object) -> None:
        """Show what the engine reports of peers and traffic."""
        match event:
            case OscPeers(peers):
                self._show_peers(peers)
                if self.monitor is not None and self.monitor.isVisible():
                    # It may be another engine, which has not got the order to watch.
                    self._watch(True)
            case OscTraffic() if self.monitor is not None:
                self.monitor.show_traffic(event)

    def _show_peers(self, peers: tuple[OscPeer, ...]) -> None:
        for gone in self._peer_labels:
            discard(gone)
        self._peer_labels = []
        for peer in peers:
            line = ElidedLabel(_peer_text(peer), "small")
            self._peer_labels.append(line)
            self._peers.addWidget(line)

    def _want_pd(self) -> None:
        self.patch_wanted.emit("pd")

    def _want_max(self) -> None:
        self.patch_wanted.emit("max")

    def _want_stage(self) -> None:
        self.patch_wanted.emit("stage")

    def _want_touch(self) -> None:
        self.patch_wanted.emit("touch")

    def _open_monitor(self) -> None:
        # Imported here, as it is not seen at first.
        from vschaos_studio.ui.play.osc_tables import OscMonitor

        if self.monitor is None:
            self.monitor = OscMonitor(self)
            self.monitor.watched.connect(self._watch)
        self.monitor.show()
        self.monitor.raise_()

    def _open_addresses(self) -> None:
        from vschaos_studio.ui.play.osc_tables import OscAddresses

        if self.addresses is not None:
            self.addresses.deleteLater()
        self.addresses = OscAddresses(self._playable, self.reach.wanted[0], self)
        self.addresses.show()

    def _watch(self, on: bool) -> None:
        self.ordered.emit(WatchOsc(on))

    def _emit_changed(self) -> None:
        self.changed.emit(self.switch.isChecked(), self.in_port.port, self.out_port.port)


def _peer_text(peer: OscPeer) -> str:
    address = f"{peer.host}:{peer.port}"
    if peer.configured:
        return tr("sends to {address} · the port out", address=address)
    if peer.refused:
        return tr("sends to {address} · no program listens there", address=address)
    return tr("sends to {address} · asked for it", address=address)


class _Light(QWidget):
    def __init__(self, theme: Theme, clock: Callable[[], float]) -> None:
        super().__init__()
        self._theme = theme
        self._clock = clock
        self._lit_until = 0.0
        self._lit = False
        self.setFixedSize(QSize(10, 10))
        set_role(self, QAccessible.Role.Indicator)
        self.setAccessibleName(tr("OSC activity"))
        self.setToolTip(tr("Blinks when a message comes in"))

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
