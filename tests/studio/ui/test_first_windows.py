"""At the start, nothing but the window is shown: no part of it flashes up as a window of its own."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class ShownWindows(QObject):
    """The kinds of all windows that are shown, in order."""

    def __init__(self):
        super().__init__()
        self.kinds = []

    def eventFilter(self, shown, event):
        if event.type() == QEvent.Type.Show and isinstance(shown, QWidget) and shown.isWindow():
            self.kinds.append(type(shown).__name__)
        return False


def test_the_main_window_alone_is_shown(start, qapp):
    windows = ShownWindows()
    qapp.installEventFilter(windows)
    try:
        start().window.complete()
    finally:
        qapp.removeEventFilter(windows)
    assert windows.kinds == ["MainWindow"]
