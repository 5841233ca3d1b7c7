"""The queue of trainings: one runs at a time, since two would take twice as long each. Qt-free."""

from __future__ import annotations

from collections.abc import Iterable

from vschaos_studio.state.training_request import Request


class TrainingQueue:
    """Requests in the order in which they will run."""

    def __init__(self) -> None:
        self._waiting: list[Request] = []

    @property
    def waiting(self) -> tuple[Request, ...]:
        """The waiting requests, the next first."""
        return tuple(self._waiting)

    def replace(self, waiting: Iterable[Request]) -> None:
        """Let others wait."""
        self._waiting = list(waiting)

    def add(self, request: Request, place: int | None = None) -> None:
        """Add a request at the end, or at a place."""
        self._waiting.insert(len(self._waiting) if place is None else place, request)

    def remove(self, place: int) -> Request | None:
        """Remove the request at a place; None if there is none."""
        return self._waiting.pop(place) if 0 <= place < len(self._waiting) else None

    def next(self) -> Request | None:
        """Remove the first request; None if nothing waits."""
        return self._waiting.pop(0) if self._waiting else None
