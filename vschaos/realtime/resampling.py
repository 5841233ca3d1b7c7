r"""From one sample rate to another, in a stream, within a millisecond. Runs on the inference thread.

A polyphase filter: each sample that goes out is the inner product of the 64 latest samples that came in with the
values of one filter at places a fraction of a sample apart::

    y[j] = Σₖ x[⌊jQ/P⌋ − k] · h(k + jQ mod P / P),      Q / P = rate in / rate out, in lowest terms

h is a sinc under a Kaiser window (Kaiser, *Nonrecursive digital filter design using the I₀-sinh window function*,
1974): within 0.01 dB up to 19 kHz and 62 dB down at 22.05 kHz where 44.1 kHz meet 48. Places are whole numbers:
pitch is exact, and nothing drifts. Ready-made stream resamplers of this quality are 3 to 11 ms late, as long as our
whole queue; this one is 32 samples late.
"""

from __future__ import annotations

import math
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from vschaos.realtime.compiled import compiled
from vschaos.realtime.ring import Frames

TAPS = 64
BETA = 7.2
"""Of the Kaiser window: side lobes 75 dB down."""

CUTOFF = 0.931
"""Middle of the filter's slope, as a share of half the lower rate, so that it ends at that half."""

MOST_PHASES = 4096
"""Ratios of larger numbers use the nearest of so many fractions: −80 dB of error at the highest frequencies."""


class StreamResampler:
    """Resamples a stream; passes it through untouched where the rates agree.

    Parameters
    ----------
    rate_in_hz, rate_out_hz
        Rates of what comes in and what goes out, whole numbers. Their ratio is exact.
    channels
        Samples of a frame.
    """

    def __init__(self, rate_in_hz: float, rate_out_hz: float, channels: int = 2) -> None:
        rate_in, rate_out = round(rate_in_hz), round(rate_out_hz)
        divisor = math.gcd(rate_in, rate_out)
        self._step, self._phases = rate_in // divisor, rate_out // divisor
        self._same = rate_in == rate_out
        self._filters = _filters(rate_in, rate_out)
        self._past = np.zeros((channels, self._filters.shape[1] - 1), np.float32)
        self._next = np.zeros(1, np.int64)

    @property
    def delay(self) -> float:
        """How late the stream is, in samples that come in."""
        return 0.0 if self._same else self._filters.shape[1] / 2

    def process(self, frames: Frames) -> Frames:
        """What ``frames``, shape (n, channels), make, shape (m, channels); m is n·rate_out/rate_in on average."""
        if self._same:
            return frames
        count = len(frames)
        known = np.concatenate([self._past, frames.T], axis=1)
        out = np.empty((int((count * self._phases - self._next[0] - 1) // self._step) + 1, frames.shape[1]), np.float32)
        _resample(known, self._filters, self._next, self._step, self._phases, out)
        self._next[0] -= count * self._phases
        self._past = known[:, count:]
        return out


@lru_cache(maxsize=8)
def _filters(rate_in: int, rate_out: int) -> NDArray[np.float32]:
    """The filter's values for each fraction of a sample, shape (fractions, taps), the oldest sample's first."""
    phases = min(rate_out // math.gcd(rate_in, rate_out), MOST_PHASES)
    lower = min(rate_in, rate_out) / rate_in
    taps = 2 * math.ceil(TAPS / lower / 2)
    # Tap k of fraction f stands k + f samples of the input before the latest but taps / 2.
    places = np.arange(taps)[None, :] + np.arange(phases)[:, None] / phases - taps / 2
    width = CUTOFF * lower
    inside = np.clip(1.0 - np.square(2.0 * places / taps), 0.0, None)
    values = width * np.sinc(width * places) * np.i0(BETA * np.sqrt(inside)) / np.i0(BETA)
    values /= values.sum(axis=1, keepdims=True)
    return np.ascontiguousarray(values[:, ::-1], np.float32)


@partial(compiled, sums_in_any_order=True)
def _resample(
    known: NDArray[np.float32],
    filters: NDArray[np.float32],
    position: NDArray[np.int64],
    step: int,
    phases: int,
    out: Frames,
) -> None:
    """Fill ``out`` from the samples of each channel, (channels, n).

    ``position`` is the next frame's place, in units of 1/phases of a frame that comes in.
    """
    fractions, taps = filters.shape
    place = position[0]
    for j in range(out.shape[0]):
        whole = place // phases
        row = (place - whole * phases) * fractions // phases
        for channel in range(out.shape[1]):
            total = np.float32(0.0)
            for k in range(taps):
                total += known[channel, whole + k] * filters[row, k]
            out[j, channel] = total
        place += step
    position[0] = place
