"""The transport: play and stop, gain and noise, level."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vschaos.performance.controls import Playable, control_table
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.control_choice import ControlChoice
from vschaos_studio.ui.widgets.control_slider import ControlSlider
from vschaos_studio.ui.widgets.level_meter import LevelMeter
from vschaos_studio.ui.widgets.roles import Card, button, label

CONTROLS = {control.id: control for control in control_table(Playable(latent_dims=1))}


class Transport(Card):
    """A card with the big button.

    Signals
    -------
    play_pressed
        The user wants it to sound, or not.
    gain_moved
        The hand moved the gain to this many dB.
    noise_moved
        The hand moved the amount of noise, 0…1.
    phase_chosen
        The hand chose where the phase comes from: an index.
    """

    play_pressed = Signal(bool)
    gain_moved = Signal(float)
    noise_moved = Signal(float)
    phase_chosen = Signal(int)

    def __init__(self, theme: Theme, *, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._icons = (icon("start", theme.on_accent), icon("stop", theme.accent))
        self.button = button("Play", "play", tip="Play or stop (Space)")
        self.button.setCheckable(True)
        self.button.setIconSize(QSize(20, 20))
        self.button.clicked.connect(self.play_pressed)
        self.gain, self._gain_text = ControlSlider(CONTROLS["gain"], theme), label("", "small")
        self.gain.moved.connect(self._tell_gain)
        self.noise, self._noise_text = ControlSlider(CONTROLS["noise"], theme), label("", "small")
        self.noise.moved.connect(self._tell_noise)
        self.phase = ControlChoice(CONTROLS["phase"])
        self.phase.setAccessibleName("Phase")
        self.phase.moved.connect(lambda value: self.phase_chosen.emit(round(value)))
        self.meter = LevelMeter(theme, clock=clock)
        self.body.setContentsMargins(16, 16, 16, 16)
        self.body.addWidget(self.button)
        for name, slider, text in (("gain", self.gain, self._gain_text), ("noise", self.noise, self._noise_text)):
            slider.setAccessibleName(name.capitalize())
            text.setText(slider.text)
            text.setMinimumWidth(56)
            text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            title = label(name)
            title.setMinimumWidth(36)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(title)
            row.addWidget(slider, 1)
            row.addWidget(text)
            self.body.addLayout(row)
        row.addWidget(self.phase)
        self.body.addWidget(self.meter)
        self.show_playing(False)

    def show_playing(self, playing: bool) -> None:
        """Show whether it sounds."""
        self.button.setChecked(playing)
        self.button.setText("Stop" if playing else "Play")
        self.button.setIcon(self._icons[playing])

    def show_gain(self, gain_db: float) -> None:
        """Show the output level."""
        self.gain.show_value(gain_db)
        self._gain_text.setText(self.gain.text)

    def show_noise(self, noise: float) -> None:
        """Show the amount of noise."""
        self.noise.show_value(noise)
        self._noise_text.setText(self.noise.text)

    def show_phase_mode(self, phase_mode: int) -> None:
        """Show where the phase comes from."""
        self.phase.show_value(phase_mode)

    def _tell_noise(self, noise: float) -> None:
        self._noise_text.setText(self.noise.text)
        self.noise_moved.emit(noise)

    def _tell_gain(self, gain_db: float) -> None:
        self._gain_text.setText(self.gain.text)
        self.gain_moved.emit(gain_db)
