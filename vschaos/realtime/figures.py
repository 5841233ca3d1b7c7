"""Durations collected while playing, in memory that is there before the first: for the engine and its callback."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np


class Durations:
    """The last durations, up to a fixed number.

    Parameters
    ----------
    capacity
        How many to keep.
    """

    def __init__(self, capacity: int = 1 << 16) -> None:
        self._seconds = np.zeros(capacity, np.float64)
        self._count = 0

    def add(self, seconds: float) -> None:
        """Keep one duration."""
        self._seconds[self._count % len(self._seconds)] = seconds
        self._count += 1

    @property
    def count(self) -> int:
        """How many there have been."""
        return self._count

    def quantile_ms(self, share: float) -> float:
        """The duration in ms that this share of them (0…1) does not exceed; 0 before the first."""
        kept = self._seconds[: min(self._count, len(self._seconds))]
        return float(np.quantile(kept, share) * 1000.0) if len(kept) else 0.0


def process_age_s() -> float:
    """Seconds since this process was started, by the kernel's account on Linux; elsewhere since now."""
    try:
        started_ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
        uptime_s = float(Path("/proc/uptime").read_text().split()[0])
        return max(uptime_s - started_ticks / os.sysconf("SC_CLK_TCK"), 0.0)
    except (OSError, ValueError, IndexError, AttributeError):
        return 0.0
