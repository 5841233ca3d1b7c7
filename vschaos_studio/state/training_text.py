"""The texts of the Train page: times, progress, and how a training ended. Qt-free."""

from __future__ import annotations

import math

from vschaos.instrument.closeness import closeness, error_text
from vschaos.training.events import Finished, Outcome, Preparing, Started
from vschaos.training.trend import Trend
from vschaos_studio.state.dataset import NO_BREAK, counted
from vschaos_studio.state.training import Phase, TrainingState
from vschaos_studio.state.training_request import SIZES, Request, TrainingRequest

TREND_TEXTS = {
    Trend.UNKNOWN: "Too early for a trend.",
    Trend.IMPROVING: "Improving: more time makes it better.",
    Trend.FLAT: "Flat: more time will hardly help.",
    Trend.OVERFITTING: "Overfitting: it memorises these sounds. Stop now.",
}


def stage_text(state: TrainingState) -> str:
    """The present stage, in a line."""
    if state.phase is Phase.STARTING:
        return "Starting the trainer…"
    if state.phase is Phase.PREPARING and state.preparing is not None:
        return _preparing_text(state.preparing)
    if state.phase is Phase.TRAINING:
        return "Training" if state.started is None else _training_text(state.started)
    return ""


def trend_text(state: TrainingState) -> str:
    """The trend of the training, in a sentence that says what to do."""
    if state.held_out_db is None:
        return "First validation pending." if state.phase.active else ""
    return "" if state.trend is Trend.UNKNOWN and not state.phase.active else TREND_TEXTS[state.trend]


def held_out_text(state: TrainingState) -> str:
    """The held-out error, in a sentence."""
    if state.held_out_db is None:
        return "Error on sounds held out of training." if state.phase.active else ""
    return f"Average error {error_text(state.held_out_db)}."


def running_text(state: TrainingState, name: str) -> str:
    """A training in half a line: “Training “Bells”, 28 %”."""
    if state.phase is Phase.IDLE:
        return "The queue waits"
    if not state.phase.active:
        return f"“{name}” has ended"
    fraction = state.fraction if state.phase is Phase.TRAINING else None
    return f"Training “{name}”" + ("…" if fraction is None else f", {100 * fraction:.0f}{NO_BREAK}%")


def outcome_text(state: TrainingState) -> str:
    """How it ended, in a sentence; empty while it runs."""
    if state.failed is not None:
        return state.failed.sentence
    if state.resumed and state.finished is not None and state.finished.outcome is Outcome.CANCELLED:
        return "Cancelled before it continued. The earlier training is kept."
    return "" if state.finished is None else _ending_text(state.finished, state.held_out_db)


def request_text(request: Request) -> str:
    """The kind of training of a request, and for how long: “Sketch, 5 minutes”, “continues”."""
    if isinstance(request, TrainingRequest):
        size = next((size.title for size in SIZES if size.configuration == request.configuration), "")
        return f"{size}, {duration_choice(request.minutes)}" if request.minutes else size
    return "continues"


def duration_choice(minutes: int) -> str:
    """A time to choose: “5 minutes”, “1 hour”, “1 h 30 min”."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return counted(minutes, "minute")
    return counted(hours, "hour") if not rest else f"{hours}{NO_BREAK}h {rest}{NO_BREAK}min"


def _ending_text(finished: Finished, held_out_db: float | None) -> str:
    steps = counted(finished.step, "step")
    error = "" if held_out_db is None else f", held-out sounds are {closeness(held_out_db)} ({held_out_db:.1f} dB)"
    match finished.outcome:
        case Outcome.CANCELLED:
            return "Cancelled. Nothing was saved; your settings are unchanged."
        case Outcome.STOPPED:
            return f"Stopped after {steps}. The instrument is saved and ready to play."
        case Outcome.FLAT:
            return f"Stopped early after {steps}: no more improvement{error}. The instrument is ready to play."
        case Outcome.COMPLETE:
            return f"Done: {steps}{error}. The instrument is ready to play."


def _preparing_text(preparing: Preparing) -> str:
    what = preparing.what.strip() or "Preparing the sounds"
    what = what[0].upper() + what[1:]
    return f"{what}: {preparing.done:,} of {preparing.total:,}" if preparing.total else what


def _training_text(started: Started) -> str:
    sounds = f"{counted(started.files, 'sound')} ({rough_time_text(started.audio_s)})"
    return f"Continuing from step {started.first_step:,}: {sounds}" if started.first_step else f"Training on {sounds}"


def rough_time_text(seconds: float) -> str:
    """“12 s”, “3 min 20 s”, “48 min”, “2 h 05 min”."""
    if not math.isfinite(seconds) or seconds < 0:
        return "unknown"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 600:
        return f"{whole // 60} min {whole % 60:02d} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60:,} h {minutes % 60:02d} min"


def eta_text(seconds: float) -> str:
    """The time left, rounded to what is known: “less than a minute left”, “about 7 minutes left”."""
    if not math.isfinite(seconds) or seconds < 0:
        return "time left unknown"
    return f"{about_text(seconds)} left"


def about_text(seconds: float) -> str:
    """A rough time: “less than a minute”, “about 7 minutes”, “about 1½ hours”."""
    if seconds < 45:
        return "less than a minute"
    minutes = max(1, round(seconds / 60))
    if minutes == 1:
        return "about a minute"
    if minutes < 60:
        return f"about {minutes} minutes"
    quarters = round(seconds / 900)
    hours, rest = divmod(quarters, 4)
    number = f"{hours:,}{('', '¼', '½', '¾')[rest]}"
    return f"about {number} hour{'' if number == '1' else 's'}"
