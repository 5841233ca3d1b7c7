"""For how much of a sound its channels cancel each other, found stretch by stretch. Torch-free, in constant memory.

Channels that cancel for a part of the time only leave a mean of the whole that looks like one of unrelated channels::

    left     ▁▂▃▂▁▂▃▂▁▂▃▂
    right    ▁▂▃▂▁▂▔▀▔▂▔▀▔      the second half is upside down
    mean     ▁▂▃▂▁▂______       silence, for half of the time
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BLOCK_HOPS = 20
"""A stretch of this many hops of 0.02 s is judged as one: short ones would find the beats of detuned voices."""
CANCELS_DB = -15.0
"""A stretch's mean is so much weaker than that of unrelated channels: two of equal level leave 18 dB less than each."""
LOUD_DB = 10
"""That is enough in stretches that are at most this much below the loudest."""
GONE_DB = -30.0
"""In quieter ones the mean has to be next to nothing: the width of a room outlasts what was played in its middle."""
HEARD_DB = 40
"""What is further below the loudest stretch does not count: the hum in the pauses."""

_LOUDEST_DB = 60
_LEVELS = 200


class Cancelling:
    """Collects for how long channels sound, and for how long they cancel, by level: the loudest may come last.

    Parameters
    ----------
    channels
        How many there are.
    """

    def __init__(self, channels: int) -> None:
        self._channels = channels
        self._sounding = np.zeros(_LEVELS, np.int64)
        self._weak = np.zeros(_LEVELS, np.int64)
        self._gone = np.zeros(_LEVELS, np.int64)

    def push(self, power: NDArray[np.floating], silent: NDArray[np.bool_]) -> None:
        """The next hops: their power in each channel and in the mean, shape (C + 1, K); where all is silent, (K,)."""
        starts = np.arange(0, len(silent), BLOCK_HOPS)
        power = np.add.reduceat(power * ~silent, starts, axis=1)
        hops = np.add.reduceat((~silent).astype(np.int64), starts)
        power, hops = power[:, hops > 0], hops[hops > 0]
        total, mean = np.maximum(power[:-1].sum(axis=0), 1e-30), power[-1]
        below_db = _LOUDEST_DB - 10 * np.log10(total / hops)
        levels = np.clip(below_db.round(), 0, _LEVELS - 1).astype(np.int64)
        np.add.at(self._sounding, levels, hops)
        over = mean * self._channels**2 / total
        np.add.at(self._weak, levels, hops * (over < 10 ** (CANCELS_DB / 10)))
        np.add.at(self._gone, levels, hops * (over < 10 ** (GONE_DB / 10)))

    def share(self) -> float:
        """The part of the time in which something is heard that the channels cancel, from 0 to 1."""
        loudest = int(np.argmax(self._sounding > 0))
        quiet, end = loudest + LOUD_DB + 1, loudest + HEARD_DB + 1
        cancelling = self._weak[loudest:quiet].sum() + self._gone[quiet:end].sum()
        return float(cancelling / max(1, self._sounding[loudest:end].sum()))
