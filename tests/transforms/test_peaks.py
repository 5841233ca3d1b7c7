"""Peaks under a Hann window: who owns whom, where a sinusoid is, and whether it is one."""

import math

import pytest
import torch

from vschaos.transforms.dgt import DGT
from vschaos.transforms.peaks import hann_bin_offset, lobe_turns, peak_regions, side_lobe_turns, tonality

N_FFT, HOP = 2048, 512


def owners(*frames):
    """For every bin of frames, the bin of its peak."""
    frame, peak, region = peak_regions(torch.tensor(frames))
    assert torch.equal(frame[region], torch.arange(len(frames))[:, None].expand(region.shape))
    return peak[region].tolist()


def spectrum(bin_position):
    """Complex spectrum (1, F) of a sinusoid so many bins high."""
    time = torch.arange(N_FFT, dtype=torch.float64)
    return DGT(N_FFT, HOP).spectra(torch.cos(2 * math.pi * bin_position * time / N_FFT + 0.3).float()[None])


def test_owners_are_the_peaks_between_valleys():
    frame = [3.0, 1.0, 0.0, 2.0, 5.0, 4.0, 1.0, 1.5, 0.5]
    assert owners(frame) == [[0, 0, 4, 4, 4, 4, 7, 7, 7]]
    assert owners(frame[2:]) == [[2, 2, 2, 2, 5, 5, 5]]


def test_frames_are_cut_each_by_itself():
    first, second = [0.0, 2.0, 1.0, 3.0], [5.0, 4.0, 4.5, 1.0]
    assert owners(first, second, first) == [owners(first)[0], owners(second)[0], owners(first)[0]]


def test_a_flat_frame_belongs_to_its_left_end():
    assert owners([1.0] * 5, [0.0, 2.0, 2.0, 2.0, 0.0]) == [[0] * 5, [1] * 5]


@pytest.mark.parametrize("offset", [-0.5, -0.2, 0.0, 0.31, 0.5])
def test_a_sinusoid_is_found_between_bins(offset):
    logs = spectrum(100 + offset)[0].abs().log()
    assert hann_bin_offset(0.5 * (logs[101] - logs[99])) == pytest.approx(offset, abs=1e-4)


@pytest.mark.parametrize("offset", [-0.4, 0.15, 0.45])
def test_side_lobes_have_the_phase_that_a_sinusoid_has(offset):
    exact = spectrum(100 + offset)
    magnitude = exact.abs()
    logs = magnitude.log()[0]
    _, peak, region = peak_regions(logs[None])
    at_peak = hann_bin_offset(0.5 * (logs[(peak + 1).clamp_max(1024)] - logs[(peak - 1).clamp_min(0)]))
    places = torch.arange(1025.0)
    turns = side_lobe_turns(magnitude, peak, at_peak, peak, region.reshape(-1), places, lobe_turns(1025))[0, 95:106]
    assert torch.equal(turns == 0.5, torch.cos(exact.angle() - exact.angle()[0, 100])[0, 95:106] < 0)


def test_sinusoids_are_tonal_and_noise_is_not():
    def mean_tonality(frames):
        magnitude = DGT(N_FFT, HOP).magnitudes(frames)
        frame, peak, region = peak_regions(magnitude.log())
        flat_peak = peak + frame * 1025
        of_peaks = tonality(magnitude.log().reshape(-1), flat_peak, region.reshape(-1), 1025)
        power = magnitude.reshape(-1)[flat_peak].square()
        return float((of_peaks * power).sum() / power.sum())

    noise = torch.randn(20, N_FFT, generator=torch.Generator().manual_seed(0))
    assert mean_tonality(noise) < 0.25
    time = torch.arange(N_FFT)
    assert mean_tonality(sum(torch.sin(0.03 * k * time + k) for k in range(1, 8))[None] + 1e-3 * noise[:1]) > 0.95
