"""The labels of one folder as they were last read or written, and how they are read and written again. Qt-free.

Called from worker threads, one call at a time. Before anything is written, the files are compared with what they were
when last touched from here: what another program has written meanwhile is never overwritten.
"""

from __future__ import annotations

import contextlib
import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from vschaos.data.labels.files import LabelProblem, Wanted, read_labels, task_names
from vschaos.data.labels.model import LabelEntry, Labels, Task
from vschaos.data.labels.writing import write_labels
from vschaos.errors import DatasetError
from vschaos_studio.language import tr, translated
from vschaos_studio.services.file_copy import copy_whole

KEPT = "before-edit"
"""Goes into the name of a copy of a file with lines that were not understood, before it is written anew."""

Stamps = dict[str, tuple[int, int]]
"""Of each file below ``metadata/``: when it was written (ns), and its size."""


class ChangedOutsideError(DatasetError):
    """The files were written by someone else since they were read."""


@dataclass(frozen=True)
class Reading:
    """What the files say, and where they say nothing that can be understood."""

    labels: Labels
    problems: tuple[LabelProblem, ...]


class LabelDisk:
    """The files with the labels of a folder of sounds.

    Parameters
    ----------
    root
        The dataset's folder.
    sounds
        All files that labels may speak of, also those that cannot be used: their labels are kept when others change.
    """

    def __init__(self, root: Path, sounds: Sequence[str]) -> None:
        self.root = root
        self._sounds = sounds
        self._lock = threading.Lock()
        self._saved = Labels()
        self._problems: tuple[LabelProblem, ...] = ()
        self._stamps: Stamps = {}

    def read(self) -> Reading:
        """Read all tasks; one that cannot be read at all is a problem, and the others are read."""
        with self._lock:
            stamps = stamps_of(self.root)
            tasks: list[Task] = []
            entries: dict[str, dict[str, LabelEntry]] = {}
            problems: list[LabelProblem] = []
            before = {task.name: task for task in self._saved.tasks}
            for name in task_names(self.root):
                try:
                    labels, reported = read_labels(self.root, [Wanted(name)], self._sounds)
                except DatasetError as error:
                    problems.append(LabelProblem(f"metadata/{name}/metadata.txt", 0, error.sentence, error.remedy))
                    continue
                task, found = labels.tasks[0], dict(labels.entries[name])
                # Files of a quantity look like classes until they have a value.
                if not found and not task.classes and name in before:
                    task = Task(name, before[name].kind)
                tasks.append(task)
                entries[name] = found
                problems += reported
            self._saved, self._problems, self._stamps = Labels(tuple(tasks), entries), tuple(problems), stamps
            return Reading(self._saved, self._problems)

    def write(self, labels: Labels) -> None:
        """Write what differs from the files.

        Raises
        ------
        ChangedOutsideError
            If another program has written them since; nothing is written then.
        DatasetError
            If the folder cannot be written; each single file is then as it was or as it is to be.
        """
        with self._lock:
            changed = [task for task in labels.tasks if not self._is_saved(labels, task)]
            removed = [task for task in self._saved.tasks if task.name not in {one.name for one in labels.tasks}]
            if not changed and not removed:
                self._saved = labels
                return
            if stamps_of(self.root) != self._stamps:
                raise ChangedOutsideError(tr("Another program has changed the labels."), tr("They will be read again."))
            try:
                self._keep_copies({task.name for task in (*changed, *removed)})
                for task in changed:
                    write_labels(self.root, Labels((task,), {task.name: labels.entries.get(task.name, {})}))
                    if not task.classes:
                        (self._folder(task) / "classes.txt").unlink(missing_ok=True)
                for task in removed:
                    self._remove(task)
            except OSError as error:
                reason = translated(error.strerror or str(error))
                raise DatasetError(
                    tr("The labels could not be written in “{folder}”: {reason}.", folder=self.root, reason=reason),
                    tr("Free space on the disk, or change the permissions of the folder."),
                ) from error
            finally:
                self._stamps = stamps_of(self.root)
            self._saved = labels

    def _is_saved(self, labels: Labels, task: Task) -> bool:
        before = {saved.name: saved for saved in self._saved.tasks}.get(task.name)
        return before == task and self._saved.entries.get(task.name) == labels.entries.get(task.name)

    def _keep_copies(self, tasks: set[str]) -> None:
        """Copy each file with lines that were not understood, and would be gone with the next writing; once."""
        for name in {name for problem in self._problems for name in (problem.file, *problem.others)}:
            path, task = self.root / name, PurePosixPath(name).parts[1:2]
            kept = path.with_name(f"{path.stem}.{KEPT}{path.suffix}")
            if task and task[0] in tasks and path.is_file() and not kept.exists():
                copy_whole(path, kept)

    def _remove(self, task: Task) -> None:
        """Remove a task's files, and its folder unless something else is in it."""
        folder = self._folder(task)
        tracks = {entry.track for entry in self._saved.entries.get(task.name, {}).values() if entry.track}
        # Without this one file the task is gone, whatever comes after.
        (folder / "metadata.txt").unlink(missing_ok=True)
        (folder / "classes.txt").unlink(missing_ok=True)
        for track in tracks:
            with contextlib.suppress(FileNotFoundError):
                (folder / track).unlink()
        for empty in (folder / "tracks", folder):
            with contextlib.suppress(OSError):
                empty.rmdir()

    def _folder(self, task: Task) -> Path:
        return self.root / "metadata" / task.name


def stamps_of(root: Path) -> Stamps:
    """When each file of the labels was written, and its size."""
    stamps: Stamps = {}
    for pattern in ("metadata/*/*.txt", "metadata/*/tracks/**/*.txt"):
        for path in root.glob(pattern):
            if re.search(rf"\.{KEPT}\.", path.name):
                continue
            with contextlib.suppress(OSError):
                status = path.stat()
                stamps[str(path.relative_to(root))] = (status.st_mtime_ns, status.st_size)
    return stamps
