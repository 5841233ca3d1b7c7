"""The pad: the plane of the first two latent axes, or a map of the sounds, for mouse, pen, finger and arrow keys.

It shows the position that :meth:`LatentPad.show_position` gives it, and emits moves by ``moved``; while the user drags,
it shows the position of the mouse at once. Where something moves by itself, a second, fainter dot shows the sound.
Positions are −1…1, x to the right, y upwards: on the plane the first two coordinates, on the map its own.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from vschaos_studio.state.point_colours import BY_FILE, PointColours, colour_points
from vschaos_studio.state.sound_map import SoundMap
from vschaos_studio.ui.controls.spoken_role import set_role
from vschaos_studio.ui.controls.styled_widgets import plain_tip
from vschaos_studio.ui.play.pad_marks import paint_cursor, paint_dot, paint_frame, paint_legend, paint_ring
from vschaos_studio.ui.play.point_cloud import NOWHERE, CloudTransition, paint_cloud, paints
from vschaos_studio.ui.play.trail import Trail
from vschaos_studio.ui.theme import Theme

MARGIN = 28
"""Space around the field for the axes' names; it also lets a finger reach the edge."""

TRAIL_S = 1.0
SOUNDING_TRAIL_S = 0.6
TRAIL_DB = (-48.0, -3.0)
"""Levels at which the trail is a thin line, and at which it is widest."""

NUDGE, FINE_NUDGE = 0.05, 0.01
REACH_PX = 16.0
"""How near the mouse must be to a point that is under it."""

