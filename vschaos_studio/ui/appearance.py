"""How the window looks: its theme, how large controls are, and whether anything is animated.

The user chooses in the View menu, or leaves it to the system; both count at once.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from vschaos_studio.services.system_looks import SystemLooks
from vschaos_studio.settings.declaration import Setting
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import LARGE_CONTROLS, REDUCED_MOTION, THEME
from vschaos_studio.ui.live_theme import LiveTheme
from vschaos_studio.ui.stylesheet import font_of, palette, stylesheet
from vschaos_studio.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Theme

THEMES = {"dark": DARK, "light": LIGHT, "high contrast": HIGH_CONTRAST}
"""By the value of the setting; empty is that of the system."""

ON, OFF = "on", "off"


class Appearance(QObject):
    """Decides, and dresses the application.

    Signals
    -------
    changed
        The theme, the size of controls or the motion is another one now.

    Attributes
    ----------
    theme
        The window's: it changes its values.
    """

    changed = Signal()

    def __init__(self, application: QApplication, settings: Settings, system: SystemLooks) -> None:
        super().__init__()
        self._application = application
        self._settings = settings
        self._system = system
        self._shown = self._wanted()
        self.theme = LiveTheme(self._shown[0])
        self._colour()
        system.changed.connect(self.refresh)

    @property
    def large(self) -> bool:
        """Whether every control is large enough for a finger."""
        return self._is_on(LARGE_CONTROLS, self._system.has_touch_screen)

    @property
    def less_motion(self) -> bool:
        """Whether nothing is animated but what shows the sound."""
        return self._is_on(REDUCED_MOTION, self._system.less_motion)

    def choose(self, setting: Setting[str], value: str) -> None:
        """Choose a theme, or switch one of the others on or off; empty leaves it to the system."""
        self._settings.set(setting, value)
        self.refresh()

    def chosen(self, setting: Setting[str]) -> str:
        """What was chosen."""
        return self._settings.get(setting)

    def refresh(self) -> None:
        """Show what is wanted now."""
        shown = self._wanted()
        if shown == self._shown:
            return
        is_dressed = shown[0] == self._shown[0]
        self._shown = shown
        if not is_dressed:
            self.theme.show(shown[0])
            self.dress()
        self.changed.emit()

    def dress(self) -> None:
        """Give the application its colours and sizes.

        While there is a style sheet, Qt applies it anew to all that is in a widget whenever that gets into another one:
        the first time, a window is made before.
        """
        self._colour()
        self._application.setStyleSheet(stylesheet(self.theme))

    def _colour(self) -> None:
        scheme = Qt.ColorScheme.Light if self.theme.is_light else Qt.ColorScheme.Dark
        self._system.override(scheme if self._settings.get(THEME) in THEMES else Qt.ColorScheme.Unknown)
        self._application.setPalette(palette(self.theme))
        # As in the style sheet, for what is measured before.
        self._application.setFont(font_of(self.theme.body))

    def _wanted(self) -> tuple[Theme, bool]:
        by_system = HIGH_CONTRAST if self._system.is_contrasty else LIGHT if self._system.is_light else DARK
        theme = THEMES.get(self._settings.get(THEME), by_system)
        return theme.large() if self.large else theme, self.less_motion

    def _is_on(self, setting: Setting[str], by_system: bool) -> bool:
        chosen = self._settings.get(setting)
        return chosen == ON if chosen in (ON, OFF) else by_system
