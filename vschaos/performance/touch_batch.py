"""Touches that arrived together, to be applied at once. Pure Python."""

from __future__ import annotations

from vschaos.performance.controls import Control, Kind
from vschaos.performance.state import Touch


class TouchBatch:
    """Touches in the order in which they came; of a control that is moved repeatedly, the last.

    What came before an order, such as to store a snapshot, is applied before it.
    """

    def __init__(self) -> None:
        self._settled: list[Touch] = []
        self._latest: dict[str, Touch] = {}

    def __len__(self) -> int:
        return len(self._settled) + len(self._latest)

    def add(self, touch: Touch, control: Control) -> None:
        """Add what a controller does: of the moves of one control the last counts, and no move passes a button."""
        (self.move if control.kind is Kind.CONTINUOUS else self.order)(touch)

    def move(self, touch: Touch) -> None:
        """Add a touch that replaces earlier ones of the same control."""
        self._latest.pop(touch.control, None)
        self._latest[touch.control] = touch

    def order(self, touch: Touch) -> None:
        """Add a touch that is applied whatever follows, after all that came before."""
        self._settled += self._latest.values()
        self._latest.clear()
        self._settled.append(touch)

    def empty(self) -> list[Touch]:
        """Remove and return all touches."""
        touches = [*self._settled, *self._latest.values()]
        self._settled, self._latest = [], {}
        return touches
