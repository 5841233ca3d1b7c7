"""The network of a training at its beginning, and what makes instruments of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from vschaos.configs.schema import Config, RepresentationConfig
from vschaos.data.loader import FrameSource
from vschaos.data.pitch.notes import PITCH
from vschaos.errors import InstrumentError, TrainingError
from vschaos.instrument.build import label_cards
from vschaos.instrument.bundle import Instrument, read_instrument
from vschaos.instrument.library import LAST
from vschaos.models.autoencoder import SpectralAutoencoder
from vschaos.training.augment import farthest_transposition, transposed_magnitudes
from vschaos.training.closed_form import solve
from vschaos.training.latent_mapper import LatentMapper, RunFeatures, audible_frames, levels_db, training_card
from vschaos.training.preparation import TrainingData
from vschaos.training.walk_fitting import MOST_RUNS, run_frames
from vschaos.training.warm_start import LabelledNetwork, begin_as
from vschaos.transforms.contrast import make_contrast

if TYPE_CHECKING:
    from vschaos.training.module import TrainingModule

MAP_FRAMES = 8192


@dataclass(frozen=True)
class Network:
    """What learns, and what makes instruments of it."""

    config: Config
    autoencoder: SpectralAutoencoder
    mapper: LatentMapper

    @cached_property
    def module(self) -> TrainingModule:
        """The auto-encoder with what it learns by: made when it is needed, since Lightning takes seconds to import."""
        from vschaos.training.module import TrainingModule

        return TrainingModule(self.config, self.autoencoder)

    @property
    def parameters(self) -> int:
        """How many weights the auto-encoder has."""
        return sum(weight.numel() for weight in self.autoencoder.parameters())


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
    autoencoder = SpectralAutoencoder(representation.bins, config.model)
    features = _features(frames[audible], representation)
    columns = torch.from_numpy(labels[audible])
    autoencoder.fit_statistics(features, torch.cat([columns, _not_among(columns, source, config)]))
    class_names = {task.name: task.classes for task in source.labels.tasks}
    if earlier is not None:
        begin_as(LabelledNetwork(autoencoder, config.model, class_names), earlier, features)
    elif weights is None:
        solve(autoencoder, features, columns)
    names = tuple(item.name for item in store.sounds)
    cards = label_cards(config.model, autoencoder, class_names)
    followed = _layout_of(earlier) if run is None else _last_of(run)
    card = training_card(config, configuration, names, store.total_s, cards, *_origin(earlier, followed))
    level_db, runs = levels_db(frames[audible]), _runs(source, config)
    mapper = LatentMapper(config, features, columns, sound[audible], card, followed, level_db, runs)
    network = Network(config, autoencoder, mapper)
    if weights is not None:
        try:
            network.module.load_state_dict(dict(weights))
        except RuntimeError as error:
            raise TrainingError(
                f"The checkpoint in “{run}” does not fit this run's configuration.",
                "It may come from another version of this program. Start a new training.",
            ) from error
    return network


def _features(frames: NDArray[np.float32], representation: RepresentationConfig) -> Tensor:
    """Raw frames (N, n_fft) to contrast spectra (N, F)."""
    contrast = make_contrast(representation.contrast, representation.floor_db)
    return contrast(transposed_magnitudes(torch.from_numpy(frames), representation.bins))


def _runs(source: FrameSource, config: Config) -> RunFeatures | None:
    """Runs of consecutive frames, from which the walk is learned; None where no sound is as long as one."""
    representation = config.representation
    count = run_frames(representation.sample_rate_hz, representation.hop_samples)
    frames, labels = source.runs("train", representation.hop_samples, representation.n_fft, count, MOST_RUNS)
    if not len(frames):
        return None
    features = _features(frames, representation)
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


def _origin(earlier: Instrument | None, followed: Instrument | None) -> tuple[str, str]:
    """The name of the instrument that this training started from, and a note of its author, licence and sounds."""
    if earlier is None:
        return ("", "") if followed is None else (followed.card.training.started_from, followed.card.consent)
    card = earlier.card
    rights = ", ".join(part for part in (card.author, card.licence or "no licence given") if part)
    return card.name, f"Started from “{card.name}” ({rights}). {card.consent}".strip()


def _last_of(run: Path) -> Instrument | None:
    """The last instrument of a run that goes on; None if it has none."""
    try:
        return read_instrument(run / LAST, with_weights=False)
    except InstrumentError:
        return None
