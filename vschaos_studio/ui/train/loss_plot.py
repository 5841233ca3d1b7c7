"""The curves of a training: its losses, and the error on held-out sounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from vschaos_studio.language import tr
from vschaos_studio.state.training_curves import LossHistory
from vschaos_studio.ui.controls.layouts import STRETCH, boxed, fill, hbox
from vschaos_studio.ui.controls.plots import calm_plot, colour_plot
from vschaos_studio.ui.controls.styled_widgets import Card, label
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.train.closeness_meter import ERROR_TIP

if TYPE_CHECKING:
    import pyqtgraph as pg

REDRAW_MS = 250
"""Curves are drawn at most four times a second, however often events come."""

MOST_POINTS = 1500
LEFT_WIDTH = 48


LOSSES = ("loss", "reconstruction", "divergence")


class LossPlot(QWidget):
    """Two plots beside each other; pyqtgraph loads when the first point comes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._history = LossHistory()
        self.losses: pg.PlotWidget | None = None
        self._held_out: pg.PlotWidget | None = None
        self.curves: dict[str, pg.PlotDataItem] = {}
        self._waiting: list[QLabel] = []
        self._drawn: list[QWidget] = []
        self._left = self._built_card(tr("Losses"), (tr("total"), tr("reconstruction"), tr("divergence")))
        self._right = self._built_card(tr("Held-out sounds"), ())
        self._right.setToolTip(ERROR_TIP)
        hbox((self._left, 3), (self._right, 2), spacing=16, on=self)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(REDRAW_MS)
        self.timer.timeout.connect(self.redraw)

    def show_history(self, history: LossHistory) -> None:
        """Show these curves from now on."""
        self._history = history
        self.redraw()

    def redraw_soon(self) -> None:
        """Draw what has been added, within a quarter of a second."""
        if not self.timer.isActive():
            self.timer.start()

    def redraw(self) -> None:
        """Draw all points now."""
        history = self._history
        if not history.step and self.losses is None:
            return
        if self.losses is None:
            self._build_plots()
        assert self.losses is not None
        assert self._held_out is not None
        for widget in self._drawn:
            widget.setVisible(bool(history.step))
        for widget in self._waiting:
            widget.setVisible(not history.step)
        for name in LOSSES:
            self.curves[name].setData(*thinned(history.step, getattr(history, name)), connect="finite")
        self.curves["held_out"].setData(history.held_out_step, history.held_out_db)
        last = max(history.step[-1] if history.step else 1, 1)
        for plot in (self.losses, self._held_out):
            plot.setXRange(0, last, padding=0.01)  # pyright: ignore[reportCallIssue]
        # From zero, so that small changes look small.
        highest = max(history.held_out_db, default=1.0)
        self._held_out.setYRange(0, 1.2 * max(highest, 0.1), padding=0)  # pyright: ignore[reportCallIssue]

    def _build_plots(self) -> None:

        self.losses = losses = calm_plot(self._theme, left_width=LEFT_WIDTH)
        losses.setAccessibleName(tr("Curves of the losses"))
        losses.setLogMode(y=True)
        self._held_out = held_out = calm_plot(self._theme, left_width=LEFT_WIDTH)
        held_out.setAccessibleName(tr("Curve of the held-out error in dB"))
        for name in reversed(LOSSES):
            self.curves[name] = losses.plot(antialias=True)
        self.curves["held_out"] = held_out.plot(symbol="o", symbolSize=6, symbolPen=None, antialias=True)
        self._theme.follow(self._colour)
        self._colour()
        for card, plot, unit in ((self._left, losses, ""), (self._right, held_out, tr("dB, lower is better"))):
            plot.showGrid(x=False, y=True, alpha=0.12)
            card.body.addWidget(plot, 1)
            under = boxed(hbox(label(unit, "small"), STRETCH, label(tr("steps"), "small")))
            card.body.addWidget(under)
            self._drawn += [plot, under]

    def _colour(self) -> None:
        import pyqtgraph as pg

        for plot in filter(None, (self.losses, self._held_out)):
            colour_plot(plot, self._theme)
        for name in LOSSES:
            pen = pg.mkPen(_colour_of(name, self._theme), width=2 if name == "loss" else 1.5)
            self.curves[name].setPen(pen)
        self.curves["held_out"].setPen(pg.mkPen(self._theme.good, width=2))
        self.curves["held_out"].setSymbolBrush(self._theme.good)

    def _built_card(self, heading: str, legend: tuple[str, ...]) -> Card:
        card = Card()
        card.body.setContentsMargins(16, 12, 12, 8)
        row = hbox(label(heading, "heading"), STRETCH, spacing=12)
        for loss, name in zip(LOSSES, legend, strict=False):
            fill(row, _Swatch(loss, self._theme), label(name, "small"))
        waiting = label(tr("The curve starts with the first steps."), "muted")
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting.append(waiting)
        fill(card.body, row, (waiting, 1))
        return card


def _colour_of(loss: str, theme: Theme) -> str:
    return {"loss": theme.accent, "reconstruction": theme.sources[0], "divergence": theme.sources[3]}[loss]


def thinned(steps: list[float], values: list[float]) -> tuple[np.ndarray, np.ndarray]:
    """A curve of at most ``MOST_POINTS`` points, means of equal stretches; what a log axis cannot show becomes NaN."""
    x, y = np.asarray(steps, float), np.asarray(values, float)
    stretch = -(-len(x) // MOST_POINTS)
    if stretch > 1:
        starts = np.arange(0, len(x), stretch)
        counts = np.diff(starts, append=len(x))
        x, y = np.add.reduceat(x, starts) / counts, np.add.reduceat(y, starts) / counts
    return x, np.where(y > 0, y, np.nan)


class _Swatch(QWidget):
    """A short stroke in a curve's colour."""

    def __init__(self, loss: str, theme: Theme) -> None:
        super().__init__()
        self._loss, self._theme = loss, theme
        self.setFixedSize(18, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """See QWidget."""
        painter = QPainter(self)
        painter.setPen(QPen(QColor(_colour_of(self._loss, self._theme)), 3))
        middle = self.height() / 2
        painter.drawLine(QPointF(1, middle), QPointF(self.width() - 1, middle))
