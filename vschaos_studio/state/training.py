"""What the window knows of a training: the request, the state that events fold into, and its words. Qt-free."""

from __future__ import annotations

import dataclasses
import math
import re
import unicodedata
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from vschaos.training.events import (
    Failed,
    Finished,
    InstrumentSaved,
    Outcome,
    Preparing,
    Progress,
    Started,
    Validated,
    Warned,
)

Event = Preparing | Started | Progress | Validated | InstrumentSaved | Finished | Failed | Warned
"""Whatever a trainer says."""


@dataclass(frozen=True)
class Size:
    """A configuration as the user meets it."""

    configuration: str
    title: str
    time: str
    description: str


SIZES = (
    Size(
        "dgt_small",
        "Sketch",
        "a few minutes",
        "Hear soon whether these sounds make an instrument. Lighter on the processor when played.",
    ),
    Size(
        "dgt_mid",
        "Full",
        "half an hour or more",
        "Closer to the sounds, with finer detail. For an instrument that you keep.",
    ),
    Size(
        "dgt_large",
        "Long windows",
        "an hour or more",
        "Low and dense sounds, partial by partial. Attacks are soft, and it answers late.",
    ),
    Size(
        "dgt_pitch_prediction",
        "Keyboard",
        "half an hour",
        "You choose the note, the pad the colour. For sounds with the labels pitch and octave, on some at least.",
    ),
)


@dataclass(frozen=True)
class TrainingRequest:
    """What to learn, how, and where to keep it.

    Attributes
    ----------
    name
        Name of the instrument and of its folder; see :func:`sanitized_name`.
    configuration
        Name of a configuration, such as ``dgt_small``.
    root
        Folder of sounds.
    rundir
        Folder that holds all trainings; this one goes to ``rundir/name/version_N``.
    """

    name: str
    configuration: str
    root: Path
    rundir: Path

    def arguments(self) -> tuple[str, ...]:
        """The verb and its options.

        Paths and the name go as plain options, ``--root=PATH``: written as Hydra overrides, a comma, brace, quote or
        equals sign in a folder's name would be read as grammar.
        """
        return (
            "train",
            f"--config-name={self.configuration}",
            f"--root={self.root}",
            f"--name={self.name}",
            f"--rundir={self.rundir}",
            "--events",
            "--background",
        )


MAX_NAME = 60
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{i}" for port in ("com", "lpt") for i in range(1, 10))})


def sanitized_name(text: str) -> str:
    """A name that is a good file name on every system, close to ``text``; empty if nothing of it is left.

    Letters of all languages stay; what Windows, macOS or a shell refuses becomes a space, and names of Windows
    devices get an underscore.
    """
    name = unicodedata.normalize("NFC", text)
    name = "".join(" " if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in name)
    name = re.sub(r"\s+", " ", _UNSAFE.sub(" ", name)).strip(" .-")
    name = name[:MAX_NAME].rstrip(" .")
    return f"_{name}" if name.split(".")[0].lower() in _DEVICES else name


class Phase(Enum):
    """Where a training stands, as far as the window knows."""

    IDLE = "idle"
    STARTING = "starting"
    PREPARING = "preparing"
    LEARNING = "learning"
    ENDED = "ended"
    FAILED = "failed"

    @property
    def active(self) -> bool:
        """Whether the trainer is at work."""
        return self in (Phase.STARTING, Phase.PREPARING, Phase.LEARNING)


