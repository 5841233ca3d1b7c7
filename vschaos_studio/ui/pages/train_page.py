"""The Learn page: settle what to learn, watch and hear it, stop it at any moment, and go on to playing.

One training runs at a time (`vschaos_studio.services.training_thread`); more can wait in a queue.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import platformdirs
from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from vschaos.data.scan import ScanReport
from vschaos.errors import TrainingError, VschaosError
from vschaos.training.events import Failed, Finished, InstrumentSaved, Outcome, Warned
from vschaos_studio.services.engine_bridge import SoundPlayer
from vschaos_studio.services.process import Launcher
from vschaos_studio.services.tasks import TaskRunner
from vschaos_studio.services.training_prospects import Forecaster, Prospects
from vschaos_studio.services.training_thread import TrainingThread
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import RUNS_FOLDER
from vschaos_studio.state.notices import Level, Notice, Notices
from vschaos_studio.state.training import Event, Phase, TrainingState
from vschaos_studio.state.training_curves import LossHistory
from vschaos_studio.state.training_queue import TrainingQueue
from vschaos_studio.state.training_request import Request, ResumeRequest
from vschaos_studio.state.training_runs import PastTraining
from vschaos_studio.state.training_words import about_words, running_words
from vschaos_studio.ui.pages.page import Page
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.roles import button, label
from vschaos_studio.ui.widgets.training_progress import Order, TrainingProgress
from vschaos_studio.ui.widgets.training_setup import TrainingSetup

log = logging.getLogger(__name__)

CANCEL_PATIENCE_MS = 15_000
"""A trainer that does not answer a cancel for so long is ended."""

LISTEN_MS = 100
"""How often the page looks whether a sound still plays."""


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
    tasks
        Reads labels and earlier trainings.
    player
        Plays the sounds to listen to.
    forecast
        How many seconds each configuration will take on a folder of sounds, by its name; called beside the window.
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
        tasks: TaskRunner,
        player: SoundPlayer,
        forecast: Forecaster | None = None,
        theme: Theme | None = None,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Learn", parent)
        self._notices = notices
        self._settings = settings
        self._launcher = launcher
        self._player = player
        self._prospects = Prospects(tasks, notices, forecast, self)
        self._clock = clock
        self._thread: TrainingThread | None = None
        self._history = LossHistory()
        self._order = Order.NONE
        self._name = ""
        self._began_s = 0.0
        self._ended_s = 0.0
        self._report: ScanReport | None = None
        self.queue = TrainingQueue()
        self.state = TrainingState()
        theme = theme or Theme()
        chosen = settings.get(RUNS_FOLDER)
        self._what = label(role="muted")
        self.header.addWidget(self._what, 1)
        self._empty = self._built_empty()
        self.setup = TrainingSetup(theme, Path(chosen) if chosen else default_runs_folder())
        self.form = self.setup.form
        self.progress = TrainingProgress(theme)
        self._stack = QStackedWidget()
        for widget in (self._empty, self.setup, self.progress):
            self._stack.addWidget(widget)
        self.body.addWidget(self._stack, 1)
        self._second = self._timer(1000, self._present)
        self._ear = self._timer(LISTEN_MS, self._listen)
        self._patience = self._timer(CANCEL_PATIENCE_MS, self._lose_patience)
        self._patience.setSingleShot(True)
        self._connect()
        self._present()

    # What the page can do

    def set_dataset(self, report: ScanReport | None) -> None:
        """Learn from these sounds next; a training under way goes on with its own."""
        self._report = report if report is not None and report.files else None
        if report is not None:
            self.form.set_dataset(report)
        self._look()
        if self._stack.currentWidget() is not self.progress:
            self.show_form()

    def show_form(self) -> None:
        """Show the form, or where to begin if there are no sounds."""
        self._stack.setCurrentWidget(self.setup if self._report is not None else self._empty)
        self._look()
        self._present()

    def show_progress(self) -> None:
        """Show the training under way, or the last one."""
        if self.state.phase is not Phase.IDLE:
            self._stack.setCurrentWidget(self.progress)
            self._present()

    def start(self) -> None:
        """Begin to learn what the form says, or put it at the end of the queue."""
        request = self.form.request()
        if request is not None:
            self.ask(request)

    def ask(self, request: Request) -> None:
        """Carry out a request now, or after the training under way and those that wait."""
        if self.state.phase.active:
            self.queue.add(request)
            self._present()
        else:
            self._stack.setCurrentWidget(self.progress)
            self._begin(request)

    def resume(self, past: PastTraining) -> None:
        """Go on with an earlier training, for as long as the form says."""
        self.ask(past.resume(self.form.time.minutes))

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
        for timer in (self._second, self._ear, self._patience):
            timer.stop()
        self._prospects.close()
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
        return self.form.start if shown is self.setup else self._choose

    def escape_button(self) -> QPushButton | None:
        """See Page."""
        shown = self._stack.currentWidget()
        if shown is self.progress:
            return self.progress.escape_button()
        return self.setup.queue.show_it if shown is self.setup and self.state.phase.active else None

    # What the trainer says

    def _begin(self, request: Request) -> None:
        self._order = Order.NONE
        self._name = request.name
        resumed = isinstance(request, ResumeRequest)
        # Read before the trainer writes there again.
        self._history = LossHistory.of_run(request.run) if resumed else LossHistory()
        self.state = TrainingState(phase=Phase.STARTING, resumed=resumed)
        self._began_s = self._ended_s = self._clock()
        self.progress.show_history(self._history)
        self.progress.do_not_cancel()
        self._present()
        self._second.start()
        self._thread = thread = TrainingThread(self._launcher, request)
        thread.event_received.connect(self._take, Qt.ConnectionType.QueuedConnection)
        thread.start()

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
        waiting = self.queue.next()
        if waiting is not None:
            self._begin(waiting)
        elif self._stack.currentWidget() is self.setup:
            self._look()

    def _lose_patience(self) -> None:
        if self._thread is not None:
            self._thread.kill()

    # What there is to choose from

    def _look(self) -> None:
        if self._report is not None:
            self._prospects.look(self._report, self.form.rundir, self.form.name.text())
            if self.isVisible():
                # Not before the user comes here: it costs a second of a processor.
                self._prospects.foretell(self._report)

    def _show_past(self, past: tuple[PastTraining, ...]) -> None:
        at_work = self.state.started.run if self.state.phase.active and self.state.started is not None else ""
        ended = tuple(one for one in past if str(one.folder) != at_work)
        self.setup.show_past(ended, datetime.now().astimezone())

    def _show_times(self, times: Mapping[str, float]) -> None:
        self.form.show_times({name: about_words(seconds).replace("minutes", "min") for name, seconds in times.items()})

    # Listening

    def _play_sound(self, path: str) -> None:
        self._player.play_sound(path)
        self._ear.start()

    def _listen(self) -> None:
        snapshot = self._player.snapshot
        path = snapshot.auditioning if snapshot is not None else ""
        was = self.progress.listen.sounding
        self.progress.listen.show_auditioning(path)
        if not self.isVisible() or (was and not path):
            self._ear.stop()

    # What the user wants next

    def _play(self) -> None:
        if self.state.instrument:
            self.play_requested.emit(self.state.instrument)

    def _export(self) -> None:
        if self.state.instrument:
            self.export_requested.emit(self.state.instrument)

    def _show_folder(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._notices.error(TrainingError("This system offers no way to show a folder.", f"It is “{folder}”."))

    def _drop(self, place: int) -> None:
        self.queue.remove(place)
        self._present()

    def _remember_folder(self, folder: Path) -> None:
        self._settings.set(RUNS_FOLDER, str(folder))
        self._look()
        try:
            self._settings.save()
        except VschaosError as error:
            self._notices.error(error)

    # How it looks

    def _present(self) -> None:
        if self.state.phase.active:
            self._ended_s = self._clock()
        waiting = self.queue.waiting
        self.progress.show_state(self.state, self._name, self._ended_s - self._began_s, self._order)
        self.setup.show_queue(self.state.phase, running_words(self.state, self._name), waiting)
        shown = f"“{self._name}”" + (f" · then {len(waiting)} more" if waiting else "")
        self._what.setText(shown if self._stack.currentWidget() is self.progress else "")

    def _connect(self) -> None:
        self._prospects.labels_found.connect(self.form.show_labels)
        self._prospects.past_found.connect(self._show_past)
        self._prospects.times_found.connect(self._show_times)
        self.form.start_pressed.connect(self.start)
        self.form.folder_chosen.connect(self._remember_folder)
        self.form.name.editingFinished.connect(self._look)
        self.setup.past.resume_pressed.connect(self.resume)
        self.setup.past.play_pressed.connect(self.play_requested)
        self.setup.past.folder_pressed.connect(self._show_folder)
        self.setup.queue.show_pressed.connect(self.show_progress)
        self.setup.queue.remove_pressed.connect(self._drop)
        self.progress.stop_pressed.connect(self.stop_and_keep)
        self.progress.cancel_confirmed.connect(self.cancel)
        self.progress.play_pressed.connect(self._play)
        self.progress.export_pressed.connect(self._export)
        self.progress.again_pressed.connect(self.show_form)
        self.progress.next_pressed.connect(self.show_form)
        self.progress.listen.play_pressed.connect(self._play_sound)
        self.progress.listen.stop_pressed.connect(self._player.stop_sound)

    def _timer(self, interval_ms: int, slot: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setInterval(interval_ms)
        made.timeout.connect(slot)
        return made

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

    def showEvent(self, event: QShowEvent) -> None:
        """See QWidget."""
        super().showEvent(event)
        # Labels may have been written since.
        if self._stack.currentWidget() is self.setup:
            self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        """See QWidget."""
        super().hideEvent(event)
        if self.progress.listen.sounding:
            self._player.stop_sound()
