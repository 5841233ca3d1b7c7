"""Durations that the core collects while playing, in memory that is there before the first."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np

from vschaos.core.library import ffi

CAPACITY = 1 << 16


class Durations:
    """The last durations of something, up to `CAPACITY`.

    Parameters
    ----------
    durations
        The core's ``vs_durations``, which it counts in; it gets its memory here.
    """

    def __init__(self, durations: Any) -> None:
        self._seconds = np.full(CAPACITY, 0.0, np.float64)  # not zeros: its pages are there at once
        self._durations = durations
        durations.seconds = ffi.cast("double *", self._seconds.ctypes.data)
        durations.capacity = CAPACITY

    @property
    def count(self) -> int:
        """How many there have been."""
        return int(self._durations.count)

    def quantile_ms(self, share: float) -> float:
        """The duration in ms that this share of them (0…1) does not exceed; 0 before the first."""
        kept = self._seconds[: min(self.count, CAPACITY)]
        return float(np.quantile(kept, share) * 1000.0) if len(kept) else 0.0


def process_age_s() -> float:
    """Seconds since this process was started, by the kernel's account on Linux; elsewhere since now."""
    try:
        started_ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
        uptime_s = float(Path("/proc/uptime").read_text().split()[0])
        return max(uptime_s - started_ticks / os.sysconf("SC_CLK_TCK"), 0.0)
    except (OSError, ValueError, IndexError, AttributeError):
        return 0.0
