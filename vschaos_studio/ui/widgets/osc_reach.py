"""How far OSC reaches: the prefix of all addresses, the interface that is listened on, and OSCQuery."""

from __future__ import annotations

import socket

import psutil
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vschaos.errors import OscError
from vschaos.osc.ports import EVERYWHERE, LOOPBACK, OscSettings, check_settings
from vschaos_studio.settings.declaration import Setting
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.calm_menu import CalmMenu
from vschaos_studio.ui.widgets.port_field import PortField
from vschaos_studio.ui.widgets.roles import label

PREFIX_WIDTH = 96
QUERY_PORT = Setting("osc.query_port", 9002, "OSCQuery port", "TCP port of the description over HTTP.", 1024, 65535)
WARNING = "Everyone in this network can now play along, and hear of what you play. There is no password."


class OscReach(QWidget):
    """A prefix to type, a menu of interfaces with a warning, a switch and a port for OSCQuery.

    Signals
    -------
    changed
        Prefix, address of the interface, and the TCP port of OSCQuery (0: off).
    """

    changed = Signal(str, str, int)

    def __init__(self, theme: Theme, *, prefix: str, host: str, query_port: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prefix = prefix
        self.prefix = QLineEdit(prefix)
        self.prefix.setMaxLength(60)
        self.prefix.setFixedWidth(PREFIX_WIDTH)
        self.prefix.setAccessibleName("OSC prefix")
        self.prefix.setToolTip("Put before every address, as in /vs/gain; change it if another program uses the same")
        self.prefix.editingFinished.connect(self._take_prefix)
        self.host = CalmMenu("Who may play over OSC")
        self.host.setToolTip("The interface that is listened on")
        self._warning = label(WARNING, "small", wrap=True)
        self._warning.setStyleSheet(f"color: {theme.warning};")
        self.query = QCheckBox("OSCQuery")
        self.query.setChecked(bool(query_port))
        self.query.setToolTip("Describe all addresses over HTTP to programs on this computer that ask for it")
        self.query_port = PortField(query_port or QUERY_PORT.default, QUERY_PORT)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(label("Prefix", "muted"))
        first.addWidget(self.prefix)
        first.addStretch(1)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(label("Open to", "muted"))
        second.addWidget(self.host, 1)
        third = QHBoxLayout()
        third.setSpacing(8)
        third.addWidget(self.query)
        third.addStretch(1)
        third.addWidget(label("port", "muted"))
        third.addWidget(self.query_port)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for row in (first, second):
            column.addLayout(row)
        column.addWidget(self._warning)
        column.addLayout(third)
        self.show_interfaces(interfaces(), host)
        self.host.activated.connect(self._tell)
        self.query.toggled.connect(self._tell)
        self.query_port.changed.connect(self._tell)

    @property
    def warning(self) -> str:
        """The warning, while there is one."""
        return "" if self._warning.isHidden() else self._warning.text()

    @property
    def wanted(self) -> tuple[str, str, int]:
        """Prefix, address of the interface, and the TCP port of OSCQuery."""
        return self._prefix, self.host.currentData(), self.query_port.port if self.query.isChecked() else 0

    def show_interfaces(self, found: list[tuple[str, str]], chosen: str) -> None:
        """List this computer and these interfaces (name, address); the chosen one stays, even while it is away."""
        entries = [("This computer only", LOOPBACK), ("All networks", EVERYWHERE)]
        entries += [(f"{name} ({address})", address) for name, address in found]
        with QSignalBlocker(self.host):
            self.host.clear()
            for words, address in entries:
                self.host.addItem(words, address)
            if self.host.findData(chosen) < 0:
                self.host.addItem(f"{chosen} (not connected)", chosen)
            self.host.setCurrentIndex(self.host.findData(chosen))
        self._show_warning()

    def _take_prefix(self) -> None:
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
            self._tell()

    def _tell(self) -> None:
        self._show_warning()
        self.changed.emit(*self.wanted)

    def _show_warning(self) -> None:
        self._warning.setVisible(self.host.currentData() != LOOPBACK)


def interfaces() -> list[tuple[str, str]]:
    """Names and IPv4 addresses of this computer's interfaces, without its own."""
    return [
        (name, one.address)
        for name, addresses in psutil.net_if_addrs().items()
        for one in addresses
        if one.family == socket.AF_INET and not one.address.startswith("127.")
    ]
