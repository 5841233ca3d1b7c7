"""A row for any control of the table: its name, its widget, and its value as text."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSpinBox, QWidget

from vschaos.performance.controls import Control, Kind
from vschaos_studio.language import number, translated
from vschaos_studio.state.axis_names import axis_in_text
from vschaos_studio.ui.controls.control_choice import ControlChoice, choice_text
from vschaos_studio.ui.controls.control_slider import ControlSlider, signed, slider_tip
from vschaos_studio.ui.controls.control_switch import ControlSwitch
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.styled_widgets import label, plain_tip
from vschaos_studio.ui.stylesheet import font_of
from vschaos_studio.ui.theme import Theme

NAME_WIDTH = 72
MOST_IN_A_MENU = 40
"""A choice of more numbers than this is typed, not chosen from a menu."""

PREFIXES = {"envelope.": "", "lfo.": "motion ", "trajectory.": "path ", "latent.": "", "label.": ""}
NAMES = {
    **{"pad.x": "pad, across", "pad.y": "pad, up", "input": "input", "trajectory": "path", "snapshot.b": "sound B"},
    **{"tempo.midi": "tempo by MIDI clock", "gesture.beats": "gesture in whole beats"},
}


def english_name(control: Control) -> str:
    """A control's name, of which there are translations: ``lfo.z1.rate`` is “motion axis {axis} rate”."""
    if control.id in NAMES:
        return NAMES[control.id]
    name = control.id
    for prefix, text in PREFIXES.items():
        if name.startswith(prefix):
            name = text + name.removeprefix(prefix)
            break
    return re.sub(r"\bz\d+\b", "axis {axis}", name).replace(".", " ")


def control_name(control: Control, axis_words: Sequence[str] = ()) -> str:
    """A control's name for people: ``lfo.z1.rate`` is “motion axis 1 rate”.

    Where ``axis_words`` has a word for the axis, it is “motion axis 1 (brighter) rate”.
    """
    if control.label:
        return control.label
    axis = re.search(r"\bz(\d+)\b", control.id)
    text = translated(english_name(control))
    return text.format(axis=axis_in_text(int(axis[1]), axis_words)) if axis else text


def value_text(control: Control, value: float) -> str:
    """A value for people: as exact as can be heard, with its unit."""
    if control.kind in (Kind.CHOICE, Kind.SWITCH):
        return choice_text(control, round(value - control.low)) or number(value)
    if control.unit == "s":
        ms = 1000.0 * value
        return f"{number(value, 2)} s" if ms >= 999.5 else f"{number(ms, 1 if 0 < ms < 9.95 else 0)} ms"
    if control.unit == "Hz":
        return f"{number(value, 2 if value < 9.995 else 1)} Hz"
    digits = 1 if control.unit else 2
    text = signed(value, digits) if control.low < 0 < control.high else number(round(value, digits) + 0.0, digits)
    return f"{text} {control.unit}" if control.unit else text


def figure(*samples: str) -> QLabel:
    """A label for a number, as wide as the widest of the samples, so that nothing beside it moves."""
    made = label("", "small")
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    made.setFont(font_of(Theme.small))  # what the style sheet gives it may be known only later
    made.setFixedWidth(max(made.fontMetrics().horizontalAdvance(sample) for sample in samples) + 2)
    return made


def align_texts(rows: Iterable[ControlRow]) -> None:
    """Give the values of rows one width, so that their sliders end at the same place."""
    texts = [row.text_label for row in rows if row.text_label is not None]
    width = max((text.width() for text in texts), default=0)
    for text in texts:
        text.setFixedWidth(width)


class LogSlider(ControlSlider):
    """A slider on which equal steps are equal ratios; its control's range starts above 0.

    Internally, it is a linear slider of shares of its range, 0…1.
    """

    def __init__(self, control: Control, theme: Theme) -> None:
        self._real = control
        self._shown = control.default
        rest = self._share(control.default)
        # A value computed from its share may differ in the last digit; these three have to be exact.
        self._exactly = {0.0: control.low, 1.0: control.high, rest: control.default}
        super().__init__(replace(control, low=0.0, high=1.0, default=rest), theme)
        self.setToolTip(slider_tip(control, value_text(control, control.default)))

    @property
    def exact(self) -> float:
        """The value shown, in the control's unit."""
        return self._shown

    @property
    def text(self) -> str:
        """The value for people."""
        return value_text(self._real, self._shown)

    def show_value(self, value: float) -> None:
        """Show a value that comes from elsewhere; ignored while the user drags the slider."""
        if not self._held and value != self._shown:
            self._shown = self._real.clip(value)
            self._put(self._share(self._shown))

    def _share(self, value: float) -> float:
        return math.log(value / self._real.low) / math.log(self._real.high / self._real.low)

    def _move(self, value: float) -> None:
        self._put(value)
        made = self._real.low * (self._real.high / self._real.low) ** self._exact
        self._shown = self._exactly.get(self._exact, self._real.clip(made))
        self._say_value()
        self.moved.emit(self._shown)


