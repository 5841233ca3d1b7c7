"""What was heard last, in memory that is there before the first sample: the inference thread writes, others read.

One writer, no lock. Before it copies, the writer says how far it will have got; after it has copied, that it is there.
A reader copies first and asks afterwards whether the writer has reached what it copied::

    buffer   |▒▒▒|░░░░░░░░░░░░░░░░░░░|███████████████████████|
             written                 claimed − capacity      (the end comes round to the beginning)
                 ▒ being overwritten, ░ still whole: readable, as is █
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Frames = NDArray[np.float32]


class History:
    """A circular buffer of frames that are numbered from 0, the first ever written.

    Parameters
    ----------
    capacity
        Frames (one sample per channel) that are kept.
    channels
        Samples in a frame.
    """

    def __init__(self, capacity: int, channels: int) -> None:
        if capacity < 1 or channels < 1:
            raise ValueError("a history keeps at least one sample")
        self._frames = np.full((capacity, channels), 0.0, np.float32)  # not zeros: its pages are there before the first
        # Memory that was only promised would be fetched page by page, while the sound waits.
        self._frames.fill(0.0)
        self.capacity = capacity
        self.channels = channels
        self._claimed = 0
        self._written = 0

    @property
    def written(self) -> int:
        """How many frames there have been; the number of the next one."""
        return self._written

    @property
    def oldest(self) -> int:
        """The number of the oldest frame that is still whole."""
        return max(self._claimed - self.capacity, 0)

    def write(self, frames: Frames) -> None:
        """Keep frames of shape (n, channels), or (n, 1) for the same sound on every channel. For one thread only."""
        count = len(frames)
        end = self._written + count
        self._claimed = end
        kept = min(count, self.capacity)
        start = (end - kept) % self.capacity
        first = min(kept, self.capacity - start)
        # A block longer than the whole buffer leaves its end there.
        self._frames[start : start + first] = frames[count - kept : count - kept + first]
        self._frames[: kept - first] = frames[count - kept + first :]
        self._written = end

    def read_into(self, start: int, out: Frames) -> bool:
        """Copy the frames from number ``start`` on into ``out``, shape (n, channels); False where they are gone.

        All of them must have been written. What is in ``out`` after False is of no use.
        """
        count = len(out)
        if start < 0 or start + count > self._written:
            raise ValueError(f"frames {start} to {start + count} are not there yet")
        place = start % self.capacity
        first = min(count, self.capacity - place)
        if count > self.capacity:
            return False
        out[:first] = self._frames[place : place + first]
        out[first:] = self._frames[: count - first]
        return start >= self.oldest
