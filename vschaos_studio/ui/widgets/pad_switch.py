"""Plane or map: two buttons of which one is down."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from vschaos_studio.ui.widgets.roles import button

PLANE_TIP = "The two strongest axes of the sounds are the pad; the others are sliders"
MAP_TIP = "Sounds that are alike lie together; a touch moves all axes to what lies under it\nOSC: /vs/terrain"
NO_MAP_TIP = "This instrument has no map; one that is learned now gets one"


class PadSwitch(QWidget):
    """What the pad shows.

    Signals
    -------
    chosen
        The hand chose the map (True) or the plane.
    """

    chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plane = button("Plane", tip=PLANE_TIP)
        self.map = button("Map")
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for one in (self.plane, self.map):
            one.setCheckable(True)
            one.setAccessibleDescription(one.toolTip())
            self._group.addButton(one)
            row.addWidget(one)
        self.map.clicked.connect(self._tell)
        self.plane.clicked.connect(self._tell)
        self.show_choice(mapped=False, possible=False)

    def show_choice(self, *, mapped: bool, possible: bool) -> None:
        """Show which one it is, and whether there is a map at all."""
        (self.map if mapped else self.plane).setChecked(True)
        self.map.setEnabled(possible)
        self.map.setToolTip(MAP_TIP if possible else NO_MAP_TIP)
        self.map.setAccessibleDescription(self.map.toolTip())

    def _tell(self) -> None:
        self.chosen.emit(self.map.isChecked())
