"""A limit of events per second. Pure Python, on a clock that is passed in."""

from __future__ import annotations


class RateLimit:
    """Allows one second's events at once, then as many per second.

    Parameters
    ----------
    per_s
        Events per second.
    """

    def __init__(self, per_s: float) -> None:
        self._per_s = per_s
        self._left = per_s
        self._filled_at: float | None = None

    def allows(self, now_s: float) -> bool:
        """Whether one more event is allowed now; it is counted."""
        since = 0.0 if self._filled_at is None else now_s - self._filled_at
        self._filled_at = now_s
        self._left = min(self._left + since * self._per_s, self._per_s)
        if self._left < 1.0:
            return False
        self._left -= 1.0
        return True
