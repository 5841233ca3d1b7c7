"""Writes labels in a dataset's folder, in the form that `vschaos.data.labels.files` reads. Torch-free."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from vschaos.data.labels.files import TaskReader, Wanted, task_names
from vschaos.data.labels.model import LabelEntry, LabelKind, Labels, Task, whole_file
from vschaos.data.layout import make_labels_folder
from vschaos.errors import DatasetError
from vschaos.files import write_file


def write_labels(root: Path, labels: Labels) -> None:
    """Write the tasks of some labels in a dataset's folder, in place of what it had for them; others stay.

    Files that already say the same are left as they are, to the byte. Lines on sounds that are not in the folder at
    this time stay as well: the sounds may return. Numbers are written in the shortest form that reads back the same. An
    entry whose value changes goes to its ``track``, or where it has none, to ``tracks/metadata_fileN.txt``, N being
    its line.

    Raises
    ------
    DatasetError
        If the folder cannot be written.
    """
    for task in labels.tasks:
        entries = labels.entries.get(task.name, {})
        written, absent = _present(root, task, entries)
        if written:
            continue
        folder = root / "metadata" / task.name
        try:
            make_labels_folder(root)
            folder.mkdir(exist_ok=True)
            _write_task(folder, task, entries, absent)
        except OSError as error:
            raise DatasetError(
                f"The labels could not be written in “{folder}”: {error.strerror or error}.",
                "Free some space, or change the folder's permissions.",
            ) from error


def _present(root: Path, task: Task, entries: Mapping[str, LabelEntry]) -> tuple[bool, list[str]]:
    """Whether the files of a task say this and nothing else of sounds that are there, and the lines on absent ones."""
    if task.name not in task_names(root):
        return False, []
    reader = TaskReader(root, Wanted(task.name, kind=task.kind), entries)
    try:
        present = reader.read()
        others = reader.others()
    except DatasetError:  # no text: there is nothing to keep
        return False, []
    absent = [line for line, exists in others if not exists]
    same = list(present.items()) == list(entries.items()) and tuple(reader.classes) == task.classes
    return same and len(absent) == len(others) == reader.problem_count, absent


def _write_task(folder: Path, task: Task, entries: Mapping[str, LabelEntry], more: Sequence[str]) -> None:
    lines = []
    for number, (sound, entry) in enumerate(entries.items(), start=1):
        if not entry.track and entry == whole_file(entry.spans[0].value if entry.spans else None):
            lines.append(f"{sound}\t{_written(entry.spans[0].value, task.kind)}")
            continue
        track = entry.track or f"tracks/metadata_file{number}.txt"
        spans = [f"{span.onset_s!r},{span.offset_s!r}\t{_written(span.value, task.kind)}" for span in entry.spans]
        (folder / track).parent.mkdir(parents=True, exist_ok=True)
        _write_lines(folder / track, spans)
        lines.append(f"{sound}\t{track}")
    if task.classes:
        _write_lines(folder / "classes.txt", task.classes)
    else:
        (folder / "classes.txt").unlink(missing_ok=True)
    _write_lines(folder / "metadata.txt", [*lines, *more])


def _write_lines(path: Path, lines: Sequence[str]) -> None:
    write_file(path, "".join(f"{line}\n" for line in lines).encode())


def _written(value: float | None, kind: LabelKind) -> str:
    if value is None:
        return "none"
    return str(int(value)) if kind == "int" else repr(float(value))
