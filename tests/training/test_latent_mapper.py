"""Checkpoints become instruments whose map keeps its layout while the network learns."""

import numpy as np
import pytest
import torch

from vschaos.configs.schema import Config
from vschaos.core.instrument import CoreInstrument
from vschaos.instrument.build import untrained
from vschaos.models.autoencoder import SpectralAutoencoder
from vschaos.training.latent_mapper import LatentMapper, RunFeatures


@pytest.fixture(scope="module")
def made():
    return untrained(latent_dims=3)


@pytest.fixture
def autoencoder(made):
    config = Config.from_plain(made.config)
    network = SpectralAutoencoder(config.representation.bins, config.model)
    network.load_state_dict({name: torch.from_numpy(np.array(values)) for name, values in made.weights.items()})
    return network


@pytest.fixture
def features(made):
    bins = Config.from_plain(made.config).representation.bins
    return torch.linspace(7.0, 2.0, bins) + 2 * torch.randn(400, bins, generator=torch.Generator().manual_seed(0))


def test_every_checkpoint_has_a_map_that_goes_on_from_the_one_before(made, autoencoder, features):
    config, generator = Config.from_plain(made.config), torch.Generator().manual_seed(1)
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
    again = LatentMapper(config, features, torch.empty(400, 0), source, made.card, first)
    later = again.instrument(autoencoder, 2, None, None)
    for axis in (0, 1):
        assert np.corrcoef(first.latent_map.points[:, axis], later.latent_map.points[:, axis])[0, 1] > 0.9


def test_an_instrument_moves_as_its_sustained_runs_do(made, autoencoder, features):
    config, source = Config.from_plain(made.config), np.zeros(400, np.int32)
    level_db = np.full((10, 40), -20.0) + np.random.default_rng(0).normal(size=(10, 40))
    level_db[5:] += np.linspace(0.0, 30.0, 40)
    runs = RunFeatures(features, torch.empty(400, 0), level_db)
    given = (config, features, torch.empty(400, 0), source, made.card, None, None)
    still, alive = (LatentMapper(*given, one).instrument(autoencoder, 1, None, None) for one in (None, runs))
    assert still.walk is None
    assert alive.walk is not None
    assert len(alive.walk.places) <= 2, "five runs swell"
    assert alive.walk.loudness_db == pytest.approx(1.0, rel=0.3)
    assert len(CoreInstrument(alive.core).magnitudes(alive.walk.places)) == len(alive.walk.places)
    assert len(alive.core) > len(still.core)
