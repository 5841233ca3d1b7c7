"""Several trainings, one after another: ``vschaos train --queue FILE``. Each runs in a process of its own."""

from __future__ import annotations

import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType

from vschaos.errors import ConfigError
from vschaos.export.fresh_process import own_command
from vschaos.files import read_file

Job = Callable[[Sequence[str]], int]
"""Runs ``vschaos train`` with these arguments; gives its exit code."""

LARGEST_BYTES = 1 << 20


def run_queue(path: Path, job: Job | None = None) -> int:
    """Run the trainings of a file, and print at the end how each went; one that fails does not end the others.

    Parameters
    ----------
    path
        Each line holds the arguments of one ``vschaos train``, quoted as for a shell; # begins a comment.
    job
        What runs one; a child process by default, which a Ctrl-C stops, and the queue behind it.

    Returns
    -------
    int
        0 if all went well, else 1.

    Raises
    ------
    ConfigError
        If the file cannot be read or is empty; no training was started.
    """
    lines = _read(path)
    codes: list[int] = []
    with _Interruptible() as stopping:
        for number, arguments in enumerate(lines, 1):
            print(f"[{number}/{len(lines)}] vschaos train {shlex.join(arguments)}", flush=True)
            codes.append((job or _in_a_process)(arguments))
            if stopping.stopped:
                break
    print()
    for number, arguments in enumerate(lines, 1):
        print(f"{_words(codes, number):>11}  {shlex.join(arguments)}")
    return 0 if len(codes) == len(lines) and not any(codes) else 1


def _read(path: Path) -> list[list[str]]:
    try:
        text = read_file(path.expanduser(), LARGEST_BYTES).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text"
        raise ConfigError(f"The queue “{path}” cannot be read: {reason}.", "Give a text file.") from error
    lines: list[list[str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        try:
            arguments = shlex.split(line, comments=True)
        except ValueError as error:
            raise ConfigError(
                f"Line {number} of the queue “{path}” cannot be read: {error}.", "Close the quotation mark."
            ) from error
        if arguments[:2] == ["vschaos", "train"]:
            arguments = arguments[2:]
        if arguments:
            lines.append(arguments)
    if not lines:
        raise ConfigError(f"The queue “{path}” is empty.", "Write the arguments of one training on each line.")
    return lines


def _in_a_process(arguments: Sequence[str]) -> int:
    process = subprocess.Popen([*own_command(), "train", *arguments], stdin=subprocess.DEVNULL)
    return process.wait()


def _words(codes: Sequence[int], number: int) -> str:
    if number > len(codes):
        return "not started"
    return "done" if codes[number - 1] == 0 else f"failed ({codes[number - 1]})"


class _Interruptible:
    """While it is open, a Ctrl-C reaches the training that runs, which stops and is kept; the queue ends behind it."""

    def __init__(self) -> None:
        self.stopped = False

    def __enter__(self) -> _Interruptible:
        self._before = signal.signal(signal.SIGINT, self._stop)
        return self

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopped = True
        print("The queue will end after this training.", file=sys.stderr)
