"""What does not fit in a window: texts that are cut or squeezed, controls that are cut, or lie on one another."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QComboBox,
    QLabel,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

from vschaos_studio.ui.controls.elided_label import ElidedLabel


@dataclass(frozen=True)
class Screen:
    """A screen that the window is to fit on.

    Attributes
    ----------
    width, height
        In its own pixels.
    scale
        Its pixels for one of the window's.
    """

    width: int
    height: int
    scale: float = 1.0

    @property
    def name(self) -> str:
        """For files: ``1366x768-125``."""
        return f"{self.width}x{self.height}-{100 * self.scale:.0f}"

    @property
    def window(self) -> tuple[int, int]:
        """Width and height that a window has there, without the desktop's bar and its own title."""
        return int(self.width / self.scale), int(self.height / self.scale) - BARS


BARS = 24
"""Pixels that the window's title takes; a desktop's own bar is beside it, or hides."""

SCREENS = (
    Screen(1024, 664),
    Screen(1366, 768, 1.25),
    Screen(1920, 1080, 1.75),
    Screen(1440, 900),
    Screen(1920, 1080),
    Screen(3440, 1440),
)

SQUEEZED_CHARACTERS = 24
"""Lines of a text that is wrapped hold at least so many characters, or all of it."""


def misfits(window: QWidget) -> list[str]:
    """What does not fit, each in a line: the widget, and what is wrong with it."""
    seen = [widget for widget in window.findChildren(QWidget) if widget.isVisibleTo(window)]
    return [*_cut(seen), *_outside(seen, window), *_overlaps(seen)]


def _cut(widgets: list[QWidget]) -> Iterator[str]:
    for widget in widgets:
        match widget:
            case ElidedLabel():
                too_long = widget.fontMetrics().horizontalAdvance(widget.text()) > widget.contentsRect().width()
                if too_long and os.sep not in widget.text():  # a path may be as long as it likes
                    yield f"{name_of(widget)} is shortened"
            case QLabel() if widget.text():
                yield from _cut_label(widget)
            case QToolButton() | QTabBar():
                continue
            case QAbstractButton() | QComboBox():
                if widget.sizeHint().width() > widget.width() and widget.minimumWidth() < widget.width():
                    yield f"{name_of(widget)} needs {widget.sizeHint().width()} pixels, and has {widget.width()}"


def _cut_label(label: QLabel) -> Iterator[str]:
    if not label.wordWrap():
        if label.sizeHint().width() > label.width() + 1 and label.sizePolicy().horizontalPolicy().name != "Ignored":
            yield f"{name_of(label)} needs {label.sizeHint().width()} pixels, and has {label.width()}"
        return
    if label.heightForWidth(label.width()) > label.height() + 1:
        yield f"{name_of(label)} needs {label.heightForWidth(label.width())} pixels of height, and has {label.height()}"
    characters = label.width() / label.fontMetrics().averageCharWidth()
    if characters < min(SQUEEZED_CHARACTERS, len(label.text())):
        yield f"{name_of(label)} is squeezed to lines of {characters:.0f} characters"


def _outside(widgets: list[QWidget], window: QWidget) -> Iterator[str]:
    for widget in widgets:
        parent = widget.parentWidget()
        if parent is None or widget.isWindow() or _scrolls(widget, window):
            continue
        if not parent.rect().contains(widget.geometry()) and not widget.geometry().isEmpty():
            yield f"{name_of(widget)} reaches out of {name_of(parent)}"


def _scrolls(widget: QWidget, window: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False


def _overlaps(widgets: list[QWidget]) -> Iterator[str]:
    controls = [one for one in widgets if _is_leaf(one)]
    places = {one: _place(one) for one in controls}
    for one, other in combinations(controls, 2):
        if one.isAncestorOf(other) or other.isAncestorOf(one) or one.window() is not other.window():
            continue
        if places[one].intersects(places[other]):
            yield f"{name_of(one)} and {name_of(other)} lie on one another"


def _is_leaf(widget: QWidget) -> bool:
    """Whether it shows something by itself, rather than to hold others."""
    overlay = widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    if isinstance(widget, QAbstractButton | QLabel | QComboBox | QAbstractSlider):
        return not overlay
    return not overlay and not any(isinstance(child, QWidget) for child in widget.children())


def _place(widget: QWidget) -> QRect:
    """Where it can be seen in its window."""
    place = QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QScrollArea):
            view = above.viewport()
            place = place.intersected(QRect(view.mapTo(widget.window(), QPoint(0, 0)), view.size()))
        above = above.parentWidget()
    return place


def name_of(widget: QWidget) -> str:
    """A widget for people: its class, and what it says."""
    said = widget.accessibleName() or (widget.text() if isinstance(widget, QLabel | QAbstractButton) else "")
    return f"{type(widget).__name__} “{said}”" if said else type(widget).__name__
