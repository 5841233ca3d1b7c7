"""Labels as text: a cell, a count of classes, and which sounds a choice of labels shows, in which order. Qt-free."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from vschaos.data.labels.model import LabelEntry, Labels, Task
from vschaos_studio.language import number, short_number, tr
from vschaos_studio.state.dataset import sounds_text
from vschaos_studio.state.label_edits import values_of

UNLABELLED = "–"
_SHOWN_STRETCHES = 12


def value_text(task: Task, value: float) -> str:
    """The class's name, or the number."""
    if task.kind == "int" and 0 <= value < len(task.classes):
        return task.classes[int(value)]
    return short_number(value, 6)


def cell_text(task: Task, entry: LabelEntry | None) -> str:
    """A sound's label for a table: “C#”, “0.25”, “varies (3)” for three different values inside, “–” for none."""
    values = values_of(entry)
    if not values:
        return UNLABELLED
    return value_text(task, values[0]) if len(values) == 1 else tr("varies\u00a0({count})", count=len(values))


def stretches_text(task: Task, entry: LabelEntry | None) -> str:
    """When which value holds, a line a stretch, for a tool tip; empty where one value holds throughout, or none."""
    spans = [span for span in entry.spans if span.value is not None] if entry is not None else []
    if not spans or (len(spans) == 1 and spans[0].onset_s == 0 and math.isinf(spans[0].offset_s)):
        return ""
    lines = [
        _stretch_text(span.onset_s, span.offset_s, value_text(task, span.value))
        for span in spans[:_SHOWN_STRETCHES]
        if span.value is not None
    ]
    more = len(spans) - len(lines)
    return "\n".join([*lines, tr("and %n more", "and %n more", more)] if more else lines)


def _stretch_text(onset_s: float, offset_s: float, value: str) -> str:
    start = number(onset_s, 2)
    if math.isfinite(offset_s):
        return tr("{start} – {end} s: {value}", start=start, end=number(offset_s, 2), value=value)
    return tr("{start} – end: {value}", start=start, value=value)


@dataclass(frozen=True)
class TaskCounts:
    """How many sounds the labels of a task cover.

    Attributes
    ----------
    sounds, labelled, varying
        All sounds; those with a label; those of them with several values inside.
    values
        Each value with the number of sounds that it occurs in, classes in their order.
    """

    task: Task
    sounds: int
    labelled: int
    varying: int
    values: tuple[tuple[float, int], ...]

    @classmethod
    def of(cls, labels: Labels, name: str, sounds: Sequence[str]) -> TaskCounts:
        """Count a task's labels among these sounds."""
        entries = labels.entries.get(name, {})
        labelled = varying = 0
        counts: dict[float, int] = {}
        for sound in sounds:
            values = values_of(entries.get(sound))
            labelled += bool(values)
            varying += len(values) > 1
            for value in values:
                counts[value] = counts.get(value, 0) + 1
        return cls(labels.task(name), len(sounds), labelled, varying, tuple(sorted(counts.items())))

    @property
    def unlabelled(self) -> int:
        """Sounds without a label."""
        return self.sounds - self.labelled

    def sentence(self) -> str:
        """Such as “40 of 48 sounds have a label; in 3 of them it changes.”."""
        if not self.labelled:
            return tr("No sound has a label yet.")
        if self.sounds == 1:
            return tr("The sound has a label, which changes.") if self.varying else tr("The sound has a label.")
        varying, sounds = number(self.varying), number(self.sounds)
        if self.unlabelled == 0:
            if self.varying:
                return tr("Every sound has a label; in {varying} of them it changes.", varying=varying)
            return tr("Every sound has a label.")
        if self.varying:
            return tr(
                "%n of {sounds}\u00a0sounds have a label; in {varying} of them it changes.",
                "%n of {sounds}\u00a0sounds has a label, which changes.",
                self.labelled,
                sounds=sounds,
                varying=varying,
            )
        return tr(
            "%n of {sounds}\u00a0sounds have a label.",
            "%n of {sounds}\u00a0sounds has a label.",
            self.labelled,
            sounds=sounds,
        )

    def classes_sentence(self) -> str:
        """Such as “bell: 4 sounds · drum: 12 · gong: 0”; for numbers their range, “0.1 to 0.8”."""
        if self.task.kind == "float":
            if not self.values:
                return ""
            low, high = self.values[0][0], self.values[-1][0]
            if low == high:
                return tr("always {value}", value=short_number(low, 6))
            return tr("{low}\u00a0to\u00a0{high}", low=short_number(low, 6), high=short_number(high, 6))
        found = dict(self.values)
        shown = [float(index) for index in range(len(self.task.classes))] if self.task.classes else sorted(found)
        pairs: list[str] = []
        for value in shown:
            sounds = found.get(value, 0)
            # Classes may be numbers too: the first says what is counted.
            count = number(sounds) if pairs else sounds_text(sounds)
            pairs.append(tr("{name}:\u00a0{count}", name=value_text(self.task, value), count=count))
        return " · ".join(pairs)


@dataclass(frozen=True)
class LabelChoice:
    """Which sounds are shown: all; those without a label; or those in which a value occurs."""

    task: str = ""
    value: float | None = None

    def shows(self, labels: Labels, sound: str) -> bool:
        """Whether it shows this sound."""
        if not self.task:
            return True
        values = values_of(labels.entries.get(self.task, {}).get(sound))
        return self.value in values if self.value is not None else not values


def choices(counts: Sequence[TaskCounts]) -> list[tuple[str, LabelChoice]]:
    """The filters with their texts: everything, then the sounds without each label, then each class that occurs."""
    made = [(tr("All sounds"), LabelChoice())]
    for count in counts:
        name = count.task.name
        without = tr("Only without {label} ({count})", label=name, count=number(count.unlabelled))
        made.append((without, LabelChoice(name)))
        if count.task.kind == "int":
            made += [
                (
                    tr(
                        "{label}: {value} ({count})",
                        label=name,
                        value=value_text(count.task, value),
                        count=number(found),
                    ),
                    LabelChoice(name, value),
                )
                for value, found in count.values
            ]
    return made


def sort_key(entry: LabelEntry | None) -> tuple[int, float]:
    """Orders sounds by their label: values first, then what varies by how much it does, then the unlabelled."""
    values = values_of(entry)
    if not values:
        return 2, 0.0
    return (0, values[0]) if len(values) == 1 else (1, float(len(values)))
