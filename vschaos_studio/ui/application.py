"""The application of Qt, which macOS asks to open files: it starts no program anew for them, as other systems do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from vschaos_studio.ui.local_urls import path_of


class StudioApplication(QApplication):
    """Hands on what the system asks it to open.

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
