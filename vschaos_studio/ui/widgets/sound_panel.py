"""How the sound is made, apart from where it is: breath, phase, glide and width."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vschaos.performance.controls import Playable
from vschaos.performance.table import control_table
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.control_row import ControlRow
from vschaos_studio.ui.widgets.roles import Card

SHOWN = ("noise", "phase", "glide", "spread")
NAME_WIDTH = 48


class SoundPanel(Card):
    """A row for each control.

    Signals
    -------
    moved
        A control's id, and a tuple of its values.
    """

    moved = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Sound", parent)
        controls = {control.id: control for control in control_table(Playable(latent_dims=1))}
        self.rows = {name: ControlRow(controls[name], theme, name_width=NAME_WIDTH) for name in SHOWN}
        self.body.setSpacing(6)
        for row in self.rows.values():
            row.moved.connect(self.moved)
            self.body.addWidget(row)

    def show_values(self, values: Mapping[str, float]) -> None:
        """Show the present values, by control id."""
        for name, row in self.rows.items():
            row.show_value(values[name])
