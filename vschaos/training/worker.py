"""The trainer as a child process: events out as lines, orders in as lines, and the lowest priority there is."""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import TextIO

from vschaos.messages import MessageError
from vschaos.training.callbacks import Orders
from vschaos.training.events import EVENTS, ORDERS, Cancel


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


def take_orders(source: TextIO, orders: Orders) -> threading.Thread:
    """Read orders in a daemon thread; when the other end goes away, the training stops and is kept."""

    def read() -> None:
        for line in source:
            try:
                order = ORDERS.decode(line)
            except MessageError as error:
                print(f"ignored: {error}", file=sys.stderr)
                continue
            (orders.cancel if isinstance(order, Cancel) else orders.stop).set()
        orders.stop.set()

    thread = threading.Thread(target=read, name="orders", daemon=True)
    thread.start()
    return thread


def stop_on_signals(orders: Orders) -> None:
    """Ctrl-C and a polite kill stop the training and keep what it learned."""

    def stop(_number: int, _frame: object) -> None:
        orders.stop.set()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)


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
