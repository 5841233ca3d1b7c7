"""Where the sound goes: the choice of output, and how it plays."""

from __future__ import annotations

from vschaos.realtime.protocol import Devices, EngineStatus
from vschaos_studio.language import tr
from vschaos_studio.state.engine_text import SoundState, output_state
from vschaos_studio.ui.controls.layouts import fill
from vschaos_studio.ui.controls.styled_widgets import label, show_tone
from vschaos_studio.ui.play.device_menu import DeviceMenu
from vschaos_studio.ui.play.panel import PlayPanel
from vschaos_studio.ui.theme import Theme


class OutputPanel(PlayPanel):
    """A ``menu`` of outputs, and a line on how the sound gets out."""

    def __init__(self, theme: Theme, *, device: str = "") -> None:
        super().__init__(theme, tr("Output"), topic="troubleshooting#no-sound")
        self._state: SoundState | None = None
        self.menu = DeviceMenu(tr("Sound output"), tr("Where the sound goes"), tr("outputs"), theme, device=device)
        self.line = label(role="small", wrap=True)
        self.remedy = label(role="small", wrap=True)
        show_tone(self.remedy, "warning")
        self.remedy.hide()
        fill(self.body, self.menu, self.line, self.remedy)
        self.show_devices(Devices())

    def show_devices(self, devices: Devices) -> None:
        """List these outputs; the chosen one stays chosen, even while it is not connected."""
        absent = tr(" (not connected)") if devices.outputs else ""
        self.menu.show_devices(devices.outputs, default=tr("System default"), absent=absent)

    def show_figures(self, status: EngineStatus) -> None:
        """Say where the sound goes, or why it does not."""
        self.show_state(output_state(status))

    def show_state(self, state: SoundState) -> None:
        """Show a line, and what helps."""
        if state != self._state:
            self._state = state
            self.line.setText(state.line)
            self.remedy.setText(state.remedy)
            self.remedy.setVisible(bool(state.remedy))
