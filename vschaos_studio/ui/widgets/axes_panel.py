"""The axes that the pad does not show, as sliders, and the way back to the centre."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from vschaos.performance.controls import control_table
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
        The hand moved an axis: its index from 0, and value in −1…1.
    centred
        The user wants all axes, the pad's too, back at 0.
    """

    moved = Signal(int, float)
    centred = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._sliders: list[AxisSlider] = []
        self._centre = button("Centre", tip="Bring the pad and all axes back to their middle")
        self._centre.setIcon(icon("centre", theme.text))
        self._centre.clicked.connect(self.centred)
        head = QHBoxLayout()
        head.addWidget(label("Other axes", "heading"))
        head.addStretch(1)
        head.addWidget(self._centre)
        self._none = label("", "muted", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(4)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._rows)
        self.body.setContentsMargins(16, 12, 8, 8)
        head.setContentsMargins(0, 0, 8, 0)
        self.body.addLayout(head)
        self.body.addWidget(area, 1)
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
        self._centre.setEnabled(dims > 0)
        if sounds is not None and self._sliders and dims == PAD_AXES + len(self._sliders):
            for row, share in zip(self._sliders, sounds.explained[PAD_AXES:], strict=True):
                row.show_share(share)
            return
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._none:
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
        self._column.addStretch(1)

    def show_latent(self, latent: Sequence[float]) -> None:
        """Show where the sound is; takes all coordinates, the pad's too."""
        for row, value in zip(self._sliders, latent[PAD_AXES:], strict=False):
            row.show_value(value)
