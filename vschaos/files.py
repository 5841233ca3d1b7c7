"""Open files of any kind safely, and write files atomically.

At any moment there is the old file or the new one, never half of one. A link stays a link, and its target is written.
An existing file keeps its permissions; a new one gets those of the user's umask.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from vschaos.leftovers import PREFIX, SUFFIX, hold

_BINARY = getattr(os, "O_BINARY", 0)
_NONBLOCKING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


def make_folder(path: Path) -> None:
    """Make a folder and its parents, if they are missing.

    Raises
    ------
    OSError
        If it cannot be made, for example because a file has its name.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        other = next(place for place in (path, *path.parents) if os.path.lexists(place))
        raise NotADirectoryError(errno.ENOTDIR, f"“{other.name}” is not a folder", str(path)) from error


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A new file, open for writing, that replaces ``path`` when the block ends without an exception.

    It is written next to ``path``, flushed to the disk, and moved there in one step; if the block raises, it is
    removed and ``path`` does not change. The folder must exist.

    Raises
    ------
    OSError
        If the folder cannot be written, the disk is full, or ``path`` is not a file.
    """
    temporary, handle = temporary_beside(path)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        move_into_place(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def write_file(path: Path, content: bytes) -> None:
    """Replace a file by new content; see :func:`replacing`.

    Raises
    ------
    OSError
        See :func:`replacing`.
    """
    with replacing(path) as file:
        file.write(content)


def temporary_beside(path: Path) -> tuple[Path, int]:
    """A new empty file on the disk of ``path`` and with its permissions, and its open handle.

    For libraries that write to a path and not to an open file. While the handle is open, the file counts as being
    written (`vschaos.leftovers`). Close the handle, then call :func:`move_into_place`.

    Raises
    ------
    OSError
        See :func:`replacing`.
    """
    target = _target(path)
    before = _status(target)
    while True:
        temporary = target.with_name(f"{PREFIX}{secrets.token_hex(4)}{SUFFIX}")
        try:
            handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
        except FileExistsError:
            continue
        break
    hold(handle)
    if before is not None:
        temporary.chmod(stat.S_IMODE(before.st_mode) & 0o777 | stat.S_IWUSR)
    return temporary, handle


def move_into_place(temporary: Path, path: Path) -> None:
    """Replace ``path`` by a finished file, which gets its permissions and owner.

    Raises
    ------
    OSError
        See :func:`replacing`.
    """
    target = _target(path)
    before = _status(target)
    if before is not None:
        if hasattr(os, "chown"):
            with contextlib.suppress(OSError):  # only the administrator may change owners
                os.chown(temporary, before.st_uid, before.st_gid)
        temporary.chmod(stat.S_IMODE(before.st_mode) & 0o777)
    try:
        temporary.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # The link leads to another disk: copy to a file there.
        with temporary.open("rb") as finished, replacing(target) as file:
            shutil.copyfileobj(finished, file)
        temporary.unlink()


@contextmanager
def opening(path: Path) -> Iterator[BinaryIO]:
    """A file, open for reading; refuses everything but ordinary files, and never blocks, as a pipe would.

    Raises
    ------
    OSError
        If it cannot be opened, or is a folder, a pipe or a device.
    """
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags | _NONBLOCKING)) as file:
        _require_ordinary(path, os.fstat(file.fileno()))
        yield file


def read_file(path: Path, most_bytes: int) -> bytes:
    """The content of an ordinary file of at most ``most_bytes``.

    Raises
    ------
    OSError
        If it cannot be read, is not an ordinary file, or is larger.
    """
    with opening(path) as file:
        content = file.read(most_bytes + 1)
    if len(content) > most_bytes:
        size = f"{most_bytes >> 20} MB" if most_bytes >= 1 << 20 else f"{most_bytes:,} bytes"
        raise OSError(errno.EFBIG, f"it is larger than {size}", str(path))
    return content


def is_missing(path: Path) -> bool:
    """Whether a path does not exist; False if there is no permission to find out."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False


def _target(path: Path) -> Path:
    """The final target of a link."""
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    return target


def _status(target: Path) -> os.stat_result | None:
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    _require_ordinary(target, status)
    return status


def _require_ordinary(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "it is not an ordinary file", str(path))
