"""The thread that follows one engine process."""

from __future__ import annotations

from typing import IO

from PySide6.QtCore import QObject, QThread, Signal

from vschaos.realtime.protocol import EVENTS, ORDERS, EngineStatus, Event, Order
from vschaos_studio.language import tr
from vschaos_studio.services.child_process import ChildProcess
from vschaos_studio.services.process import Launcher


class EngineProcess(QThread):
    """One engine, from its start to its end; made, started and stopped in the window's thread.

    Signals
    -------
    received
        This object, and an event that is not a status: of those it keeps the latest.
    ended
        This object: the engine's output has ended.
    """

    received = Signal(object, object)
    ended = Signal(object)

    def __init__(self, launcher: Launcher, *, patience_s: float, parent: QObject) -> None:
        super().__init__(parent)
        self.child = ChildProcess[Order, Event](
            launcher, ("engine",), tr("The sound engine"), EVENTS.decode, ORDERS.encode, patience_s=patience_s
        )
        self._patience_s = patience_s
        self.latest: EngineStatus | None = None

    def begin(self, stderr: IO[str]) -> None:
        """Start the process, then the thread; see :meth:`ChildProcess.start`."""
        self.child.start(stderr)
        self.start()

    def stop(self) -> int:
        """End the process, then the thread; returns the exit code."""
        code = self.child.close()
        if self.wait(int(1000 * self._patience_s)):
            self.deleteLater()
        return code

    def run(self) -> None:
        """The thread's work."""
        self.child.follow(self._receive)
        self.ended.emit(self)

    def _receive(self, event: Event) -> None:
        if isinstance(event, EngineStatus):
            self.latest = event
        else:
            self.received.emit(self, event)
