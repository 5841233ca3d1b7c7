"""A course that is laid out to take so many minutes: a short trial of real steps finds how many fit.

From then on the number of steps is fixed and recorded in the run: the schedule falls to zero by it, and a training that
is broken off and resumed takes the same course.
"""

from __future__ import annotations

import copy
import dataclasses
import time
from typing import Any

import lightning.pytorch as pl
import torch

from vschaos.configs.schema import Config
from vschaos.data.loader import FrameSource
from vschaos.errors import TrainingError
from vschaos.training.callbacks import Clock
from vschaos.training.module import TrainingModule
from vschaos.training.ranks import TOGETHER_EVERY
from vschaos.training.stop_flags import StopFlags
from vschaos.training.trainer import Feed, OutOfMemoryError, fit, make_trainer

MONITORING = 0.08
"""Share of the time that is kept for validation, saving and previews, and for what a trial is too short to show."""

TRIAL_SHARE, SHORTEST_TRIAL_S, LONGEST_TRIAL_S = 0.05, 1.0, 10.0
WARM_UP_STEPS = 5
"""The first steps are slow: memory is fetched, and kernels are chosen."""


class Trial(pl.Callback):
    """Times steps, and ends the trial when its time is over.

    Attributes
    ----------
    steps_per_s
        What was measured.
    """

    def __init__(self, seconds: float, orders: StopFlags, clock: Clock = time.monotonic) -> None:
        self.steps_per_s = 0.0
        self._seconds = seconds
        self._orders = orders
        self._clock = clock
        self._start = 0.0
        self._begun = False

    def on_train_batch_end(self, trainer: pl.Trainer, *_: Any, **__: Any) -> None:
        """Count; the leading process says when it is enough."""
        if trainer.global_step == WARM_UP_STEPS:
            self._begun, self._start = True, self._clock()
            return
        if not self._begun or (trainer.world_size > 1 and trainer.global_step % TOGETHER_EVERY):
            return
        steps, elapsed_s = trainer.global_step - WARM_UP_STEPS, self._clock() - self._start
        over = elapsed_s >= self._seconds or self._orders.any
        over, rate = trainer.strategy.broadcast((over, steps / max(elapsed_s, 1e-6)))
        if over:
            self.steps_per_s = rate
            trainer.should_stop = True


def lay_out(
    config: Config, module: TrainingModule, source: FrameSource, device: torch.device, orders: StopFlags, minutes: float
) -> int:
    """How many steps fit into so many minutes.

    Parameters
    ----------
    config
        The resolved configuration.
    module
        The network; the trial learns with a copy.
    source, device
        What the steps are made of.
    orders
        Looked at between the trial's steps.
    minutes
        Time for all of it, the trial included.
    """
    budget_s = 60.0 * minutes
    trial_s = min(max(TRIAL_SHARE * budget_s, SHORTEST_TRIAL_S), LONGEST_TRIAL_S)
    trial = Trial(trial_s, orders)
    endless = dataclasses.replace(config.training, max_steps=10**9, validation_every=10**9)
    rehearsal = dataclasses.replace(config, training=endless)
    trainer = make_trainer(rehearsal, device, [trial])
    trainer.limit_val_batches = 0
    try:
        fit(trainer, copy.deepcopy(module), Feed(rehearsal, source))
    except OutOfMemoryError as error:
        raise TrainingError(
            "The computer does not have enough memory for this training.",
            "Choose a smaller training.batch_size or a smaller configuration, or close other programs.",
        ) from error
    left_s = max(budget_s - trial_s, 0.0) * (1.0 - MONITORING)
    return max(1, int(left_s * trial.steps_per_s))
