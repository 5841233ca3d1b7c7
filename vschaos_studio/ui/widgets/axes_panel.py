"""The axes that the pad does not show, as sliders, and the way back to the centre."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vschaos.performance.table import control_table
from vschaos_studio.state.sound_map import SoundMap
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.axis_slider import AxisSlider
from vschaos_studio.ui.widgets.roles import Card, button, label

PAD_AXES = 2


class AxesPanel(Card):
    """Sliders for axis 3 and beyond.

    Signals
    -------
    moved
        The hand moved an axis: id of its control, and a tuple of its value in −1…1.
    centred
        The user wants all axes, the pad's too, back at 0.
    """

    moved = Signal(str, object)
    centred = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._sliders: list[AxisSlider] = []
        self.centre = button(
            "Centre", tip="Bring the pad and all axes back to the middle (Ctrl+Home)\nOSC: /vs/latents"
        )
        self.centre.setIcon(icon("centre", theme.text))
        self.centre.clicked.connect(self.centred)
        head = QHBoxLayout()
        head.addWidget(label("Other axes", "heading"))
        head.addStretch(1)
        head.addWidget(self.centre)
        self._none = label("", "muted", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.body.addLayout(head)
        self.body.addLayout(self._column)
        self.show_sounds(None)

    @property
    def sliders(self) -> Sequence[AxisSlider]:
        """The rows, from axis 3 on."""
        return self._sliders

    def show_sounds(self, sounds: SoundMap | None) -> None:
        """Show another instrument's axes.

        One with as many, such as the next checkpoint of a training, keeps the sliders: a hand may be on one.
        """
        dims = sounds.dims if sounds is not None else 0
        self.centre.setEnabled(dims > 0)
        if sounds is not None and self._sliders and dims == PAD_AXES + len(self._sliders):
            for row, share in zip(self._sliders, sounds.explained[PAD_AXES:], strict=True):
                row.show_share(share)
            return
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._none:
                widget.hide()
                widget.deleteLater()
        self._sliders = []
        if sounds is not None:
            controls = {control.id: control for control in control_table(sounds.card.playable)}
            for index in range(PAD_AXES, dims):
                row = AxisSlider(index, controls[f"latent.z{index + 1}"], sounds.explained[index], self._theme)
                row.moved.connect(self.moved)
                self._sliders.append(row)
                self._column.addWidget(row)
        self._none.setText(
            "An instrument with more axes than the pad has shows them here."
            if sounds is None
            else "The pad shows all axes of this instrument."
        )
        self._none.setVisible(not self._sliders)
        self._column.addWidget(self._none)

    def show_values(self, values: Mapping[str, float]) -> None:
        """Show where the hands have put it, by control id."""
        for index, row in enumerate(self._sliders, PAD_AXES + 1):
            row.show_value(values.get(f"latent.z{index}", 0.0))
