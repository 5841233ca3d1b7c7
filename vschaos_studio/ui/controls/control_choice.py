"""A menu for one control of the table whose values are whole and few: shows the engine's value, emits the user's."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from vschaos.performance.controls import Control
from vschaos_studio.language import number, translated
from vschaos_studio.ui.controls.styled_widgets import plain_tip


def choice_text(control: Control, place: int) -> str:
    """The name of a value, from 0; empty where it has none. Names of a label's classes are the user's own."""
    if not 0 <= place < len(control.names):
        return ""
    return control.names[place] if control.label else translated(control.names[place])


class ControlChoice(QComboBox):
    """The values of a choice, by name where they have one.

    Signals
    -------
    moved
        The user chose this value. Values shown by :meth:`show_value` are not emitted.
    """

    moved = Signal(float)

    def __init__(self, control: Control) -> None:
        super().__init__()
        self._low = round(control.low)
        for place in range(round(control.high) - self._low + 1):
            self.addItem(choice_text(control, place) or number(self._low + place))
        self.setAccessibleDescription(translated(control.help))
        self.setToolTip(plain_tip(f"{translated(control.help)}\nOSC: /vs{control.address}"))
        self.show_value(control.default)
        self.activated.connect(self._emit_moved)

    def show_value(self, value: float) -> None:
        """Show a value that comes from elsewhere; ignored while the menu is open."""
        if not self.view().isVisible():
            self.setCurrentIndex(round(value) - self._low)

    def _emit_moved(self, place: int) -> None:
        self.moved.emit(float(self._low + place))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignored: a wheel that scrolls the page must not change the sound."""
        event.ignore()
