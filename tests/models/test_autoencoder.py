"""The auto-encoder: shapes, bounds, statistics, and that it can be scripted."""

import pytest
import torch

from vschaos.configs.schema import ModelConfig, NetworkConfig
from vschaos.models.autoencoder import SpectralAutoencoder

CONFIG = ModelConfig(5, NetworkConfig("MLPEncoder", (16, 12)), NetworkConfig("MLPDecoder", (12,)))
NO_LABELS = torch.empty(0)


@pytest.fixture
def model():
    torch.manual_seed(0)
    model = SpectralAutoencoder(33, CONFIG)
    model.fit_statistics(torch.rand(100, 33) * 10, NO_LABELS.expand(100, 0))
    return model.eval()


@pytest.mark.parametrize("shape", [(33,), (7, 33), (2, 3, 33)])
def test_shapes(model, shape):
    labels = NO_LABELS.expand(*shape[:-1], 0)
    mean, log_variance = model.encode(torch.rand(shape), labels)
    assert mean.shape == log_variance.shape == (*shape[:-1], 5)
    assert model.decode(mean, labels).shape == shape


def test_decoded_spectra_are_between_silence_and_the_loudest_learned(model):
    features = model.decode(torch.randn(500, 5) * 100, NO_LABELS.expand(500, 0))
    assert (features >= 0).all()
    assert (features <= model.feature_ceiling).all()


def test_log_variance_is_bounded(model):
    _, log_variance = model.encode(torch.randn(50, 33) * 1e6, NO_LABELS.expand(50, 0))
    assert log_variance.min() >= -12
    assert log_variance.max() <= 4


def test_constant_sounds_do_not_divide_by_zero(model):
    model.fit_statistics(torch.full((10, 33), 2.0), NO_LABELS.expand(10, 0))
    assert torch.isfinite(model.standardize(torch.rand(4, 33))).all()
