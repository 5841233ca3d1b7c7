"""A ring of samples between the inference thread (writes) and the audio callback (reads).

One writer, one reader, no lock: each side alone moves its own counter, after it has copied. Counters only grow, so
that full and empty cannot be confused. In the callback only :meth:`Ring.read_into` is called; it allocates nothing
but array views.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]


class Ring:
    """Single-producer, single-consumer queue of mono samples.

    Parameters
    ----------
    capacity
        Samples it can hold.
    """

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("a ring holds at least one sample")
        self._samples = np.zeros(capacity, np.float32)
        self.capacity = capacity
        self._written = 0
        self._read = 0

    @property
    def fill(self) -> int:
        """Samples waiting to be read."""
        return self._written - self._read

    @property
    def space(self) -> int:
        """Samples that may be written."""
        return self.capacity - self.fill

    def write(self, samples: Samples) -> int:
        """Copy samples, shape (n,), into the ring; returns how many there was room for."""
        count = min(len(samples), self.space)
        start = self._written % self.capacity
        first = min(count, self.capacity - start)
        self._samples[start : start + first] = samples[:first]
        self._samples[: count - first] = samples[first:count]
        self._written += count
        return count

    def read_into(self, out: Samples) -> int:
        """Move samples into ``out``, shape (n,); returns how many there were. The rest of ``out`` is left alone."""
        count = min(len(out), self.fill)
        start = self._read % self.capacity
        first = min(count, self.capacity - start)
        out[:first] = self._samples[start : start + first]
        out[first:count] = self._samples[: count - first]
        self._read += count
        return count
