"""The Learn page before a training: the form, and beside it the queue and what was learned before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vschaos_studio.state.training import Phase
from vschaos_studio.state.training_request import Request
from vschaos_studio.state.training_runs import PastTraining
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.past_trainings import PastTrainings
from vschaos_studio.ui.widgets.queue_card import QueueCard
from vschaos_studio.ui.widgets.training_form import TrainingForm
from vschaos_studio.ui.widgets.training_story import TrainingStory


class TrainingSetup(QWidget):
    """Lays out its parts, which tell of presses by their own signals."""

    def __init__(self, theme: Theme, rundir: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = TrainingForm(theme, rundir)
        self.queue = QueueCard()
        self.past = PastTrainings()
        self._beside = QStackedWidget()
        self._story = TrainingStory()
        self._beside.addWidget(self._story)
        self._beside.addWidget(self.past)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self.queue)
        right.addWidget(self._beside, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.form, 15)
        row.addLayout(right, 8)
        self.queue.hide()
        self.form.time_changed.connect(self.past.show_minutes)

    def show_past(self, past: tuple[PastTraining, ...], now: datetime) -> None:
        """Show what was learned before, or the story where nothing was."""
        self.past.show_past(past, now)
        self._beside.setCurrentWidget(self.past if past else self._story)
        self._order_tabs()

    def show_queue(self, phase: Phase, now: str, waiting: Sequence[Request]) -> None:
        """Show the training under way, if there is or was one, and what waits."""
        self.queue.setVisible(phase is not Phase.IDLE)
        if self.queue.show_queue(now, waiting):
            self._order_tabs()
        self.form.show_busy(phase.active)
        self.past.show_busy(phase.active)

    def _order_tabs(self) -> None:
        """Widgets that were made later would come last."""
        rows = [made for row in self.past.rows for made in (row.resume, row.play, row.folder)]
        stops = [*self.form.tab_stops(), self.queue.show_it, *self.queue.removers, *rows]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
