"""What the trainer process tells whoever started it, and what it takes: torch-free, shared with the studio.

Events go out as lines on standard output (``vschaos train … --events``), orders come in on standard input.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from vschaos.messages import Codec

Sink = Callable[[object], None]
"""Takes the events of a training, in its own thread."""


@dataclass(frozen=True)
class Preparing:
    """A stage before the first step: reading and resampling the sounds."""

    what: str
    done: int
    total: int


@dataclass(frozen=True)
class Started:
    """Training begins.

    ``run`` is the run's folder; ``parameters`` counts the network's weights; ``audio_s`` is the sound to
    learn from, in seconds.
    """

    run: str
    steps: int
    parameters: int
    audio_s: float
    files: int
    device: str


@dataclass(frozen=True)
class Progress:
    """Sent a few times a second. Losses are means since the last event; ``eta_s`` is in seconds."""

    step: int
    steps: int
    loss: float
    reconstruction: float
    divergence: float
    active_dims: int
    eta_s: float
    audio_s_per_s: float


@dataclass(frozen=True)
class Validated:
    """The held-out sounds were reconstructed: mean absolute error of the log-magnitudes in dB.

    ``label_accuracy`` is the share of their labels that were predicted right, 0 to 1; None where none is predicted.
    """

    step: int
    error_db: float
    label_accuracy: float | None = None


@dataclass(frozen=True)
class InstrumentSaved:
    """A playable instrument was written (atomically) at ``path``."""

    path: str
    step: int
    best: bool


class Outcome(Enum):
    """How a training ended."""

    COMPLETE = "complete"
    STOPPED = "stopped"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Finished:
    """The last event of a training that did not fail; ``instrument`` is empty when it was cancelled."""

    outcome: Outcome
    run: str
    instrument: str
    step: int


@dataclass(frozen=True)
class Failed:
    """The last event of a training that failed."""

    sentence: str
    remedy: str


@dataclass(frozen=True)
class Warned:
    """Something that the user should know, and that does not end the training: a file left out, say."""

    sentence: str
    remedy: str


@dataclass(frozen=True)
class StopAndKeep:
    """Order: end after this step and keep the instrument."""


@dataclass(frozen=True)
class Cancel:
    """Order: end after this step and delete the run."""


EVENTS = Codec((Preparing, Started, Progress, Validated, InstrumentSaved, Finished, Failed, Warned))
ORDERS = Codec((StopAndKeep, Cancel))
