"""What was heard last, in memory that is there before the first sample: the audio thread writes, others read.

One writer, who waits for nobody; readers copy first and ask afterwards whether it was still whole. The work is done by
the compiled core (``vschaos/core/ring.c``).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from vschaos.core.arrays import array_at, floats
from vschaos.core.library import core, ffi

Frames = NDArray[np.float32]


class History:
    """A circular buffer of frames that are numbered from 0, the first ever written.

    Parameters
    ----------
    capacity
        Frames (one sample per channel) that are kept.
    channels
        Samples in a frame.

    Attributes
    ----------
    handle
        The core's ``vs_history``, valid as long as this object.
    counters
        int64; at [0] the number of frames written, at [8] that of those claimed by a write that is under way.
    """

    def __init__(self, capacity: int, channels: int) -> None:
        if capacity < 1 or channels < 1:
            raise ValueError("a history keeps at least one sample")
        made = core.vs_history_new(capacity, channels)
        if made == ffi.NULL:
            raise MemoryError
        self.handle = ffi.gc(made, core.vs_history_free)
        self.counters = array_at(core.vs_history_counters(made), (16,), np.int64, self.handle)
        self.capacity = capacity
        self.channels = channels

    @property
    def written(self) -> int:
        """How many frames there have been; the number of the next one."""
        return int(core.vs_history_written(self.handle))

    @property
    def oldest(self) -> int:
        """The number of the oldest frame that is still whole."""
        return int(core.vs_history_oldest(self.handle))

    def write(self, frames: Frames) -> None:
        """Keep frames of shape (n, channels), or (n, 1) for the same sound on every channel. For one thread only."""
        if frames.ndim != 2 or frames.shape[1] not in (1, self.channels):
            raise ValueError(f"frames of {self.channels} samples were expected, not an array {frames.shape}")
        core.vs_history_write(self.handle, floats(frames), len(frames), frames.shape[1])

    def read_into(self, start: int, out: Frames) -> bool:
        """Copy the frames from number ``start`` on into ``out``, shape (n, channels); False where they are gone.

        All of them must have been written. What is in ``out`` after False is of no use.
        """
        if out.ndim != 2 or out.shape[1] != self.channels:
            raise ValueError(f"room for frames of {self.channels} samples was expected, not an array {out.shape}")
        read = core.vs_history_read(self.handle, start, floats(out, written_to=True), len(out))
        if read < 0:
            raise ValueError(f"frames {start} to {start + len(out)} are not there yet")
        return bool(read)
