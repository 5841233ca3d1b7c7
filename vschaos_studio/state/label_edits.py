"""Changes to a dataset's labels: small objects that make new labels from old ones, and can do so again. Qt-free.

Labels are never changed in place: what a change leaves alone, old and new share, so that thousands of sounds cost
little a step. A change keeps what the user asked for, not what came of it: where another program has written the
files meanwhile, it is made anew on what they say now.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from vschaos.configs.schema import MAX_TASKS
from vschaos.configs.task_names import can_name_task
from vschaos.data.labels.model import LabelEntry, Labels, Task, whole_file
from vschaos.data.pitch import notes
from vschaos.errors import DatasetError
from vschaos_studio.language import tr

UNLABELLED_TEXTS = ("", "–", "-", "none", tr("none"))
"""What may be typed to remove a label."""

_WHOLE = re.compile(r"\d+", re.ASCII)


class Change(Protocol):
    """One step of the user."""

    @property
    def title(self) -> str:
        """What it does, after “Undo:”."""
        ...

    def applied(self, labels: Labels) -> Labels:
        """The labels with the change made.

        Raises
        ------
        DatasetError
            If it cannot be made: a value that the task does not take, say.
        """
        ...


@dataclass(frozen=True)
class SetLabel:
    """Set a label of sounds as it was typed or chosen; “none” or an empty text removes it."""

    task: str
    sounds: tuple[str, ...]
    text: str

    @property
    def title(self) -> str:
        """See Change."""
        count = len(self.sounds)
        if self.text.strip().lower() in UNLABELLED_TEXTS:
            return tr("Clear {label} of %n\u00a0sounds", "Clear {label} of %n\u00a0sound", count, label=self.task)
        return tr("Set {label} of %n\u00a0sounds", "Set {label} of %n\u00a0sound", count, label=self.task)

    def applied(self, labels: Labels) -> Labels:
        """See Change."""
        task, value = understood(labels, self.task, self.text)
        entries = dict(labels.entries.get(self.task, {}))
        if value is None:
            for sound in self.sounds:
                entries.pop(sound, None)
        else:
            entries.update(dict.fromkeys(self.sounds, whole_file(value)))
        return with_task(labels, task, entries)


@dataclass(frozen=True)
class AddTask:
    """Add a label."""

    task: Task

    @property
    def title(self) -> str:
        """See Change."""
        return tr("Add the label {label}", label=self.task.name)

    def applied(self, labels: Labels) -> Labels:
        """See Change."""
        check_task_name(labels, self.task.name)
        for name in self.task.classes:
            check_class_name(self.task.name, name)
        return with_task(labels, self.task, {})


@dataclass(frozen=True)
class RemoveTask:
    """Remove a task and all its labels."""

    task: str

    @property
    def title(self) -> str:
        """See Change."""
        return tr("Remove the label {label}", label=self.task)

    def applied(self, labels: Labels) -> Labels:
        """See Change."""
        task_of(labels, self.task)
        left = tuple(task for task in labels.tasks if task.name != self.task)
        return Labels(left, {task.name: labels.entries.get(task.name, {}) for task in left})


@dataclass(frozen=True)
class RenameClass:
    """Rename a class; its sounds stay in it."""

    task: str
    before: str
    after: str

    @property
    def title(self) -> str:
        """See Change."""
        return tr("Rename “{before}” to “{after}”", before=self.before, after=self.after.strip())

    def applied(self, labels: Labels) -> Labels:
        """See Change."""
        task, name = task_of(labels, self.task), self.after.strip()
        if self.before not in task.classes:
            raise DatasetError(
                tr("“{label}” has no class “{name}” any more.", label=self.task, name=self.before),
                tr("Choose another class."),
            )
        check_class_name(self.task, name)
        if name != self.before and name in task.classes:
            raise DatasetError(
                tr("The class “{name}” of “{label}” exists already.", name=name, label=self.task),
                tr("Choose another name."),
            )
        classes = tuple(name if known == self.before else known for known in task.classes)
        return with_task(labels, replace(task, classes=classes), labels.entries.get(self.task, {}))


@dataclass(frozen=True)
class FillTask:
    """Label what is unlabelled from elsewhere, such as the names of folders; classes are matched by their names."""

    task: Task
    entries: Mapping[str, LabelEntry]

    @property
    def title(self) -> str:
        """See Change."""
        return tr("Fill {label} from folder names", label=self.task.name)

    def applied(self, labels: Labels) -> Labels:
        """See Change."""
        known = {task.name: task for task in labels.tasks}.get(self.task.name)
        if known is None:
            check_task_name(labels, self.task.name)
            return with_task(labels, self.task, dict(self.entries))
        if known.kind != "int" or (labels.entries.get(known.name) and not known.classes):
            raise DatasetError(
                tr("The label “{label}” exists already, and its values are numbers.", label=known.name),
                tr("Choose another name for the label that gets the folders' names."),
            )
        present = set(known.classes)
        classes = (*known.classes, *(name for name in self.task.classes if name not in present))
        number_of = {name: float(number) for number, name in reversed(tuple(enumerate(classes)))}
        entries = dict(labels.entries.get(known.name, {}))
        for sound, entry in self.entries.items():
            if not values_of(entries.get(sound)):
                spans = (
                    replace(span, value=None if span.value is None else number_of[self.task.classes[int(span.value)]])
                    for span in entry.spans
                )
                entries[sound] = LabelEntry(tuple(spans))
        return with_task(labels, replace(known, classes=classes), entries)


@dataclass(frozen=True)
class ReplaceLabels:
    """Replace all labels by those from elsewhere, such as an extraction."""

    title: str
    labels: Labels

    def applied(self, labels: Labels) -> Labels:
        """See Change; the old labels are dropped."""
        del labels
        return self.labels


def understood(labels: Labels, name: str, text: str) -> tuple[Task, float | None]:
    """What a typed label means, and its task, which may have gained a class by it; None: unlabelled.

    A comma counts as a decimal point. A new name becomes a class if the task's classes are names.

    Raises
    ------
    DatasetError
        If the task does not take this value.
    """
    task, text = task_of(labels, name), " ".join(text.split())
    if text.lower() in UNLABELLED_TEXTS:
        return task, None
    number = _number(text)
    if task.kind == "float":
        if number is None:
            raise DatasetError(
                tr("The label “{label}” needs a number, not “{text}”.", label=name, text=text),
                tr("Type one, such as 0.5."),
            )
        return task, number
    folded = {known.casefold(): index for index, known in reversed(tuple(enumerate(task.classes)))}
    if _WHOLE.fullmatch(text):
        if task.classes and int(text) >= len(task.classes):
            last = len(task.classes) - 1
            raise DatasetError(
                tr("The classes of “{label}” are 0 to {last}, not {text}.", label=name, last=last, text=text),
                tr("Type one of its classes."),
            )
        return task, float(text)
    if text in task.classes:
        return task, float(task.classes.index(text))
    if text.casefold() in folded:
        return task, float(folded[text.casefold()])
    return _grown(labels, task, text, number)


def _grown(labels: Labels, task: Task, text: str, number: float | None) -> tuple[Task, float]:
    """A task of classes after a value that is new to it."""
    empty = not task.classes and not any(values_of(entry) for entry in labels.entries.get(task.name, {}).values())
    if number is not None:
        # Files do not distinguish a quantity without values from classes without values.
        if empty:
            return replace(task, kind="float"), number
        raise DatasetError(
            tr("The classes of “{label}” are 0, 1, 2 …, not “{text}”.", label=task.name, text=text),
            tr("Type a whole number, or a class."),
        )
    if sorted(task.classes) == sorted(notes.PITCH.classes):
        raise DatasetError(
            tr("“{text}” is not a pitch.", text=text),
            tr("Type one of {names}, or 0 to 11.", names=", ".join(task.classes)),
        )
    if not task.classes and not empty:
        raise DatasetError(
            tr("The label “{label}” needs a whole number, not “{text}”.", label=task.name, text=text),
            tr("Type a number: 0, 1, 2 …"),
        )
    check_class_name(task.name, text)
    return replace(task, classes=(*task.classes, text)), float(len(task.classes))


def task_of(labels: Labels, name: str) -> Task:
    """The task of that name.

    Raises
    ------
    DatasetError
        If there is none.
    """
    try:
        return labels.task(name)
    except KeyError:
        raise DatasetError(
            tr("The label “{label}” does not exist any more.", label=name), tr("Add it again, or undo.")
        ) from None


def check_task_name(labels: Labels, name: str) -> None:
    """Refuse a name that exists, or that cannot name a folder or an OSC address."""
    if len(labels.tasks) >= MAX_TASKS:
        raise DatasetError(
            tr("There are {most} labels, the most that a model can have.", most=MAX_TASKS), tr("Remove one first.")
        )
    if not can_name_task(name):
        raise DatasetError(
            tr("“{name}” cannot name a label.", name=name) if name else tr("The label needs a name."),
            tr("Use letters without accents, digits, - and _."),
        )
    if name.casefold() in (task.name.casefold() for task in labels.tasks):
        raise DatasetError(tr("The label “{label}” exists already.", label=name), tr("Choose another name."))


def check_class_name(task: str, name: str) -> None:
    """Refuse a name that would be read as something else, since classes are listed a line each."""
    if not name or name.lower() in UNLABELLED_TEXTS:
        raise DatasetError(
            tr("“{name}” cannot name a class of “{label}”: it means unlabelled.", name=name, label=task),
            tr("Choose another name."),
        )
    if _number(name) is not None:
        raise DatasetError(
            tr("“{name}” cannot name a class of “{label}”: it is a number.", name=name, label=task),
            tr("Use a name with letters."),
        )
    if re.search(r"[\t\r\n]", name):
        raise DatasetError(tr("The name of a class must be one line without tabs."), tr("Choose another name."))


def with_task(labels: Labels, task: Task, entries: Mapping[str, LabelEntry]) -> Labels:
    """The labels with this task in its place, or behind the others."""
    known = task.name in (present.name for present in labels.tasks)
    tasks = tuple(task if present.name == task.name else present for present in labels.tasks)
    return Labels(tasks if known else (*tasks, task), {**labels.entries, task.name: entries})


def values_of(entry: LabelEntry | None) -> tuple[float, ...]:
    """The different values inside a sound, in the order of their first onset; empty: unlabelled."""
    if entry is None:
        return ()
    if len(entry.spans) == 1:  # nearly all of thousands
        value = entry.spans[0].value
        return () if value is None else (value,)
    return tuple(dict.fromkeys(span.value for span in entry.spans if span.value is not None))


def _number(text: str) -> float | None:
    """A finite number, with a point or a comma; None if the text is something else."""
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None
