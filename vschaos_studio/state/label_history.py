"""The labels now, what they were before each change, and what was undone. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass

from vschaos.data.labels.model import Labels
from vschaos_studio.state.label_edits import Change

MOST_STEPS = 200
"""Older steps are forgotten: each holds the entries of the tasks that it changed."""


@dataclass(frozen=True)
class LabelStep:
    """A change that was made, with the labels on both sides of it."""

    change: Change
    before: Labels
    after: Labels


class LabelHistory:
    """A stack of steps.

    Parameters
    ----------
    labels
        The first state.
    """

    def __init__(self, labels: Labels | None = None) -> None:
        self.labels = labels or Labels()
        self._done: list[LabelStep] = []
        self._undone: list[LabelStep] = []

    @property
    def undo_text(self) -> str:
        """What `undo` would undo; empty: nothing."""
        return self._done[-1].change.title if self._done else ""

    @property
    def redo_text(self) -> str:
        """What `redo` would redo; empty: nothing."""
        return self._undone[-1].change.title if self._undone else ""

    def make(self, change: Change) -> LabelStep | None:
        """Make a change; what was undone before is forgotten. None: it changed nothing, and is no step.

        Raises
        ------
        DatasetError
            If the change cannot be made; the labels stay.
        """
        after = change.applied(self.labels)
        if after == self.labels:
            return None
        step = LabelStep(change, self.labels, after)
        self._done = [*self._done, step][-MOST_STEPS:]
        self._undone = []
        self.labels = after
        return step

    def undo(self) -> LabelStep | None:
        """Undo the last step; None if there is none."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self.labels = step.before
        return step

    def redo(self) -> LabelStep | None:
        """Redo the step that was undone last; None if there is none."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self.labels = step.after
        return step
