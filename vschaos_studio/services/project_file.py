"""A project's file: read and written as a whole, and never over what another program has written. Qt-free.

Before it is written, it is compared with what was read or written here last. Comparing and writing happen under a lock
on the file as it stands, so that of two programs that write at once the second sees what the first has written.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vschaos.files import make_folder, read_file, write_file
from vschaos_studio.language import tr, translated
from vschaos_studio.state.project import SUFFIX, Project, ProjectError, format_project, parse_project

LARGEST_BYTES = 256 << 20


class WrittenElsewhereError(ProjectError):
    """Another program has written the file since it was read."""


class ProjectFile:
    """One project on the disk; safe on any thread.

    Parameters
    ----------
    path
        The file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._stamp: tuple[int, int, int] | None = None
        self._digest = b""

    def read(self) -> Project:
        """The project as the file has it.

        Raises
        ------
        ProjectError
            If it cannot be read, or holds none.
        """
        try:
            stamp = _stamp(self.path)
            content = read_file(self.path, LARGEST_BYTES)
        except (OSError, ValueError) as error:
            reason = translated(getattr(error, "strerror", None) or str(error))
            raise ProjectError(
                tr("The project “{name}” could not be read: {reason}.", name=self.path.name, reason=reason),
                tr("Check “{file}”, or choose another project.", file=self.path),
            ) from error
        project = parse_project(content, self.path)
        self._stamp, self._digest = stamp, _digest(content)
        return project

    def write(self, project: Project, *, replace: bool = False) -> None:
        """Write the project; a file that is missing is made anew.

        Parameters
        ----------
        project
            What it is to hold.
        replace
            Also over a file that is not known here: the user has chosen it.

        Raises
        ------
        WrittenElsewhereError
            If another program has written the file; it stays as it is.
        ProjectError
            If it cannot be written.
        """
        content = format_project(project, self.path.parent)
        try:
            make_folder(self.path.parent)
            with self._lock, _locked(self.path) as is_new:
                if not (replace or is_new or self._is_known()):
                    raise WrittenElsewhereError(tr("Another program has written “{file}”.", file=self.path.name))
                write_file(self.path, content)
                self._stamp, self._digest = _stamp(self.path), _digest(content)
        except OSError as error:
            reason = translated(error.strerror or str(error))
            raise ProjectError(
                tr("The project could not be saved as “{file}”: {reason}.", file=self.path, reason=reason),
                tr("Free space on the disk, or save it in another folder."),
            ) from error

    def _is_known(self) -> bool:
        """Whether the file is as it was read or written here; a program that copies files may have written the same."""
        return _stamp(self.path) == self._stamp or _digest(read_file(self.path, LARGEST_BYTES)) == self._digest


def free_path(folder: Path, name: str) -> Path:
    """A project's file in a folder that is not there yet: ``name``, or with the first number from 2 that is free."""
    path, number = folder / f"{name}{SUFFIX}", 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{name} {number}{SUFFIX}"
    return path


@contextmanager
def _locked(path: Path) -> Iterator[bool]:
    """Hold the file as it stands; it is made, empty, if it is missing. Yields whether it was."""
    try:
        handle, is_new = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), True
    except FileExistsError:
        handle, is_new = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), False
    try:
        if sys.platform != "win32":
            import fcntl

            with contextlib.suppress(OSError):  # no locks on this file system
                fcntl.flock(handle, fcntl.LOCK_EX)
        else:
            os.close(handle)  # an open file could not be replaced
            handle = -1
        yield is_new
    finally:
        if handle >= 0:
            os.close(handle)


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def _stamp(path: Path) -> tuple[int, int, int]:
    status = path.stat()
    return status.st_ino, status.st_mtime_ns, status.st_size
