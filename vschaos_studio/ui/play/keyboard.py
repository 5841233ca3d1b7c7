"""A piano keyboard: a key sets the labels pitch and octave, or plays a note that sounds as long as it is held."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QFont,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from vschaos_studio.language import tr
from vschaos_studio.ui.controls.fingers import Fingers
from vschaos_studio.ui.controls.spoken_role import set_role
from vschaos_studio.ui.theme import Theme

NAMES = ("C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B")
WHITE = (0, 2, 4, 5, 7, 9, 11)
HEIGHT = 64
BLACK_HEIGHT = 0.6
BLACK_WIDTH = 0.62

MIDI_OF_C0 = 12
MOUSE = -1
"""Stands for the mouse where fingers have numbers."""

SOFTEST = 0.3
"""Velocity at the top of a key; at its front edge it is 1."""

TYPED_VELOCITY = 0.8
TYPED = tuple(Qt.Key(ord(letter)) for letter in "AWSEDFTGYHUJK")
"""Letters that play notes, by semitone from the C of the octave chosen: two rows of letters, as of keys."""


class PianoKeyboard(QWidget):
    """Keys from the lowest octave to the highest; one of them is the pitch that is set.

    Dragging slides from key to key, the arrow keys move by a semitone, page up and down by an octave. With Shift, or
    while it plays notes, the mouse plays single notes, the louder the nearer to the front edge; while it plays notes,
    so do the letters A to K.

    Each finger on a touch screen plays a key of its own. While keys set the pitch, the first one does, and only the
    others play notes.

    Signals
    -------
    pressed
        Pitch class (0–11) and octave (C4 is middle C) of the key that the user chose.
    played
        A note goes down: MIDI number, and velocity 0…1; it goes up with velocity 0.
    """

    pressed = Signal(int, int)
    played = Signal(int, float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._first_octave, self._last_octave = 4, 4
        self._note = 48
        self._notes_wanted = False
        self._under: dict[int, int] = {}
        self._choosing: int | None = None
        self._fingers = Fingers(self, pressed=self._press, moved=self._move, lifted=self._lift)
        self._typed: dict[int, int] = {}
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, QAccessible.Role.Slider)
        self.setAccessibleName(tr("Keyboard"))
        self._describe()

    @property
    def note(self) -> int:
        """The key of the pitch that is set: 12 · octave + pitch class."""
        return self._note

    @property
    def playing(self) -> set[int]:
        """The keys that play notes: 12 · octave + pitch class each."""
        return {*self._under.values(), *self._typed.values()}

    def play_notes(self, wanted: bool) -> None:
        """Whether keys play notes, also without Shift."""
        if wanted != self._notes_wanted:
            self.release_all()
            self._notes_wanted = wanted
            self._describe()
            self.update()

    def release_all(self) -> None:
        """End all notes."""
        self._fingers.lift_all()
        self._lift(MOUSE)
        for key in list(self._typed):
            self._release(key)

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
        if self._notes_wanted:
            self.setAccessibleDescription(tr("Keys play notes; so do the letters A to K"))
            self.setToolTip(tr("Keys play notes, louder towards the front edge. So do the letters A to K"))
            return
        self.setAccessibleDescription(tr("Pitch: {name}. With Shift, keys play notes", name=name))
        tip = tr("Pitch: {name}. With Shift, a key plays a note", name=name)
        self.setToolTip(f"{tip}\nOSC: /vs/label/pitch, /vs/label/octave")

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

    # ── the user ─────────────────────────────────────────────────────────────────────────────────────────

    def _choose(self, note: int | None) -> None:
        if note is None or note == self._note or note // 12 not in range(self._first_octave, self._last_octave + 1):
            return
        octave, pitch = divmod(note, 12)
        self.show_note(pitch, octave)
        self.pressed.emit(pitch, octave)

    def _press(self, hand: int, place: QPointF) -> None:
        """The mouse or a finger goes down: it plays a note, or sets the pitch if it is the first to."""
        if self._notes_wanted or self._choosing is not None:
            self._play_at(hand, place)
        else:
            self._choosing = hand
            self._choose(self._note_at(place.x(), place.y()))

    def _move(self, hand: int, place: QPointF) -> None:
        """It slides to another key."""
        if hand in self._under:
            self._play_at(hand, place)
        elif hand == self._choosing:
            self._choose(self._note_at(place.x(), place.y()))

    def _lift(self, hand: int) -> None:
        """It plays nothing any more."""
        if hand == self._choosing:
            self._choosing = None
        self._end(self._under.pop(hand, None))

    def _play_at(self, hand: int, place: QPointF) -> None:
        note, before = self._note_at(place.x(), place.y()), self._under.get(hand)
        if note is None or note == before:
            return
        self._under[hand] = note
        self._end(before)
        share = min(max(place.y(), 0.0) / max(self.key_area(note).height(), 1.0), 1.0)
        self.played.emit(note + MIDI_OF_C0, SOFTEST + (1.0 - SOFTEST) * share)
        self.update()

    def _end(self, note: int | None) -> None:
        """A key was left: its note ends, unless another hand holds the key."""
        if note is not None:
            if note not in self.playing:
                self.played.emit(note + MIDI_OF_C0, 0.0)
            self.update()

    def _release(self, key: int) -> None:
        self._end(self._typed.pop(key, None))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press the key under the mouse."""
        if event.button() is not Qt.MouseButton.LeftButton or self._fingers.covers(event):
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._play_at(MOUSE, event.position())
        else:
            self._press(MOUSE, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Slide to the key under the mouse."""
        if not self._fingers.covers(event):
            self._move(MOUSE, event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the note under the mouse."""
        if event.button() is Qt.MouseButton.LeftButton and not self._fingers.covers(event):
            self._lift(MOUSE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by a semitone or an octave, or play a note."""
        if self._is_typed_note(event):
            note = 12 * (self._note // 12) + TYPED.index(Qt.Key(event.key()))
            if not event.isAutoRepeat() and event.key() not in self._typed:
                self._typed[event.key()] = note
                self.played.emit(note + MIDI_OF_C0, TYPED_VELOCITY)
                self.update()
            return
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

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """End the note of a letter."""
        if not event.isAutoRepeat() and event.key() in self._typed:
            self._release(event.key())
        else:
            super().keyReleaseEvent(event)

    def _is_typed_note(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        return self._notes_wanted and plain and event.key() in TYPED

    def event(self, event: QEvent) -> bool:
        """Fingers play keys; letters that play notes do not act as shortcuts."""
        if self._fingers.handle(event):
            return True
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_typed_note(event):
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End all notes."""
        self.release_all()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """End all notes: the keyboard cannot be seen any more."""
        self.release_all()
        super().hideEvent(event)

    # ── painting ─────────────────────────────────────────────────────────────────────────────────────────

    def sizeHint(self) -> QSize:
        """As wide as there is room for."""
        return QSize(480, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """White keys, then black ones over them; those that are down in the accent colour."""
        lit = self.playing if self._notes_wanted else self.playing | {self._note}
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(painter.font())
        font.setPixelSize(self._theme.small - 2)
        painter.setFont(font)
        painter.setPen(QPen(QColor(self._theme.rail), 1))
        for note in self._notes(black=False):
            area = self.key_area(note)
            painter.setBrush(QColor(self._theme.accent if note in lit else self._theme.muted))
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
            painter.setBrush(QColor(self._theme.accent if note in lit else self._theme.rail))
            painter.drawRoundedRect(self.key_area(note).adjusted(0.5, -4, -0.5, -0.5), 3, 3)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()
