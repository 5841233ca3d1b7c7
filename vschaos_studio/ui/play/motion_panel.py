"""What moves by itself: a path of all axes together, an oscillator for each axis, and the tempo of both."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QFrame, QWidget

from vschaos.performance.controls import Control, Playable
from vschaos.realtime.protocol import EngineStatus
from vschaos_studio.language import tr
from vschaos_studio.state.axis_names import axis_text, longest_axis_texts
from vschaos_studio.state.controls import CONTROLS, controls_by_id
from vschaos_studio.ui.controls.control_row import align_texts
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import STRETCH, boxed, discard, fill, hbox, scrolled, vbox
from vschaos_studio.ui.controls.styled_widgets import icon_button, label
from vschaos_studio.ui.play.motion_preview import MotionPreview
from vschaos_studio.ui.play.panel import PlayPanel, room_for_names
from vschaos_studio.ui.theme import Theme

PATH = {
    "trajectory": tr("path"),
    "trajectory.rate": tr("rate"),
    "trajectory.beats": tr("beats"),
    "trajectory.size": tr("size"),
    "trajectory.seed": tr("seed"),
}
"""The controls of the path, with their names here."""

PATH_NAME_WIDTH = 48
AXIS_NAME_WIDTH = 76
SEEDS = 1000


class MotionPanel(PlayPanel):
    """The path above, the axes below; those scroll where there are many.

    Parameters
    ----------
    dice
        Returns a random seed for the path, 0…999.
    """

    def __init__(self, theme: Theme, *, dice: Callable[[], int] = lambda: random.randrange(SEEDS)) -> None:
        super().__init__(theme, tr("Motion"), topic="playing#motion")
        self._dice = dice
        self.axes: list[AxisMotion] = []
        width = room_for_names((tr("tempo"), *PATH.values()), PATH_NAME_WIDTH)
        self._tempo = self.make_row(CONTROLS["tempo"], tr("tempo"), width)
        clock = self.make_row(CONTROLS["tempo.midi"], width=0)
        self._clock = ""
        self.tempo_source = ElidedLabel("", "small")
        path, self._rate, self._beats, size, seed = (
            self.make_row(CONTROLS[id], name, width) for id, name in PATH.items()
        )
        align_texts(self.rows.values())
        tip = tr("Randomise path: the sound follows another path of the same shape")
        self.randomise = icon_button("dice", tr("Randomise path"), theme, tip=tip, press=self._randomise)
        rule = QFrame()
        rule.setFixedHeight(1)
        rule.setObjectName("rule")
        self._none = label(tr("Each axis of an instrument can move by itself here."), "muted", wrap=True)
        self._column = vbox(self._none, STRETCH, margins=(0, 0, 8, 0), spacing=6)
        tempo = vbox(self._tempo, hbox((self.tempo_source, 1), clock), spacing=2)
        paths = vbox(path, self._rate, self._beats, size, hbox((seed, 1), self.randomise), spacing=4)
        above = vbox(tempo, 4, paths, 4, rule, margins=(0, 0, 8, 0), spacing=4)
        self.body.setContentsMargins(16, 12, 8, 8)
        fill(self.body, above, (scrolled(boxed(self._column)), 1))
        self.refresh()

    def show_playable(self, playable: Playable) -> None:
        """Show another instrument's axes; the same number of axes keeps its rows, since one may be in use."""
        if len(self.axes) == playable.latent_dims:
            return
        for axis in self.axes:
            for row in axis.rows:
                del self.rows[row.control.id]
            discard(axis)
        controls = controls_by_id(playable)
        self.axes = [AxisMotion(index + 1, controls, self) for index in range(playable.latent_dims)]
        for place, axis in enumerate(self.axes):
            self._column.insertWidget(place, axis)
        self._none.setVisible(not self.axes)
        self.refresh()

    def name_axes(self, words: Sequence[str]) -> None:
        """See PlayPanel."""
        super().name_axes(words)
        for axis, word in zip(self.axes, words, strict=False):
            axis.show_word(word)

    def show_status(self, status: EngineStatus) -> None:
        """Show where each axis is, with its own motion."""
        self._clock = status.midi_clock
        self._show_tempo_source()
        for axis, set_to, sounding in zip(self.axes, status.latent, status.sounding, strict=False):
            axis.preview.show_place(set_to, sounding)

    def refresh(self) -> None:
        """Enable what can be set: the path while there is one, rate and depth of the axes that move."""
        moves = self.rows["trajectory"].value != 0.0
        for control in PATH:
            if control != "trajectory" and self.rows[control].isEnabled() != moves:
                self.rows[control].setEnabled(moves)
        self._rate.setVisible(not self._beats.value)
        self.randomise.setEnabled(moves)
        self._show_tempo_source()
        for axis in self.axes:
            axis.refresh()

    def tab_stops(self) -> list[QWidget]:
        """See PlayPanel."""
        editors = {control: row.editor for control, row in self.rows.items()}
        above = [editors.pop(control) for control in ("tempo", "tempo.midi", *PATH)]
        return [*above, self.randomise, *editors.values()]

    def _show_tempo_source(self) -> None:
        """Say where the tempo comes from; one that comes from a clock cannot be set."""
        self._tempo.setEnabled(not self._clock)
        if self._clock:
            self.tempo_source.setText(tr("MIDI clock of {input}", input=self._clock))
        elif self.rows["tempo.midi"].value:
            self.tempo_source.setText(tr("Follows MIDI clocks"))
        else:
            self.tempo_source.setText(tr("Follows no MIDI clock"))

    def _randomise(self) -> None:
        seed = float(self._dice() % SEEDS)
        self.rows["trajectory.seed"].show_value(seed)
        self.moved.emit("trajectory.seed", (seed,))


class AxisMotion(QWidget):
    """Of one axis: the shape with its picture, and below, while it moves, how fast, in how many beats, and how far."""

    def __init__(self, axis: int, controls: Mapping[str, Control], panel: MotionPanel) -> None:
        super().__init__()
        self._axis = axis
        names = {"shape": axis_text(axis), "rate": tr("rate"), "beats": tr("beats"), "depth": tr("depth")}
        width = room_for_names((*names.values(), *longest_axis_texts()), AXIS_NAME_WIDTH)
        self._shape, self._rate, self._beats, self._depth = self.rows = tuple(
            panel.make_row(controls[f"lfo.z{axis}.{part}"], name, width) for part, name in names.items()
        )
        align_texts((self._rate, self._depth))
        self.preview = MotionPreview(axis, panel.theme.canvas)
        above = hbox((self._shape, 1), self.preview)
        vbox(above, self._rate, self._beats, self._depth, margins=(0, 0, 0, 4), spacing=2, on=self)
        self.refresh()

    def show_word(self, word: str) -> None:
        """Call the axis by what grows along it, too."""
        self._shape.show_name(axis_text(self._axis, word))

    def refresh(self) -> None:
        """Follow the shape; an axis that stands still takes one line, so that many fit."""
        shape = round(self._shape.value)
        self.preview.show_shape(shape, self._depth.value)
        in_beats = self._beats.value != 0
        for row, is_shown in ((self._rate, not in_beats), (self._beats, True), (self._depth, True)):
            row.setVisible(shape != 0 and is_shown)
