"""Stalls the Python of a process: a thread holds the interpreter's lock for VSCHAOS_STALL_MS once a second.

Python imports a module of this name by itself, where its folder is in PYTHONPATH.
"""

import ctypes
import os
import threading
import time

STALL_S = float(os.environ.get("VSCHAOS_STALL_MS", "0")) / 1000.0


def stall() -> None:
    """Sleep without letting go of the lock, as functions of a `PyDLL` do."""
    usleep = ctypes.PyDLL(None).usleep
    while True:
        time.sleep(max(1.0 - STALL_S, 0.0))
        usleep(round(1e6 * STALL_S))


if STALL_S:
    threading.Thread(target=stall, name="stall", daemon=True).start()
