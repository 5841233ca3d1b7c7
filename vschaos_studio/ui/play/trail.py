"""The fading trail behind a dot on the pad."""

from __future__ import annotations

import collections
import itertools
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

ToPixels = Callable[[float, float], QPointF]

SOFTEST = 0.35
"""Share of its opacity that a trail keeps in silence."""

WIDEST_PX = 5.0
"""What loudness adds to its width; the trail is a pixel wide without it."""


class Trail:
    """Places with the times at which they were reached, and how loud it was there.

    Parameters
    ----------
    lasts_s
        How long a place is seen.
    strength
        Opacity of the newest stretch, 0…1.
    clock
        Seconds, monotonic.
    """

    def __init__(self, *, lasts_s: float, strength: float, clock: Callable[[], float]) -> None:
        self._lasts_s = lasts_s
        self._strength = strength
        self._clock = clock
        self._places: collections.deque[tuple[float, float, float, float]] = collections.deque()

    def __bool__(self) -> bool:
        return bool(self._places)

    def add(self, start: tuple[float, float], stop: tuple[float, float], loudness: float = 1.0) -> None:
        """The dot moved from ``start`` to ``stop``, while it was so loud, 0…1."""
        now = self._clock()
        if not self._places:
            self._places.append((*start, now, loudness))
        self._places.append((*stop, now, loudness))

    def clear(self) -> None:
        """Forget all places."""
        self._places.clear()

    def fade(self) -> None:
        """Forget what is no longer seen."""
        oldest = self._clock() - self._lasts_s
        while self._places and self._places[0][2] < oldest:
            self._places.popleft()

    def area(self, to_pixels: ToPixels) -> QRect:
        """What it covers, in pixels; there must be places."""
        places = [to_pixels(x, y) for x, y, *_ in self._places]
        left, right = min(p.x() for p in places), max(p.x() for p in places)
        top, bottom = min(p.y() for p in places), max(p.y() for p in places)
        return QRectF(left - 6, top - 6, right - left + 12, bottom - top + 12).toAlignedRect()

    def paint(self, painter: QPainter, to_pixels: ToPixels, colour: str) -> None:
        """Paint it, the thinner and fainter the older and the softer."""
        now = self._clock()
        shade = QColor(colour)
        places = [(to_pixels(x, y), then, loudness) for x, y, then, loudness in self._places]
        for (start, *_), (stop, then, loudness) in itertools.pairwise(places):
            left = max(0.0, 1.0 - (now - then) / self._lasts_s)
            shade.setAlphaF(self._strength * left * (SOFTEST + (1.0 - SOFTEST) * loudness))
            painter.setPen(
                QPen(shade, 1.0 + WIDEST_PX * left * loudness, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            )
            painter.drawLine(start, stop)
