"""The loss of level: nothing for the right levels, a gain's nepers for a gain, and what is wanted of noise."""

import math

import pytest
import torch

from vschaos.training.level_loss import RAYLEIGH_POWER, WHOLE_WEIGHT, LevelLoss, band_edges
from vschaos.transforms.contrast import LogContrast

BINS = 1025
NEPERS_PER_DB = math.log(10.0) / 20.0
loss, contrast = LevelLoss(BINS), LogContrast(-100.0)


def smooth(level: float) -> torch.Tensor:
    return contrast(torch.full((1, BINS), level))


def noise() -> torch.Tensor:
    """Spectra of white noise whose geometric mean is 0.01."""
    torch.manual_seed(0)
    magnitudes = torch.randn(200, BINS, 2).norm(dim=-1)
    return contrast(0.01 * magnitudes / magnitudes.log().mean().exp())


@pytest.mark.parametrize("bins", [65, 129, 513, 1025, 16385])
def test_bands_are_wider_the_higher_they_are(bins):
    widths = torch.tensor(band_edges(bins)).diff()
    assert (widths >= 2).all()
    assert (widths.diff() >= -1).all()
    assert int(widths.sum()) == bins


def test_a_gain_costs_its_nepers_in_each_band_and_on_the_whole():
    distance = loss(smooth(0.1), smooth(0.1 * 10 ** (-6 / 20)))
    assert float(distance) == pytest.approx((6 * NEPERS_PER_DB) ** 2 * (1 + WHOLE_WEIGHT / 28), rel=1e-2)
    assert float(loss(smooth(0.1), smooth(0.1))) == pytest.approx(0, abs=1e-9)
    assert float(loss(smooth(0.0), smooth(0.0))) == 0


def test_a_bass_drum_that_is_missing_costs_more_than_its_bins():
    drum, without = smooth(1e-4), smooth(1e-4)
    drum[:, 2:7] = contrast(torch.tensor(0.5))
    bins = (drum - without).square().mean()
    assert float(loss(without, drum)) > 20 * float(bins)


def test_noise_is_wanted_at_its_geometric_mean_and_peaks_at_their_power():
    sounds = noise()
    flat = smooth(0.01)
    offsets_db = torch.arange(-3.0, 4.0, 0.25)
    costs = [float(loss(flat + NEPERS_PER_DB * offset, sounds).mean()) for offset in offsets_db]
    assert abs(offsets_db[costs.index(min(costs))]) <= 0.5
    assert 10 * math.log10(RAYLEIGH_POWER) == pytest.approx(2.5, abs=0.01)
    peaks = smooth(1e-4)
    peaks[:, 20::40] = contrast(torch.tensor(0.3))
    assert float(loss(peaks, peaks)) < (0.5 * NEPERS_PER_DB) ** 2


def test_an_untrained_networks_output_gives_a_finite_gradient():
    made = torch.full((2, BINS), 1e4, requires_grad=True)
    loss(made, smooth(0.1).expand(2, -1)).sum().backward()
    assert made.grad is not None
    assert torch.isfinite(made.grad).all()
