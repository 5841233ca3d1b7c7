"""The theme of the window, which can change while it is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, Signal

from vschaos_studio.ui.theme import Theme


class _Notifier(QObject):
    changed = Signal()


class LiveTheme(Theme):
    """Has the values of one theme after the other.

    Who reads a colour whenever it paints needs nothing more; who keeps something made of colours follows it.

    Parameters
    ----------
    shown
        Whose values it has at first.
    """

    def __init__(self, shown: Theme, *, is_canvas: bool = False) -> None:
        super().__init__()
        self._notifier = _Notifier()
        self._canvas = self if is_canvas else LiveTheme(shown.canvas, is_canvas=True)
        vars(self).update(vars(shown))

    @property
    def canvas(self) -> Theme:
        """As of the theme that is shown; it changes along."""
        return self._canvas

    def follow(self, show: Callable[[], object]) -> None:
        """Call a method of a QObject whenever the colours change, as long as the object lives."""
        self._notifier.changed.connect(show)

    def show(self, theme: Theme) -> None:
        """Have the values of another theme."""
        if self._canvas is not self:
            cast(LiveTheme, self._canvas).show(theme.canvas)
        vars(self).update(vars(theme))
        self._notifier.changed.emit()
