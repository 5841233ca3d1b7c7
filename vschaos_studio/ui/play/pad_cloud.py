"""The points of an instrument on the pad: where they lie, on the plane or on the map, and the picture of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget

from vschaos_studio.state.point_colours import BY_FILE, PointColours, colour_points
from vschaos_studio.state.sound_map import SoundMap
from vschaos_studio.ui.play.point_cloud import NOWHERE, CloudTransition, paint_cloud, paints
from vschaos_studio.ui.theme import Theme

REPAINT_MS = 120


class PadCloud(QObject):
    """Paints the points anew when something of them changes; the pad copies the picture.

    Parameters
    ----------
    pad
        Is updated when there is another picture.
    size
        Returns the size of its field.
    theme
        That of the field.
    clock
        Seconds, monotonic: the points move by it.
    is_still
        Returns whether nothing is animated.

    Attributes
    ----------
    sounds
        The instrument's points.
    mapped
        Whether they lie as on the map.
    places
        Where they lie, x and y, shape (N, 2).
    colours
        Their colours.
    picture
        Of the field; stretched after a change of size, until the size has settled.
    """

    def __init__(
        self,
        pad: QWidget,
        size: Callable[[], QSize],
        theme: Theme,
        clock: Callable[[], float],
        is_still: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(pad)
        self._pad = pad
        self._size = size
        self._theme = theme
        self._clock = clock
        self._is_still = is_still
        self._veil: QImage | None = None
        self._transition: CloudTransition | None = None
        self._repaint = QTimer(self)
        self._repaint.setSingleShot(True)
        self._repaint.setInterval(REPAINT_MS)
        self._repaint.timeout.connect(self._change)
        self.sounds: SoundMap | None = None
        self.mapped = False
        self.places = NOWHERE
        self.colours: PointColours | None = None
        self._picture = QPixmap()
        self._is_outdated = False
        theme.follow(self._change)

    @property
    def veiled(self) -> bool:
        """Whether there is silence to see."""
        return self._veil is not None

    @property
    def moving(self) -> bool:
        """Whether points are on their way."""
        return self._transition is not None

    def show_sounds(self, sounds: SoundMap | None) -> None:
        """Show another instrument's points, coloured by file."""
        self.sounds = sounds
        self.colours = colour_points(sounds, None, BY_FILE, paints(self._theme)) if sounds is not None else None
        self._veil = None
        self._transition = None
        self._find_places()
        self._change()

    def show_colours(self, colours: PointColours) -> None:
        """Show the points in other colours."""
        self.colours = colours
        self._change()

    def show_veil(self, veil: QImage | None) -> None:
        """Show where it is silent."""
        self._veil = veil
        self._change()

    def show_map(self, mapped: bool) -> None:
        """Move the points to their places on the map, or on the plane."""
        before = self.places
        self.mapped = mapped
        self._find_places()
        moves = len(before) and len(before) == len(self.places) and not self._is_still()
        self._transition = CloudTransition(before, self.places, self._clock()) if moves else None
        self._change()

    def fit(self) -> None:
        """The field has another size."""
        if self._picture.isNull():
            self._change()
        else:
            self._repaint.start()

    def tick(self) -> None:
        """Let the points move; costs nothing while none does."""
        if self._transition is not None:
            if self._transition.over(self._clock()):
                self._transition = None
            self._change()

    def _find_places(self) -> None:
        self.places = self.sounds.places(self.mapped) if self.sounds is not None else NOWHERE

    @property
    def picture(self) -> QPixmap:
        """The points; painted when it is asked for, if they have changed."""
        size, scale = self._size(), self._pad.devicePixelRatioF()
        if self._is_outdated and not size.isEmpty():
            places = self.places if self._transition is None else self._transition.places(self._clock())
            image = paint_cloud(self.colours, places, size, scale, self._theme, self._veil)
            self._picture = QPixmap.fromImage(image)
            self._is_outdated = False
        return self._picture

    def _change(self) -> None:
        self._is_outdated = True
        self._pad.update()
