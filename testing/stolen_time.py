"""Processor time that the host of a virtual machine takes away, and how many late blocks it excuses."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

STOLEN_SHARE = 0.003
"""Up to this share of the time, stolen time excuses nothing."""

STOLEN_AT_ONCE_S = 0.1
WITHOUT_PRIORITY = 1e-3
BLOCK_S = 256 / 48_000


def stolen_s() -> float:
    """CPU seconds that the host has taken from this virtual machine so far; 0 if unknown."""
    try:
        fields = Path("/proc/stat").read_text().split("\n", 1)[0].split()
    except OSError:
        return 0.0
    return int(fields[8]) / os.sysconf("SC_CLK_TCK")


@dataclass
class StolenTime:
    """What was stolen in a stretch of time, and how long that was; filled in at its end."""

    stolen_s: float = 0.0
    seconds: float = 0.0

    def allowed_late_underruns(self, callbacks: int, *, realtime: bool, block_s: float = BLOCK_S) -> float:
        """How many blocks may come late, given what the system did to us.

        One in any case: a server that comes late itself calls again at once. What a host takes from a virtual machine
        nobody here can make up for, whatever its priority: where it is more than `STOLEN_SHARE` of the time, as many
        blocks as fit into it, and one more for each 100 ms of it. Where the system grants no real-time priority, other
        programs may win now and then: one callback in a thousand.

        Parameters
        ----------
        callbacks
            How many blocks there were.
        realtime
            Whether the engine and the server have real-time priority.
        block_s
            Length of a block.
        """
        allowed = 1.0
        if self.stolen_s > STOLEN_SHARE * self.seconds:
            allowed += self.stolen_s / block_s + self.stolen_s / STOLEN_AT_ONCE_S
        if not realtime:
            allowed += WITHOUT_PRIORITY * callbacks
        return allowed


@contextmanager
def stolen_time() -> Iterator[StolenTime]:
    """What is stolen while the block runs."""
    found, stolen, began = StolenTime(), stolen_s(), time.monotonic()
    try:
        yield found
    finally:
        found.stolen_s, found.seconds = stolen_s() - stolen, time.monotonic() - began
