"""Checkpoints become instruments whose map keeps its layout while the network learns."""

import numpy as np
import pytest
import torch

from vschaos.configs.schema import Config
from vschaos.instrument.build import untrained
from vschaos.models.autoencoder import SpectralAutoencoder
from vschaos.training.latent_mapper import LatentMapper


def test_every_checkpoint_has_a_map_that_goes_on_from_the_one_before():
    made = untrained(latent_dims=3)
    config = Config.from_plain(made.config)
    autoencoder = SpectralAutoencoder(config.representation.bins, config.model)
    autoencoder.load_state_dict({name: torch.from_numpy(np.array(values)) for name, values in made.weights.items()})
    generator = torch.Generator().manual_seed(0)
    features = torch.linspace(7.0, 2.0, config.representation.bins) + 2 * torch.randn(
        400, config.representation.bins, generator=generator
    )
    source = np.zeros(400, np.int32)
    mapper = LatentMapper(config, features, torch.empty(400, 0), source, made.card)
    first = mapper.instrument(autoencoder, 1, None, None)
    assert first.latent_map is not None
    assert first.latent_map.points.shape == (400, 2)
    assert first.playable.terrain
    assert first.latent_map.at(*first.card.start_place) == pytest.approx(first.card.start, abs=1e-4)
    assert first.card.level_db is not None
    # It has learned a little, and its axes are found anew.
    with torch.no_grad():
        for parameter in autoencoder.encoder.parameters():
            parameter += 0.02 * parameter.std().nan_to_num() * torch.randn(parameter.shape, generator=generator)
    again = LatentMapper(config, features, torch.empty(400, 0), source, made.card, None, first.latent_map)
    later = again.instrument(autoencoder, 2, None, None)
    for axis in (0, 1):
        assert np.corrcoef(first.latent_map.points[:, axis], later.latent_map.points[:, axis])[0, 1] > 0.9
