"""The transform: exact inversion, unit gain, phase at the window's centre."""

import math

import pytest
import torch

from vschaos.transforms.dgt import DGT, dual_window, hann_window, overlap_add


@pytest.mark.parametrize(("n_fft", "hop"), [(2048, 512), (1024, 256), (8192, 2048), (2048, 256)])
@pytest.mark.parametrize("length", [1, 511, 2048, 10_000])
def test_analysis_then_synthesis_is_the_identity(n_fft, hop, length):
    torch.manual_seed(0)
    signal = torch.randn(2, length)
    dgt = DGT(n_fft, hop)
    assert (dgt.inverse(dgt(signal), length) - signal).abs().max() < 1e-5


def test_dual_window_inverts_the_frame_operator():
    window = hann_window(256)
    dual = dual_window(window, 64)
    total = overlap_add((window * dual).expand(1, 16, 256), 64)[0, 192:-192]
    torch.testing.assert_close(total, torch.ones_like(total))


def test_a_full_scale_sine_has_magnitude_one():
    time = torch.arange(8192) / 44100
    frequency = 100 * 44100 / 2048
    magnitude = DGT(2048, 512)(torch.sin(2 * math.pi * frequency * time)[None]).abs()
    assert magnitude[0, 6:10].amax(dim=-1).sub(1.0).abs().max() < 1e-3


def test_phase_is_measured_at_the_centre():
    frames = torch.zeros(1, 2048)
    frames[0, 1024] = 1.0  # an impulse in the middle of the window: the same phase in all bins
    spectra = DGT(2048, 512).spectra(frames)
    assert spectra.angle().abs().max() < 1e-4


def test_odd_sizes_are_refused():
    with pytest.raises(ValueError, match="multiple"):
        DGT(2048, 500)


def test_spectra_of_turns_are_those_of_phases_and_real_at_0_hz():
    dgt, generator = DGT(256, 64), torch.Generator().manual_seed(0)
    magnitude, turns = torch.rand(2, 3, 129, generator=generator), torch.rand(2, 3, 129, generator=generator) - 0.5
    halves = turns.clone()
    halves[..., 0] = (2 * turns[..., 0]).round() / 2
    made = dgt.frames_of_spectra(dgt.spectra_of_turns(magnitude, turns))
    torch.testing.assert_close(made, dgt.frames(magnitude, 2 * torch.pi * halves), atol=1e-5, rtol=1e-4)
