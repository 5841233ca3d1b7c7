"""The labels that an instrument's sound is conditioned on: a keyboard for pitch and octave, a row for each other.

The keyboard also plays notes, for instruments without these labels, too.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vschaos.data import notes
from vschaos.performance.controls import Control, Kind, Label, Playable
from vschaos.performance.table import control_table
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.control_choice import ControlChoice
from vschaos_studio.ui.widgets.control_slider import ControlSlider
from vschaos_studio.ui.widgets.keyboard import Keyboard
from vschaos_studio.ui.widgets.roles import label

PITCH, OCTAVE = notes.PITCH.name, notes.OCTAVE.name
ROW_NAME_WIDTH = 72
NOTE_OCTAVES = (2, 6)
"""The keys of an instrument that has no octaves of its own."""


class LabelsPanel(QWidget):
    """What stands under the pad of a conditioned instrument; hidden for others, unless notes are to be played.

    Signals
    -------
    moved
        The hand set a label: id of its control, and a tuple of its value.
    played
        A note goes down: MIDI number, and velocity 0…1; it goes up with velocity 0.
    """

    moved = Signal(str, object)
    played = Signal(int, float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._playable = Playable(latent_dims=0)
        self.keyboard = Keyboard(theme)
        self.keyboard.show_range(*NOTE_OCTAVES)
        self.keyboard.pressed.connect(self._tell_key)
        self.keyboard.played.connect(self.played)
        self._has_pitch = False
        self._notes_wanted = False
        self._rows: dict[str, ControlChoice | ControlSlider] = {}
        self._row_area = QWidget()
        self._row_column = QVBoxLayout(self._row_area)
        self._row_column.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 8, 12, 4)
        column.setSpacing(8)
        column.addWidget(self.keyboard)
        column.addWidget(self._row_area)
        self.hide()

    def show_playable(self, playable: Playable) -> None:
        """Show another instrument's labels; the same ones keep their rows, since a hand may be on one."""
        if playable.labels == self._playable.labels:
            return
        self._playable = playable
        while (item := self._row_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._rows = {}
        labels = {one.name: one for one in playable.labels}
        self._has_pitch = _is_pitch_class(labels.get(PITCH)) and OCTAVE in labels
        lowest, highest = NOTE_OCTAVES
        if self._has_pitch:
            lowest, highest = round(labels[OCTAVE].low), round(labels[OCTAVE].high)
        self.keyboard.show_range(lowest, highest)
        for control in control_table(playable):
            if control.label and not (self._has_pitch and control.label in (PITCH, OCTAVE)):
                self._add_row(control)
        self._row_area.setVisible(bool(self._rows))
        self._show_what_there_is()

    def play_notes(self, wanted: bool) -> None:
        """Whether the keyboard plays notes instead of setting the labels pitch and octave."""
        self._notes_wanted = wanted
        self.keyboard.play_notes(wanted)
        self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        keys = self._notes_wanted or self._has_pitch
        self.keyboard.setVisible(keys)
        self.setVisible(keys or bool(self._rows))

    def show_values(self, values: Mapping[str, float]) -> None:
        """Show the present values, by control id."""
        if self._has_pitch:
            self.keyboard.show_note(round(values[f"label.{PITCH}"]), round(values[f"label.{OCTAVE}"]))
        for control, row in self._rows.items():
            row.show_value(values[control])

    def _add_row(self, control: Control) -> None:
        name = label(control.label)
        name.setMinimumWidth(ROW_NAME_WIDTH)
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(name)
        row = ControlChoice(control) if control.kind is Kind.CHOICE else ControlSlider(control, self._theme)
        row.moved.connect(lambda value: self.moved.emit(control.id, (value,)))
        row.setAccessibleName(control.label)
        across.addWidget(row, 1)
        self._rows[control.id] = row
        self._row_column.addWidget(line)

    def _tell_key(self, pitch: int, octave: int) -> None:
        self.moved.emit(f"label.{PITCH}", (float(pitch),))
        self.moved.emit(f"label.{OCTAVE}", (float(octave),))


def _is_pitch_class(label_: Label | None) -> bool:
    return label_ is not None and (label_.low, label_.high) == (0, len(notes.PITCH.classes) - 1)
