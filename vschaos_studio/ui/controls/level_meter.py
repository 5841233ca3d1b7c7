"""The level meter: a bar in dB with the peak of the last moments."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vschaos_studio.ui.controls.spoken_role import set_role
from vschaos_studio.ui.theme import Theme

FLOOR_DB = -60.0
HOT_DB = -1.0
FALL_DB_PER_S = 30.0
PEAK_HOLD_S = 1.0


class LevelMeter(QWidget):
    """Shows peak levels: rises at once, falls slowly.

    Parameters
    ----------
    clock
        Seconds, monotonic: the bar falls by it.
    """

    def __init__(self, theme: Theme, *, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._level_db = FLOOR_DB
        self._peak_db = FLOOR_DB
        self._shown_at = self._peak_at = clock()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_role(self, QAccessible.Role.Indicator)
        self.setAccessibleName("Output level")

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
            self.setToolTip(f"Peak {self._peak_db:.0f} dB" if self._peak_db > FLOOR_DB else "Silence")
            self.update()

    def sizeHint(self) -> QSize:
        """A thin line."""
        return QSize(120, 6)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """The bar, the mark, and danger's colour near full scale."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        w, h = self.width(), self.height()
        painter.setBrush(QColor(self._theme.raised))
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
