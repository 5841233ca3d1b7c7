"""Copying a file so that the copy is whole or absent. Qt-free."""

from __future__ import annotations

import shutil
from pathlib import Path

from vschaos.errors import VschaosError
from vschaos.files import opening, replacing


def copy_whole(source: Path, target: Path) -> None:
    """Copy ``source`` to ``target``, replacing what was there only when the copy is complete.

    Raises
    ------
    VschaosError
        If the source is gone, or the target's folder cannot take it; nothing is left behind.
    """
    try:
        with opening(source) as original, replacing(target) as copy:
            shutil.copyfileobj(original, copy)
    except OSError as error:
        raise VschaosError(
            f"“{source.name}” could not be saved as “{target}”: {error.strerror or error}.",
            "Choose a folder where you have write permission, on a disk with free space.",
        ) from error
