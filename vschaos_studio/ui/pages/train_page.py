"""The Learn page: settle what to learn, watch it, stop it at any moment, and go on to playing."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path

import platformdirs
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from vschaos.data.scan import ScanReport
from vschaos.errors import TrainingError, VschaosError
from vschaos.training.events import Failed, Finished, InstrumentSaved, Outcome, Warned
from vschaos_studio.services.process import Launcher
from vschaos_studio.services.training_thread import TrainingThread
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import RUNS_FOLDER
from vschaos_studio.state.notices import Level, Notice, Notices
from vschaos_studio.state.training import Event, LossHistory, Phase, TrainingState
from vschaos_studio.ui.pages.page import Page
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.roles import button, label
from vschaos_studio.ui.widgets.training_form import TrainingForm
from vschaos_studio.ui.widgets.training_progress import Order, TrainingProgress

log = logging.getLogger(__name__)

CANCEL_PATIENCE_MS = 15_000
"""A trainer that does not answer a cancel for so long is ended."""


def default_runs_folder() -> Path:
    """Where trainings are kept unless the user says otherwise."""
    return platformdirs.user_documents_path() / "vschaos studio" / "runs"


class TrainPage(Page):
    """Learns an instrument from the sounds of the Sounds page.

    Signals
    -------
    instrument_saved
        Path of a new playable instrument, and whether the user wants to hear it at once.
    play_requested, export_requested
        Path of the instrument to go on with.
    sounds_requested
        There are no sounds yet, and the user wants to choose some.

    Parameters
    ----------
    clock
        Seconds, monotonic.
    """

    instrument_saved = Signal(str, bool)
    play_requested = Signal(str)
    export_requested = Signal(str)
    sounds_requested = Signal()

    def __init__(
        self,
        *,
        notices: Notices,
        settings: Settings,
        launcher: Launcher,
        theme: Theme | None = None,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Learn", parent)
        self._notices = notices
        self._settings = settings
        self._launcher = launcher
        self._clock = clock
        self._thread: TrainingThread | None = None
        self._history = LossHistory()
        self._order = Order.NONE
        self._name = ""
        self._began_s = 0.0
        self._ended_s = 0.0
        self.state = TrainingState()
        theme = theme or Theme()
        chosen = settings.get(RUNS_FOLDER)
        self._what = label(role="muted")
        self.header.addWidget(self._what, 1)
        self._empty = self._built_empty()
        self.form = TrainingForm(theme, Path(chosen) if chosen else default_runs_folder())
        self.form.start_pressed.connect(self.start)
        self.form.folder_chosen.connect(self._remember_folder)
        self.progress = TrainingProgress(theme)
        self.progress.stop_pressed.connect(self.stop_and_keep)
        self.progress.cancel_confirmed.connect(self.cancel)
        self.progress.play_pressed.connect(self._play)
        self.progress.export_pressed.connect(self._export)
        self.progress.again_pressed.connect(self.show_form)
        self._stack = QStackedWidget()
        for widget in (self._empty, self.form, self.progress):
            self._stack.addWidget(widget)
        self.body.addWidget(self._stack, 1)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._present)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(CANCEL_PATIENCE_MS)
        self._patience.timeout.connect(self._lose_patience)
        self._has_sounds = False
        self._present()

    # What the page can do

    def set_dataset(self, report: ScanReport | None) -> None:
        """Learn from these sounds next; a training under way goes on with its own."""
        self._has_sounds = report is not None and bool(report.files)
        if report is not None:
            self.form.set_dataset(report)
        if self._stack.currentWidget() is not self.progress:
            self.show_form()

    def show_form(self) -> None:
        """Show the form, or where to begin if there are no sounds; a training under way stays on show."""
        if self.state.phase.active:
            return
        self._what.setText("")
        self._stack.setCurrentWidget(self.form if self._has_sounds else self._empty)

    def start(self) -> None:
        """Begin to learn what the form says."""
        request = self.form.request()
        if request is None or self.state.phase.active:
            return
        self._order = Order.NONE
        self._name = request.name
        self._history = LossHistory()
        self.state = TrainingState(phase=Phase.STARTING)
        self._began_s = self._ended_s = self._clock()
        self.progress.show_history(self._history)
        self._what.setText(f"“{request.name}”")
        self._stack.setCurrentWidget(self.progress)
        self._present()
        self._second.start()
        self._thread = thread = TrainingThread(self._launcher, request)
        thread.event_received.connect(self._take, Qt.ConnectionType.QueuedConnection)
        thread.start()

    def stop_and_keep(self) -> None:
        """End after the present step, and keep the instrument."""
        if self._thread is not None and self.state.phase.active and self._order is Order.NONE:
            self._order = Order.STOP
            self._thread.stop_and_keep()
            self._present()

    def cancel(self) -> None:
        """End, and throw the run away."""
        if self._thread is not None and self.state.phase.active and self._order is not Order.CANCEL:
            self._order = Order.CANCEL
            self._thread.cancel()
            self._patience.start()
            self._present()

    def shutdown(self) -> None:
        """Before quitting: end a training under way, keeping what it has; returns once the trainer is gone."""
        self._second.stop()
        self._patience.stop()
        if self._thread is not None:
            self._thread.event_received.disconnect(self._take)
            self._thread.shutdown()
            self._thread.wait()
            self._thread = None

    def default_button(self) -> QPushButton | None:
        """See Page."""
        shown = self._stack.currentWidget()
        if shown is self.progress:
            return self.progress.default_button()
        return self.form.start if shown is self.form else self._choose

    def escape_button(self) -> QPushButton | None:
        """See Page."""
        return self.progress.escape_button() if self._stack.currentWidget() is self.progress else None

    # What the trainer says

    def _take(self, event: Event) -> None:
        before = self.state
        self.state = before.after(event)
        if self._history.add(event):
            self.progress.curves.news()
        match event:
            case InstrumentSaved():
                self.instrument_saved.emit(event.path, self.progress.hear.isChecked())
            case Warned():
                log.warning("%s %s", event.sentence, event.remedy)
                # Before the start these are the files left out, which the Sounds page has listed already.
                if before.started is not None:
                    self._notices.post(Notice(event.sentence, event.remedy, Level.WARNING))
            case Finished() | Failed():
                self._end(event)
        self._present()

    def _end(self, event: Finished | Failed) -> None:
        self._ended_s = self._clock()
        self._second.stop()
        self._patience.stop()
        self.progress.curves.redraw()
        if self._thread is not None:
            # It has said its last: the thread has only its own end before it.
            self._thread.wait()
            self._thread.deleteLater()
            self._thread = None
        if isinstance(event, Failed):
            self._notices.error(TrainingError(event.sentence, event.remedy))
        elif event.outcome is not Outcome.CANCELLED:
            self._notices.info(f"“{self._name}” is ready to play.")

    def _lose_patience(self) -> None:
        if self._thread is not None:
            self._thread.kill()

    # What the user wants next

    def _play(self) -> None:
        if self.state.instrument:
            self.play_requested.emit(self.state.instrument)

    def _export(self) -> None:
        if self.state.instrument:
            self.export_requested.emit(self.state.instrument)

    def _remember_folder(self, folder: Path) -> None:
        self._settings.set(RUNS_FOLDER, str(folder))
        try:
            self._settings.save()
        except VschaosError as error:
            self._notices.error(error)

    # How it looks

    def _present(self) -> None:
        if self.state.phase.active:
            self._ended_s = self._clock()
        self.progress.show_state(self.state, self._name, self._ended_s - self._began_s, self._order)

    def _built_empty(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(12)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._choose = button("Choose sounds", "primary")
        self._choose.clicked.connect(self.sounds_requested)
        column.addStretch(2)
        column.addWidget(label("There is nothing to learn from yet", "title"), 0, centre)
        column.addWidget(label("Choose a folder of sounds first; then come back, and press Start.", "muted"), 0, centre)
        column.addSpacing(8)
        column.addWidget(self._choose, 0, centre)
        column.addStretch(3)
        return page
