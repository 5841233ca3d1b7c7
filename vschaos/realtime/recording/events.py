"""What the engine reports of recordings; part of `vschaos.realtime.protocol`. Torch-free."""

from __future__ import annotations

from dataclasses import dataclass

from vschaos.messages import Message


class Recorded(Message, frozen=True):
    """A sound file was written: its name, and how long it is."""

    path: str
    seconds: float


class Recovered(Message, frozen=True):
    """A recording that nobody ended, as its process died, was completed: its file, and how long it is."""

    path: str
    seconds: float


@dataclass(frozen=True)
class RecordingView:
    """The file that is being written (empty: none), its length, and how much of the past could be saved, in seconds."""

    path: str = ""
    seconds: float = 0.0
    past_s: float = 0.0
