"""The application of Qt: what macOS asks it to open, and what it says before it aborts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMessageLogContext, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from vschaos_studio.ui.local_urls import path_of


class StudioApplication(QApplication):
    """Hands on what macOS asks it to open, where other systems start the program anew.

    Signals
    -------
    asked
        The paths of one request.
    """

    asked = Signal(object)

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))

    def event(self, event: QEvent) -> bool:
        """See QApplication."""
        if isinstance(event, QFileOpenEvent) and (path := path_of(event.url())) is not None:
            self.asked.emit((path,))
            return True
        return super().event(event)


@contextmanager
def fatal_messages(handle: Callable[[str], None]) -> Iterator[None]:
    """Call ``handle`` with what Qt says before it aborts, as it does where it cannot open a window."""
    messages: list[str] = []

    def read(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        messages.append(message)
        if kind is QtMsgType.QtFatalMsg:
            handle("\n".join(messages))
        else:
            print(message, file=sys.stderr)

    before = qInstallMessageHandler(read)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
