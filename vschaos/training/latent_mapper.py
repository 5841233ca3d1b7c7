"""From a network in training to a playable instrument: its latent map is fitted to the training sounds anew."""

from __future__ import annotations

import dataclasses
import datetime
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from vschaos.configs.schema import Config
from vschaos.instrument.build import pack_weights
from vschaos.instrument.bundle import Instrument
from vschaos.instrument.card import Card, LabelCard, TrainingFacts
from vschaos.instrument.closeness import AUDIBLE_DB
from vschaos.instrument.core_member import pack
from vschaos.instrument.start import measured, sounding_points
from vschaos.latent.axes import LatentAxes, fit_axes
from vschaos.latent.latent_map import fit_latent_map
from vschaos.latent.walk import LatentWalk
from vschaos.models.autoencoder import SpectralAutoencoder
from vschaos.training.walk_fitting import Runs, fit_walk, sustained

MAX_POINTS = 4096
QUIET_DB = 60.0
"""Frames this far below the loudest are silence to the map: a pad must not spend its first axis on it."""


@dataclass(frozen=True)
class RunFeatures:
    """R runs of T consecutive frames of training sounds.

    Attributes
    ----------
    features
        Contrast spectra, shape (R·T, F), run after run.
    labels
        Shape (R·T, K).
    level_db
        Shape (R, T).
    """

    features: Tensor
    labels: Tensor
    level_db: NDArray[np.float64]


class LatentMapper:
    """Fits the latent map and makes instruments out of checkpoints of one training.

    Parameters
    ----------
    config
        The resolved configuration.
    features
        Contrast spectra of audible training frames, in temporal order within each sound, shape (N, F).
    labels
        Their labels, shape (N, K).
    source
        Index of each frame's sound, shape (N,).
    card
        The card, but for what each checkpoint adds.
    followed
        An earlier instrument of this training, or the one that it starts from: axes keep their directions, the map
        its layout.
    level_db
        Levels of the frames, shape (N,): rests and what dies away get no room on axes and map. Without them, all do.
    runs
        What to learn from how held sounds move; without it they do not.
    """

    def __init__(
        self,
        config: Config,
        features: Tensor,
        labels: Tensor,
        source: NDArray[np.int32],
        card: Card,
        followed: Instrument | None = None,
        level_db: NDArray[np.floating] | None = None,
        runs: RunFeatures | None = None,
    ) -> None:
        self._config = config
        self._features = features
        self._labels = labels
        self._source = source
        self._card = card
        self._previous = None if followed is None else followed.axes
        self._terrain = None if followed is None else followed.latent_map
        self._sounding = None if level_db is None else sounding_points(level_db)
        self._runs = runs

    @property
    def started_from(self) -> str:
        """The name of the instrument that the training started from; empty if it started from none."""
        return self._card.training.started_from

    def instrument(
        self, autoencoder: SpectralAutoencoder, step: int, error_db: float | None, label_accuracy: float | None
    ) -> Instrument:
        """The instrument that this network makes now."""
        latent = latents(autoencoder, self._features, self._labels)
        # As with the map: what fades away would stretch an axis to where it is silent.
        sounding = latent if self._sounding is None else latent[self._sounding]
        axes = fit_axes(sounding, self._previous, keep=bool(self._config.start_from))
        self._previous = axes
        facts = dataclasses.replace(
            self._card.training,
            steps=step,
            error_db=error_db,
            error_within_db=AUDIBLE_DB,
            label_accuracy=label_accuracy,
            active_dims=int((latent.var(axis=0) > 0.01).sum()),
            created=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        )
        stride = -(-len(latent) // MAX_POINTS)
        points = axes.to_coordinates(latent[::stride])
        sounding = None if self._sounding is None else self._sounding[::stride]
        self._terrain = fit_latent_map(points, previous=self._terrain, sounding=sounding)
        instrument = Instrument(
            card=dataclasses.replace(self._card, training=facts),
            config=without_places(self._config).to_plain(),
            weights=pack_weights(autoencoder),
            axes=axes,
            points=points,
            point_source=self._source[::stride].astype(np.int32),
            latent_map=self._terrain,
            walk=None if self._runs is None else self._walk(autoencoder, axes, self._runs),
            point_labels=self._labels[::stride].numpy().astype(np.float32),
        )
        return measured(dataclasses.replace(instrument, core=pack(instrument)), instrument.point_labels)

    def _walk(self, autoencoder: SpectralAutoencoder, axes: LatentAxes, runs: RunFeatures) -> LatentWalk | None:
        """How the sustained ones of these runs move."""
        latent = latents(autoencoder, runs.features, runs.labels).reshape(*runs.level_db.shape, axes.dims)
        representation = self._config.representation
        hop_s = representation.hop_samples / representation.sample_rate_hz
        coordinates = axes.to_coordinates(latent).astype(np.float64)
        held = sustained(coordinates, runs.level_db, hop_s)
        return fit_walk(Runs(coordinates[held], runs.level_db[held]), axes.scale)


def latents(autoencoder: SpectralAutoencoder, features: Tensor, labels: Tensor) -> NDArray[np.float32]:
    """The posterior's means of spectra (N, F) with labels (N, K), (N, D)."""
    device = autoencoder.feature_mean.device
    with torch.no_grad():
        parts = [
            autoencoder.encode(some.to(device), known.to(device))[0].cpu()
            for some, known in zip(features.split(2048), labels.split(2048), strict=True)
        ]
    return torch.cat(parts).numpy()


def without_places(config: Config) -> Config:
    """A configuration that names no folder of the computer it was made on: instruments are given away."""
    dataset = dataclasses.replace(config.data.dataset, root="")
    return dataclasses.replace(config, rundir="", start_from="", data=dataclasses.replace(config.data, dataset=dataset))


def audible_frames(frames: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Which raw frames (N, n_fft) are not silence; all of them where nothing sounds."""
    level_db = levels_db(frames)
    return level_db >= level_db.max() - QUIET_DB


def levels_db(frames: NDArray[np.float32]) -> NDArray[np.floating]:
    """RMS levels of raw frames (N, n_fft)."""
    return 10.0 * np.log10(np.mean(np.square(frames), axis=1) + 1e-14)


def training_card(
    config: Config,
    configuration: str,
    sources: tuple[str, ...],
    audio_s: float,
    labels: tuple[LabelCard, ...],
    started_from: str = "",
    consent: str = "",
) -> Card:
    """The card of a training's instruments, before its first step."""
    representation = config.representation
    return Card(
        name=config.name,
        sample_rate_hz=representation.sample_rate_hz,
        n_fft=representation.n_fft,
        hop_samples=representation.hop_samples,
        latent_dims=config.model.latent_dims,
        consent=consent,
        sources=sources,
        labels=labels,
        training=TrainingFacts(
            configuration=configuration, audio_s=audio_s, files=len(sources), started_from=started_from
        ),
    )
