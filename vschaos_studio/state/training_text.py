"""The texts of the Train page: times, progress, and how a training ended. Qt-free."""

from __future__ import annotations

import math

from vschaos.instrument.closeness import closeness
from vschaos.training.events import Finished, Outcome, Preparing, Started
from vschaos.training.trend import Trend
from vschaos_studio.language import number, tr, translated
from vschaos_studio.state.training import Phase, TrainingState
from vschaos_studio.state.training_request import SIZES, Request, TrainingRequest

RIGHT = 1.3
"""A forecast is right if the time that it took is no more than so many times longer or shorter."""

TREND_TEXTS = {
    Trend.UNKNOWN: tr("Too early for a trend."),
    Trend.IMPROVING: tr("Improving: more time makes it better."),
    Trend.FLAT: tr("Flat: more time will hardly help."),
    Trend.OVERFITTING: tr("Overfitting: it memorises these sounds. Stop now."),
}


def stage_text(state: TrainingState) -> str:
    """The present stage, in a line."""
    if state.phase is Phase.STARTING:
        return tr("Starting the trainer…")
    if state.phase is Phase.PREPARING and state.preparing is not None:
        return _preparing_text(state.preparing)
    if state.ready and state.phase.active:
        return tr("Saved and ready to play; learning its phrases…")
    if state.phase is Phase.TRAINING:
        return tr("Training") if state.started is None else _training_text(state.started)
    return ""


def trend_text(state: TrainingState) -> str:
    """The trend of the training, in a sentence that says what to do."""
    if state.held_out_db is None:
        return tr("It is known after the first steps.") if state.phase.active else ""
    return "" if state.trend is Trend.UNKNOWN and not state.phase.active else TREND_TEXTS[state.trend]


def running_text(state: TrainingState, name: str) -> str:
    """A training in half a line: “Training “Bells”, 28 %”."""
    if state.phase is Phase.IDLE:
        return tr("The queue waits")
    if not state.phase.active:
        return tr("“{name}” has ended", name=name)
    fraction = state.fraction if state.phase is Phase.TRAINING else None
    if fraction is None:
        return tr("Training “{name}”…", name=name)
    return tr("Training “{name}”, {percent}\u00a0%", name=name, percent=number(100 * fraction))


def outcome_text(state: TrainingState) -> str:
    """How it ended, in a sentence; empty while it runs."""
    if state.failed is not None:
        return translated(state.failed.sentence)
    if state.resumed and state.finished is not None and state.finished.outcome is Outcome.CANCELLED:
        return tr("Cancelled before it continued. The earlier training is kept.")
    return "" if state.finished is None else _ending_text(state.finished, state.held_out_db)


def request_text(request: Request) -> str:
    """The kind of training of a request, and for how long: “Sketch, 5 minutes”, “continues”."""
    if isinstance(request, TrainingRequest):
        size = next((size.title for size in SIZES if size.configuration == request.configuration), "")
        return f"{size}, {duration_choice(request.minutes)}" if request.minutes else size
    return tr("continues")


