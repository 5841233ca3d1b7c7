"""A training's events on a terminal: a progress bar, or plain lines in a log."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from vschaos import terminal
from vschaos.instrument.closeness import error_text
from vschaos.training import events
from vschaos.training.trend import Trend

TREND_WORDS = {
    Trend.UNKNOWN: "",
    Trend.IMPROVING: "; still improving",
    Trend.FLAT: "; flat: more time will probably not help",
    Trend.OVERFITTING: "; overfitting: it memorises these sounds, and an earlier state was better",
}


OUTCOME_WORDS = {
    events.Outcome.COMPLETE: "complete",
    events.Outcome.STOPPED: "stopped; vschaos train resume continues it",
    events.Outcome.FLAT: "ended early: its error had not fallen for a long time",
    events.Outcome.CANCELLED: "cancelled",
}


class ConsoleProgress:
    """A sink that shows events to a person."""

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or terminal.console()
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.completed:.0f}/{task.total:.0f}"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[detail]}"),
            console=self._console,
        )
        self._task: TaskID | None = None
        self._stage = ""

    def __call__(self, event: object) -> None:
        """Show one event."""
        match event:
            case events.Preparing(what, done, total):
                self._show(what, done, total, "")
            case events.Started():
                minutes = event.audio_s / 60
                self._close()
                steps = f"{event.steps} steps"
                if event.first_step:
                    more = event.steps - event.first_step
                    steps = f"{more} more steps after {event.first_step}, {event.steps} in all"
                start = f", from “{event.started_from}”" if event.started_from else ""
                self._say(
                    f"Training on {event.files} sounds ({minutes:.1f} min) on {event.device}{start}: "
                    f"{event.parameters:,} weights, {steps}, seed {event.seed}, run {event.run}"
                )
            case events.InstrumentSaved(step=0):
                self._say(f"A first instrument, before the first step, can be played: {event.path}")
            case events.Progress():
                detail = (
                    f"loss {event.loss:.3f}  divergence {event.divergence:.1f}  active {event.active_dims}  "
                    f"{event.audio_s_per_s:.0f} s/s"
                )
                self._show("Training", event.step, event.steps, detail)
            case events.Validated():
                labels = "" if event.label_accuracy is None else f", {event.label_accuracy:.0%} of the labels predicted"
                trend = TREND_WORDS[event.trend]
                self._say(f"step {event.step}: held-out error {error_text(event.error_db, 2)}{labels}{trend}")
            case events.Previewed():
                self._say(f"step {event.step}: preview: {event.reconstruction}")
            case events.Problem(is_error=False):
                self._say(f"{event.sentence} {event.remedy}")
            case events.Finished(outcome=events.Outcome.CANCELLED):
                self._close()
                self._say("Cancelled; the result of this session was deleted.")
            case events.Finished():
                self._close()
                self._say(f"The instrument is {event.instrument} (step {event.step}, {OUTCOME_WORDS[event.outcome]}).")
            case _:
                pass

    def _show(self, stage: str, done: int, total: int, detail: str) -> None:
        if not self._console.is_terminal:
            return
        if stage != self._stage or self._task is None:
            self._close()
            self._task, self._stage = self._bar.add_task(stage, total=total, detail=detail), stage
            self._bar.start()
        self._bar.update(self._task, completed=done, total=total, detail=detail)

    def _close(self) -> None:
        if self._task is not None:
            self._bar.stop()
            self._bar.remove_task(self._task)
        self._task, self._stage = None, ""

    def _say(self, sentence: str) -> None:
        self._console.print(terminal.one_line(sentence))
