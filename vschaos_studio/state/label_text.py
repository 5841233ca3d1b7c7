"""Labels as text: a cell, a count of classes, and which sounds a choice of labels shows, in which order. Qt-free."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from vschaos.data.labels.model import LabelEntry, Labels, Task
from vschaos_studio.state.dataset import NO_BREAK, counted
from vschaos_studio.state.label_edits import values_of

UNLABELLED = "–"
_SHOWN_STRETCHES = 12


def value_text(task: Task, value: float) -> str:
    """The class's name, or the number."""
    if task.kind == "int" and 0 <= value < len(task.classes):
        return task.classes[int(value)]
    return f"{value:.6g}"


def cell_text(task: Task, entry: LabelEntry | None) -> str:
    """A sound's label for a table: “C#”, “0.25”, “varies (3)” for three different values inside, “–” for none."""
    values = values_of(entry)
    if not values:
        return UNLABELLED
    return value_text(task, values[0]) if len(values) == 1 else f"varies{NO_BREAK}({len(values)})"


def stretches_text(task: Task, entry: LabelEntry | None) -> str:
    """When which value holds, a line a stretch, for a tool tip; empty where one value holds throughout, or none."""
    spans = [span for span in entry.spans if span.value is not None] if entry is not None else []
    if not spans or (len(spans) == 1 and spans[0].onset_s == 0 and math.isinf(spans[0].offset_s)):
        return ""
    lines = [
        f"{span.onset_s:.2f} – "
        + (f"{span.offset_s:.2f} s: " if math.isfinite(span.offset_s) else "end: ")
        + value_text(task, span.value)
        for span in spans[:_SHOWN_STRETCHES]
        if span.value is not None
    ]
    more = len(spans) - len(lines)
    return "\n".join([*lines, f"and {more:,} more"] if more else lines)


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
            return "No sound has a label yet."
        text = f"{self.labelled:,} of {counted(self.sounds, 'sound')} {'has' if self.labelled == 1 else 'have'} a label"
        if self.unlabelled == 0:
            text = "Every sound has a label" if self.sounds > 1 else "The sound has a label"
        return f"{text}; in {self.varying:,} of them it changes." if self.varying else f"{text}."

    def classes_sentence(self) -> str:
        """Such as “bell: 4 sounds · drum: 12 · gong: 0”; for numbers their range, “0.1 to 0.8”."""
        if self.task.kind == "float":
            if not self.values:
                return ""
            low, high = self.values[0][0], self.values[-1][0]
            return f"{low:.6g}{NO_BREAK}to{NO_BREAK}{high:.6g}" if low < high else f"always {low:.6g}"
        found = dict(self.values)
        shown = [float(index) for index in range(len(self.task.classes))] if self.task.classes else sorted(found)
        pairs: list[str] = []
        for value in shown:
            number = found.get(value, 0)
            # Classes may be numbers too: the first says what is counted.
            count = f"{number:,}" if pairs else counted(number, "sound")
            pairs.append(f"{value_text(self.task, value)}:{NO_BREAK}{count}")
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
    made = [("All sounds", LabelChoice())]
    for count in counts:
        name = count.task.name
        made.append((f"Only without {name} ({count.unlabelled:,})", LabelChoice(name)))
        if count.task.kind == "int":
            made += [
                (f"{name}: {value_text(count.task, value)} ({found:,})", LabelChoice(name, value))
                for value, found in count.values
            ]
    return made


def sort_key(labels: Labels, task: str, sound: str) -> tuple[int, float]:
    """Orders sounds by their label: values first, then what varies by how much it does, then the unlabelled."""
    values = values_of(labels.entries.get(task, {}).get(sound))
    if not values:
        return 2, 0.0
    return (0, values[0]) if len(values) == 1 else (1, float(len(values)))
