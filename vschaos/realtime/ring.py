"""A ring of frames between the inference thread (writes) and the audio callback (reads).

One writer, one reader, no lock: each side alone moves its own counter, after it has copied. Counters only grow, so
that full and empty cannot be confused. Everything lies in arrays that stay where they are, so that the callback, which
is machine code, finds them by their addresses; a fence keeps processors from moving a counter before the samples.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from vschaos.realtime.compiled import compiled, fence

Frames = NDArray[np.float32]
"""Samples of all channels, shape (n, channels), full scale ±1."""

WRITTEN, READ = 0, 8
"""Places of the two counters, a cache line apart."""


class Ring:
    """Single-producer, single-consumer queue of frames.

    Parameters
    ----------
    capacity
        Frames it can hold.
    channels
        Samples of a frame.

    Attributes
    ----------
    samples
        The memory, shape (capacity, channels).
    counters
        Frames written and read since the start, int64, at `WRITTEN` and `READ`.
    """

    def __init__(self, capacity: int, channels: int = 2) -> None:
        if capacity < 1:
            raise ValueError("a ring holds at least one frame")
        self.samples = np.full((capacity, channels), 0.0, np.float32)  # not zeros: its pages are there at once
        self.counters = np.zeros(16, np.int64)
        self.capacity = capacity
        self.channels = channels

    @property
    def fill(self) -> int:
        """Frames waiting to be read."""
        return int(self.counters[WRITTEN] - self.counters[READ])

    @property
    def space(self) -> int:
        """Frames that may be written."""
        return self.capacity - self.fill

    def write(self, frames: Frames) -> int:
        """Copy frames, shape (n, channels), into the ring; returns how many there was room for."""
        return int(write_frames(self.samples, self.counters, frames))

    def read_into(self, out: Frames) -> int:
        """Move frames into ``out``, shape (n, channels); returns how many there were. Its rest is left alone."""
        return int(read_frames(self.samples, self.counters, out))

    def drop(self, count: int) -> None:
        """Let go of the oldest frames; for the reader."""
        self.counters[READ] += min(count, self.fill)


@compiled
def write_frames(samples: Frames, counters: NDArray[np.int64], frames: Frames) -> int:
    """The writer's half of a ring; returns the number of frames written."""
    capacity, channels = samples.shape
    written = counters[WRITTEN]
    count = min(frames.shape[0], capacity - (written - counters[READ]))
    fence()
    place = written % capacity
    for i in range(count):
        for channel in range(channels):
            samples[place, channel] = frames[i, channel]
        place += 1
        if place == capacity:
            place = 0
    fence()
    counters[WRITTEN] = written + count
    return count


@compiled
def read_frames(samples: Frames, counters: NDArray[np.int64], out: Frames) -> int:
    """The reader's half of a ring; returns the number of frames read."""
    capacity, channels = samples.shape
    read = counters[READ]
    count = min(out.shape[0], counters[WRITTEN] - read)
    fence()
    place = read % capacity
    for i in range(count):
        for channel in range(channels):
            out[i, channel] = samples[place, channel]
        place += 1
        if place == capacity:
            place = 0
    fence()
    counters[READ] = read + count
    return count
