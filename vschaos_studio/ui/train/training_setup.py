"""The Train page before a training: the form, and beside it the queue and past trainings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from vschaos_studio.state.training import Phase
from vschaos_studio.state.training_request import Request
from vschaos_studio.state.training_runs import PastTraining
from vschaos_studio.ui.controls.layouts import hbox, vbox
from vschaos_studio.ui.train.past_trainings import PastTrainings
from vschaos_studio.ui.train.queue_card import QueueCard
from vschaos_studio.ui.train.training_form import TrainingForm
from vschaos_studio.ui.train.training_story import TrainingStory


class TrainingSetup(QWidget):
    """Lays out its parts, which have signals of their own."""

    def __init__(self, rundir: Path) -> None:
        super().__init__()
        self.form = TrainingForm(rundir)
        self.queue = QueueCard()
        self.past = PastTrainings()
        self._beside = QStackedWidget()
        self._story = TrainingStory()
        for side in (self._story, self.past):
            self._beside.addWidget(side)
        hbox((self.form, 15), (vbox(self.queue, (self._beside, 1), spacing=16), 8), spacing=16, on=self)
        self.queue.hide()
        self.form.time_changed.connect(self.past.show_minutes)

    def show_past(self, past: tuple[PastTraining, ...], now: datetime) -> None:
        """Show past trainings, or what happens in a training if there are none."""
        self.past.show_past(past, now)
        self._beside.setCurrentWidget(self.past if past else self._story)
        self._order_tabs()

    def show_queue(self, phase: Phase, now: str, waiting: Sequence[Request]) -> None:
        """Show the running or last training, and the queue."""
        self.queue.setVisible(phase is not Phase.IDLE or bool(waiting))
        self.queue.show_started(phase is not Phase.IDLE)
        if self.queue.show_queue(now, waiting):
            self._order_tabs()
        self.form.show_busy(phase.active)
        self.past.show_busy(phase.active)

    def _order_tabs(self) -> None:
        """Set the order of the Tab key: widgets that were made later would come last."""
        rows = [made for row in self.past.rows for made in (row.resume, row.play, row.folder)]
        stops = [*self.form.tab_stops(), self.queue.show_it, *self.queue.removers, *rows]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
