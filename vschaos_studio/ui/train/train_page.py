"""The Train page: choose what to train, watch and hear the training, stop it at any moment, and go on to playing.

One training runs at a time (`vschaos_studio.services.training_thread`); others wait in a queue.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from vschaos.data.scan import ScanReport
from vschaos.errors import VschaosError
from vschaos.messages import Problem
from vschaos.training.events import Event, Finished, InstrumentSaved, Outcome
from vschaos_studio.language import quoted, tr
from vschaos_studio.services.engine_bridge import SoundPlayer
from vschaos_studio.services.process import Launcher
from vschaos_studio.services.tasks import TaskRunner
from vschaos_studio.services.training_choices import Forecaster, Prospects
from vschaos_studio.services.training_thread import TrainingThread
from vschaos_studio.settings.folders import default_runs_folder
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import RUNS_FOLDER, TRAINING_DETAILS
from vschaos_studio.state.closing import UnfinishedWork, unfinished_training
from vschaos_studio.state.notices import Level, Notice, Notices
from vschaos_studio.state.project import ProjectTraining
from vschaos_studio.state.training import Phase, TrainingState
from vschaos_studio.state.training_curves import LossHistory
from vschaos_studio.state.training_queue import TrainingQueue
from vschaos_studio.state.training_request import Request, ResumeRequest, TrainingRequest
from vschaos_studio.state.training_runs import PastTraining, resumption
from vschaos_studio.state.training_text import running_text
from vschaos_studio.state.training_work import training_work
from vschaos_studio.ui.controls.styled_widgets import label
from vschaos_studio.ui.local_urls import show_folder
from vschaos_studio.ui.page import Page
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.train.listening import Listening
from vschaos_studio.ui.train.no_sounds import NoSounds
from vschaos_studio.ui.train.time_choice import short_time_text
from vschaos_studio.ui.train.train_offers import TrainOffers
from vschaos_studio.ui.train.training_progress import TrainerOrder, TrainingProgress
from vschaos_studio.ui.train.training_setup import TrainingSetup

log = logging.getLogger(__name__)

CANCEL_PATIENCE_MS = 15_000
"""A trainer that does not react to a cancel for this time is killed."""


class TrainPage(Page):
    """Trains an instrument on the sounds of the Sounds page.

    Signals
    -------
    instrument_saved
        Path of a new playable instrument, and whether the user wants to hear it at once.
    play_requested, export_requested
        Path of the instrument to play or export.
    sounds_requested
        The user wants to choose sounds.
    begins
        A training is about to begin, with its request; :attr:`work` is still the one before.

    Parameters
    ----------
    tasks
        Reads labels and earlier trainings.
    player
        Plays the sounds to listen to.
    forecast
        Estimates how many seconds each configuration takes on a folder of sounds, by its name; called on a worker
        thread.
    clock
        Seconds, monotonic.
    """

    instrument_saved = Signal(str, bool)
    play_requested = Signal(str)
    export_requested = Signal(str)
    sounds_requested = Signal()
    begins = Signal(object)

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
        super().__init__(tr("Train", "title of a page"), "learning", parent)
        self._notices = notices
        self._settings = settings
        self._launcher = launcher
        self._prospects = Prospects(tasks, notices, forecast, self)
        self._clock = clock
        self.trainer: TrainingThread | None = None
        self._request: Request | None = None
        self.history = LossHistory()
        self._order = TrainerOrder.NONE
        self.name = ""
        self._played = ""
        self._forecast_s: Mapping[str, float] = {}
        self._said_s: float | None = None
        self._began_s = 0.0
        self._ended_s = 0.0
        self._report: ScanReport | None = None
        self.queue = TrainingQueue()
        self.offers = TrainOffers(
            notices=notices, queue=self.queue, ask=self.ask, active=lambda: self.state.phase.active, parent=self
        )
        self.state = TrainingState()
        theme = theme or Theme()
        chosen = settings.get(RUNS_FOLDER)
        self.what = label(role="muted")
        self.header.addWidget(self.what, 1)
        self.empty = NoSounds()
        self.setup = TrainingSetup(Path(chosen) if chosen else default_runs_folder())
        self.form = self.setup.form
        self.progress = TrainingProgress(theme, details=settings.get(TRAINING_DETAILS))
        self.listening = Listening(player, self.progress.listen, self)
        self._stack = QStackedWidget()
        for widget in (self.empty, self.setup, self.progress):
            self._stack.addWidget(widget)
        self.body.addWidget(self._stack, 1)
        self._second = self._timer(1000, self.refresh_view)
        self.cancel_timer = self._timer(CANCEL_PATIENCE_MS, self._on_cancel_timeout)
        self.cancel_timer.setSingleShot(True)
        self._connect()
        self.refresh_view()

    # What the page can do

    def set_dataset(self, report: ScanReport | None) -> None:
        """Train on these sounds next; a running training keeps its own."""
        self._report = report if report is not None and report.files else None
        if report is not None:
            self.form.set_dataset(report)
        self._refresh()
        if self._stack.currentWidget() is not self.progress:
            self.show_form()

    def show_form(self) -> None:
        """Show the form, or how to choose sounds if there are none."""
        self._stack.setCurrentWidget(self.setup if self._report is not None else self.empty)
        self._refresh()
        self.refresh_view()

    def show_progress(self) -> None:
        """Show the running training, or the last one."""
        if self.state.phase is not Phase.IDLE:
            self._stack.setCurrentWidget(self.progress)
            self.refresh_view()

    def start(self) -> None:
        """Start the training that the form describes, or add it to the queue."""
        request = self.form.request()
        if request is not None:
            self.ask(request)

    def ask(self, request: Request) -> None:
        """Run a request now, or after the running training and the queue."""
        if self.state.phase.active:
            self.queue.add(request)
            self.refresh_view()
        else:
            self._stack.setCurrentWidget(self.progress)
            self._begin(request)

    def resume(self, past: PastTraining) -> None:
        """Continue a past training, for the time in the form."""
        self.ask(past.resume(self.form.time.minutes))

    def resume_failed(self) -> None:
        """Continue the training shown, which failed."""
        if self.offers.latest is not None:
            self.offers.resume(self.offers.latest)

    def stop_and_keep(self) -> None:
        """Stop after the present step, and keep the instrument."""
        if self.trainer is not None and self.state.phase.active and self._order is TrainerOrder.NONE:
            self._order = TrainerOrder.STOP
            self.trainer.stop_and_keep()
            self.refresh_view()

    def cancel(self) -> None:
        """Stop, and delete the run."""
        if self.trainer is not None and self.state.phase.active and self._order is not TrainerOrder.CANCEL:
            self._order = TrainerOrder.CANCEL
            self.trainer.cancel()
            self.cancel_timer.start()
            self.refresh_view()

    def unfinished(self) -> list[UnfinishedWork]:
        """What closing would interrupt on this page, without a training that is being deleted anyway."""
        state = TrainingState() if self._order is TrainerOrder.CANCEL else self.state
        return unfinished_training(state, self.name, self.queue.waiting)

    def begin_shutdown(self) -> None:
        """Before quitting: ask the trainer to save and stop; does not wait for it."""
        if self.trainer is not None:
            self.trainer.begin_shutdown()

    def shutdown(self) -> None:
        """Before quitting: stop a running training and keep it; returns when the trainer has ended."""
        for timer in (self._second, self.listening.timer, self.cancel_timer):
            timer.stop()
        self._prospects.close()
        if self.trainer is not None:
            self.trainer.event_received.disconnect(self._on_event)
            self.trainer.shutdown()
            self.trainer.wait()
            self.trainer = None

    def first_control(self) -> QWidget | None:
        """See Page."""
        return next((card.radio for card in self.form.kinds if card.radio.isChecked()), None)

    def default_button(self) -> QPushButton | None:
        """See Page."""
        shown = self._stack.currentWidget()
        if shown is self.progress:
            return self.progress.default_button()
        return self.form.start if shown is self.setup else self.empty.button

    def escape_button(self) -> QPushButton | None:
        """See Page."""
        shown = self._stack.currentWidget()
        if shown is self.progress:
            return self.progress.escape_button()
        return self.setup.queue.show_it if shown is self.setup and self.state.phase.active else None

    # The project

    @property
    def work(self) -> ProjectTraining | None:
        """The running training, or the last one, for the project."""
        return training_work(self._request, self.state, deleting=self._order is TrainerOrder.CANCEL)

    def begin_project(self, waiting: Sequence[Request]) -> None:
        """Another project: its queue, which waits until it is started, and no training yet."""
        self._request = None
        self.state = TrainingState()
        self.offers.begin()
        self.queue.replace(waiting)
        self.show_form()

    def show_or_start(self) -> None:
        """Show the training; if there was none yet, start the queue."""
        waiting = self.queue.next() if self.state.phase is Phase.IDLE else None
        if waiting is not None:
            self.ask(waiting)
        self.show_progress()

    # Events of the trainer

    def _begin(self, request: Request) -> None:
        self.begins.emit(request)
        self._request = request
        self._order = TrainerOrder.NONE
        self.name = request.name
        self._said_s = None
        if isinstance(request, TrainingRequest) and not request.minutes:
            self._said_s = self._forecast_s.get(request.configuration)
        resumed = isinstance(request, ResumeRequest)
        # Read before the trainer writes there again.
        self.history = LossHistory.of_run(request.run) if resumed else LossHistory()
        self.state = TrainingState(phase=Phase.STARTING, resumed=resumed)
        self.offers.begin()
        self._began_s = self._ended_s = self._clock()
        self.progress.show_history(self.history)
        self.progress.do_not_cancel()
        self.refresh_view()
        self._second.start()
        self.trainer = thread = TrainingThread(self._launcher, request)
        thread.event_received.connect(self._on_event, Qt.ConnectionType.QueuedConnection)
        thread.start()

    def _on_event(self, event: Event) -> None:
        before = self.state
        self.state = before.after(event)
        if self.history.add(event):
            self.progress.curves.redraw_soon()
        match event:
            case InstrumentSaved():
                played = event.ended and event.path == self._played
                self.instrument_saved.emit(event.path, played or self.progress.hear.isChecked())
            case Problem(is_error=False):
                log.warning("%s %s", event.sentence, event.remedy)
                # Warnings before the start are about files left out, which the Sounds page lists.
                if before.started is not None:
                    self._notices.post(Notice(event.sentence, event.remedy, Level.WARNING))
            case Finished() | Problem():
                self._end(event)
        self.refresh_view()

    def _end(self, event: Finished | Problem) -> None:
        self._ended_s = self._clock()
        self._second.stop()
        self.cancel_timer.stop()
        self.progress.curves.redraw()
        request = self.trainer.request if self.trainer is not None else None
        if self.trainer is not None:
            # That was its last event: the thread is about to end.
            self.trainer.wait()
            self.trainer.deleteLater()
            self.trainer = None
        if isinstance(event, Problem):
            run = self.state.started.run if self.state.started is not None else ""
            self.offers.post_failure(event, resumption(request, run) if request is not None else None)
        elif event.outcome is not Outcome.CANCELLED:
            self._notices.info(tr("“{name}” is ready to play.", name=self.name))
        waiting = self.queue.next()
        if waiting is not None:
            self._begin(waiting)
        elif self._stack.currentWidget() is self.setup:
            self._refresh()

    def _on_cancel_timeout(self) -> None:
        if self.trainer is not None:
            self.trainer.kill()

    # Choices for the form

    def _refresh(self) -> None:
        if self._report is not None:
            self._prospects.update(self._report, self.form.rundir, self.form.name.text())
            if self.isVisible():
                # Only when the page is visible: it costs a second of processor time.
                self._prospects.foretell(self._report)

    def _show_past(self, past: tuple[PastTraining, ...]) -> None:
        at_work = self.state.started.run if self.state.phase.active and self.state.started is not None else ""
        ended = tuple(one for one in past if str(one.folder) != at_work)
        self.setup.show_past(ended, datetime.now().astimezone())

    def _show_times(self, times: Mapping[str, float]) -> None:
        self._forecast_s = times
        self.form.show_times({name: short_time_text(seconds) for name, seconds in times.items()})

    # Going on

    def _play(self) -> None:
        if self.state.instrument:
            self._played = self.state.instrument if self.state.ready else ""
            self.play_requested.emit(self.state.instrument)

    def _export(self) -> None:
        if self.state.instrument:
            self.export_requested.emit(self.state.instrument)

    def _remember_folder(self, folder: Path) -> None:
        self._settings.set(RUNS_FOLDER, str(folder))
        self._refresh()
        self._save_settings()

    def _remember_details(self, shown: bool) -> None:
        self._settings.set(TRAINING_DETAILS, shown)
        self._save_settings()

    def _save_settings(self) -> None:
        try:
            self._settings.save()
        except VschaosError as error:
            self._notices.error(error)

    # Layout

    def refresh_view(self) -> None:
        """Show the present state of the training and the queue."""
        if self.state.phase.active:
            self._ended_s = self._clock()
        waiting = self.queue.waiting
        resumable = self.offers.latest is not None
        elapsed_s = self._ended_s - self._began_s
        self.progress.show_state(
            self.state, self.name, elapsed_s, self._order, resumable=resumable, said_s=self._said_s
        )
        self.setup.show_queue(self.state.phase, running_text(self.state, self.name), waiting)
        shown = quoted(self.name)
        if waiting:
            shown = tr("“{name}” · then %n more", "“{name}” · then %n more", len(waiting), name=self.name)
        self.what.setText(shown if self._stack.currentWidget() is self.progress else "")

    def _connect(self) -> None:
        self._prospects.labels_found.connect(self.form.show_labels)
        self._prospects.advice_found.connect(self.form.show_advice)
        self._prospects.past_found.connect(self._show_past)
        self._prospects.starts_found.connect(self.form.start_from.show_points)
        self._prospects.times_found.connect(self._show_times)
        self.empty.button.clicked.connect(self.sounds_requested)
        self.form.folder_chosen.connect(self._remember_folder)
        self.form.name.editingFinished.connect(self._refresh)
        self.setup.past.resume_pressed.connect(self.resume)
        self.setup.past.play_pressed.connect(self.play_requested)
        self.setup.past.folder_pressed.connect(partial(show_folder, notices=self._notices))
        self.setup.queue.remove_pressed.connect(self.offers.remove_waiting)
        self.offers.queue_changed.connect(self.refresh_view)
        for pressed, slot in (
            (self.progress.stop, self.stop_and_keep),
            (self.progress.discard, self.cancel),
            (self.progress.play_latest, self._play),
            (self.progress.play, self._play),
            (self.progress.export, self._export),
            (self.progress.resume, self.resume_failed),
            (self.progress.again, self.show_form),
            (self.progress.train_next, self.show_form),
            (self.form.start, self.start),
            (self.setup.queue.show_it, self.show_or_start),
        ):
            pressed.clicked.connect(slot)
        self.progress.details.toggled.connect(self._remember_details)

    def _timer(self, interval_ms: int, slot: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setInterval(interval_ms)
        made.timeout.connect(slot)
        return made

    def showEvent(self, event: QShowEvent) -> None:
        """See QWidget."""
        super().showEvent(event)
        # Labels may have changed meanwhile.
        if self._stack.currentWidget() is self.setup:
            self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """See QWidget."""
        super().hideEvent(event)
        self.listening.stop()
