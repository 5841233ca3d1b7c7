"""A button that copies a line of text for another program."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

SAID_MS = 1500
WIDTH = 76
"""As wide as “Copied”, so that nothing beside it moves."""


class CopyButton(QPushButton):
    """Copies a line at a press, and says so for a moment.

    Parameters
    ----------
    title
        On the button; a word that is no longer than “Copied”.
    what
        What is copied, for those who hear the page rather than see it.
    """

    def __init__(self, title: str, what: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.copied = ""
        self._title = title
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"Copy {what}")
        self.setFixedWidth(WIDTH)
        self.clicked.connect(self._copy)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(SAID_MS)
        self._calm.timeout.connect(self._say_title)

    def set_copied(self, text: str) -> None:
        """Copy this from now on; the tool tip shows it."""
        self.copied = text
        self.setToolTip(f"Copy “{text}”")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.copied)
        self.setText("Copied")
        self._calm.start()

    def _say_title(self) -> None:
        self.setText(self._title)
