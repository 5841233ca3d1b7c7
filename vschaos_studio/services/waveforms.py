"""Small waveforms of many files: computed on worker threads when a row is first seen, then kept.

Lives in the window's thread. What was asked for last is computed first, so that the rows on screen come before those
that were only scrolled past.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from vschaos.data.waveform import overview
from vschaos.errors import VschaosError
from vschaos_studio.services.tasks import RunningTask, TaskContext, TaskRunner

COLUMNS = 160
"""Stretches of a small waveform: one a pixel."""

AT_ONCE = 2
WAITING = 64
"""How many requests wait; older ones are dropped, and come again when their row is painted again."""


class Waveforms(QObject):
    """A cache of peaks, by file.

    Signals
    -------
    ready
        The path whose peaks have come.
    """

    ready = Signal(object)

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._peaks: dict[Path, NDArray[np.float32]] = {}
        self._waiting: list[Path] = []
        self._running: dict[Path, RunningTask | None] = {}

    def peaks(self, path: Path) -> NDArray[np.float32] | None:
        """Minima and maxima, shape (2, COLUMNS), or None until :attr:`ready` is emitted for them.

        A file that cannot be read any more has no columns: shape (2, 0).
        """
        found = self._peaks.get(path)
        if found is None and path not in self._running:
            if path in self._waiting:
                self._waiting.remove(path)
            self._waiting.append(path)
            del self._waiting[:-WAITING]
            self._start()
        return found

    def clear(self) -> None:
        """Forget everything, and give up what is under way."""
        self._waiting.clear()
        for task in self._running.values():
            if task is not None:
                task.cancel()
        self._running.clear()
        self._peaks.clear()

    def _start(self) -> None:
        while self._waiting and len(self._running) < AT_ONCE:
            path = self._waiting.pop()
            self._running[path] = None
            job = _Overview(path)
            task = self._tasks.run_task(job.compute, self._take, lambda error, path=path: self._miss(path, error))
            # Tasks that run at once have called back already.
            if path in self._running:
                self._running[path] = task

    def _take(self, result: tuple[Path, NDArray[np.float32]]) -> None:
        self._keep(*result)

    def _miss(self, path: Path, _error: VschaosError) -> None:
        self._keep(path, np.zeros((2, 0), np.float32))

    def _keep(self, path: Path, peaks: NDArray[np.float32]) -> None:
        self._running.pop(path, None)
        self._peaks[path] = peaks
        self.ready.emit(path)
        self._start()


class _Overview:
    def __init__(self, path: Path) -> None:
        self._path = path

    def compute(self, _context: TaskContext) -> tuple[Path, NDArray[np.float32]]:
        return self._path, overview(self._path, COLUMNS)
