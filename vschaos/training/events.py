"""The events and orders of the trainer process: torch-free, shared with the studio.

Events go out as lines on standard output (``vschaos train … --events``), orders come in on standard input.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from vschaos.messages import Codec, Message, Number, Problem
from vschaos.training.trend import Trend


class Preparing(Message, frozen=True):
    """A stage before the first step: reading and resampling the sounds."""

    what: str
    done: int
    total: int


class Started(Message, frozen=True):
    """Training begins.

    ``run`` is the run's folder; ``parameters`` counts the network's weights; ``audio_s`` is the sound to
    learn from, in seconds; ``first_step`` is above 0 where a training goes on; ``seed`` is that of everything drawn;
    ``started_from`` names the instrument as which the network begins, if it does not begin at random.
    """

    run: str
    steps: int
    parameters: int
    audio_s: float
    files: int
    device: str
    first_step: int = 0
    seed: int = 0
    started_from: str = ""


class Progress(Message, frozen=True):
    """Sent a few times a second. Losses are means since the last event; ``eta_s`` is in seconds."""

    step: int
    steps: int
    loss: Number
    reconstruction: Number
    divergence: Number
    active_dims: int
    eta_s: Number
    audio_s_per_s: Number


class Validated(Message, frozen=True):
    """The held-out sounds were reconstructed: their error in dB is that of `vschaos.training.audible_error`.

    ``label_accuracy`` is the share of their labels that were predicted right, 0 to 1; None where none is predicted.
    ``trend`` is that of all validations so far.
    """

    step: int
    error_db: Number
    label_accuracy: Number | None = None
    trend: Trend = Trend.UNKNOWN


class InstrumentSaved(Message, frozen=True):
    """A playable instrument was written (atomically) at ``path``.

    ``ended``: it is what the training has become; phrases and a preview may follow.
    """

    path: str
    step: int
    best: bool
    ended: bool = False


class Previewed(Message, frozen=True):
    """A few seconds of sound to judge the training by: paths of FLAC files in the run's folder.

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


class Finished(Message, frozen=True):
    """The last event of a training that did not fail; ``instrument`` is empty when it was cancelled."""

    outcome: Outcome
    run: str
    instrument: str
    step: int


class StopAndKeep(Message, frozen=True):
    """Order: end after this step and keep the instrument."""


class Cancel(Message, frozen=True):
    """Order: end after this step and delete the run."""


Event = Preparing | Started | Progress | Validated | InstrumentSaved | Previewed | Finished | Problem
"""The last event is a `Finished`, or a `Problem` that is an error; other problems are warnings."""

Order = StopAndKeep | Cancel
"""What the trainer receives."""

Sink = Callable[[Event], None]
"""Receives the events of a training, on its thread."""

EVENTS = Codec[Event](Event)
ORDERS = Codec[Order](Order)
