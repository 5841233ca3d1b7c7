"""What the View menu offers of how the window looks."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from vschaos_studio.language import tr
from vschaos_studio.settings.declaration import Setting
from vschaos_studio.settings.table import LARGE_CONTROLS, REDUCED_MOTION, THEME
from vschaos_studio.ui.actions.window import StudioWindow
from vschaos_studio.ui.appearance import OFF, ON

THEMES = {
    "": tr("As the system"),
    "dark": tr("Dark", "theme"),
    "light": tr("Light", "theme"),
    "high contrast": tr("High contrast"),
}


class ThemeMenu(QMenu):
    """The theme of the system, or one of three; a change is seen at once."""

    def __init__(self, window: StudioWindow) -> None:
        super().__init__(tr("&Theme"), window)
        group = QActionGroup(self)
        for name, text in THEMES.items():
            action = group.addAction(text)
            action.setCheckable(True)
            action.setChecked(name == window.appearance.chosen(THEME))
            action.triggered.connect(partial(_choose, window, THEME, name))
        self.addActions(group.actions())


class AppearanceSwitch(QAction):
    """Something that is on as the system asks for it, until the user switches it."""

    def __init__(self, window: StudioWindow, text: str, setting: Setting[str], field: str) -> None:
        super().__init__(text, window)
        self._window, self._setting, self._field = window, setting, field
        self.setCheckable(True)
        self.triggered.connect(self._switch)
        window.appearance.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.setChecked(getattr(self._window.appearance, self._field))

    def _switch(self, on: bool) -> None:
        self._window.appearance.choose(self._setting, ON if on else OFF)


def add_appearance(menu: QMenu, window: StudioWindow) -> None:
    """Add theme, large controls and less motion to a menu."""
    menu.addMenu(ThemeMenu(window))
    menu.addAction(AppearanceSwitch(window, tr("Large &controls"), LARGE_CONTROLS, "large"))
    menu.addAction(AppearanceSwitch(window, tr("Reduce &motion"), REDUCED_MOTION, "less_motion"))


def _choose(window: StudioWindow, setting: Setting[str], value: str, _checked: bool = False) -> None:
    window.appearance.choose(setting, value)
