"""How long to wait for an output that does not call, in time that passes slower on a busy machine.

Audio servers often run as ordinary programs do. Where those get a processor late, a server calls late, as if it had
ended. So naps of a thread of ordinary priority are counted: each takes longer by as much as a server is late.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable

NAP_S = 0.001


class Patience:
    """Counts naps while somebody asks for them. For one thread.

    Parameters
    ----------
    sleep
        Naps for some seconds.
    """

    def __init__(self, sleep: Callable[[float], object] = time.sleep) -> None:
        self._sleep = sleep
        self._naps: list[float] | None = None

    def restart(self) -> None:
        """Count no more, and from zero when asked again."""
        self._naps = None

    def passed_s(self) -> float:
        """Seconds since the first time that this was asked."""
        if self._naps is None:
            self._naps = [0.0]
            threading.Thread(target=self._count, args=(self._naps,), name="patience", daemon=True).start()
        return self._naps[0]

    def _count(self, naps: list[float]) -> None:
        if sys.platform.startswith("linux"):
            os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))
        while self._naps is naps:
            self._sleep(NAP_S)
            naps[0] += NAP_S
