"""One training from a folder of sounds to an instrument: the job behind ``vschaos train`` and the Learn page.

Runs in a process of its own. Whatever ends it early (an order, a signal, a full disk), what was saved before stays
playable.
"""

from __future__ import annotations

import dataclasses
import logging
import math
import shutil
import warnings
from collections.abc import Sequence
from pathlib import Path

import lightning.pytorch as pl
import numpy as np
import torch
import yaml
from lightning.pytorch.callbacks import ModelCheckpoint
from lightning.pytorch.loggers import CSVLogger, TensorBoardLogger
from torch.utils.data import DataLoader, IterableDataset

from vschaos.configs.schema import Config, MetadataCallback
from vschaos.data.label_files import Wanted, read_labels
from vschaos.data.labels import Labels
from vschaos.data.loader import FrameSource
from vschaos.data.scan import ScanReport, require_sounds, scan_folder
from vschaos.data.store import Store, open_store
from vschaos.devices import choose_device
from vschaos.errors import ConfigError, TrainingError
from vschaos.instrument.build import label_cards
from vschaos.instrument.library import run_versions
from vschaos.training.augment import frame_lengths, labels_can_follow, transposed_labels
from vschaos.training.callbacks import ObeyOrders, SaveInstruments, Sink, TellProgress
from vschaos.training.events import Finished, Outcome, Preparing, Started, Warned
from vschaos.training.module import Batch, TrainingModule
from vschaos.training.orders import Orders
from vschaos.training.snapshot import LatentMapper, audible_frames, training_card

MAP_FRAMES = 8192
VALIDATION_FRAMES = 2048


class PreparationCancelledError(Exception):
    """Raised out of a stage before the first step, when an order came; there is nothing to keep yet."""


class RandomFrames(IterableDataset[Batch]):
    """Endless batches of raw frames from anywhere in the training sounds, with their labels.

    All frames of a batch have one of ``lengths``, in samples, drawn anew for each; those of another length than
    ``n_fft`` are transposed, and their labels with them.
    """

    def __init__(self, source: FrameSource, batch_size: int, lengths: Sequence[int], n_fft: int, seed: int) -> None:
        self._source = source
        self._tasks = [task.name for task in source.labels.tasks]
        self._batch_size = batch_size
        self._lengths = lengths
        self._n_fft = n_fft
        self._rng = np.random.default_rng(seed)

    def __iter__(self) -> RandomFrames:
        return self

    def __next__(self) -> Batch:
        length = self._lengths[int(self._rng.integers(len(self._lengths)))]
        frames, labels = self._source.batch(self._rng, self._batch_size, length)
        semitones = round(12 * math.log2(length / self._n_fft))
        return torch.from_numpy(frames), torch.from_numpy(transposed_labels(labels, self._tasks, semitones))


def load_sounds(config: Config, sink: Sink, orders: Orders) -> tuple[ScanReport, Store]:
    """Find, check and resample the sounds of ``config.data.dataset``; every file left out is told of.

    Raises
    ------
    DatasetError
        If there is nothing to learn from.
    PreparationCancelledError
        If an order came meanwhile.
    """

    def progress(what: str, done: int, total: int) -> None:
        if orders.any:
            raise PreparationCancelledError
        sink(Preparing(what, done, total))

    dataset = config.data.dataset
    if not dataset.root:
        raise ConfigError("No folder of sounds is given.", "Add +data.dataset.root=FOLDER.")
    report = scan_folder(
        Path(dataset.root).expanduser(),
        on_progress=lambda done, total: progress("Checking the sounds", done, total),
        cancelled=lambda: orders.any,
    )
    if orders.any:
        raise PreparationCancelledError
    require_sounds(report)
    if dataset.n_files:
        report = dataclasses.replace(report, files=report.files[: dataset.n_files])
    store = open_store(
        report,
        config.representation.sample_rate_hz,
        on_progress=lambda done, total: progress("Preparing the sounds", done, total),
    )
    for rejection in (*report.rejected, *store.failed):
        sink(Warned(f"{rejection.relative} is left out: {rejection.reason}", rejection.remedy))
    return report, store


def load_labels(config: Config, report: ScanReport, store: Store, sink: Sink) -> Labels:
    """Read the labels that the model has a use for; every line that cannot be taken is told of.

    Raises
    ------
    DatasetError
        If the folder lacks one of them.
    """
    callbacks = config.data.dataset.metadata_callbacks
    wanted: list[Wanted] = []
    for task in config.model.tasks:
        callback = callbacks.get(task, MetadataCallback())
        kind = callback.type or ("float" if config.model.continuous(task) else "int")
        wanted.append(Wanted(task, callback.name or None, kind))  # pyright: ignore[reportArgumentType]
    labels, problems = read_labels(report.root, wanted, [sound.name for sound in store.sounds])
    for problem in problems:
        sink(Warned(str(problem), problem.remedy))
    for task in labels.tasks:
        spans = [span for entry in labels.entries[task.name].values() for span in entry.spans]
        largest, classes = max((span.value or 0.0 for span in spans), default=0.0), config.model.dim(task.name)
        if not config.model.continuous(task.name) and largest >= classes:
            sink(
                Warned(
                    f"{task.name} has class {largest:.0f}; the model knows 0 to {classes - 1}, others are unknown.",
                    f"Raise dim of {task.name} in model.conditioning and model.prediction to {largest + 1:.0f}.",
                )
            )
    return labels


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
        run = _new_run(Path(config.rundir).expanduser(), config)
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
    _fit(trainer, module, _loader(config, source), _validation_loader(config, source))

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


def _loader(config: Config, source: FrameSource) -> DataLoader[Batch]:
    course, n_fft = config.training, config.representation.n_fft
    follow = labels_can_follow({task: config.model.dim(task) for task in config.model.tasks})
    lengths = frame_lengths(n_fft, course.transpose if follow else 0)
    frames = RandomFrames(source, course.batch_size, lengths, n_fft, course.seed)
    return DataLoader(frames, batch_size=None)


def _validation_loader(config: Config, source: FrameSource) -> DataLoader[Batch]:
    representation = config.representation
    frames, _, labels = source.grid("validation", representation.hop_samples, representation.n_fft, VALIDATION_FRAMES)
    batches = list(zip(torch.from_numpy(frames).split(512), torch.from_numpy(labels).split(512), strict=True))
    return DataLoader(batches, batch_size=None)  # pyright: ignore[reportArgumentType]


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


def _new_run(rundir: Path, config: Config) -> Path:
    """The next free ``version_N`` of ``rundir/name``, made now, with the resolved configuration inside."""
    training = rundir / config.name
    try:
        training.mkdir(parents=True, exist_ok=True)
        number = max(run_versions(training), default=-1) + 1
        while True:
            run = training / f"version_{number}"
            try:
                run.mkdir()
                break
            except FileExistsError:
                number += 1
        (run / "config.yaml").write_text(
            yaml.safe_dump(config.to_plain(), sort_keys=False, allow_unicode=True), encoding="utf-8"
        )
    except OSError as error:
        raise TrainingError(
            f"The run's folder “{training}” could not be made: {error.strerror or error}.",
            "Choose a rundir that you may write to, on a disk with free space.",
        ) from error
    return run


def _hush_lightning() -> None:
    """Lightning's hints are for its own developers; our events say what a musician wants to know."""
    logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore", module=r"lightning\.")
    warnings.filterwarnings("ignore", message=r".*lr_scheduler\.step\(\).*")
