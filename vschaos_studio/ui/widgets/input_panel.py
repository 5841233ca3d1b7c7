"""Live sound in: whether it moves the instrument, where it comes from, and how it is taken."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from vschaos.performance.controls import Playable
from vschaos.performance.table import control_table
from vschaos.realtime.protocol import Devices, Snapshot
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.calm_menu import CalmMenu
from vschaos_studio.ui.widgets.control_row import ControlRow, align_texts, figure
from vschaos_studio.ui.widgets.control_switch import ControlSwitch
from vschaos_studio.ui.widgets.level_meter import LevelMeter
from vschaos_studio.ui.widgets.roles import Card, label

CONTROLS = {control.id: control for control in control_table(Playable(latent_dims=1))}
NAME_WIDTH = 52
PHASE_NAME_WIDTH = 150
SILENCE_DB = -119.0
FEEDBACK = "A microphone that hears the loudspeakers feeds back: use headphones."


class InputPanel(Card):
    """The switch, the device and its level, what is done with it, and how far each axis follows.

    Signals
    -------
    moved
        A control's id, and a tuple of its values.
    device_chosen
        Name of the input; empty for the system's default.
    refresh_pressed
        The user connected something.

    Parameters
    ----------
    device
        The input to begin with; empty for the system's default.
    clock
        Seconds, monotonic: the meter falls by it.
    """

    moved = Signal(str, object)
    device_chosen = Signal(str)
    refresh_pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        device: str = "",
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._device = device
        self._axes: dict[str, ControlRow] = {}
        self.switch = ControlSwitch(CONTROLS["input"], theme)
        self.switch.setAccessibleName("Live input")
        self.switch.moved.connect(self._tell_switch)
        head = QHBoxLayout()
        head.addWidget(label("Live input", "heading"))
        head.addStretch(1)
        head.addWidget(self.switch)
        self.box = CalmMenu("Sound input")
        self.box.setToolTip("Where the sound comes from")
        self.box.activated.connect(self._choose)
        refresh = QToolButton()
        refresh.setIcon(icon("refresh", theme.text))
        refresh.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        refresh.setToolTip("Look for inputs again")
        refresh.setAccessibleName("Look for inputs again")
        refresh.clicked.connect(self.refresh_pressed)
        source = QHBoxLayout()
        source.setSpacing(8)
        source.addWidget(self.box, 1)
        source.addWidget(refresh)
        self.meter = LevelMeter(theme, clock=clock)
        self.meter.setAccessibleName("Input level")
        self._level = figure("below gate", "-88 dB")
        level = QHBoxLayout()
        level.setSpacing(8)
        level.addWidget(self.meter, 1)
        level.addWidget(self._level)
        self._rows = {
            control_id: ControlRow(CONTROLS[control_id], theme, name=name, name_width=width)
            for control_id, name, width in (
                ("input.gate", "gate", NAME_WIDTH),
                ("input.mix", "mix", NAME_WIDTH),
                ("input.phase", "keep its phase", PHASE_NAME_WIDTH),
            )
        }
        self._warning = label(FEEDBACK, "small", wrap=True)
        self._follow = label("How far each axis follows", "small")
        self._scales = QVBoxLayout()
        self._scales.setSpacing(2)
        self.body.setSpacing(6)
        for part in (head, source, level):
            self.body.addLayout(part)
        for row in self._rows.values():
            row.moved.connect(self.moved)
            self.body.addWidget(row)
        self.body.addWidget(self._warning)
        self.body.addWidget(self._follow)
        self.body.addLayout(self._scales)
        self.body.addStretch(1)
        align_texts(self._rows.values())
        self._follow.hide()
        self.show_devices(Devices())
        self._show_warning()
        self._show_level(SILENCE_DB)

    @property
    def rows(self) -> Mapping[str, ControlRow]:
        """All rows by their control's id."""
        return {**self._rows, **self._axes}

    @property
    def level_line(self) -> str:
        """The input's level in words."""
        return self._level.text()

    @property
    def warns(self) -> bool:
        """Whether the line about feedback stands out."""
        return self.switch.isChecked()

    def show_playable(self, playable: Playable) -> None:
        """Show another instrument's axes; as many of them keep their rows, since a hand may be on one."""
        if len(self._axes) == playable.latent_dims:
            return
        for row in self._axes.values():
            row.hide()
            row.deleteLater()
        controls = {control.id: control for control in control_table(playable)} if playable.latent_dims else {}
        names = [f"input.scale.z{index + 1}" for index in range(playable.latent_dims)]
        self._axes = {
            name: ControlRow(controls[name], self._theme, name=f"axis {place}", name_width=NAME_WIDTH)
            for place, name in enumerate(names, 1)
        }
        for row in self._axes.values():
            row.moved.connect(self.moved)
            self._scales.addWidget(row)
        align_texts(self.rows.values())
        self._follow.setVisible(bool(self._axes))

    def show_values(self, values: Mapping[str, float]) -> None:
        """Show the present values of all controls."""
        self.switch.show_value(values.get("input", 0.0))
        self._show_warning()
        for control_id, row in self.rows.items():
            if control_id in values:
                row.show_value(values[control_id])

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show how loud the input is; call it as often as the view is refreshed, the meter falls by it."""
        self.meter.show_level(snapshot.input_db)
        self._show_level(snapshot.input_db)

    def show_devices(self, devices: Devices) -> None:
        """List these inputs; the chosen one stays chosen, even while it is not connected."""
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItem("System default" if devices.inputs or self._device else "No input was found", "")
            for one in devices.inputs:
                self.box.addItem(one.name, one.name)
                tip = f"{one.name}, {one.host_api}, {one.channels} channels"
                self.box.setItemData(self.box.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
            if self.box.findData(self._device) < 0:
                self.box.addItem(f"{self._device} (not connected)", self._device)
            self.box.setCurrentIndex(self.box.findData(self._device))
            self.box.setEnabled(self.box.count() > 1)

    def _show_level(self, level_db: float) -> None:
        # The meter's own bar falls slowly; words that changed with each block could not be read.
        shown = max(level_db, self.meter.level_db)
        below = level_db < self._rows["input.gate"].value
        words = "silence" if level_db <= SILENCE_DB else "below gate" if below else f"{shown:.0f} dB"
        if words != self._level.text():
            self._level.setText(words)

    def _show_warning(self) -> None:
        colour = self._theme.warning if self.warns else self._theme.muted
        if self._warning.property("colour") != colour:
            self._warning.setProperty("colour", colour)
            self._warning.setStyleSheet(f"color: {colour};")

    def _tell_switch(self, on: float) -> None:
        self._show_warning()
        self.moved.emit("input", (on,))

    def _choose(self, index: int) -> None:
        self._device = self.box.itemData(index)
        self.device_chosen.emit(self._device)
