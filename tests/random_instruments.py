"""Instruments with random weights, of every kind that a configuration allows: for tests of what plays them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from vschaos.configs.schema import (
    ConditioningConfig,
    Config,
    ModelConfig,
    NetworkConfig,
    PredictionConfig,
    PredictorConfig,
    RepresentationConfig,
)
from vschaos.instrument.build import label_cards, pack_weights
from vschaos.instrument.bundle import Instrument
from vschaos.instrument.card import Card
from vschaos.latent.axes import LatentAxes
from vschaos.models.autoencoder import SpectralAutoencoder
from vschaos.transforms.contrast import make_contrast

SMALL = RepresentationConfig(22050, 256, 64)
DENSE = (NetworkConfig("MLPEncoder", (24, 20)), NetworkConfig("MLPDecoder", (20, 28)))
CONVOLUTIONS = (NetworkConfig("ConvEncoder", (5, 7, 9)), NetworkConfig("DeconvEncoder", (9, 7, 5)))

CONDITIONING = {
    "pitch": ConditioningConfig(12, ("encoder", "decoder")),
    "kind": ConditioningConfig(5, ("decoder",), "Embedding", 3),
    "player": ConditioningConfig(7, ("encoder", "decoder"), "Embedding", 2),
    "loudness": ConditioningConfig(1, ("decoder",), "Continuous"),
    "brightness": ConditioningConfig(1, ("encoder",), "Continuous"),
    "octave": ConditioningConfig(4, ("decoder",)),
}
PREDICTION = {
    "kind": PredictionConfig(5, args=PredictorConfig(2, (16,))),
    "loudness": PredictionConfig(1, args=PredictorConfig(2, (8, 4), "Normal")),
    "colour": PredictionConfig(4, args=PredictorConfig(1, (8,))),
}

KINDS: dict[str, Config] = {
    "dense": Config(representation=SMALL, model=ModelConfig(3, *DENSE)),
    "labels": Config(representation=SMALL, model=ModelConfig(4, *DENSE, CONDITIONING, PREDICTION)),
    "components": Config(
        representation=RepresentationConfig(44100, 512, 64),
        model=ModelConfig(
            5, NetworkConfig("MLPEncoder", (24,), 17), NetworkConfig("MLPDecoder", (24, 16), 33, 5), CONDITIONING
        ),
    ),
    "more components than bins": Config(
        representation=RepresentationConfig(44100, 128, 8),
        model=ModelConfig(2, NetworkConfig("MLPEncoder", (9,), 4096), NetworkConfig("MLPDecoder", (9,), 4096)),
    ),
    "noise": Config(
        representation=SMALL,
        model=ModelConfig(3, DENSE[0], NetworkConfig("MLPDecoder", (20, 28), noise=6), CONDITIONING, PREDICTION),
    ),
    "one component": Config(
        representation=SMALL,
        model=ModelConfig(2, NetworkConfig("MLPEncoder", (9,), 1), NetworkConfig("MLPDecoder", (9,), 1)),
    ),
    "convolutions": Config(representation=SMALL, model=ModelConfig(3, *CONVOLUTIONS, CONDITIONING, PREDICTION)),
    "one convolution": Config(
        representation=RepresentationConfig(44100, 1024, 128),
        model=ModelConfig(2, NetworkConfig("ConvEncoder", (3,)), NetworkConfig("DeconvEncoder", (6,))),
    ),
    "more convolutions than places": Config(
        representation=RepresentationConfig(44100, 128, 32),
        model=ModelConfig(2, NetworkConfig("ConvEncoder", (3,) * 6), NetworkConfig("DeconvEncoder", (3,) * 6)),
    ),
    "mixed": Config(
        representation=SMALL,
        model=ModelConfig(3, NetworkConfig("ConvEncoder", (4, 6)), NetworkConfig("MLPDecoder", (20,), 30)),
    ),
    "log1p": Config(
        representation=RepresentationConfig(44100, 256, 32, contrast="log1p"), model=ModelConfig(3, *DENSE)
    ),
    "high floor": Config(
        representation=RepresentationConfig(44100, 256, 32, floor_db=-40.0), model=ModelConfig(3, *DENSE)
    ),
    "low floor": Config(
        representation=RepresentationConfig(44100, 256, 32, floor_db=-200.0), model=ModelConfig(3, *DENSE)
    ),
    "many dimensions": Config(
        representation=RepresentationConfig(48000, 4096, 512),
        model=ModelConfig(64, NetworkConfig("MLPEncoder", (1,)), NetworkConfig("MLPDecoder", (1, 70, 1, 130))),
    ),
    "many classes": Config(
        representation=SMALL,
        model=ModelConfig(
            2,
            *DENSE,
            {
                "sound": ConditioningConfig(4096, ("decoder",)),
                "place": ConditioningConfig(4096, ("decoder",), "Embedding", 1024),
            },
        ),
    ),
    "sixteen labels": Config(
        representation=SMALL,
        model=ModelConfig(2, *DENSE, {f"label{n}": ConditioningConfig(n + 2) for n in range(16)}),
    ),
}
"""Configurations by what is special about them."""


def random_instrument(config: Config, seed: int = 0) -> Instrument:
    """An instrument whose weights, statistics and axes are random, and large enough for every part to be heard."""
    representation, model = config.representation, config.model
    chance = np.random.default_rng(seed)
    with torch.random.fork_rng([]):
        torch.manual_seed(seed)
        network = SpectralAutoencoder(representation.bins, model)
        network.fit_statistics(_features(representation), _labels(model, network.label_count, chance))
        for name, values in network.named_parameters():
            noise = 0.3 * torch.randn(values.shape)
            values.data += 0.3 * noise if "norm" in name or values.dim() == 1 else noise / values.shape[-1] ** 0.5
    axes, _ = np.linalg.qr(chance.normal(size=(model.latent_dims, model.latent_dims)))
    card = Card(
        name="random",
        sample_rate_hz=representation.sample_rate_hz,
        n_fft=representation.n_fft,
        hop_samples=representation.hop_samples,
        latent_dims=model.latent_dims,
        labels=label_cards(model, network, {}),
    )
    return Instrument(
        card,
        config.to_plain(),
        pack_weights(network),
        LatentAxes(
            chance.normal(size=model.latent_dims).astype(np.float32),
            axes.astype(np.float32),
            chance.uniform(0.5, 3.0, model.latent_dims).astype(np.float32),
            np.ones(model.latent_dims, np.float32),
        ),
    )


def random_points(instrument: Instrument, rows: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Coordinates (rows, D), beyond ±8 too, and labels (rows, K): beyond their ranges, between classes, unknown."""
    chance = np.random.default_rng(seed)
    points = chance.uniform(-1.2, 1.2, (rows, instrument.card.latent_dims))
    points[5::7] *= 10.0
    labels = np.zeros((rows, len(instrument.card.labels)))
    for column, card in zip(labels.T, instrument.card.labels, strict=True):
        column[:] = chance.uniform(card.low - 1.0, card.high + 1.0, rows)
        column[1::5] = np.round(2.0 * column[1::5]) / 2.0
        column[chance.random(rows) < 0.2] = np.nan
    return points.astype(np.float32), labels.astype(np.float32)


def _features(representation: RepresentationConfig) -> torch.Tensor:
    """Contrast spectra (64, F) of a training set: from -10 dB at 0 Hz to -70 dB, and noise around it."""
    contrast = make_contrast(representation.contrast, representation.floor_db)
    level_db = torch.linspace(-10.0, -70.0, representation.bins) + 15.0 * torch.randn(64, representation.bins)
    return contrast(10.0 ** (level_db / 20.0))


def _labels(model: ModelConfig, count: int, chance: np.random.Generator) -> torch.Tensor:
    """Labels (64, K) of a training set: not every class, and a quantity that is not centred."""
    columns: Sequence[np.ndarray] = [
        chance.uniform(-3.0, 7.0, 64) if model.continuous(task) else chance.integers(0, model.dim(task), 64)
        for task in model.tasks
    ]
    return torch.tensor(np.stack(columns, 1) if count else np.zeros((64, 0)), dtype=torch.float32)
