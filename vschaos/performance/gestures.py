"""Gestures: recorded movements of controls, to be played again. Pure Python.

`vschaos.performance.gesture_tracks` holds them as they are played, `vschaos.performance.gesture_player` records and
plays them.
"""

from __future__ import annotations

from dataclasses import dataclass

from vschaos.performance.controls import Control, Group

MOST_SECONDS = 1800.0
MOST_EVENTS = 200_000
"""Bounds of a gesture, recorded or read from a file."""

ALSO_RECORDED = ("level", "gain", "freeze", "play")
"""Controls that snapshots do not keep, but gestures do."""


@dataclass(frozen=True)
class GestureEvent:
    """A control at a time (seconds from the beginning) with its values."""

    time_s: float
    control: str
    values: tuple[float, ...]


@dataclass(frozen=True)
class Gesture:
    """Movements of controls in ``duration_s`` seconds, in order of time."""

    duration_s: float
    events: tuple[GestureEvent, ...] = ()


@dataclass(frozen=True)
class GestureStatus:
    """Whether a gesture is recorded or played, and its position in seconds; duration 0: there is none.

    ``undoable`` says that ``gesture.undo`` has a former gesture to restore.
    """

    recording: bool = False
    playing: bool = False
    position_s: float = 0.0
    duration_s: float = 0.0
    undoable: bool = False


def is_recordable(control: Control) -> bool:
    """Whether gestures record how a control is moved."""
    return control.kept or control.group is Group.PLACE or control.id in ALSO_RECORDED
