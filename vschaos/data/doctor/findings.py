"""What the doctor's findings look like, and how they name files. Torch-free; see `vschaos.data.doctor.doctor`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vschaos.data.scan import SoundFile

NAMED = 3
"""The most files that a sentence names; the others are counted."""

KINDS = frozenset(
    (
        *("little_sound", "short", "mixed_rates", "silence", "long_silence", "mostly_silent", "clipping", "dc"),
        *("loudness", "mono_as_stereo", "duplicate"),
        *("cancelling", "one_sided", "unrelated_channels", "unfinished", "low_rate", "low_pass", "hum"),
        *("label_problem", "class_twice", "label_hole", "missing_class", "imbalance"),
    )
)
"""All kinds of findings: in the sounds, among them, in the labels."""


class Severity(Enum):
    """How much a finding matters: good to know, worth repairing, or in the way of any training."""

    NOTE = "note"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True)
class Finding:
    """Something that is the matter with a dataset.

    Attributes
    ----------
    kind
        A stable name, such as ``clipping``: what is ignored is remembered by it.
    severity
        How much it matters.
    files
        The names of the files concerned; none: the dataset as a whole.
    sentence, explanation, remedy
        What was found, why it matters for an instrument, and what helps.
    spare
        Of copies, all but the best of each: without them the finding is gone.
    """

    kind: str
    severity: Severity
    files: tuple[str, ...]
    sentence: str
    explanation: str
    remedy: str
    spare: tuple[str, ...] = ()


@dataclass(frozen=True)
class Forecast:
    """What a training on the dataset will need.

    Attributes
    ----------
    frames
        Frames to learn from, a hop of the default configuration apart.
    store_mb
        Prepared audio on the disk, in megabytes.
    memory_mb
        Memory of the training process, in megabytes.
    training_s
        Seconds of training, by name of configuration.
    """

    frames: int
    store_mb: float
    memory_mb: float
    training_s: Mapping[str, float]


@dataclass(frozen=True)
class Diagnosis:
    """All findings, those that the user wants to see no more apart; and the forecast, where one was made."""

    findings: tuple[Finding, ...]
    ignored: tuple[Finding, ...] = ()
    forecast: Forecast | None = None


@dataclass(frozen=True)
class Suspicion:
    """A finding before the user's wishes are known: its sentence follows from the files that remain.

    Attributes
    ----------
    text_of
        Makes the sentence from the remaining files.
    fewest
        With fewer remaining files there is no finding: a duplicate needs two.
    copies
        Names of copies that a better one makes superfluous.
    """

    kind: str
    severity: Severity
    files: tuple[str, ...]
    text_of: Callable[[Sequence[str]], str]
    explanation: str
    remedy: str
    fewest: int = 1
    copies: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        assert self.kind in KINDS, self.kind

    def finding(self, files: Sequence[str]) -> Finding:
        """The finding about some of the files."""
        spare = tuple(name for name in files if name in self.copies)
        text = self.text_of(files)
        return Finding(self.kind, self.severity, tuple(files), text, self.explanation, self.remedy, spare)


def counted(number: int, noun: str) -> str:
    """A number and what it counts: ``1 sound``, ``2 sounds``."""
    plural = f"{noun}es" if noun.endswith(("s", "x")) else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"


def named(files: Sequence[str]) -> str:
    """The first files in quotation marks, and how many more there are."""
    shown = [f"“{name}”" for name in files[:NAMED]]
    if len(files) > NAMED:
        return f"{', '.join(shown)} and {len(files) - NAMED:,} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def of_sounds(
    kind: str, severity: Severity, sounds: Iterable[SoundFile], one: str, many: str, explanation: str, remedy: str
) -> Iterator[Suspicion]:
    """A suspicion of some sounds, if there are any: ``one`` with ``{file}``, ``many`` with ``{count}`` and names."""
    files = tuple(sound.relative for sound in sounds)

    def text_of(remaining: Sequence[str]) -> str:
        if len(remaining) == 1:
            return one.replace("{file}", named(remaining))
        return f"{many.replace('{count}', counted(len(remaining), 'sound'))}: {named(remaining)}."

    if files:
        yield Suspicion(kind, severity, files, text_of, explanation, remedy)
