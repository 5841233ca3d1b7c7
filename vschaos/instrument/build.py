"""From an instrument file's contents to the module that sounds, and from a network to an instrument."""

from __future__ import annotations

import numpy as np
import torch

from vschaos.configs.schema import Config, ModelConfig, NetworkConfig, RepresentationConfig
from vschaos.errors import ConfigError, InstrumentError
from vschaos.instrument.bundle import Instrument
from vschaos.instrument.card import Card
from vschaos.instrument.streaming import StreamingInstrument
from vschaos.latent.axes import LatentAxes
from vschaos.models.autoencoder import SpectralAutoencoder


def streaming_instrument(instrument: Instrument) -> StreamingInstrument:
    """The module that encodes and decodes, on the CPU, in evaluation mode, without gradients.

    Raises
    ------
    InstrumentError
        If configuration, card and weights do not fit each other.
    """
    card = instrument.card
    mismatch = InstrumentError(
        f"The instrument “{card.name}” does not fit together: its weights are not those of its configuration.",
        "Ask for the file again, or export it anew from its training run.",
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
    _refuse_phantom_sizes(config, instrument, mismatch)
    autoencoder = SpectralAutoencoder(representation.bins, config.model)
    try:
        autoencoder.load_state_dict({name: torch.from_numpy(np.array(v)) for name, v in instrument.weights.items()})
    except (RuntimeError, TypeError) as error:
        raise mismatch from error
    return StreamingInstrument(representation, autoencoder, instrument.axes).eval().requires_grad_(False)


def _refuse_phantom_sizes(config: Config, instrument: Instrument, mismatch: InstrumentError) -> None:
    """A small hostile file must not make us allocate a huge network: widths have to appear in the weights."""
    widths = {size for values in instrument.weights.values() for size in values.shape}
    for network in (config.model.encoder, config.model.decoder):
        if not widths.issuperset(network.hidden_dims):
            raise mismatch


def pack_weights(autoencoder: SpectralAutoencoder) -> dict[str, np.ndarray]:
    """The network's parameters and statistics by name, as they are stored in an instrument."""
    return {name: tensor.detach().cpu().numpy() for name, tensor in autoencoder.state_dict().items()}


def untrained(seed: int = 0, latent_dims: int = 8, hidden: int = 64) -> Instrument:
    """A small instrument with random weights: for tests, and for timing what does not depend on the weights."""
    torch.manual_seed(seed)
    representation = RepresentationConfig()
    widths = (hidden,)
    config = Config(
        name=f"untrained {seed}",
        representation=representation,
        model=ModelConfig(latent_dims, NetworkConfig("MLPEncoder", widths), NetworkConfig("MLPDecoder", widths)),
    )
    autoencoder = SpectralAutoencoder(representation.bins, config.model)
    slope = torch.linspace(7.0, 2.0, representation.bins)
    autoencoder.fit_statistics(slope + 2.0 * torch.randn(64, representation.bins))
    axes = LatentAxes(*(np.asarray(item, np.float32) for item in _unit_axes(latent_dims)))
    points = np.random.default_rng(seed).uniform(-1, 1, (200, latent_dims)).astype(np.float32)
    card = Card(
        name=config.name,
        sample_rate_hz=representation.sample_rate_hz,
        n_fft=representation.n_fft,
        hop_samples=representation.hop_samples,
        latent_dims=latent_dims,
        sources=("one", "two"),
    )
    source = (np.arange(len(points)) % 2).astype(np.int32)
    return Instrument(card, config.to_plain(), pack_weights(autoencoder), axes, points, source)


def _unit_axes(dims: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    variance = 1.0 / np.arange(1, dims + 1)
    return np.zeros(dims), np.eye(dims), 2.0 * np.ones(dims), variance
