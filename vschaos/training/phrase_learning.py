"""From sounds and a network that knows them to phrases: at the end of a training, or later."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch

from vschaos.configs.schema import Config, RepresentationConfig
from vschaos.data.loader import FrameSource
from vschaos.errors import InstrumentError
from vschaos.instrument.build import trained_network
from vschaos.instrument.bundle import Instrument
from vschaos.latent.axes import LatentAxes
from vschaos.latent.phrases import PhraseModel
from vschaos.models.autoencoder import SpectralAutoencoder
from vschaos.training.augment import transposed_magnitudes
from vschaos.training.latent_mapper import latents, levels_db
from vschaos.training.phrase_fitting import LatentSequence, fit_phrases
from vschaos.training.preparation import prepare
from vschaos.training.stop_flags import StopFlags
from vschaos.transforms.contrast import make_contrast

STEP_S = 0.0116
"""About a tick of a player, whatever the hop."""

MOST_FRAMES = 24_000
"""Nearly five minutes of sound say enough."""
LONGEST_PASSAGE_S = 10.0
READING_SHARE = 0.3
"""Of the time, at most."""

LIMIT_S = 30.0
"""More time makes no better phrases."""


def learn_phrases(
    autoencoder: SpectralAutoencoder,
    representation: RepresentationConfig,
    source: FrameSource,
    axes: LatentAxes,
    limit_s: float,
    seed: int = 0,
    cancelled: Callable[[], bool] = lambda: False,
) -> PhraseModel | None:
    """The phrases of a training's sounds; None where there is too little sound or time for any.

    Parameters
    ----------
    autoencoder
        The network as it is played.
    representation
        What its spectra are.
    source
        The sounds; what is held out is not learned from.
    axes
        Of its latent space.
    limit_s
        Seconds that it may take.
    seed
        Of all that is drawn.
    cancelled
        Asked now and then.
    """
    begin_s = time.monotonic()
    sequence = latent_sequence(autoencoder, representation, source, axes, READING_SHARE * limit_s, seed)
    return fit_phrases(sequence, begin_s + limit_s - time.monotonic(), seed, cancelled)


def with_phrases(instrument: Instrument, folder: Path, limit_s: float = LIMIT_S) -> Instrument:
    """An instrument with the phrases of the sounds in a folder: those that it was learned from.

    Raises
    ------
    VschaosError
        If the folder has no sounds, or the instrument's parts do not fit each other.
    """
    representation, autoencoder = trained_network(instrument)
    config = Config.from_plain(instrument.config)
    dataset = dataclasses.replace(config.data.dataset, root=str(folder))
    config = dataclasses.replace(config, data=dataclasses.replace(config.data, dataset=dataset))
    source = prepare(config, lambda _event: None, StopFlags()).source
    phrases = learn_phrases(autoencoder.eval(), representation, source, instrument.axes, limit_s, config.training.seed)
    if phrases is None:
        raise InstrumentError(f"The sounds in “{folder}” are too short for phrases.", "Give it more of them.")
    return dataclasses.replace(instrument, phrases=phrases)


def latent_sequence(
    autoencoder: SpectralAutoencoder,
    representation: RepresentationConfig,
    source: FrameSource,
    axes: LatentAxes,
    limit_s: float = float("inf"),
    seed: int = 0,
) -> LatentSequence:
    """Frames of the sounds to learn from, joined in any order; parameters as of `learn_phrases`.

    They are read and encoded passage by passage, so that hours of sound need no more memory than minutes.
    """
    end_s = time.monotonic() + limit_s
    hop_s = representation.hop_samples / representation.sample_rate_hz
    hops = max(1, round(STEP_S / hop_s))
    step_s = hops * hop_s
    contrast = make_contrast(representation.contrast, representation.floor_db)
    coordinates = [np.zeros((0, axes.dims), np.float32)]
    level_db = [np.zeros(0)]
    count = 0
    passages = source.passages(
        "train",
        hops * representation.hop_samples,
        representation.n_fft,
        round(LONGEST_PASSAGE_S / step_s),
        np.random.default_rng(seed),
    )
    for frames, labels in passages:
        with torch.no_grad():
            features = contrast(transposed_magnitudes(torch.from_numpy(frames), representation.bins))
        coordinates.append(axes.to_coordinates(latents(autoencoder, features, torch.from_numpy(labels))))
        level_db.append(levels_db(frames))
        count += len(frames)
        if count >= MOST_FRAMES or time.monotonic() > end_s:
            break
    return LatentSequence(np.concatenate(coordinates), np.concatenate(level_db), step_s)
