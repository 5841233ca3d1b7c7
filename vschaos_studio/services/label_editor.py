"""Where the Sounds page edits labels: every change is shown at once, and written by a worker thread.

Lives in the window's thread. Changes that come while one is being written are written together after it. A disk that
fails costs nothing: the labels stay here, and are written with the next change, or when asked. Where another program
has written the files, they are read anew and the changes that were not yet written are made again on top.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vschaos.data.labels.files import LabelProblem
from vschaos.data.labels.model import Labels
from vschaos.errors import VschaosError
from vschaos_studio.language import tr
from vschaos_studio.services.label_storage import ChangedOutsideError, LabelDisk, Reading
from vschaos_studio.services.tasks import RunningTask, TaskRunner
from vschaos_studio.state.label_edits import Change, ReplaceLabels
from vschaos_studio.state.label_history import LabelHistory, LabelStep
from vschaos_studio.state.notices import Level, Notice, Notices


class LabelEditor(QObject):
    """The labels of the folder that is open.

    Signals
    -------
    changed
        The labels, or what can be undone, are different now.
    settled
        The labels were read, or everything is written: the files say what is shown.
    stepped
        A change was made that `undo` undoes; with its title.
    forgotten
        What was done until now cannot be undone any more.
    """

    changed = Signal()
    settled = Signal()
    stepped = Signal(str)
    forgotten = Signal()

    def __init__(self, notices: Notices, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._tasks = tasks
        self._disk: LabelDisk | None = None
        self._history = LabelHistory()
        self._reading: RunningTask | None = None
        self._writing: RunningTask | None = None
        self._unwritten: list[Change | None] = []
        self.ready = False
        self.failed = False
        self.problems: tuple[LabelProblem, ...] = ()

    @property
    def labels(self) -> Labels:
        """The labels as they are shown."""
        return self._history.labels

    @property
    def undo_text(self) -> str:
        """Text of what `undo` would undo; empty: nothing."""
        return self._history.undo_text

    @property
    def redo_text(self) -> str:
        """What `redo` would do again; empty: nothing."""
        return self._history.redo_text

    @property
    def unwritten(self) -> int:
        """How many changes are not in the files yet."""
        return len(self._unwritten)

    # What the page asks for

    def open(self, root: Path, sounds: Sequence[str]) -> None:
        """Read a folder's labels; what was open before is written first."""
        self.close()
        self._disk = LabelDisk(root, sounds)
        self._read(self._disk)

    def close(self) -> None:
        """Write what is not written yet, and put the labels away."""
        self.flush()
        for task in (self._reading, self._writing):
            if task is not None:
                task.cancel()
        self._disk = self._reading = self._writing = None
        self._begin_history(Labels())
        self._unwritten = []
        self.problems = ()
        self.ready = self.failed = False
        self.changed.emit()

    def make(self, change: Change) -> bool:
        """Make a change and write it; one that cannot be made is reported. Returns whether it was made."""
        if not self.ready:
            return False
        before = self.labels
        try:
            step = self._make_step(change)
        except VschaosError as error:
            self._notices.error(error)
            return False
        if step is not None:
            self._report_new_classes(before)
            self._go_on(change)
        return True

    def undo(self) -> bool:
        """Take the last change back, also on the disk; returns whether there was one."""
        undone = self.ready and self._history.undo() is not None
        if undone:
            self._go_on(None)
        return undone

    def redo(self) -> bool:
        """Redo the change that was undone last; returns whether there was one."""
        step = self._history.redo() if self.ready else None
        if step is not None:
            self._go_on(step.change)
        return step is not None

    def save_again(self) -> None:
        """Try to write once more."""
        self.failed = False
        self._write()
        self.changed.emit()

    def load_from_disk(self, text: str) -> None:
        """Read what another program of ours has just written; it counts as a change that can be undone."""
        if self._disk is not None:
            disk = self._disk
            self._run_reading(disk, lambda reading: self._apply_reading(disk, text, reading))

    def flush(self) -> None:
        """Write what is not written, here and now: before the program ends, or another folder is opened."""
        if self._disk is None or not self._unwritten:
            return
        if self._writing is not None:
            # If it has not begun, it must not come later and write older labels; if it has, the disk waits for it.
            self._writing.cancel()
            self._writing = None
        try:
            self._disk.write(self.labels)
        except VschaosError as error:
            self.failed = True
            self._notices.error(error)
            self.changed.emit()
        else:
            self._unwritten = []
            self.failed = False
            self.changed.emit()

    # Reading

    def _read(self, disk: LabelDisk) -> None:
        self._run_reading(disk, lambda reading: self._on_read(disk, reading))

    def _run_reading(self, disk: LabelDisk, take: Callable[[Reading], None]) -> None:
        if self._reading is not None:
            self._reading.cancel()
        self._reading = _kept(self._tasks.run_task(lambda _context: disk.read(), take, self._on_read_failed))

    def _on_read(self, disk: LabelDisk, reading: Reading) -> None:
        self._reading = None
        if disk is not self._disk:
            return
        self._begin_history(reading.labels)
        self.problems, self.ready = reading.problems, True
        self.changed.emit()
        self.settled.emit()

    def _apply_reading(self, disk: LabelDisk, text: str, reading: Reading) -> None:
        self._reading = None
        if disk is not self._disk:
            return
        waiting, self._unwritten = self._unwritten, []
        self._make_step(ReplaceLabels(text, reading.labels))
        self.problems, self.ready = reading.problems, True
        for change in waiting:
            if change is not None:
                self._made_again(change)
        if self._unwritten:
            self._write()
        else:
            self.settled.emit()
        self.changed.emit()

    def _on_read_failed(self, error: VschaosError) -> None:
        self._reading = None
        self._notices.error(error)
        self.changed.emit()

    # Writing

    def _go_on(self, change: Change | None) -> None:
        self._unwritten.append(change)
        self._write()
        self.changed.emit()

    def _write(self) -> None:
        if self._disk is None or self._writing is not None:
            return
        disk, labels, count = self._disk, self.labels, len(self._unwritten)
        task = self._tasks.run_task(
            lambda _context: disk.write(labels),
            lambda _: self._on_written(disk, count),
            lambda error: self._on_write_failed(disk, error),
        )
        self._writing = _kept(task)

    def _on_written(self, disk: LabelDisk, count: int) -> None:
        self._writing = None
        if disk is not self._disk:
            return
        del self._unwritten[:count]
        self.failed = False
        if self._unwritten:
            self._write()
            return
        self.changed.emit()
        self.settled.emit()

    def _on_write_failed(self, disk: LabelDisk, error: VschaosError) -> None:
        self._writing = None
        if disk is not self._disk:
            return
        if isinstance(error, ChangedOutsideError):
            self._run_reading(disk, lambda reading: self._on_changed_outside(disk, reading))
            return
        self.failed = True
        self._notices.error(error)
        self.changed.emit()

    def _on_changed_outside(self, disk: LabelDisk, reading: Reading) -> None:
        """Another program was there: its labels count, and what was not written yet is made again on them."""
        self._reading = None
        if disk is not self._disk:
            return
        waiting, self._unwritten = self._unwritten, []
        self._begin_history(reading.labels)
        self.problems, self.ready = reading.problems, True
        lost = [change for change in waiting if change is None or not self._made_again(change)]
        remedy = tr("They were read again, with your last changes.")
        if lost:
            remedy = tr("They were read again, without your last changes, which no longer fit. Repeat them.")
        sentence = tr("Another program has changed the labels of these sounds.")
        self._notices.post(Notice(sentence, remedy, Level.WARNING))
        if self._unwritten:
            self._write()
        else:
            self.settled.emit()
        self.changed.emit()

    def _made_again(self, change: Change) -> bool:
        try:
            if self._make_step(change) is not None:
                self._unwritten.append(change)
        except VschaosError:
            return False
        return True

    def _make_step(self, change: Change) -> LabelStep | None:
        step = self._history.make(change)
        if step is not None:
            self.stepped.emit(step.change.title)
        return step

    def _begin_history(self, labels: Labels) -> None:
        self._history = LabelHistory(labels)
        self.forgotten.emit()

    def _report_new_classes(self, before: Labels) -> None:
        known = {task.name: task.classes for task in before.tasks}
        for task in self.labels.tasks:
            old = frozenset(known.get(task.name, task.classes))
            new = [name for name in task.classes if name not in old]
            if len(new) == 1 and len(task.classes) > len(known[task.name]):
                text = tr("“{name}” is a new class of {task}. Undo removes it.", name=new[0], task=task.name)
                self._notices.info(text)


def _kept(task: RunningTask) -> RunningTask | None:
    """A task that is still under way; those of tests have ended already."""
    return task if task.running else None
