"""The network of a training at its beginning, and what makes instruments of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from vschaos.configs.schema import Config
from vschaos.data.loader import FrameSource
from vschaos.data.pitch.notes import PITCH
from vschaos.errors import InstrumentError, TrainingError
from vschaos.instrument.build import label_cards
from vschaos.instrument.bundle import Instrument, read_instrument
from vschaos.instrument.library import LAST
from vschaos.training.batches import farthest_transposition
from vschaos.training.latent_mapper import LatentMapper, RunFeatures, audible_frames, levels_db, training_card
from vschaos.training.module import TrainingModule
from vschaos.training.preparation import TrainingData
from vschaos.training.walk_fitting import MOST_RUNS, run_frames
from vschaos.training.warm_start import LabelledNetwork, begin_as

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
    earlier: Instrument | None = None,
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
    earlier
        The instrument as which a new network begins, if it does not begin at random.

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
    class_names = {task.name: task.classes for task in source.labels.tasks}
    if earlier is not None:
        begin_as(LabelledNetwork(module.autoencoder, config.model, class_names), earlier, features)
        module.averaged.load_state_dict(module.autoencoder.state_dict())
    if weights is not None:
        try:
            module.load_state_dict(dict(weights))
        except RuntimeError as error:
            raise TrainingError(
                f"The checkpoint in “{run}” does not fit this run's configuration.",
                "It may come from another version of this program. Start a new training.",
            ) from error
    names = tuple(item.name for item in store.sounds)
    cards = label_cards(config.model, module.autoencoder, class_names)
    followed = _layout_of(earlier) if run is None else _last_of(run)
    card = training_card(config, configuration, names, store.total_s, cards, _started_from(earlier, followed))
    level_db, runs = levels_db(frames[audible]), _runs(module, source, config)
    mapper = LatentMapper(config, features, columns, sound[audible], card, followed, level_db, runs)
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


def _layout_of(earlier: Instrument | None) -> Instrument | None:
    """The instrument that a training starts from, with a map that knows no sounds: they were others."""
    if earlier is None or earlier.latent_map is None:
        return earlier
    return replace(earlier, latent_map=replace(earlier.latent_map, points=np.zeros((0, 2), np.float32)))


def _started_from(earlier: Instrument | None, followed: Instrument | None) -> str:
    """The name of the instrument that this training started from."""
    if earlier is not None:
        return earlier.card.name
    return "" if followed is None else followed.card.training.started_from


def _last_of(run: Path) -> Instrument | None:
    """The last instrument of a run that goes on; None if it has none."""
    try:
        return read_instrument(run / LAST, with_weights=False)
    except InstrumentError:
        return None
