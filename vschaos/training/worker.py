"""The lowest priority there is, for a training beside an instrument that plays."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from typing import Any


def yield_to_music() -> None:
    """Take only the time that nobody else wants: the playing engine shares these cores.

    SCHED_IDLE on Linux (nice alone does not keep the engine from starving), the idle class on Windows, background
    quality of service on a Mac. Call it on the thread that will learn, before it starts others.
    """
    if sys.platform.startswith("linux"):
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    elif sys.platform == "win32":
        yield_on_windows(ctypes.WinDLL("kernel32"))
    elif sys.platform == "darwin":
        yield_on_mac(ctypes.CDLL(None))
    else:
        os.nice(_NICEST)


# winbase.h, sys/qos.h
_IDLE_PRIORITY_CLASS = 0x40
_THREAD_MODE_BACKGROUND_BEGIN = 0x10000
_QOS_CLASS_BACKGROUND = 0x09
_NICEST = 19


def yield_on_windows(kernel32: Any) -> None:
    """Put the process into the idle class, and the calling thread's reading and writing behind everybody else's.

    The thread's background mode, not the process's: in that, Windows leaves a program but 32 MiB of its memory at hand
    (Bruce Dawson: 32 MiB working sets on a 64 GiB machine).
    """
    for current, change, value in (
        (kernel32.GetCurrentProcess, kernel32.SetPriorityClass, _IDLE_PRIORITY_CLASS),
        (kernel32.GetCurrentThread, kernel32.SetThreadPriority, _THREAD_MODE_BACKGROUND_BEGIN),
    ):
        current.restype = ctypes.c_void_p
        change.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
        change(current(), value)


def yield_on_mac(system: Any, nice: Callable[[int], object] | None = None) -> None:
    """Mark the calling thread as background work, and be the nicest of processes for the threads that it starts."""
    system.pthread_set_qos_class_self_np.argtypes = (ctypes.c_uint32, ctypes.c_int)
    system.pthread_set_qos_class_self_np(_QOS_CLASS_BACKGROUND, 0)
    (nice or os.nice)(_NICEST)
