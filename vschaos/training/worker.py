"""The trainer as a child process: events out as lines, and the lowest priority there is."""

from __future__ import annotations

import os
import sys
import threading
from typing import TextIO

from vschaos.training.events import EVENTS
from vschaos.training.orders import Orders


class EventWriter:
    """A sink that writes each event as a line, at once; a closed pipe means: stop and keep."""

    def __init__(self, out: TextIO, orders: Orders) -> None:
        self._out = out
        self._orders = orders
        self._lock = threading.Lock()

    def __call__(self, event: object) -> None:
        """Write one event."""
        try:
            with self._lock:
                self._out.write(EVENTS.encode(event) + "\n")
                self._out.flush()
        except (BrokenPipeError, ValueError):
            self._orders.stop.set()


def yield_to_music() -> None:
    """Take only the time that nobody else wants: the playing engine shares these cores.

    SCHED_IDLE on Linux (nice alone does not keep the engine from starving), background elsewhere.
    """
    if hasattr(os, "SCHED_IDLE"):
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    elif hasattr(os, "nice"):
        os.nice(19)
    elif sys.platform == "win32":
        import ctypes

        idle_priority_class = 0x40
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), idle_priority_class)
