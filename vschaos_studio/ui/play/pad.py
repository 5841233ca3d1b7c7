"""The pad: the plane of the first two latent axes, or a map of the sounds, for mouse, pen, finger and arrow keys.

It shows the position that :meth:`LatentPad.show_position` gives it, and emits moves by ``moved``; while the user drags,
it shows the position of the mouse at once. Where something moves by itself, a second, fainter dot shows the sound.
Several fingers play: the first has the position, the others sound voices where they are (`pad_hands.py`).
Positions are −1…1, x to the right, y upwards: on the plane the first two coordinates, on the map its own.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from vschaos_studio.language import tr
from vschaos_studio.state.point_colours import PointColours
from vschaos_studio.state.sound_map import SoundMap
from vschaos_studio.ui.controls.control_slider import signed
from vschaos_studio.ui.controls.spoken_role import set_role
from vschaos_studio.ui.controls.styled_widgets import plain_tip
from vschaos_studio.ui.play.pad_cloud import PadCloud
from vschaos_studio.ui.play.pad_dots import PadDots
from vschaos_studio.ui.play.pad_geometry import to_coordinates, to_pixels
from vschaos_studio.ui.play.pad_hands import MOUSE, PadHands
from vschaos_studio.ui.play.pad_marks import paint_frame, paint_legend, paint_message, paint_ring
from vschaos_studio.ui.theme import Theme

MARGIN = 28
"""Space around the field for the axes' names; it also lets a finger reach the edge."""

NUDGE, FINE_NUDGE = 0.05, 0.01
REACH_PX = 16.0
"""How near the mouse must be to a point that is under it."""

WHEEL_STEP = 0.05
KEYS = tr(
    "Drag to play. Arrow keys move; with Shift, finely. Home returns to the start. Return plays the recording of the "
    "sound under the dot, the second mouse button that of the sound under the mouse."
)


