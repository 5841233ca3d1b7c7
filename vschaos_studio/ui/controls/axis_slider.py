"""A row for one latent axis: its name and share, a slider, the value."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vschaos.performance.controls import Control
from vschaos_studio.language import number, tr
from vschaos_studio.state.axis_names import axis_text, spoken_axis
from vschaos_studio.ui.controls.control_slider import ControlSlider
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import hbox
from vschaos_studio.ui.controls.styled_widgets import label
from vschaos_studio.ui.theme import Theme

NAME_WIDTH = 80

UNNAMED = tr("One of the ways in which the sounds differ, for which there is no single word.")


class AxisSlider(QWidget):
    """One latent coordinate beside the pad.

    Signals
    -------
    moved
        The user moved it: id of the control, and a tuple of its value in −1…1.

    Parameters
    ----------
    index
        Which axis, from 0.
    control
        Its entry in the control table.
    share
        Share of the sounds' variance along this axis.
    name_width
        Room for the name in pixels.
    """

    moved = Signal(str, object)

    def __init__(
        self,
        index: int,
        control: Control,
        share: float,
        theme: Theme,
        *,
        name_width: int = NAME_WIDTH,
    ) -> None:
        super().__init__()
        self._id = control.id
        self._control, self._word = control, ""
        self.slider = ControlSlider(control, theme)
        self._number = index + 1
        self.slider.moved.connect(self._on_moved)
        self._name = ElidedLabel()
        self._name.setFixedWidth(name_width)
        self.name_axis("")
        self._share = label(share_text(share), "small")
        self._share.setMinimumWidth(36)
        self._share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._share.setToolTip(tr("Share of the sounds’ variance along this axis"))
        self._value = label(self.slider.text, "small")
        self._value.setMinimumWidth(40)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        hbox(self._name, self._share, (self.slider, 1), self._value, on=self)

    def show_axis(self, control: Control, share: float) -> None:
        """Show the same axis of another instrument: its default, and its share of the sounds' variance."""
        self._control = control
        self.name_axis(self._word)
        self._share.setText(share_text(share))

    def name_axis(self, word: str) -> None:
        """Call the axis by what grows along it, such as “brighter”; by its number where nothing is known to."""
        self._word = word
        heard = tr("To the right, the sound becomes {word}.", word=word) if word else UNNAMED
        self._name.setText(axis_text(self._number, word))
        self.slider.show_control(replace(self._control, help=heard))
        self.slider.setAccessibleName(spoken_axis(self._number, word))
        self._name.setToolTip(self.slider.toolTip())

    def show_value(self, value: float) -> None:
        """Show the coordinate."""
        self.slider.show_value(value)
        self._value.setText(self.slider.text)

    def _on_moved(self, value: float) -> None:
        self._value.setText(self.slider.text)
        self.moved.emit(self._id, (value,))


def share_text(share: float) -> str:
    """A share in whole percent; “<1 %” instead of 0."""
    return "<1 %" if 0 < share < 0.005 else f"{number(100 * share)} %"
