"""From an instrument file's contents to its module in torch, and from a network to an instrument."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch

from vschaos.configs.schema import (
    ConditioningConfig,
    Config,
    ModelConfig,
    NetworkConfig,
    PredictionConfig,
    RepresentationConfig,
)
from vschaos.errors import ConfigError, InstrumentError
from vschaos.instrument.bundle import Instrument
from vschaos.instrument.card import Card, LabelCard
from vschaos.instrument.streaming import StreamingInstrument
from vschaos.latent.axes import LatentAxes
from vschaos.latent.latent_map import fit_latent_map
from vschaos.models.autoencoder import SpectralAutoencoder
from vschaos.models.conditioning import QuantityLabel

UNTRAINED_MAP_SIZE = 17
"""Nodes along a side of the map of an untrained instrument."""


def streaming_instrument(instrument: Instrument, lookahead: int = 0) -> StreamingInstrument:
    """The module that encodes and decodes, on the CPU, in evaluation mode, without gradients.

    ``lookahead`` is 0 or 1 frame; see :class:`StreamingInstrument`.

    Raises
    ------
    InstrumentError
        If configuration, card and weights do not fit each other.
    """
    representation, autoencoder = trained_network(instrument)
    card = instrument.card
    streaming = StreamingInstrument(
        representation, autoencoder, instrument.axes, card.labels, lookahead, instrument.walk
    ).eval()
    streaming.requires_grad_(False)
    start, labels = (torch.tensor(values).reshape(1, -1, 1) for values in (card.playable.home, card.played_defaults))
    streaming.even_to(start, labels)
    return streaming


def trained_network(instrument: Instrument) -> tuple[RepresentationConfig, SpectralAutoencoder]:
    """The network of an instrument, on the CPU, and what its spectra are; raises as :func:`streaming_instrument`."""
    card = instrument.card
    mismatch = InstrumentError(
        f"The instrument “{card.name}” is inconsistent: its weights do not fit its configuration.",
        "Ask for the file again, or export it again from its training run.",
    )
    try:
        config = Config.from_plain(instrument.config)
    except ConfigError as error:
        raise InstrumentError(
            f"The instrument “{card.name}” has an unusable configuration: {error.sentence}"
        ) from error
    representation = config.representation
    dimensions = (representation.sample_rate_hz, representation.n_fft, representation.hop_samples)
    if dimensions != (card.sample_rate_hz, card.n_fft, card.hop_samples):
        raise mismatch
    if config.model.latent_dims != card.latent_dims:
        raise mismatch
    if config.model.tasks != tuple(label.name for label in card.labels):
        raise mismatch
    weights = {name: torch.from_numpy(np.array(values)) for name, values in instrument.weights.items()}
    if _shapes(weights) != _shapes(_without_memory(config).state_dict()):
        raise mismatch
    autoencoder = SpectralAutoencoder(representation.bins, config.model)
    autoencoder.load_state_dict(weights)
    return representation, autoencoder


def _without_memory(config: Config) -> SpectralAutoencoder:
    """The network in outline: a small hostile file must not make us allocate the huge one that it claims to hold."""
    with torch.device("meta"):
        return SpectralAutoencoder(config.representation.bins, config.model)


def _shapes(weights: Mapping[str, torch.Tensor]) -> dict[str, tuple[torch.Size, torch.dtype]]:
    return {name: (values.shape, values.dtype) for name, values in weights.items()}


def pack_weights(autoencoder: SpectralAutoencoder) -> dict[str, np.ndarray]:
    """The network's parameters and statistics by name, as they are stored in an instrument."""
    return {name: tensor.detach().cpu().numpy() for name, tensor in autoencoder.state_dict().items()}


def label_cards(
    config: ModelConfig, autoencoder: SpectralAutoencoder, class_names: Mapping[str, Sequence[str]]
) -> tuple[LabelCard, ...]:
    """What the cards of a training's instruments say of each label.

    Parameters
    ----------
    config
        Which labels there are.
    autoencoder
        A network that holds its training set's statistics.
    class_names
        By task, as far as there are any; classes without a name go by their number.
    """
    cards: list[LabelCard] = []
    for task, label, _ in autoencoder.label_parts():
        predicted = task in config.prediction
        conditions = config.conditioning[task].target if task in config.conditioning else ()
        if isinstance(label, QuantityLabel):
            low, high, mean = float(label.low), float(label.high), float(label.mean)
            cards.append(LabelCard(task, "float", 1, (), low, high, mean, predicted, conditions))
        else:
            dim = config.dim(task)
            given = class_names.get(task, ())
            names = tuple(given[number] if number < len(given) else str(number) for number in range(dim))
            learned = tuple(label.prior.nonzero().flatten().tolist())
            low, high, common = float(learned[0]), float(learned[-1]), float(label.prior.argmax())
            between = learned if len(learned) < high - low + 1 else ()
            cards.append(
                LabelCard(
                    *(task, "int", dim, names if given else (), low, high, common, predicted, conditions),
                    learned=between,
                )
            )
    return tuple(cards)


def untrained(
    seed: int = 0,
    latent_dims: int = 8,
    hidden: int = 64,
    conditioning: Mapping[str, ConditioningConfig] | None = None,
    prediction: Mapping[str, PredictionConfig] | None = None,
    representation: RepresentationConfig | None = None,
    encoder: NetworkConfig | None = None,
    decoder: NetworkConfig | None = None,
) -> Instrument:
    """A small instrument with random weights: for tests, and for timing what does not depend on the weights."""
    torch.manual_seed(seed)
    representation = representation or RepresentationConfig()
    widths = (hidden,)
    config = Config(
        name=f"untrained {seed}",
        representation=representation,
        model=ModelConfig(
            latent_dims,
            encoder or NetworkConfig("MLPEncoder", widths),
            decoder or NetworkConfig("MLPDecoder", widths),
            conditioning or {},
            prediction or {},
        ),
    )
    autoencoder = SpectralAutoencoder(representation.bins, config.model)
    slope = torch.linspace(7.0, 2.0, representation.bins)
    labels = torch.empty(64, autoencoder.label_count)
    for column, task in enumerate(config.model.tasks):
        labels[:, column] = torch.arange(64) % config.model.dim(task)
    autoencoder.fit_statistics(slope + 2.0 * torch.randn(64, representation.bins), labels)
    axes = LatentAxes(*(np.asarray(item, np.float32) for item in _unit_axes(latent_dims)))
    points = np.random.default_rng(seed).uniform(-1, 1, (200, latent_dims)).astype(np.float32)
    card = Card(
        name=config.name,
        sample_rate_hz=representation.sample_rate_hz,
        n_fft=representation.n_fft,
        hop_samples=representation.hop_samples,
        latent_dims=latent_dims,
        sources=("one", "two"),
        labels=label_cards(config.model, autoencoder, {}),
    )
    source = (np.arange(len(points)) % 2).astype(np.int32)
    latent_map = fit_latent_map(points, size=UNTRAINED_MAP_SIZE)
    return Instrument(card, config.to_plain(), pack_weights(autoencoder), axes, points, source, latent_map)


def _unit_axes(dims: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    variance = 1.0 / np.arange(1, dims + 1)
    return np.zeros(dims), np.eye(dims), 2.0 * np.ones(dims), variance
