"""A running training: its stage, how close it is, its sounds, and how it ended; figures and curves behind “Details”."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QSizePolicy, QStackedWidget, QWidget

from vschaos.training.events import Outcome
from vschaos.training.trend import Trend
from vschaos_studio.language import number, tr, translated
from vschaos_studio.services.training_thread import GO_ON
from vschaos_studio.state.training import Phase, TrainingState
from vschaos_studio.state.training_curves import LossHistory
from vschaos_studio.state.training_text import (
    eta_text,
    kept_promise_text,
    outcome_text,
    rough_time_text,
    stage_text,
    trend_text,
)
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import STRETCH, StretchFactor, boxed, fill, hbox, scrolled, vbox
from vschaos_studio.ui.controls.styled_widgets import (
    Card,
    button,
    label,
    progress_bar,
    show_share,
    show_tone,
    with_role,
)
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.train.closeness_meter import ClosenessMeter
from vschaos_studio.ui.train.listen_bar import ListenBar, listening_text
from vschaos_studio.ui.train.loss_plot import LossPlot

DISCARD_TIP = tr("Stop now and delete the training")
CURVES_HEIGHT = 240
RESUMED_TIP = tr("A training that was continued is not deleted: stop and keep it")


class TrainerOrder(Enum):
    """What the user has asked of the trainer."""

    NONE = ""
    STOP = tr("Stopping after this step; the instrument is kept…")
    CANCEL = tr("Cancelling…")


TONES = {Trend.UNKNOWN: "muted", Trend.IMPROVING: "good", Trend.FLAT: "", Trend.OVERFITTING: "warning"}


class TrainingProgress(QWidget):
    """Shows a :class:`TrainingState`; its owner connects the buttons.

    Attributes
    ----------
    stop, discard
        Stop the training and keep the instrument; stop it and delete the run (asked for by ``cancel``).
    play_latest, play, export
        Play or export the newest instrument.
    resume
        Continue a training that failed, from its last checkpoint.
    details
        Shows the figures and the curves while it is checked.
    again, train_next
        Return to the form: for another training, or for the next in the queue.
    """

    def __init__(self, theme: Theme, *, details: bool = False) -> None:
        super().__init__()
        self.stage = ElidedLabel(role="heading")
        self.note = label(role="muted")
        self.bar = progress_bar(tr("Progress of the training"))
        self.steps = label(role="muted")
        self.eta = label(role="muted")
        self.figures = {
            name: label("–", "figure")
            for name in (tr("Sound processed per second"), tr("Latent dimensions in use"), tr("Held-out error"))
        }
        self.words = label("", "title")
        self.trend = label("", wrap=True)
        self.closeness = ClosenessMeter(theme)
        self.listen = ListenBar(theme)
        self.curves = LossPlot(theme)
        # As high as there is room for, rather than as plots would like to be.
        self.curves.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.curves.setMinimumHeight(CURVES_HEIGHT)
        self.details = button("", "quiet", tip=tr("The figures and the curves of the training"))
        self.details.setCheckable(True)
        self._pictures = {True: icon("chevron-down", theme, "muted"), False: icon("chevron-right", theme, "muted")}
        self.hear = QCheckBox(tr("Hear it during the training"))
        self.hear.setToolTip(
            tr("Each improved instrument is loaded on the Play page at once, without a gap in the sound")
        )
        self.hear.setChecked(True)
        # Qt ignores the style sheet's spacing, and would cut the last letter.
        self.hear.ensurePolished()
        self.hear.setMinimumWidth(self.hear.sizeHint().width() + 8)
        self.play_latest = button(tr("Play the latest"))
        self.train_next = button(tr("Train next…"), tip=tr("Choose what to train after this"))
        self.cancel = button(tr("Cancel…"), tip=DISCARD_TIP, press=self.ask_to_cancel)
        self.stop = button(tr("Stop and keep"), "primary")
        self.keep_going = button(tr("Keep training"), "primary", press=self.do_not_cancel)
        self.discard = button(tr("Delete it"), "danger")
        self.again = button(tr("Train another…"))
        self.export = button(tr("Export it"))
        self.play = button(tr("Play it"), "primary")
        tip = tr("Continue from the last checkpoint, in the same run")
        self.resume = button(GO_ON, "primary", tip=tip)
        self.outcome = label("", "heading", wrap=True)
        self.remedy = label("", "muted", wrap=True)
        self.promise = label("", "muted", wrap=True)
        self._rows = QStackedWidget()
        self._running = _row(self.hear, None, self.play_latest, self.train_next, self.cancel, self.stop)
        question = label(tr("Stop this training and delete its results?"))
        self._asking = _row(question, None, self.discard, self.keep_going)
        self._ended = _row(None, self.again, self.export, self.play, self.resume)
        for row in (self._running, self._asking, self._ended):
            self._rows.addWidget(row)
        self._lay_out()
        self.details.toggled.connect(self._show_details)
        self.details.setChecked(details)
        self._show_details(details)
        # Not before the layout has made room for them.
        self.details.clicked.connect(lambda: QTimer.singleShot(0, self, self._scroll_to_details))

    def show_state(
        self,
        state: TrainingState,
        name: str,
        elapsed_s: float,
        order: TrainerOrder,
        *,
        resumable: bool = False,
        said_s: float | None = None,
    ) -> None:
        """Show a state of the training called ``name``.

        ``resumable``: it failed, and can be continued; ``said_s``: how long all of it was said to take, in seconds.
        """
        active = state.phase.active
        self.stage.setText(stage_text(state) if active else name)
        self.note.setText(order.value if active and not state.ready else "")
        fraction = state.fraction
        show_share(self.bar, fraction if active or fraction is not None else _reached(state))
        progress = state.progress
        if progress is not None:
            self.steps.setText(
                tr(
                    "Step {step} of {steps} · {percent} %",
                    step=number(progress.step),
                    steps=number(progress.steps),
                    percent=number(100 * _reached(state)),
                )
            )
            took = rough_time_text(elapsed_s)
            took = tr("{time} so far", time=took) if active else took
            left = eta_text(progress.eta_s) if active and order is TrainerOrder.NONE else ""
            self.eta.setText(" · ".join(filter(None, (took, left))))
        else:
            self.steps.setText("")
            self.eta.setText("")
        self._show_closeness(state)
        self._show_figures(state)
        self.promise.setText(kept_promise_text(said_s, elapsed_s) if _complete(state) else "")
        self.promise.setVisible(bool(self.promise.text()))
        self.listen.show_sounds(state.previewed, listening_text(state.previewed, active=active))
        self._show_buttons(state, order, resumable)

    def show_history(self, history: LossHistory) -> None:
        """Show these curves from now on."""
        self.curves.show_history(history)

    def ask_to_cancel(self) -> None:
        """Ask whether to delete the training, in place of the buttons."""
        if self._rows.currentWidget() is self._running:
            self._rows.setCurrentWidget(self._asking)
            self.keep_going.setFocus()

    def do_not_cancel(self) -> None:
        """Show the buttons again."""
        if self._rows.currentWidget() is self._asking:
            self._rows.setCurrentWidget(self._running)
            self.stop.setFocus()

    def default_button(self) -> QPushButton | None:
        """What Enter presses: nothing during the training, so that a slip of the finger stops nothing."""
        row = self._rows.currentWidget()
        if row is self._asking:
            return self.keep_going
        ended = next((one for one in (self.resume, self.play) if not one.isHidden()), self.again)
        return ended if row is self._ended else None

    def escape_button(self) -> QPushButton | None:
        """What Escape presses."""
        return self.keep_going if self._rows.currentWidget() is self._asking else None

    def _show_closeness(self, state: TrainingState) -> None:
        self.closeness.show_error(state.held_out_db)
        words = self.closeness.words
        self.words.setText(words[0].upper() + words[1:])
        self.trend.setText(trend_text(state))
        show_tone(self.trend, TONES[state.trend])

    def _show_details(self, shown: bool) -> None:
        self.details.setText(tr("Hide details") if shown else tr("Details"))
        self.details.setIcon(self._pictures[shown])
        self._detailed.setVisible(shown)

    def _scroll_to_details(self) -> None:
        if self.details.isChecked():
            self._scroll.ensureWidgetVisible(self.curves)

    def _show_figures(self, state: TrainingState) -> None:
        progress, error = state.progress, state.held_out_db
        texts = (
            "–" if progress is None else f"{number(progress.audio_s_per_s)} s",
            "–" if progress is None else f"{progress.active_dims}",
            "–" if error is None else f"{number(error, 1)} dB, {self.closeness.words}",
        )
        for figure, text in zip(self.figures.values(), texts, strict=True):
            figure.setText(text)

    def _show_buttons(self, state: TrainingState, order: TrainerOrder, resumable: bool) -> None:
        playable = bool(state.instrument)
        self.play_latest.setEnabled(playable)
        if state.phase.active:
            if self.stop.isHidden() != state.ready:
                self.stop.setHidden(state.ready)
                self.play_latest.setText(tr("Play it") if state.ready else tr("Play the latest"))
                with_role(self.play_latest, "primary" if state.ready else "")
            self.stop.setEnabled(order is TrainerOrder.NONE)
            # A run that was continued contains an earlier training: only a new one can be deleted.
            self.cancel.setEnabled(order is not TrainerOrder.CANCEL and not state.resumed)
            self.cancel.setToolTip(RESUMED_TIP if state.resumed else DISCARD_TIP)
            if self._rows.currentWidget() is self._ended or order is TrainerOrder.CANCEL:
                self._rows.setCurrentWidget(self._running)
            self._verdict.hide()
            return
        self.outcome.setText(outcome_text(state))
        failed = state.failed
        remedy = translated(failed.remedy) if failed is not None else ""
        if failed is not None and playable:
            remedy = " ".join(filter(None, (remedy, tr("What was saved before can be played."))))
        self.remedy.setText(remedy)
        self.remedy.setVisible(bool(remedy))
        self.play.setVisible(playable)
        self.export.setVisible(playable)
        self.resume.setVisible(resumable)
        with_role(self.play, "" if resumable else "primary")
        self.again.setText(tr("Start again…") if _lost(state) else tr("Train another…"))
        with_role(self.again, "" if playable or resumable else "primary")
        self._verdict.show()
        focused = QApplication.focusWidget()
        by_keys = focused is not None and self._running.isAncestorOf(focused)
        self._rows.setCurrentWidget(self._ended)
        if by_keys and playable:
            self.play.setFocus()

    def _lay_out(self) -> None:
        card = Card()
        fill(card.body, hbox((self.stage, 1), self.note), self.bar, hbox((self.steps, 1), self.eta))
        near = Card()
        near.body.setContentsMargins(16, 10, 16, 12)
        fill(
            near.body, hbox(label(tr("How close"), "heading"), self.words, (self.trend, 1), spacing=16), self.closeness
        )
        figures = Card()
        row = hbox(spacing=16)
        for name, value in self.figures.items():
            row.addLayout(vbox(value, label(name, "small"), spacing=0), 1)
        fill(figures.body, row)
        self._detailed = boxed(vbox(figures, (self.curves, 1), spacing=16))
        # The space below is for the curves, as long as they are shown.
        more = vbox((self.details, Qt.AlignmentFlag.AlignLeft), (self._detailed, 1), StretchFactor(0))
        inside = boxed(vbox(card, near, self.listen, (more, 1), spacing=12))
        self._verdict = boxed(vbox(self.outcome, self.remedy, self.promise, spacing=2))
        self._scroll = scrolled(inside)
        vbox((self._scroll, 1), self._verdict, self._rows, spacing=16, on=self)
        self._verdict.hide()


def _reached(state: TrainingState) -> float:
    """How far an ended training came, 0…1."""
    progress = state.progress
    return progress.step / progress.steps if progress is not None and progress.steps else 0.0


def _complete(state: TrainingState) -> bool:
    return state.finished is not None and state.finished.outcome is Outcome.COMPLETE


def _lost(state: TrainingState) -> bool:
    cancelled = state.finished is not None and state.finished.outcome is Outcome.CANCELLED
    return state.phase is Phase.FAILED or cancelled


def _row(*widgets: QWidget | None) -> QWidget:
    """Widgets in a row; None is the space that takes what is left."""
    return boxed(hbox(*(STRETCH if widget is None else widget for widget in widgets)))
