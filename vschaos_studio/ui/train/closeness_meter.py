"""How close an instrument comes to its sounds: a meter with a field for each of the words, and a hand."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vschaos.instrument.closeness import WORDS, closeness, near_share
from vschaos_studio.language import tr, translated
from vschaos_studio.ui.controls.spoken_role import set_role
from vschaos_studio.ui.theme import Theme

BAR_HEIGHT, GAP, HAND_WIDTH = 10, 4, 4
ERROR_TIP = tr(
    "Average difference in dB between held-out sounds and what the instrument makes of them, in what is heard: "
    "below 3 hard to tell apart, below 6 close, below 10 recognisable"
)
UNKNOWN = tr("not known yet")


class ClosenessMeter(QWidget):
    """Four fields from far to near; the bar reaches as far as the instrument has come."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._error_db: float | None = None
        self._fields = [translated(words) for words in WORDS]
        self._font = QFont(self.font())
        self._font.setPixelSize(theme.small)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_role(self, QAccessible.Role.Indicator)
        self.setToolTip(ERROR_TIP)
        self._name()

    @property
    def words(self) -> str:
        """How close it is."""
        return UNKNOWN if self._error_db is None else translated(closeness(self._error_db))

    def show_error(self, error_db: float | None) -> None:
        """Show the error on held-out sounds; None while it is not known."""
        if error_db != self._error_db:
            self._error_db = error_db
            self._name()
            self.update()

    def sizeHint(self) -> QSize:
        """The bar, and the words under it."""
        return QSize(360, BAR_HEIGHT + GAP + QFontMetrics(self._font).height())

    def minimumSizeHint(self) -> QSize:
        """As wide as the words."""
        widest = max(QFontMetrics(self._font).horizontalAdvance(words) for words in self._fields)
        return QSize(len(WORDS) * (widest + GAP), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The fields, the way that was made, and the words."""
        painter = QPainter(self)
        painter.setFont(self._font)
        field = self.width() / len(WORDS)
        reached = 0.0 if self._error_db is None else near_share(self._error_db) * self.width()
        for place, words in enumerate(self._fields):
            left = place * field
            painter.fillRect(QRectF(left, 0, field - GAP, BAR_HEIGHT), QColor(self._theme.hover))
            painter.fillRect(QRectF(left, 0, min(max(reached - left, 0), field - GAP), BAR_HEIGHT), self._good)
            painter.setPen(QColor(self._theme.text if words == self.words else self._theme.muted))
            room = QRectF(left, BAR_HEIGHT + GAP, field - GAP, self.height() - BAR_HEIGHT - GAP)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        if self._error_db is not None:
            at = min(max(reached - HAND_WIDTH / 2, 0.0), self.width() - HAND_WIDTH)
            painter.fillRect(QRectF(at, 0, HAND_WIDTH, BAR_HEIGHT), QColor(self._theme.text))
        painter.end()

    def _name(self) -> None:
        self.setAccessibleName(tr("How close: {words}", words=self.words))

    @property
    def _good(self) -> QColor:
        return QColor(self._theme.good)
