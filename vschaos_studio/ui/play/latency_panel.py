"""From a touch to the loudspeaker: the parts of the latency, how busy the computer is, and the latency to keep."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from vschaos.realtime.devices.latency import LatencyBudget
from vschaos.realtime.protocol import EngineStatus
from vschaos_studio.language import number, tr, translated
from vschaos_studio.state.engine_text import dropouts_text
from vschaos_studio.ui.controls.calm_menu import CalmMenu
from vschaos_studio.ui.controls.control_row import figure
from vschaos_studio.ui.controls.layouts import STRETCH, fill, hbox
from vschaos_studio.ui.controls.spoken_role import set_role
from vschaos_studio.ui.controls.styled_widgets import label, show_tone
from vschaos_studio.ui.play.panel import PlayPanel
from vschaos_studio.ui.theme import Theme

PARTS = (
    ("hop", tr("next frame"), tr("The sound of the pad is made in frames; a touch waits for the next one.")),
    ("block", tr("block"), tr("The sound system asks for a block at a time; a touch waits half a block on average.")),
    ("resampling", tr("resampling"), tr("The filter between the instrument’s sample rate and the device’s.")),
    ("limiter", tr("limiter"), tr("The limiter looks ahead to catch peaks.")),
    ("device", tr("device"), tr("What the sound system reports for itself and its device.")),
    (
        "window",
        tr("fade to half"),
        tr("After the first changed sample: the new sound fades in over the synthesis window."),
    ),
)
"""Of each part: its name in the budget, its name here, what it is."""

COLOURS = (0, 4, 3, 2, 1, 7)
"""Of each part: its colour in the theme's list."""

CHOICES_MS = (0.0, 20.0, 30.0, 40.0, 60.0, 80.0, 120.0, 200.0)
NO_PRIORITY = tr("No real-time priority: the system did not grant it. Join the “audio” group and log in again.")
PRIORITY = tr("Real-time priority granted")
PRIORITY_UNKNOWN = tr("Real-time priority is not known before an output is open")
LEAST_DRAWN_MS = 0.05


class LatencyPanel(PlayPanel):
    """A stacked bar with its legend, the load of the computer, and the choice of the least latency.

    Signals
    -------
    latency_chosen
        The least latency of the device in ms; 0 is as little as it has.

    Parameters
    ----------
    latency_ms
        The choice to begin with.
    """

    latency_chosen = Signal(float)

    def __init__(self, theme: Theme, *, latency_ms: float = 0.0) -> None:
        super().__init__(theme, topic="playing#latency")
        self._budget: LatencyBudget | None = None
        self.bar = LatencyBar(theme)
        self._figures: dict[str, QLabel] = {}
        self._squares: list[QLabel] = []
        self.sum = label()
        self.sum.setToolTip(tr("From a touch until the first sample changes, and until half of the change is done"))
        self.load = label("", "small")
        self.load.setToolTip(tr("Load: share of the time that rendering takes. Dropouts: gaps in the sound."))
        self.priority = label(PRIORITY_UNKNOWN, "small", wrap=True)
        self.why = label("", "small", wrap=True)
        show_tone(self.why, "warning")
        self.why.hide()
        self.box = CalmMenu(tr("Least latency"))
        self.box.setToolTip(
            tr("With more latency, fewer gaps are heard, and each touch later. A JACK server decides for itself.")
        )
        self.box.activated.connect(self._choose)
        heading, unit = label(tr("Latency"), "heading"), label(tr("in ms"), "small")
        self.body.addLayout(self.head(heading, STRETCH, unit, about=tr("Latency")))
        self.body.addWidget(self.bar)
        self.body.addLayout(self._built_legend())
        theme.follow(self._colour_squares)
        self._colour_squares()
        fill(self.body, self.sum, self.load, self.priority, self.why, hbox(label(tr("Latency")), (self.box, 1)))
        self.show_choice(latency_ms)
        self.show_latency(LatencyBudget())

    def show_choice(self, latency_ms: float) -> None:
        """Show which latency is chosen; one that is not on the list is added."""
        with QSignalBlocker(self.box):
            self.box.clear()
            for ms in sorted({*CHOICES_MS, latency_ms}):
                self.box.addItem(tr("at least {ms} ms", ms=f"{ms:g}") if ms else tr("automatic"), ms)
            self.box.setCurrentIndex(self.box.findData(latency_ms))

    def show_figures(self, status: EngineStatus) -> None:
        """Show what the engine measured."""
        load = tr("{percent} % load", percent=number(100.0 * status.load))
        self.load.setText(f"{load} · {dropouts_text(status.underruns)}")
        without = NO_PRIORITY if status.device else PRIORITY_UNKNOWN
        self.priority.setText(PRIORITY if status.realtime_priority else without)
        self.show_latency(status.latency)

    def show_latency(self, budget: LatencyBudget) -> None:
        """Show these parts."""
        if budget == self._budget:
            return
        self._budget = budget
        known = budget.half_change > 0.0
        for part, _, _ in PARTS:
            self._figures[part].setText(number(getattr(budget, part), 1) if known else "–")
        self.sum.setText(
            tr(
                "First change {first} ms · half {half} ms",
                first=number(budget.first_change),
                half=number(budget.half_change),
            )
            if known
            else tr("Press Play to measure it")
        )
        self.bar.show_parts([getattr(budget, part) for part, _, _ in PARTS])
        why = f"{translated(budget.why)} {translated(budget.remedy)}".strip()
        self.why.setText(why)
        self.why.setVisible(bool(why))

    def _colour_squares(self) -> None:
        for square, colour in zip(self._squares, COLOURS, strict=True):
            square.setStyleSheet(f"color: {self.theme.sources[colour]};")

    def _built_legend(self) -> QGridLayout:
        legend = QGridLayout()
        legend.setHorizontalSpacing(6)
        legend.setVerticalSpacing(2)
        for place, (part, name, tip) in enumerate(PARTS):
            square = label("■", "small")
            self._squares.append(square)
            value = figure("888.8")
            value.setAccessibleName(tr("{name}, in milliseconds", name=name))
            row, column = place % 3, 3 * (place // 3)
            for offset, one in enumerate((square, label(name, "small"), value)):
                one.setToolTip(tip)
                legend.addWidget(one, row, column + offset)
            self._figures[part] = value
        legend.setColumnStretch(1, 1)
        legend.setColumnStretch(4, 1)
        legend.setColumnMinimumWidth(3, 18)
        return legend

    def _choose(self, index: int) -> None:
        self.latency_chosen.emit(float(self.box.itemData(index)))


class LatencyBar(QWidget):
    """The parts in ms side by side; the window, which comes after the first change, behind a mark and paler."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: list[float] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_role(self, QAccessible.Role.Graphic)
        self.setAccessibleName(tr("Latency, part by part"))

    def show_parts(self, parts: list[float]) -> None:
        """Show these parts, in ms."""
        self._parts = parts
        text = ", ".join(f"{name} {number(ms, 1)} ms" for (_, name, _), ms in zip(PARTS, parts, strict=True))
        self.setToolTip(text)
        self.setAccessibleDescription(text)
        self.update()

    def sizeHint(self) -> QSize:
        """A low bar."""
        return QSize(200, 26)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """The parts, and the mark of the first change."""
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
