r"""The last stage before the loudspeaker: whatever comes in, what goes out is finite, centred and below −0.3 dBFS.

* A first-order high-pass at 5 Hz takes away constant offsets.
* A limiter that looks ahead: the sound is late by ``LOOKAHEAD_MS``, so that the gain is down before a peak arrives
  and nothing is bent. For a peak p the gain that it needs is g = ceiling / p; what all of the coming samples need is
  the least of theirs, held and let go slowly; the mean of that over the look-ahead is smooth and never above what the
  sample that goes out needs, since each value in the mean knew of it::

    need       ‾‾‾‾‾‾‾‾‾|_|‾‾‾‾‾‾‾‾‾‾      ceiling / |x|, where it is below 1
    held       ‾‾‾‾‾‾‾‾‾|______⟋‾‾‾‾‾      least of the last L, then back to 1 with time constant RELEASE_MS
    gain       ‾‾‾‾‾‾‾‾‾\______⟋‾‾‾‾‾      mean of the last L
    sound                 ↑ L later

One gain serves all channels, so that the picture between the loudspeakers stands still.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from vschaos.realtime.compiled import compiled
from vschaos.realtime.ring import Frames

CEILING = 0.9659
"""Just below 10^(−0.3/20)."""

HIGHPASS_HZ = 5.0
LOOKAHEAD_MS = 1.5
RELEASE_MS = 120.0
LOUDEST = 16.0
"""Input is cut at +24 dBFS: anything louder is a fault, and the limiter should not take seconds to forget it."""


class OutputSafety:
    """Stateful high-pass and limiter.

    Parameters
    ----------
    sample_rate_hz
        Rate of the output device.
    channels
        Samples of a frame.

    Attributes
    ----------
    lookahead
        By how many samples the sound is late.
    """

    def __init__(self, sample_rate_hz: float, channels: int = 2) -> None:
        self.lookahead = max(round(LOOKAHEAD_MS * sample_rate_hz / 1000.0), 1)
        self._constants = np.array(
            [
                math.exp(-2.0 * math.pi * HIGHPASS_HZ / sample_rate_hz),
                1.0 - math.exp(-1000.0 / (RELEASE_MS * sample_rate_hz)),
            ]
        )
        self._centring = np.zeros((2, channels))
        self._late = np.zeros((self.lookahead, channels))
        self._needs = np.ones(self.lookahead)
        self._held = np.ones(self.lookahead + 1)  # the last place is the latest value
        self._place = np.zeros(2, np.int64)

    @property
    def faults(self) -> int:
        """How many samples were not finite; they became silence."""
        return int(self._place[1])

    def process(self, frames: Frames, gain: NDArray[np.float64]) -> Frames:
        """Frames, shape (n, channels), times the gain, shape (n,), made safe and ``lookahead`` samples late."""
        out = np.empty(frames.shape, np.float32)
        _protect(
            frames,
            gain,
            self._constants,
            self._centring,
            self._late,
            self._needs,
            self._held,
            self._place,
            out,
        )
        return out


@compiled
def _protect(
    frames: Frames,
    gains: NDArray[np.float64],
    constants: NDArray[np.float64],
    centring: NDArray[np.float64],
    late: NDArray[np.float64],
    needs: NDArray[np.float64],
    held: NDArray[np.float64],
    place: NDArray[np.int64],
    out: Frames,
) -> None:
    """Fill ``out``. ``late``, ``needs`` and ``held`` are circles of the last L samples, at ``place[0]``."""
    decay, release = constants[0], constants[1]
    lookahead, channels = late.shape
    at = place[0]
    latest = held[lookahead]
    total = 0.0  # summed anew each time, so that rounding never adds up
    lowest = 1.0
    for k in range(lookahead):
        total += held[k]
        lowest = min(lowest, needs[k])
    for i in range(frames.shape[0]):
        peak = 0.0
        for channel in range(channels):
            given = gains[i] * frames[i, channel]
            if not math.isfinite(given):
                place[1] += 1
                given = 0.0
            given = min(max(given, -LOUDEST), LOUDEST)
            centred = decay * (centring[1, channel] + given - centring[0, channel])
            centring[0, channel] = given
            centring[1, channel] = centred
            out[i, channel] = late[at, channel]
            late[at, channel] = centred
            peak = max(peak, abs(centred))
        need = CEILING / peak if peak > CEILING else 1.0
        gone = needs[at]
        needs[at] = need
        if need <= lowest:
            lowest = need
        elif gone <= lowest:  # the least has left: look for the next
            lowest = need
            for k in range(lookahead):
                lowest = min(lowest, needs[k])
        latest = min(min(lowest, gone), latest + release * (1.0 - latest))
        total += latest - held[at]
        held[at] = latest
        gain = min(total / lookahead, 1.0)
        for channel in range(channels):
            out[i, channel] = min(max(out[i, channel] * gain, -CEILING), CEILING)
        at += 1
        if at == lookahead:
            at = 0
    held[lookahead] = latest
    place[0] = at
