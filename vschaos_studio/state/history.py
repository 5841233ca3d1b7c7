"""The history of a project: what was done, to be undone in turn, whichever page it was done on. Qt-free."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

MOST_STEPS = 200
"""Older steps are forgotten."""

MOST_BYTES = 64 << 20
"""The same where steps are heavy: each of a set holds it twice, with its gesture."""

JOINED_S = 2.0
"""Steps of one kind that follow each other sooner are one: a slider that is dragged changes many times."""


@dataclass(frozen=True)
class Step:
    """Something that was done.

    Attributes
    ----------
    title
        What it was, as a menu says it after “Undo”.
    owner
        Whose it is; see :meth:`History.drop`.
    undo, redo
        Undo it, or do it again; False if that is not possible now, and the reason was given.
    kind
        Steps of the same kind are joined when they follow each other at once; empty: never.
    at_s
        When it was done, in seconds.
    size
        Bytes that it holds, where they are many.
    """

    title: str
    owner: object
    undo: Callable[[], bool]
    redo: Callable[[], bool]
    kind: str = ""
    at_s: float = 0.0
    size: int = 0

    def continues(self, before: Step) -> bool:
        """Whether it and the step before are one."""
        return bool(self.kind) and self.kind == before.kind and self.at_s - before.at_s < JOINED_S


class History:
    """Steps in order. Call it from the window's thread only.

    Attributes
    ----------
    settle
        Calls what it is given once everything that was done until now is a step; by default at once.
    """

    def __init__(self) -> None:
        self.settle: Callable[[Callable[[], object]], object] = lambda then: then()
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._listeners: list[Callable[[], object]] = []

    @property
    def undo_text(self) -> str:
        """What `undo` would undo; empty: nothing."""
        return self._done[-1].title if self._done else ""

    @property
    def redo_text(self) -> str:
        """What `redo` would do again; empty: nothing."""
        return self._undone[-1].title if self._undone else ""

    def listen(self, listener: Callable[[], object]) -> None:
        """Call ``listener`` whenever the texts may have changed."""
        self._listeners.append(listener)

    def push(self, step: Step) -> None:
        """Note what was done just now; what was undone before is forgotten."""
        if self._done and step.continues(self._done[-1]) and not self._undone:
            before = self._done.pop()
            step = replace(step, title=before.title, undo=before.undo)
        self._done = [*self._done, step][-MOST_STEPS:]
        self._undone = []
        while len(self._done) > 1 and sum(one.size for one in self._done) > MOST_BYTES:
            self._done.pop(0)
        self._report()

    def undo(self) -> None:
        """Undo the last step."""
        self.settle(self._undo)

    def redo(self) -> None:
        """Do again what was undone last."""
        self.settle(self._redo)

    def _undo(self) -> None:
        if self._done and self._done[-1].undo():
            self._undone.append(self._done.pop())
            self._report()

    def _redo(self) -> None:
        if self._undone and self._undone[-1].redo():
            self._done.append(self._undone.pop())
            self._report()

    def drop(self, owner: object) -> None:
        """Forget the steps of an owner: what they speak of is gone."""
        self._done = [one for one in self._done if one.owner is not owner]
        self._undone = [one for one in self._undone if one.owner is not owner]
        self._report()

    def clear(self) -> None:
        """Forget everything: another project is open."""
        self._done, self._undone = [], []
        self._report()

    def _report(self) -> None:
        for listener in self._listeners:
            listener()
