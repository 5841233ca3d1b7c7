"""One learnt OSC address and what it moves: the numbers that it sends, and the way of the control."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vschaos.performance.bindings import Binding
from vschaos.performance.osc_map import SOURCE
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.midi_binding_row import MidiBindingRow
from vschaos_studio.ui.widgets.roles import label

FIELD_WIDTH = 76


class OscBindingRow(QWidget):
    """Three lines: what moves what, which numbers it sends, and where they lead.

    Signals
    -------
    changed
        The binding as the hand made it.
    removed
        The user wants the address to move nothing: the control's id.
    """

    changed = Signal(object)
    removed = Signal(str)

    def __init__(self, binding: Binding, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Its words are about a controller of any kind; an address is one that is written in its own words.
        self.way = MidiBindingRow(replace(binding, source=binding.source.removeprefix(SOURCE)), name, theme)
        self._binding = binding
        self.least = NumberField(binding.least, f"{name}: least number that comes in")
        self.most = NumberField(binding.most, f"{name}: largest number that comes in")
        numbers = QHBoxLayout()
        numbers.setSpacing(6)
        for words, field in (("comes in from", self.least), ("to", self.most)):
            numbers.addWidget(label(words, "small"))
            numbers.addWidget(field)
        numbers.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.way)
        column.addLayout(numbers)
        self.way.changed.connect(self._take_way)
        self.way.removed.connect(self.removed)
        self.least.changed.connect(self._take_least)
        self.most.changed.connect(self._take_most)

    @property
    def binding(self) -> Binding:
        """The binding shown."""
        return self._binding

    def show_binding(self, binding: Binding) -> None:
        """Show how the same address moves the same control now."""
        self._binding = binding
        self.way.show_binding(replace(binding, source=binding.source.removeprefix(SOURCE)))
        self.least.show_number(binding.least)
        self.most.show_number(binding.most)

    def _take_way(self, way: Binding) -> None:
        self._tell(replace(self._binding, low=way.low, high=way.high, curve=way.curve))

    def _take_least(self, number: float) -> None:
        self._take_numbers(number, self._binding.most)

    def _take_most(self, number: float) -> None:
        self._take_numbers(self._binding.least, number)

    def _take_numbers(self, least: float, most: float) -> None:
        if least == most:
            # A way of no length leads nowhere.
            self.show_binding(self._binding)
        else:
            self._tell(replace(self._binding, least=least, most=most))

    def _tell(self, binding: Binding) -> None:
        self._binding = binding
        self.changed.emit(binding)


class NumberField(QLineEdit):
    """Any finite number to type; what is none is put back as it was.

    Signals
    -------
    changed
        The user typed another number, and went on.
    """

    changed = Signal(float)

    def __init__(self, number: float, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(FIELD_WIDTH)
        self.setMaxLength(12)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(name)
        self.setToolTip("Exchange the two for the other direction")
        self._number = math.nan
        self.show_number(number)
        self.editingFinished.connect(self._take)

    def show_number(self, number: float) -> None:
        """Show a number, unless another is being typed."""
        if number != self._number and not self.isModified():
            self._number = number
            self.setText(f"{number:.6g}")

    def _take(self) -> None:
        typed = self.text().replace("−", "-").replace(",", ".")
        try:
            number = float(typed)
        except ValueError:
            number = math.nan
        changed = math.isfinite(number) and number != self._number
        if changed:
            self._number = number
        self.setText(f"{self._number:.6g}")
        if changed:
            self.changed.emit(number)
