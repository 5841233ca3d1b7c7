"""Live sound in: whether it moves the instrument, where it comes from, and what is done with it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from vschaos.performance.controls import Playable
from vschaos.realtime.protocol import Devices, EngineStatus
from vschaos_studio.language import number, tr
from vschaos_studio.state.axis_names import axis_text, longest_axis_texts
from vschaos_studio.state.controls import CONTROLS, controls_by_id
from vschaos_studio.ui.controls.control_row import align_texts, figure
from vschaos_studio.ui.controls.control_switch import ControlSwitch
from vschaos_studio.ui.controls.layouts import STRETCH, discard, fill, hbox, vbox
from vschaos_studio.ui.controls.level_meter import LevelMeter
from vschaos_studio.ui.controls.styled_widgets import label, show_tone
from vschaos_studio.ui.play.device_menu import DeviceMenu
from vschaos_studio.ui.play.panel import PlayPanel, room_for_names
from vschaos_studio.ui.theme import Theme

NAME_WIDTH = 60
PHASE_NAME_WIDTH = 150
SILENCE_DB = -119.0
FEEDBACK = tr("A microphone that hears the loudspeakers feeds back: use headphones.")
SCALE = "input.scale."


class InputPanel(PlayPanel):
    """The switch, the device and its level, what is done with it, and how far each axis follows.

    Attributes
    ----------
    menu
        The inputs.

    Parameters
    ----------
    device
        The input to begin with; empty for the system's default.
    clock
        Seconds, monotonic: the meter falls by it.
    """

    def __init__(self, theme: Theme, *, device: str = "", clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(theme, topic="playing#live-input")
        self.switch = ControlSwitch(CONTROLS["input"], theme)
        self.switch.setAccessibleName(tr("Live input"))
        self.switch.moved.connect(self._on_switched)
        tip = tr("The sound from here moves the instrument while live input is on")
        self.menu = DeviceMenu(tr("Sound input"), tip, tr("inputs"), theme, device=device)
        self.meter = LevelMeter(theme, clock=clock)
        self.meter.setAccessibleName(tr("Input level"))
        self.level = figure(tr("below gate"), tr("silence"), "-88 dB")
        names = tr("gate"), tr("mix"), *longest_axis_texts()
        self._name_width = room_for_names(names, NAME_WIDTH)
        rows = (
            self.make_row(CONTROLS["input.gate"], tr("gate"), self._name_width),
            self.make_row(CONTROLS["input.mix"], tr("mix"), self._name_width),
            self.make_row(CONTROLS["input.phase"], tr("keep input phase"), PHASE_NAME_WIDTH),
        )
        align_texts(rows)
        self.warning = label(FEEDBACK, "small", wrap=True)
        self._follow = label(tr("How far each axis follows"), "small")
        self._follow.hide()
        self._scales = vbox(spacing=2)
        self.body.setSpacing(6)
        head = self.head(label(tr("Live input"), "heading"), STRETCH, self.switch, about=tr("Live input"))
        fill(
            self.body,
            head,
            self.menu,
            hbox((self.meter, 1), self.level),
            *rows,
            self.warning,
            self._follow,
            self._scales,
            STRETCH,
        )
        self.show_devices(Devices())
        self.refresh()
        self._show_level(SILENCE_DB)

    @property
    def warns(self) -> bool:
        """Whether the line about feedback stands out."""
        return self.switch.isChecked()

    def show_playable(self, playable: Playable) -> None:
        """Show another instrument's axes; the same number of axes keeps its rows, since one may be in use."""
        axes = [name for name in self.rows if name.startswith(SCALE)]
        if len(axes) == playable.latent_dims:
            return
        for name in axes:
            discard(self.rows.pop(name))
        for name, control in controls_by_id(playable).items():
            if name.startswith(SCALE):
                axis = int(name.removeprefix(f"{SCALE}z"))
                self._scales.addWidget(self.make_row(control, axis_text(axis), self._name_width))
        align_texts(self.rows.values())
        self._follow.setVisible(playable.latent_dims > 0)

    def name_axes(self, words: Sequence[str]) -> None:
        """See PlayPanel."""
        super().name_axes(words)
        for axis, word in enumerate(words, start=1):
            if f"{SCALE}z{axis}" in self.rows:
                self.rows[f"{SCALE}z{axis}"].show_name(axis_text(axis, word))

    def show_values(self, values: Mapping[str, float]) -> None:
        """See PlayPanel."""
        self.switch.show_value(values.get("input", 0.0))
        super().show_values(values)

    def show_status(self, status: EngineStatus) -> None:
        """Show how loud the input is; the meter falls by each call."""
        self.meter.show_level(status.input_db)
        self._show_level(status.input_db)

    def show_devices(self, devices: Devices) -> None:
        """List these inputs; the chosen one stays chosen, even while it is not connected."""
        default = tr("System default") if devices.inputs or self.menu.device else tr("No input was found")
        self.menu.show_devices(devices.inputs, default=default, absent=tr(" (not connected)"))
        self.menu.box.setEnabled(self.menu.box.count() > 1)

    def refresh(self) -> None:
        """Let the line about feedback stand out while the input is on."""
        show_tone(self.warning, "warning" if self.warns else "")

    def tab_stops(self) -> list[QWidget]:
        """See PlayPanel."""
        return [row.editor for row in self.rows.values()]

    def _show_level(self, level_db: float) -> None:
        # The meter's bar falls slowly: a text that changed with each block could not be read.
        shown = max(level_db, self.meter.level_db)
        below = level_db < self.rows["input.gate"].value
        text = tr("silence") if level_db <= SILENCE_DB else tr("below gate") if below else f"{number(shown)} dB"
        if text != self.level.text():
            self.level.setText(text)

    def _on_switched(self, on: float) -> None:
        self.refresh()
        self.moved.emit("input", (on,))
