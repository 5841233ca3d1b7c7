"""What ``vschaos extract-pitch DATASET --events`` tells whoever started it: torch-free, shared with the studio.

Events go out as lines on standard output; when standard input closes, the extraction ends as by Ctrl-C.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vschaos.messages import Codec

Sink = Callable[[object], None]
"""Takes the events of an extraction, in the main thread."""


@dataclass(frozen=True)
class PitchStarted:
    """The extraction begins.

    ``audio_s`` is the length of the ``files`` that are to be listened to, in seconds; ``done_before`` of them an
    earlier extraction had finished.
    """

    files: int
    audio_s: float
    done_before: int


@dataclass(frozen=True)
class PitchProgress:
    """Sent as the work goes on, within long files too.

    ``done`` of ``total`` sounds are finished, ``audio_s`` of ``total_audio_s`` seconds listened to; ``file`` is the
    sound in hand. ``eta_s`` is the time left in seconds, NaN while that cannot be told.
    """

    done: int
    total: int
    audio_s: float
    total_audio_s: float
    eta_s: float
    file: str


@dataclass(frozen=True)
class PitchWarned:
    """Something that the user should know, and that does not end the extraction: a sound left out, say."""

    sentence: str
    remedy: str


@dataclass(frozen=True)
class PitchFinished:
    """The last event of an extraction that did not fail.

    Of ``files`` sounds that are finished, ``labelled`` have a pitch somewhere; ``voiced_share`` is the share of their
    time that has one, 0 to 1. When it was ``cancelled``, the labels are as they were.
    """

    files: int
    labelled: int
    voiced_share: float
    cancelled: bool


@dataclass(frozen=True)
class PitchFailed:
    """The last event of an extraction that failed."""

    sentence: str
    remedy: str


EVENTS = Codec((PitchStarted, PitchProgress, PitchWarned, PitchFinished, PitchFailed))
