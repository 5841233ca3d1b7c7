"""How the studio starts the programs that do its heavy work: engine, trainer, exporter.

They are verbs of the ``vschaos`` command, in processes of their own: orders in through standard input, events
out through standard output, diagnostics to standard error. Closing standard input asks any of them to end.
Qt-free; used from the window's thread and from worker threads.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

MAX_LOG_BYTES = 1 << 20
KEPT_LOGS = 3


class Launcher:
    """Starts verbs of the ``vschaos`` command.

    Parameters
    ----------
    command
        The command that starts ``vschaos``; by default that of this installation, packaged or not.
    """

    def __init__(self, command: Sequence[str] | None = None) -> None:
        self._command = tuple(command) if command is not None else own_command()

    def popen(self, arguments: tuple[str, ...], *, stderr: int | IO[str] = subprocess.PIPE) -> subprocess.Popen[str]:
        """Start ``vschaos ARGUMENTS`` with its streams as pipes of UTF-8 text.

        Parameters
        ----------
        arguments
            The verb and what follows it.
        stderr
            Where its diagnostics go, if not into a pipe that the caller must keep reading.

        Raises
        ------
        OSError
            If the program cannot be started: a broken installation, or a system out of memory.
        """
        return subprocess.Popen(
            [*self._command, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            encoding="utf-8",
            errors="replace",
            bufsize=1,
            env=os.environ | {"PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"},
            # A Ctrl+C in the terminal is for the studio, which then ends its children in order.
            start_new_session=os.name == "posix",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )


def own_command() -> tuple[str, ...]:
    """The command that starts this installation's ``vschaos``.

    The packaged app has no Python to call: a second executable lies beside the studio's.
    """
    if getattr(sys, "frozen", False):
        return (str(Path(sys.executable).with_name("vschaos.exe" if os.name == "nt" else "vschaos")),)
    return (sys.executable, "-m", "vschaos")


def open_log(folder: Path, name: str) -> IO[str]:
    """``folder/name.log`` for appending; an overfull one first moves to ``name.1.log``, and so on."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.log"
    if path.exists() and path.stat().st_size > MAX_LOG_BYTES:
        for number in range(KEPT_LOGS - 1, 0, -1):
            older = folder / f"{name}.{number}.log"
            if older.exists():
                older.replace(folder / f"{name}.{number + 1}.log")
        path.replace(folder / f"{name}.1.log")
    return path.open("a", encoding="utf-8")
