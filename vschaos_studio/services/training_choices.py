"""What can be chosen before a training: labels, earlier trainings, and how long it will take.

Lives in the window's thread; reads in tasks beside it, and drops what has come too late.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vschaos.data.scan import ScanReport
from vschaos_studio.services.tasks import RunningTask, TaskContext, TaskRunner
from vschaos_studio.state.notices import Notices
from vschaos_studio.state.starting_points import StartingPoint, find_starting_points
from vschaos_studio.state.training_labels import LabelFacts, read_label_facts
from vschaos_studio.state.training_runs import PastTraining, find_past

Forecaster = Callable[[Path, TaskContext], Mapping[str, float]]
"""Seconds that each configuration will take on a folder of sounds, by its name."""


Found = tuple[tuple[LabelFacts, ...], tuple[PastTraining, ...], tuple[StartingPoint, ...]]


class Prospects(QObject):
    """Looks at a folder of sounds and at the folder of trainings.

    Signals
    -------
    labels_found
        The sounds' labels, a tuple of :class:`LabelFacts`.
    past_found
        The trainings of these sounds or of that name, a tuple of :class:`PastTraining`.
    starts_found
        The instruments to start from, a tuple of :class:`StartingPoint`.
    times_found
        Seconds by the configuration's name; empty while they are not known.

    Parameters
    ----------
    tasks
        Runs what takes time.
    notices
        Takes what goes wrong.
    forecast
        Foretells the times; called in a task.
    """

    labels_found = Signal(tuple)
    past_found = Signal(tuple)
    starts_found = Signal(tuple)
    times_found = Signal(object)

    def __init__(
        self, tasks: TaskRunner, notices: Notices, forecast: Forecaster | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._notices = notices
        self._forecast = forecast
        self._predicted: ScanReport | None = None
        self._looking: RunningTask | None = None
        self._foretelling: RunningTask | None = None

    def update(self, report: ScanReport, rundir: Path, name: str) -> None:
        """Read the labels of these sounds and their trainings anew."""
        if self._looking is not None:
            self._looking.cancel()

        def read(context: TaskContext) -> Found:
            past = find_past(rundir, report.root, name, cancelled=context.cancelled)
            return read_label_facts(report), past, find_starting_points(rundir, cancelled=context.cancelled)

        self._looking = self._tasks.run_task(read, self._on_found, self._notices.error)

    def foretell(self, report: ScanReport) -> None:
        """Ask how long trainings of these sounds will take, once for each scan."""
        forecast = self._forecast
        if forecast is None or report is self._predicted:
            return
        self._predicted = report
        self.times_found.emit({})
        if self._foretelling is not None:
            self._foretelling.cancel()
        self._foretelling = self._tasks.run_task(
            lambda context: forecast(report.root, context), self._on_times, self._notices.error
        )

    def close(self) -> None:
        """Tell nothing more."""
        for task in (self._looking, self._foretelling):
            if task is not None:
                task.cancel()

    def _on_found(self, found: Found) -> None:
        labels, past, starts = found
        self.labels_found.emit(labels)
        self.past_found.emit(past)
        self.starts_found.emit(starts)

    def _on_times(self, times: Mapping[str, float]) -> None:
        self.times_found.emit(times)
