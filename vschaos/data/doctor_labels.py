"""What the doctor looks for in a dataset's labels. Torch-free; see `vschaos.data.doctor`."""

from __future__ import annotations

import statistics
import unicodedata
from collections.abc import Iterator, Sequence

from vschaos.data.doctor_findings import Severity, Suspicion, counted, named
from vschaos.data.label_files import LabelProblem
from vschaos.data.labels import Labels, Task
from vschaos.data.scan import ScanReport

IMBALANCE = 8.0
"""A class with so many times less, or more, sound than the middle one."""
_TOLD = 8


def label_suspicions(report: ScanReport, labels: Labels, problems: Sequence[LabelProblem]) -> Iterator[Suspicion]:
    """Everything that the labels of a scan's sounds give reason to suspect."""
    yield from _problems(problems)
    for task in labels.tasks:
        yield from _names_used_twice(task, problems)
        if not report.files:
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
            lambda _files, told=str(problem): told,
            "What cannot be read is left unlabelled.",
            problem.remedy,
        )


def _names_used_twice(task: Task, problems: Sequence[LabelProblem]) -> Iterator[Suspicion]:
    places: dict[str, list[int]] = {}
    for place, name in enumerate(task.classes):
        places.setdefault(" ".join(unicodedata.normalize("NFKC", name).casefold().split()), []).append(place)
    for same in places.values():
        spellings = list(dict.fromkeys(task.classes[place] for place in same))
        # The reader has told of a name that is there twice letter by letter.
        told = any(problem.file == f"metadata/{task.name}/classes.txt" for problem in problems)
        if len(same) < 2 or (told and len(spellings) == 1):
            continue
        numbers = " and ".join(str(place) for place in same)
        found = f"Classes {numbers} of {task.name} have one name: {named(spellings)}."
        yield Suspicion(
            "class_twice",
            Severity.WARNING,
            (),
            lambda _files, found=found: found,
            "They are learnt as different things, and are played by the same name.",
            f"Make one class of them, or give each its own name in metadata/{task.name}/classes.txt.",
        )


def _holes(report: ScanReport, labels: Labels, task: Task) -> Iterator[Suspicion]:
    entries = labels.entries.get(task.name, {})
    # An entry that says “none” is no hole: somebody has looked at the sound.
    holes = tuple(sound.relative for sound in report.files if sound.relative not in entries)
    if not holes:
        return
    total = len(report.files)

    def tell(files: Sequence[str]) -> str:
        verb = "is" if len(files) == 1 else "are"
        return f"{counted(len(files), 'sound')} of {total:,} {verb} not labelled with {task.name}: {named(files)}."

    yield Suspicion(
        "label_hole",
        Severity.WARNING,
        holes,
        tell,
        "They are learnt from as well, but not what they are; the label's control then follows them less well.",
        f"Label them, write “none” in metadata/{task.name}/metadata.txt if they are neither, or choose a configuration "
        "that predicts what is missing.",
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
    all_classes = range(len(task.classes)) if task.classes else range(min(seconds), max(seconds) + 1)
    missing = [number for number in all_classes if number not in seconds]
    if not missing:
        return
    names = ", ".join(_class_name(task, number) for number in missing[:_TOLD])
    more = f" and {len(missing) - _TOLD} more" if len(missing) > _TOLD else ""
    yield Suspicion(
        "missing_class",
        Severity.NOTE,
        (),
        lambda _files: f"No sound has {'class' if len(missing) == 1 else 'classes'} {names}{more} of {task.name}.",
        "The instrument has a place for what no sound has shown it: what it plays there is a guess.",
        "Add sounds of it, or do without it when you play.",
    )


def _imbalance(task: Task, seconds: dict[int, float]) -> Iterator[Suspicion]:
    if len(seconds) < 2:
        return
    middle_s = statistics.median(seconds.values())
    if len(seconds) == 2:
        middle_s = max(seconds.values())
    for word, few in (("little", True), ("much", False)):
        odd = sorted(
            number
            for number, length_s in seconds.items()
            if (length_s * IMBALANCE < middle_s if few else length_s > IMBALANCE * middle_s)
        )
        if not odd:
            continue
        told = ", ".join(f"{_class_name(task, number)} ({seconds[number]:.1f} s)" for number in odd[:_TOLD])
        told += f" and {len(odd) - _TOLD} more" if len(odd) > _TOLD else ""
        yield Suspicion(
            "imbalance",
            Severity.NOTE,
            (),
            lambda _files, told=told, word=word: (
                f"Of {task.name}, there is {word} sound of {told}; a class usually has {middle_s:.1f} s."
            ),
            "Each second counts the same: a class with little sound is learnt badly, one with much takes all the room.",
            f"{'Add sounds to' if few else 'Take sounds from'} it, or leave it if the others matter more.",
        )


def _class_name(task: Task, number: int) -> str:
    return f"“{task.classes[number]}”" if number < len(task.classes) else str(number)
