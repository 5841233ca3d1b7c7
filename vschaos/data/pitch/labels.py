"""The labels ``pitch`` and ``octave`` of a dataset, from the notes that were heard; those that were there stay.

Both tasks have the same stretches, ``none`` included. A sound gets one value in place of stretches only where that
loses nothing: a note from its first sample to its last, or none at all. A note with silence around it keeps its onset
and offset, since one value would teach that its silence is pitched. Torch-free.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vschaos.data.labels.files import Wanted, read_labels, task_names
from vschaos.data.labels.model import LabelEntry, Labels, Span, Task, whole_file
from vschaos.data.labels.writing import write_labels
from vschaos.data.layout import make_labels_folder
from vschaos.data.pitch.class_order import COUNTED_FROM_A, counted_from_c, is_unnamed, named_order
from vschaos.data.pitch.notes import OCTAVE, PITCH, pitch_and_octave
from vschaos.data.pitch.track import Stretch
from vschaos.errors import DatasetError

TASKS = (PITCH, OCTAVE)

_OUR_TRACK = re.compile(r"metadata_file\d+\.txt")


@dataclass(frozen=True)
class KeptLabels:
    """The labels that an extraction leaves as they are, by task and sound."""

    entries: Mapping[str, Mapping[str, LabelEntry]]

    def lacking(self, sounds: Sequence[str]) -> tuple[str, ...]:
        """The sounds that have no entry for one of the tasks."""
        return tuple(name for name in sounds if any(name not in self.entries[task.name] for task in TASKS))


def labels_to_keep(
    root: Path,
    sounds: Collection[str],
    replaced: Collection[str],
    counts_from_a: Callable[[Labels], bool] = lambda _labels: False,
) -> KeptLabels:
    """Read what a dataset says of pitch and octave; what counts from A is counted from C, as it will be written.

    Parameters
    ----------
    root
        The dataset's folder.
    sounds
        The names of all its files, whether they can be used or not.
    replaced
        The sounds whose labels are to be replaced.
    counts_from_a
        Asked where the classes of pitch have no clear names; see `vschaos.data.pitch.listening`.

    Raises
    ------
    DatasetError
        If something there would be lost, since it is not understood or means something else.
    """
    present = task_names(root) if not set(sounds) <= set(replaced) else ()
    labels, problems = read_labels(root, [Wanted(task.name) for task in TASKS if task.name in present], sounds)
    if problems:
        raise _refusal(str(problems[0]))
    if PITCH.name in present:
        labels = _counted_from_c(labels, counts_from_a)
    entries: dict[str, Mapping[str, LabelEntry]] = {task.name: {} for task in TASKS}
    for task in TASKS:
        if task.name in present:
            _check_meaning(labels, task)
            found = labels.entries[task.name]
            entries[task.name] = {name: entry for name, entry in found.items() if name not in replaced}
    return KeptLabels(entries)


def write_pitch(root: Path, found: Mapping[str, tuple[Stretch, ...]], kept: KeptLabels) -> None:
    """Write the labels of sounds beside those that are kept.

    What was there is in force until all of the new is written: new stretches go to new files in ``tracks/``, old ones
    that nothing names any more are then removed.

    Raises
    ------
    DatasetError
        If the folder cannot be written.
    """
    numbers = _free_numbers(root, kept)
    tracks = {name: f"tracks/metadata_file{next(numbers)}.txt" for name, notes in found.items() if len(notes) > 1}
    entries: dict[str, dict[str, LabelEntry]] = {}
    for place, task in enumerate(TASKS):
        entries[task.name] = dict(kept.entries[task.name])
        for name, notes in found.items():
            entries[task.name].setdefault(name, _entry(notes, place, tracks.get(name, "")))
        for name, entry in entries[task.name].items():
            if not entry.track and len(entry.spans) > 1:
                entries[task.name][name] = replace(entry, track=f"tracks/metadata_file{next(numbers)}.txt")
    try:
        make_labels_folder(root)
    except OSError as error:
        raise DatasetError(
            f"The labels could not be written in “{root}”: {error.strerror or error}.",
            "Free some space, or change the folder's permissions.",
        ) from error
    write_labels(root, Labels(TASKS, entries))
    for task in TASKS:
        _remove_unused(root / "metadata" / task.name / "tracks", entries[task.name].values())


def _entry(notes: Sequence[Stretch], place: int, track: str) -> LabelEntry:
    """The entry of one task: ``place`` 0 for the pitch, 1 for the octave."""
    values = [None if stretch.note is None else float(pitch_and_octave(stretch.note)[place]) for stretch in notes]
    if len(notes) == 1:
        return whole_file(values[0])
    spans = [Span(stretch.onset_s, stretch.offset_s, value) for stretch, value in zip(notes, values, strict=True)]
    return LabelEntry(tuple(spans), track)


def _counted_from_c(labels: Labels, counts_from_a: Callable[[Labels], bool]) -> Labels:
    """The labels in our order; what changes gets new files in ``tracks/``, and the old ones stay."""
    pitch = labels.task(PITCH.name)
    order = named_order(pitch)
    if order is None and pitch.kind == "int" and is_unnamed(pitch) and counts_from_a(labels):
        order = COUNTED_FROM_A
    if order is None:
        return labels
    ordered = counted_from_c(labels, order)
    if ordered is labels:
        return labels
    return Labels(
        tuple(replace(task, classes=PITCH.classes) if task.name == PITCH.name else task for task in ordered.tasks),
        {
            task: {name: replace(entry, track="") for name, entry in entries.items()}
            for task, entries in ordered.entries.items()
        },
    )


def _check_meaning(labels: Labels, task: Task) -> None:
    """Refuse labels of the task's name that are not what we would write beside them."""
    there = labels.task(task.name)
    values = [
        span.value
        for entry in labels.entries[task.name].values()
        for span in entry.spans
        if span.value is not None and task.classes and span.value >= len(task.classes)
    ]
    if there.kind != task.kind:
        raise _refusal(f"The labels in metadata/{task.name} are not whole numbers.")
    if not is_unnamed(there) and there.classes != task.classes:
        ours = f"{task.classes[0]} to {task.classes[-1]}" if task.classes else "whole numbers without names"
        raise _refusal(
            f"The classes in metadata/{task.name}/classes.txt differ from those that would be written: {ours}."
        )
    if values:
        raise _refusal(f"The labels in metadata/{task.name} go up to {max(values):g}, but pitch is 0 to 11.")


def _refusal(sentence: str) -> DatasetError:
    return DatasetError(sentence, "Correct it, or use --overwrite, which replaces all labels of pitch and octave.")


def _free_numbers(root: Path, kept: KeptLabels) -> Iterator[int]:
    """Numbers of files in ``tracks/`` that neither task has."""
    used = {entry.track for task in TASKS for entry in kept.entries[task.name].values()}
    for task in TASKS:
        used |= {f"tracks/{path.name}" for path in (root / "metadata" / task.name / "tracks").glob("*")}
    return (number for number in itertools.count(1) if f"tracks/metadata_file{number}.txt" not in used)


def _remove_unused(folder: Path, entries: Collection[LabelEntry]) -> None:
    used = {entry.track for entry in entries}
    for path in folder.glob("metadata_file*.txt"):
        if _OUR_TRACK.fullmatch(path.name) and f"tracks/{path.name}" not in used:
            path.unlink(missing_ok=True)
