"""The extraction of pitch on the Sounds page: asks, runs it in a process of its own, and shows its progress."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from vschaos.data.pitch.events import PitchFinished, PitchStarted
from vschaos.errors import VschaosError
from vschaos.messages import Problem
from vschaos_studio.language import number, tr
from vschaos_studio.services.pitch_task import PitchRequest, run_pitch
from vschaos_studio.services.process import Launcher
from vschaos_studio.services.tasks import RunningTask, TaskRunner
from vschaos_studio.state.notices import Level, Notice, Notices
from vschaos_studio.state.pitch import PitchView, duration_estimate, ended
from vschaos_studio.ui.dialogs.pitch_dialog import PitchDialog
from vschaos_studio.ui.sounds.pitch_strip import PitchStrip


class PitchSearch(QObject):
    """One extraction at a time.

    Signals
    -------
    started
        From now on the extraction writes pitch and octave.
    ended
        It has ended; whether it has written labels.
    """

    started = Signal()
    ended = Signal(bool)

    def __init__(
        self, *, launcher: Launcher, tasks: TaskRunner, notices: Notices, strip: PitchStrip, page: QWidget
    ) -> None:
        super().__init__(page)
        self.launcher = launcher
        self._tasks = tasks
        self._notices = notices
        self._strip = strip
        self._page = page
        self._task: RunningTask | None = None
        self._view = PitchView()
        self._root = Path()
        self.dialog: PitchDialog | None = None
        strip.cancel.clicked.connect(self.cancel)
        strip.show_view(None)

    @property
    def running(self) -> bool:
        """Whether an extraction is under way."""
        return self._task is not None

    def ask(self, root: Path, audio_s: float, *, labelled: bool, problems: int) -> None:
        """Explain what an extraction does, and start it if the user agrees."""
        self._root = root
        dialog = PitchDialog(duration_estimate(audio_s), labelled=labelled, problems=problems, parent=self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.decided.connect(self._begin_asked)
        dialog.finished.connect(self._forget_dialog)
        self.dialog = dialog
        dialog.open()

    def begin(self, request: PitchRequest) -> None:
        """Extract."""
        if self.running:
            return
        self._view = PitchView()
        self._strip.show_view(self._view)
        self.started.emit()
        self._strip.cancel.setFocus()
        job = partial(run_pitch, self.launcher, request)
        task = self._tasks.run_task(job, self._finish, self._fail, self._on_event)
        self._task = task if task.running else None

    def cancel(self) -> None:
        """Cancel; what is finished is kept for the next time, and the labels stay as they are."""
        if self._task is not None:
            self._task.cancel()
            self._end(written=False)
            self._notices.info(ended(PitchFinished(files=0, labelled=0, voiced_share=0.0, cancelled=True)))

    def _begin_asked(self, overwrite: bool) -> None:
        self.begin(PitchRequest(self._root, overwrite))

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _on_event(self, event: object) -> None:
        if isinstance(event, Problem):
            self._notices.post(Notice(event.sentence, event.remedy, Level.WARNING))
        if isinstance(event, PitchStarted) and event.done_before:
            resumed = tr(
                "{done} of %n\u00a0sounds were done before; the extraction continues with the rest.",
                "{done} of %n\u00a0sound were done before; the extraction continues with the rest.",
                event.files,
                done=number(event.done_before),
            )
            self._notices.info(resumed)
        self._view = self._view.after(event)
        self._strip.show_view(self._view)

    def _finish(self, last: PitchFinished | None) -> None:
        self._end(written=last is not None and not last.cancelled)
        if last is not None:
            self._notices.info(ended(last))

    def _fail(self, error: VschaosError) -> None:
        self._end(written=False)
        self._notices.error(error)

    def _end(self, *, written: bool) -> None:
        self._task = None
        had_focus = self._strip.cancel.hasFocus()
        self._strip.show_view(None)
        if had_focus:
            self._strip.start.setFocus()
        self.ended.emit(written)
