"""The network of a training at its beginning, and what makes instruments of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from vschaos.configs.schema import Config
from vschaos.data.loader import FrameSource
from vschaos.data.pitch.notes import PITCH
from vschaos.errors import InstrumentError, TrainingError
from vschaos.instrument.build import label_cards
from vschaos.instrument.bundle import read_instrument
from vschaos.instrument.library import LAST
from vschaos.latent.axes import LatentAxes
from vschaos.latent.latent_map import LatentMap
from vschaos.training.batches import farthest_transposition
from vschaos.training.latent_mapper import LatentMapper, RunFeatures, audible_frames, levels_db, training_card
from vschaos.training.module import TrainingModule
from vschaos.training.preparation import TrainingData
from vschaos.training.walk_fitting import MOST_RUNS, run_frames

MAP_FRAMES = 8192


@dataclass(frozen=True)
class Network:
    """What learns, and what makes instruments of it."""

    module: TrainingModule
    mapper: LatentMapper

    @property
    def parameters(self) -> int:
        """How many weights the auto-encoder has."""
        return sum(weight.numel() for weight in self.module.autoencoder.parameters())


def build_network(
    config: Config,
    configuration: str,
    data: TrainingData,
    run: Path | None = None,
    weights: Mapping[str, Tensor] | None = None,
) -> Network:
    """Make a network that knows its training set's statistics.

    Parameters
    ----------
    config
        The resolved configuration.
    configuration
        Its name, for the card.
    ground
        The sounds.
    run
        The run that goes on, if one does: its last instrument's axes keep their direction.
    weights
        Weights and statistics of that run, by name in the module.

    Raises
    ------
    TrainingError
        If the weights are not of this configuration.
    """
    representation, store, source = config.representation, data.store, data.source
    frames, sound, labels = source.grid("train", representation.hop_samples, representation.n_fft, MAP_FRAMES)
    audible = audible_frames(frames)
    module = TrainingModule(config)
    with torch.no_grad():
        features = module.features(torch.from_numpy(frames[audible]))
    columns = torch.from_numpy(labels[audible])
    module.fit_statistics(features, torch.cat([columns, _not_among(columns, source, config)]))
    if weights is not None:
        try:
            module.load_state_dict(dict(weights))
        except RuntimeError as error:
            raise TrainingError(
                f"The checkpoint in “{run}” does not fit this run's configuration.",
                "It may come from another version of this program. Start a new training.",
            ) from error
    names = tuple(item.name for item in store.sounds)
    class_names = {task.name: task.classes for task in source.labels.tasks}
    cards = label_cards(config.model, module.autoencoder, class_names)
    card = training_card(config, configuration, names, store.total_s, cards)
    axes, terrain = (None, None) if run is None else _earlier(run / LAST)
    level_db, runs = levels_db(frames[audible]), _runs(module, source, config)
    mapper = LatentMapper(config, features, columns, sound[audible], card, axes, terrain, level_db, runs)
    return Network(module, mapper)


def _runs(module: TrainingModule, source: FrameSource, config: Config) -> RunFeatures | None:
    """Runs of consecutive frames, from which the walk is learned; None where no sound is as long as one."""
    representation = config.representation
    count = run_frames(representation.sample_rate_hz, representation.hop_samples)
    frames, labels = source.runs("train", representation.hop_samples, representation.n_fft, count, MOST_RUNS)
    if not len(frames):
        return None
    with torch.no_grad():
        features = module.features(torch.from_numpy(frames))
    return RunFeatures(features, torch.from_numpy(labels), levels_db(frames).astype(np.float64).reshape(-1, count))


def _not_among(columns: Tensor, source: FrameSource, config: Config) -> Tensor:
    """Rows (M, K), as labels (N, K) have them, of the values that are learnt and that none of these frames has.

    Of thousands of sounds, a few thousand frames may miss a class that one of them has, or the largest quantity; and
    pitches that no sound has are learnt from transposed ones.
    """
    rows = []
    semitones = farthest_transposition(config)
    for column, (task, learnt) in enumerate(source.label_values("train").items()):
        values = torch.from_numpy(learnt)
        if not len(values):
            continue
        if task == PITCH.name and semitones:
            values = ((values[:, None] + torch.arange(-semitones, semitones + 1)) % len(PITCH.classes)).unique()
        if source.labels.task(task).kind == "float":
            values = torch.stack([values.min(), values.max()])
        values = values[~torch.isin(values, columns[:, column])]
        row = columns.new_full((len(values), columns.shape[1]), torch.nan)
        row[:, column] = values
        rows.append(row)
    return torch.cat([columns[:0], *rows])


def _earlier(path: Path) -> tuple[LatentAxes | None, LatentMap | None]:
    """Axes and map of an earlier instrument, so that a gesture keeps its direction; None if there is none to follow."""
    try:
        instrument = read_instrument(path, with_weights=False)
    except InstrumentError:
        return None, None
    return instrument.axes, instrument.latent_map
