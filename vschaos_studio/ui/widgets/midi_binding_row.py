"""One MIDI controller and what it moves: where its way begins and ends, how it bends, and a button to let go."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from vschaos.performance.bindings import Binding
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.elided_label import ElidedLabel
from vschaos_studio.ui.widgets.roles import label

FIELD_WIDTH = 60


def source_words(binding: Binding) -> str:
    """A controller for people: “CC 74, channel 1”."""
    kind, _, number = binding.source.partition(" ")
    names = {"cc": f"CC {number}", "bend": "Pitch bend", "pressure": "Pressure"}
    source = names.get(kind, binding.source)
    return f"{source}, channel {binding.channel}" if binding.channel else source


class MidiBindingRow(QWidget):
    """Two lines: what moves what, and how.

    Signals
    -------
    changed
        The binding as the hand made it.
    removed
        The user wants the controller to move nothing: the control's id.
    """

    changed = Signal(object)
    removed = Signal(str)

    def __init__(self, binding: Binding, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._binding = binding
        self._name = name
        what = ElidedLabel(f"{source_words(binding)} → {name}")
        self.words = what.text()
        remove = QToolButton()
        remove.setProperty("role", "quiet")
        remove.setIcon(icon("close", theme.muted))
        remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        remove.setToolTip(f"Let go of “{name}”")
        remove.setAccessibleName(f"Let go of {name}")
        remove.clicked.connect(self._tell_removed)
        self.remove = remove
        self.low = _Field(100.0 * binding.low, 0.0, 100.0, 0, " %", f"{name}: begins at")
        self.low.setToolTip("Where the control’s way begins, as a share of its range; more than the end turns it round")
        self.high = _Field(100.0 * binding.high, 0.0, 100.0, 0, " %", f"{name}: ends at")
        self.high.setToolTip("Where the control’s way ends, as a share of its range")
        self.curve = _Field(binding.curve, 0.1, 10.0, 1, "", f"{name}: bend of the way")
        self.curve.setToolTip("1 is straight; more is slow at first, less is fast at first")
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(what, 1)
        first.addWidget(remove)
        second = QHBoxLayout()
        second.setSpacing(6)
        self.low.valueChanged.connect(self._take_low)
        self.high.valueChanged.connect(self._take_high)
        self.curve.valueChanged.connect(self._take_curve)
        for words, field in (("from", self.low), ("to", self.high), ("bend", self.curve)):
            second.addWidget(label(words, "small"))
            second.addWidget(field)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(first)
        column.addLayout(second)

    @property
    def binding(self) -> Binding:
        """The binding shown."""
        return self._binding

    def show_binding(self, binding: Binding) -> None:
        """Show how the same controller moves the same control now; a field that is typed in stays as it is."""
        self._binding = binding
        for field, value in ((self.low, 100.0 * binding.low), (self.high, 100.0 * binding.high)):
            field.show_number(value)
        self.curve.show_number(binding.curve)

    def _take_low(self, percent: float) -> None:
        self._tell(replace(self._binding, low=percent / 100.0))

    def _take_high(self, percent: float) -> None:
        self._tell(replace(self._binding, high=percent / 100.0))

    def _take_curve(self, curve: float) -> None:
        self._tell(replace(self._binding, curve=curve))

    def _tell(self, binding: Binding) -> None:
        # Only the field that was typed in counts: the others may show their numbers rounded.
        self._binding = binding
        self.changed.emit(binding)

    def _tell_removed(self) -> None:
        self.removed.emit(self._binding.control)


class _Field(QDoubleSpinBox):
    """A number to type, told when it is finished; the wheel passes it by."""

    def __init__(self, value: float, low: float, high: float, decimals: int, suffix: str, name: str) -> None:
        super().__init__()
        self.setRange(low, high)
        self.setDecimals(decimals)
        self.setSingleStep(5.0 if suffix else 0.1)
        self.setSuffix(suffix)
        self.setKeyboardTracking(False)
        # No room for arrows. Not by setButtonSymbols: with it the sheet leaves none for the number either.
        self.setStyleSheet(
            "QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 8px; }"
            " QDoubleSpinBox::up-arrow, QDoubleSpinBox::down-arrow { image: none; width: 0; }"
        )
        self.setFixedWidth(FIELD_WIDTH)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(name)
        self.setValue(value)
        self._typing = False
        self.lineEdit().textEdited.connect(self._begin)
        self.editingFinished.connect(self._end)

    def _begin(self) -> None:
        self._typing = True

    def _end(self) -> None:
        self._typing = False

    def show_number(self, value: float) -> None:
        if not self._typing:
            with QSignalBlocker(self):
                self.setValue(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
