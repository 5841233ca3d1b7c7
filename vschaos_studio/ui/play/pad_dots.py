"""The two dots of the pad with their trails: where the user is, and where it sounds with what moves by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from vschaos_studio.ui.play.pad_geometry import cross_strips, square_around, to_pixels
from vschaos_studio.ui.play.pad_marks import paint_cursor, paint_dot, paint_finger
from vschaos_studio.ui.play.trail import Trail
from vschaos_studio.ui.theme import Theme

TRAIL_S = 1.0
SOUNDING_TRAIL_S = 0.6
TRAIL_DB = (-48.0, -3.0)
"""Levels at which the trail is a thin line, and at which it is widest."""

CURSOR_PX, DOT_PX = 36, 9
"""How far from its centre a dot is painted."""


class PadDots:
    """Moves the dots, and updates no more of the pad than what they cover.

    Parameters
    ----------
    field
        Returns where coordinates −1…1 lie in the pad.
    theme
        That of the field.
    clock
        Seconds, monotonic: the trails fade by it.
    is_still
        Returns whether nothing is animated.

    Attributes
    ----------
    position
        Where the user is, x and y.
    sounding
        Where it sounds; None where that is the position.
    trail
        That of the user's dot.
    fingers
        Where further fingers sound voices, by their numbers.
    """

    def __init__(
        self,
        pad: QWidget,
        field: Callable[[], QRect],
        theme: Theme,
        clock: Callable[[], float],
        is_still: Callable[[], bool] = lambda: False,
    ) -> None:
        self._pad = pad
        self._field = field
        self._theme = theme
        self._is_still = is_still
        self._playing = False
        self._loudness = 0.0
        self._sounding_trail = Trail(lasts_s=SOUNDING_TRAIL_S, strength=0.45, clock=clock)
        self.position = (0.0, 0.0)
        self.sounding: tuple[float, float] | None = None
        self.fingers: dict[int, tuple[float, float]] = {}
        self.trail = Trail(lasts_s=TRAIL_S, strength=0.6, clock=clock)

    def jump_to(self, x: float, y: float) -> None:
        """Put the user's dot somewhere, without a trail."""
        self.trail.clear()
        self.position = (x, y)
        self._pad.update()

    def go_to(self, x: float, y: float) -> None:
        """Move the user's dot, with a trail."""
        if (x, y) == self.position:
            return
        self._update_cursor()
        if not self._is_still():
            self.trail.add(self.position, (x, y), self._loudness)
        self.position = (x, y)
        self._update_cursor()

    def show_sounding(self, place: tuple[float, float] | None) -> None:
        """Move the second dot; None where it sounds at the position."""
        before = self.sounding
        if place == before:
            return
        self.sounding = place
        for one in (before, place):
            if one is not None:
                self._pad.update(square_around(self._field(), *one, DOT_PX))
        if before is not None and place is not None and not self._is_still():
            self._sounding_trail.add(before, place, self._loudness)

    def put_finger(self, finger: int, place: tuple[float, float] | None) -> None:
        """Show a dot for a finger; None where it has left."""
        before = self.fingers.pop(finger, None)
        if place is not None:
            self.fingers[finger] = place
        for one in (before, place):
            if one is not None:
                self._pad.update(square_around(self._field(), *one, CURSOR_PX))

    def show_playing(self, playing: bool) -> None:
        """Whether the instrument sounds: the user's dot glows."""
        if playing != self._playing:
            self._playing = playing
            self._pad.update(square_around(self._field(), *self.position, CURSOR_PX))

    def show_level(self, level_db: float) -> None:
        """How loud it is: from now on the trails are as wide."""
        quietest, loudest = TRAIL_DB
        self._loudness = min(max((level_db - quietest) / (loudest - quietest), 0.0), 1.0)

    def clear_trails(self) -> None:
        """Forget where the dots were."""
        self.trail.clear()
        self._sounding_trail.clear()

    def tick(self) -> None:
        """Let the trails fade; costs nothing while there is none."""
        for trail in (self.trail, self._sounding_trail):
            if trail:
                self._pad.update(trail.area(self._to_pixels))
                trail.fade()

    def paint_trails(self, painter: QPainter) -> None:
        """The trails, below the dots."""
        self.trail.paint(painter, self._to_pixels, self._theme.accent)
        self._sounding_trail.paint(painter, self._to_pixels, self._theme.text)

    def paint(self, painter: QPainter) -> None:
        """The dots."""
        centre = self._to_pixels(*self.position)
        paint_cursor(painter, centre, self._field(), self._theme, playing=self._playing)
        for place in self.fingers.values():
            paint_finger(painter, self._to_pixels(*place), self._theme)
        if self.sounding is not None:
            paint_dot(painter, self._to_pixels(*self.sounding), self._theme)

    def _to_pixels(self, x: float, y: float) -> QPointF:
        return to_pixels(self._field(), x, y)

    def _update_cursor(self) -> None:
        """The user's dot, and its cross hair."""
        field = self._field()
        for part in (square_around(field, *self.position, CURSOR_PX), *cross_strips(field, *self.position)):
            self._pad.update(part)
