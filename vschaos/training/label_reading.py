"""The labels of a training, read before its sounds are prepared: those that nothing can be learnt from are refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vschaos.configs.schema import Config, MetadataCallback
from vschaos.data.labels.files import Wanted, read_labels, task_names
from vschaos.data.labels.model import Labels, Task
from vschaos.data.labels.problems import LabelProblem
from vschaos.data.loader import FrameSource
from vschaos.data.pitch.class_order import COUNTED_FROM_A, counted_from_c, is_unnamed, named_order
from vschaos.data.pitch.listening import counts_from_a
from vschaos.data.pitch.notes import OCTAVE, PITCH
from vschaos.data.scan import ScanReport
from vschaos.errors import DatasetError
from vschaos.messages import Problem
from vschaos.training.events import Preparing, Sink
from vschaos.training.stop_flags import StopFlags

FOLDER_NAMES = "read_folder_names"


def load_labels(config: Config, report: ScanReport, sink: Sink, orders: StopFlags) -> Labels:
    """Read the labels that the model has a use for, pitch counted from C; what cannot be read is reported.

    Raises
    ------
    DatasetError
        If the folder lacks one of them, or none of its sounds has it.
    """
    wanted = [_wanted(config, task) for task in config.model.tasks]
    names = [sound.relative for sound in report.files]
    tasks = config.model.tasks
    if OCTAVE.name in tasks and PITCH.name not in tasks and PITCH.name in task_names(report.root):
        wanted.append(Wanted(PITCH.name))  # shows where the octave changes
    labels, problems = read_labels(report.root, wanted, names)
    for task in tasks:
        _require_values(config, labels, task, problems)
    labels = _counted_from_c(config, labels, report, sink, orders)
    labels = Labels(tuple(task for task in labels.tasks if task.name in tasks), labels.entries)
    for problem in problems:
        sink(Problem(str(problem), problem.remedy, is_error=False))
    for task in labels.tasks:
        _check_classes(config, labels, task, sink)
    return labels


def require_learnable(source: FrameSource) -> None:
    """Refuse labels that only held-out sounds have.

    Raises
    ------
    DatasetError
        If there is one.
    """
    for task, values in source.label_values("train").items():
        if not len(values):
            raise DatasetError(
                f"The only sounds that are labelled with {task} are held out for validation.",
                "Label more sounds, or hold out other sounds with another training.seed.",
            )


def _wanted(config: Config, task: str) -> Wanted:
    callback = config.data.dataset.metadata_callbacks.get(task, MetadataCallback())
    kind = callback.type or ("float" if config.model.continuous(task) else "int")
    return Wanted(task, callback.name or None, kind)  # pyright: ignore[reportArgumentType]


def _require_values(config: Config, labels: Labels, task: str, problems: Sequence[LabelProblem]) -> None:
    """Refuse a task that has no value for the model."""
    values = [span.value for entry in labels.entries[task].values() for span in entry.spans if span.value is not None]
    classes = config.model.dim(task)
    if not values:
        for problem in problems:
            if problem.file.startswith(f"metadata/{task}/"):
                raise DatasetError(f"The label {task} cannot be trained. {problem}", problem.remedy)
        raise DatasetError(
            f"The label {task} cannot be trained: no sound has it.",
            f"Write values into metadata/{task}/metadata.txt, or choose a configuration without {task}.",
        )
    if not config.model.continuous(task) and min(values) >= classes:
        raise DatasetError(
            f"The label {task} cannot be trained: its classes are {min(values):.0f} to {max(values):.0f}; the model "
            f"knows 0 to {classes - 1}.",
            f"Number them from 0, or raise dim of {task} in model.conditioning and model.prediction.",
        )


def _counted_from_c(config: Config, labels: Labels, report: ScanReport, sink: Sink, orders: StopFlags) -> Labels:
    """The labels with pitch in our order, whichever the dataset has; see `vschaos.data.pitch.class_order`."""
    pitch = next((task for task in labels.tasks if task.name == PITCH.name), None)
    if pitch is None or pitch.kind != "int" or _pitches_asked_for(config) < len(PITCH.classes):
        return labels
    order = named_order(pitch)
    if order is not None:
        by_folders = config.data.dataset.metadata_callbacks.get(PITCH.name, MetadataCallback()).name == FOLDER_NAMES
        return counted_from_c(labels, replace(order, turns_at_a=order.turns_at_a and not by_folders))
    if not _could_count_from_a(labels, pitch):
        return labels
    sink(Preparing("Finding the note that the labels of pitch count from", 0, 1))
    if not counts_from_a(report.files, labels, lambda: orders.any):
        return labels
    sink(
        Problem(
            "The classes of pitch have no names; the sounds show that they count from A = 0, and they are used so.",
            f"If that is wrong, write their names into metadata/{PITCH.name}/classes.txt, one per line.",
            is_error=False,
        )
    )
    return counted_from_c(labels, COUNTED_FROM_A)


def _pitches_asked_for(config: Config) -> int:
    """The model's number of pitch classes; where it knows octaves only, those that there are."""
    return config.model.dim(PITCH.name) if PITCH.name in config.model.tasks else len(PITCH.classes)


def _could_count_from_a(labels: Labels, pitch: Task) -> bool:
    values = (span.value for entry in labels.entries[PITCH.name].values() for span in entry.spans)
    return is_unnamed(pitch) and max((value or 0.0 for value in values), default=0.0) < len(PITCH.classes)


def _check_classes(config: Config, labels: Labels, task: Task, sink: Sink) -> None:
    spans = [span for entry in labels.entries[task.name].values() for span in entry.spans]
    largest, classes = max((span.value or 0.0 for span in spans), default=0.0), config.model.dim(task.name)
    if not config.model.continuous(task.name) and largest >= classes:
        sink(
            Problem(
                f"{task.name} has class {largest:.0f}; the model knows 0 to {classes - 1}, others are unknown.",
                f"Raise dim of {task.name} in model.conditioning and model.prediction to {largest + 1:.0f}.",
                is_error=False,
            )
        )
