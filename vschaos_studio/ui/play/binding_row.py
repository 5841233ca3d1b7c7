"""One controller and the control that it moves: the ranges of both, the curve between them, and a button to remove."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from vschaos.performance.bindings import Binding
from vschaos_studio.language import tr
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import STRETCH, hbox, vbox
from vschaos_studio.ui.controls.styled_widgets import label, plain_tip
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.theme import Theme

SHARE_WIDTH, NUMBER_WIDTH = 60, 76


class BindingRow(QWidget):
    """Two lines, or three: which controller moves which control, the control's range, and the controller's.

    Signals
    -------
    changed
        The binding with the user's change.
    removed
        The user removes the assignment: the control's id.

    Parameters
    ----------
    controller, name
        What the controller and the control are called.
    shows_numbers
        Whether the controller has a range of its own to set: the numbers that it sends.
    """

    changed = Signal(object)
    removed = Signal(str)

    def __init__(self, binding: Binding, *, controller: str, name: str, shows_numbers: bool, theme: Theme) -> None:
        super().__init__()
        self._binding = binding
        title = ElidedLabel(f"{controller} → {name}")
        self.text = title.text()
        self.remove = QToolButton()
        self.remove.setProperty("role", "quiet")
        self.remove.setIcon(icon("close", theme, "muted"))
        self.remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.remove.setToolTip(plain_tip(tr("Remove assignment to “{name}”", name=name)))
        self.remove.setAccessibleName(tr("Remove assignment to {name}", name=name))
        self.remove.clicked.connect(self._emit_removed)
        self.low = _ShareField(100.0, 0, " %", tr("{name}: start of range", name=name))
        self.low.setToolTip(tr("Start of range; set above end to invert"))
        self.high = _ShareField(100.0, 0, " %", tr("{name}: end of range", name=name))
        self.high.setToolTip(tr("End of range"))
        self.curve = _ShareField(10.0, 1, "", tr("{name}: curve", name=name))
        self.curve.setToolTip(tr("1 is linear; above 1 starts slowly, below 1 starts quickly"))
        self.least = NumberField(tr("{name}: lowest number that comes in", name=name))
        self.most = NumberField(tr("{name}: highest number that comes in", name=name))
        self.show_binding(binding)
        self.low.valueChanged.connect(self._set_low)
        self.high.valueChanged.connect(self._set_high)
        self.curve.valueChanged.connect(self._set_curve)
        self.least.changed.connect(self._set_least)
        self.most.changed.connect(self._set_most)
        column = vbox(hbox((title, 1), self.remove, spacing=4), spacing=2, on=self)
        column.addLayout(
            _line((tr("from", "range"), self.low), (tr("to", "range"), self.high), (tr("curve"), self.curve))
        )
        if shows_numbers:
            column.addLayout(_line((tr("comes in from"), self.least), (tr("to", "range"), self.most)))

    @property
    def binding(self) -> Binding:
        """The binding shown."""
        return self._binding

    def show_binding(self, binding: Binding) -> None:
        """Show how the same controller moves the same control now; a field that is typed in stays as it is."""
        self._binding = binding
        self.low.show_number(100.0 * binding.low)
        self.high.show_number(100.0 * binding.high)
        self.curve.show_number(binding.curve)
        self.least.show_number(binding.least)
        self.most.show_number(binding.most)

    # Only the field that was typed in counts: the others may show their numbers rounded.

    def _set_low(self, percent: float) -> None:
        self._change(replace(self._binding, low=percent / 100.0))

    def _set_high(self, percent: float) -> None:
        self._change(replace(self._binding, high=percent / 100.0))

    def _set_curve(self, curve: float) -> None:
        self._change(replace(self._binding, curve=curve))

    def _set_least(self, number: float) -> None:
        self._change(replace(self._binding, least=number))

    def _set_most(self, number: float) -> None:
        self._change(replace(self._binding, most=number))

    def _change(self, binding: Binding) -> None:
        if binding.least == binding.most:
            self.show_binding(self._binding)  # A range of no length.
            return
        self._binding = binding
        self.changed.emit(binding)

    def _emit_removed(self) -> None:
        self.removed.emit(self._binding.control)


def _line(*fields: tuple[str, QWidget]) -> QHBoxLayout:
    return hbox(*(part for text, field in fields for part in (label(text, "small"), field)), STRETCH, spacing=6)


class _ShareField(QDoubleSpinBox):
    """A number to type, reported when typing is finished; the wheel scrolls the page instead."""

    def __init__(self, high: float, decimals: int, suffix: str, name: str) -> None:
        super().__init__()
        self.setRange(0.0 if suffix else 0.1, high)
        self.setDecimals(decimals)
        self.setSingleStep(5.0 if suffix else 0.1)
        self.setSuffix(suffix)
        self.setKeyboardTracking(False)
        # No room for arrows. Not by setButtonSymbols: with it the sheet leaves none for the number either.
        self.setStyleSheet(
            "QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 8px; }"
            " QDoubleSpinBox::up-arrow, QDoubleSpinBox::down-arrow { image: none; width: 0; }"
        )
        self.setFixedWidth(SHARE_WIDTH)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(name)
        self._is_typing = False
        self.lineEdit().textEdited.connect(self._on_edit)
        self.editingFinished.connect(self._on_finish)

    def _on_edit(self) -> None:
        self._is_typing = True

    def _on_finish(self) -> None:
        self._is_typing = False

    def show_number(self, value: float) -> None:
        if not self._is_typing:
            with QSignalBlocker(self):
                self.setValue(value)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        # A dot is also typed where the language has a comma; Qt would read it as a mark of thousands.
        return super().validate(text.replace(".", self.locale().decimalPoint()), position)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NumberField(QLineEdit):
    """Any finite number to type; other text is put back as it was.

    Signals
    -------
    changed
        The user typed another number, and finished.
    """

    changed = Signal(float)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setFixedWidth(NUMBER_WIDTH)
        self.setMaxLength(12)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(name)
        self.setToolTip(tr("Exchange the two to invert"))
        self._number = math.nan
        self.editingFinished.connect(self._on_finish)

    def show_number(self, number: float) -> None:
        """Show a number, unless another is being typed."""
        if number != self._number and not self.isModified():
            self._number = number
            self.setText(f"{number:.6g}")

    def _on_finish(self) -> None:
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
