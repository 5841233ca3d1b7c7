"""The doctor's check of a folder of sounds and its labels, in a worker thread. Lives in the window's thread.

Requests that come while a check runs are joined into one check after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from vschaos.data.doctor.doctor import diagnose, read_ignored, write_ignored
from vschaos.data.doctor.findings import Diagnosis, Finding
from vschaos.data.labels.files import LabelProblem
from vschaos.data.labels.model import Labels
from vschaos.data.scan import ScanReport
from vschaos.errors import VschaosError
from vschaos_studio.services.tasks import RunningTask, TaskContext, TaskRunner
from vschaos_studio.state.findings import with_ignored, without_ignored
from vschaos_studio.state.notices import Notices


@dataclass(frozen=True)
class _Check:
    """What the doctor checks, and which finding it ignores, or no longer ignores, from now on."""

    report: ScanReport
    labels: Labels
    problems: tuple[LabelProblem, ...]
    ignored: Finding | None = None
    restored: Finding | None = None

    @property
    def writes(self) -> bool:
        return self.ignored is not None or self.restored is not None

    def run(self, _context: TaskContext) -> Diagnosis:
        ignored = read_ignored(self.report.root)
        if self.ignored is not None:
            ignored = with_ignored(ignored, self.ignored)
        if self.restored is not None:
            ignored = without_ignored(ignored, self.restored)
        if self.writes:
            write_ignored(self.report.root, ignored)
        return diagnose(self.report, self.labels, self.problems, ignored=ignored)


class DoctorTask(QObject):
    """The findings about the folder that is open.

    Signals
    -------
    diagnosed
        A new :class:`Diagnosis`, or None when the folder was closed.
    """

    diagnosed = Signal(object)

    def __init__(self, notices: Notices, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._tasks = tasks
        self._latest: _Check | None = None
        self._running: RunningTask | None = None
        self._waiting: list[_Check] = []

    def check(self, report: ScanReport, labels: Labels, problems: Sequence[LabelProblem]) -> None:
        """Check these sounds and labels."""
        self._latest = _Check(report, labels, tuple(problems))
        self._request(self._latest)

    def ignore(self, finding: Finding) -> None:
        """Hide this finding in this folder."""
        if self._latest is not None:
            self._request(replace(self._latest, ignored=finding))

    def bring_back(self, finding: Finding) -> None:
        """Show an ignored finding again."""
        if self._latest is not None:
            self._request(replace(self._latest, restored=finding))

    def close(self) -> None:
        """Forget the folder."""
        if self._running is not None:
            self._running.cancel()
        self._latest = self._running = None
        self._waiting = []
        self.diagnosed.emit(None)

    def _request(self, check: _Check) -> None:
        if self._running is not None:
            # All changes of the ignored findings are written; of other checks only the last one counts.
            self._waiting = [waiting for waiting in self._waiting if waiting.writes] + [check]
            return
        task = self._tasks.run_task(check.run, self._on_done, self._on_error)
        self._running = task if task.running else None

    def _on_done(self, diagnosis: Diagnosis) -> None:
        self._running = None
        self.diagnosed.emit(diagnosis)
        self._run_next()

    def _on_error(self, error: VschaosError) -> None:
        self._running = None
        self._notices.error(error)
        self._run_next()

    def _run_next(self) -> None:
        if self._waiting:
            self._request(self._waiting.pop(0))
