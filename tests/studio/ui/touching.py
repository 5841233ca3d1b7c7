"""Fingers, palms and pens as the system reports them."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEventPoint, QInputDevice, QPointingDevice, QTabletEvent, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

SCREEN = None
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def screen():
    """One touch screen for all tests: devices stay registered."""
    global SCREEN
    SCREEN = SCREEN or QTest.createTouchDevice()
    return SCREEN


class Fingers:
    """Several fingers on a widget; each call is one report of all of them, as a screen makes it."""

    def __init__(self, widget):
        self.widget = widget
        self._down = {}

    def report(self, *, press=(), move=(), lift=()):
        """``press`` and ``move`` are pairs of a finger and its place, ``lift`` fingers."""
        sequence = QTest.touchEvent(self.widget, screen(), False)
        named = {finger for finger, _ in (*press, *move)} | set(lift)
        for finger, place in press:
            self._down[finger] = _point(place)
            sequence.press(finger, self._down[finger], self.widget)
        for finger, place in move:
            self._down[finger] = _point(place)
            sequence.move(finger, self._down[finger], self.widget)
        for finger in lift:
            sequence.release(finger, self._down.pop(finger), self.widget)
        for finger in self._down.keys() - named:
            sequence.stationary(finger)
        sequence.commit()
        QApplication.processEvents()

    def press(self, finger, place):
        self.report(press=[(finger, place)])

    def move(self, finger, place):
        self.report(move=[(finger, place)])

    def lift(self, *fingers):
        self.report(lift=fingers)

    def cancel(self):
        """The system takes the touches for a palm."""
        points = [QEventPoint(one, QEventPoint.State.Unknown, QPointF(), QPointF()) for one in self._down]
        QApplication.sendEvent(self.widget, QTouchEvent(QEvent.Type.TouchCancel, screen(), NO_MODIFIER, points))


def pen(widget, kind, place, pressure=0.0, *, button=Qt.MouseButton.NoButton, buttons=Qt.MouseButton.NoButton):
    """Send what a pen does: a kind of tablet event at a place in the widget; returns whether it was accepted."""
    device = QPointingDevice.primaryPointingDevice()
    at = QPointF(place)
    event = QTabletEvent(
        kind,
        device,
        at,
        QPointF(widget.mapToGlobal(at)),
        pressure,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        NO_MODIFIER,
        button,
        buttons,
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def pressing_screen():
    """A screen that reports pressure."""
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen, QInputDevice.Capability.Pressure)


def _point(place):
    return place if isinstance(place, QPoint) else place.toPoint()
