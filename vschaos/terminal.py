"""Printing: control characters in names are escaped, and a full disk is an error with a sentence.

All verbs print through :class:`Output`, with which `vschaos.cli.main` replaces standard output and error. Progress bars
and tables come from :func:`console`, which escapes their text but not its own control sequences. The escapes are those
of JSON, so that a line of JSON keeps its meaning.
"""

from __future__ import annotations

import errno
import faulthandler
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from vschaos.errors import VschaosError
from vschaos.printable import escaped

if TYPE_CHECKING:
    from rich.console import Console

_STDERR = 2
ERASE_LINE = "\r\x1b[K"


class OutputError(VschaosError):
    """Standard output or error cannot be written: the disk is full, or it was closed."""


def one_line(text: str) -> str:
    """Text on one line: tabs and line feeds are escaped too."""
    return escaped(text).replace("\n", "\\n").replace("\t", "\\t")


class Output:
    """A text stream that escapes text, and raises `OutputError` if it cannot be written.

    Parameters
    ----------
    stream
        The stream that it writes to.
    escapes
        False if the text is already escaped.
    """

    def __init__(self, stream: TextIO, *, escapes: bool = True) -> None:
        self._stream = stream
        self._escapes = escapes

    def write(self, text: str) -> int:
        """Write text; returns its length.

        Raises
        ------
        OutputError
            If it cannot be written.
        BrokenPipeError
            If the reader has closed the pipe.
        """
        try:
            self._stream.write(escaped(text) if self._escapes else text)
        except OSError as error:
            raise _unwritable(error) from error
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write several texts."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Flush the stream; raises as :meth:`write`."""
        try:
            self._stream.flush()
        except OSError as error:
            raise _unwritable(error) from error

    @property
    def rich_proxied_file(self) -> Output:
        """The stream for text that a :func:`console` has escaped; rich looks for this name."""
        return Output(self._stream, escapes=False)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


class ClosedOutput:
    """Stands in for a standard output that was closed before the program started; has no descriptor."""

    encoding = "utf-8"

    def write(self, text: str) -> int:
        """Refuse."""
        if text:
            raise OSError(errno.EBADF, "it is closed")
        return 0

    def flush(self) -> None:
        """There is nothing to flush."""

    def isatty(self) -> bool:
        """Not a terminal."""
        return False


def console(*, stderr: bool = False, file: Any = None, soft_wrap: bool = True) -> Console:
    """A console that prints names as text: no markup, emoji, control characters or highlighting."""
    from vschaos.escaping_console import EscapingConsole  # rich takes longer to import than most verbs

    return EscapingConsole(stderr=stderr, file=file, soft_wrap=soft_wrap, markup=False, emoji=False, highlight=False)


def write_over(text: str, stream: Any, end: str = "") -> None:
    """Replace the last line of a terminal, and flush."""
    raw = stream.rich_proxied_file if isinstance(stream, Output) else stream
    raw.write(f"{ERASE_LINE}{one_line(text)}{end}")
    raw.flush()


def drop_unwritten(stream: Any) -> None:
    """Discard buffered output of a stream that cannot be written; else Python reports it at exit."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def reopen_closed_streams() -> None:
    """Replace closed standard streams, so that no file opened later gets their descriptors."""
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(descriptor)
    if sys.stdout is None:
        sys.stdout = ClosedOutput()  # pyright: ignore[reportAttributeAccessIssue]
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (until the end)
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 (until the end)


def silence_libraries() -> None:
    """Keep messages that libraries write to standard error, such as those of mpg123, off the terminal.

    From now on the descriptor leads nowhere; ``sys.stderr`` and crash reports go to its old target.
    """
    if sys.stderr.fileno() != _STDERR:
        return
    own = os.fdopen(os.dup(_STDERR), "w", buffering=1, encoding="utf-8", errors=sys.stderr.errors)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STDERR)
    os.close(nowhere)
    sys.stderr = own
    faulthandler.enable(own)


def _unwritable(error: OSError) -> OSError | OutputError:
    if isinstance(error, BrokenPipeError):
        return error
    reason = error.strerror or str(error)
    return OutputError(f"The output cannot be written: {reason}.", "Write it to a disk with free space.")
