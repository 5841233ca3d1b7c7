"""Plane or map: two buttons, one of them checked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from vschaos_studio.language import tr
from vschaos_studio.ui.controls.layouts import hbox
from vschaos_studio.ui.controls.styled_widgets import button

PLANE_TIP = tr("A touch moves the two axes along which the sounds differ most; the others are sliders")
MAP_TIP = tr("Similar sounds lie together; a touch moves all axes to the sound under it") + "\nOSC: /vs/terrain"
NO_MAP_TIP = tr("This instrument has no map; newly trained instruments have one")


class PadSwitch(QWidget):
    """What the pad shows.

    Signals
    -------
    chosen
        The user chose the map (True) or the plane.
    """

    chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.plane = button(tr("Plane"), tip=PLANE_TIP)
        self.map = button(tr("Map"))
        self._group = QButtonGroup(self)
        for one in (self.plane, self.map):
            one.setCheckable(True)
            one.setAccessibleDescription(one.toolTip())
            one.clicked.connect(self._on_clicked)
            self._group.addButton(one)
        hbox(self.plane, self.map, spacing=4, on=self)
        self.show_choice(mapped=False, possible=False)

    def show_choice(self, *, mapped: bool, possible: bool) -> None:
        """Show which one is chosen, and whether there is a map."""
        (self.map if mapped else self.plane).setChecked(True)
        self.map.setEnabled(possible)
        self.map.setToolTip(MAP_TIP if possible else NO_MAP_TIP)
        self.map.setAccessibleDescription(self.map.toolTip())

    def _on_clicked(self) -> None:
        self.chosen.emit(self.map.isChecked())
