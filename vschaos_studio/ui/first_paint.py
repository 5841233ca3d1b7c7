"""Says when a window has been painted for the first time: what can wait, waits for that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

LATEST_MS = 2000
"""A window that starts minimised is not painted; what waits for it must not wait for ever."""


class FirstPaint(QObject):
    """Watches one window.

    Signals
    -------
    painted
        Once: the first picture is on the screen, or none will come soon.
    """

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._latest = QTimer(self)
        self._latest.setSingleShot(True)
        self._latest.setInterval(LATEST_MS)
        self._latest.timeout.connect(self._tell)
        self._latest.start()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the paint; its picture is sent off when this event is over."""
        if event.type() is QEvent.Type.Paint and watched is self._window:
            self._window.removeEventFilter(self)
            self._latest.setInterval(0)
        return False

    def _tell(self) -> None:
        self._window.removeEventFilter(self)
        self.painted.emit()
