"""Musical notes as the labels of two tasks, ``pitch`` and ``octave``. Pure Python."""

from __future__ import annotations

from vschaos.data.labels.model import Task

PITCH_NAMES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
PITCH = Task("pitch", "int", PITCH_NAMES)
"""0 … 11, C being 0."""
OCTAVE = Task("octave", "int")
"""0 … 9; octave 4 begins with middle C, MIDI's note 60, and A in it is 440 Hz."""


def pitch_and_octave(note: int) -> tuple[int, int]:
    """The labels of a MIDI note from 12 (octave 0) on."""
    return note % 12, note // 12 - 1


def note(pitch: int, octave: int) -> int:
    """The MIDI note of two labels."""
    return 12 * (octave + 1) + pitch
