"""A child process of the studio: orders go in, events come out, and when it fails there is a sentence why. Qt-free.

Engine, trainer, exporter, extraction of pitch and forecast are all started, followed and ended here.
"""

from __future__ import annotations

import collections
import contextlib
import logging
import queue
import subprocess
import threading
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, Generic, TypeVar

from vschaos.errors import VschaosError
from vschaos.messages import MessageError, Problem
from vschaos_studio.language import tr, translated
from vschaos_studio.services.child_failure import ending, failure_of
from vschaos_studio.services.memory_kills import memory_kills
from vschaos_studio.services.process import Launcher

if TYPE_CHECKING:
    from vschaos_studio.services.tasks import TaskContext

log = logging.getLogger(__name__)

LOGGED_LINES = 20
"""How many lines that are not events are logged."""

KEPT_LINES = 200
"""How many of the last lines on standard error are kept to explain a failure."""

OrderT = TypeVar("OrderT")
EventT = TypeVar("EventT")
LastT = TypeVar("LastT")


class ChildProcess(Generic[OrderT, EventT]):
    """One run of a verb of the ``vschaos`` command.

    :meth:`send`, :meth:`terminate` and :meth:`kill` may be called on any thread at any time, also before
    :meth:`start`; they never block. One thread calls :meth:`follow`.

    Parameters
    ----------
    launcher
        Starts the process.
    arguments
        The verb and its options.
    name
        Of the work, to begin a sentence with: “The export”.
    decode
        Turns a line of its output into an event, or raises :class:`~vschaos.messages.MessageError`.
    encode
        Turns an order into a line.
    patience_s
        How long the child may take for each step of :meth:`close`.
    """

    def __init__(
        self,
        launcher: Launcher,
        arguments: tuple[str, ...],
        name: str,
        decode: Callable[[str], EventT],
        encode: Callable[[OrderT], str] = str,
        *,
        patience_s: float = 3.0,
    ) -> None:
        self._launcher, self._arguments, self._name = launcher, arguments, name
        self._decode, self._encode = decode, encode
        self._patience_s = patience_s
        self._orders: queue.SimpleQueue[OrderT | None] = queue.SimpleQueue()
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()
        self._reading = threading.Lock()
        self._errors: collections.deque[str] = collections.deque(maxlen=KEPT_LINES)
        self._threads: list[threading.Thread] = []
        self._memory_kills: int | None = None
        self._ran_out = False
        self.killed = False

    def start(self, stderr: IO[str] | None = None) -> None:
        """Start the process; its diagnostics go to the file ``stderr``, or are kept to explain a failure.

        Raises
        ------
        VschaosError
            If the program cannot be started.
        """
        self._memory_kills = memory_kills()
        try:
            process = self._launcher.popen(self._arguments, stderr=subprocess.PIPE if stderr is None else stderr)
        except OSError as error:
            log.exception("%s cannot be started", self._name)
            reason = translated(error.strerror or str(error))
            sentence = tr("{what} cannot be started: {reason}.", what=self._name, reason=reason)
            raise VschaosError(sentence, tr("Install the app again.")) from error
        with self._lock:
            self._process = process
            if self.killed:
                process.kill()
        for work in (self._write_orders, self._read_errors):
            thread = threading.Thread(target=work, args=(process,), name=f"{self._name}: {work.__name__}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def send(self, order: OrderT) -> None:
        """Write an order as soon as the process takes it."""
        self._orders.put(order)

    def terminate(self) -> None:
        """Ask the process to end, by a signal."""
        with self._lock:
            if self._process is not None:
                self._process.terminate()

    def kill(self) -> None:
        """End the process at once."""
        with self._lock:
            self.killed = True
            if self._process is not None:
                self._process.kill()

    def follow(self, receive: Callable[[EventT], LastT | None]) -> LastT | None:
        """Pass each event to ``receive`` until it returns something; None if the output ends before that.

        Lines that are not events are logged: a library that prints to standard output does not end the work.
        """
        stdout = self._running().stdout
        assert stdout is not None
        logged = 0
        with self._reading:
            # A process may be closed before its reader has begun.
            for line in () if stdout.closed else stdout:
                try:
                    event = self._decode(line)
                except MessageError as error:
                    logged += 1
                    if logged <= LOGGED_LINES and line.strip():
                        log.warning("%s printed a line that is not an event: %s", self._name, error)
                    continue
                last = receive(event)
                if last is not None:
                    return last
        return None

    def close(self) -> int:
        """Ask the process to end by closing its input, then by a signal, then kill it; returns its exit code."""
        process, patience_s = self._running(), self._patience_s
        writer, errors = self._threads
        # Only the writer may close the input: closing a pipe waits for a write to it, and a process that hangs reads
        # nothing. Killing it frees the writer.
        self._orders.put(None)
        writer.join(patience_s)
        if writer.is_alive():
            process.kill()
            writer.join()
        for push in (process.terminate, process.kill):
            try:
                process.wait(patience_s)
                break
            except subprocess.TimeoutExpired:
                push()
        code = process.wait()
        errors.join(patience_s)
        # A grandchild may hold the pipes open; closing them while another thread reads would block for ever.
        if self._reading.acquire(timeout=patience_s):
            self._reading.release()
            if process.stdout is not None:
                process.stdout.close()
        if process.stderr is not None and not errors.is_alive():
            process.stderr.close()
        now = memory_kills()
        self._ran_out = now is not None and self._memory_kills is not None and now > self._memory_kills
        log.info("%s ended with code %s", self._name, code)
        return code

    @property
    def returncode(self) -> int | None:
        """The exit code; negative for a signal on POSIX, None while the process runs."""
        return None if self._process is None else self._process.returncode

    @property
    def ending(self) -> str:
        """The sentence on how a closed process ended, as of :func:`~vschaos_studio.services.child_failure.ending`."""
        return ending(self._name, self.returncode, ran_out=self._ran_out)

    def failure(self, *, again: str = "", lighter: str = "") -> VschaosError:
        """Why a closed process ended too soon; see :func:`~vschaos_studio.services.child_failure.failure_of`."""
        said = "\n".join(self._errors)
        log.error("%s ended with code %s before its last event; it wrote:\n%s", self._name, self.returncode, said)
        return failure_of(self._name, self.returncode, said, ran_out=self._ran_out, again=again, lighter=lighter)

    def run_in_task(self, context: TaskContext, last: type[LastT]) -> LastT | None:
        """Start, report each event as progress, and return the last one; None if the task was cancelled.

        Raises
        ------
        VschaosError
            If the process cannot be started, reports a problem that is an error, or ends without its last event.
        """

        def receive(event: EventT) -> LastT | None:
            if isinstance(event, last):
                return event
            if isinstance(event, Problem) and event.is_error:
                raise VschaosError(event.sentence, event.remedy)
            context.progress(event)
            return None

        self.start()
        context.when_cancelled(self.terminate)
        try:
            result = self.follow(receive)
        finally:
            self.close()
        if result is None and not context.cancelled():
            raise self.failure()
        return result

    def _running(self) -> subprocess.Popen[str]:
        assert self._process is not None, "start() first"
        return self._process

    def _write_orders(self, process: subprocess.Popen[str]) -> None:
        stdin = process.stdin
        assert stdin is not None
        # The process may have ended already; whoever follows it sees that.
        with contextlib.suppress(OSError, ValueError):
            while (order := self._orders.get()) is not None:
                stdin.write(self._encode(order) + "\n")
                stdin.flush()
        with contextlib.suppress(OSError, ValueError):
            stdin.close()

    def _read_errors(self, process: subprocess.Popen[str]) -> None:
        # Always read: a full pipe would stop the child.
        for line in process.stderr or ():
            self._errors.append(line.rstrip())
            log.info("%s: %s", self._name, line.rstrip())