class ControlNumber(QSpinBox):
    """A field for a choice of very many numbers.

    Signals
    -------
    moved
        The user set this value. Values shown by :meth:`show_value` are not emitted.
    """

    moved = Signal(float)

    def __init__(self, control: Control) -> None:
        super().__init__()
        self.setRange(round(control.low), round(control.high))
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleDescription(translated(control.help))
        self.setToolTip(plain_tip(f"{translated(control.help)}\nOSC: /vs{control.address}"))
        self.setValue(round(control.default))
        self.valueChanged.connect(self._emit_moved)

    def show_value(self, value: float) -> None:
        """Show a value that comes from elsewhere; ignored while the user types."""
        if round(value) != self.value() and not self.lineEdit().isModified():
            with QSignalBlocker(self):
                self.setValue(round(value))

    def _emit_moved(self, value: int) -> None:
        self.moved.emit(float(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignored: a wheel that scrolls the page must not change the sound."""
        event.ignore()


class ControlRow(QWidget):
    """One control of the table.

    Signals
    -------
    moved
        The user moved it: the control's id, and a tuple of its one value.

    Parameters
    ----------
    name
        What to call it; by default its name from the table.
    name_width
        Room for the name in pixels; 0 leaves it out.
    """

    moved = Signal(str, object)

    def __init__(self, control: Control, theme: Theme, *, name: str = "", name_width: int = NAME_WIDTH) -> None:
        super().__init__()
        self.control = control
        self.editor = _editor(control, theme)
        self.name_axes(())
        self.editor.moved.connect(self._emit_moved)
        self._text: QLabel | None = None
        self._title: ElidedLabel | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if name_width:
            self._title = ElidedLabel()
            row.addWidget(self._title)
            self.show_name(name or control_name(control))
            self._title.setFixedWidth(max(name_width, self._title.sizeHint().width()))
        if isinstance(self.editor, ControlSwitch):
            row.addStretch(1)
        row.addWidget(self.editor, 0 if isinstance(self.editor, ControlSwitch) else 1)
        if isinstance(self.editor, ControlSlider):
            self._text = figure(*(value_text(control, value) for value in _widest(control)))
            row.addWidget(self._text)
            self._show_text()

    def name_axes(self, words: Sequence[str]) -> None:
        """Speak of the control's axis by what grows along it."""
        self.editor.setAccessibleName(_capitalized(control_name(self.control, words)))

    def show_name(self, name: str) -> None:
        """Show another name beside the control, with what it does as the tool tip."""
        if self._title is not None:
            self._title.setText(name)
            self._title.setToolTip(self.editor.toolTip())

    @property
    def value(self) -> float:
        """The value shown, in the control's unit."""
        editor = self.editor
        if isinstance(editor, ControlSlider):
            return editor.exact
        if isinstance(editor, ControlChoice):
            return self.control.low + editor.currentIndex()
        return float(editor.isChecked()) if isinstance(editor, ControlSwitch) else float(editor.value())

    @property
    def text(self) -> str:
        """The value as text, as shown."""
        return value_text(self.control, self.value)

    @property
    def text_label(self) -> QLabel | None:
        """The label of the value's text; None where the widget shows the value itself."""
        return self._text

    def show_value(self, value: float) -> None:
        """Show a value that comes from elsewhere; ignored while the user drags the control."""
        self.editor.show_value(value)
        self._show_text()

    def _emit_moved(self, value: float) -> None:
        self._show_text()
        self.moved.emit(self.control.id, (value,))

    def _show_text(self) -> None:
        if self._text is not None and self._text.text() != self.text:
            self._text.setText(self.text)


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]


def _editor(control: Control, theme: Theme) -> ControlSlider | ControlChoice | ControlNumber | ControlSwitch:
    if control.kind is Kind.SWITCH:
        return ControlSwitch(control, theme)
    if control.kind is Kind.CHOICE:
        if not control.names and control.high - control.low > MOST_IN_A_MENU:
            return ControlNumber(control)
        made = ControlChoice(control)
        made.setMinimumContentsLength(4)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return made
    return LogSlider(control, theme) if control.logarithmic else ControlSlider(control, theme)


def _widest(control: Control) -> tuple[float, ...]:
    """Values whose texts are the widest."""
    between = (value for value in (0.0088, 0.888, 8.88) if control.low <= value <= control.high)
    return (control.low, control.high, *between)