WHEEL_STEP = 0.05
REPAINT_CLOUD_MS = 120


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
    under_hand
        Index of the training point near the mouse, or near the dot that it drags; None near none.

    Parameters
    ----------
    clock
        Seconds, monotonic: the trail fades by it.

    Attributes
    ----------
    describe
        Makes the text that is shown for a training point under the mouse, from its index.
    axis_names
        Of the field's two directions; empty where they have none.
    """

    pressed = Signal()
    moved = Signal(float, float)
    snapped = Signal(int)
    wheeled = Signal(float)
    homed = Signal()
    recording_wanted = Signal(int)
    under_hand = Signal(object)

    def __init__(self, theme: Theme, *, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sounds: SoundMap | None = None
        self._mapped = False
        self._cloud = QPixmap()
        self._places = NOWHERE
        self._transition: CloudTransition | None = None
        self._clock = clock
        self._x, self._y = 0.0, 0.0
        self.trail = Trail(lasts_s=TRAIL_S, strength=0.6, clock=clock)
        self._sounding: tuple[float, float] | None = None
        self._sounding_trail = Trail(lasts_s=SOUNDING_TRAIL_S, strength=0.45, clock=clock)
        self._down = False
        self._hovered: int | None = None
        self._under_hand: int | None = None
        self.describe: Callable[[int], str] = lambda _index: ""
        self.axis_names = ("", "")
        self._colours: PointColours | None = None
        self._veil: QImage | None = None
        self._playing = False
        self._loudness = 0.0
        self.message = ""
        self.snap = False
        self._repaint_cloud = QTimer(self)
        self._repaint_cloud.setSingleShot(True)
        self._repaint_cloud.setInterval(REPAINT_CLOUD_MS)
        self._repaint_cloud.timeout.connect(self._render_cloud)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(320, 200)
        set_role(self, QAccessible.Role.Slider)
        self.setAccessibleName("Latent pad")
        self.setAccessibleDescription(
            "Drag to play. Arrow keys move; with Shift, finely. Home returns to the start. Return plays the recording "
            "of the sound under the dot, the second mouse button that of the sound under the mouse."
        )

    # ── what it shows ────────────────────────────────────────────────────────────────────────────────────

    @property
    def position(self) -> tuple[float, float]:
        """The coordinates shown."""
        return self._x, self._y

    def show_sounds(self, sounds: SoundMap | None) -> None:
        """Show another instrument's points, coloured by file."""
        self.sounds = sounds
        self._colours = colour_points(sounds, None, BY_FILE, paints(self._theme)) if sounds is not None else None
        self._veil = None
        self._settle()

    def show_colours(self, colours: PointColours) -> None:
        """Show the points in other colours."""
        self._colours = colours
        self._render_cloud()

    def show_veil(self, veil: QImage | None) -> None:
        """Show where it is silent."""
        self._veil = veil
        self._render_cloud()

    def show_axis_names(self, across: str, up: str) -> None:
        """What grows to the right, and upwards; empty for nothing."""
        self.axis_names = (across, up)
        self.update()

    def show_map(self, mapped: bool) -> None:
        """Show the map, or the plane: the points move to their places; `show_position` moves the dot."""
        if mapped == self._mapped:
            return
        before = self._places
        self._mapped = mapped
        self._settle()
        if len(before) and len(before) == len(self._places):
            self._transition = CloudTransition(before, self._places, self._clock())
            self._render_cloud()

    @property
    def mapped(self) -> bool:
        """Whether it shows the map."""
        return self._mapped

    def jump_to(self, x: float, y: float) -> None:
        """Show a position without a trail; ignored while the user drags."""
        if not self._down:
            self.trail.clear()
            self._x, self._y = x, y
            self.update()

    @property
    def sounding(self) -> tuple[float, float] | None:
        """Where the second dot is; None while there is none."""
        return self._sounding

    def show_position(self, x: float, y: float) -> None:
        """Show a position, with a trail from the one before; ignored while the user drags."""
        if not self._down:
            self._go(x, y)

    def show_sounding(self, place: tuple[float, float] | None) -> None:
        """Show where it sounds with what moves by itself; None where that is the position that was set."""
        before = self._sounding
        if place == before:
            return
        self._sounding = place
        for one in (before, place):
            if one is not None:
                self.update(self._around(*one, 9))
        if before is not None and place is not None:
            self._sounding_trail.add(before, place, self._loudness)

    def show_playing(self, playing: bool) -> None:
        """Whether the instrument sounds: the cursor glows."""
        if playing != self._playing:
            self._playing = playing
            self.update(self._cursor_rect())

    def show_level(self, level_db: float) -> None:
        """How loud it is: from now on the trails are as wide."""
        quietest, loudest = TRAIL_DB
        self._loudness = min(max((level_db - quietest) / (loudest - quietest), 0.0), 1.0)

    def show_message(self, message: str) -> None:
        """A line at the foot of the field, such as “starting the engine…”; empty for none."""
        if message != self.message:
            self.message = message
            self.update()

    def tick(self) -> None:
        """Let the trail fade; call it as often as the view is refreshed. Costs nothing when there is none."""
        for trail in (self.trail, self._sounding_trail):
            if trail:
                self.update(trail.area(self.to_pixels))
                trail.fade()
        if self._transition is not None:
            if self._transition.over(self._clock()):
                self._transition = None
            self._render_cloud()

    # ── geometry ─────────────────────────────────────────────────────────────────────────────────────────

    @property
    def field(self) -> QRect:
        """The plane itself, inside the margins: coordinate −1…1 along each side."""
        return self.rect().adjusted(MARGIN, 12, -12, -MARGIN)

    def to_pixels(self, x: float, y: float) -> QPointF:
        """Where coordinates lie in the widget."""
        field = QRectF(self.field)
        return QPointF(field.left() + (x + 1) / 2 * field.width(), field.top() + (1 - y) / 2 * field.height())

    def to_coordinates(self, place: QPointF) -> tuple[float, float]:
        """Coordinates of a place in the widget, moved into range."""
        field = QRectF(self.field)
        x = 2 * (place.x() - field.left()) / max(field.width(), 1.0) - 1
        y = 1 - 2 * (place.y() - field.top()) / max(field.height(), 1.0)
        return min(max(x, -1.0), 1.0), min(max(y, -1.0), 1.0)

    def nearest_point(self, place: QPointF, within: float = float("inf")) -> int | None:
        """Index of the training point nearest to a place on the screen."""
        if self.sounds is None:
            return None
        x, y = self.to_coordinates(place)
        return self.sounds.nearest(x, y, (self.field.width() / 2, self.field.height() / 2), within, self._mapped)

    def _cursor_rect(self) -> QRect:
        """What is repainted when the cursor moves, beside its cross hair."""
        return self._around(self._x, self._y, 36)

    def _around(self, x: float, y: float, reach: int) -> QRect:
        centre = self.to_pixels(x, y).toPoint()
        return QRect(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)

    def _cross_rects(self) -> tuple[QRect, QRect]:
        centre = self.to_pixels(self._x, self._y).toPoint()
        field = self.field
        upright = QRect(centre.x() - 2, field.top(), 4, field.height())
        return upright, QRect(field.left(), centre.y() - 2, field.width(), 4)

    def _update_cursor(self) -> None:
        self.update(self._cursor_rect())
        for strip in self._cross_rects():
            self.update(strip)

    def _go(self, x: float, y: float) -> None:
        if (x, y) == (self._x, self._y):
            return
        self._update_cursor()
        self.trail.add((self._x, self._y), (x, y), self._loudness)
        self._x, self._y = x, y
        self._update_cursor()

    # ── the user ─────────────────────────────────────────────────────────────────────────────────────────

    def _play(self, place: QPointF) -> None:
        index = self.nearest_point(place) if self.snap else None
        if index is None or self.sounds is None:
            x, y = self.to_coordinates(place)
            self._go(x, y)
            self.moved.emit(x, y)
            return
        x, y = self._places[index].tolist()
        self._go(min(max(x, -1.0), 1.0), min(max(y, -1.0), 1.0))
        self.snapped.emit(index)

    def _want_recording(self, place: QPointF) -> None:
        index = self.nearest_point(place, REACH_PX)
        if index is not None:
            self.recording_wanted.emit(index)

    def _nudge(self, dx: float, dy: float) -> None:
        x, y = min(max(self._x + dx, -1.0), 1.0), min(max(self._y + dy, -1.0), 1.0)
        self._go(x, y)
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
        if event.button() is Qt.MouseButton.LeftButton:
            self._down = True
            self._hovered = None
            QToolTip.hideText()
            self.pressed.emit()
            self._play(event.position())
        elif event.button() is Qt.MouseButton.RightButton and not self._down:
            self._want_recording(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Play along, or show the name of the sound under the mouse."""
        if self._down:
            self._play(event.position())
            self._put_under_hand(self.nearest_point(event.position(), REACH_PX))
        else:
            self._hover(event.position(), event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag; the sound stays where it is."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._down = False

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
            self._want_recording(self.to_pixels(self._x, self._y))
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
        """Keep Qt's own tooltip from hiding the name of the sound under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            return True
        return super().event(event)

    # ── painting ─────────────────────────────────────────────────────────────────────────────────────────

    def sizeHint(self) -> QSize:
        """Large."""
        return QSize(720, 560)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Render the cloud again once the size has settled; until then it is stretched."""
        super().resizeEvent(event)
        if self._cloud.isNull():
            self._render_cloud()
        else:
            self._repaint_cloud.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide it, and end the drag."""
        super().focusOutEvent(event)
        self._down = False
        self.update()

    def _settle(self) -> None:
        """Move everything to its place, without trails and transitions."""
        self._hovered = None
        self._transition = None
        self._places = self.sounds.places(self._mapped) if self.sounds is not None else NOWHERE
        self.trail.clear()
        self._sounding_trail.clear()
        self._render_cloud()

    def _render_cloud(self) -> None:
        if self.field.width() > 0 and self.field.height() > 0:
            places = self._places if self._transition is None else self._transition.places(self._clock())
            size, scale = self.field.size(), self.devicePixelRatioF()
            self._cloud = paint_cloud(self._colours, places, size, scale, self._theme, self._veil)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the cloud, then paint what moves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = self.field
        painter.drawPixmap(field, self._cloud)
        across, up = (f"{name} →" if name else "" for name in self.axis_names)
        paint_frame(painter, field, (across, up), self.message, self._theme, focused=self.hasFocus())
        if self._colours is not None and not field.contains(event.rect()):
            named_from = painter.fontMetrics().horizontalAdvance(across) + 16
            room = QRectF(field.left(), field.bottom() + 5, field.width() - named_from, 18)
            paint_legend(painter, room, self._colours, self._veil is not None, self._theme)
        painter.setClipRect(field.adjusted(-MARGIN, -12, 12, 0))
        self.trail.paint(painter, self.to_pixels, self._theme.accent)
        self._sounding_trail.paint(painter, self.to_pixels, self._theme.text)
        if self._hovered is not None:
            paint_ring(painter, self.to_pixels(*self._places[self._hovered].tolist()), self._theme)
        paint_cursor(painter, self.to_pixels(self._x, self._y), field, self._theme, playing=self._playing)
        if self._sounding is not None:
            paint_dot(painter, self.to_pixels(*self._sounding), self._theme)
        painter.end()
