"""Lightning's trainer as we use it: one device or several, our checkpoints, and its failures as sentences."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import lightning.pytorch as pl
import torch
from lightning.fabric.plugins.environments.slurm import SLURMEnvironment
from lightning.fabric.plugins.environments.torchelastic import TorchElasticEnvironment
from lightning.fabric.utilities.exceptions import MisconfigurationException
from lightning.pytorch.loggers import TensorBoardLogger
from lightning.pytorch.strategies import DDPStrategy
from torch.utils.data import DataLoader

from vschaos.configs.schema import Config
from vschaos.data.loader import FrameSource
from vschaos.devices import device_count
from vschaos.errors import ConfigError, TrainingError
from vschaos.training.batches import training_batches, validation_batches
from vschaos.training.checkpoints import AtomicCheckpoints
from vschaos.training.memory import is_out_of_memory
from vschaos.training.module import Batch, TrainingModule
from vschaos.training.ranks import own_rows

LOGS = "logs"


class Feed(pl.LightningDataModule):
    """Batches from where the training stands, the rows of this process only; and the frames to judge by, to each all."""

    def __init__(self, config: Config, source: FrameSource) -> None:
        super().__init__()
        self._config = config
        self._source = source

    def train_dataloader(self) -> DataLoader[Batch]:
        """The batches to come: batch n is learned in step n."""
        assert self.trainer is not None
        rows = own_rows(self._config.training.batch_size, self.trainer.global_rank, self.trainer.world_size)
        return training_batches(self._config, self._source, rows, first=self.trainer.global_step)

    def val_dataloader(self) -> list[DataLoader[Batch]]:
        """Frames of the held-out sounds, and of the others."""
        return validation_batches(self._config, self._source)


class OutOfMemoryError(Exception):
    """Memory was not enough for a step; the module has the weights that it had before."""


def make_trainer(
    config: Config, device: torch.device, callbacks: Sequence[pl.Callback], run: Path | None = None, first_step: int = 0
) -> pl.Trainer:
    """A trainer for one session.

    Parameters
    ----------
    config
        The resolved configuration.
    device
        The kind of device.
    callbacks
        What happens beside the steps.
    run
        The folder to log into; None for no logs.
    first_step
        Where the session begins: TensorBoard drops what an earlier one logged of later steps.

    Raises
    ------
    ConfigError
        If devices, computers or batch do not fit each other.
    """
    _hush_lightning()
    course = config.training
    devices, nodes = _processes(config, device)
    if course.batch_size % (devices * nodes):
        raise ConfigError(
            f"batch_size is {course.batch_size}, which {devices * nodes} processes cannot share evenly.",
            f"Choose a multiple of {devices * nodes}.",
        )
    logs = [] if run is None else [TensorBoardLogger(run, name="", version=LOGS, purge_step=first_step or None)]
    try:
        return pl.Trainer(
            accelerator={"cpu": "cpu", "cuda": "gpu", "mps": "mps"}[device.type],
            devices=devices,
            num_nodes=nodes,
            strategy=_strategy(config, devices * nodes),
            precision=course.precision,  # pyright: ignore[reportArgumentType]
            max_steps=course.max_steps,
            max_epochs=-1,
            val_check_interval=course.validation_every,
            check_val_every_n_epoch=None,
            num_sanity_val_steps=0,
            gradient_clip_val=1.0,
            plugins=[AtomicCheckpoints()],
            callbacks=list(callbacks),
            logger=logs,
            log_every_n_steps=10**9,
            enable_checkpointing=False,
            enable_progress_bar=False,
            enable_model_summary=False,
            use_distributed_sampler=False,
        )
    except (MisconfigurationException, ValueError, RuntimeError) as error:
        raise ConfigError(
            f"Training is not possible on this computer with these settings: {str(error).splitlines()[0]}",
            "Correct trainer.devices, trainer.num_nodes, trainer.strategy, training.device or training.precision.",
        ) from error


def fit(trainer: pl.Trainer, module: TrainingModule, feed: Feed, checkpoint: Path | None = None) -> None:
    """Train until the trainer's end, from a checkpoint where there is one.

    Raises
    ------
    OutOfMemoryError
        If memory was not enough.
    TrainingError
        If the disk refused.
    """
    try:
        trainer.fit(module, datamodule=feed, ckpt_path=checkpoint)
    except OSError as error:
        if is_out_of_memory(error):
            raise OutOfMemoryError from error
        raise TrainingError(
            f"The run's folder cannot be written: {error.strerror or error}.",
            "Free space on the disk, or choose another rundir. What was saved before is intact.",
        ) from error
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        raise OutOfMemoryError from error


def _hush_lightning() -> None:
    """Lightning's hints are for its own developers; our events say what a musician wants to know."""
    logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)
    logging.getLogger("lightning.fabric").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore", module=r"lightning\.")
    warnings.filterwarnings("ignore", message=r".*lr_scheduler\.step\(\).*")


def _processes(config: Config, device: torch.device) -> tuple[int, int]:
    """Processes on each computer, and computers; torchrun has started them already, and knows how many."""
    if TorchElasticEnvironment.detect():
        return int(os.environ["LOCAL_WORLD_SIZE"]), int(os.environ["GROUP_WORLD_SIZE"])
    if SLURMEnvironment.detect() and SLURMEnvironment().world_size() == 1:
        return 1, 1
    return config.trainer.devices or device_count(device), config.trainer.num_nodes


def _strategy(config: Config, processes: int) -> Any:
    wish = config.trainer.strategy
    if processes == 1 and wish == "auto":
        return "auto"
    # A predictor without a known label in a process's rows gets no gradient there.
    unused = bool(config.model.prediction) or wish == "ddp_find_unused_parameters_true"
    return DDPStrategy(find_unused_parameters=unused)
