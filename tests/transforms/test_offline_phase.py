"""Phases of whole sounds: better than the running ones, and repeatable."""

import math

import pytest
import torch

from vschaos.transforms.dgt import DGT
from vschaos.transforms.griffin_lim import griffin_lim
from vschaos.transforms.heap import heap_phase

DGT_ = DGT(2048, 512)


@pytest.fixture(scope="module")
def sound():
    """A note with vibrato that fades, (1, N)."""
    time = torch.arange(30000) / 44100
    phase = 2 * math.pi * 220.0 * time + 0.6 * torch.sin(2 * math.pi * 5.0 * time)
    return (sum(torch.sin(k * phase) / k for k in range(1, 12)) * torch.exp(-2 * time))[None]


def convergence_db(sound, phase):
    wanted = DGT_(sound).abs()
    got = DGT_(DGT_.inverse(torch.polar(wanted, phase), sound.shape[1])).abs()
    return float(20 * torch.log10((got - wanted).norm() / wanted.norm()))


def test_the_heap_is_close_and_griffin_lim_brings_it_closer(sound):
    magnitude = DGT_(sound).abs()
    phase = heap_phase(magnitude[0], 512)[None]
    assert convergence_db(sound, phase) < -25.0
    better = griffin_lim(magnitude, phase, DGT_, sound.shape[1], 16)
    assert convergence_db(sound, better) < convergence_db(sound, phase) - 5.0
    assert phase.abs().max() <= math.pi + 1e-6


def test_griffin_lim_improves_random_phases_and_does_nothing_in_no_iterations(sound):
    magnitude = DGT_(sound).abs()
    start = 6.0 * torch.rand(magnitude.shape, generator=torch.Generator().manual_seed(0)) - 3.0
    torch.testing.assert_close(griffin_lim(magnitude, start, DGT_, sound.shape[1], 0), start, atol=1e-4, rtol=0.0)
    assert convergence_db(sound, griffin_lim(magnitude, start, DGT_, sound.shape[1], 16)) < -12.0


def test_the_heap_handles_silence_and_is_repeatable():
    assert torch.isfinite(heap_phase(torch.zeros(3, 1025), 512)).all()
    frames = torch.rand(4, 1025, generator=torch.Generator().manual_seed(1))
    assert torch.equal(heap_phase(frames, 512), heap_phase(frames, 512))
    assert not torch.equal(heap_phase(torch.zeros(3, 1025), 512), heap_phase(torch.zeros(3, 1025), 512, seed=1))
