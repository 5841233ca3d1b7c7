"""Keys as the window system sends them: to the menu or list that is open, else to the window with the focus."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

PLAIN = Qt.KeyboardModifier.NoModifier


def press(window, key, modifiers=PLAIN):
    """Press and release a key; shortcuts act as they do for the user."""
    application = QApplication.instance()
    popup = application.activePopupWidget()
    if popup is None and application.focusWindow() is None:
        window.activateWindow()
        application.processEvents()
    target = popup.windowHandle() if popup is not None else application.focusWindow()
    QTest.keyClick(target, key, modifiers)
    application.processEvents()
