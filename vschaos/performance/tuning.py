"""Tunings: how high each key sounds. Pure Python.

An instrument with the labels ``pitch`` and ``octave`` knows the twelve notes of equal temperament. In another tuning a
key has the labels of the nearest of them, and is bent by what is left, half a semitone at most.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from vschaos.performance.notes import KEYS

CONCERT_PITCH_HZ, CONCERT_KEY = 440.0, 69
LONGEST_NAME = 60
"""Characters of a tuning's name."""

MOST_CENTS = 100_000.0
"""A key may be so far from key 0; what is beyond all keys is silent."""


@dataclass(frozen=True)
class NotePlace:
    """Where a key sounds: ``cents`` above the labels of the key ``pitch``, −50…50."""

    pitch: int
    cents: float


@dataclass(frozen=True)
class Tuning:
    """A tuning of all keys.

    Attributes
    ----------
    name
        For people.
    cents
        How high each key sounds, (128,): cents above key 0 of equal temperament. None: the key is silent.
    """

    name: str
    cents: tuple[float | None, ...]

    def place(self, key: int) -> NotePlace | None:
        """Where a key sounds; None where it is silent."""
        cents = self.cents[key]
        if cents is None:
            return None
        pitch = math.floor(cents / 100.0 + 0.5)
        return NotePlace(pitch, cents - 100.0 * pitch) if 0 <= pitch < KEYS else None


def cents_of(frequency_hz: float) -> float:
    """Cents above key 0 of equal temperament."""
    return 100.0 * CONCERT_KEY + 1200.0 * math.log2(frequency_hz / CONCERT_PITCH_HZ)


def place_of(key: int, tuning: Tuning | None) -> NotePlace | None:
    """Where a key sounds in a tuning, None being equal temperament; None where it is silent."""
    return NotePlace(key, 0.0) if tuning is None else tuning.place(key)
