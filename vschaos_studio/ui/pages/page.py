"""What the pages share: margins, a title row, and Enter for the one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vschaos_studio.ui.widgets.roles import label

MARGIN, SPACING = 24, 16


class Page(QWidget):
    """A page with a title; ``header`` takes what stands to the right of it, ``body`` what stands below.

    Enter presses the button that has the focus, else the page's own default button.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(MARGIN, 16, MARGIN, MARGIN)
        self.body.setSpacing(SPACING)
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.title = label(title, "title")
        self.header.addWidget(self.title)
        self.header.addSpacing(8)
        self.body.addLayout(self.header)

    def default_button(self) -> QPushButton | None:
        """The one thing to do now, if there is one."""
        return None

    def escape_button(self) -> QPushButton | None:
        """What Escape presses now, if anything."""
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See QWidget."""
        pressed: QPushButton | None = None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = QApplication.focusWidget()
            pressed = focused if isinstance(focused, QPushButton) else self.default_button()
        elif event.key() == Qt.Key.Key_Escape:
            pressed = self.escape_button()
        if pressed is not None and pressed.isVisible() and pressed.isEnabled():
            pressed.click()
            event.accept()
            return
        super().keyPressEvent(event)
