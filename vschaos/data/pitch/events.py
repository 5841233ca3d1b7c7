"""What ``vschaos extract-pitch DATASET --events`` reports: torch-free, shared with the studio.

Events go out as lines on standard output; when standard input closes, the extraction ends as by Ctrl-C.
"""

from __future__ import annotations

from collections.abc import Callable

from vschaos.messages import Codec, Message, Number, Problem


class PitchStarted(Message, frozen=True):
    """The extraction begins.

    ``audio_s`` is the length of the ``files`` that are to be listened to, in seconds; ``done_before`` of them an
    earlier extraction had finished.
    """

    files: int
    audio_s: float
    done_before: int


class PitchProgress(Message, frozen=True):
    """Sent as the work goes on, within long files too.

    ``done`` of ``total`` sounds are finished, ``audio_s`` of ``total_audio_s`` seconds listened to; ``file`` is the
    present sound. ``eta_s`` is the time left in seconds, NaN while that is unknown.
    """

    done: int
    total: int
    audio_s: float
    total_audio_s: float
    eta_s: Number
    file: str


class PitchFinished(Message, frozen=True):
    """The last event of an extraction that did not fail.

    Of ``files`` sounds that are finished, ``labelled`` have a pitch somewhere; ``voiced_share`` is the share of their
    time that has one, 0 to 1. When it was ``cancelled``, the labels are as they were.
    """

    files: int
    labelled: int
    voiced_share: Number
    cancelled: bool


Event = PitchStarted | PitchProgress | PitchFinished | Problem
"""The last event is a `PitchFinished`, or a `Problem` that is an error; other problems are warnings."""

Sink = Callable[[Event], None]
"""Receives the events of an extraction, in the main thread."""

EVENTS = Codec[Event](Event)
