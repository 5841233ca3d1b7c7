"""Touches that arrived together, for the performance to take at once. Pure Python."""

from __future__ import annotations

from vschaos.performance.state import Touch


class Batch:
    """Touches in the order in which they came; of a control that is moved again and again, the last.

    What came before an order, such as to store a snapshot, is kept as the order found it.
    """

    def __init__(self) -> None:
        self._settled: list[Touch] = []
        self._latest: dict[str, Touch] = {}

    def __len__(self) -> int:
        return len(self._settled) + len(self._latest)

    def move(self, touch: Touch) -> None:
        """Add a touch that undoes earlier ones of the same control."""
        self._latest.pop(touch.control, None)
        self._latest[touch.control] = touch

    def order(self, touch: Touch) -> None:
        """Add a touch that has to be applied whatever follows, and after what came before."""
        self._settled += self._latest.values()
        self._latest.clear()
        self._settled.append(touch)

    def take(self) -> list[Touch]:
        """All touches; the batch is empty afterwards."""
        touches = [*self._settled, *self._latest.values()]
        self._settled, self._latest = [], {}
        return touches
