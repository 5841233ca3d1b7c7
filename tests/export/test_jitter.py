"""Chance that repeats itself."""

from __future__ import annotations

import pytest
import torch

from vschaos.export.jitter import normal_numbers

CPU = torch.device("cpu")


def test_the_numbers_are_normal():
    numbers = normal_numbers(0, 0, 4, 2000, 8, CPU).double()
    assert float(numbers.mean()) == pytest.approx(0.0, abs=0.02)
    assert float(numbers.std()) == pytest.approx(1.0, abs=0.02)
    assert float((numbers.abs() < 1.0).double().mean()) == pytest.approx(0.6827, abs=0.01)
    assert float(numbers.abs().max()) < 7.0


def test_frames_voices_axes_and_seeds_are_independent():
    def alike(a, b):
        return abs(float((a * b).double().mean()))

    numbers = normal_numbers(1, 0, 2, 5000, 3, CPU)
    assert alike(numbers[0], numbers[1]) < 0.05
    assert alike(numbers[:, 0], numbers[:, 1]) < 0.05
    assert alike(numbers[:, :, 1:], numbers[:, :, :-1]) < 0.05
    assert alike(numbers, normal_numbers(2, 0, 2, 5000, 3, CPU)) < 0.05


def test_a_frame_has_its_numbers_however_frames_are_cut_into_calls():
    whole = normal_numbers(7, 0, 3, 50, 5, CPU)
    for size in (1, 3, 16):
        parts = [normal_numbers(7, first, 3, min(size, 50 - first), 5, CPU) for first in range(0, 50, size)]
        assert torch.equal(torch.cat(parts, dim=2), whole)


@pytest.mark.parametrize(("seed", "first"), [(0, 0), (2**31 - 1, 0), (3, 10**9)])
def test_the_largest_seed_and_a_day_of_frames_are_finite(seed, first):
    assert torch.isfinite(normal_numbers(seed, first, 1, 100, 4, CPU)).all()
