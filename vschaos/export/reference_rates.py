"""What resampling in a stream has to give, computed at once and in double precision from its definition.

Nothing here is shared with `vschaos.export.resampling` but the definition of the filter: the steps in which hops are
due follow from when their first sample is needed, not from counts, and each sample is summed up by itself.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import torch
from torch import Tensor

from vschaos.export.rates import PASSED, conversion
from vschaos.export.resampling import BETA

ROWS_AT_ONCE = 4096


def at_rate(sound: Tensor, from_hz: int, to_hz: int, samples: int, lag: int = 0) -> Tensor:
    """A sound (B, 1, n) at another rate, (B, 1, samples), as late as a causal filter makes it.

    Parameters
    ----------
    sound
        What lies beyond its ends is silence.
    from_hz, to_hz
        Its rate and the other.
    samples
        How many are wanted.
    lag
        By how many samples of its own it is later still.
    """
    half = conversion(from_hz, to_hz)[2]
    taps = max(1, 2 * half)
    known = np.pad(sound[:, 0].double().numpy(), ((0, 0), (taps + lag, taps)))
    cutoff = 0.5 * (1.0 + PASSED) * min(1.0, to_hz / from_hz)
    made: list[np.ndarray] = []
    for start in range(0, samples, ROWS_AT_ONCE):
        place = np.arange(start, min(samples, start + ROWS_AT_ONCE)) * from_hz
        nearest = (place // to_hz)[:, None] - taps + 1 + np.arange(taps)
        time = (place / to_hz)[:, None] - half - nearest
        weights = np.sinc(cutoff * time) * np.i0(BETA * np.sqrt(np.clip(1.0 - (time / max(1, half)) ** 2, 0.0, None)))
        weights /= weights.sum(axis=1, keepdims=True)
        index = np.clip(nearest + taps, 0, known.shape[1] - 1)
        made.append((known[:, index] * weights).sum(axis=2))
    return torch.from_numpy(np.concatenate(made, axis=1)).float().unsqueeze(1)


def steps_of_hops(steps: int, ratio: int, rate_hz: int, host_hz: int, hop: int) -> list[int]:
    """For each hop that sounds within so many steps of the host, the step in which its first sample is needed."""
    found: list[int] = []
    while True:
        first = -(-len(found) * hop * Fraction(host_hz, rate_hz) // 1)
        if first // ratio >= steps:
            return found
        found.append(int(first // ratio))


def hops_of_steps(steps: int, ratio: int, rate_hz: int, host_hz: int, hop: int) -> list[int]:
    """For each step of the host, the last hop that is complete at its end; −1 for none."""
    complete: list[int] = []
    while True:
        last_sample = (len(complete) + 1) * hop - 1
        step = int(last_sample * Fraction(host_hz, rate_hz) // 1) // ratio
        if step >= steps:
            break
        complete.append(step)
    return [sum(step <= now for step in complete) - 1 for now in range(steps)]
