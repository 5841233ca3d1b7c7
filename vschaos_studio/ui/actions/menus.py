"""Makes the menu bar and its shortcuts from the table of actions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from vschaos_studio.language import tr
from vschaos_studio.state.history import History
from vschaos_studio.ui.actions.appearance_menu import add_appearance
from vschaos_studio.ui.actions.entries import ENTRIES, Menu, MenuEntry
from vschaos_studio.ui.actions.language_menu import LanguageMenu
from vschaos_studio.ui.actions.project_actions import RecentProjects
from vschaos_studio.ui.actions.window import StudioWindow
from vschaos_studio.ui.controls.styled_widgets import menu_text


def build_menus(window: StudioWindow) -> dict[str, QAction]:
    """Fill the window's menu bar; returns the actions by id."""
    bar = window.menuBar()
    menus = {menu: bar.addMenu(menu.value) for menu in Menu}
    submenus: dict[str, QMenu] = {}
    actions: dict[str, QAction] = {}
    for entry in ENTRIES:
        action = QAction(entry.text, window)
        action.setShortcuts(_keys(entry))
        # A key that is held down acts once.
        action.setAutoRepeat(entry.menu is Menu.EDIT)
        action.triggered.connect(partial(_run, entry, window))
        menu = menus[entry.menu]
        if entry.starts_group:
            menu.addSeparator()
        if entry.submenu:
            if entry.submenu not in submenus:
                submenus[entry.submenu] = menu.addMenu(entry.submenu)
            menu = submenus[entry.submenu]
        menu.addAction(action)
        # Not in the menu alone: shortcuts work while the menu bar is hidden, too.
        window.addAction(action)
        actions[entry.id] = action
    menus[Menu.FILE].insertMenu(actions["save_project_as"], RecentProjects(window))
    menus[Menu.VIEW].addMenu(LanguageMenu(window))
    add_appearance(menus[Menu.VIEW], window)
    show = partial(_show_history, window.history, actions["undo"], actions["redo"])
    window.history.listen(show)
    show()
    return actions


def show_play_keys(actions: Mapping[str, QAction], shown: bool) -> None:
    """Give the actions of the Play page their keys, or take them away.

    They are shortcuts of the whole window, since those of a widget also act while a menu or a list is open over it.
    """
    for entry in ENTRIES:
        if entry.on_play_page:
            actions[entry.id].setShortcuts(_keys(entry) if shown else [])


def _keys(entry: MenuEntry) -> list[QKeySequence]:
    return [QKeySequence(keys) for keys in entry.shortcuts]


def _show_history(history: History, undo: QAction, redo: QAction) -> None:
    """Say in the menu what would be undone and redone."""
    done, undone = menu_text(history.undo_text), menu_text(history.redo_text)
    undo.setText(tr("&Undo {step}", step=done) if done else tr("&Undo"))
    undo.setEnabled(bool(done))
    redo.setText(tr("&Redo {step}", step=undone) if undone else tr("&Redo"))
    redo.setEnabled(bool(undone))


def _run(entry: MenuEntry, window: StudioWindow, _checked: bool = False) -> None:
    entry.run(window)
