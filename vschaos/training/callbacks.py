"""What happens between the steps besides saving: telling of progress, obeying orders, ending in time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import lightning.pytorch as pl
import torch

from vschaos.training.curves import CurveTable
from vschaos.training.events import Progress, Sink
from vschaos.training.losses import active_dimensions
from vschaos.training.ranks import agreed, deciding, whole_mean
from vschaos.training.stop_flags import StopFlags, stop_on_signals

Clock = Callable[[], float]


class EndInTime(pl.Callback):
    """Ends the training when ordered to, when its steps are done, or when its time is long over.

    Attributes
    ----------
    elapsed_s
        Seconds of learning so far, those of earlier sessions among them.

    Parameters
    ----------
    orders
        Stop and cancel.
    limit_s
        Seconds that it may learn, in all its sessions.
    clock
        Monotonic seconds.
    """

    def __init__(self, orders: StopFlags, limit_s: float = float("inf"), clock: Clock = time.monotonic) -> None:
        self._orders = orders
        self._limit_s = limit_s
        self._clock = clock
        self._before_s = 0.0
        self._start = 0.0

    @property
    def elapsed_s(self) -> float:
        """Seconds of learning so far, those of earlier sessions among them."""
        return self._before_s + (self._clock() - self._start if self._start else 0.0)

    def state_dict(self) -> dict[str, Any]:
        """What a resumed training must know."""
        return {"elapsed_s": self.elapsed_s}

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """Go on counting."""
        self._before_s = state_dict["elapsed_s"]

    def on_train_start(self, trainer: pl.Trainer, pl_module: pl.LightningModule) -> None:  # noqa: ARG002 (Lightning's)
        """Take the signals back: Lightning's own handler ends the process without keeping anything."""
        stop_on_signals(self._orders)
        self._start = self._clock()

    def on_train_batch_end(self, trainer: pl.Trainer, *_: Any, **__: Any) -> None:
        """Look at the flags and the clock. Ending by ``should_stop`` makes Lightning measure the error once more."""
        over = self._orders.any or self.elapsed_s > self._limit_s
        if trainer.global_step >= trainer.max_steps or (deciding(trainer) and agreed(trainer, over)):
            trainer.should_stop = True


class ProgressReporter(pl.Callback):
    """Sends :class:`Progress` a few times a second; the means are taken on the device, without waiting for it.

    Attributes
    ----------
    audio_s_per_s
        Sound used in a second, as last reported; 0 before.

    Parameters
    ----------
    sink
        Takes the events.
    batch_audio_s
        Seconds of sound that a batch stands for: frames × hop.
    table
        Takes the means; None where nothing is written.
    every_s
        Seconds between two events.
    clock
        Monotonic seconds.
    """

    def __init__(
        self,
        sink: Sink,
        batch_audio_s: float,
        table: CurveTable | None = None,
        every_s: float = 0.25,
        clock: Clock = time.monotonic,
    ) -> None:
        self.audio_s_per_s = 0.0
        self._sink = sink
        self._table = table
        self._batch_audio_s = batch_audio_s
        self._every_s = every_s
        self._clock = clock
        self._sums: dict[str, torch.Tensor] = {}
        self._steps = 0
        self._last = self._start = 0.0
        self._first_step = 0

    def on_train_start(self, trainer: pl.Trainer, pl_module: pl.LightningModule) -> None:  # noqa: ARG002 (Lightning's)
        """Start the clock."""
        self._last = self._start = self._clock()
        self._first_step = trainer.global_step

    def on_train_batch_end(
        self,
        trainer: pl.Trainer,
        pl_module: pl.LightningModule,  # noqa: ARG002 (Lightning's)
        outputs: Any,
        *_: Any,
        **__: Any,
    ) -> None:
        """Add up, and report when it is time."""
        for name in ("loss", "reconstruction", "divergence"):
            self._sums[name] = self._sums.get(name, 0.0) + outputs[name].detach()
        self._steps += 1
        now = self._clock()
        if trainer.global_step < trainer.max_steps and not (
            deciding(trainer) and agreed(trainer, now - self._last >= self._every_s)
        ):
            return
        elapsed = max(now - self._start, 1e-9)
        done = trainer.global_step - self._first_step
        means = {name: float(whole_mean(trainer, total / self._steps)) for name, total in self._sums.items()}
        self.audio_s_per_s = done * self._batch_audio_s / elapsed
        self._sink(
            Progress(
                step=trainer.global_step,
                steps=trainer.max_steps,
                active_dims=active_dimensions(outputs["mean"]),
                eta_s=elapsed / max(done, 1) * (trainer.max_steps - trainer.global_step),
                audio_s_per_s=self.audio_s_per_s,
                **means,
            )
        )
        if self._table is not None:
            self._table.add(trainer.global_step, means)
        for logger in trainer.loggers:
            logger.log_metrics(means, step=trainer.global_step)
        self._sums, self._steps, self._last = {}, 0, now
