"""The line to one engine process: a thread that reads its events, and one that writes orders to it."""

from __future__ import annotations

import contextlib
import logging
import queue
import subprocess
import threading
from typing import IO

from PySide6.QtCore import QObject, QThread, Signal

from vschaos.realtime.protocol import EVENTS, Snapshot
from vschaos_studio.services.process import end

log = logging.getLogger(__name__)

LOGGED_GARBAGE = 20


class Line:
    """One engine process with its two threads; made and stopped in the window's thread."""

    def __init__(self, process: subprocess.Popen[str], parent: QObject) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self.process = process
        self.reader = Reader(process.stdout, parent)
        self.writer = Writer(process.stdin)

    def start(self) -> None:
        """Begin to read and to write."""
        self.reader.start()
        self.writer.start()

    def stop(self, patience_s: float) -> int:
        """End the process and both threads; returns its exit code."""
        # The writer closes the engine's input when it is through. Only it may: closing a pipe waits for a write
        # to it, and an engine that hangs reads no more. Killing frees the writer then.
        self.writer.finish()
        self.writer.join(patience_s)
        if self.writer.is_alive():
            self.process.kill()
            self.writer.join()
        code = end(self.process, patience_s=patience_s)
        if self.reader.wait(int(1000 * patience_s)):
            assert self.process.stdout is not None
            self.process.stdout.close()
            self.reader.deleteLater()
        else:
            log.warning("something of the engine's still holds its output open")
        return code


class Reader(QThread):
    """Reads events until the engine's output ends.

    Signals
    -------
    heard
        The reader, and an event that is no snapshot: of those it keeps the latest.
    ended
        The reader; there is no more to read.
    """

    heard = Signal(object, object)
    ended = Signal(object)

    def __init__(self, stdout: IO[str], parent: QObject) -> None:
        super().__init__(parent)
        self._stdout = stdout
        self.latest: Snapshot | None = None

    def run(self) -> None:
        """The thread's work."""
        garbage = 0
        # Reading fails when the pipe is closed under a reader that would not end.
        with contextlib.suppress(OSError, ValueError):
            for line in self._stdout:
                try:
                    event = EVENTS.decode(line)
                except (ValueError, TypeError, KeyError, RecursionError) as error:
                    # A library that prints to standard output must not end the sound.
                    garbage += 1
                    if garbage <= LOGGED_GARBAGE and line.strip():
                        log.warning("the engine said something that is no event: %s", error)
                    continue
                if isinstance(event, Snapshot):
                    self.latest = event
                else:
                    self.heard.emit(self, event)
        self.ended.emit(self)


class Writer(threading.Thread):
    """Writes orders in turn. A plain thread: it tells nobody anything."""

    def __init__(self, stdin: IO[str]) -> None:
        super().__init__(name="engine orders", daemon=True)
        self._stdin = stdin
        self._orders: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def send(self, line: str) -> None:
        """Have a line written."""
        self._orders.put(line)

    def finish(self) -> None:
        """Write what waits, then close."""
        self._orders.put(None)

    def run(self) -> None:
        """The thread's work."""
        # The engine may be gone already; the reader tells of it.
        with contextlib.suppress(OSError, ValueError):
            while (line := self._orders.get()) is not None:
                self._stdin.write(line + "\n")
                self._stdin.flush()
        with contextlib.suppress(OSError, ValueError):
            self._stdin.close()
