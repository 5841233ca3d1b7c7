"""The trainings in the runs folder that belong to a dataset or a name, to continue or to play. Qt-free."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from vschaos.errors import InstrumentError, TrainingError
from vschaos.instrument.bundle import read_card
from vschaos.instrument.library import LAST, run_versions
from vschaos.training.runs import read_record
from vschaos_studio.language import number, tr, translated
from vschaos_studio.state.training_request import SIZES, Request, ResumeRequest

MOST_RUNS = 40
"""The newest are listed; older ones stay in the folder."""

MONTHS = (
    *(tr("January"), tr("February"), tr("March"), tr("April"), tr("May"), tr("June")),
    *(tr("July"), tr("August"), tr("September"), tr("October"), tr("November"), tr("December")),
)
"""As a date names them."""

_CHECKPOINT = Path("checkpoints", "last.ckpt")


@dataclass(frozen=True)
class PastTraining:
    """A run as the user sees it.

    Attributes
    ----------
    name, version, folder
        Of the training; ``folder`` is ``rundir/name/version_N``.
    kind
        The configuration's title.
    when
        When it last ran, in seconds since 1970.
    step, steps
        How far it came, and its end.
    error_db, closeness
        Its held-out error, None if it had not been validated, and what that means; empty where it is not known.
    instrument
        The instrument to play; empty if it left none.
    stuck
        Why it cannot be continued, a sentence; empty if it can.
    """

    name: str
    version: int
    folder: Path
    kind: str
    when: float
    step: int
    steps: int
    error_db: float | None
    instrument: str
    stuck: str = ""
    closeness: str = ""

    @property
    def complete(self) -> bool:
        """Whether all its steps are done."""
        return self.steps > 0 and self.step >= self.steps

    def resume(self, minutes: int) -> ResumeRequest:
        """The request to continue it, for ``minutes`` more; 0: until its end."""
        return ResumeRequest(self.name, self.folder.parent, self.version, minutes)

    def hindrance(self, minutes: int) -> str:
        """Why it cannot be continued for ``minutes``, a sentence; empty if it can."""
        if not self.stuck and self.complete and not minutes:
            return tr("All its steps are done. Choose under Time how much longer to train.")
        return self.stuck

    def text(self, now: datetime) -> str:
        """Such as “Sketch · today 14:05 · 1,200 of 12,000 steps · 3.1 dB held out, close”."""
        parts = (self.kind, day_text(self.when, now), self._progress_text(), self._error_text())
        return " · ".join(part for part in parts if part)

    def _progress_text(self) -> str:
        if self.complete:
            return tr("all %n\u00a0steps", "all %n\u00a0step", self.steps)
        if self.steps:
            step = number(self.step)
            return tr("{step} of %n\u00a0steps", "{step} of %n\u00a0step", self.steps, step=step)
        return tr("%n\u00a0steps", "%n\u00a0step", self.step)

    def _error_text(self) -> str:
        if self.error_db is None:
            return ""
        error = number(self.error_db, 1)
        if self.closeness:
            return tr("{error} dB held out, {closeness}", error=error, closeness=translated(self.closeness))
        return tr("{error} dB held out", error=error)


def day_text(when: float, now: datetime) -> str:
    """“today 14:05”, “yesterday 14:05”, “3 May 2026”; in the clock and calendar of ``now``."""
    try:
        then = datetime.fromtimestamp(when, now.tzinfo)
    except (OverflowError, OSError, ValueError):  # a file's date may be any number
        return tr("at an unknown time")
    days = (now.date() - then.date()).days
    if days in (0, 1):
        time = f"{then:%H:%M}"
        return tr("yesterday {time}", time=time) if days else tr("today {time}", time=time)
    return tr("{day} {month} {year}", day=then.day, month=MONTHS[then.month - 1], year=f"{then:%Y}")


def find_past(
    rundir: Path, root: Path, name: str, *, cancelled: Callable[[], bool] = lambda: False
) -> tuple[PastTraining, ...]:
    """The trainings of a folder of sounds, and those of that name, the newest first.

    Reads every run's configuration: call it on a worker thread. Folders that are not runs are skipped.

    Parameters
    ----------
    rundir
        Folder that holds all trainings.
    root
        Folder of sounds.
    name
        A training's name.
    cancelled
        Called before each run; once it returns true, the rest is left out.
    """
    try:
        trainings = sorted(folder for folder in rundir.iterdir() if folder.is_dir())
    except OSError:
        return ()
    found: list[PastTraining] = []
    for training in trainings:
        for version, folder in run_versions(training).items():
            if cancelled():
                return ()
            past = _read(folder, version, root, wanted=training.name == name)
            if past is not None:
                found.append(past)
    return tuple(sorted(found, key=lambda past: -past.when)[:MOST_RUNS])


def can_continue(run: Path | str) -> bool:
    """Whether a run has saved a checkpoint to continue from; False for an empty path."""
    return bool(str(run)) and (Path(run) / _CHECKPOINT).is_file()


def resumption(request: Request, run: str) -> ResumeRequest | None:
    """The request that continues a training that ended too soon; None if it has no checkpoint.

    Parameters
    ----------
    request
        The request of that training.
    run
        Its folder, as the trainer reported it; empty if it did not.
    """
    if isinstance(request, ResumeRequest):
        return request if can_continue(request.run) else None
    if not can_continue(run):
        return None
    folder = Path(run)
    version = next((number for number, one in run_versions(folder.parent).items() if one == folder), None)
    return None if version is None else ResumeRequest(request.name, folder.parent, version)


def _read(folder: Path, version: int, root: Path, *, wanted: bool) -> PastTraining | None:
    """A run, if it was trained on these sounds or has the wanted name."""
    stuck, configuration, steps = "", "", 0
    try:
        record = read_record(folder)
        if not wanted and not _same(Path(record.config.data.dataset.root), root):
            return None
        configuration, steps = record.configuration, record.config.training.max_steps
        if not can_continue(folder):
            stuck = tr("It ended before it was first saved.")
    except TrainingError as error:
        if not wanted:
            return None
        stuck = translated(error.sentence)
    instrument = folder / LAST
    step, error_db, words = 0, None, ""
    try:
        facts = read_card(instrument).training
        step, error_db, words = facts.steps, facts.error_db, facts.closeness
        configuration = configuration or facts.configuration
    except InstrumentError:
        instrument = None
    when = _when(instrument or folder)
    if when is None or (instrument is None and stuck):
        return None
    kind = next((size.title for size in SIZES if size.configuration == configuration), configuration)
    played = str(instrument) if instrument is not None else ""
    return PastTraining(folder.parent.name, version, folder, kind, when, step, steps, error_db, played, stuck, words)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.expanduser().resolve() == other.resolve()
    except (OSError, RuntimeError):
        return False


def _when(path: Path) -> float | None:
    try:
        return path.stat().st_mtime
    except OSError:
        return None
