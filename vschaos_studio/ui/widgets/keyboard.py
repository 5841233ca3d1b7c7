"""A piano keyboard for instruments whose labels are a pitch class and an octave: a key sets both."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from vschaos_studio.ui.theme import Theme

NAMES = ("C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B")
WHITE = (0, 2, 4, 5, 7, 9, 11)
HEIGHT = 64
BLACK_HEIGHT = 0.6
BLACK_WIDTH = 0.62


class Keyboard(QWidget):
    """Keys from the lowest octave to the highest; one of them is down.

    Dragging slides from key to key, the arrow keys move by a semitone, page up and down by an octave.

    Signals
    -------
    pressed
        Pitch class (0–11) and octave (C4 is middle C) of the key that the hand chose.
    """

    pressed = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._first_octave, self._last_octave = 4, 4
        self._note = 48
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Keyboard")
        self._describe()

    @property
    def note(self) -> int:
        """The key that is down: 12 · octave + pitch class."""
        return self._note

    def show_range(self, first_octave: int, last_octave: int) -> None:
        """Show the keys of these octaves, both included."""
        self._first_octave, self._last_octave = first_octave, max(first_octave, last_octave)
        self.update()

    def show_note(self, pitch: int, octave: int) -> None:
        """Show this key as down."""
        note = 12 * octave + pitch
        if note != self._note:
            self._note = note
            self._describe()
            self.update()

    def _describe(self) -> None:
        name = f"{NAMES[self._note % 12]}{self._note // 12}"
        self.setAccessibleDescription(f"The pitch asked for: {name}")
        self.setToolTip(f"The pitch asked for: {name}\nOSC: /vs/label/pitch, /vs/label/octave")

    # ── places ───────────────────────────────────────────────────────────────────────────────────────────

    def _key_width(self) -> float:
        return self.width() / (7 * (self._last_octave - self._first_octave + 1))

    def key_area(self, note: int) -> QRectF:
        """Where a key is painted, in pixels."""
        width = self._key_width()
        octave, pitch = divmod(note, 12)
        whites_before = 7 * (octave - self._first_octave) + sum(1 for white in WHITE if white < pitch)
        if pitch in WHITE:
            return QRectF(whites_before * width, 0, width, self.height())
        return QRectF((whites_before - BLACK_WIDTH / 2) * width, 0, BLACK_WIDTH * width, BLACK_HEIGHT * self.height())

    def _notes(self, black: bool) -> list[int]:
        whole = range(12 * self._first_octave, 12 * (self._last_octave + 1))
        return [note for note in whole if (note % 12 not in WHITE) == black]

    def _note_at(self, x: float, y: float) -> int | None:
        inside = min(max(x, 0.0), self.width() - 1.0), min(max(y, 0.0), self.height() - 1.0)
        for note in (*self._notes(black=True), *self._notes(black=False)):
            if self.key_area(note).contains(*inside):
                return note
        return None

    # ── the hand ─────────────────────────────────────────────────────────────────────────────────────────

    def _choose(self, note: int | None) -> None:
        if note is None or note == self._note or note // 12 not in range(self._first_octave, self._last_octave + 1):
            return
        octave, pitch = divmod(note, 12)
        self.show_note(pitch, octave)
        self.pressed.emit(pitch, octave)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press the key under the mouse."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._choose(self._note_at(event.position().x(), event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Slide to the key under the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(self._note_at(event.position().x(), event.position().y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by a semitone or an octave."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_PageDown: -12,
            Qt.Key.Key_PageUp: 12,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose(self._note + step)

    # ── painting ─────────────────────────────────────────────────────────────────────────────────────────

    def sizeHint(self) -> QSize:
        """As wide as there is room for."""
        return QSize(480, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """White keys, then black ones over them; the one that is down in the accent colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(painter.font())
        font.setPixelSize(self._theme.small - 2)
        painter.setFont(font)
        painter.setPen(QPen(QColor(self._theme.rail), 1))
        for note in self._notes(black=False):
            down = note == self._note
            area = self.key_area(note)
            painter.setBrush(QColor(self._theme.accent if down else self._theme.muted))
            painter.drawRoundedRect(area.adjusted(0.5, -4, -0.5, -0.5), 4, 4)
            if note % 12 == 0:
                painter.setPen(QColor(self._theme.on_accent))
                painter.drawText(
                    area.adjusted(0, 0, 0, -4),
                    Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom,
                    f"C{note // 12}",
                )
                painter.setPen(QPen(QColor(self._theme.rail), 1))
        for note in self._notes(black=True):
            painter.setBrush(QColor(self._theme.accent if note == self._note else self._theme.rail))
            painter.drawRoundedRect(self.key_area(note).adjusted(0.5, -4, -0.5, -0.5), 3, 3)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()