def duration_choice(minutes: int) -> str:
    """A time to choose: “5 minutes”, “1 hour”, “1 h 30 min”."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return tr("%n\u00a0minutes", "%n\u00a0minute", minutes)
    if not rest:
        return tr("%n\u00a0hours", "%n\u00a0hour", hours)
    return tr("{hours}\u00a0h {minutes}\u00a0min", hours=number(hours), minutes=rest)


def _ending_text(finished: Finished, held_out_db: float | None) -> str:
    match finished.outcome:
        case Outcome.CANCELLED:
            return tr("Cancelled. Nothing was saved; your settings are unchanged.")
        case Outcome.STOPPED:
            return tr(
                "Stopped after %n\u00a0steps. The instrument is saved and ready to play.",
                "Stopped after %n\u00a0step. The instrument is saved and ready to play.",
                finished.step,
            )
        case Outcome.FLAT | Outcome.COMPLETE if held_out_db is not None:
            return _judged_text(finished, held_out_db)
        case Outcome.FLAT:
            return tr(
                "Stopped early after %n\u00a0steps: no more improvement. The instrument is ready to play.",
                "Stopped early after %n\u00a0step: no more improvement. The instrument is ready to play.",
                finished.step,
            )
        case Outcome.COMPLETE:
            return tr(
                "Done: %n\u00a0steps. The instrument is ready to play.",
                "Done: %n\u00a0step. The instrument is ready to play.",
                finished.step,
            )


def _judged_text(finished: Finished, held_out_db: float) -> str:
    """How a training ended of which the error on held-out sounds is known."""
    near, error = translated(closeness(held_out_db)), number(held_out_db, 1)
    if finished.outcome is Outcome.FLAT:
        return tr(
            "Stopped early after %n\u00a0steps: no more improvement, held-out sounds are {closeness} ({error} dB). "
            "The instrument is ready to play.",
            "Stopped early after %n\u00a0step: no more improvement, held-out sounds are {closeness} ({error} dB). "
            "The instrument is ready to play.",
            finished.step,
            closeness=near,
            error=error,
        )
    return tr(
        "Done: %n\u00a0steps, held-out sounds are {closeness} ({error} dB). The instrument is ready to play.",
        "Done: %n\u00a0step, held-out sounds are {closeness} ({error} dB). The instrument is ready to play.",
        finished.step,
        closeness=near,
        error=error,
    )


def _preparing_text(preparing: Preparing) -> str:
    what = translated(preparing.what.strip()) or tr("Preparing the sounds")
    what = what[0].upper() + what[1:]
    if not preparing.total:
        return what
    return tr("{what}: {done} of {total}", what=what, done=number(preparing.done), total=number(preparing.total))


def _training_text(started: Started) -> str:
    time = rough_time_text(started.audio_s)
    if not started.first_step:
        return tr("Training on %n\u00a0sounds ({time})", "Training on %n\u00a0sound ({time})", started.files, time=time)
    return tr(
        "Continuing from step {step}: %n\u00a0sounds ({time})",
        "Continuing from step {step}: %n\u00a0sound ({time})",
        started.files,
        step=number(started.first_step),
        time=time,
    )


def rough_time_text(seconds: float) -> str:
    """“12 s”, “3 min 20 s”, “48 min”, “2 h 05 min”."""
    if not math.isfinite(seconds) or seconds < 0:
        return tr("unknown")
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 600:
        return tr("{minutes} min {seconds} s", minutes=whole // 60, seconds=f"{whole % 60:02d}")
    minutes = round(seconds / 60)
    if minutes < 60:
        return tr("{minutes} min", minutes=minutes)
    return tr("{hours} h {minutes} min", hours=number(minutes // 60), minutes=f"{minutes % 60:02d}")


def eta_text(seconds: float) -> str:
    """The time left, rounded to what is known: “less than a minute left”, “about 7 minutes left”."""
    if not math.isfinite(seconds) or seconds < 0:
        return tr("time left unknown")
    return tr("{time} left", time=about_text(seconds))


def about_text(seconds: float) -> str:
    """A rough time: “less than a minute”, “about 7 minutes”, “about 1½ hours”."""
    if seconds < 45:
        return tr("less than a minute")
    minutes = max(1, round(seconds / 60))
    if minutes == 1:
        return tr("about a minute")
    if minutes < 60:
        return tr("about %n minutes", "about %n minute", minutes)
    hours, rest = divmod(round(seconds / 900), 4)
    if not rest:
        return tr("about %n hours", "about %n hour", hours)
    return tr("about {hours} hours", hours=f"{number(hours)}{('', '¼', '½', '¾')[rest]}")


def kept_promise_text(said_s: float | None, took_s: float) -> str:
    """How long a training was said to take, and took; empty if nothing was said."""
    if said_s is None:
        return ""
    said, took = about_text(said_s), rough_time_text(took_s)
    near = said_s / RIGHT <= took_s <= said_s * RIGHT
    if near:
        return tr("It was said to take {said}, and took {took}.", said=said, took=took)
    return tr("It was said to take {said}; it took {took}.", said=said, took=took)
