"""The instruments that there are to play: the factory's, those of the user's own library, of trainings and projects.

Qt-free.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from vschaos.errors import InstrumentError
from vschaos.instrument.bundle import SUFFIX, read_card
from vschaos.instrument.card import Card
from vschaos_studio.language import number, tr, translated
from vschaos_studio.state.instrument_marks import Mark
from vschaos_studio.state.starting_points import trained_instruments
from vschaos_studio.state.training_runs import day_text


@dataclass(frozen=True)
class Places:
    """Where instruments are: the factory's files, the user's library, the folder of all trainings, and other files."""

    factory: tuple[Path, ...]
    library: Path
    runs: Path
    others: tuple[Path, ...] = ()


@dataclass(frozen=True)
class ListedInstrument:
    """An instrument as the browser shows it.

    Attributes
    ----------
    path
        Its file.
    name, description, licence, closeness
        From its card; the file's name where the card cannot be read.
    factory
        Whether it came with the program.
    size_bytes
        Of the file.
    when
        When it was made, in seconds since 1970.
    stamp
        Changes with the file.
    problem
        Why it cannot be played, a sentence; empty if it can.
    """

    path: Path
    name: str
    factory: bool
    size_bytes: int
    when: float
    stamp: int
    description: str = ""
    licence: str = ""
    closeness: str = ""
    problem: str = ""

    def facts(self, now: datetime) -> str:
        """Such as “close · 3 May 2026”."""
        return " · ".join(part for part in (self.closeness, day_text(self.when, now)) if part)

    @property
    def size(self) -> str:
        """Such as “8.1 MB”."""
        return tr("{size} MB", size=number(self.size_bytes / 1e6, 1))

    @property
    def rights(self) -> str:
        """Where it is from and its licence: “Factory · CC0-1.0”."""
        return " · ".join(part for part in (tr("Factory") if self.factory else tr("Yours"), self.licence) if part)

    def matches(self, words: str, mark: Mark, character: str) -> bool:
        """Whether each of some words begins a word of its texts or tags."""
        texts = " ".join((self.name, self.description, character, self.closeness, self.rights, *mark.tags))
        begun = texts.casefold().replace(",", " ").split()
        return all(any(one.startswith(word) for one in begun) for word in words.casefold().replace("#", " ").split())


def list_instruments(places: Places, *, cancelled: Callable[[], bool] = lambda: False) -> tuple[ListedInstrument, ...]:
    """Every instrument once, in no particular order; what cannot be read is listed with its problem.

    Reads the card of each: call it on a worker thread.
    """
    seen: dict[Path, ListedInstrument] = {}
    for path in _files(places):
        if cancelled():
            break
        real = path.resolve()
        if real not in seen and (one := _listed(path, factory=path in places.factory)) is not None:
            seen[real] = one
    return tuple(seen.values())


def _files(places: Places) -> Iterator[Path]:
    yield from places.factory
    yield from sorted(places.library.glob(f"*{SUFFIX}"))
    yield from trained_instruments(places.runs)
    yield from places.others


def _listed(path: Path, *, factory: bool) -> ListedInstrument | None:
    try:
        status = path.stat()
    except OSError:
        return None
    common = (path.stem, factory, status.st_size, status.st_mtime, status.st_mtime_ns)
    try:
        card = read_card(path)
    except InstrumentError as error:
        return ListedInstrument(path, *common, problem=translated(error.sentence))
    return ListedInstrument(
        path,
        card.name,
        factory,
        status.st_size,
        _made(card, status.st_mtime),
        status.st_mtime_ns,
        " ".join(card.description.split()),
        card.licence,
        translated(card.training.closeness),
    )


def _made(card: Card, otherwise: float) -> float:
    """When an instrument was made, as its card says; a copy's file would tell when it was copied."""
    try:
        return datetime.fromisoformat(card.training.created).timestamp()
    except (ValueError, OverflowError, OSError):
        return otherwise
