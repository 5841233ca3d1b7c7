"""A line of text to copy into another program."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from vschaos_studio.ui.widgets.roles import button

SAID_MS = 1500


class CopyLine(QWidget):
    """Shows a line, and copies it at a press."""

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setReadOnly(True)
        self.line.setAccessibleName(what)
        family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        self.line.setStyleSheet(f'QLineEdit {{ font-family: "{family}", monospace; }}')
        self.copy = button("Copy", tip=f"Copy {what}")
        self.copy.setFixedWidth(76)
        self.copy.clicked.connect(self._copy)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(SAID_MS)
        self._calm.timeout.connect(self._say_copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.copy)

    def set_text(self, text: str) -> None:
        """Show this."""
        self.line.setText(text)
        self.line.setCursorPosition(0)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.line.text())
        self.copy.setText("Copied")
        self._calm.start()

    def _say_copy(self) -> None:
        self.copy.setText("Copy")
