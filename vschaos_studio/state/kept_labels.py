"""A project's copy of the labels of a folder of sounds, for when the folder loses them or cannot take them. Qt-free.

The labels themselves stay beside the sounds. The copy has no names of files but those of the sounds.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Annotated

import msgspec

from vschaos.configs.schema import MAX_CLASSES, MAX_TASKS
from vschaos.configs.task_names import can_name_task
from vschaos.data.labels.model import LabelEntry, LabelKind, Labels, Span, Task

LARGEST_BYTES = 8 << 20
"""More labels than this are not copied."""

LARGEST_VALUE = 1e30
Finite = Annotated[float, msgspec.Meta(ge=-LARGEST_VALUE, le=LARGEST_VALUE)]
Stretch = tuple[Finite, Finite | None, Finite]
"""Onset and offset in seconds, None for the end of the sound, and the value."""


class KeptTask(msgspec.Struct, frozen=True):
    """A task, and by name of sound its value, or its values in stretches."""

    name: str
    kind: LabelKind
    classes: Annotated[tuple[str, ...], msgspec.Meta(max_length=MAX_CLASSES)] = ()
    values: dict[str, Finite | tuple[Stretch, ...]] = {}


class KeptLabels(msgspec.Struct, frozen=True):
    """The labels of one folder.

    Attributes
    ----------
    tasks
        A list of :class:`KeptTask` as JSON, so that a project that did not change is compared at once.
    unwritten
        Whether the folder could not take them.
    """

    folder: Path
    tasks: msgspec.Raw
    unwritten: bool = False

    @property
    def sounds(self) -> set[str]:
        """The sounds that have labels."""
        return {sound for task in _decoded(self.tasks) for sound in task.values}

    def labels(self, sounds: Collection[str]) -> Labels:
        """The labels of these sounds."""
        wanted, tasks, entries = set(sounds), [], {}
        for task in _decoded(self.tasks):
            tasks.append(Task(task.name, task.kind, task.classes))
            entries[task.name] = {sound: _entry(value) for sound, value in task.values.items() if sound in wanted}
        return Labels(tuple(tasks), entries)


def keep_labels(folder: Path, labels: Labels, *, unwritten: bool = False) -> KeptLabels | None:
    """A copy of the labels of a folder; None where there are none, or too many."""
    tasks = []
    for task in labels.tasks[:MAX_TASKS]:
        values = {sound: _value(entry) for sound, entry in labels.entries.get(task.name, {}).items()}
        known = {sound: value for sound, value in values.items() if value != ()}
        made = KeptTask(task.name, task.kind, task.classes, known)
        if not _fault(made):
            tasks.append(made)
    content = msgspec.json.encode(tasks)
    if not any(task.values for task in tasks) or len(content) > LARGEST_BYTES:
        return None
    return KeptLabels(folder, msgspec.Raw(content), unwritten)


def fitting(kept: Sequence[KeptLabels], folder: Path, sounds: Collection[str]) -> KeptLabels | None:
    """The copy that belongs to a folder: its own, or that of a folder with mostly the same sounds that is gone."""
    own = next((one for one in kept if one.folder == folder), None)
    if own is not None:
        return own
    here = set(sounds)
    for one in kept:
        there = one.sounds
        if 2 * len(there & here) > max(len(there), len(here)) and not one.folder.is_dir():
            return one
    return None


def check_labels(kept: KeptLabels) -> None:
    """Raise a `ValueError` for a copy in a file that cannot be."""
    tasks = _decoded(kept.tasks)
    if len(tasks) > MAX_TASKS or len({task.name for task in tasks}) < len(tasks):
        raise ValueError("labels are too many, or come twice")
    for fault in filter(None, map(_fault, tasks)):
        raise ValueError(fault)


def _fault(task: KeptTask) -> str:
    """Why a task cannot be; empty if it can."""
    numbers = [number for value in task.values.values() for number in _numbers(value)]
    if not can_name_task(task.name) or len(task.classes) > MAX_CLASSES:
        return "a label has a name or classes that cannot be"
    if not all(abs(number) <= LARGEST_VALUE for number in numbers):
        return "a label has a value that cannot be"
    if task.kind == "int" and not all(_is_class(number, task.classes) for number in numbers):
        return "a label has a class that is not there"
    return ""


def _decoded(tasks: msgspec.Raw) -> list[KeptTask]:
    return msgspec.json.decode(tasks, type=list[KeptTask])


def _value(entry: LabelEntry) -> float | tuple[Stretch, ...]:
    match entry.spans:
        case (Span(0.0, math.inf, float() | int() as value),):
            return float(value)
    return tuple(
        (span.onset_s, None if math.isinf(span.offset_s) else span.offset_s, span.value)
        for span in entry.spans
        if span.value is not None
    )


def _entry(value: float | tuple[Stretch, ...]) -> LabelEntry:
    if isinstance(value, tuple):
        return LabelEntry(tuple(Span(on, math.inf if off is None else off, one) for on, off, one in value))
    return LabelEntry((Span(0.0, math.inf, value),))


def _numbers(value: float | tuple[Stretch, ...]) -> tuple[float, ...]:
    return tuple(one for _, _, one in value) if isinstance(value, tuple) else (value,)


def _is_class(value: float, classes: tuple[str, ...]) -> bool:
    return float(value).is_integer() and 0 <= value < (len(classes) or MAX_CLASSES)
