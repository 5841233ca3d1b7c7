"""The fingers on a widget, each followed from where it goes down to where it leaves."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEventPoint, QInputDevice, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

_NUMBERS = itertools.count()


class Fingers:
    """Handles the touch events of one widget.

    Parameters
    ----------
    widget
        Gets touch events from now on; it passes them to :meth:`handle`.
    pressed, moved
        Called with the number of a finger, another one each time that it goes down, and its place in the widget, which
        may be outside.
    lifted
        Called with the number, also where the system cancels it, as for a palm.
    pressure
        Called with how hard the fingers press, 0…1, where the screen reports it; 0 when all have left.
    """

    def __init__(
        self,
        widget: QWidget,
        *,
        pressed: Callable[[int, QPointF], None],
        moved: Callable[[int, QPointF], None],
        lifted: Callable[[int], None],
        pressure: Callable[[float], None] = lambda _: None,
    ) -> None:
        widget.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._widget = widget
        self._pressed, self._moved, self._lifted, self._pressure = pressed, moved, lifted, pressure
        self._numbers: dict[int, int] = {}
        self._seen = False

    def handle(self, event: QEvent) -> bool:
        """Follow an event, if it is one of a touch screen; returns whether it was."""
        if not isinstance(event, QTouchEvent) or event.deviceType() is not QInputDevice.DeviceType.TouchScreen:
            return False
        event.accept()
        self._seen = True
        if event.type() is QEvent.Type.TouchCancel:
            self.lift_all()
            return True
        if event.type() is QEvent.Type.TouchBegin:
            self._widget.setFocus(Qt.FocusReason.MouseFocusReason)
        for point in event.points():
            self._follow(point)
        if event.device().capabilities() & QInputDevice.Capability.Pressure:
            down = [point.pressure() for point in event.points() if point.id() in self._numbers]
            self._pressure(max(down, default=0.0))
        return True

    def lift_all(self) -> None:
        """What is down counts as lifted."""
        for number in list(self._numbers.values()):
            self._lifted(number)
        if self._numbers:
            self._numbers.clear()
            self._pressure(0.0)

    def covers(self, event: QMouseEvent) -> bool:
        """Whether a mouse event was made up for a finger that is followed here by itself."""
        made_up = event.source() is not Qt.MouseEventSource.MouseEventNotSynthesized
        return self._seen and (made_up or event.deviceType() is QInputDevice.DeviceType.TouchScreen)

    def _follow(self, point: QEventPoint) -> None:
        match point.state():
            case QEventPoint.State.Pressed:
                number = self._numbers[point.id()] = next(_NUMBERS)
                self._pressed(number, point.position())
            case QEventPoint.State.Updated if point.id() in self._numbers:
                self._moved(self._numbers[point.id()], point.position())
            case QEventPoint.State.Released if point.id() in self._numbers:
                self._lifted(self._numbers.pop(point.id()))
            case _:
                pass
