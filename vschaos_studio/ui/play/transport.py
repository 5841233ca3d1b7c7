"""The transport: play and stop, freeze, gain, level."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy

from vschaos_studio.language import tr
from vschaos_studio.state.controls import CONTROLS
from vschaos_studio.ui.controls.control_row import ControlRow, control_name
from vschaos_studio.ui.controls.control_switch import switch_tip
from vschaos_studio.ui.controls.layouts import fill, hbox
from vschaos_studio.ui.controls.level_meter import LevelMeter
from vschaos_studio.ui.controls.styled_widgets import Card, button
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.play.panel import room_for_names
from vschaos_studio.ui.theme import Theme

NAME_WIDTH = 36


class Transport(Card):
    """A card with the big button.

    Signals
    -------
    play_pressed
        The user wants it to sound, or not.
    moved
        The user moved a control: its id, and a tuple of its values.

    Parameters
    ----------
    clock
        Seconds, monotonic.
    """

    play_pressed = Signal(bool)
    moved = Signal(str, object)

    def __init__(self, theme: Theme, *, clock: Callable[[], float]) -> None:
        super().__init__()
        self._icons = (icon("start", theme, "on_accent"), icon("stop", theme, "accent"))
        tip = tr("Play or stop (Space)")
        self.button = button(tr("Play"), "play", tip=f"{tip}\nOSC: /vs{CONTROLS['play'].address}")
        self.button.setCheckable(True)
        self.button.setIconSize(QSize(20, 20))
        self.button.clicked.connect(self.play_pressed)
        self.button.toggled.connect(self._show_next)
        self.freeze = button(tr("Freeze"), tip=tr("Freeze (F). {help}", help=switch_tip(CONTROLS["freeze"])))
        self.freeze.setCheckable(True)
        self.freeze.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        self.freeze.clicked.connect(self._on_freeze)
        width = room_for_names([control_name(CONTROLS["gain"])], NAME_WIDTH)
        self.gain = ControlRow(CONTROLS["gain"], theme, name_width=width)
        self.gain.moved.connect(self.moved)
        self.meter = LevelMeter(theme, clock=clock)
        self.body.setContentsMargins(16, 16, 16, 16)
        fill(self.body, hbox((self.button, 1), self.freeze), self.gain, self.meter)
        self._show_next(False)

    def show_playing(self, playing: bool) -> None:
        """Show whether it sounds."""
        self.button.setChecked(playing)

    def show_values(self, values: Mapping[str, float]) -> None:
        """Show the present values, by control id."""
        playing = values["play"] >= 0.5
        if playing != self.button.isChecked():
            self.show_playing(playing)
        if not self.freeze.isDown():
            self.freeze.setChecked(values["freeze"] >= 0.5)
        self.gain.show_value(values["gain"])

    def _show_next(self, playing: bool) -> None:
        """Say what the next press does."""
        self.button.setText(tr("Stop") if playing else tr("Play"))
        self.button.setIcon(self._icons[playing])

    def _on_freeze(self, frozen: bool) -> None:
        self.moved.emit("freeze", (float(frozen),))
