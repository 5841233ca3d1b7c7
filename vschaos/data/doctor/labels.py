"""What the doctor looks for in a dataset's labels. Torch-free; see `vschaos.data.doctor.doctor`."""

from __future__ import annotations

import statistics
import unicodedata
from collections.abc import Iterator, Sequence

from vschaos.configs.task_names import can_name_task
from vschaos.data.doctor.findings import Severity, Suspicion, counted, named
from vschaos.data.labels.files import LabelProblem
from vschaos.data.labels.model import Labels, Task
from vschaos.data.scan import ScanReport

IMBALANCE = 8.0
"""A class with this many times less, or more, sound than the middle one."""
_MOST_NAMED = 8


def label_suspicions(report: ScanReport, labels: Labels, problems: Sequence[LabelProblem]) -> Iterator[Suspicion]:
    """Everything that the labels of a scan's sounds give reason to suspect."""
    yield from _problems(problems)
    for task in labels.tasks:
        yield from _unusable_name(task)
        yield from _names_used_twice(task, problems)
        if not report.files:
            continue
        if labels.is_empty(task.name):
            yield from _none_labelled(task, problems)
            continue
        yield from _holes(report, labels, task)
        if task.kind == "int":
            seconds = _seconds_by_class(report, labels, task)
            yield from _missing(task, seconds)
            yield from _imbalance(task, seconds)


def _problems(problems: Sequence[LabelProblem]) -> Iterator[Suspicion]:
    for problem in problems:
        yield Suspicion(
            "label_problem",
            Severity.WARNING,
            (problem.file,),
            lambda _files, text=str(problem): text,
            "Unreadable labels count as unlabelled.",
            problem.remedy,
        )


def _unusable_name(task: Task) -> Iterator[Suspicion]:
    if not can_name_task(task.name):
        yield Suspicion(
            "label_problem",
            Severity.WARNING,
            (),
            lambda _files: (
                f"“{task.name}” cannot be the name of a label; use letters without accents, digits, - and _."
            ),
            "An instrument cannot learn a label with this name.",
            f"Rename the folder metadata/{task.name}.",
        )


def _names_used_twice(task: Task, problems: Sequence[LabelProblem]) -> Iterator[Suspicion]:
    places: dict[str, list[int]] = {}
    for place, name in enumerate(task.classes):
        places.setdefault(" ".join(unicodedata.normalize("NFKC", name).casefold().split()), []).append(place)
    for same in places.values():
        spellings = list(dict.fromkeys(task.classes[place] for place in same))
        # The reader has already reported a name that is there twice letter by letter.
        reported = any(problem.file == f"metadata/{task.name}/classes.txt" for problem in problems)
        if len(same) < 2 or (reported and len(spellings) == 1):
            continue
        numbers = " and ".join(str(place) for place in same)
        found = f"Classes {numbers} of {task.name} have the same name: {named(spellings)}."
        yield Suspicion(
            "class_twice",
            Severity.WARNING,
            (),
            lambda _files, found=found: found,
            "They are learnt as different classes, and appear under the same name.",
            f"Merge them into one class, or give each its own name in metadata/{task.name}/classes.txt.",
        )


def _none_labelled(task: Task, problems: Sequence[LabelProblem]) -> Iterator[Suspicion]:
    if any(problem.file.startswith(f"metadata/{task.name}/") for problem in problems):
        return  # they are reported already, and are the reason
    yield Suspicion(
        "label_hole",
        Severity.WARNING,
        (),
        lambda _files: f"No sound has a label for {task.name}.",
        "An instrument cannot learn it: a training that needs it does not start.",
        "Label some sounds, or choose a configuration that does not need it.",
    )


def _holes(report: ScanReport, labels: Labels, task: Task) -> Iterator[Suspicion]:
    entries = labels.entries.get(task.name, {})
    # An entry that says “none” is not missing: somebody has listened to the sound.
    holes = tuple(sound.relative for sound in report.files if sound.relative not in entries)
    if not holes:
        return
    total = len(report.files)

    def text_of(files: Sequence[str]) -> str:
        verb = "is" if len(files) == 1 else "are"
        return f"{counted(len(files), 'sound')} of {total:,} {verb} not labelled with {task.name}: {named(files)}."

    yield Suspicion(
        "label_hole",
        Severity.WARNING,
        holes,
        text_of,
        "Their sound is learnt, but not their label; the label's control then works less well for them.",
        f"Label them, write “none” in metadata/{task.name}/metadata.txt if none applies, or choose a configuration "
        "that predicts missing labels.",
    )


def _seconds_by_class(report: ScanReport, labels: Labels, task: Task) -> dict[int, float]:
    """Seconds of sound of each class that there is."""
    seconds: dict[int, float] = {}
    entries = labels.entries.get(task.name, {})
    for sound in report.files:
        entry = entries.get(sound.relative)
        for span in entry.spans if entry is not None else ():
            length_s = min(span.offset_s, sound.duration_s) - max(span.onset_s, 0.0)
            if span.value is not None and length_s > 0:
                seconds[int(span.value)] = seconds.get(int(span.value), 0.0) + length_s
    return seconds


def _missing(task: Task, seconds: dict[int, float]) -> Iterator[Suspicion]:
    if not seconds:
        return
    # Named classes are all meant; of mere numbers, those between others.
    between = range(min(seconds), max(seconds) + 1)
    named = [number for number, name in enumerate(task.classes) if name != str(number)]
    missing = sorted({*named, *between} - seconds.keys())
    if not missing:
        return
    names = ", ".join(_class_name(task, number) for number in missing[:_MOST_NAMED])
    more = f" and {len(missing) - _MOST_NAMED} more" if len(missing) > _MOST_NAMED else ""
    yield Suspicion(
        "missing_class",
        Severity.NOTE,
        (),
        lambda _files: f"No sound has {'class' if len(missing) == 1 else 'classes'} {names}{more} of {task.name}.",
        "The instrument offers a class that no sound has shown it: what it plays there is undefined.",
        "Add sounds of this class, or avoid it when you play.",
    )


def _imbalance(task: Task, seconds: dict[int, float]) -> Iterator[Suspicion]:
    if len(seconds) < 2:
        return
    middle_s = statistics.median(seconds.values())
    if len(seconds) == 2:
        middle_s = max(seconds.values())
    for amount, few in (("little", True), ("much", False)):
        odd = sorted(
            number
            for number, length_s in seconds.items()
            if (length_s * IMBALANCE < middle_s if few else length_s > IMBALANCE * middle_s)
        )
        if not odd:
            continue
        named = ", ".join(f"{_class_name(task, number)} ({seconds[number]:.1f} s)" for number in odd[:_MOST_NAMED])
        named += f" and {len(odd) - _MOST_NAMED} more" if len(odd) > _MOST_NAMED else ""
        yield Suspicion(
            "imbalance",
            Severity.NOTE,
            (),
            lambda _files, named=named, amount=amount: (
                f"Of {task.name}, there is {amount} sound of {named}; a class usually has {middle_s:.1f} s."
            ),
            "Every second counts the same: a class with little sound is learnt badly, one with much dominates.",
            f"{'Add sounds to' if few else 'Remove sounds from'} it, or leave it if the others matter more.",
        )


def _class_name(task: Task, number: int) -> str:
    return f"“{task.classes[number]}”" if number < len(task.classes) else str(number)
