"""Progress at a rate that a window can follow: 30,000 files, and some twenty messages a second. Pure Python."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

INTERVAL_S = 0.05


class ProgressThrottle:
    """Reports progress: the first call, the last step, and between them one every `INTERVAL_S`.

    Parameters
    ----------
    emit
        Called with (steps done, steps in all); None: nobody listens.
    total
        Steps in all.
    clock
        Seconds that pass.
    """

    def __init__(
        self, emit: Callable[[int, int], None] | None, total: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._emit = emit
        self._total = total
        self._clock = clock
        self._next_s = -math.inf
        self._reported = -1

    def __call__(self, done: int) -> None:
        """Report that so many steps are done. What ``emit`` raises comes out here."""
        if self._emit is None:
            return
        now_s = self._clock()
        if done != self._reported and (now_s >= self._next_s or done == self._total):
            self._next_s = now_s + INTERVAL_S
            self._reported = done
            self._emit(done, self._total)
