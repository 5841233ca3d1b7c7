"""The tour: a frame around what is pointed at, and a card beside it. The window stays usable below both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from vschaos_studio.language import tr
from vschaos_studio.ui.actions.window import StudioWindow
from vschaos_studio.ui.controls.layouts import STRETCH, fill, hbox
from vschaos_studio.ui.controls.styled_widgets import Card, button, label
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.tour.steps import STEPS

GAP = 12
"""Pixels between what is pointed at and the card."""

CARD_WIDTH = 340


class Tour(QObject):
    """Leads through the steps; deletes itself at the end.

    Signals
    -------
    ended
        All steps were seen, or the tour was closed.
    """

    ended = Signal()

    def __init__(self, window: StudioWindow, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self.place = 0
        self.frame = Frame(theme, window)
        self.card = StepCard(window)
        self.card.back.clicked.connect(self.go_back)
        self.card.forward.clicked.connect(self.go_on)
        self.card.leave.clicked.connect(self.end)
        # Layouts settle after the event that changed them.
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._point)
        window.installEventFilter(self)
        self._show_step()

    def go_on(self) -> None:
        """The next step; after the last one, the pad."""
        if self.place + 1 == len(STEPS):
            self.end()
            self._window.show_page(self._window.play)
            return
        self.place += 1
        self._show_step()

    def go_back(self) -> None:
        """The step before."""
        self.place = max(0, self.place - 1)
        self._show_step()

    def end(self) -> None:
        """Take everything away; the keyboard is the page's again."""
        self._window.removeEventFilter(self)
        self._settled.stop()
        self._window.show_page(self._window.page)
        for part in (self.frame, self.card):
            part.hide()
            part.deleteLater()
        self.ended.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size and what it shows."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._settled.start()
        return super().eventFilter(watched, event)

    def _show_step(self) -> None:
        step = STEPS[self.place]
        self._window.show_page(self._window.page_of(step.page))
        self.card.show_step(self.place)
        self._settled.start()

    def _point(self) -> None:
        target = STEPS[self.place].target(self._window)
        pointed = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size())
        inside = self._window.rect()
        # On another page, the tour waits and covers nothing.
        for part in (self.frame, self.card):
            part.setVisible(target.isVisible())
        self.frame.setGeometry(pointed.adjusted(-4, -4, 4, 4).intersected(inside))
        self.card.resize(CARD_WIDTH, self.card.heightForWidth(CARD_WIDTH))
        self.card.move(beside(pointed, self.card.size(), inside))
        self.frame.raise_()
        self.card.raise_()


def beside(pointed: QRect, size: QSize, inside: QRect) -> QPoint:
    """Where a card of this size stands: right, below, left or above of what it points at, else in its lower corner."""
    room = inside.adjusted(GAP, GAP, -GAP, -GAP)
    width, height = size.width(), size.height()
    level = min(max(pointed.bottom() - height, room.top()), room.bottom() - height)
    across = min(max(pointed.center().x() - width // 2, room.left()), room.right() - width)
    for corner in (
        QPoint(pointed.right() + GAP, level),
        QPoint(across, pointed.bottom() + GAP),
        QPoint(pointed.left() - GAP - width, level),
        QPoint(across, pointed.top() - GAP - height),
    ):
        if room.contains(QRect(corner, size)):
            return corner
    corner = pointed.intersected(room).bottomRight()
    return QPoint(corner.x() - GAP - width, corner.y() - GAP - height)


class StepCard(Card):
    """What is said of a step, how far one is, and three buttons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.setObjectName("tour")
        self.setAccessibleName(tr("Tour"))
        self.title = label("", "heading", wrap=True)
        self.sentence = label("", wrap=True)
        self.count = label("", "small")
        self.leave = button(tr("Close"), "quiet", tip=tr("Close the tour; the Help menu shows it again"))
        self.back = button(tr("Back"))
        self.forward = button(tr("Next"), "primary")
        fill(self.body, self.title, self.sentence, 4, hbox(self.count, STRETCH, self.leave, self.back, self.forward))

    def show_step(self, place: int) -> None:
        """Show a step, counted from 0."""
        last = place + 1 == len(STEPS)
        self.title.setText(STEPS[place].title)
        self.sentence.setText(STEPS[place].sentence)
        self.count.setText(tr("{place} of {all}", place=place + 1, all=len(STEPS)))
        self.back.setEnabled(place > 0)
        self.leave.setVisible(not last)
        self.forward.setText(tr("Done") if last else tr("Next"))
        self.forward.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, rather than the page's."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
            return
        super().keyPressEvent(event)


class Frame(QWidget):
    """A line around what is pointed at, which the mouse passes through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """See QWidget."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.accent_bright), 3))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), self._theme.radius, self._theme.radius)
        painter.end()
