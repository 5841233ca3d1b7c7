"""The axes that the pad does not show, as sliders, and the way back to the start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vschaos.performance.table import axis_id
from vschaos_studio.language import tr
from vschaos_studio.state.axis_names import longest_axis_texts
from vschaos_studio.state.controls import controls_by_id
from vschaos_studio.state.sound_map import SoundMap
from vschaos_studio.ui.controls.axis_slider import NAME_WIDTH, AxisSlider
from vschaos_studio.ui.controls.layouts import STRETCH, discard, fill, vbox
from vschaos_studio.ui.controls.styled_widgets import button, label
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.play.panel import PlayPanel, room_for_names
from vschaos_studio.ui.theme import Theme

PAD_AXES = 2
CENTRE_TIP = (
    tr("Return to the sound with which the instrument starts, on the pad and all axes (Ctrl+Home)")
    + "\nOSC: /vs/latents"
)


class AxesPanel(PlayPanel):
    """Sliders for axis 3 and beyond.

    Signals
    -------
    centred
        The user wants all axes, the pad's too, back at the start.
    """

    centred = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, topic="playing#position-of-the-sound")
        self.sliders: list[AxisSlider] = []
        self.centre = button(tr("To the start"), tip=CENTRE_TIP, press=self.centred)
        self.centre.setIcon(icon("centre", theme))
        self.centre.setEnabled(False)
        self._none = label(tr("An instrument with more axes than the pad shows them here."), "muted", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._column = vbox(spacing=4)
        fill(
            self.body,
            self.head(label(tr("Other axes"), "heading"), STRETCH, self.centre, about=tr("Position")),
            self._column,
            self._none,
        )

    def show_sounds(self, sounds: SoundMap) -> None:
        """Show another instrument's axes.

        One with the same number, such as the next checkpoint of a training, keeps the sliders: one may be in use.
        """
        self.centre.setEnabled(sounds.dims > 0)
        controls = controls_by_id(sounds.card.playable)
        shown = [(axis, controls[axis_id(axis)], sounds.explained[axis]) for axis in range(sounds.dims)]
        shown = shown[PAD_AXES:]
        if len(shown) == len(self.sliders):
            for row, (_, control, share) in zip(self.sliders, shown, strict=True):
                row.show_axis(control, share)
        else:
            for row in self.sliders:
                discard(row)
            width = room_for_names(longest_axis_texts(), NAME_WIDTH)
            self.sliders = [AxisSlider(*axis, self.theme, name_width=width) for axis in shown]
            for row in self.sliders:
                row.moved.connect(self.moved)
                self._column.addWidget(row)
        self._none.setText(tr("The pad shows all axes of this instrument."))
        self._none.setVisible(not self.sliders)

    def name_axes(self, words: Sequence[str]) -> None:
        """See PlayPanel."""
        for row, word in zip(self.sliders, words[PAD_AXES:], strict=False):
            row.name_axis(word)

    def show_values(self, values: Mapping[str, float]) -> None:
        """Show the coordinates that were set, by control id."""
        for axis, row in enumerate(self.sliders, PAD_AXES):
            row.show_value(values.get(axis_id(axis), 0.0))

    def tab_stops(self) -> list[QWidget]:
        """See PlayPanel."""
        return [self.centre, *filter(None, (self.help,)), *(row.slider for row in self.sliders)]
