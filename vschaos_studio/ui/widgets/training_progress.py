"""A training under way: its stage, its figures and its curves, and how it ended."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from vschaos.training.events import Outcome
from vschaos.training.trend import Trend
from vschaos_studio.state.training import Phase, TrainingState
from vschaos_studio.state.training_curves import LossHistory
from vschaos_studio.state.training_words import (
    eta_words,
    held_out_words,
    outcome_words,
    rough_time_words,
    stage_words,
    trend_words,
)
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.elided_label import ElidedLabel
from vschaos_studio.ui.widgets.listen_bar import ListenBar, listening_words
from vschaos_studio.ui.widgets.loss_plot import LossPlot
from vschaos_studio.ui.widgets.roles import Card, button, label, with_role

BAR_STEPS = 1000
THROWN = "End now and throw away what it learned"
KEPT = "It had learned before, and that is not thrown away: stop and keep it"


class Order(Enum):
    """What the user has asked of the trainer."""

    NONE = ""
    STOP = "Stopping after this step, and keeping the instrument…"
    CANCEL = "Cancelling…"


class TrainingProgress(QWidget):
    """Shows a :class:`TrainingState`; its buttons only tell of being pressed.

    Signals
    -------
    stop_pressed, cancel_confirmed
        End the training and keep the instrument; end it and throw the run away.
    play_pressed, export_pressed
        Go on with the newest instrument.
    again_pressed, next_pressed
        Back to the form: for another training, or for the one to learn after this.
    """

    stop_pressed = Signal()
    cancel_confirmed = Signal()
    play_pressed = Signal()
    export_pressed = Signal()
    again_pressed = Signal()
    next_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = ElidedLabel(role="heading")
        self.note = label(role="muted")
        self.bar = QProgressBar()
        self.bar.setRange(0, BAR_STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress of the training")
        self.steps = label(role="muted")
        self.eta = label(role="muted")
        self.figures = {
            name: label("–", "figure")
            for name in ("Time so far", "Sound learned per second", "Latent dimensions in use", "Held-out error")
        }
        self._colours = {
            Trend.UNKNOWN: theme.muted,
            Trend.IMPROVING: theme.good,
            Trend.FLAT: theme.text,
            Trend.OVERFITTING: theme.warning,
        }
        self.listen = ListenBar(theme)
        self.curves = LossPlot(theme)
        self.hear = QCheckBox("Hear it while it learns")
        self.hear.setToolTip("Each better instrument goes to the Play page at once, without a gap in the sound")
        self.hear.setChecked(True)
        # Qt leaves out the style sheet's spacing, and cuts the last letter.
        self.hear.ensurePolished()
        self.hear.setMinimumWidth(self.hear.sizeHint().width() + 8)
        self.play_latest = _signal_button("Play the latest", "", self.play_pressed)
        self.learn_next = _signal_button("Learn next…", "", self.next_pressed)
        self.learn_next.setToolTip("Settle what to learn after this")
        self.cancel = button("Cancel…", tip=THROWN)
        self.stop = _signal_button("Stop and keep", "primary", self.stop_pressed)
        self.keep_going = button("Go on learning", "primary")
        self.throw_away = _signal_button("Throw it away", "danger", self.cancel_confirmed)
        self.again = _signal_button("Learn another", "", self.again_pressed)
        self.export = _signal_button("Export it", "", self.export_pressed)
        self.play = _signal_button("Play it", "primary", self.play_pressed)
        self.outcome = label("", "heading", wrap=True)
        self.remedy = label("", "muted", wrap=True)
        self.cancel.clicked.connect(self.ask_to_cancel)
        self.keep_going.clicked.connect(self.do_not_cancel)
        self._rows = QStackedWidget()
        self._running = _row(self.hear, None, self.play_latest, self.learn_next, self.cancel, self.stop)
        question = label("Throw away this training and all it has learned?")
        self._asking = _row(question, None, self.throw_away, self.keep_going)
        self._ended = _row(None, self.again, self.export, self.play)
        for row in (self._running, self._asking, self._ended):
            self._rows.addWidget(row)
        self._lay_out()

    def show_state(self, state: TrainingState, name: str, elapsed_s: float, order: Order) -> None:
        """Show a state of the training called ``name``."""
        active = state.phase.active
        self.stage.setText(stage_words(state) if active else name)
        self.note.setText(order.value if active else "")
        fraction = state.fraction
        if fraction is None and active:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, BAR_STEPS)
            self.bar.setValue(round(BAR_STEPS * (fraction if fraction is not None else _reached(state))))
        progress = state.progress
        if progress is not None:
            percent = f"{100 * progress.step / progress.steps:.0f} %" if progress.steps else ""
            self.steps.setText(f"Step {progress.step:,} of {progress.steps:,} · {percent}")
            self.eta.setText(eta_words(progress.eta_s) if active and order is Order.NONE else "")
        else:
            self.steps.setText("")
            self.eta.setText("")
        self._show_figures(state, elapsed_s)
        self.curves.show_verdict(trend_words(state), held_out_words(state), self._colours[state.trend])
        self.listen.show_sounds(state.previewed, listening_words(state.previewed, active=active))
        self._show_buttons(state, order)

    def show_history(self, history: LossHistory) -> None:
        """Show these curves from now on."""
        self.curves.show_history(history)

    def ask_to_cancel(self) -> None:
        """Ask whether to throw the training away, in place of the buttons."""
        if self._rows.currentWidget() is self._running:
            self._rows.setCurrentWidget(self._asking)
            self.keep_going.setFocus()

    def do_not_cancel(self) -> None:
        """Put the buttons back."""
        if self._rows.currentWidget() is self._asking:
            self._rows.setCurrentWidget(self._running)
            self.stop.setFocus()

    def default_button(self) -> QPushButton | None:
        """What Enter presses: nothing while it learns, so that a slip of the finger ends nothing."""
        row = self._rows.currentWidget()
        if row is self._asking:
            return self.keep_going
        return (self.again if self.play.isHidden() else self.play) if row is self._ended else None

    def escape_button(self) -> QPushButton | None:
        """What Escape presses."""
        return self.keep_going if self._rows.currentWidget() is self._asking else None

    def _show_figures(self, state: TrainingState, elapsed_s: float) -> None:
        progress = state.progress
        self.figures["Time so far"].setText(rough_time_words(elapsed_s))
        if progress is not None:
            self.figures["Sound learned per second"].setText(f"{progress.audio_s_per_s:.0f} s")
            self.figures["Latent dimensions in use"].setText(f"{progress.active_dims}")
        else:
            self.figures["Sound learned per second"].setText("–")
            self.figures["Latent dimensions in use"].setText("–")
        error = state.held_out_db
        self.figures["Held-out error"].setText("–" if error is None else f"{error:.1f} dB")

    def _show_buttons(self, state: TrainingState, order: Order) -> None:
        playable = bool(state.instrument)
        self.play_latest.setEnabled(playable)
        if state.phase.active:
            self.stop.setEnabled(order is Order.NONE)
            # A run that is gone on with holds what was learned before: only a new one can be thrown away.
            self.cancel.setEnabled(order is not Order.CANCEL and not state.resumed)
            self.cancel.setToolTip(KEPT if state.resumed else THROWN)
            if self._rows.currentWidget() is self._ended or order is Order.CANCEL:
                self._rows.setCurrentWidget(self._running)
            self._verdict.hide()
            return
        self.outcome.setText(outcome_words(state))
        failed = state.failed
        remedy = failed.remedy if failed is not None else ""
        if failed is not None and playable:
            remedy = f"{remedy} What was saved before can be played.".strip()
        self.remedy.setText(remedy)
        self.remedy.setVisible(bool(remedy))
        self.play.setVisible(playable)
        self.export.setVisible(playable)
        self.again.setText("Start again…" if _lost(state) else "Learn another…")
        with_role(self.again, "" if playable else "primary")
        self._verdict.show()
        self._rows.setCurrentWidget(self._ended)

    def _lay_out(self) -> None:
        card = Card()
        first = QHBoxLayout()
        first.addWidget(self.stage, 1)
        first.addWidget(self.note)
        under = QHBoxLayout()
        under.addWidget(self.steps, 1)
        under.addWidget(self.eta)
        card.body.addLayout(first)
        card.body.addWidget(self.bar)
        card.body.addLayout(under)
        figures = QHBoxLayout()
        figures.setSpacing(16)
        for name, value in self.figures.items():
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(value)
            pair.addWidget(label(name, "small"))
            figures.addLayout(pair, 1)
        card.body.addSpacing(4)
        card.body.addLayout(figures)
        self._verdict = QWidget()
        words = QVBoxLayout(self._verdict)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        words.addWidget(self.outcome)
        words.addWidget(self.remedy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(card)
        column.addWidget(self.listen)
        column.addWidget(self.curves, 1)
        column.addWidget(self._verdict)
        column.addWidget(self._rows)
        self._verdict.hide()


def _reached(state: TrainingState) -> float:
    """How far an ended training came."""
    progress = state.progress
    return progress.step / progress.steps if progress is not None and progress.steps else 0.0


def _lost(state: TrainingState) -> bool:
    cancelled = state.finished is not None and state.finished.outcome is Outcome.CANCELLED
    return state.phase is Phase.FAILED or cancelled


def _signal_button(text: str, role: str, signal: SignalInstance) -> QPushButton:
    made = button(text, role)
    made.clicked.connect(signal)
    return made


def _row(*widgets: QWidget | None) -> QWidget:
    """Widgets in a row; None is the space that takes what is left."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addStretch(1) if widget is None else row.addWidget(widget)
    return made
