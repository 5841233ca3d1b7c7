"""Before the first step: the sounds and labels of the configuration's folder, checked, prepared and told of."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path

from vschaos.configs.schema import Config, MetadataCallback
from vschaos.data.label_files import Wanted, read_labels
from vschaos.data.labels import Labels
from vschaos.data.loader import FrameSource
from vschaos.data.scan import ScanReport, require_sounds, scan_folder
from vschaos.data.store import Store, open_store
from vschaos.errors import ConfigError
from vschaos.training.events import Preparing, Sink, Warned
from vschaos.training.orders import Orders


class PreparationCancelledError(Exception):
    """Raised out of a stage before the first step, when an order came; there is nothing to keep yet."""


@dataclass(frozen=True)
class Ground:
    """What a training learns from: the sounds as they were found, prepared, and windows of them with their labels."""

    report: ScanReport
    store: Store
    source: FrameSource

    @property
    def keys(self) -> dict[str, str]:
        """What each sound's content is known by, by the sound's name."""
        return {sound.name: sound.key for sound in self.store.sounds}


def prepare(config: Config, sink: Sink, orders: Orders) -> Ground:
    """Sounds and labels, and which of them are held out.

    Raises
    ------
    DatasetError
        If there is nothing to learn from, or a label is missing.
    PreparationCancelledError
        If an order came meanwhile.
    """
    report, store = load_sounds(config, sink, orders)
    labels = load_labels(config, report, store, sink)
    return Ground(report, store, FrameSource(store, config.data.validation_share, config.training.seed, labels))


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
