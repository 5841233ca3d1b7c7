"""The steps of a training, from wherever it stands to its end, with less memory if need be."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch

from vschaos.configs.schema import Config
from vschaos.errors import TrainingError
from vschaos.messages import Problem
from vschaos.training import checkpoints
from vschaos.training.callbacks import EndInTime, ProgressReporter
from vschaos.training.checkpointer import Checkpointer
from vschaos.training.curves import CurveTable
from vschaos.training.events import Finished, Outcome, Sink
from vschaos.training.memory import with_half_the_batch
from vschaos.training.network import Network
from vschaos.training.preparation import TrainingData
from vschaos.training.previews import Previewer, excerpt
from vschaos.training.stop_flags import StopFlags
from vschaos.training.trainer import LOGS, Feed, OutOfMemoryError, fit, make_trainer

OVERTIME = 1.2
"""A course of so many minutes ends at this many times those, finished or not: other programs may slow it down."""

TRUSTWORTHY_S = 20.0
"""A speed that was measured for less time than this says little of a whole course."""


@dataclass(frozen=True)
class Start:
    """Where the steps begin: after so many, and from which checkpoint, if from one."""

    step: int = 0
    checkpoint: Path | None = None


@dataclass(frozen=True)
class TrainingPlace:
    """Where they are computed and kept: the kind of device, and the run's folder; None where nothing is kept."""

    device: torch.device
    run: Path | None


def learn(
    config: Config,
    network: Network,
    data: TrainingData,
    place: TrainingPlace,
    start: Start,
    sink: Sink,
    orders: StopFlags,
    on_change: Callable[[Config], None],
) -> tuple[Finished, float]:
    """Learn until the course, its time, the user's orders or its patience end it.

    Parameters
    ----------
    config
        The resolved configuration.
    network, ground
        What learns, from what.
    place, start
        Where it is computed and kept, and where it begins.
    sink
        Takes the events.
    orders
        Looked at between steps.
    on_change
        Takes the configuration when it had to be changed: a smaller batch.

    Returns
    -------
    tuple
        The last event, and how much sound was used in a second; 0 where it was too short to measure.

    Raises
    ------
    VschaosError
        If it cannot go on, or its last instrument cannot be saved.
    """
    course, run = config.training, place.run
    table = None if run is None else CurveTable(run / LOGS / "metrics.csv", start.step)
    saver = Checkpointer(
        run,
        network.mapper,
        _previewer(config, run, data),
        table,
        sink,
        orders,
        every_s=course.checkpoint_every_s,
        validation_every=course.validation_every,
        patience=course.patience,
        source=None if run is None else data.source,
    )
    ender = EndInTime(orders, OVERTIME * 60 * course.minutes or math.inf)
    hop_s = config.representation.hop_samples / config.representation.sample_rate_hz
    while True:
        teller = ProgressReporter(sink, config.training.batch_size * hop_s, table)
        network.module.config = config
        trainer = make_trainer(config, place.device, [ender, teller, saver], run, start.step)
        try:
            fit(trainer, network.module, Feed(config, data.source), start.checkpoint)
            break
        except OutOfMemoryError as error:
            start = _start_after(trainer.global_step, trainer.world_size, run, error)
            config = with_half_the_batch(config)
        sink(
            Problem(
                f"Memory ran out: from step {start.step}, a batch has {config.training.batch_size} spectra.",
                "Close other programs to leave more memory for the next training.",
                is_error=False,
            )
        )
        on_change(config)
    if orders.cancel.is_set():
        return Finished(Outcome.CANCELLED, "", "", trainer.global_step), 0.0
    outcome = Outcome.FLAT if saver.flat else Outcome.STOPPED
    outcome = Outcome.COMPLETE if trainer.global_step >= trainer.max_steps else outcome
    speed = teller.audio_s_per_s if ender.elapsed_s >= TRUSTWORTHY_S else 0.0
    return Finished(outcome, str(run or ""), str(saver.last or ""), trainer.global_step), speed


def _previewer(config: Config, run: Path | None, data: TrainingData) -> Previewer | None:
    if run is None or not config.training.previews_every_s:
        return None
    representation = config.representation
    sound = excerpt(data.store, data.source, representation.hop_samples)
    return Previewer(run, sound, config.training.previews_every_s)


def _start_after(step: int, processes: int, run: Path | None, shortage: OutOfMemoryError) -> Start:
    """Where to go on: from the checkpoint that was saved when the memory ran out."""
    if processes > 1 or run is None:
        raise TrainingError(
            "One of the devices does not have enough memory for this training.",
            "Choose a smaller training.batch_size or more devices, and resume the training.",
        ) from shortage
    return Start(step, run / checkpoints.FOLDER / checkpoints.LAST)
