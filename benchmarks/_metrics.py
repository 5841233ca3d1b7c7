"""Distances between sounds, for the benchmarks."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

Sound = NDArray[np.float32]

RESOLUTIONS = (512, 1024, 2048, 4096)
FLOOR = 1e-5
"""−100 dB below a full-scale sinusoid."""


def log_spectral_distance_db(reference: Sound, other: Sound) -> float:
    """Multi-resolution log-spectral distance of two sounds of equal length, shape (N,), in dB.

    For each FFT length of `RESOLUTIONS`, with a Hann window and a hop of a quarter: the root mean square over bins of
    the difference of magnitudes in dB, floored at −100 dB, averaged over frames; then the mean of the four.
    """
    distances = []
    for n_fft in RESOLUTIONS:
        difference = magnitudes_db(magnitudes(reference, n_fft)) - magnitudes_db(magnitudes(other, n_fft))
        distances.append(float(difference.square().mean(dim=-2).sqrt().mean()))
    return float(np.mean(distances))


def convergence_db(reference: Sound, other: Sound, n_fft: int = 2048) -> float:
    """Spectral convergence: the norm of the difference of magnitudes over the reference's norm, in dB."""
    wanted = magnitudes(reference, n_fft)
    return 20.0 * float(torch.log10((magnitudes(other, n_fft) - wanted).norm() / wanted.norm()))


def magnitudes(sound: Sound, n_fft: int) -> torch.Tensor:
    """Magnitudes, full-scale sinusoid = 1, by a Hann window and a hop of a quarter, shape (F, T)."""
    window = torch.hann_window(n_fft)
    window = window * (2.0 / float(window.sum()))
    return torch.stft(torch.from_numpy(sound), n_fft, n_fft // 4, window=window, return_complex=True).abs()


def magnitudes_db(magnitude: torch.Tensor) -> torch.Tensor:
    """Magnitudes in dB, floored."""
    return 20.0 * torch.log10(magnitude.clamp_min(FLOOR))


def level_db(sound: Sound) -> float:
    """Root mean square in dBFS; −200 for silence."""
    return 10.0 * float(np.log10(np.mean(np.square(sound, dtype=np.float64)) + 1e-20))
