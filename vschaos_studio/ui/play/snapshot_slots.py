"""Sixteen numbers for snapshots: filled ones show their colours and names, a drag morphs from one to another."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from vschaos.realtime.protocol import SnapshotMark
from vschaos_studio.language import tr
from vschaos_studio.ui.controls.layouts import discard
from vschaos_studio.ui.controls.spoken_role import set_role
from vschaos_studio.ui.controls.styled_widgets import plain_tip
from vschaos_studio.ui.play.snapshot_name_field import NameField
from vschaos_studio.ui.theme import Theme

SLOTS = 16
"""Numbers that are visible at once."""

HEIGHT = 30
GAP = 3.0
LONG_PRESS_MS = 600
NAME_WIDTH = 160
LEAST_FOR_NAMES = 40
"""Width in pixels of a number that has room for a name, or its beginning."""

DEEP = 0.24
"""Opacity of the ground of a filled number."""

TIP = (
    tr(
        "Click a filled number: recall its snapshot. Shift-click: store the present sound here.\n"
        "Long press on an empty number: store the present sound here. A long press never overwrites.\n"
        "Drag to another number: morph between the two. Right click: more."
    )
    + "\nOSC: /vs/snapshot/recall N, /vs/snapshot/store N"
)


class SnapshotSlots(QWidget):
    """A strip of numbers; arrow keys choose one, Enter recalls it, Shift+Enter stores, Delete clears.

    Signals
    -------
    recalled, stored, cleared
        The user wants this for this number.
    dragged
        From one filled number to another.
    menu_wanted
        A number, and where on the screen.
    renamed
        The name that the user has typed for a filled number.
    """

    recalled = Signal(int)
    stored = Signal(int)
    cleared = Signal(int)
    dragged = Signal(int, int)
    menu_wanted = Signal(int, object)
    renamed = Signal(int, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._first = 1
        self._filled: frozenset[int] = frozenset()
        self._marks: dict[int, SnapshotMark] = {}
        self._field: NameField | None = None
        self._pair: tuple[int, int] | None = None
        self._here = 0
        self._cursor = 1
        self._pressed = 0
        self._over = 0
        self._pressed_at = QPointF()
        self._drag: QPointF | None = None
        self.long_press = QTimer(self)
        self.long_press.setSingleShot(True)
        self.long_press.setInterval(LONG_PRESS_MS)
        self.long_press.timeout.connect(self._store_long)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        set_role(self, QAccessible.Role.List)
        self.setAccessibleName(tr("Snapshots"))
        self.setToolTip(TIP)
        self._describe()

    @property
    def filled(self) -> frozenset[int]:
        """The numbers that hold a snapshot."""
        return self._filled

    @property
    def dragging(self) -> bool:
        """Whether the mouse draws a line from one snapshot to another."""
        return self._drag is not None

    def end_drag(self) -> None:
        """Forget what the mouse has begun."""
        self._release()

    def show_filled(self, filled: frozenset[int]) -> None:
        """Show which numbers hold a snapshot."""
        if filled != self._filled:
            self._filled = filled
            self._describe()
            self.update()

    def show_marks(self, marks: Iterable[SnapshotMark]) -> None:
        """Show the names and colours of the numbers that have one."""
        self._marks = {mark.number: mark for mark in marks}
        self._describe()
        self.update()

    def name_of(self, number: int) -> str:
        """A number's name; empty where it has none."""
        mark = self._marks.get(number)
        return mark.name if mark is not None else ""

    def rename(self, number: int) -> None:
        """Let the user type a name over a filled number; Enter keeps it, Esc does not."""
        if number not in self._filled or not self._first <= number < self._first + SLOTS:
            return
        self._end_naming()
        field = self._field = NameField(self.name_of(number), self)
        field.setAccessibleName(tr("Name of snapshot {number}", number=number))
        area = self.area(number)
        left = min(area.left(), self.width() - NAME_WIDTH)
        field.setGeometry(max(round(left), 0), 0, NAME_WIDTH, self.height())
        field.kept.connect(partial(self._keep_name, number))
        field.ended.connect(self._end_naming)
        field.show()
        field.setFocus()

    def _keep_name(self, number: int, name: str) -> None:
        self.renamed.emit(number, name)

    def _end_naming(self) -> None:
        field, self._field = self._field, None
        if field is not None:
            discard(field)

    def show_first(self, first: int) -> None:
        """Show the numbers from this one on."""
        self._cursor += first - self._first
        self._first = first
        self._describe()
        self.update()

    def show_pair(self, pair: tuple[int, int] | None) -> None:
        """Mark the two numbers of the morph."""
        self._pair = pair
        self.update()

    def show_here(self, number: int) -> None:
        """Mark the number that was recalled or stored last; 0: none."""
        self._here = number
        self.update()

    # ── places ───────────────────────────────────────────────────────────────────────────────────────────

    def area(self, number: int) -> QRectF:
        """Where a number is painted, in pixels."""
        width = (self.width() + GAP) / SLOTS
        return QRectF((number - self._first) * width, 1, width - GAP, self.height() - 2)

    def number_at(self, place: QPointF) -> int:
        """The number at a place; 0 beside them."""
        index = int(place.x() // ((self.width() + GAP) / SLOTS))
        return self._first + index if 0 <= index < SLOTS and 0 <= place.y() < self.height() else 0

    # ── the user ─────────────────────────────────────────────────────────────────────────────────────────

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, a long press or a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()
            self._pressed = self.number_at(self._pressed_at)
            # A slow drag starts like a long press, and must not overwrite where it starts.
            if self._pressed not in self._filled and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.long_press.start()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the line of a drag."""
        number = self.number_at(event.position())
        moved = (event.position() - self._pressed_at).manhattanLength()
        if self._pressed != number or moved >= QApplication.startDragDistance():
            self.long_press.stop()
        if self._pressed in self._filled and (number != self._pressed or self._drag is not None):
            self._drag = event.position()
            self.update()
        elif number != self._over:
            self.update()
        if number != self._over:
            name = self.name_of(number)
            self.setToolTip(plain_tip(f"{number}: {name}\n{TIP}" if name else TIP))
        self._over = number

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish the click or the drag."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        start, end, was_drag = self._pressed, self.number_at(event.position()), self._drag is not None
        self._release()
        if not start:
            return
        if start == end:
            self._cursor = start
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.stored.emit(start)
            elif start in self._filled:
                self.recalled.emit(start)
        elif was_drag and end in self._filled:
            self.dragged.emit(start, end)
        self._describe()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        self._over = 0
        self.update()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the number under the mouse, or of the one that the keys chose."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        number = self.number_at(QPointF(event.pos())) if by_mouse else self._cursor
        if number:
            where = event.globalPos() if by_mouse else self.mapToGlobal(self.area(number).bottomLeft().toPoint())
            self.menu_wanted.emit(number, where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a number, and do something with it."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -SLOTS, Qt.Key.Key_End: SLOTS}
        key = Qt.Key(event.key())
        if key in steps:
            last = self._first + SLOTS - 1
            self._cursor = min(max(self._cursor + steps[key], self._first), last)
            self._describe()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.stored.emit(self._cursor)
            elif self._cursor in self._filled:
                self.recalled.emit(self._cursor)
        elif key is Qt.Key.Key_F2:
            self.rename(self._cursor)
        elif key is Qt.Key.Key_Delete and self._cursor in self._filled:
            self.cleared.emit(self._cursor)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is pressed any more."""
        self._release()
        super().focusOutEvent(event)

    def _store_long(self) -> None:
        number = self._pressed
        self._release()
        # It may have been stored meanwhile, by OSC or MIDI.
        if number and number not in self._filled:
            self.stored.emit(number)

    def _release(self) -> None:
        self.long_press.stop()
        self._pressed = 0
        self._drag = None
        self.update()

    def _describe(self) -> None:
        held = self.name_of(self._cursor) or (tr("filled") if self._cursor in self._filled else tr("empty"))
        self.setAccessibleDescription(
            tr(
                "Number {number}, {held}. Enter recalls, Shift+Enter stores, F2 names what is stored.",
                number=self._cursor,
                held=held,
            )
        )

    # ── painting ─────────────────────────────────────────────────────────────────────────────────────────

    def sizeHint(self) -> QSize:
        """As wide as there is room for."""
        return QSize(int(SLOTS * 28), self._theme.room(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Two digits still fit."""
        return QSize(int(SLOTS * (18 + GAP)), self._theme.room(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Filled numbers on the deep accent colour, empty ones as an outline; the line of a drag over them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(painter.font())
        font.setPixelSize(self._theme.small)
        painter.setFont(font)
        for number in range(self._first, self._first + SLOTS):
            self._paint_slot(painter, number)
        start, end = self._line_ends()
        if start is not None and end is not None:
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawLine(start, end)
            painter.setBrush(QColor(self._theme.accent))
            painter.drawEllipse(end, 3, 3)
        painter.end()

    def _line_ends(self) -> tuple[QPointF | None, QPointF | None]:
        if self._drag is None:
            return None, None
        return self.area(self._pressed).center(), self._drag

    def _paint_slot(self, painter: QPainter, number: int) -> None:
        t = self._theme
        filled, here, touched = number in self._filled, number == self._here, number in (self._over, self._pressed)
        mark = self._marks.get(number)
        colour = t.sources[mark.colour - 1] if mark is not None and mark.colour else t.accent
        deep = QColor(colour)
        deep.setAlphaF(DEEP)
        fill_colour = colour if filled and here else deep if filled else t.hover if touched else t.background
        edge = colour if filled else t.outline if touched else t.line
        text = t.on_accent if filled and here else colour if filled else t.muted
        ring = self.hasFocus() and number == self._cursor
        painter.setPen(QPen(QColor(t.text if ring else edge), 2 if ring else 1))
        painter.setBrush(QColor(fill_colour))
        area = self.area(number).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, 5, 5)
        painter.setPen(QColor(text))
        shown = (self.name_of(number) if area.width() >= LEAST_FOR_NAMES else "") or str(number)
        shown = painter.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, round(area.width()) - 4)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)
        if self._pair is not None and number in self._pair:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(text))
            painter.drawRect(QRectF(area.left() + 6, area.bottom() - 4, area.width() - 12, 2))
