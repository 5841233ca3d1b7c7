"""Which controls of a window are too small for a finger."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)

from testing.fit import name_of
from vschaos_studio.ui.controls.control_switch import ControlSwitch
from vschaos_studio.ui.play.keyboard import PianoKeyboard
from vschaos_studio.ui.play.pad import LatentPad
from vschaos_studio.ui.play.snapshot_slots import SnapshotSlots
from vschaos_studio.ui.theme import FINGER

PRESSED = (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTabBar,
    ControlSwitch,
    PianoKeyboard,
    LatentPad,
    SnapshotSlots,
)


def too_small(window: QWidget) -> list[str]:
    """The controls and rows of lists that are less than `FINGER` pixels wide or high, each in a line.

    Scroll bars are left out.
    """
    found = [
        f"{name_of(one)} is {one.width()} × {one.height()}"
        for one in window.findChildren(QWidget)
        if one.isVisibleTo(window) and _is_control(one) and min(one.width(), one.height()) < FINGER
    ]
    for tabs in window.findChildren(QTabBar):
        if tabs.isVisibleTo(window):
            sizes = [tabs.tabRect(place).size() for place in range(tabs.count())]
            found += [f"a tab is {s.width()} × {s.height()}" for s in sizes if min(s.width(), s.height()) < FINGER]
    for view in window.findChildren(QAbstractItemView):
        if view.isVisibleTo(window) and view.model() is not None and view.model().rowCount():
            place = view.visualRect(view.model().index(0, 0))
            if 0 < place.height() < FINGER:
                found.append(f"{name_of(view)} has rows of {place.height()}")
    return found


def _is_control(widget: QWidget) -> bool:
    # The field of a spin box or a menu is pressed as a part of it, and a scroll bar is only one way to scroll.
    is_part = isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox | QAbstractItemView)
    return isinstance(widget, PRESSED) and not isinstance(widget, QScrollBar) and not is_part and widget.isEnabled()
