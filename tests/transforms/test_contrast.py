"""Contrast: invertible, zero at silence, finite."""

import pytest
import torch

from vschaos.transforms.contrast import Log1pContrast, LogContrast, make_contrast


@pytest.mark.parametrize("contrast", [LogContrast(-100.0), LogContrast(-60.0), Log1pContrast()])
def test_round_trip(contrast):
    magnitude = torch.logspace(-4, 0.5, 200)
    torch.testing.assert_close(contrast.inverse(contrast(magnitude)), magnitude, rtol=1e-3, atol=1e-6)


@pytest.mark.parametrize("name", ["log", "log1p"])
def test_silence_is_zero_and_back(name):
    contrast = make_contrast(name, -100.0)
    assert contrast(torch.zeros(3)).abs().max() < 1e-6
    assert contrast.inverse(torch.zeros(3)).abs().max() < 1e-9
    assert (contrast.inverse(torch.tensor([-5.0])) == 0).all()


def test_log_features_are_decibels_above_the_floor():
    nepers = LogContrast(-100.0)(torch.tensor([1.0]))
    assert abs(float(nepers) * 20 / 2.302585 - 100.0) < 0.01
