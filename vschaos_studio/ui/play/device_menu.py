"""A menu of sound devices, with a button that looks for devices again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget

from vschaos.realtime.protocol import InputDevice, OutputDevice
from vschaos_studio.language import tr
from vschaos_studio.ui.controls.calm_menu import CalmMenu
from vschaos_studio.ui.controls.layouts import hbox
from vschaos_studio.ui.controls.styled_widgets import icon_button, plain_tip
from vschaos_studio.ui.theme import Theme


class DeviceMenu(QWidget):
    """One device is chosen; it stays chosen while it is not connected.

    Signals
    -------
    chosen
        Name of the device; empty for the system's default.
    refresh_pressed
        The user connected something.

    Parameters
    ----------
    name, tip
        What the menu is called, and its tool tip.
    noun
        What the devices are, such as “outputs”.
    device
        The device to begin with; empty for the system's default.
    """

    chosen = Signal(str)
    refresh_pressed = Signal()

    def __init__(self, name: str, tip: str, noun: str, theme: Theme, *, device: str = "") -> None:
        super().__init__()
        self.device = device
        self.box = CalmMenu(name)
        self.box.setToolTip(tip)
        self.box.activated.connect(self._choose)
        refresh = icon_button(
            "refresh", tr("Look for {devices} again", devices=noun), theme, press=self.refresh_pressed
        )
        hbox((self.box, 1), refresh, on=self)

    def show_devices(self, devices: Sequence[InputDevice | OutputDevice], *, default: str, absent: str) -> None:
        """List these devices.

        Parameters
        ----------
        default
            What stands for the system's default.
        absent
            What is added to the chosen device's name while it is not among them.
        """
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItem(default, "")
            for one in devices:
                self.box.addItem(one.name, one.name)
                tip = tr(
                    "{name}, {host_api}, %n channels",
                    "{name}, {host_api}, %n channel",
                    one.channels,
                    name=one.name,
                    host_api=one.host_api,
                )
                self.box.setItemData(self.box.count() - 1, plain_tip(tip), Qt.ItemDataRole.ToolTipRole)
            if self.box.findData(self.device) < 0:
                self.box.addItem(f"{self.device}{absent}", self.device)
            self.box.setCurrentIndex(self.box.findData(self.device))

    def _choose(self, index: int) -> None:
        self.device = self.box.itemData(index)
        self.chosen.emit(self.device)
