"""The keyboard's focus: what has it can be seen, and a page that is shown has it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from vschaos_studio.ui.actions.window import StudioWindow

AROUND = 12
"""Pixels that are visible around what has the focus."""


class FocusFollower(QObject):
    """Scrolls to what gets the focus, also where it comes from outside of the area; and keeps it on the page.

    A button that is pressed and then disabled or hidden would leave the focus to whatever comes after the page.
    """

    def __init__(self, window: StudioWindow) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        page = self._window.page
        lost = old is not None and page.isAncestorOf(old) and not (old.isVisible() and old.isEnabled())
        taken = new is not None and new.window() is self._window and not page.isAncestorOf(new)
        if lost and taken and page.isVisible():
            focus_content(page)
            return
        inside = new
        while new is not None and inside is not None:
            inside = inside.parentWidget()
            if isinstance(inside, QScrollArea) and new is not inside:
                inside.ensureWidgetVisible(new, AROUND, AROUND)


def tab_stops(within: QWidget) -> Iterator[QWidget]:
    """What the Tab key can reach in a widget now, in its order."""
    widget = within.nextInFocusChain()
    while widget is not None and widget is not within:
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if reached and within.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
            yield widget
        widget = widget.nextInFocusChain()


def focus_content(page: QWidget, first: QWidget | None = None) -> None:
    """Give the focus to what had it last on a page; else to ``first``, or to a control below the title.

    Fields do not get it by themselves: Space would be typed.
    """
    stops = list(tab_stops(page))
    below = [stop for stop in stops if stop.parentWidget() is not page]
    controls = [stop for stop in below if not isinstance(stop, QLineEdit | QPlainTextEdit)]
    last = page.focusWidget()
    wanted = [last] if last in below else [first] if first in stops else [*controls, *below, *stops]
    if wanted:
        wanted[0].setFocus(Qt.FocusReason.OtherFocusReason)


def open_context_menu() -> None:
    """Open the menu of what has the focus, by Shift+F10: of the keys for it, Qt knows Menu alone on some systems."""
    focused = QApplication.focusWidget()
    if focused is not None:
        at = focused.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, focused.mapToGlobal(at))
        QApplication.sendEvent(focused, event)
