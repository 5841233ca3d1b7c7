"""What moves by itself: a path of all axes together, and an oscillator for each axis."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QFrame, QWidget

from vschaos.performance.controls import Control, Playable
from vschaos.realtime.protocol import EngineStatus
from vschaos_studio.language import tr
from vschaos_studio.state.controls import CONTROLS, controls_by_id
from vschaos_studio.ui.controls.control_row import align_texts
from vschaos_studio.ui.controls.layouts import STRETCH, boxed, discard, fill, hbox, scrolled, vbox
from vschaos_studio.ui.controls.styled_widgets import icon_button, label
from vschaos_studio.ui.play.motion_preview import MotionPreview
from vschaos_studio.ui.play.panel import PlayPanel
from vschaos_studio.ui.theme import Theme

PATH = {
    "trajectory": tr("path"),
    "trajectory.rate": tr("rate"),
    "trajectory.size": tr("size"),
    "trajectory.seed": tr("seed"),
}
"""The controls of the path, with their names here."""

PATH_NAME_WIDTH = 48
AXIS_NAME_WIDTH = 60
SEEDS = 1000


class MotionPanel(PlayPanel):
    """The path above, the axes below; those scroll where there are many.

    Parameters
    ----------
    dice
        Returns a random seed for the path, 0…999.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        dice: Callable[[], int] = lambda: random.randrange(SEEDS),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, tr("Motion"), parent, topic="playing#motion")
        self._dice = dice
        self.axes: list[AxisMotion] = []
        path, rate, size, seed = (self.make_row(CONTROLS[id], name, PATH_NAME_WIDTH) for id, name in PATH.items())
        align_texts(self.rows.values())
        tip = tr("Randomise path: the sound follows another path of the same shape")
        self.randomise = icon_button("dice", tr("Randomise path"), theme, tip=tip, press=self._randomise)
        rule = QFrame()
        rule.setFixedHeight(1)
        rule.setObjectName("rule")
        self._none = label(tr("Each axis of an instrument can move by itself here."), "muted", wrap=True)
        self._column = vbox(self._none, STRETCH, margins=(0, 0, 8, 0), spacing=6)
        above = vbox(path, rate, size, hbox((seed, 1), self.randomise), 4, rule, margins=(0, 0, 8, 0), spacing=4)
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

    def show_status(self, status: EngineStatus) -> None:
        """Show where each axis is, with its own motion."""
        for axis, set_to, sounding in zip(self.axes, status.latent, status.sounding, strict=False):
            axis.preview.show_place(set_to, sounding)

    def refresh(self) -> None:
        """Enable what can be set: the path while there is one, rate and depth of the axes that move."""
        moves = self.rows["trajectory"].value != 0.0
        for control in PATH:
            if control != "trajectory" and self.rows[control].isEnabled() != moves:
                self.rows[control].setEnabled(moves)
        self.randomise.setEnabled(moves)
        for axis in self.axes:
            axis.refresh()

    def tab_stops(self) -> list[QWidget]:
        """See PlayPanel."""
        editors = {control: row.editor for control, row in self.rows.items()}
        path = [editors.pop(control) for control in PATH]
        return [*path, self.randomise, *editors.values()]

    def _randomise(self) -> None:
        seed = float(self._dice() % SEEDS)
        self.rows["trajectory.seed"].show_value(seed)
        self.moved.emit("trajectory.seed", (seed,))


class AxisMotion(QWidget):
    """Of one axis: the shape with its picture, and below, while it moves, how fast and how far."""

    def __init__(self, axis: int, controls: Mapping[str, Control], panel: MotionPanel) -> None:
        super().__init__()
        self._shape, self._rate, self._depth = self.rows = tuple(
            panel.make_row(controls[f"lfo.z{axis}.{part}"], name, AXIS_NAME_WIDTH)
            for part, name in (
                ("shape", tr("axis {axis}", axis=axis)),
                ("rate", tr("rate")),
                ("depth", tr("depth")),
            )
        )
        align_texts((self._rate, self._depth))
        self.preview = MotionPreview(axis, panel.theme.canvas)
        above = hbox((self._shape, 1), self.preview)
        vbox(above, self._rate, self._depth, margins=(0, 0, 0, 4), spacing=2, on=self)
        self.refresh()

    def refresh(self) -> None:
        """Follow the shape; an axis that stands still takes one line, so that many fit."""
        shape = round(self._shape.value)
        self.preview.show_shape(shape, self._depth.value)
        for row in (self._rate, self._depth):
            if row.isHidden() == (shape != 0):
                row.setVisible(shape != 0)
