"""Writing files so that nothing is lost: the old one or the new one is there at any moment, never half of one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A new file, open for writing, that takes the place of ``path`` when the block ends well.

    It is written beside ``path``, flushed to the disk, and moved there in one step; where the block raises, it is
    removed and what was at ``path`` stays. The folder must exist.

    Raises
    ------
    OSError
        If the folder cannot be written or the disk is full.
    """
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
