"""Who can reach OSC: the prefix of all addresses, the network interface, and OSCQuery."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtNetwork import QAbstractSocket, QNetworkInterface
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from vschaos.errors import OscError
from vschaos.osc.ports import EVERYWHERE, LOOPBACK, OscSettings, check_settings
from vschaos_studio.language import tr
from vschaos_studio.settings.declaration import Setting
from vschaos_studio.ui.controls.calm_menu import CalmMenu
from vschaos_studio.ui.controls.layouts import STRETCH, hbox, vbox
from vschaos_studio.ui.controls.port_field import PortField
from vschaos_studio.ui.controls.styled_widgets import label, show_tone

PREFIX_WIDTH = 96
QUERY_PORT = Setting(
    "osc.query_port", 9002, tr("OSCQuery port"), tr("TCP port of the description over HTTP."), 1024, 65535
)
WARNING = tr("Everyone in this network can now play along and receive what you play. There is no password.")


class OscReach(QWidget):
    """A prefix to type, a menu of interfaces with a warning, a switch and a port for OSCQuery.

    Signals
    -------
    changed
        Prefix, address of the interface, and the TCP port of OSCQuery (0: off).
    """

    changed = Signal(str, str, int)

    def __init__(self, *, prefix: str, host: str, query_port: int) -> None:
        super().__init__()
        self._prefix = prefix
        self.prefix = QLineEdit(prefix)
        self.prefix.setMaxLength(60)
        self.prefix.setFixedWidth(PREFIX_WIDTH)
        self.prefix.setAccessibleName(tr("OSC prefix"))
        self.prefix.setToolTip(tr("Start of every address, as in /vs/gain; change it if another program uses the same"))
        self.prefix.editingFinished.connect(self._on_prefix)
        self.host = CalmMenu(tr("Who may play over OSC"))
        self.host.setToolTip(tr("The network interface on which OSC listens"))
        self._warning = label(WARNING, "small", wrap=True)
        show_tone(self._warning, "warning")
        self.query = QCheckBox("OSCQuery")
        self.query.setChecked(bool(query_port))
        self.query.setToolTip(tr("Describe all addresses over HTTP to programs on this computer that ask for it"))
        self.query_port = PortField(query_port or QUERY_PORT.default, QUERY_PORT)
        vbox(
            hbox(label(tr("Prefix"), "muted"), self.prefix, STRETCH),
            hbox(label(tr("Open to"), "muted"), (self.host, 1)),
            self._warning,
            hbox(self.query, STRETCH, label(tr("port"), "muted"), self.query_port),
            spacing=8,
            on=self,
        )
        self.show_interfaces(interfaces(), host)
        self.host.activated.connect(self._emit_changed)
        self.query.toggled.connect(self._emit_changed)
        self.query_port.changed.connect(self._emit_changed)

    @property
    def warning(self) -> str:
        """The warning, while there is one."""
        return "" if self._warning.isHidden() else self._warning.text()

    @property
    def wanted(self) -> tuple[str, str, int]:
        """Prefix, address of the interface, and the TCP port of OSCQuery."""
        return self._prefix, self.host.currentData(), self.query_port.port if self.query.isChecked() else 0

    def show_interfaces(self, found: list[tuple[str, str]], chosen: str) -> None:
        """List this computer and these interfaces (name, address); the chosen one stays, even when unplugged."""
        entries = [(tr("This computer only"), LOOPBACK), (tr("All networks"), EVERYWHERE)]
        entries += [(f"{name} ({address})", address) for name, address in found]
        with QSignalBlocker(self.host):
            self.host.clear()
            for text, address in entries:
                self.host.addItem(text, address)
            if self.host.findData(chosen) < 0:
                self.host.addItem(tr("{name} (not connected)", name=chosen), chosen)
            self.host.setCurrentIndex(self.host.findData(chosen))
        self._show_warning()

    def _on_prefix(self) -> None:
        typed = self.prefix.text().strip()
        typed = typed if typed.startswith("/") else f"/{typed}"
        try:
            check_settings(OscSettings(prefix=typed))
        except OscError:
            self.prefix.setText(self._prefix)
            return
        self.prefix.setText(typed)
        if typed != self._prefix:
            self._prefix = typed
            self._emit_changed()

    def _emit_changed(self) -> None:
        self._show_warning()
        self.changed.emit(*self.wanted)

    def _show_warning(self) -> None:
        self._warning.setVisible(self.host.currentData() != LOOPBACK)


def interfaces() -> list[tuple[str, str]]:
    """Names and IPv4 addresses of this computer's interfaces, without its own."""
    return [
        (interface.humanReadableName(), entry.ip().toString())
        for interface in QNetworkInterface.allInterfaces()
        for entry in interface.addressEntries()
        if entry.ip().protocol() is QAbstractSocket.NetworkLayerProtocol.IPv4Protocol and not entry.ip().isLoopback()
    ]
