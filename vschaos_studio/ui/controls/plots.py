"""pyqtgraph plots in the theme's colours. pyqtgraph is loaded with the first plot: that takes most of a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont

from vschaos_studio.ui.theme import Theme

if TYPE_CHECKING:
    import pyqtgraph as pg


def calm_plot(theme: Theme, *, left_width: int) -> pg.PlotWidget:
    """An empty plot that only shows: no menu, no dragging, no wheel.

    Parameters
    ----------
    left_width
        Pixels for the numbers on the left, so that plots above each other align.
    """
    import pyqtgraph as pg

    plot = pg.PlotWidget()
    plot.setFrameShape(pg.PlotWidget.Shape.NoFrame)
    plot.setMenuEnabled(False)
    plot.setMouseEnabled(False, False)
    plot.hideButtons()
    font = QFont()
    font.setPixelSize(theme.small)
    colour_plot(plot, theme)
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        axis.setStyle(tickFont=font, tickLength=0)
        axis.enableAutoSIPrefix(False)
    plot.getAxis("left").setWidth(left_width)
    # pyqtgraph would write 0.1, 1, 10¹.
    plot.getAxis("left").logTickStrings = _log_ticks
    # The wheel scrolls the page, and the Tab key passes plots by.
    plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return plot


def colour_plot(plot: pg.PlotWidget, theme: Theme) -> None:
    """Give a plot's ground and axes the theme's colours."""
    plot.setBackground(theme.surface)
    for side in ("left", "bottom"):
        plot.getAxis(side).setPen(QColor(theme.line))
        plot.getAxis(side).setTextPen(QColor(theme.muted))


def _log_ticks(values: list[float], _scale: float, _spacing: float) -> list[str]:
    """Numbers for 1, 2, 5, 10 …: all nine of a decade would run into each other."""
    texts = [f"{10**value:.3g}" for value in values]
    return [text if text.strip("0.")[:1] in ("1", "2", "5") else "" for text in texts]
