"""The trainings that wait for their turn: one runs at a time, since two would take twice as long each. Qt-free."""

from __future__ import annotations

from vschaos_studio.state.training_request import Request


class TrainingQueue:
    """Requests in the order in which they will be carried out."""

    def __init__(self) -> None:
        self._waiting: list[Request] = []

    @property
    def waiting(self) -> tuple[Request, ...]:
        """What waits, the next first."""
        return tuple(self._waiting)

    def add(self, request: Request) -> None:
        """Put one at the end."""
        self._waiting.append(request)

    def remove(self, place: int) -> None:
        """Take one out, by its place; nothing happens where there is none."""
        if 0 <= place < len(self._waiting):
            del self._waiting[place]

    def next(self) -> Request | None:
        """Take out the first; None if nothing waits."""
        return self._waiting.pop(0) if self._waiting else None
