"""Adding instrument files to the library, and moving them to the system's bin."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFile

from vschaos.errors import VschaosError
from vschaos.files import make_folder
from vschaos.instrument.bundle import SUFFIX, read_card
from vschaos_studio.language import tr, translated
from vschaos_studio.services.file_copy import copy_whole


def add_to_library(files: Sequence[Path], library: Path) -> tuple[Path, ...]:
    """Copy instruments into the library; never over another file. Those that are there already stay as they are.

    Raises
    ------
    VschaosError
        If one is no instrument, or cannot be copied; those before it have been.
    """
    return tuple(_add(path, library) for path in files)


def _add(path: Path, library: Path) -> Path:
    if path.parent.resolve() == library.resolve():
        return path
    read_card(path)
    try:
        make_folder(library)
    except OSError as error:
        reason = translated(error.strerror or str(error))
        sentence = tr("The folder “{folder}” cannot be made: {reason}.", folder=library, reason=reason)
        raise VschaosError(sentence) from error
    target, number = library / path.name, 2
    while target.exists():
        target, number = library / f"{path.stem} {number}{SUFFIX}", number + 1
    copy_whole(path, target)
    return target


def move_to_bin(path: Path) -> None:
    """Move a file to the system's bin.

    Raises
    ------
    VschaosError
        If the system has none for it; the file stays.
    """
    if not QFile.moveToTrash(str(path)):
        raise VschaosError(
            tr("“{file}” could not be moved to the bin.", file=path.name),
            tr("Show its folder, and delete it there if you are sure."),
        )
