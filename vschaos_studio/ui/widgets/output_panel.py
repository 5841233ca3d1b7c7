"""Where the sound goes: the choice of output, and how it fares."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from vschaos.realtime.protocol import Devices
from vschaos_studio.state.engine_words import Health
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.calm_menu import CalmMenu
from vschaos_studio.ui.widgets.roles import Card, label


class OutputPanel(Card):
    """A chooser of outputs with a button that looks for them again.

    Signals
    -------
    chosen
        Name of the output; empty for the system's default.
    refresh_pressed
        The user connected something.
    """

    chosen = Signal(str)
    refresh_pressed = Signal()

    def __init__(self, theme: Theme, *, device: str = "", parent: QWidget | None = None) -> None:
        super().__init__("Output", parent)
        self._health: Health | None = None
        self._device = device
        self.box = CalmMenu("Sound output")
        self.box.setToolTip("Where the sound goes")
        self.box.activated.connect(self._choose)
        refresh = QToolButton()
        refresh.setIcon(icon("refresh", theme.text))
        refresh.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        refresh.setToolTip("Look for outputs again")
        refresh.setAccessibleName("Look for outputs again")
        refresh.clicked.connect(self.refresh_pressed)
        self._line = label(role="small", wrap=True)
        self._remedy = label(role="small", wrap=True)
        self._remedy.setStyleSheet(f"color: {theme.warning};")
        self._remedy.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.box, 1)
        row.addWidget(refresh)
        self.body.addLayout(row)
        self.body.addWidget(self._line)
        self.body.addWidget(self._remedy)
        self.show_devices(Devices())

    def show_devices(self, devices: Devices) -> None:
        """List these outputs; the chosen one stays chosen, even while it is not connected."""
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItem("System default", "")
            for output in devices.outputs:
                self.box.addItem(output.name, output.name)
                tip = f"{output.name}, {output.host_api}, {output.channels} channels"
                self.box.setItemData(self.box.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
            if self.box.findData(self._device) < 0:
                absent = " (not connected)" if devices.outputs else ""
                self.box.addItem(f"{self._device}{absent}", self._device)
            self.box.setCurrentIndex(self.box.findData(self._device))

    def show_health(self, health: Health) -> None:
        """Say where the sound goes, or why it does not."""
        if health != self._health:
            self._health = health
            self._line.setText(health.line)
            self._remedy.setText(health.remedy)
            self._remedy.setVisible(bool(health.remedy))

    def _choose(self, index: int) -> None:
        self._device = self.box.itemData(index)
        self.chosen.emit(self._device)
