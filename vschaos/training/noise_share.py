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
from torch.nn.functional import conv1d, pad

WINDOW = 5 / 8
"""Length of the two windows of the first way, as a share of the frame's."""

PERIODIC_WINDOW = 7 / 16
"""The same of the second way; what it leaves is the longest period."""

SHORTEST_PERIOD = 1 / 4
"""The shortest period, as a share of the frame; of shorter ones a multiple counts."""

AROUND = (1.0, 4.0, 6.0, 4.0, 1.0)
"""Weights of the bins around a bin, and of itself."""

OF_NOISE = (0.617, 0.688, 0.642)
"""What white noise comes to in either way, and then the smaller of both; measured."""

SILENCE = 1e-14
"""Power that is added to each bin's."""


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
    one, other, one_moving, other_moving = spectra.chunk(4)
    # Radians a sample beyond the bin's own, by the window's slope: Auger, Flandrin, *Improving the readability of
    # time-frequency and time-scale representations by the reassignment method*, IEEE Trans. SP 43(5), 1995.
    rate = -0.5 * ((one_moving / _not_zero(one)).imag + (other_moving / _not_zero(other)).imag)
    of_bin = 2.0 * math.pi / n_fft * (torch.arange(rate.shape[1], device=frames.device) * apart % n_fft)
    return _unforetold(one, other, torch.polar(torch.ones_like(rate), apart * rate + of_bin))


def _by_period(frames: Tensor) -> Tensor:
    """What is not foretold by the best period, before it is scaled: frames (B, n) to (B, n/2 + 1)."""
    n_fft = frames.shape[1]
    window, _ = _hann(n_fft, frames.device)
    length = 2 * round(n_fft * PERIODIC_WINDOW / 2)
    shortest, longest = round(n_fft * SHORTEST_PERIOD), n_fft - length
    repeats = _autocorrelation(frames * window) / _autocorrelation(window)
    period = shortest + repeats[:, shortest : longest + 1].argmax(dim=1, keepdim=True)
    window, _ = _hann(length, frames.device)
    start = (n_fft - length - period) // 2 + torch.arange(length, device=frames.device)
    pair = torch.cat([frames.gather(1, start), frames.gather(1, start + period)])
    one, other = torch.fft.rfft(pair * window, n_fft).chunk(2)
    return _unforetold(one, other, torch.ones_like(one))


def _unforetold(one: Tensor, other: Tensor, turn: Tensor) -> Tensor:
    """The noise of bins, (B, F), by two spectra and what the phase should turn by between them, complex (B, F)."""
    both = other * one.conj()
    missed = both.abs() - (both * turn.conj()).real
    power = 0.5 * (_power(one) + _power(other))
    return _around(missed) / (_around(power) + SILENCE)


def _around(values: Tensor) -> Tensor:
    """Sums over the bins around each of (B, F)."""
    weights = torch.tensor(AROUND, device=values.device)
    edge = len(AROUND) // 2
    return conv1d(pad(values.unsqueeze(1), (edge, edge), mode="reflect"), (weights / weights.sum()).view(1, 1, -1))[
        :, 0
    ]


def _power(spectra: Tensor) -> Tensor:
    return spectra.real.square() + spectra.imag.square()


def _not_zero(spectra: Tensor) -> Tensor:
    return torch.where(spectra == 0, torch.ones_like(spectra), spectra)


def _autocorrelation(frames: Tensor) -> Tensor:
    """Of frames (…, n), for lags from 0 to n − 1."""
    length = frames.shape[-1]
    return torch.fft.irfft(_power(torch.fft.rfft(frames, 2 * length)))[..., :length]


@functools.lru_cache(maxsize=64)
def _hann(length: int, device: torch.device) -> tuple[Tensor, Tensor]:
    """A Hann window (n,) and its slope a sample."""
    angle = 2.0 * math.pi * torch.arange(length, dtype=torch.float64) / length
    window, slope = 0.5 - 0.5 * torch.cos(angle), math.pi / length * torch.sin(angle)
    return window.float().to(device), slope.float().to(device)
