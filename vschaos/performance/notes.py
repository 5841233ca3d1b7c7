"""Note events: of MIDI keyboards, OSC, and whatever else plays single tones. Pure Python."""

from __future__ import annotations

from dataclasses import dataclass

KEYS = 128

NO_KEY = -1
"""The key of a note without a pitch: it sounds with the pad's labels."""

FINGERS = 1 << 16
"""First of the channels of fingers on the pad, beyond those of all MIDI inputs: each touch has one of its own."""


@dataclass(frozen=True)
class NoteOn:
    """A key goes down: MIDI number 0…127 (60 is middle C), velocity 0…1. With MPE each note has its own channel.

    With a ``point`` it sounds at these coordinates instead of the pad's.
    """

    key: int
    velocity: float
    channel: int = 0
    point: tuple[float, ...] = ()


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
class NoteMove:
    """The notes of a channel that have a point of their own go to another one."""

    channel: int
    point: tuple[float, ...]


@dataclass(frozen=True)
class PitchBend:
    """How much higher all notes of a channel sound, in cents: the wheel of a keyboard."""

    channel: int
    cents: float = 0.0


@dataclass(frozen=True)
class AllNotesOff:
    """All keys go up, and all pedals."""


NoteEvent = NoteOn | NoteOff | NoteBend | NoteMove | PitchBend | AllNotesOff


def finger_note(finger: int, velocity: float, point: tuple[float, ...] = ()) -> NoteEvent:
    """What a finger on the pad plays at coordinates of its own; with velocity 0 it ends."""
    channel = _channel_of(finger)
    return NoteOn(NO_KEY, velocity, channel, _limited(point)) if velocity > 0 else NoteOff(NO_KEY, channel)


def finger_move(finger: int, point: tuple[float, ...]) -> NoteEvent:
    """The voice of a finger goes to other coordinates."""
    return NoteMove(_channel_of(finger), _limited(point))


def _channel_of(finger: int) -> int:
    return FINGERS + finger % FINGERS


def _limited(point: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(min(max(value, -1.0), 1.0) for value in point)
