"""Distances between sounds, for the benchmarks."""

from __future__ import annotations

import itertools

import numpy as np
import torch
from numpy.typing import NDArray

Sound = NDArray[np.float32]

RESOLUTIONS = (512, 1024, 2048, 4096)
FLOOR = 1e-5
"""−100 dB below a full-scale sinusoid."""
AUDIBLE_DB = 40.0
"""Third octaves further below the loudest one are not compared."""
POWER_FLOOR = 1e-12


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


def third_octaves_db(reference: Sound, other: Sound, sample_rate_hz: int) -> NDArray[np.float64]:
    """How much louder the other sound is than the reference in each third of an octave from 40 Hz on, in dB.

    NaN for bands that are more than `AUDIBLE_DB` below the reference's loudest one. Shape (27,), the centres being
    1000 · 2^(n/3) Hz for n = −14 … 12.
    """
    edges_hz = 1000.0 * 2.0 ** ((np.arange(-14, 14) - 0.5) / 3.0)
    wanted, made = (_powers(sound, edges_hz, sample_rate_hz) for sound in (reference, other))
    gain_db = 10.0 * np.log10((made + POWER_FLOOR) / (wanted + POWER_FLOOR))
    return np.where(wanted >= wanted.max() * 10.0 ** (-AUDIBLE_DB / 10.0), gain_db, np.nan)


def low_end_db(reference: Sound, other: Sound, sample_rate_hz: int) -> float:
    """How much louder the other sound is than the reference from 20 to 250 Hz, in dB.

    NaN where that part is less than a thousandth of the reference's power.
    """
    edges_hz = np.array([20.0, 250.0, sample_rate_hz / 2])
    (wanted, above), (made, _) = (_powers(sound, edges_hz, sample_rate_hz) for sound in (reference, other))
    if wanted < 1e-3 * (wanted + above):
        return float("nan")
    return 10.0 * float(np.log10((made + POWER_FLOOR) / (wanted + POWER_FLOOR)))


def _powers(sound: Sound, edges_hz: NDArray[np.floating], sample_rate_hz: int) -> NDArray[np.float64]:
    """Mean square of a sound's parts from each frequency to the next, by one Fourier transform of all of it."""
    power = np.square(np.abs(np.fft.rfft(sound.astype(np.float64)))) * 2.0 / len(sound) ** 2
    places = np.searchsorted(np.fft.rfftfreq(len(sound), 1.0 / sample_rate_hz), edges_hz)
    return np.array([power[low:high].sum() for low, high in itertools.pairwise(places)])


def level_db(sound: Sound) -> float:
    """Root mean square in dBFS; −200 for silence."""
    return 10.0 * float(np.log10(np.mean(np.square(sound, dtype=np.float64)) + 1e-20))
