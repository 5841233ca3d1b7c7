"""Makes the menu bar and its shortcuts from the table of actions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from vschaos_studio.ui.actions.entries import ENTRIES, Entry, Menu

if TYPE_CHECKING:
    from vschaos_studio.ui.main_window import MainWindow


def build_menus(window: MainWindow) -> dict[str, QAction]:
    """Fill the window's menu bar; returns the actions by id."""
    bar = window.menuBar()
    menus = {menu: bar.addMenu(menu.value) for menu in Menu}
    actions: dict[str, QAction] = {}
    for entry in ENTRIES:
        action = QAction(entry.text, window)
        action.setShortcuts([QKeySequence(keys) for keys in entry.shortcuts])
        action.triggered.connect(partial(_run, entry, window))
        if entry.starts_group:
            menus[entry.menu].addSeparator()
        menus[entry.menu].addAction(action)
        # Also on the window itself: shortcuts go on working while the menu bar is hidden.
        window.addAction(action)
        actions[entry.id] = action
    return actions


def _run(entry: Entry, window: MainWindow, _checked: bool = False) -> None:
    entry.run(window)
