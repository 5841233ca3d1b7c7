"""The living picture of the sound: a spectrogram that scrolls while it plays, and the output level with a scale.

The engine sends a column thirty times a second (`vschaos.realtime.spectrum`); each is painted once into a picture that
is as wide as the widget and used round and round, so that scrolling copies two rectangles.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vschaos.realtime.protocol import SPECTRUM_BANDS, SPECTRUM_HZ, Spectrum
from vschaos_studio.language import tr
from vschaos_studio.ui.controls.layouts import hbox
from vschaos_studio.ui.controls.level_meter import ScaledMeter
from vschaos_studio.ui.theme import Theme

COLUMN_PX = 2
"""Width of a thirtieth of a second."""

SCALE_WIDTH = 28
"""Room for the frequencies, as wide as the pad's margin."""

NAMED_HZ = ((100.0, "100"), (1000.0, "1k"), (10_000.0, "10k"))
MOST_COLUMNS = 2048
HEIGHTS = ((700, 44), (900, 64), (1 << 20, 96))
"""Heights of the picture in windows up to a height, in pixels."""


class Spectrogram(QWidget):
    """Columns from left to right, the newest on the right; low sounds at the foot."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._kept = np.zeros((MOST_COLUMNS, SPECTRUM_BANDS), np.uint8)
        self._count = 0
        self._image = QImage()
        self._rows = np.zeros(0, np.intp), np.zeros((0, 1), np.float32)
        theme.follow(self._paint_again)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Picture of the sound"))
        self.setAccessibleDescription(
            tr("What was heard in the last seconds: low sounds at the foot, the newest on the right")
        )
        self.setToolTip(
            tr("What was heard in the last seconds: low sounds at the foot, high ones above, loud ones bright")
        )

    @property
    def newest(self) -> NDArray[np.uint8]:
        """The last column's bands."""
        return self._kept[(self._count - 1) % MOST_COLUMNS]

    def add(self, bands: bytes) -> None:
        """Show another column."""
        self._kept[self._count % MOST_COLUMNS] = np.frombuffer(bands, np.uint8)
        self._count += 1
        if not self._image.isNull():
            self._paint_columns(1)
        self.update(self._field)

    @property
    def _field(self) -> QRect:
        return self.rect().adjusted(SCALE_WIDTH, 0, 0, 0)

    def _paint_columns(self, count: int) -> None:
        """Write the last ones into the picture."""
        pixels = np.frombuffer(self._image.bits(), np.uint32).reshape(self._image.height(), -1)
        places = np.arange(self._count - count, self._count)
        columns = self._kept[places % MOST_COLUMNS].T.astype(np.float32)
        below, share = self._rows
        shades = self._colours[(columns[below] + share * (columns[below + 1] - columns[below])).astype(np.uint8)]
        columns_there = self._image.width() // self._column_px
        for offset in range(self._column_px):
            pixels[:, (places % columns_there) * self._column_px + offset] = shades

    @property
    def _column_px(self) -> int:
        """Pixels of the screen."""
        return max(1, round(COLUMN_PX * self.devicePixelRatioF()))

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(480, HEIGHTS[1][1])

    def minimumSizeHint(self) -> QSize:
        """Still something to see."""
        return QSize(120, HEIGHTS[0][1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint the columns that are known again, in the new size."""
        super().resizeEvent(event)
        self._paint_again()

    def _paint_again(self) -> None:
        self._colours = _colours(self._theme.canvas)
        size = self._field.size() * self.devicePixelRatioF()
        columns = min(max(size.width() // self._column_px, 1), MOST_COLUMNS)
        self._image = QImage(columns * self._column_px, max(size.height(), 1), QImage.Format.Format_RGB32)
        self._image.fill(QColor(self._theme.canvas.rail))
        rows = np.linspace(SPECTRUM_BANDS - 1, 0, self._image.height())
        below = np.minimum(rows.astype(np.intp), SPECTRUM_BANDS - 2)
        self._rows = below, (rows - below).astype(np.float32)[:, None]
        self._paint_columns(min(columns, self._count))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The older part of the picture, then the newer one; then the scale."""
        painter = QPainter(self)
        field, width = self._field, self._image.width()
        seam = (self._count % (width // self._column_px)) * self._column_px
        scale = self.devicePixelRatioF()
        for start, stop, at in ((seam, width, 0), (0, seam, width - seam)):
            there = QRectF(
                field.right() + 1 - (width - at) / scale, field.top(), (stop - start) / scale, field.height()
            )
            painter.drawImage(there, self._image, QRectF(start, 0, stop - start, self._image.height()))
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.drawRect(QRectF(field).adjusted(0.5, 0.5, -0.5, -0.5))
        if event.rect().left() < field.left():
            self._paint_scale(painter, field)
        painter.end()

    def _paint_scale(self, painter: QPainter, field: QRect) -> None:
        font = QFont(painter.font())
        font.setPixelSize(self._theme.small - 2)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.muted))
        low, high = SPECTRUM_HZ
        for hertz, name in NAMED_HZ:
            share = np.log(hertz / low) / np.log(high / low)
            y = field.bottom() - share * field.height()
            room = QRectF(0, max(y - 8, -2), SCALE_WIDTH - 6, 16)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)


class SoundPicture(QWidget):
    """The spectrogram, and the meter beside it.

    Parameters
    ----------
    clock
        Seconds, monotonic: the meter falls by it.
    """

    def __init__(self, theme: Theme, *, clock: Callable[[], float]) -> None:
        super().__init__()
        self.spectrogram = Spectrogram(theme)
        self.meter = ScaledMeter(theme, clock=clock)
        hbox((self.spectrogram, 1), self.meter, margins=(0, 0, 12, 0), on=self)
        self.fit(HEIGHTS[1][0])
        self._peak_db = -120.0

    def fit(self, window_height: int) -> None:
        """Take the height that suits a window of this height."""
        self.setFixedHeight(next(height for most, height in HEIGHTS if window_height <= most))

    def show_spectrum(self, spectrum: Spectrum) -> None:
        """Show what is heard now."""
        self.spectrogram.add(spectrum.bands)
        self._peak_db = spectrum.peak_db
        self.tick()

    def show_silence(self) -> None:
        """Nothing is heard any more."""
        self._peak_db = -120.0

    def tick(self) -> None:
        """Let the meter fall; call it as often as the view is refreshed."""
        self.meter.show_level(self._peak_db)


def _colours(theme: Theme) -> NDArray[np.uint32]:
    """From the background over violet and the accent to white, ever lighter: 256 colours as 0xffrrggbb."""
    stops = {0: theme.rail, 40: "#1f1738", 100: "#6b2a6e", 160: "#cf4f5a", 215: theme.accent, 255: "#fff6e0"}
    shades = [QColor(colour) for colour in stops.values()]
    channels = np.array([(shade.red(), shade.green(), shade.blue()) for shade in shades], np.float64)
    red, green, blue = (
        np.rint(np.interp(np.arange(256), list(stops), channel)).astype(np.uint32) for channel in channels.T
    )
    return np.uint32(0xFF000000) | red << 16 | green << 8 | blue
