"""Copying a file so that the copy is whole or absent. Qt-free."""

from __future__ import annotations

import shutil
from pathlib import Path

from vschaos.errors import VschaosError
from vschaos.files import opening, replacing
from vschaos_studio.language import tr, translated


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
        reason = translated(error.strerror or str(error))
        raise VschaosError(
            tr("“{file}” could not be saved as “{target}”: {reason}.", file=source.name, target=target, reason=reason),
            tr("Choose a folder where you have write permission, on a disk with free space."),
        ) from error
