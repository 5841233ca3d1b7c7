"""What a training keeps while it runs: checkpoints and their instruments, the best and the last; and how it is judged.

Both files of a pair are written one after the other from the same weights, the checkpoint first. Whatever ends the
process, each is whole: the old one or the new one.
"""

from __future__ import annotations

import dataclasses
import math
import time
from pathlib import Path
from typing import Any

import lightning.pytorch as pl
import torch
from lightning.pytorch.loggers import TensorBoardLogger

from vschaos.data.loader import FrameSource
from vschaos.errors import AudioFileError, InstrumentError, TrainingError, VschaosError
from vschaos.instrument.bundle import Instrument, write_instrument
from vschaos.instrument.library import BEST, LAST
from vschaos.messages import Problem
from vschaos.training import checkpoints
from vschaos.training.callbacks import Clock
from vschaos.training.checkpoints import AtomicCheckpoints
from vschaos.training.curves import CurveTable
from vschaos.training.events import InstrumentSaved, Sink, Validated
from vschaos.training.latent_mapper import LatentMapper
from vschaos.training.memory import is_out_of_memory
from vschaos.training.module import TrainingModule
from vschaos.training.phrase_learning import LIMIT_S, learn_phrases
from vschaos.training.previews import Previewer
from vschaos.training.ranks import agreed, deciding, whole_mean
from vschaos.training.stop_flags import StopFlags
from vschaos.training.trend import Judgement, trend

PHRASES_SHARE = 0.1
"""Of the training's time, at most, goes into the phrases."""
LEAST_PHRASES_S = 1.0
"""Seconds in which nothing can be learned of them."""


