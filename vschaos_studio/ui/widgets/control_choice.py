"""A menu for one control of the table whose values are whole and few: shows the engine's value, tells the hand's."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from vschaos.performance.controls import Control


class ControlChoice(QComboBox):
    """The values of a choice, by name where they have one.

    Signals
    -------
    moved
        The hand chose this value. Values shown by :meth:`show_value` are not told.
    """

    moved = Signal(float)

    def __init__(self, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low = round(control.low)
        for place in range(round(control.high) - self._low + 1):
            self.addItem(control.names[place] if place < len(control.names) else str(self._low + place))
        self.setAccessibleDescription(control.help)
        self.setToolTip(f"{control.help}\nOSC: /vs{control.address}")
        self.show_value(control.default)
        self.activated.connect(self._tell)

    def show_value(self, value: float) -> None:
        """Show a value that comes from elsewhere; ignored while the menu is open."""
        if not self.view().isVisible():
            self.setCurrentIndex(round(value) - self._low)

    def _tell(self, place: int) -> None:
        self.moved.emit(float(self._low + place))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pass it on: a wheel that scrolls by must not change the sound."""
        event.ignore()
