"""A button that copies a line of text for another program."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from vschaos_studio.language import tr
from vschaos_studio.ui.controls.styled_widgets import plain_tip

SHOWN_MS = 1500
WIDTH = 76
"""As wide as “Copied”, so that nothing beside it moves."""


class CopyButton(QPushButton):
    """Copies a line when pressed, and shows so for a moment.

    Parameters
    ----------
    title
        On the button; not longer than “Copied”.
    what
        What is copied, for screen readers.
    """

    def __init__(self, title: str, what: str) -> None:
        super().__init__(title)
        self.copied = ""
        self._title = title
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Copy {what}", what=what))
        self.setFixedWidth(WIDTH)
        self.clicked.connect(self._copy)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(SHOWN_MS)
        self.timer.timeout.connect(self._show_title)

    def set_copied(self, text: str) -> None:
        """Copy this from now on; the tool tip shows it."""
        self.copied = text
        self.setToolTip(plain_tip(tr("Copy “{text}”", text=text)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.copied)
        self.setText(tr("Copied"))
        self.timer.start()

    def _show_title(self) -> None:
        self.setText(self._title)
