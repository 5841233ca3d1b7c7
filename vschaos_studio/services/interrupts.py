"""Ctrl+C in the terminal, and a polite kill, end the studio as closing its window does, but without a question.

Python runs signal handlers between its own instructions, and a waiting Qt runs none of them: so the signal writes
a byte into a socket, which wakes Qt.
"""

from __future__ import annotations

import contextlib
import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

WATCHED = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Interrupts(QObject):
    """Turns signals of the operating system into one of Qt's.

    Signals
    -------
    received
        The program was asked to end.
    """

    received = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ours, self._theirs = socket.socketpair()
        for end in (self._ours, self._theirs):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        self._former_fd = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        # The handlers do nothing: the wake-up byte is the message.
        self._former = {number: signal.signal(number, lambda *_: None) for number in WATCHED}

    def close(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._former_fd)
        for number, handler in self._former.items():
            signal.signal(number, handler)
        for end in (self._ours, self._theirs):
            end.close()

    @Slot()
    def _wake(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._ours.recv(64)
        self.received.emit()
