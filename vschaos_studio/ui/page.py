"""What the pages share: margins, a title row, and Enter for the main action."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from vschaos_studio.ui.controls.help_button import help_button, set_topic
from vschaos_studio.ui.controls.layouts import hbox, vbox
from vschaos_studio.ui.controls.styled_widgets import label

MARGIN, SPACING = 24, 16


class Page(QWidget):
    """A page with a title; ``header`` holds what is to the right of it, ``body`` what is below.

    Enter presses the button that has the focus, else the page's own default button.

    Parameters
    ----------
    topic
        Where the guide explains the page.
    """

    def __init__(self, title: str, topic: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_topic(self, topic)
        self.title = label(title, "title")
        self.header = hbox(self.title, help_button(topic, title), 8)
        self.body = vbox(self.header, margins=(MARGIN, 16, MARGIN, MARGIN), spacing=SPACING, on=self)

    def first_control(self) -> QWidget | None:
        """What has the focus when the page is shown first; None: the first control below the title."""
        return None

    def default_button(self) -> QPushButton | None:
        """The main action now, if there is one."""
        return None

    def escape_button(self) -> QPushButton | None:
        """What Escape presses now, if anything (`vschaos_studio.ui.escape`)."""
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See QWidget."""
        pressed: QPushButton | None = None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = QApplication.focusWidget()
            pressed = focused if isinstance(focused, QPushButton) else self.default_button()
        if pressed is not None and pressed.isVisible() and pressed.isEnabled():
            pressed.click()
            event.accept()
            return
        super().keyPressEvent(event)
