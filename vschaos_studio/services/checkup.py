"""Has the doctor look at a folder of sounds and its labels, in a worker thread. Lives in the window's thread.

While one look is under way, any number of further wishes become one look after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from vschaos.data.doctor import diagnose, read_ignored, write_ignored
from vschaos.data.doctor_findings import Diagnosis, Finding
from vschaos.data.label_files import LabelProblem
from vschaos.data.labels import Labels
from vschaos.data.scan import ScanReport
from vschaos.errors import VschaosError
from vschaos_studio.services.tasks import RunningTask, TaskContext, TaskRunner
from vschaos_studio.state.findings import with_ignored, without_ignored
from vschaos_studio.state.notices import Notices


@dataclass(frozen=True)
class Patient:
    """What the doctor is to look at."""

    report: ScanReport
    labels: Labels
    problems: tuple[LabelProblem, ...]


class Checkup(QObject):
    """The findings about the folder that is open.

    Signals
    -------
    diagnosed
        A new :class:`Diagnosis`, or None where there is none any more.
    """

    diagnosed = Signal(object)

    def __init__(self, notices: Notices, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._tasks = tasks
        self._patient: Patient | None = None
        self._running: RunningTask | None = None
        self._waiting: list[_Look] = []

    def look(self, report: ScanReport, labels: Labels, problems: Sequence[LabelProblem]) -> None:
        """Look at these sounds and labels."""
        self._patient = Patient(report, labels, tuple(problems))
        self._want(_Look(self._patient))

    def ignore(self, finding: Finding) -> None:
        """Show this finding no more, in this folder."""
        if self._patient is not None:
            self._want(_Look(self._patient, ignore=finding))

    def bring_back(self, finding: Finding) -> None:
        """Show a finding again that was ignored."""
        if self._patient is not None:
            self._want(_Look(self._patient, bring_back=finding))

    def close(self) -> None:
        """Put the folder away."""
        if self._running is not None:
            self._running.cancel()
        self._patient = self._running = None
        self._waiting = []
        self.diagnosed.emit(None)

    def _want(self, look: _Look) -> None:
        if self._running is not None:
            # What is to be remembered is remembered; of mere looks the last one counts.
            self._waiting = [waiting for waiting in self._waiting if waiting.remembers] + [look]
            return
        task = self._tasks.run_task(look.run, self._take, self._tell)
        self._running = task if task.running else None

    def _take(self, diagnosis: Diagnosis) -> None:
        self._running = None
        self.diagnosed.emit(diagnosis)
        self._go_on()

    def _tell(self, error: VschaosError) -> None:
        self._running = None
        self._notices.error(error)
        self._go_on()

    def _go_on(self) -> None:
        if self._waiting:
            self._want(self._waiting.pop(0))


@dataclass(frozen=True)
class _Look:
    patient: Patient
    ignore: Finding | None = None
    bring_back: Finding | None = None

    @property
    def remembers(self) -> bool:
        return self.ignore is not None or self.bring_back is not None

    def run(self, _context: TaskContext) -> Diagnosis:
        report = self.patient.report
        ignored = read_ignored(report.root)
        if self.ignore is not None:
            ignored = with_ignored(ignored, self.ignore)
        if self.bring_back is not None:
            ignored = without_ignored(ignored, self.bring_back)
        if self.remembers:
            write_ignored(report.root, ignored)
        return diagnose(report, self.patient.labels, self.patient.problems, ignored=ignored)
