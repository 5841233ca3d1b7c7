"""The theme of the window, which can change while it is open."""

from __future__ import annotations

from collections.abc import Callable
from types import MethodType
from typing import cast
from weakref import WeakMethod

import shiboken6

from vschaos_studio.ui.theme import Theme


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
        self._followers: list[WeakMethod[Callable[[], object]]] = []
        self._canvas = self if is_canvas else LiveTheme(shown.canvas, is_canvas=True)
        vars(self).update(vars(shown))

    @property
    def canvas(self) -> Theme:
        """As of the theme that is shown; it changes along."""
        return self._canvas

    def follow(self, show: Callable[[], object]) -> None:
        """Call a method whenever the colours change, as long as its object lives."""
        self._followers.append(WeakMethod(show))

    def show(self, theme: Theme) -> None:
        """Have the values of another theme."""
        if self._canvas is not self:
            cast(LiveTheme, self._canvas).show(theme.canvas)
        vars(self).update(vars(theme))
        kept: list[WeakMethod[Callable[[], object]]] = []
        for one in self._followers:
            show = cast(MethodType | None, one())
            if show is not None and shiboken6.isValid(show.__self__):
                kept.append(one)
                show()
        self._followers = kept
