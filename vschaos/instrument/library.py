"""Finding instruments: the factory's, and the one that a training run holds. Torch-free."""

from __future__ import annotations

from pathlib import Path

import vschaos_resources

from vschaos.errors import InstrumentError
from vschaos.instrument.bundle import SUFFIX

LAST, BEST = f"last{SUFFIX}", f"best{SUFFIX}"


def factory_instruments() -> list[Path]:
    """The instruments that ship with the program, by name."""
    return sorted((vschaos_resources.ROOT / "instruments").glob(f"*{SUFFIX}"))


def find_instrument(run_or_instrument: Path, version: int | None = None, checkpoint: str = "last") -> Path:
    """The instrument file meant by a path that a user gave.

    Parameters
    ----------
    run_or_instrument
        A ``.vschaos`` file, a training's folder ``rundir/name`` or one of its ``version_N`` folders; or the name of a
        factory instrument.
    version
        Which version of a training; the newest that holds an instrument by default.
    checkpoint
        ``last`` or ``best``.

    Raises
    ------
    InstrumentError
        If there is none; the sentence says what was looked for.
    """
    path = run_or_instrument.expanduser()
    if path.is_file():
        if version is not None or checkpoint != "last":
            raise InstrumentError(
                f"“{path}” is one instrument; only trainings have versions and checkpoints.",
                "Give the training's folder.",
            )
        return path
    if not path.exists():
        for factory in factory_instruments():
            if factory.stem.lower() == str(path).lower():
                return factory
        raise InstrumentError(f"Nothing found at “{path}”.", "Give a .vschaos file or a training's folder.")
    file_name = {"last": LAST, "best": BEST}.get(checkpoint)
    if file_name is None:
        raise InstrumentError(f"“{checkpoint}” is not a checkpoint.", "Choose last or best.")
    if version is not None:
        candidates = [path / f"version_{version}"]
    elif path.name.startswith("version_"):
        candidates = [path]
    else:
        candidates = sorted(run_versions(path).values(), key=lambda folder: -_number(folder))
    for folder in candidates:
        if (folder / file_name).is_file():
            return folder / file_name
    wanted = f"version {version}" if version is not None else "a finished checkpoint"
    raise InstrumentError(
        f"“{path}” contains no instrument of {wanted}.", "Train for a while first, or choose another folder."
    )


def run_versions(training: Path) -> dict[int, Path]:
    """The versions of a training by number; empty for a folder that is not a training."""
    folders = [folder for folder in training.glob("version_*") if folder.is_dir() and _number(folder) >= 0]
    return {_number(folder): folder for folder in sorted(folders, key=_number)}


def _number(folder: Path) -> int:
    digits = folder.name.removeprefix("version_")
    return int(digits) if digits.isdecimal() else -1
