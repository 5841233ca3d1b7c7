"""From a touch to the loudspeaker: what takes how long, how much the computer has to do, and how long it may take."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from vschaos.realtime.protocol import LatencyBudget
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.calm_menu import CalmMenu
from vschaos_studio.ui.widgets.control_row import figure
from vschaos_studio.ui.widgets.roles import Card, label

PARTS = (
    ("hop", "touch waits", "A touch is looked at once in a hop of the instrument, so that it waits half a hop."),
    ("queue", "queue", "Rendered sound that waits to be played: the guard against dropouts."),
    ("resampling", "resampling", "The filter between the instrument’s sample rate and the device’s."),
    ("limiter", "limiter", "The limiter looks ahead to catch peaks."),
    ("device", "device", "What the sound system tells of itself and its device."),
    ("window", "fade to half", "From the first changed sample on: the new sound fades in over the synthesis window."),
)
"""Of each part: its name in the budget, its name here, what it is."""

COLOURS = (0, 4, 3, 2, 1, 7)
"""Of each part: its colour in the theme's list."""

CHOICES_MS = (0.0, 20.0, 30.0, 40.0, 60.0, 80.0, 120.0, 200.0)
NO_PRIORITY = "No real-time priority: the system did not grant it. Join the “audio” group and log in again."
PRIORITY = "Real-time priority granted"
LEAST_DRAWN_MS = 0.05


class LatencyPanel(Card):
    """A stacked bar with its legend, the engine's health, and the choice of how much is kept in reserve.

    Signals
    -------
    latency_chosen
        The least that is to be kept in the queue and the device, in ms; 0 is as little as plays without dropouts.

    Parameters
    ----------
    latency_ms
        The choice to begin with.
    """

    latency_chosen = Signal(float)

    def __init__(self, theme: Theme, *, latency_ms: float = 0.0, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._budget: LatencyBudget | None = None
        head = QHBoxLayout()
        head.addWidget(label("Delay", "heading"))
        head.addStretch(1)
        head.addWidget(label("in ms", "small"))
        self._bar = _Bar(theme)
        self.body.addLayout(head)
        self.body.addWidget(self._bar)
        self._figures: dict[str, QLabel] = {}
        legend = QGridLayout()
        legend.setHorizontalSpacing(6)
        legend.setVerticalSpacing(2)
        for place, (part, name, tip) in enumerate(PARTS):
            colour = theme.sources[COLOURS[place]]
            square = label("■", "small")
            square.setStyleSheet(f"color: {colour};")
            number = figure("888.8")
            number.setAccessibleName(f"{name}, in milliseconds")
            row, column = place % 3, 3 * (place // 3)
            words = label(name, "small")
            for offset, one in enumerate((square, words, number)):
                one.setToolTip(tip)
                legend.addWidget(one, row, column + offset)
            self._figures[part] = number
        legend.setColumnStretch(1, 1)
        legend.setColumnStretch(4, 1)
        legend.setColumnMinimumWidth(3, 18)
        self.body.addLayout(legend)
        self._sum = label("", wrap=False)
        self._sum.setToolTip("From a touch until the first sample changes, and until half of the change is done")
        self._load = label("", "small")
        self._load.setToolTip(
            "Busy: share of the time that rendering takes. Dropouts: moments in which the sound was not ready in time."
        )
        self._priority = label("", "small", wrap=True)
        self._why = label("", "small", wrap=True)
        self._why.setStyleSheet(f"color: {theme.warning};")
        self._why.hide()
        self.box = CalmMenu("Delay at least")
        self.box.setToolTip("More delay is a larger reserve against dropouts; automatic is as little as plays without")
        self.box.activated.connect(self._choose)
        choice = QHBoxLayout()
        choice.setSpacing(8)
        choice.addWidget(label("Reserve"))
        choice.addWidget(self.box, 1)
        for widget in (self._sum, self._load, self._priority, self._why):
            self.body.addWidget(widget)
        self.body.addLayout(choice)
        self.show_choice(latency_ms)
        self.show_latency(LatencyBudget(), 0.0, 0, True)
        self._priority.setText("The engine has not told yet whether it has real-time priority")

    @property
    def sum_line(self) -> str:
        """How long it takes altogether, in words."""
        return self._sum.text()

    @property
    def why_line(self) -> str:
        """Why it takes longer than it could, and what helps; empty where it does not."""
        return "" if self._why.isHidden() else self._why.text()

    def show_choice(self, latency_ms: float) -> None:
        """Show which reserve is chosen; one that is not on the list is put there."""
        with QSignalBlocker(self.box):
            self.box.clear()
            for ms in sorted({*CHOICES_MS, latency_ms}):
                self.box.addItem(f"at least {ms:g} ms" if ms else "automatic", ms)
            self.box.setCurrentIndex(self.box.findData(latency_ms))

    def show_latency(self, budget: LatencyBudget, load: float, underruns: int, realtime_priority: bool) -> None:
        """Show the engine's word; call it some times a second at most, numbers that flicker cannot be read."""
        dropouts = "no dropouts" if underruns == 0 else "1 dropout" if underruns == 1 else f"{underruns} dropouts"
        self._load.setText(f"{100.0 * load:.0f} % busy · {dropouts}")
        self._priority.setText(PRIORITY if realtime_priority else NO_PRIORITY)
        if budget == self._budget:
            return
        self._budget = budget
        known = budget.half_change > 0.0
        for part, _, _ in PARTS:
            self._figures[part].setText(f"{getattr(budget, part):.1f}" if known else "–")
        self._sum.setText(
            f"First change {budget.first_change:.0f} ms · half {budget.half_change:.0f} ms"
            if known
            else "Press Play, and it is measured"
        )
        self._bar.show_parts([getattr(budget, part) for part, _, _ in PARTS])
        why = f"{budget.why} {budget.remedy}".strip()
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def _choose(self, index: int) -> None:
        self.latency_chosen.emit(float(self.box.itemData(index)))


class _Bar(QWidget):
    """The parts in ms side by side; the window, which comes after the first change, behind a mark and paler."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: list[float] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Delay, part by part")

    def show_parts(self, parts: list[float]) -> None:
        self._parts = parts
        words = ", ".join(f"{name} {ms:.1f} ms" for (_, name, _), ms in zip(PARTS, parts, strict=True))
        self.setToolTip(words)
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 26)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        t = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(0, 4, self.width(), self.height() - 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.raised))
        painter.drawRoundedRect(area, 4, 4)
        total = sum(self._parts)
        if total > 0:
            left = area.left()
            for place, ms in enumerate(self._parts):
                width = area.width() * ms / total
                colour = QColor(t.sources[COLOURS[place]])
                last = place == len(self._parts) - 1
                if ms > LEAST_DRAWN_MS:
                    painter.setBrush(colour if not last else _paler(colour))
                    painter.drawRect(QRectF(left, area.top(), max(width - 1.0, 1.0), area.height()))
                if last:
                    painter.setPen(QPen(QColor(t.text), 2))
                    mark = min(max(left, 1.0), self.width() - 1.0)
                    painter.drawLine(QPointF(mark, 1), QPointF(mark, self.height() - 1))
                left += width
        painter.end()


def _paler(colour: QColor) -> QColor:
    made = QColor(colour)
    made.setAlphaF(0.45)
    return made
