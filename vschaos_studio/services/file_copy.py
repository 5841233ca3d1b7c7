"""Copying a file so that the copy is whole or absent. Qt-free."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from vschaos.errors import VschaosError


def copy_whole(source: Path, target: Path) -> None:
    """Copy ``source`` to ``target``, replacing what was there only when the copy is complete.

    Raises
    ------
    VschaosError
        If the source is gone, or the target's folder cannot take it; nothing is left behind.
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.stem}-", suffix=".part", dir=target.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as copy, source.open("rb") as original:
            shutil.copyfileobj(original, copy)
        temporary.chmod(0o644)
        temporary.replace(target)
    except OSError as error:
        raise VschaosError(
            f"“{source.name}” could not be saved as “{target}”: {error.strerror or error}.",
            "Choose a folder that you may write to, on a disk with free space.",
        ) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
