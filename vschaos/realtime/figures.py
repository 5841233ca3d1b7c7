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

    Attributes
    ----------
    seconds, counter
        The memory: durations, float64, shape (capacity,), and how many there have been, int64, shape (1,); the audio
        callback writes here.
    """

    def __init__(self, capacity: int = 1 << 16) -> None:
        self.seconds = np.full(capacity, 0.0, np.float64)  # not zeros: its pages are there at once
        self.counter = np.zeros(1, np.int64)

    def add(self, seconds: float) -> None:
        """Keep one duration."""
        count = self.counter[0]
        self.seconds[count % len(self.seconds)] = seconds
        self.counter[0] = count + 1

    @property
    def count(self) -> int:
        """How many there have been."""
        return int(self.counter[0])

    def quantile_ms(self, share: float) -> float:
        """The duration in ms that this share of them (0…1) does not exceed; 0 before the first."""
        kept = self.seconds[: min(self.count, len(self.seconds))]
        return float(np.quantile(kept, share) * 1000.0) if len(kept) else 0.0


def process_age_s() -> float:
    """Seconds since this process was started, by the kernel's account on Linux; elsewhere since now."""
    try:
        started_ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
        uptime_s = float(Path("/proc/uptime").read_text().split()[0])
        return max(uptime_s - started_ticks / os.sysconf("SC_CLK_TCK"), 0.0)
    except (OSError, ValueError, IndexError, AttributeError):
        return 0.0
