"""Which sounds of the open folder are left out: changed at once, undone as other steps, written by a worker thread.

Lives in the window's thread. Changes that come while one is being written are written together after it. What cannot
be written is taken back, so that what is shown is what a training learns from.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QObject, Signal

from vschaos.data.left_out import read_left_out, write_left_out
from vschaos.data.scan import ScanReport
from vschaos.errors import VschaosError
from vschaos_studio.services.tasks import RunningTask, TaskContext, TaskRunner
from vschaos_studio.state.history import History, Step
from vschaos_studio.state.notices import Notices
from vschaos_studio.state.remedies import leave_out_text, use_text


class LeftOutSounds(QObject):
    """The sounds of a folder that are left out.

    Signals
    -------
    changed
        The :class:`ScanReport` as it is now.
    settled
        The same, when it is written: a training and a forecast see it.

    Attributes
    ----------
    report
        The folder; None while none is open.
    names
        What is left out of it.
    """

    changed = Signal(object)
    settled = Signal(object)

    def __init__(self, history: History, notices: Notices, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._notices = notices
        self._tasks = tasks
        self._written: frozenset[str] = frozenset()
        self._whole: ScanReport | None = None
        self._writing: RunningTask | None = None
        self.report: ScanReport | None = None
        self.names: frozenset[str] = frozenset()

    def open(self, report: ScanReport | None) -> None:
        """Another folder is open, or none; or the same one was scanned again."""
        if report is None or self.report is None or report.root != self.report.root:
            self._history.drop(self)
        self.report = report
        self._whole = report.leaving_out(()) if report is not None else None
        self.names = self._written = frozenset(sound.relative for sound in report.left_out) if report else frozenset()

    def leave_out(self, sounds: Collection[str]) -> None:
        """Leave out these as well."""
        new = frozenset(sounds) - self.names
        self._step(leave_out_text(len(new)), self.names | new)

    def use(self, sounds: Collection[str]) -> None:
        """Use these again."""
        again = self.names & frozenset(sounds)
        self._step(use_text(len(again)), self.names - again)

    def note(self, title: str, undo: Callable[[], bool], redo: Callable[[], bool]) -> None:
        """Make a step of something else that was done to the folder, forgotten with it."""
        self._history.push(Step(title, self, undo, redo))

    def _step(self, title: str, after: frozenset[str]) -> None:
        before = self.names
        if self.report is None or after == before:
            return
        self._show(after)
        self._history.push(Step(title, self, partial(self._show, before), partial(self._show, after)))

    def _show(self, names: frozenset[str]) -> bool:
        if self._whole is None:
            return False
        self._leave(names)
        self._write()
        return True

    def _leave(self, names: frozenset[str]) -> None:
        if self._whole is not None:
            self.names, self.report = names, self._whole.leaving_out(names)
            self.changed.emit(self.report)

    # The file

    def _write(self) -> None:
        if self._writing is not None or self._whole is None:
            return
        job = _Writing(self._whole, self.names)
        task = self._tasks.run_task(job.run, self._on_written, partial(self._on_error, job))
        self._writing = task if task.running else None

    def _on_written(self, job: _Writing) -> None:
        self._writing = None
        if self.report is None or self.report.root != job.root:
            return
        self._written = job.names
        if self.names == job.names:
            self.settled.emit(self.report)
        else:
            self._write()

    def _on_error(self, job: _Writing, error: VschaosError) -> None:
        self._writing = None
        self._notices.error(error)
        if self.report is not None and self.report.root == job.root:
            self._leave(self._written)


class _Writing:
    """Writes the list; what it says of sounds that are not there at present stays."""

    def __init__(self, whole: ScanReport, names: frozenset[str]) -> None:
        self.root = whole.root
        self.names = names
        self._present = whole.files

    def run(self, _context: TaskContext) -> _Writing:
        absent = read_left_out(self.root) - {sound.relative for sound in self._present}
        write_left_out(self.root, self.names | absent)
        return self
