"""Note events: of MIDI keyboards, OSC, and whatever else plays single tones. Pure Python."""

from __future__ import annotations

from dataclasses import dataclass

KEYS = 128


@dataclass(frozen=True)
class NoteOn:
    """A key goes down: MIDI number 0…127 (60 is middle C), velocity 0…1. With MPE each note has its own channel."""

    key: int
    velocity: float
    channel: int = 0


@dataclass(frozen=True)
class NoteOff:
    """A key goes up."""

    key: int
    channel: int = 0


@dataclass(frozen=True)
class NoteBend:
    """How a sounding note is bent: offsets to the pad's x and y and to the third axis, −1…1 each.

    It is meant for all notes of a channel, as MPE has it.
    """

    channel: int
    x: float = 0.0
    y: float = 0.0
    z: float = 0.0


@dataclass(frozen=True)
class PitchBend:
    """How much higher all notes of a channel sound, in cents: the wheel of a keyboard."""

    channel: int
    cents: float = 0.0


@dataclass(frozen=True)
class AllNotesOff:
    """All keys go up, and all pedals."""


NoteEvent = NoteOn | NoteOff | NoteBend | PitchBend | AllNotesOff


def note_labels(key: int) -> dict[str, float]:
    """The labels of a key in an instrument that has them: ``pitch`` 0–11 from C, and ``octave``, 4 for middle C."""
    return {"pitch": float(key % 12), "octave": float(key // 12 - 1)}
