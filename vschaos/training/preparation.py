"""Before the first step: the sounds and labels of the configuration's folder, checked, prepared and reported."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path

from vschaos.configs.schema import Config, Mix
from vschaos.data.doctor.findings import counted
from vschaos.data.labels.model import Labels
from vschaos.data.loader import FrameSource
from vschaos.data.scan import ScanReport, require_audible, require_sounds, scan_folder
from vschaos.data.store import Store, open_store
from vschaos.errors import ConfigError
from vschaos.messages import Problem
from vschaos.training.events import Preparing, Sink
from vschaos.training.label_reading import load_labels, require_learnable
from vschaos.training.stop_flags import StopFlags


class PreparationCancelledError(Exception):
    """Raised out of a stage before the first step, when an order came; there is nothing to keep yet."""


@dataclass(frozen=True)
class TrainingData:
    """What a training learns from: the sounds as they were found, prepared, and windows of them with their labels."""

    report: ScanReport
    store: Store
    source: FrameSource

    @property
    def keys(self) -> dict[str, str]:
        """What each sound's content is known by, by the sound's name."""
        return {sound.name: sound.key for sound in self.store.sounds}


def prepare(config: Config, sink: Sink, orders: StopFlags) -> TrainingData:
    """Sounds and labels, and which of them are held out.

    Raises
    ------
    DatasetError
        If there is nothing to learn from, or a label is missing.
    PreparationCancelledError
        If an order came meanwhile.
    """
    report, labels, store = _load(config, sink, orders)
    source = FrameSource(store, config.data.validation_share, config.training.seed, labels)
    require_learnable(source)
    return TrainingData(report, store, source)


def _load(config: Config, sink: Sink, orders: StopFlags) -> tuple[ScanReport, Labels, Store]:
    """Find, check and resample the sounds of ``config.data.dataset``; every file left out is reported.

    Raises
    ------
    DatasetError
        If there is nothing to learn from, or nothing but silence, or a label is missing.
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
        mix=Mix(dataset.mix),
        on_progress=lambda done, total: progress("Checking the sounds", done, total),
        cancelled=lambda: orders.any,
    )
    if orders.any:
        raise PreparationCancelledError
    require_sounds(report)
    if dataset.n_files:
        report = dataclasses.replace(report, files=report.files[: dataset.n_files])
    report = require_audible(report)
    labels = load_labels(config, report, sink, orders)
    store = open_store(
        report,
        config.representation.sample_rate_hz,
        on_progress=lambda done, total: progress("Preparing the sounds", done, total),
    )
    if report.left_out:
        sentence = f"Left out by choice: {counted(len(report.left_out), 'sound')}."
        sink(Problem(sentence, "Tick them on the Sounds page to use them.", is_error=False))
    for rejection in (*report.rejected, *store.failed):
        sink(Problem(f"{rejection.relative} is left out: {rejection.reason}", rejection.remedy, is_error=False))
    return report, labels, store
