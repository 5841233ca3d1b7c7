"""The instruments that benchmarks play; and some without training, of a known sound or a known cost."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import torch

from vschaos.configs.schema import Config
from vschaos.instrument.build import pack_weights
from vschaos.instrument.bundle import Instrument, write_instrument
from vschaos.instrument.card import Card
from vschaos.instrument.library import factory_instruments
from vschaos.latent.axes import LatentAxes
from vschaos.models.autoencoder import SpectralAutoencoder


def chosen_instruments(variable: str) -> list[Path]:
    """Those that an environment variable names (paths, with commas between them), or the factory instruments."""
    given = os.environ.get(variable)
    return [Path(name) for name in given.split(",")] if given else factory_instruments()


def noise_instrument(path: Path, config: Config) -> Path:
    """Write an instrument fitted to noise, with more spectral peaks than real sounds; returns its path."""
    bins = config.representation.bins
    torch.manual_seed(0)
    network = SpectralAutoencoder(bins, config.model)
    slope = torch.linspace(7.0, 2.0, bins)
    network.fit_statistics(slope + 2.0 * torch.randn(512, bins), torch.empty(512, 0))
    return write_network(path, config, network, scale=2.0)


def write_network(path: Path, config: Config, network: SpectralAutoencoder, scale: float = 1.0) -> Path:
    """Write a network without labels as an instrument, and return its path; coordinates are latents over ``scale``."""
    representation, dims = config.representation, config.model.latent_dims
    ones = np.ones(dims, np.float32)
    card = Card(
        name=config.name,
        sample_rate_hz=representation.sample_rate_hz,
        n_fft=representation.n_fft,
        hop_samples=representation.hop_samples,
        latent_dims=dims,
        sources=("made",),
    )
    axes = LatentAxes(0.0 * ones, np.diag(ones), scale * ones, ones)
    points, source = np.zeros((1, dims), np.float32), np.zeros(1, np.int32)
    write_instrument(path, Instrument(card, config.to_plain(), pack_weights(network), axes, points, source))
    return path
