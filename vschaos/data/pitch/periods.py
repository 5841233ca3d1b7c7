"""Corrects notes that the network confuses with a harmonic, by how well the waveform repeats.

A sound of period T repeats after T, and not after T / 2 or T / 3, the periods of its second and third harmonic, which
the network mistakes for the note in some low ones. How well a frame repeats after a lag τ is its normalised square
difference, 1 − Σ(xₜ − xₜ₊τ)² / Σ(xₜ² + xₜ₊τ²), 1 for a perfect repetition and 0 for noise
(P. McLeod, G. Wyvill, A Smarter Way to Find Pitch, ICMC 2005). Torch-free.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from vschaos.data.pitch.track import HIGHEST_NOTE, LOWEST_NOTE, NOTES

Values = NDArray[np.float32]

FRAME_SAMPLES = 2048
"""At 16 kHz, four periods of the lowest note."""

_HARMONICS = (12, 19)
"""The second and the third harmonic of a note lie this many semitones above it; higher ones changed nothing."""
_DETUNED = (-1 / 3, 0.0, 1 / 3)
"""A note is looked for at these semitones from its tempered pitch, too: the best of them counts."""
_MUCH_BETTER = 0.2
"""By so much a multiple of the period must fit better than the period before the lower note is believed."""
_REPEATS = 0.8
"""And at least so well it must fit."""


def notes_by_period(evidence: Values, frames: Values, sample_rate_hz: int) -> Values:
    """Move what a network hears down to the note of which it is a harmonic, where the waveform says so.

    Parameters
    ----------
    evidence
        How sure the network is of each note, 0 to 1, shape (N, `NOTES`).
    frames
        The waveform around the same moments, shape (N, `FRAME_SAMPLES`).
    sample_rate_hz
        Of the waveform.

    Returns
    -------
    NDArray
        The evidence, shape (N, `NOTES`).
    """
    fit = _fit(frames, sample_rate_hz)
    moved = evidence.copy()
    staying = np.ones(evidence.shape, bool)
    for interval in _HARMONICS:
        lower, upper = slice(None, -interval), slice(interval, None)
        down = (fit[:, lower] > fit[:, upper] + _MUCH_BETTER) & (fit[:, lower] > _REPEATS) & staying[:, upper]
        staying[:, upper] &= ~down
        moved[:, lower] = np.where(down, np.maximum(moved[:, lower], evidence[:, upper]), moved[:, lower])
    return np.where(staying, moved, 0.0)


def _fit(frames: Values, sample_rate_hz: int) -> Values:
    """How well each frame repeats with the period of each note, shape (N, `NOTES`)."""
    cosines, lags = _lags(sample_rate_hz)
    length = frames.shape[1]
    frames = frames - frames.mean(axis=1, keepdims=True)
    # Padded to twice the length, the autocorrelation does not wrap round; the cosines give it between samples, too.
    power = np.abs(np.fft.rfft(frames, 2 * length)).astype(np.float32) ** 2
    products = power @ cosines
    energy = np.pad(np.cumsum(frames**2, axis=1), ((0, 0), (1, 0)))
    both = energy[:, length - lags] + energy[:, -1:] - energy[:, lags]
    fit = 2.0 * products / np.maximum(both, 1e-9)
    return fit.reshape(len(frames), NOTES, len(_DETUNED)).max(axis=2)


@lru_cache
def _lags(sample_rate_hz: int) -> tuple[Values, NDArray[np.int64]]:
    """The inverse transform of a power spectrum to the lags of all notes, (bins, L); the lags in whole samples (L,)."""
    notes = np.add.outer(np.arange(LOWEST_NOTE, HIGHEST_NOTE + 1), _DETUNED).ravel()
    lags = sample_rate_hz / (440.0 * 2.0 ** ((notes - 69) / 12))
    size = 2 * FRAME_SAMPLES
    bins = np.arange(size // 2 + 1)
    weight = np.where((bins == 0) | (bins == size // 2), 1.0, 2.0) / size
    cosines = weight[:, None] * np.cos(2 * np.pi * np.outer(bins, lags) / size)
    return cosines.astype(np.float32), np.round(lags).astype(np.int64)
