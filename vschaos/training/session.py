"""One training from a folder of sounds to an instrument: the job behind ``vschaos train`` and the Learn page.

Runs in a process of its own. Whatever ends it early (an order, a signal, a full disk), what was saved before stays
playable.
"""

from __future__ import annotations

import logging
import math
import shutil
import warnings
from pathlib import Path

import lightning.pytorch as pl
import torch
from lightning.pytorch.callbacks import ModelCheckpoint
from lightning.pytorch.loggers import CSVLogger, TensorBoardLogger
from torch.utils.data import DataLoader

from vschaos.configs.schema import Config
from vschaos.data.loader import FrameSource
from vschaos.data.store import Store
from vschaos.devices import choose_device
from vschaos.errors import ConfigError, TrainingError
from vschaos.instrument.build import label_cards
from vschaos.training.batches import training_batches, validation_batches
from vschaos.training.callbacks import ObeyOrders, SaveInstruments, TellProgress
from vschaos.training.events import Finished, Outcome, Sink, Started
from vschaos.training.module import Batch, TrainingModule
from vschaos.training.orders import Orders
from vschaos.training.preparation import PreparationCancelledError, load_labels, load_sounds
from vschaos.training.runs import new_run
from vschaos.training.snapshot import LatentMapper, audible_frames, training_card

MAP_FRAMES = 8192


def train(config: Config, configuration: str, sink: Sink, orders: Orders) -> Finished:
    """Train to the end, or to an order.

    Parameters
    ----------
    config
        The resolved configuration.
    configuration
        Its name, for the card.
    sink
        Takes the events of `vschaos.training.events`; called from this thread.
    orders
        Looked at between steps.

    Raises
    ------
    VschaosError
        In sentences, when it cannot start or its last instrument cannot be saved.
    """
    if not config.name:
        raise ConfigError("The training has no name.", "Add name=my_training.")
    if "/" in config.name or "\\" in config.name or config.name.startswith("."):
        raise ConfigError(f"“{config.name}” cannot be the name of a folder.", "Choose a name without slashes.")
    _hush_lightning()
    device = choose_device(config.training.device)
    if config.training.threads:
        torch.set_num_threads(config.training.threads)
    pl.seed_everything(config.training.seed, verbose=False)
    try:
        report, store = load_sounds(config, sink, orders)
        labels = load_labels(config, report, store, sink)
        source = FrameSource(store, config.data.validation_share, config.training.seed, labels)
        run = new_run(Path(config.rundir).expanduser(), config)
    except PreparationCancelledError:
        return Finished(Outcome.CANCELLED, "", "", 0)

    module, mapper = _network(config, configuration, store, source)
    saver = SaveInstruments(run, mapper, sink, config.training.checkpoint_every_s)
    trainer = _trainer(config, run, device, [ObeyOrders(orders), _teller(config, sink), saver])
    sink(
        Started(
            run=str(run),
            steps=config.training.max_steps,
            parameters=sum(weight.numel() for weight in module.autoencoder.parameters()),
            audio_s=store.total_s,
            files=len(store.sounds),
            device=str(device),
        )
    )
    _fit(trainer, module, training_batches(config, source), validation_batches(config, source))

    if orders.cancel.is_set():
        shutil.rmtree(run, ignore_errors=True)
        return Finished(Outcome.CANCELLED, "", "", trainer.global_step)
    module.cpu()
    last = saver.save(module, trainer.global_step)
    stopped = trainer.global_step < config.training.max_steps
    return Finished(Outcome.STOPPED if stopped else Outcome.COMPLETE, str(run), str(last), trainer.global_step)


def _network(
    config: Config, configuration: str, store: Store, source: FrameSource
) -> tuple[TrainingModule, LatentMapper]:
    representation = config.representation
    frames, sound, labels = source.grid("train", representation.hop_samples, representation.n_fft, MAP_FRAMES)
    audible = audible_frames(frames)
    module = TrainingModule(config)
    with torch.no_grad():
        features = module.features(torch.from_numpy(frames[audible]))
    columns = torch.from_numpy(labels[audible])
    module.fit_statistics(features, columns)
    names = tuple(item.name for item in store.sounds)
    class_names = {task.name: task.classes for task in source.labels.tasks}
    cards = label_cards(config.model, module.autoencoder, class_names)
    card = training_card(config, configuration, names, store.total_s, cards)
    return module, LatentMapper(config, features, columns, sound[audible], card)


def _teller(config: Config, sink: Sink) -> TellProgress:
    hop_s = config.representation.hop_samples / config.representation.sample_rate_hz
    return TellProgress(sink, config.training.batch_size * hop_s)


def _trainer(config: Config, run: Path, device: torch.device, callbacks: list[pl.Callback]) -> pl.Trainer:
    course = config.training
    checkpoints = ModelCheckpoint(
        run / "checkpoints", filename="best", monitor="error_db", save_last=True, enable_version_counter=False
    )
    return pl.Trainer(
        accelerator={"cpu": "cpu", "cuda": "gpu", "mps": "mps"}[device.type],
        devices=1,
        precision=course.precision,  # pyright: ignore[reportArgumentType]
        max_steps=course.max_steps,
        max_epochs=-1,
        limit_train_batches=course.max_steps,
        val_check_interval=min(course.validation_every, course.max_steps),
        check_val_every_n_epoch=None,
        num_sanity_val_steps=0,
        gradient_clip_val=1.0,
        callbacks=[*callbacks, checkpoints],
        logger=[CSVLogger(run, name="", version="logs"), TensorBoardLogger(run, name="", version="logs")],
        log_every_n_steps=10**9,
        enable_progress_bar=False,
        enable_model_summary=False,
    )


def _fit(trainer: pl.Trainer, module: TrainingModule, training: DataLoader[Batch], held_out: DataLoader[Batch]) -> None:
    try:
        trainer.fit(module, training, held_out)
    except torch.OutOfMemoryError as error:
        raise TrainingError(
            "The computer's memory is not enough for this training.",
            "Choose a smaller training.batch_size or a smaller configuration, or close other programs.",
        ) from error
    except OSError as error:
        raise TrainingError(
            f"The run's folder could not be written: {error.strerror or error}.",
            "Free some space on the disk, or choose another rundir. What was saved before is untouched.",
        ) from error
    if not math.isfinite(float(trainer.callback_metrics.get("loss", torch.tensor(0.0)))):
        raise TrainingError("The training diverged: its loss is no number any more.", "Lower training.learning_rate.")


def _hush_lightning() -> None:
    """Lightning's hints are for its own developers; our events say what a musician wants to know."""
    logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore", module=r"lightning\.")
    warnings.filterwarnings("ignore", message=r".*lr_scheduler\.step\(\).*")
