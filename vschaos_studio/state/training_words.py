"""What the Learn page says: times, how it goes, how it ended. Qt-free."""

from __future__ import annotations

import math

from vschaos.training.events import Finished, Outcome, Preparing, Started
from vschaos.training.trend import Trend
from vschaos_studio.state.dataset import NO_BREAK, counted
from vschaos_studio.state.training import Phase, TrainingState
from vschaos_studio.state.training_request import SIZES, Request, TrainingRequest

TREND_WORDS = {
    Trend.UNKNOWN: "Too early to tell where it leads.",
    Trend.IMPROVING: "Still improving: more time makes it better.",
    Trend.FLAT: "Flat: more time will hardly help.",
    Trend.OVERFITTING: "Overfitting: it learns these sounds by heart. Stop now.",
}


def stage_words(state: TrainingState) -> str:
    """What is going on, in a line."""
    if state.phase is Phase.STARTING:
        return "Waking the trainer…"
    if state.phase is Phase.PREPARING and state.preparing is not None:
        return _preparing_words(state.preparing)
    if state.phase is Phase.LEARNING:
        return "Learning" if state.started is None else _learning_words(state.started)
    return ""


def trend_words(state: TrainingState) -> str:
    """Where the training leads, in a sentence that says what to do about it."""
    if state.held_out_db is None:
        return "The first verdict comes soon." if state.phase.active else ""
    return "" if state.trend is Trend.UNKNOWN and not state.phase.active else TREND_WORDS[state.trend]


def held_out_words(state: TrainingState) -> str:
    """The held-out error in plain words."""
    if state.held_out_db is None:
        return "It is judged by sounds that are held out." if state.phase.active else ""
    return f"They come out {state.held_out_db:.1f} dB off, on average."


def running_words(state: TrainingState, name: str) -> str:
    """A training in half a line: “Learning “Bells”, 28 %”."""
    if not state.phase.active:
        return f"“{name}” has ended"
    fraction = state.fraction if state.phase is Phase.LEARNING else None
    return f"Learning “{name}”" + ("…" if fraction is None else f", {100 * fraction:.0f}{NO_BREAK}%")


def outcome_words(state: TrainingState) -> str:
    """How it ended, in a sentence; empty while it has not."""
    if state.failed is not None:
        return state.failed.sentence
    if state.resumed and state.finished is not None and state.finished.outcome is Outcome.CANCELLED:
        return "Ended before it went on. What it had learned is kept."
    return "" if state.finished is None else _ending_words(state.finished, state.held_out_db)


def request_words(request: Request) -> str:
    """What kind of training a request is, and for how long: “Sketch, 5 minutes”, “goes on”."""
    if isinstance(request, TrainingRequest):
        size = next((size.title for size in SIZES if size.configuration == request.configuration), "")
        return f"{size}, {duration_choice(request.minutes)}" if request.minutes else size
    return "goes on"


def duration_choice(minutes: int) -> str:
    """A time to choose: “5 minutes”, “1 hour”, “1 h 30 min”."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return counted(minutes, "minute")
    return counted(hours, "hour") if not rest else f"{hours}{NO_BREAK}h {rest}{NO_BREAK}min"


def _ending_words(finished: Finished, held_out_db: float | None) -> str:
    steps = counted(finished.step, "step")
    error = "" if held_out_db is None else f", {held_out_db:.1f} dB from sounds it never heard"
    match finished.outcome:
        case Outcome.CANCELLED:
            return "Cancelled. Nothing was kept, and your settings are as they were."
        case Outcome.STOPPED:
            return f"Stopped after {steps}. The instrument is kept and ready to play."
        case Outcome.FLAT:
            return f"Stopped by itself after {steps}: it got no better{error}. The instrument is ready to play."
        case Outcome.COMPLETE:
            return f"Done: {steps}{error}. The instrument is ready to play."


def _preparing_words(preparing: Preparing) -> str:
    what = preparing.what.strip() or "Preparing the sounds"
    what = what[0].upper() + what[1:]
    return f"{what}: {preparing.done:,} of {preparing.total:,}" if preparing.total else what


def _learning_words(started: Started) -> str:
    sounds = f"{counted(started.files, 'sound')} ({rough_time_words(started.audio_s)})"
    return f"Going on from step {started.first_step:,}: {sounds}" if started.first_step else f"Learning from {sounds}"


def rough_time_words(seconds: float) -> str:
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


def eta_words(seconds: float) -> str:
    """The time left, no finer than it can be known: “less than a minute left”, “about 7 minutes left”."""
    if not math.isfinite(seconds) or seconds < 0:
        return "time left not known yet"
    return f"{about_words(seconds)} left"


def about_words(seconds: float) -> str:
    """A time that is not known well: “less than a minute”, “about 7 minutes”, “about 1½ hours”."""
    if seconds < 45:
        return "less than a minute"
    minutes = max(1, round(seconds / 60))
    if minutes == 1:
        return "about a minute"
    if minutes < 60:
        return f"about {minutes} minutes"
    quarters = round(seconds / 900)
    hours, rest = divmod(quarters, 4)
    words = f"{hours:,}{('', '¼', '½', '¾')[rest]}"
    return f"about {words} hour{'' if words == '1' else 's'}"
