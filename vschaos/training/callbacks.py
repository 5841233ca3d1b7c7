"""What happens beside the steps: telling of progress, saving instruments, obeying orders."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import lightning.pytorch as pl
import torch

from vschaos.errors import InstrumentError
from vschaos.instrument.bundle import write_instrument
from vschaos.instrument.library import BEST, LAST
from vschaos.training.events import InstrumentSaved, Progress, Sink, Validated, Warned
from vschaos.training.losses import active_dimensions
from vschaos.training.module import TrainingModule
from vschaos.training.orders import Orders, stop_on_signals
from vschaos.training.snapshot import LatentMapper

Clock = Callable[[], float]


class ObeyOrders(pl.Callback):
    """Ends the training when told to."""

    def __init__(self, orders: Orders) -> None:
        self._orders = orders

    def on_train_start(self, trainer: pl.Trainer, pl_module: pl.LightningModule) -> None:  # noqa: ARG002 (Lightning's)
        """Take the signals back: Lightning's own handler ends the process without keeping anything."""
        stop_on_signals(self._orders)

    def on_train_batch_end(self, trainer: pl.Trainer, *_: Any, **__: Any) -> None:
        """Look at the flags."""
        if self._orders.any:
            trainer.should_stop = True


class TellProgress(pl.Callback):
    """Sends :class:`Progress` a few times a second; the means are taken on the device, without waiting for it.

    Parameters
    ----------
    sink
        Takes the events.
    batch_audio_s
        Seconds of sound that a batch stands for: frames × hop.
    every_s
        Seconds between two events.
    clock
        Monotonic seconds.
    """

    def __init__(self, sink: Sink, batch_audio_s: float, every_s: float = 0.25, clock: Clock = time.monotonic) -> None:
        self._sink = sink
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
        """Add up, and tell when it is time."""
        for name in ("loss", "reconstruction", "divergence"):
            self._sums[name] = self._sums.get(name, 0.0) + outputs[name].detach()
        self._steps += 1
        now = self._clock()
        if now - self._last < self._every_s and trainer.global_step < trainer.max_steps:
            return
        elapsed = max(now - self._start, 1e-9)
        done = trainer.global_step - self._first_step
        means = {name: float(total) / self._steps for name, total in self._sums.items()}
        self._sink(
            Progress(
                step=trainer.global_step,
                steps=trainer.max_steps,
                active_dims=active_dimensions(outputs["mean"]),
                eta_s=elapsed / max(done, 1) * (trainer.max_steps - trainer.global_step),
                audio_s_per_s=done * self._batch_audio_s / elapsed,
                **means,
            )
        )
        if trainer.logger is not None:
            for logger in trainer.loggers:
                logger.log_metrics(means, step=trainer.global_step)
        self._sums, self._steps, self._last = {}, 0, now


class SaveInstruments(pl.Callback):
    """Writes ``last.vschaos`` now and then and at the end, and ``best.vschaos`` when the held-out error falls.

    A full disk does not end the training: the user is told, and the next save is tried.
    """

    def __init__(
        self, run: Path, mapper: LatentMapper, sink: Sink, every_s: float, clock: Clock = time.monotonic
    ) -> None:
        self._run = run
        self._mapper = mapper
        self._sink = sink
        self._every_s = every_s
        self._clock = clock
        self._last_saved = clock()
        self._warned = False
        self._best = float("inf")
        self.error_db: float | None = None
        self.label_accuracy: float | None = None

    def on_train_batch_end(self, trainer: pl.Trainer, pl_module: pl.LightningModule, *_: Any, **__: Any) -> None:
        """Save when it is time."""
        if self._clock() - self._last_saved >= self._every_s:
            self._try_save(trainer, pl_module, LAST)

    def on_validation_end(self, trainer: pl.Trainer, pl_module: pl.LightningModule) -> None:
        """Take the held-out error; save when it is the lowest so far."""
        if trainer.sanity_checking or "error_db" not in trainer.callback_metrics:
            return
        self.error_db = float(trainer.callback_metrics["error_db"])
        accuracy = trainer.callback_metrics.get("label_accuracy")
        self.label_accuracy = None if accuracy is None else float(accuracy)
        self._sink(Validated(trainer.global_step, self.error_db, self.label_accuracy))
        if self.error_db < self._best:
            self._best = self.error_db
            self._try_save(trainer, pl_module, BEST)

    def save(self, module: TrainingModule, step: int, file_name: str = LAST) -> Path:
        """Write the instrument as it is now.

        Raises
        ------
        InstrumentError
            If it cannot be written; the one saved before is untouched.
        """
        path = self._run / file_name
        write_instrument(path, self._mapper.instrument(module.averaged, step, self.error_db, self.label_accuracy))
        self._last_saved = self._clock()
        self._sink(InstrumentSaved(str(path), step, best=file_name == BEST))
        return path

    def _try_save(self, trainer: pl.Trainer, module: pl.LightningModule, file_name: str) -> None:
        assert isinstance(module, TrainingModule)
        try:
            self.save(module, trainer.global_step, file_name)
        except InstrumentError as error:
            self._last_saved = self._clock()
            if not self._warned:
                self._sink(Warned(error.sentence, f"Learning goes on. {error.remedy}"))
            self._warned = True
