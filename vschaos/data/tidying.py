"""Removes prepared sounds that nobody needs any more, so that the cache folder does not fill the disk. Torch-free.

A prepared file's date of modification is that of its last use, to the day: it is written once and never changed, and
the date stays true when the index is deleted. What other datasets used lately may be in use by another process.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_DAY_S = 24 * 3600
UNUSED_S = 60 * _DAY_S
"""Prepared sounds that were not used for so long are removed."""
LATELY_S = 7 * _DAY_S
"""Those that were used since stay, even where all together use too much of the disk."""
SHARE_OF_DISK = 0.25
"""The share of the disk that prepared sounds may use; beyond it, those that were not used for longest are removed."""
ABANDONED_S = _DAY_S
"""A half-written file that is older belongs to no living process."""

_TIDIED = ".tidied"  # its date: when that was


@dataclass(frozen=True)
class _Prepared:
    path: Path
    size: int
    used_s: float


def use(path: Path, status: os.stat_result, now_s: float) -> None:
    """Note that a prepared file is used, unless that was noted today already."""
    if abs(now_s - status.st_mtime) > _DAY_S:
        with suppress(OSError):  # a cache that cannot be written is not tidied either
            os.utime(path, (now_s, now_s))


def tidy(folder: Path, in_use: Collection[str], now_s: float, *, limit_bytes: int | None = None) -> None:
    """Remove what was not used for long, what is too much, and what killed builders left; at most once a day.

    Parameters
    ----------
    folder
        The folder of prepared sounds.
    in_use
        Names of prepared files that stay whatever their date.
    now_s
        Seconds since 1970.
    limit_bytes
        How much they may use together; `SHARE_OF_DISK` by default.
    """
    with suppress(OSError):  # another process may tidy as well, and a folder that cannot be written stays as it is
        note = folder / _TIDIED
        if note.exists() and abs(now_s - note.stat().st_mtime) < _DAY_S:
            return
        note.touch()
        os.utime(note, (now_s, now_s))
        limit_bytes = int(shutil.disk_usage(folder).total * SHARE_OF_DISK) if limit_bytes is None else limit_bytes
        _remove(list(_prepared(folder, now_s)), in_use, now_s, limit_bytes)


def _remove(prepared: list[_Prepared], in_use: Collection[str], now_s: float, limit_bytes: int) -> None:
    total = sum(item.size for item in prepared)
    for item in sorted(prepared, key=lambda item: item.used_s):
        unused_s = now_s - item.used_s
        if item.path.name not in in_use and (unused_s > UNUSED_S or (total > limit_bytes and unused_s > LATELY_S)):
            with suppress(OSError):  # Windows keeps what another process has mapped
                item.path.unlink(missing_ok=True)
                total -= item.size


def _prepared(folder: Path, now_s: float) -> Iterator[_Prepared]:
    """The prepared files; what was abandoned half-written is removed on the way."""
    for part in folder.iterdir():
        if not part.is_dir():
            continue
        with os.scandir(part) as listing:
            for entry in listing:
                with suppress(OSError):  # another process was quicker
                    status = entry.stat()
                    if entry.name.endswith(".f32"):
                        yield _Prepared(Path(entry.path), status.st_size, status.st_mtime)
                    elif entry.name.endswith(".part") and now_s - status.st_mtime > ABANDONED_S:
                        Path(entry.path).unlink(missing_ok=True)
