"""What a child process of ours complained of, and what to tell the user when it died of that. Qt-free."""

from __future__ import annotations

import collections
import logging
import signal
import threading
from typing import IO

from vschaos.errors import VschaosError

log = logging.getLogger(__name__)

_MEMORY_TRACES = ("memoryerror", "out of memory", "can't allocate memory", "cannot allocate memory", "bad_alloc")
_DISK_TRACES = ("no space left on device", "errno 28", "disk quota exceeded")


KEPT_LINES = 200
"""How much of what a child complains of is kept for the log."""


class Complaints:
    """Reads what a child writes to standard error, in a thread of its own: a full pipe would stop the child.

    Parameters
    ----------
    stderr
        The child's standard error, as a pipe.
    name
        Of the child, for the log.
    """

    def __init__(self, stderr: IO[str] | None, name: str) -> None:
        self._stderr = stderr
        self._name = name
        self._lines: collections.deque[str] = collections.deque(maxlen=KEPT_LINES)
        self._thread = threading.Thread(target=self._listen, name=f"{name} stderr", daemon=True)
        self._thread.start()

    def close(self, patience_s: float = 5.0) -> str:
        """The last lines, once the child has ended."""
        self._thread.join(patience_s)
        # A grandchild may hold the pipe open; closing it under the listener's read would block for ever.
        if self._stderr is not None and not self._thread.is_alive():
            self._stderr.close()
        return "\n".join(tuple(self._lines))

    def _listen(self) -> None:
        for line in self._stderr or ():
            self._lines.append(line.rstrip())
            log.info("%s: %s", self._name, line.rstrip())


def death_of(what: str, returncode: int | None, stderr_tail: str) -> VschaosError:
    """The sentence and remedy for a child that ended too soon.

    Parameters
    ----------
    what
        What the child was doing, to begin a sentence with: “Learning”, “The export”.
    returncode
        As of :class:`subprocess.Popen`: negative for a signal on POSIX.
    stderr_tail
        The last lines that it wrote to standard error.
    """
    said = stderr_tail.lower()
    killed = returncode is not None and (-returncode == getattr(signal, "SIGKILL", 9) or returncode == 137)
    if killed or any(trace in said for trace in _MEMORY_TRACES):
        return VschaosError(
            f"{what} ended because the computer ran out of memory.",
            "Close other programs, or take the sketch size or fewer sounds, and start again.",
        )
    if any(trace in said for trace in _DISK_TRACES):
        return VschaosError(f"{what} ended because the disk is full.", "Make some room, and start again.")
    own_words = _own_words(stderr_tail)
    if own_words is not None:
        return VschaosError(*own_words)
    return VschaosError(
        f"{what} ended unexpectedly.", "Start again; if it happens once more, the log tells what went wrong."
    )


def _own_words(stderr_tail: str) -> tuple[str, str] | None:
    """The sentence that ``vschaos VERB`` itself printed: ``vschaos train: SENTENCE``, then its remedy."""
    lines = [line.strip() for line in stderr_tail.splitlines() if line.strip()]
    for position in range(len(lines) - 1, -1, -1):
        head, separator, sentence = lines[position].partition(": ")
        words = head.split()
        if separator and len(words) == 2 and words[0] == "vschaos" and not sentence.startswith("error:"):
            remedy = lines[position + 1] if position + 1 < len(lines) else ""
            return sentence, remedy
    return None
