"""Which share of each bin's power is noise, by a raw frame alone: what a decoder learns to tell of its spectra.

What is not noise can be foretold. Two windows lie in the frame, and the phase that a bin has under the later one
follows from the earlier in one of two ways::

    frame   |................................|
    first   |====================|                by its frequency, the mean of both windows': tones, glides, clicks
    second              |====================|

    first      |=============|                    by the period P that the frame repeats itself with best: the same
    second         |=============|                spectrum again; low tones whose partials no window tells apart
               |-P-|

With the spectra X, Y and the error ε of the phase foretold, the noise of a bin is |X|·|Y|·(1 − cos ε) over half of
|X|² + |Y|², both summed over some bins around it, as weak bins beside a partial say nothing. It is 0 where all is
foretold, or where one window is silent (a click in the other). White noise comes to a constant, by which it is divided.
Of both ways the smaller counts.

A single frame says little, but right in the mean, and a network that learns from many tells the mean.
"""

from __future__ import annotations

import functools
import math

import torch
from torch import Tensor
from torch.nn.functional import pad

WINDOW = 5 / 8
"""Length of the two windows of the first way, as a share of the frame's."""

PERIODIC_WINDOW = 7 / 16
"""The same of the second way; what it leaves is the longest period."""

SHORTEST_PERIOD = 1 / 4
"""The shortest period, as a share of the frame; of shorter ones a multiple counts."""

AROUND = (1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16)
"""Weights of the bins around a bin, and of itself."""

OF_NOISE = (0.617, 0.688, 0.642)
"""What white noise comes to in either way, and then the smaller of both; measured."""

SILENCE, TINY = 1e-14, 1e-30
"""Powers that are added to each bin's before something is divided by it."""


def noise_share(frames: Tensor, bins: int) -> Tensor:
    """The noise share of each bin, 0 (all can be foretold) … 1 (white noise, in the mean; single frames reach 2).

    Parameters
    ----------
    frames
        Raw frames of any even length n, shape (B, n); of another length than 2·(F − 1) they are transposed, as in
        `vschaos.training.augment.transposed_magnitudes`.
    bins
        F.

    Returns
    -------
    Tensor
        Shape (B, F).
    """
    by_frequency, by_period, smaller = OF_NOISE
    share = torch.minimum(_by_frequency(frames) / by_frequency, _by_period(frames) / by_period)[:, :bins] / smaller
    return pad(share, (0, bins - share.shape[1]))


def _by_frequency(frames: Tensor) -> Tensor:
    """What is not foretold by frequency, before it is scaled: frames (B, n) to (B, n/2 + 1)."""
    n_fft = frames.shape[1]
    length = 2 * round(n_fft * WINDOW / 2)
    window, slope = _hann(length, frames.device)
    apart = n_fft - length
    first, later = frames[:, :length], frames[:, apart:]
    spectra = torch.fft.rfft(torch.cat([first * window, later * window, first * slope, later * slope]), n_fft)
    both, moving = spectra.chunk(2)
    # Radians a sample beyond the bin's own, by the window's slope: Auger, Flandrin, *Improving the readability of
    # time-frequency and time-scale representations by the reassignment method*, IEEE Trans. SP 43(5), 1995.
    rate = (moving.real * both.imag - moving.imag * both.real) / (_power(both) + TINY)
    of_bin = 2.0 * math.pi / n_fft * (torch.arange(both.shape[1], device=frames.device) * apart % n_fft)
    return _unforetold(both, 0.5 * apart * rate.unflatten(0, (2, -1)).sum(dim=0) + of_bin)


def _by_period(frames: Tensor) -> Tensor:
    """What is not foretold by the best period, before it is scaled: frames (B, n) to (B, n/2 + 1)."""
    n_fft = frames.shape[1]
    length = 2 * round(n_fft * PERIODIC_WINDOW / 2)
    shortest, longest = round(n_fft * SHORTEST_PERIOD), n_fft - length
    window, _ = _hann(n_fft, frames.device)
    repeats = _autocorrelation(frames * window) / _of_window(n_fft, frames.device)
    period = shortest + repeats[:, shortest : longest + 1].argmax(dim=1, keepdim=True)
    window, _ = _hann(length, frames.device)
    start = (n_fft - length - period) // 2 + torch.arange(length, device=frames.device)
    pair = torch.cat([frames.gather(1, start), frames.gather(1, start + period)])
    return _unforetold(torch.fft.rfft(pair * window, n_fft))


def _unforetold(spectra: Tensor, turn: Tensor | None = None) -> Tensor:
    """The noise of bins, (B, F), by the spectra of both windows (2·B, F).

    ``turn`` is what the phase should turn by from one to the other, in radians, (B, F); nothing, if it is not given.
    """
    one, other = spectra.chunk(2)
    power_of_one, power_of_other = _power(spectra).chunk(2)
    along = other.real * one.real + other.imag * one.imag
    if turn is not None:
        across = other.imag * one.real - other.real * one.imag
        along = along * torch.cos(turn) + across * torch.sin(turn)
    missed = (power_of_one * power_of_other).sqrt() - along
    return _around(missed) / (_around(0.5 * (power_of_one + power_of_other)) + SILENCE)


def _around(values: Tensor) -> Tensor:
    """Sums over the bins around each of (B, F)."""
    bins, edge = values.shape[1], len(AROUND) // 2
    wide = pad(values.unsqueeze(0), (edge, edge), mode="reflect")[0]
    total = AROUND[0] * wide[:, :bins]
    for place, weight in enumerate(AROUND[1:], 1):
        total.add_(wide[:, place : place + bins], alpha=weight)
    return total


def _power(spectra: Tensor) -> Tensor:
    real, imaginary = spectra.real, spectra.imag
    return torch.addcmul(real * real, imaginary, imaginary)


def _autocorrelation(frames: Tensor) -> Tensor:
    """Of frames (…, n), for lags from 0 to n − 1."""
    length = frames.shape[-1]
    return torch.fft.irfft(_power(torch.fft.rfft(frames, 2 * length)))[..., :length]


@functools.lru_cache(maxsize=64)
def _of_window(length: int, device: torch.device) -> Tensor:
    """The autocorrelation of a Hann window (n,)."""
    return _autocorrelation(_hann(length, device)[0])


@functools.lru_cache(maxsize=64)
def _hann(length: int, device: torch.device) -> tuple[Tensor, Tensor]:
    """A Hann window (n,) and its slope a sample."""
    angle = 2.0 * math.pi * torch.arange(length, dtype=torch.float64) / length
    window, slope = 0.5 - 0.5 * torch.cos(angle), math.pi / length * torch.sin(angle)
    return window.float().to(device), slope.float().to(device)
