"""What the trainer process tells whoever started it, and what it takes: torch-free, shared with the studio.

Events go out as lines on standard output (``vschaos train … --events``), orders come in on standard input.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from vschaos.messages import Codec
from vschaos.training.trend import Trend

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
    learn from, in seconds; ``first_step`` is above 0 where a training goes on; ``seed`` is that of everything drawn.
    """

    run: str
    steps: int
    parameters: int
    audio_s: float
    files: int
    device: str
    first_step: int = 0
    seed: int = 0


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
    ``trend`` is where all validations so far lead.
    """

    step: int
    error_db: float
    label_accuracy: float | None = None
    trend: Trend = Trend.UNKNOWN


@dataclass(frozen=True)
class InstrumentSaved:
    """A playable instrument was written (atomically) at ``path``."""

    path: str
    step: int
    best: bool


@dataclass(frozen=True)
class Previewed:
    """A few seconds to hear how far it is: paths of FLAC files in the run's folder.

    A sound, what the instrument makes of it, and a walk through its latent space.
    """

    step: int
    original: str
    reconstruction: str
    walk: str


class Outcome(Enum):
    """How a training ended; ``FLAT``: by itself, as the held-out error had not fallen for ``training.patience``."""

    COMPLETE = "complete"
    FLAT = "flat"
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


EVENTS = Codec((Preparing, Started, Progress, Validated, InstrumentSaved, Previewed, Finished, Failed, Warned))
ORDERS = Codec((StopAndKeep, Cancel))
