"""The labels that condition the sound: a keyboard for pitch and octave, a row for each other label.

The keyboard also plays notes, on instruments without these labels too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vschaos.data.pitch import notes
from vschaos.performance.controls import Control, Kind, Label, Playable
from vschaos.performance.table import control_table, label_id
from vschaos_studio.ui.controls.control_choice import ControlChoice
from vschaos_studio.ui.controls.control_slider import ControlSlider
from vschaos_studio.ui.controls.layouts import boxed, clear, hbox, vbox
from vschaos_studio.ui.controls.styled_widgets import label
from vschaos_studio.ui.play.keyboard import PianoKeyboard
from vschaos_studio.ui.theme import Theme

PITCH, OCTAVE = notes.PITCH.name, notes.OCTAVE.name
ROW_NAME_WIDTH = 72
NOTE_OCTAVES = (2, 6)
"""The keys of an instrument that has no octaves of its own."""


class LabelsPanel(QWidget):
    """Shown under the pad of a conditioned instrument; for others only while the keyboard plays notes.

    Signals
    -------
    moved
        The user set a label: id of its control, and a tuple of its value.
    played
        A note goes down: MIDI number, and velocity 0…1; it goes up with velocity 0.
    """

    moved = Signal(str, object)
    played = Signal(int, float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._playable = Playable(latent_dims=0)
        self.keyboard = PianoKeyboard(theme.canvas)
        self.keyboard.show_range(*NOTE_OCTAVES)
        self.keyboard.pressed.connect(self._on_key_pressed)
        self.keyboard.played.connect(self.played)
        self._has_pitch = False
        self._notes_wanted = False
        self._rows: dict[str, ControlChoice | ControlSlider] = {}
        self._row_column = vbox()
        self._row_area = boxed(self._row_column)
        vbox(self.keyboard, self._row_area, margins=(28, 8, 12, 4), on=self)
        self.hide()

    def show_playable(self, playable: Playable) -> None:
        """Show another instrument's labels; the same ones keep their rows, since one may be in use."""
        if _but_for_defaults(playable.labels) == _but_for_defaults(self._playable.labels):
            return
        self._playable = playable
        clear(self._row_column)
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
        # Rows that were made later would be reached after everything else.
        for before, after in pairwise((self.keyboard, *self._rows.values())):
            QWidget.setTabOrder(before, after)
        self._row_area.setVisible(bool(self._rows))
        self._show_parts()

    def play_notes(self, wanted: bool) -> None:
        """Whether the keyboard plays notes instead of setting the labels pitch and octave."""
        self._notes_wanted = wanted
        self.keyboard.play_notes(wanted)
        self._show_parts()

    def _show_parts(self) -> None:
        keys = self._notes_wanted or self._has_pitch
        self.keyboard.setVisible(keys)
        self.setVisible(keys or bool(self._rows))

    def show_values(self, values: Mapping[str, float]) -> None:
        """Show the present values, by control id."""
        if self._has_pitch:
            self.keyboard.show_note(round(values[label_id(PITCH)]), round(values[label_id(OCTAVE)]))
        for control, row in self._rows.items():
            row.show_value(values[control])

    def _add_row(self, control: Control) -> None:
        name = label(control.label)
        name.setMinimumWidth(ROW_NAME_WIDTH)
        row = ControlChoice(control) if control.kind is Kind.CHOICE else ControlSlider(control, self._theme)
        row.moved.connect(lambda value: self.moved.emit(control.id, (value,)))
        row.setAccessibleName(control.label)
        self._rows[control.id] = row
        self._row_column.addWidget(boxed(hbox(name, (row, 1))))

    def _on_key_pressed(self, pitch: int, octave: int) -> None:
        self.moved.emit(label_id(PITCH), (float(pitch),))
        self.moved.emit(label_id(OCTAVE), (float(octave),))


def _but_for_defaults(labels: tuple[Label, ...]) -> list[Label]:
    return [replace(one, default=one.low) for one in labels]


def _is_pitch_class(label_: Label | None) -> bool:
    return label_ is not None and (label_.low, label_.high) == (0, len(notes.PITCH.classes) - 1)
