"""Asking the operating system to run the calling thread in time."""

from __future__ import annotations

import os
import sys

INFERENCE_PRIORITY = 60
"""Below the audio server's own (JACK: 70 by default)."""

PROCESS_PRIORITY = 10
"""Of the engine's other threads: whoever holds the interpreter's lock must not be put aside for another program."""

SWITCH_INTERVAL_S = 0.0005
"""How long another Python thread may keep the interpreter while the inference thread waits for it."""


def request_realtime(priority: int = INFERENCE_PRIORITY) -> bool:
    """Give the calling thread, and those that it starts, real-time priority where granted; returns whether it was.

    On Linux that needs the rtprio limit that distributions give to the group ``audio``. Elsewhere nothing is asked
    yet, and the ring widens by itself if the thread comes late.
    """
    if not sys.platform.startswith("linux"):
        return False
    try:
        # 0 is the calling thread, not the process.
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(priority))
    except OSError:
        return False
    return True