class LatentPad(QWidget):
    """The playing surface.

    Signals
    -------
    pressed
        A finger, pen or button went down: the receiver starts the sound.
    moved
        The user moved to x, y.
    snapped
        In snap mode, the user touched a training point: its index.
    wheeled
        The wheel turned over the pad: by this much along axis 3.
    homed
        The user wants to return to the start.
    recording_wanted
        The second button was pressed near a training point, or Return while the dot is near one: its index.
    finger_moved, finger_snapped, finger_lifted
        A further finger, by its number, goes down or moves at x, y; in snap mode, on the training point of an index;
        it leaves.
    pressure_changed
        How hard a source of `vschaos.performance.pen_decoder` presses: its name, 0…1.
    under_hand
        Index of the training point near the mouse, or near the dot that it drags; None near none.

    Parameters
    ----------
    clock
        Seconds, monotonic: the trail fades by it.
    is_still
        Returns whether nothing is animated.

    Attributes
    ----------
    describe
        Makes the text that is shown for a training point under the mouse, from its index.
    axis_names
        Of the field's two directions; empty where they have none.
    cloud, dots
        The points; the dots and their trails.
    """

    pressed = Signal()
    moved = Signal(float, float)
    snapped = Signal(int)
    wheeled = Signal(float)
    homed = Signal()
    recording_wanted = Signal(int)
    finger_moved = Signal(int, float, float)
    finger_snapped = Signal(int, int)
    finger_lifted = Signal(int)
    pressure_changed = Signal(str, float)
    under_hand = Signal(object)

    def __init__(
        self,
        theme: Theme,
        *,
        clock: Callable[[], float],
        is_still: Callable[[], bool] = lambda: False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._around, self._theme = theme, theme.canvas
        self.hands = PadHands(self, self, self.pressure_changed.emit)
        self.cloud = PadCloud(self, lambda: self.field.size(), self._theme, clock, is_still)
        self.dots = PadDots(self, lambda: self.field, self._theme, clock, is_still)
        self._hovered: int | None = None
        self._under_hand: int | None = None
        self.describe: Callable[[int], str] = lambda _index: ""
        self.axis_names = ("", "")
        self.message = ""
        self.snap = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(320, 160)
        set_role(self, QAccessible.Role.Slider)
        self.setAccessibleName(tr("Latent pad"))
        self._say_place()

    # ── what it shows ────────────────────────────────────────────────────────────────────────────────────

    @property
    def position(self) -> tuple[float, float]:
        """The coordinates shown."""
        return self.dots.position

    @property
    def sounds(self) -> SoundMap | None:
        """The instrument's points."""
        return self.cloud.sounds

    def _say_place(self) -> None:
        """Say to a screen reader where the dot is, and on which sound."""
        x, y = self.position
        index = self.nearest_point(self.to_pixels(x, y), REACH_PX)
        sound = self.describe(index).partition("\n")[0] if index is not None else ""
        place = tr("{x} across, {y} up.", x=signed(x, 2), y=signed(y, 2))
        said = (place, tr("Here: {sound}", sound=sound) + "." if sound else "", KEYS)
        self.setAccessibleDescription(" ".join(filter(None, said)))

    def show_sounds(self, sounds: SoundMap | None) -> None:
        """Show another instrument's points, coloured by file."""
        self._clear_marks()
        self.cloud.show_sounds(sounds)

    def show_colours(self, colours: PointColours) -> None:
        """Show the points in other colours."""
        self.cloud.show_colours(colours)

    def show_veil(self, veil: QImage | None) -> None:
        """Show where it is silent."""
        self.cloud.show_veil(veil)

    def show_axis_names(self, across: str, up: str) -> None:
        """What grows to the right, and upwards; empty for nothing."""
        self.axis_names = (across, up)
        self.update()

    def show_map(self, mapped: bool) -> None:
        """Show the map, or the plane: the points move to their places; `show_position` moves the dot."""
        if mapped != self.mapped:
            self._clear_marks()
            self.cloud.show_map(mapped)

    @property
    def mapped(self) -> bool:
        """Whether it shows the map."""
        return self.cloud.mapped

    def jump_to(self, x: float, y: float) -> None:
        """Show a position without a trail; ignored while the user drags."""
        if not self.hands.down:
            self.dots.jump_to(x, y)

    @property
    def sounding(self) -> tuple[float, float] | None:
        """Where the second dot is; None while there is none."""
        return self.dots.sounding

    def show_position(self, x: float, y: float) -> None:
        """Show a position, with a trail from the one before; ignored while the user drags."""
        if not self.hands.down:
            self.dots.go_to(x, y)

    def show_sounding(self, place: tuple[float, float] | None) -> None:
        """Show where it sounds with what moves by itself; None where that is the position that was set."""
        self.dots.show_sounding(place)

    def show_playing(self, playing: bool) -> None:
        """Whether the instrument sounds: the cursor glows."""
        self.dots.show_playing(playing)

    def show_level(self, level_db: float) -> None:
        """How loud it is: from now on the trails are as wide."""
        self.dots.show_level(level_db)

    def show_message(self, message: str) -> None:
        """A line at the foot of the field, such as “starting the engine…”; empty for none."""
        if message != self.message:
            self.message = message
            self.update()

    def tick(self) -> None:
        """Let the trail fade; call it as often as the view is refreshed. Costs nothing when there is none."""
        self.dots.tick()
        self.cloud.tick()

    # ── geometry ─────────────────────────────────────────────────────────────────────────────────────────

    @property
    def field(self) -> QRect:
        """The plane itself, inside the margins: coordinate −1…1 along each side."""
        return self.rect().adjusted(MARGIN, 12, -12, -MARGIN)

    def to_pixels(self, x: float, y: float) -> QPointF:
        """Where coordinates lie in the widget."""
        return to_pixels(self.field, x, y)

    def to_coordinates(self, place: QPointF) -> tuple[float, float]:
        """Coordinates of a place in the widget, moved into range."""
        return to_coordinates(self.field, place)

    def nearest_point(self, place: QPointF, within: float = float("inf")) -> int | None:
        """Index of the training point nearest to a place on the screen."""
        if self.sounds is None:
            return None
        x, y = self.to_coordinates(place)
        return self.sounds.nearest(x, y, (self.field.width() / 2, self.field.height() / 2), within, self.mapped)

    # ── the user ─────────────────────────────────────────────────────────────────────────────────────────

    def begin(self, place: QPointF) -> None:
        """A hand goes down, and plays here."""
        self._hovered = None
        QToolTip.hideText()
        self.pressed.emit()
        self.play(place)

    def play_voice(self, finger: int, place: QPointF) -> None:
        """A further finger goes down or moves."""
        index = self.nearest_point(place) if self.snap else None
        if index is None:
            x, y = self.to_coordinates(place)
            self.dots.put_finger(finger, (x, y))
            self.finger_moved.emit(finger, x, y)
        else:
            self.dots.put_finger(finger, self._place_of(index))
            self.finger_snapped.emit(finger, index)

    def end_voice(self, finger: int) -> None:
        """It leaves."""
        self.dots.put_finger(finger, None)
        self.finger_lifted.emit(finger)

    def _place_of(self, index: int) -> tuple[float, float]:
        x, y = self.cloud.places[index].tolist()
        return min(max(x, -1.0), 1.0), min(max(y, -1.0), 1.0)

    def play(self, place: QPointF) -> None:
        """Move the position here, or to the nearest point in snap mode."""
        index = self.nearest_point(place) if self.snap else None
        if index is None or self.sounds is None:
            x, y = self.to_coordinates(place)
            self.dots.go_to(x, y)
            self.moved.emit(x, y)
            return
        self.dots.go_to(*self._place_of(index))
        self.snapped.emit(index)

    def _want_recording(self, place: QPointF) -> None:
        index = self.nearest_point(place, REACH_PX)
        if index is not None:
            self.recording_wanted.emit(index)

    def _nudge(self, dx: float, dy: float) -> None:
        x, y = (min(max(value + by, -1.0), 1.0) for value, by in zip(self.position, (dx, dy), strict=True))
        self.dots.go_to(x, y)
        self._say_place()
        self.moved.emit(x, y)

    def _hover(self, place: QPointF, at: QPointF) -> None:
        index = self.nearest_point(place, REACH_PX)
        if index == self._hovered:
            return
        self._hovered = index
        self.update()
        text = self.describe(index) if index is not None else ""
        if text:
            QToolTip.showText(at.toPoint(), plain_tip(text), self)
        else:
            QToolTip.hideText()
        self._put_under_hand(index)

    def _put_under_hand(self, index: int | None) -> None:
        if index != self._under_hand:
            self._under_hand = index
            self.under_hand.emit(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Start playing here."""
        if self.hands.covers(event):
            return
        if event.button() is Qt.MouseButton.LeftButton:
            self.hands.lead(MOUSE, event.position())
        elif event.button() is Qt.MouseButton.RightButton and not self.hands.down:
            self._want_recording(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Play along, or show the name of the sound under the mouse."""
        if self.hands.covers(event):
            return
        if self.hands.down:
            self.hands.move(MOUSE, event.position())
            self._put_under_hand(self.nearest_point(event.position(), REACH_PX))
        else:
            self._hover(event.position(), event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag; the sound stays where it is."""
        if event.button() is Qt.MouseButton.LeftButton and not self.hands.covers(event):
            self.hands.lift(MOUSE)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Play with a pen; one that hovers points as the mouse does, and its button plays the recording."""
        event.accept()
        if event.button() is Qt.MouseButton.RightButton:
            if event.type() is QEvent.Type.TabletPress:
                self._want_recording(event.position())
        elif not self.hands.follow_pen(event):
            self._hover(event.position(), event.globalPosition())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move along the third axis; a notch is 120 units."""
        turned = event.angleDelta().y() / 120.0
        if turned:
            self.wheeled.emit(turned * WHEEL_STEP)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys nudge, Home returns to the start."""
        step = FINE_NUDGE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else NUDGE
        nudges = {
            Qt.Key.Key_Left: (-step, 0.0),
            Qt.Key.Key_Right: (step, 0.0),
            Qt.Key.Key_Up: (0.0, step),
            Qt.Key.Key_Down: (0.0, -step),
        }
        nudge = nudges.get(Qt.Key(event.key()))
        if nudge is not None:
            self._nudge(*nudge)
        elif event.key() == Qt.Key.Key_Home:
            self.pressed.emit()
            self.homed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._want_recording(self.to_pixels(*self.position))
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        if self._hovered is not None:
            self._hovered = None
            self.update()
        self._put_under_hand(None)
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        """Follow fingers; keep Qt's own tooltip from hiding the name of the sound under the mouse."""
        if self.hands.handle(event):
            return True
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            return True
        return super().event(event)

    # ── painting ─────────────────────────────────────────────────────────────────────────────────────────

    def sizeHint(self) -> QSize:
        """Large."""
        return QSize(720, 560)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the cloud into the new size."""
        super().resizeEvent(event)
        self.cloud.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring."""
        super().focusInEvent(event)
        self._say_place()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide it, and end the drag."""
        super().focusOutEvent(event)
        self.hands.lift_all()
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """End the drag, and the voices of fingers."""
        super().hideEvent(event)
        self.hands.lift_all()

    def _clear_marks(self) -> None:
        self._hovered = None
        self.dots.clear_trails()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the cloud, then paint what moves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = self.field
        painter.drawPixmap(field, self.cloud.picture)
        across, up = (f"{name} →" if name else "" for name in self.axis_names)
        paint_frame(painter, field, (across, up), self._around, focused=self.hasFocus())
        paint_message(painter, field, self.message, self._theme)
        if self.cloud.colours is not None and not field.contains(event.rect()):
            silent = self._theme.hover if self.cloud.veiled else ""
            paint_legend(painter, field, across, self.cloud.colours, silent, self._around)
        painter.setClipRect(field.adjusted(-MARGIN, -12, 12, 0))
        self.dots.paint_trails(painter)
        if self._hovered is not None:
            paint_ring(painter, self.to_pixels(*self.cloud.places[self._hovered].tolist()), self._theme)
        self.dots.paint(painter)
        painter.end()
