"""So many a second, and no more. Pure Python, on a clock that is passed in."""

from __future__ import annotations


class Ration:
    """Lets a second's worth through at once, then as many a second.

    Parameters
    ----------
    per_s
        How many.
    """

    def __init__(self, per_s: float) -> None:
        self._per_s = per_s
        self._left = per_s
        self._filled_at: float | None = None

    def take(self, now_s: float) -> bool:
        """Whether one more may pass now."""
        since = 0.0 if self._filled_at is None else now_s - self._filled_at
        self._filled_at = now_s
        self._left = min(self._left + since * self._per_s, self._per_s)
        if self._left < 1.0:
            return False
        self._left -= 1.0
        return True
