"""What is known of a dataset's sounds: labels, one value a sound or values that change inside it. Torch-free.

`vschaos.data.labels.files` reads and writes them. What is unlabelled (``none``, or not mentioned at all) reaches the
training as NaN.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

LabelKind = Literal["int", "float"]

_APART_S = 2.0**20
"""Sounds are laid out this far apart on one time axis, so that one search finds the labels of a whole batch."""


@dataclass(frozen=True)
class Task:
    """What is labelled: ``int`` (classes) or ``float`` (a quantity); and the classes' names from class 0 on, if any."""

    name: str
    kind: LabelKind
    classes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Span:
    """One value from ``onset_s`` up to, and without, ``offset_s``; None: unlabelled."""

    onset_s: float
    offset_s: float
    value: float | None


@dataclass(frozen=True)
class LabelEntry:
    """What a task says of one sound, ordered by onset; and the file in ``tracks/`` that says it, if one does."""

    spans: tuple[Span, ...]
    track: str = ""


def whole_file(value: float | None) -> LabelEntry:
    """One value from a sound's beginning to its end."""
    return LabelEntry((Span(0.0, math.inf, value),))


@dataclass(frozen=True)
class Labels:
    """The labels of a dataset's sounds.

    Attributes
    ----------
    tasks
        What is labelled: the columns, in order.
    entries
        By task, then by name of sound; a sound without an entry is unlabelled.
    """

    tasks: tuple[Task, ...] = ()
    entries: Mapping[str, Mapping[str, LabelEntry]] = field(default_factory=dict)

    def task(self, name: str) -> Task:
        """The task of that name; KeyError if there is none."""
        return {task.name: task for task in self.tasks}[name]

    def is_empty(self, name: str) -> bool:
        """Whether no sound has a value of that task."""
        entries = self.entries.get(name, {}).values()
        return all(span.value is None for entry in entries for span in entry.spans)

    def at(self, sound: str, times_s: NDArray[np.float64]) -> NDArray[np.float32]:
        """The labels of one sound at some times (N,) in seconds: shape (N, K), NaN where unknown."""
        times_s = np.asarray(times_s, np.float64)
        return self.table([sound]).at(np.zeros(len(times_s), np.int64), times_s)

    def table(self, sounds: Sequence[str]) -> LabelTable:
        """The same, for many sounds and times at once."""
        return LabelTable(self, sounds)


class LabelTable:
    """Looks up the labels of many places in many sounds by one binary search a task.

    Parameters
    ----------
    labels
        The labels.
    sounds
        Names of the sounds, in the order by which they will be numbered.
    """

    def __init__(self, labels: Labels, sounds: Sequence[str]) -> None:
        self._columns = []
        for task in labels.tasks:
            entries = labels.entries.get(task.name, {})
            rows = [
                (index * _APART_S + max(span.onset_s, 0.0), index * _APART_S + min(span.offset_s, _APART_S), span.value)
                for index, sound in enumerate(sounds)
                if sound in entries
                for span in entries[sound].spans
                if span.value is not None and span.onset_s < _APART_S
            ]
            # A first row that holds nothing answers for whatever comes before the first onset.
            table = np.array([(-math.inf, -math.inf, math.nan), *rows], np.float64)
            self._columns.append((table[:, 0].copy(), table[:, 1], table[:, 2].astype(np.float32)))

    def at(self, sound: NDArray[np.integer], times_s: NDArray[np.float64]) -> NDArray[np.float32]:
        """Labels of the places (N,), each a sound's number and a time in it in seconds: shape (N, K), NaN unknown."""
        found = np.empty((len(times_s), len(self._columns)), np.float32)
        places = sound * _APART_S + times_s
        for column, (onsets, offsets, values) in enumerate(self._columns):
            row = np.searchsorted(onsets, places, side="right") - 1
            found[:, column] = np.where(places < offsets[row], values[row], np.nan)
        return found

    def values(self, sound: NDArray[np.integer], start_s: NDArray, stop_s: NDArray) -> list[NDArray[np.float32]]:
        """The different values in stretches (N,), each a sound's number and its start and end in seconds; by column.

        The stretches are in the order of the sounds, and in their order inside of one.
        """
        starts, stops = (sound * _APART_S + times_s for times_s in (start_s, stop_s))
        found = []
        for onsets, offsets, values in self._columns:
            first = np.searchsorted(onsets, starts, side="right") - 1
            first = first + (offsets[first] <= starts)
            marks = np.zeros(len(onsets) + 1, np.int64)
            np.add.at(marks, first, 1)
            np.add.at(marks, np.maximum(np.searchsorted(onsets, stops, side="left"), first), -1)
            found.append(np.unique(values[np.cumsum(marks)[:-1] > 0]))
        return found
