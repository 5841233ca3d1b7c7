"""Reports that a window has been painted for the first time: what can wait starts then."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

LATEST_MS = 2000
"""A window that starts minimised is not painted; what waits for the paint starts after this time."""


class FirstPaint(QObject):
    """Watches one window.

    Signals
    -------
    painted
        Once: the window has been painted, or will not be soon.
    """

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._latest = QTimer(self)
        self._latest.setSingleShot(True)
        self._latest.setInterval(LATEST_MS)
        self._latest.timeout.connect(self._report)
        self._latest.start()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the paint; the picture is on the screen when this event is over."""
        if event.type() is QEvent.Type.Paint and watched is self._window:
            self._window.removeEventFilter(self)
            self._latest.setInterval(0)
        return False

    def _report(self) -> None:
        self._window.removeEventFilter(self)
        self.painted.emit()
