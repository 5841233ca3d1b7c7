"""The submenu that chooses the language of the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from vschaos_studio.language import tr
from vschaos_studio.services.languages import LANGUAGES
from vschaos_studio.settings.table import LANGUAGE
from vschaos_studio.ui.actions.window import StudioWindow


class LanguageMenu(QMenu):
    """The language of the system, or one that has a catalogue; a change waits for the next start."""

    def __init__(self, window: StudioWindow) -> None:
        super().__init__(tr("&Language"), window)
        self._window = window
        group = QActionGroup(self)
        for code, name in {"": tr("As the system"), **LANGUAGES}.items():
            action = group.addAction(name)
            action.setCheckable(True)
            action.setChecked(code == window.settings.get(LANGUAGE))
            action.triggered.connect(partial(self._choose, code))
        self.addActions(group.actions())

    def _choose(self, code: str, _checked: bool = False) -> None:
        if code != self._window.settings.get(LANGUAGE):
            self._window.settings.set(LANGUAGE, code)
            self._window.notices.info(tr("The window changes its language at the next start."))
