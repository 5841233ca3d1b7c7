"""Losses: zero where they must be, and the textbook's values."""

import pytest
import torch

from vschaos.models.layers import squared_norm
from vschaos.training.losses import active_dimensions, normal_divergence, spectral_distance, with_free_bits


def test_a_perfect_reconstruction_costs_next_to_nothing_and_pulls_nowhere():
    spectra = torch.randn(4, 9)
    output = spectra.clone().requires_grad_()
    loss = spectral_distance(squared_norm(output - spectra) / 9)
    loss.backward()
    assert loss.item() == pytest.approx(0.01, rel=1e-3)
    assert output.grad is not None
    assert output.grad.abs().max() == 0


def test_reconstruction_is_a_distance_a_frame():
    assert spectral_distance(torch.tensor([9.0, 0.0])).item() == pytest.approx(1.5, rel=0.01)


def test_divergence_of_the_standard_normal_is_zero():
    assert normal_divergence(torch.zeros(8, 3), torch.zeros(8, 3)).abs().max() == 0


def test_divergence_agrees_with_torch():
    mean, log_variance = torch.randn(64, 3), torch.randn(64, 3)
    normal = torch.distributions.Normal(mean, torch.exp(0.5 * log_variance))
    expected = torch.distributions.kl_divergence(normal, torch.distributions.Normal(0.0, 1.0)).mean(dim=0)
    torch.testing.assert_close(normal_divergence(mean, log_variance), expected)


def test_free_bits_charge_only_what_is_above():
    divergence = torch.tensor([0.01, 1.0], requires_grad=True)
    with_free_bits(divergence, 0.05).backward()
    assert divergence.grad is not None
    assert divergence.grad.tolist() == [0.0, 1.0]


def test_dead_dimensions_are_not_active():
    means = torch.randn(100, 5)
    means[:, 2] = 0.3
    assert active_dimensions(means) == 4
