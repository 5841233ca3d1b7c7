"""The instruments that a new training can start from: those of past trainings, and the factory's. Qt-free."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vschaos.errors import InstrumentError
from vschaos.instrument.bundle import read_card
from vschaos.instrument.library import LAST, factory_instruments, run_versions

MOST = 40
"""Past trainings that are offered, the newest."""


@dataclass(frozen=True)
class StartingPoint:
    """An instrument as which another one can begin.

    Attributes
    ----------
    name, path
        Of the instrument.
    configuration
        The configuration that it was trained with; trainings with that one can start from it.
    """

    name: str
    path: Path
    configuration: str


def find_starting_points(rundir: Path, *, cancelled: Callable[[], bool] = lambda: False) -> tuple[StartingPoint, ...]:
    """The newest version of each training, the newest first, then the factory's instruments.

    Reads many files: call it on a worker thread. What cannot be read is not offered.

    Parameters
    ----------
    rundir
        Folder that holds all trainings.
    cancelled
        Called before each file; once it returns true, the rest is left out.
    """
    found = [_read(path) for path in [*_trained(rundir)[:MOST], *factory_instruments()] if not cancelled()]
    return tuple(point for point in found if point is not None)


def _trained(rundir: Path) -> list[Path]:
    """The instruments of past trainings, the newest first."""
    dated: list[tuple[float, Path]] = []
    try:
        for training in rundir.iterdir():
            made = [path for folder in run_versions(training).values() if (path := folder / LAST).is_file()]
            dated += [(path.stat().st_mtime, path) for path in made[-1:]]
    except OSError:
        return []
    return [path for _, path in sorted(dated, reverse=True)]


def _read(path: Path) -> StartingPoint | None:
    try:
        card = read_card(path)
    except InstrumentError:
        return None
    return StartingPoint(card.name, path, card.training.configuration)
