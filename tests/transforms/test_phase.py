"""Running phase: physics of pure tones, streaming = batch, and how consistent the spectra are that it makes."""

import math

import numpy as np
import pytest
import torch

from vschaos.transforms.dgt import DGT
from vschaos.transforms.phase import GradientPhase, owning_peaks

FLOOR = 1e-7


def resynthesize(signal: torch.Tensor, n_fft: int = 2048, hop: int = 512) -> tuple[torch.Tensor, torch.Tensor]:
    """Magnitudes of (1, N) samples, and the signal made from them by the running phase."""
    dgt, phases = DGT(n_fft, hop), GradientPhase(n_fft, hop)
    magnitude = dgt(signal).abs()
    phase, _ = phases(torch.log(magnitude.clamp_min(FLOOR)), phases.initial(1, math.log(FLOOR)))
    return magnitude, dgt.inverse(torch.polar(magnitude, phase), signal.shape[1])


def convergence_db(signal: torch.Tensor) -> float:
    """Spectral convergence of the resynthesis in dB: lower is better."""
    magnitude, made = resynthesize(signal)
    return float(20 * torch.log10((DGT(2048, 512)(made).abs() - magnitude).norm() / magnitude.norm()))


def tone(frequency_hz: float, seconds: float = 1.0, partials: int = 1) -> torch.Tensor:
    time = torch.arange(int(44100 * seconds), dtype=torch.float64) / 44100
    waves = [torch.sin(2 * math.pi * frequency_hz * k * time) / k for k in range(1, partials + 1)]
    fade = (time.minimum(time.flip(0)) / 0.1).clamp(0, 1)
    return (0.2 * fade * torch.stack(waves).sum(dim=0)).float()[None]


@pytest.mark.parametrize("frequency_hz", [110.0, 440.0, 1234.5, 9000.0])
def test_a_steady_tone_keeps_its_pitch_within_two_cents(frequency_hz):
    _, made = resynthesize(tone(frequency_hz, 2.0))
    middle = made[0, 22050:66150].double().numpy() * np.hanning(44100)
    spectrum = np.abs(np.fft.rfft(middle, 1 << 20))
    found = np.argmax(spectrum) * 44100 / (1 << 20)
    assert abs(1200 * math.log2(found / frequency_hz)) < 2.0


@pytest.mark.parametrize(("signal", "limit_db"), [(tone(220.0, 2.0, 12), -25.0), (tone(523.25, 2.0, 8), -25.0)])
def test_harmonic_tones_are_consistent(signal, limit_db):
    assert convergence_db(signal) < limit_db


def test_it_beats_random_phase_by_far_on_a_glide():
    time = torch.arange(88200) / 44100
    glide = (0.3 * torch.sin(2 * math.pi * (200 * time + 200 * time.square())))[None]
    assert convergence_db(glide) < -18.0


@pytest.mark.parametrize("chunks", [[1] * 12, [2, 8, 2], [5, 7], [12]])
def test_streaming_equals_batch(chunks):
    torch.manual_seed(1)
    phases = GradientPhase(2048, 512)
    frames = torch.randn(3, 12, 1025)
    whole, _ = phases(frames, phases.initial(3, -16.0))
    state, parts = phases.initial(3, -16.0), []
    for part in frames.split(chunks, dim=1):
        phase, state = phases(part, state)
        parts.append(phase)
    difference = torch.cat(parts, dim=1) - whole
    assert (torch.exp(1j * difference.double()) - 1).abs().max() < 1e-3


def test_owners_are_the_peaks_between_valleys():
    frame = torch.tensor([3.0, 1.0, 0.0, 2.0, 5.0, 4.0, 1.0, 1.5, 0.5])
    assert owning_peaks(frame[None, None])[0, 0].tolist() == [0, 0, 4, 4, 4, 4, 7, 7, 7]
    assert owning_peaks(frame[None, None, 2:])[0, 0].tolist() == [2, 2, 2, 2, 5, 5, 5]


def test_flat_frames_own_themselves():
    assert owning_peaks(torch.zeros(1, 2, 9))[0, 0].tolist() == list(range(9))


def test_phases_are_finite_and_wrapped_after_hours():
    phases = GradientPhase(1024, 256)
    state = phases.initial(1, -16.0)
    frame = torch.full((1, 1, 513), -16.0)
    frame[0, 0, 100] = 0.0
    state = (torch.full_like(state[0], 1e4), *state[1:])
    phase, _ = phases(frame, state)
    assert phase.abs().max() <= math.pi + 1e-3
