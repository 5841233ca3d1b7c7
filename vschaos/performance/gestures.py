"""Gestures: what hands did, taken up to be played again. Pure Python.

`vschaos.performance.tape` holds them as they are played, `vschaos.performance.deck` takes them up and plays them.
"""

from __future__ import annotations

from dataclasses import dataclass

from vschaos.performance.controls import Control, Group

MOST_SECONDS = 1800.0
MOST_EVENTS = 200_000
"""Bounds of a gesture, taken up or read from a file."""

ALSO_TAKEN = ("gain", "freeze", "play")
"""Controls that snapshots do not keep, but gestures do."""


@dataclass(frozen=True)
class GestureEvent:
    """A control at a time (seconds from the beginning) with its values."""

    time_s: float
    control: str
    values: tuple[float, ...]


@dataclass(frozen=True)
class Gesture:
    """What hands did in ``duration_s`` seconds, in order of time."""

    duration_s: float
    events: tuple[GestureEvent, ...] = ()


@dataclass(frozen=True)
class GestureStatus:
    """Whether a gesture is taken up or played, and where it is, in seconds; duration 0: there is none."""

    recording: bool = False
    playing: bool = False
    position_s: float = 0.0
    duration_s: float = 0.0


def is_taken(control: Control) -> bool:
    """Whether gestures hold what is done to a control."""
    return control.kept or control.group is Group.PLACE or control.id in ALSO_TAKEN
