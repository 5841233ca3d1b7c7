"""What identifies the content of a file: its stamp, which costs nothing, and its key. Torch-free."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from vschaos.errors import AudioFileError

_PIECE_BYTES = 1 << 20


class Stamp(NamedTuple):
    """What the file system says of a file; an equal stamp means an equal content.

    A tuple, since there are tens of thousands of them, and it is made in a fifth of a dataclass's time.

    Attributes
    ----------
    size
        Bytes.
    mtime_ns
        When it was written, which programs may set as they like.
    ctime_ns
        When the system last changed anything of it, which they may not; on Windows, when it was made.
    """

    size: int
    mtime_ns: int
    ctime_ns: int

    @classmethod
    def of(cls, status: os.stat_result) -> Stamp:
        """The stamp in a file's status."""
        return cls(status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def stamp(path: Path) -> Stamp | None:
    """The stamp of a file; None if there is none."""
    try:
        return Stamp.of(path.stat())
    except OSError:
        return None


def content_key(path: Path, stopped: Callable[[], bool] = lambda: False) -> tuple[str, Stamp]:
    """A name for a file's content, equal for copies; and the file's stamp before it was read.

    All bytes are read, at about a gigabyte a second: no edit can hide from that as it can from samples or dates.
    Once ``stopped`` is true the key is empty.

    Raises
    ------
    AudioFileError
        If the file cannot be read to its end.
    """
    digest = hashlib.blake2b(digest_size=20)
    piece = memoryview(bytearray(_PIECE_BYTES))
    try:
        with path.open("rb", buffering=0) as file:
            before = Stamp.of(os.fstat(file.fileno()))
            while count := file.readinto(piece):
                digest.update(piece[:count])
                if stopped():
                    return "", before
    except OSError as error:
        raise AudioFileError(
            f"“{path.name}” can no longer be read: {error.strerror or error}.", "Scan the folder again."
        ) from error
    return digest.hexdigest(), before
