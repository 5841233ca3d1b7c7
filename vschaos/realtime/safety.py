"""The last stage before the loudspeaker: whatever comes in, what goes out is finite, centred and below −0.3 dBFS.

* A first-order high-pass at 5 Hz takes away constant offsets.
* A limiter with a soft knee and no look-ahead. Its envelope rises with the peak at once and falls slowly; the gain
  bends from the threshold on and never lets the envelope above the ceiling. While a peak rises that is a soft
  clipper, afterwards a volume control: the sound gets quieter rather than torn.

Both recursions are written in closed form, for numpy: with r < 1,

    y[n] = x[n] + r·y[n−1]           y[n] = rⁿ·(r·y₀ + Σₖ x[k]·r⁻ᵏ)
    e[n] = max(|x[n]|, r·e[n−1])     e[n] = rⁿ·max(r·e₀, maxₖ |x[k]|·r⁻ᵏ)

in pieces short enough that r⁻ᵏ stays small.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

CEILING = 0.9659
"""Just below 10^(−0.3/20)."""

THRESHOLD = 0.7
"""Where the limiter begins to bend: −3.1 dBFS."""

HIGHPASS_HZ = 5.0
RELEASE_MS = 120.0
LOUDEST = 16.0
"""Input is cut at +24 dBFS: anything louder is a fault, and the limiter should not take seconds to forget it."""

_PIECE = 2048


class OutputSafety:
    """Stateful high-pass and limiter for one channel.

    Parameters
    ----------
    sample_rate_hz
        Rate of the output device.
    """

    def __init__(self, sample_rate_hz: float) -> None:
        self._highpass = math.exp(-2.0 * math.pi * HIGHPASS_HZ / sample_rate_hz)
        self._release = math.exp(-1000.0 / (RELEASE_MS * sample_rate_hz))
        steps = np.arange(_PIECE)
        self._highpass_falling, self._highpass_rising = self._highpass**steps, self._highpass**-steps
        self._release_falling, self._release_rising = self._release**steps, self._release**-steps
        self._last_input = 0.0
        self._last_centred = 0.0
        self._envelope = 0.0
        self.faults = 0

    def process(self, samples: NDArray[np.floating]) -> NDArray[np.float32]:
        """Make samples, shape (n,), safe. Infinite and undefined ones become silence and are counted in ``faults``."""
        given = np.asarray(samples, np.float64)
        finite = np.isfinite(given)
        if not finite.all():
            self.faults += int(len(given) - finite.sum())
            given = np.where(finite, given, 0.0)
        given = np.clip(given, -LOUDEST, LOUDEST)
        pieces = [self._piece(given[start : start + _PIECE]) for start in range(0, len(given), _PIECE)]
        return np.concatenate(pieces).astype(np.float32) if pieces else np.zeros(0, np.float32)

    def _piece(self, given: NDArray[np.float64]) -> NDArray[np.floating]:
        count = len(given)
        difference = np.diff(given, prepend=self._last_input)
        summed = self._highpass * self._last_centred + np.cumsum(difference * self._highpass_rising[:count])
        centred = self._highpass_falling[:count] * summed
        self._last_input, self._last_centred = float(given[-1]), float(centred[-1])

        peaks = np.maximum.accumulate(np.abs(centred) * self._release_rising[:count])
        envelope = self._release_falling[:count] * np.maximum(self._release * self._envelope, peaks)
        self._envelope = float(envelope[-1])
        return centred * _gain(envelope)


def _gain(envelope: NDArray[np.floating]) -> NDArray[np.floating]:
    """Gain that brings each envelope value onto the knee: 1 below the threshold, then towards the ceiling."""
    room = CEILING - THRESHOLD
    bent = THRESHOLD + room * np.tanh((envelope - THRESHOLD) / room)
    return np.where(envelope > THRESHOLD, bent / np.maximum(envelope, THRESHOLD), 1.0)