@dataclass(frozen=True)
class TrainingState:
    """One training, folded from its events by :meth:`after`.

    ``instrument`` is the newest playable instrument's path, ``held_out_db`` the last error on held-out sounds.
    """

    phase: Phase = Phase.IDLE
    preparing: Preparing | None = None
    started: Started | None = None
    progress: Progress | None = None
    held_out_db: float | None = None
    instrument: str = ""
    finished: Finished | None = None
    failed: Failed | None = None
    warnings: tuple[Warned, ...] = ()

    def after(self, event: Event) -> TrainingState:
        """The state once ``event`` has happened."""
        match event:
            case Preparing():
                return dataclasses.replace(self, phase=Phase.PREPARING, preparing=event)
            case Started():
                return dataclasses.replace(self, phase=Phase.LEARNING, started=event)
            case Progress():
                return dataclasses.replace(self, phase=Phase.LEARNING, progress=event)
            case Validated():
                return dataclasses.replace(self, held_out_db=event.error_db)
            case InstrumentSaved():
                return dataclasses.replace(self, instrument=event.path)
            case Warned():
                return dataclasses.replace(self, warnings=(*self.warnings, event))
            case Finished():
                instrument = event.instrument or ("" if event.outcome is Outcome.CANCELLED else self.instrument)
                return dataclasses.replace(self, phase=Phase.ENDED, finished=event, instrument=instrument)
            case Failed():
                return dataclasses.replace(self, phase=Phase.FAILED, failed=event)

    @property
    def fraction(self) -> float | None:
        """How much of the present stage is done, 0 to 1; None while that is unknown."""
        if self.phase is Phase.PREPARING and self.preparing is not None and self.preparing.total > 0:
            return min(max(self.preparing.done / self.preparing.total, 0.0), 1.0)
        if self.phase is Phase.LEARNING and self.progress is not None and self.progress.steps > 0:
            return min(max(self.progress.step / self.progress.steps, 0.0), 1.0)
        return 1.0 if self.finished is not None and self.finished.outcome is Outcome.COMPLETE else None

    def stage_words(self) -> str:
        """What is going on, in a line."""
        if self.phase is Phase.STARTING:
            return "Waking the trainer…"
        if self.phase is Phase.PREPARING and self.preparing is not None:
            what = self.preparing.what.strip() or "Preparing the sounds"
            what = what[0].upper() + what[1:]
            return f"{what}: {self.preparing.done:,} of {self.preparing.total:,}" if self.preparing.total else what
        if self.phase is Phase.LEARNING:
            if self.started is None:
                return "Learning"
            sounds = f"{self.started.files:,} sound{'' if self.started.files == 1 else 's'}"
            return f"Learning from {sounds} ({rough_time_words(self.started.audio_s)})"
        return ""

    def outcome_words(self) -> str:
        """How it ended, in a sentence; empty while it has not."""
        if self.failed is not None:
            return self.failed.sentence
        if self.finished is None:
            return ""
        step = f"{self.finished.step:,}"
        match self.finished.outcome:
            case Outcome.CANCELLED:
                return "Cancelled. Nothing was kept, and your settings are as they were."
            case Outcome.STOPPED:
                return f"Stopped after {step} steps. The instrument is kept and ready to play."
            case Outcome.COMPLETE:
                error = "" if self.held_out_db is None else f", {self.held_out_db:.1f} dB from sounds it never heard"
                return f"Done: {step} steps{error}. The instrument is ready to play."


@dataclass
class LossHistory:
    """The curves, as columns that grow; ``step`` belongs to the losses, ``held_out_step`` to the held-out error."""

    step: list[float] = field(default_factory=list)
    loss: list[float] = field(default_factory=list)
    reconstruction: list[float] = field(default_factory=list)
    divergence: list[float] = field(default_factory=list)
    held_out_step: list[float] = field(default_factory=list)
    held_out_db: list[float] = field(default_factory=list)

    def add(self, event: Event) -> bool:
        """Take what an event adds to the curves; False if that is nothing."""
        if isinstance(event, Progress):
            self.step.append(event.step)
            self.loss.append(event.loss)
            self.reconstruction.append(event.reconstruction)
            self.divergence.append(event.divergence)
            return True
        if isinstance(event, Validated) and math.isfinite(event.error_db):
            self.held_out_step.append(event.step)
            self.held_out_db.append(event.error_db)
            return True
        return False


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
    if seconds < 45:
        return "less than a minute left"
    minutes = max(1, round(seconds / 60))
    if minutes == 1:
        return "about a minute left"
    if minutes < 60:
        return f"about {minutes} minutes left"
    quarters = round(seconds / 900)
    hours, rest = divmod(quarters, 4)
    words = f"{hours:,}{('', '¼', '½', '¾')[rest]}"
    return f"about {words} hour{'' if words == '1' else 's'} left"
