"""Work that takes longer than a frame, in a worker thread: one way to run it, follow it and cancel it.

The function runs in a worker thread; everything that is called back runs in the window's thread. A function that
fails with a :class:`~vschaos.errors.VschaosError` ends in ``on_error``. Any other exception is a bug: ``on_error``
gets a sentence, so that the page recovers, and the exception goes on to the crash hook of the window's thread.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

from vschaos.errors import VschaosError
from vschaos_studio.language import tr

log = logging.getLogger(__name__)


class TaskContext:
    """What a running function is given: it asks whether it was cancelled, and reports progress.

    Parameters
    ----------
    report
        Receives the arguments of one :meth:`progress`; called on the worker's thread.
    """

    def __init__(self, report: Callable[[tuple[object, ...]], None]) -> None:
        self._report = report
        self._lock = threading.Lock()
        self._cancelled = threading.Event()
        self._stops: list[Callable[[], None]] = []

    def cancelled(self) -> bool:
        """Whether the task was cancelled; ask often, and return early."""
        return self._cancelled.is_set()

    def progress(self, *values: object) -> None:
        """Hand ``values`` to ``on_progress`` in the window's thread."""
        if not self.cancelled():
            self._report(values)

    def when_cancelled(self, stop: Callable[[], None]) -> None:
        """Call ``stop`` as soon as the task is cancelled, at once if it is already: to end a child process, say."""
        with self._lock:
            if not self._cancelled.is_set():
                self._stops.append(stop)
                return
        stop()

    def cancel(self) -> None:
        """Called by the window."""
        with self._lock:
            self._cancelled.set()
            stops, self._stops = self._stops, []
        for stop in stops:
            stop()


class RunningTask(Protocol):
    """A task that was started."""

    def cancel(self) -> None:
        """Cancel the task: nothing is called back from now on. Harmless on a task that has ended."""
        ...

    @property
    def running(self) -> bool:
        """Whether it has neither ended nor been cancelled."""
        ...


class TaskRunner(Protocol):
    """What pages ask for: :class:`ThreadTasks`, or a double in tests."""

    def run_task(
        self,
        function: Callable[[TaskContext], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[VschaosError], None],
        on_progress: Callable[..., None] | None = None,
    ) -> RunningTask:
        """Start ``function``; its result goes to ``on_done``, its failure to ``on_error``.

        Parameters
        ----------
        function
            Runs in a worker thread. It must touch no widget, and return early when its context is cancelled.
        on_done
            Receives the result, in the window's thread.
        on_error
            Receives the error, in the window's thread.
        on_progress
            Receives what the function passes to ``context.progress``, in the window's thread.
        """
        ...


class ThreadTasks(QObject):
    """Runs tasks on a thread pool of its own. Lives in the window's thread; call :meth:`shutdown` before quitting.

    Parameters
    ----------
    threads
        How many tasks run at once; most of them wait for a child process or decode outside of the interpreter.
    """

    def __init__(self, *, threads: int = 4) -> None:
        super().__init__()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._running: set[_Relay] = set()

    def run_task(
        self,
        function: Callable[[TaskContext], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[VschaosError], None],
        on_progress: Callable[..., None] | None = None,
    ) -> RunningTask:
        """See :meth:`TaskRunner.run_task`."""
        relay = _Relay(function, on_done, on_error, on_progress)
        relay.over.connect(self._forget, Qt.ConnectionType.QueuedConnection)
        self._running.add(relay)
        self._pool.start(relay.work)
        return relay

    def shutdown(self, wait_ms: int = 5000) -> bool:
        """Cancel everything and wait for it; False if something would not end in time."""
        self._pool.clear()
        for relay in self._running:
            relay.cancel()
        ended = self._pool.waitForDone(wait_ms)
        if not ended:
            log.warning("some tasks did not end within %d ms", wait_ms)
        self._running.clear()
        return ended

    @Slot(object)
    def _forget(self, relay: object) -> None:
        self._running.discard(relay)  # pyright: ignore[reportArgumentType]


class _Relay(QObject):
    """Carries a task's signals from its worker to the window's thread, where this object lives."""

    over = Signal(object)
    _progressed = Signal(tuple)
    _result = Signal(object)
    _failure = Signal(object)

    def __init__(
        self,
        function: Callable[[TaskContext], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[VschaosError], None],
        on_progress: Callable[..., None] | None,
    ) -> None:
        super().__init__()
        self._function = function
        self._on_done, self._on_error, self._on_progress = on_done, on_error, on_progress
        self._context = TaskContext(self._progressed.emit)
        self._open = True
        # Slots of this object, queued: a bare function would be called in the worker.
        queued = Qt.ConnectionType.QueuedConnection
        self._progressed.connect(self._on_progress_made, queued)
        self._result.connect(self._hand_on_result, queued)
        self._failure.connect(self._hand_on_failure, queued)

    def work(self) -> None:
        """The worker's side."""
        try:
            result = None if self._context.cancelled() else self._function(self._context)
        except Exception as error:  # handed on, never swallowed: see _hand_on_failure
            self._failure.emit(error)
        else:
            self._result.emit(result)
        self.over.emit(self)

    @property
    def running(self) -> bool:
        """See :class:`RunningTask`."""
        return self._open

    def cancel(self) -> None:
        """See :class:`RunningTask`."""
        self._open = False
        self._context.cancel()

    @Slot(tuple)
    def _on_progress_made(self, values: tuple[object, ...]) -> None:
        if self._open and self._on_progress is not None:
            self._on_progress(*values)

    @Slot(object)
    def _hand_on_result(self, result: object) -> None:
        if self._open:
            self._open = False
            self._on_done(result)

    @Slot(object)
    def _hand_on_failure(self, error: Exception) -> None:
        if not self._open:
            log.info("a cancelled task failed", exc_info=error)
            return
        self._open = False
        if isinstance(error, VschaosError):
            log.info("a task failed: %s", error, exc_info=error)
            self._on_error(error)
            return
        self._on_error(VschaosError(tr("An internal error occurred."), tr("See the log for details.")))
        raise error
