"""Orders to a running training: flags that a signal or another thread raises, looked at between two steps."""

from __future__ import annotations

import signal
import sys
import threading
from typing import TextIO

from vschaos.messages import MessageError
from vschaos.training.events import ORDERS, Cancel


class StopFlags:
    """What the trainer is to do; both flags may be raised at any time, from any thread."""

    def __init__(self) -> None:
        self.stop = threading.Event()
        self.cancel = threading.Event()

    @property
    def any(self) -> bool:
        """Whether the training is to end."""
        return self.stop.is_set() or self.cancel.is_set()


def stop_on_signals(orders: StopFlags) -> None:
    """Ctrl-C and a polite kill stop the training and keep what it learned; only the main thread can set this up."""

    def stop(_number: int, _frame: object) -> None:
        orders.stop.set()

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, stop)
        signal.signal(signal.SIGTERM, stop)


def read_orders(source: TextIO, orders: StopFlags) -> threading.Thread:
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
