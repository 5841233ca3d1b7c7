"""What the window knows about a training: the state that its events fold into. Qt-free."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import Enum

from vschaos.messages import Problem
from vschaos.training.events import (
    Event,
    Finished,
    InstrumentSaved,
    Outcome,
    Preparing,
    Previewed,
    Progress,
    Started,
    Validated,
)
from vschaos.training.trend import Trend


class Phase(Enum):
    """Where a training stands, as far as the window knows."""

    IDLE = "idle"
    STARTING = "starting"
    PREPARING = "preparing"
    TRAINING = "training"
    ENDED = "ended"
    FAILED = "failed"

    @property
    def active(self) -> bool:
        """Whether the trainer runs."""
        return self in (Phase.STARTING, Phase.PREPARING, Phase.TRAINING)


@dataclass(frozen=True)
class TrainingState:
    """One training, folded from its events by :meth:`after`.

    ``resumed`` is true of a training that continues an earlier one. ``instrument`` is the newest playable
    instrument's path, ``ready`` whether it is what the training has become, ``held_out_db`` the last error on held-out sounds and ``trend`` where such errors lead;
    ``previewed`` are the newest sounds to listen to.
    """

    phase: Phase = Phase.IDLE
    resumed: bool = False
    preparing: Preparing | None = None
    started: Started | None = None
    progress: Progress | None = None
    held_out_db: float | None = None
    trend: Trend = Trend.UNKNOWN
    previewed: Previewed | None = None
    instrument: str = ""
    ready: bool = False
    finished: Finished | None = None
    failed: Problem | None = None
    warnings: tuple[Problem, ...] = ()

    def after(self, event: Event) -> TrainingState:
        """The state once ``event`` has happened."""
        match event:
            case Preparing():
                return dataclasses.replace(self, phase=Phase.PREPARING, preparing=event)
            case Started():
                return dataclasses.replace(self, phase=Phase.TRAINING, started=event)
            case Progress():
                return dataclasses.replace(self, phase=Phase.TRAINING, progress=event)
            case Validated():
                return dataclasses.replace(self, held_out_db=event.error_db, trend=event.trend)
            case InstrumentSaved():
                return dataclasses.replace(self, instrument=event.path, ready=event.ended)
            case Previewed():
                return dataclasses.replace(self, previewed=event)
            case Problem(is_error=False):
                return dataclasses.replace(self, warnings=(*self.warnings, event))
            case Finished():
                ended = dataclasses.replace(self, phase=Phase.ENDED, finished=event)
                if event.outcome is Outcome.CANCELLED:
                    # The run's folder is gone, and what was in it.
                    return dataclasses.replace(ended, instrument="", previewed=None)
                return dataclasses.replace(ended, instrument=event.instrument or self.instrument)
            case Problem():
                return dataclasses.replace(self, phase=Phase.FAILED, failed=event)

    @property
    def fraction(self) -> float | None:
        """How much of the present stage is done, 0 to 1; None while that is unknown."""
        if self.phase is Phase.PREPARING and self.preparing is not None and self.preparing.total > 0:
            return min(max(self.preparing.done / self.preparing.total, 0.0), 1.0)
        if self.phase is Phase.TRAINING and self.progress is not None and self.progress.steps > 0:
            return min(max(self.progress.step / self.progress.steps, 0.0), 1.0)
        return 1.0 if self.finished is not None and self.finished.outcome is Outcome.COMPLETE else None
