"""Find and remove half-written files of processes that died.

Files are written under a hidden name, ``.vschaos-XXXXXXXX.part``, and then moved into place. Meanwhile the process
holds a lock, which the system releases when the process ends for any reason. (Windows has no such lock, and needs none:
it does not remove open files.)
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import stat
import sys
from pathlib import Path

PREFIX, SUFFIX = ".vschaos-", ".part"

_OURS = re.compile(r"\.vschaos-\w{8}\.part")
_OLDER = re.compile(r"\.\w{8}\.part")
"""Names from earlier versions, which held no locks."""

_YOUNG_S = 10.0
"""Younger files may be between creation and lock, or between unlock and move."""

_DAY_S = 24 * 3600.0
_MOST_FOLDERS = 1000


def hold(handle: int) -> None:
    """Lock an open file or folder as being written, until the handle is closed."""
    if sys.platform != "win32":
        import fcntl

        with contextlib.suppress(OSError):  # no locks on this file system: only the age protects the file
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def sweep(folder: Path, now_s: float, depth: int = 0) -> list[Path]:
    """Remove half-written files of dead processes from a folder, and return their paths.

    Parameters
    ----------
    folder
        Where to search; a missing or unreadable folder is skipped.
    now_s
        Seconds since 1970.
    depth
        How many levels of subfolders to search, at most a thousand folders.
    """
    removed: list[Path] = []
    waiting = [(folder, depth)]
    for index in range(_MOST_FOLDERS):
        if index >= len(waiting):
            break
        place, levels = waiting[index]
        with contextlib.suppress(OSError), os.scandir(place) as entries:
            for entry in entries:
                path = Path(entry.path)
                if entry.name.endswith(SUFFIX):
                    if _is_left(path, now_s) and _remove(path):
                        removed.append(path)
                elif levels and not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False):
                    waiting.append((path, levels - 1))
    return removed


def _is_left(path: Path, now_s: float) -> bool:
    """Whether a file or folder is ours, by its name, and old enough."""
    ours, older = _OURS.fullmatch(path.name), _OLDER.fullmatch(path.name)
    if not ours and not older:
        return False
    try:
        status = path.lstat()
    except OSError:
        return False
    regular = stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)
    return regular and now_s - status.st_mtime > (_YOUNG_S if ours else _DAY_S)


def _remove(path: Path) -> bool:
    """Remove a file or folder, unless a process has it locked."""
    try:
        handle = None if sys.platform == "win32" else os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
        try:
            if handle is not None:
                import fcntl

                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
        finally:
            if handle is not None:
                os.close(handle)
    except OSError:
        return False
    return True
