"""The hands on the pad: one of mouse, pen and fingers moves the position, further fingers have voices of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QMouseEvent, QTabletEvent
from PySide6.QtWidgets import QWidget

from vschaos.performance.pen_decoder import FINGER_PRESSURE, PEN_PRESSURE
from vschaos_studio.ui.controls.fingers import Fingers

MOUSE, PEN = -1, -2
"""Stand for these where fingers have numbers."""


class HandsOnPad(Protocol):
    """What the hands do with the pad."""

    def begin(self, place: QPointF) -> None:
        """The position is touched here."""

    def play(self, place: QPointF) -> None:
        """The position moves here."""

    def play_voice(self, finger: int, place: QPointF) -> None:
        """A further finger begins or moves its voice here."""

    def end_voice(self, finger: int) -> None:
        """It leaves."""


class PadHands:
    """Tells the hands apart.

    A pen takes the position from a finger, which then was the palm. Nothing else takes it from the hand that has it.

    Parameters
    ----------
    widget, pad
        The pad, as a widget and as what is played.
    press
        Called with how hard a source of `vschaos.performance.pen_decoder` presses, 0…1.
    """

    def __init__(self, widget: QWidget, pad: HandsOnPad, press: Callable[[str, float], None]) -> None:
        self._pad = pad
        self._press = press
        self._leader: int | None = None
        self._voices: set[int] = set()
        self._fingers = Fingers(
            widget,
            pressed=self._put_finger,
            moved=self.move,
            lifted=self.lift,
            pressure=lambda share: press(FINGER_PRESSURE, share),
        )

    @property
    def down(self) -> bool:
        """Whether a hand has the position."""
        return self._leader is not None

    def lead(self, hand: int, place: QPointF) -> None:
        """The mouse or a pen goes down."""
        if self._leader is None or hand == PEN:
            self._leader = hand
            self._pad.begin(place)

    def move(self, hand: int, place: QPointF) -> None:
        """A hand that is down moves."""
        if hand == self._leader:
            self._pad.play(place)
        elif hand in self._voices:
            self._pad.play_voice(hand, place)

    def lift(self, hand: int) -> None:
        """A hand leaves; the position stays where it is."""
        if hand == self._leader:
            self._leader = None
        elif hand in self._voices:
            self._voices.discard(hand)
            self._pad.end_voice(hand)

    def lift_all(self) -> None:
        """All hands count as lifted."""
        self._fingers.lift_all()
        if self._leader == PEN:
            self._press(PEN_PRESSURE, 0.0)
        self._leader = None

    def follow_pen(self, event: QTabletEvent) -> bool:
        """Follow a pen that touches the pad; returns whether it does, or has."""
        if event.type() is QEvent.Type.TabletPress:
            self.lead(PEN, event.position())
        elif self._leader != PEN:
            return False
        if event.type() is QEvent.Type.TabletRelease:
            self.lift(PEN)
            self._press(PEN_PRESSURE, 0.0)
        else:
            self.move(PEN, event.position())
            self._press(PEN_PRESSURE, event.pressure())
        return True

    def handle(self, event: QEvent) -> bool:
        """Follow fingers; returns whether the event was theirs."""
        return self._fingers.handle(event)

    def covers(self, event: QMouseEvent) -> bool:
        """Whether a mouse event was made up for a finger."""
        return self._fingers.covers(event)

    def _put_finger(self, finger: int, place: QPointF) -> None:
        if self._leader is None:
            self.lead(finger, place)
        else:
            self._voices.add(finger)
            self._pad.play_voice(finger, place)
