"""Putting a finished export in place: its folder is the old one or the new one at any moment.

A new folder is moved into place in one step. Into one that is there already, whose owner may keep patches of their own
in it, the files are moved one after the other, each in one step, after all of them are on the disk; where a move fails
or is interrupted, those before it are restored.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vschaos.files import make_folder, move_into_place
from vschaos.leftovers import PREFIX, SUFFIX, hold, sweep


@contextmanager
def staged_folder(parent: Path) -> Iterator[Path]:
    """A hidden folder in ``parent``, which is made if missing, for files to be finished in; gone when the block ends.

    Where the block leaves ``parent`` empty, and it was made here, it goes as well, and so do those above it.

    Raises
    ------
    OSError
        If the folder cannot be written.
    """
    made = _make_folders(parent)
    stage: Path | None = None
    handle: int | None = None
    sweep(parent, time.time())
    try:
        stage = Path(tempfile.mkdtemp(prefix=PREFIX, suffix=SUFFIX, dir=parent))
        if os.name != "nt":
            handle = os.open(stage, os.O_RDONLY)
            hold(handle)
        yield stage
    finally:
        if stage is not None:
            shutil.rmtree(stage, ignore_errors=True)
        if handle is not None:
            os.close(handle)
        for folder in reversed(made):
            try:
                folder.rmdir()
            except OSError:
                break  # it holds what was to be written


def publish(stage: Path, target: Path) -> None:
    """Make the files of ``stage`` those of the folder ``target``, which lies beside it.

    Raises
    ------
    OSError
        If the disk is full, the folder cannot be written, or a file is in its place; what was there is as it was.
    """
    files = sorted(path for path in stage.iterdir() if path.is_file())
    for path in files:
        _flush(path)
    if not target.exists():
        finished = stage / "finished"
        finished.mkdir()
        for path in files:
            path.replace(finished / path.name)
        finished.replace(target)
        return
    _replace_each(files, target, stage / "replaced")


def _replace_each(files: list[Path], target: Path, replaced: Path) -> None:
    """Move files into a folder, keeping the replaced ones until all are there."""
    replaced.mkdir()
    moved: list[Path] = []
    try:
        for path in files:
            place = target / path.name
            if place.exists() or place.is_symlink():
                shutil.copy2(place, replaced / path.name)
            moved.append(place)
            move_into_place(path, place)
    except BaseException:
        for place in reversed(moved):
            before = replaced / place.name
            if before.exists():
                move_into_place(before, place)
            elif not (replaced.parent / place.name).exists():
                place.unlink(missing_ok=True)
        raise


def _flush(path: Path) -> None:
    """Have the file on the disk: one that is full says so now."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder and those above it; returns those that were not there, outermost first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    make_folder(folder)
    return missing[::-1]