class Checkpointer(pl.Callback):
    """Saves ``last`` now and then and at the end, ``best`` when the held-out error falls, and stops when it never does.

    A full disk does not end the training: the user is warned, and the next save is tried. The last must succeed.

    Attributes
    ----------
    history
        All validations so far.
    flat
        Whether it ended the training because the error had not fallen for so long.
    last
        The newest ``last.vschaos``; None before the first.

    Parameters
    ----------
    run
        The run's folder; None in a process that does not lead, and saves nothing.
    mapper
        Makes instruments.
    previewer
        Makes sounds of them; None for none.
    table
        Takes the held-out errors; None where nothing is written.
    sink
        Takes the events.
    orders
        Looked at in the end.
    every_s
        Seconds between two saves of ``last``.
    validation_every
        Steps between two validations.
    patience
        Validations without a lower error that end the training; 0: it never ends so.
    source
        The sounds whose phrases are learned in the end; None for none.
    clock
        Monotonic seconds.
    """

    def __init__(
        self,
        run: Path | None,
        mapper: LatentMapper,
        previewer: Previewer | None,
        table: CurveTable | None,
        sink: Sink,
        orders: StopFlags,
        every_s: float,
        validation_every: int,
        patience: int = 0,
        source: FrameSource | None = None,
        clock: Clock = time.monotonic,
    ) -> None:
        self.history: list[Judgement] = []
        self.flat = False
        self.last: Path | None = None
        self._instrument: Instrument | None = None
        self._run = run
        self._mapper = mapper
        self._previewer = previewer
        self._table = table
        self._sink = sink
        self._orders = orders
        self._every_s = every_s
        self._validation_every = validation_every
        self._patience = patience
        self._source = source
        self._clock = clock
        self._began = self._last_saved = clock()
        self._warned = False
        self._label_accuracy: float | None = None
        self._reconstruction: torch.Tensor | float = 0.0
        self._steps = 0
        self._loss = torch.zeros(())

    @property
    def error_db(self) -> float | None:
        """The newest held-out error, if there is one."""
        return self.history[-1].error_db if self.history else None

    def state_dict(self) -> dict[str, Any]:
        """What a resumed training must know."""
        return {
            "history": [(item.step, item.error_db, item.reconstruction) for item in self.history],
            "label_accuracy": self._label_accuracy,
            "reconstruction": float(self._reconstruction),
            "steps": self._steps,
        }

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """Go on from there."""
        self.history = [Judgement(*item) for item in state_dict["history"]]
        self._label_accuracy = state_dict["label_accuracy"]
        self._reconstruction, self._steps = state_dict["reconstruction"], state_dict["steps"]

    def on_train_batch_end(
        self, trainer: pl.Trainer, pl_module: pl.LightningModule, outputs: Any, *_: Any, **__: Any
    ) -> None:
        """Save when it is time; after the validation where one follows, so that its result is kept too."""
        self._reconstruction = self._reconstruction + outputs["reconstruction"]
        self._steps += 1
        self._loss = outputs["loss"].detach()
        if trainer.global_step % self._validation_every and not trainer.should_stop:
            self._save_in_time(trainer, pl_module)

    def on_validation_end(self, trainer: pl.Trainer, pl_module: pl.LightningModule) -> None:
        """Judge; save when the error is the lowest so far; stop when it has not fallen for long."""
        if trainer.sanity_checking or "error_db" not in trainer.callback_metrics:
            return
        self._require_sense()
        error_db = float(trainer.callback_metrics["error_db"])
        accuracy = trainer.callback_metrics.get("label_accuracy")
        self._label_accuracy = None if accuracy is None else float(accuracy)
        lowest = min((item.error_db for item in self.history), default=math.inf)
        learned = whole_mean(trainer, torch.as_tensor(self._reconstruction) / max(self._steps, 1))
        self.history.append(Judgement(trainer.global_step, error_db, float(learned)))
        self._reconstruction, self._steps = 0.0, 0
        self._sink(Validated(trainer.global_step, error_db, self._label_accuracy, trend(self.history)))
        if self._table is not None:
            self._table.add(trainer.global_step, {name: float(at) for name, at in trainer.callback_metrics.items()})
        if agreed(trainer, error_db < lowest):
            self._try_save(trainer, pl_module, best=True)
        if not trainer.should_stop:
            self.flat = agreed(trainer, self._out_of_patience())
            trainer.should_stop = self.flat
            self._save_in_time(trainer, pl_module)

    def on_train_end(self, trainer: pl.Trainer, pl_module: pl.LightningModule) -> None:
        """Save what it has become, unless it is cancelled.

        Raises
        ------
        InstrumentError, TrainingError
            If that cannot be written; what was saved before is untouched.
        """
        if agreed(trainer, self._orders.cancel.is_set()):
            return
        self._require_sense()
        self._save(trainer, pl_module, best=False, ended=True)
        self._save_phrases(trainer, pl_module)
        self._preview(trainer, last=True)

    def on_exception(self, trainer: pl.Trainer, pl_module: pl.LightningModule, exception: BaseException) -> None:  # noqa: ARG002 (Lightning's)
        """Where memory was not enough, keep what there is: the training goes on from it with smaller steps."""
        if self._run is None or trainer.world_size > 1 or not is_out_of_memory(exception):
            return
        # The step that was interrupted does not count.
        progress = trainer.fit_loop.epoch_loop.batch_progress
        for counts in (progress.total, progress.current):
            counts.reset_on_restart()
        self._save_checkpoint(trainer, checkpoints.LAST)

    def _out_of_patience(self) -> bool:
        errors = [item.error_db for item in self.history]
        return 0 < self._patience < len(errors) and min(errors[-self._patience :]) >= min(errors[: -self._patience])

    def _save_in_time(self, trainer: pl.Trainer, module: pl.LightningModule) -> None:
        due = self._run is not None and self._clock() - self._last_saved >= self._every_s
        if deciding(trainer) and agreed(trainer, due):
            self._require_sense()
            self._try_save(trainer, module, best=False)
            self._preview(trainer)

    def _require_sense(self) -> None:
        """End before invalid weights replace what was saved."""
        if not math.isfinite(float(self._loss)):
            raise TrainingError(
                "The training diverged: its loss is not a number. What was saved before is intact.",
                "Start a new training with a lower training.learning_rate.",
            )

    def _try_save(self, trainer: pl.Trainer, module: pl.LightningModule, *, best: bool) -> None:
        try:
            self._save(trainer, module, best=best)
        except (InstrumentError, TrainingError) as error:
            self._last_saved = self._clock()
            self._warn(error)

    def _save(self, trainer: pl.Trainer, module: pl.LightningModule, *, best: bool, ended: bool = False) -> None:
        assert isinstance(module, TrainingModule)
        step = trainer.global_step
        self._save_checkpoint(trainer, checkpoints.BEST if best else checkpoints.LAST)
        if self._run is None:
            return
        path = self._run / (BEST if best else LAST)
        if self._instrument is None or self._instrument.card.training.steps != step:
            self._instrument = self._mapper.instrument(module.averaged, step, self.error_db, self._label_accuracy)
        write_instrument(path, self._instrument)
        if not best:
            self.last, self._last_saved = path, self._clock()
        self._sink(InstrumentSaved(str(path), step, best, ended))

    def _save_phrases(self, trainer: pl.Trainer, module: pl.LightningModule) -> None:
        """Add what `vschaos.training.phrase_learning` learns to the last instrument, where there is time enough."""
        limit_s = min(LIMIT_S, PHRASES_SHARE * (self._clock() - self._began))
        if self._source is None or self._instrument is None or self.last is None or limit_s < LEAST_PHRASES_S:
            return
        assert isinstance(module, TrainingModule)
        phrases = learn_phrases(
            module.averaged,
            module.config.representation,
            self._source,
            self._instrument.axes,
            limit_s,
            module.config.training.seed,
            self._orders.cancel.is_set,
        )
        if phrases is not None:
            self._instrument = dataclasses.replace(self._instrument, phrases=phrases)
            write_instrument(self.last, self._instrument)
            self._sink(InstrumentSaved(str(self.last), trainer.global_step, best=False, ended=True))

    def _save_checkpoint(self, trainer: pl.Trainer, name: str) -> None:
        """Called in all processes; the leading one writes."""
        folder = (self._run or Path()) / checkpoints.FOLDER
        trainer.save_checkpoint(folder / name)
        writer = trainer.strategy.checkpoint_io
        if self._run is not None and isinstance(writer, AtomicCheckpoints) and writer.failure is not None:
            raise TrainingError(
                f"The checkpoint could not be saved in “{folder}”: {writer.failure.strerror or writer.failure}.",
                "Free space on the disk. What was saved before is intact.",
            ) from writer.failure

    def _preview(self, trainer: pl.Trainer, *, last: bool = False) -> None:
        if self._previewer is None or self._instrument is None or not (last or self._previewer.due):
            return
        try:
            previewed, sounds = self._previewer.render(self._instrument, trainer.global_step)
        except AudioFileError as error:
            self._warn(error)
            return
        self._sink(previewed)
        for logger in trainer.loggers:
            if isinstance(logger, TensorBoardLogger):
                rate = self._instrument.card.sample_rate_hz
                for name, sound in sounds.items():
                    logger.experiment.add_audio(name, sound[:, None].clip(-1.0, 1.0), trainer.global_step, rate)

    def _warn(self, error: VschaosError) -> None:
        if not self._warned:
            self._sink(Problem(error.sentence, f"The training continues. {error.remedy}", is_error=False))
        self._warned = True
