"""The transport: play and stop, gain, level."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vschaos.performance.controls import control_table
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.control_slider import ControlSlider
from vschaos_studio.ui.widgets.level_meter import LevelMeter
from vschaos_studio.ui.widgets.roles import Card, button, label

GAIN = next(control for control in control_table(1) if control.id == "gain")


class Transport(Card):
    """A card with the big button.

    Signals
    -------
    play_pressed
        The user wants it to sound, or not.
    gain_moved
        The hand moved the gain to this many dB.
    """

    play_pressed = Signal(bool)
    gain_moved = Signal(float)

    def __init__(self, theme: Theme, *, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._icons = (icon("start", theme.on_accent), icon("stop", theme.accent))
        self.button = button("Play", "play", tip="Play or stop (Space)")
        self.button.setCheckable(True)
        self.button.setIconSize(QSize(20, 20))
        self.button.clicked.connect(self.play_pressed)
        self.gain = ControlSlider(GAIN, theme)
        self.gain.setAccessibleName("Gain")
        self.gain.moved.connect(self._tell_gain)
        self._gain_text = label(self.gain.text, "small")
        self._gain_text.setMinimumWidth(56)
        self._gain_text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.meter = LevelMeter(theme, clock=clock)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label("gain"))
        row.addWidget(self.gain, 1)
        row.addWidget(self._gain_text)
        self.body.setContentsMargins(16, 16, 16, 16)
        self.body.addWidget(self.button)
        self.body.addLayout(row)
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

    def _tell_gain(self, gain_db: float) -> None:
        self._gain_text.setText(self.gain.text)
        self.gain_moved.emit(gain_db)
