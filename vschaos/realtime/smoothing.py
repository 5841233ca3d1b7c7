"""A value that glides to its target sample by sample: one pole, in closed form, so that numpy does it in one go.

With time constant τ the distance to the target falls by e every τ: after n samples it is d·rⁿ, r = e^(−1/(τ·fs)).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray


class Glide:
    """One smoothed number.

    Parameters
    ----------
    time_constant_ms
        Time after which 63 % of a step is done.
    sample_rate_hz
        Rate of the samples it glides over.
    value
        Where it starts.
    """

    def __init__(self, time_constant_ms: float, sample_rate_hz: float, value: float = 0.0) -> None:
        self.value = value
        self._decay = math.exp(-1000.0 / (time_constant_ms * sample_rate_hz))
        self._powers = self._decay ** np.arange(1, 1025)
        self._rest = np.full(1, value)

    def run(self, target: float, count: int) -> NDArray[np.float64]:
        """The next ``count`` values on the way to ``target``, shape (count,); not to be written to."""
        if self.value == target:
            if len(self._rest) != count or self._rest[0] != target:
                self._rest = np.full(count, target, np.float64)
            return self._rest
        if count > len(self._powers):
            self._powers = self._decay ** np.arange(1, count + 1)
        distance = self.value - target
        if abs(distance) < 1e-7:
            self.value = target
            return np.full(count, target, np.float64)
        values = np.asarray(target + distance * self._powers[:count], np.float64)
        if count:
            self.value = float(values[-1])
        return values
