"""Level meters: a bar in dB with the peak of the last moments, lying or upright with a scale."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vschaos_studio.language import number, tr
from vschaos_studio.ui.controls.spoken_role import set_role
from vschaos_studio.ui.theme import Theme

FLOOR_DB = -60.0
HOT_DB = -1.0
FALL_DB_PER_S = 30.0
PEAK_HOLD_S = 1.0
MARKS_DB = (0, -12, -24, -48)
"""Of the scale; every other one where it is lower than `ROOM_FOR_MARKS` pixels."""

ROOM_FOR_MARKS = 72

BAR_WIDTH, SCALE_WIDTH = 10, 24


class LevelMeter(QWidget):
    """Shows peak levels: rises at once, falls slowly.

    Parameters
    ----------
    clock
        Seconds, monotonic: the bar falls by it.
    """

    def __init__(self, theme: Theme, *, clock: Callable[[], float]) -> None:
        super().__init__()
        self._theme = theme
        self._clock = clock
        self._level_db = FLOOR_DB
        self._peak_db = FLOOR_DB
        self._shown_at = self._peak_at = clock()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_role(self, QAccessible.Role.Indicator)
        self.setAccessibleName(tr("Output level"))

    @property
    def level_db(self) -> float:
        """The level shown, in dB."""
        return self._level_db

    @property
    def peak_db(self) -> float:
        """The peak shown, in dB."""
        return self._peak_db

    def show_level(self, level_db: float) -> None:
        """Show the newest peak; call it as often as the view is refreshed."""
        now = self._clock()
        before = (self._level_db, self._peak_db)
        fall = FALL_DB_PER_S * (now - self._shown_at)
        self._shown_at = now
        # A level that is not a number shows as silence.
        level_db = min(max(level_db, FLOOR_DB), 6.0) if level_db == level_db else FLOOR_DB
        self._level_db = max(level_db, self._level_db - fall, FLOOR_DB)
        if self._level_db >= self._peak_db:
            self._peak_db, self._peak_at = self._level_db, now
        elif now - self._peak_at > PEAK_HOLD_S:
            self._peak_db = max(self._level_db, self._peak_db - fall, FLOOR_DB)
        if (self._level_db, self._peak_db) != before:
            tip = tr("Peak {level} dB", level=number(self._peak_db)) if self._peak_db > FLOOR_DB else tr("Silence")
            if tip != self.toolTip():
                self.setToolTip(tip)
            self.update(self.bar)

    @property
    def bar(self) -> QRect:
        """What changes with the level."""
        return self.rect()

    def sizeHint(self) -> QSize:
        """A thin line."""
        return QSize(120, 6)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """The bar, the mark, and danger's colour near full scale."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        w, h = self.width(), self.height()
        painter.setBrush(QColor(self._theme.hover))
        painter.drawRoundedRect(QRectF(0, 0, w, h), h / 2, h / 2)
        across = (self._level_db - FLOOR_DB) / -FLOOR_DB * w
        if across > 0:
            hot = self._level_db > HOT_DB
            painter.setBrush(QColor(self._theme.danger if hot else self._theme.good))
            painter.drawRoundedRect(QRectF(0, 0, min(across, w), h), h / 2, h / 2)
        if self._peak_db > FLOOR_DB:
            peak = min((self._peak_db - FLOOR_DB) / -FLOOR_DB, 1.0) * (w - 2)
            painter.setBrush(QColor(self._theme.danger if self._peak_db > HOT_DB else self._theme.text))
            painter.drawRect(QRectF(peak, 0, 2, h))
        painter.end()


class ScaledMeter(LevelMeter):
    """An upright meter, with a scale beside it."""

    def __init__(self, theme: Theme, *, clock: Callable[[], float]) -> None:
        super().__init__(theme, clock=clock)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @property
    def bar(self) -> QRect:
        """What changes with the level."""
        return QRect(0, 0, BAR_WIDTH, self.height())

    def sizeHint(self) -> QSize:
        """Bar and scale."""
        return QSize(BAR_WIDTH + SCALE_WIDTH, 64)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar from its foot and the mark of the peak; the scale where it has to be painted, too."""
        painter = QPainter(self)
        self._paint_bar(painter)
        if event.rect().right() >= BAR_WIDTH:
            self._paint_scale(painter)
        painter.end()

    def _y(self, level_db: float) -> float:
        return self.height() * min(level_db / FLOOR_DB, 1.0) if level_db < 0.0 else 0.0

    def _paint_bar(self, painter: QPainter) -> None:
        height, y = self.height(), self._y
        painter.fillRect(QRectF(0, 0, BAR_WIDTH, height), QColor(self._theme.hover))
        top, hot = y(self._level_db), y(HOT_DB)
        painter.fillRect(QRectF(0, max(top, hot), BAR_WIDTH, height), QColor(self._theme.good))
        if top < hot:
            painter.fillRect(QRectF(0, top, BAR_WIDTH, hot - top), QColor(self._theme.danger))
        if self._peak_db > FLOOR_DB:
            peak = QColor(self._theme.danger if self._peak_db > HOT_DB else self._theme.text)
            painter.fillRect(QRectF(0, min(y(self._peak_db), height - 2), BAR_WIDTH, 2), peak)

    def _paint_scale(self, painter: QPainter) -> None:
        height = self.height()
        font = QFont(painter.font())
        font.setPixelSize(self._theme.small - 2)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.muted))
        for mark in MARKS_DB if height >= ROOM_FOR_MARKS else MARKS_DB[::2]:
            room = QRectF(BAR_WIDTH, min(max(self._y(mark) - 7, -2), height - 12), SCALE_WIDTH, 14)
            painter.drawText(
                room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{mark:d}".replace("-", "−")
            )
