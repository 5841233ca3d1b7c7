"""The large waveform of the selected sound, with its name and facts above."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QShowEvent

from vschaos.data.scan import SoundFile
from vschaos.data.waveform import overview
from vschaos.errors import VschaosError
from vschaos_studio.language import number, tr, translated
from vschaos_studio.services.tasks import RunningTask, TaskContext, TaskRunner
from vschaos_studio.state.dataset import channels_text, duration_text, rate_text
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import fill, vbox
from vschaos_studio.ui.controls.plots import calm_plot, colour_plot
from vschaos_studio.ui.controls.styled_widgets import Card, label
from vschaos_studio.ui.theme import Theme

if TYPE_CHECKING:
    import pyqtgraph as pg

COLUMNS = 1200


class WaveformView(Card):
    """Shows one sound; the peaks are computed in a worker thread, once it is seen."""

    def __init__(self, tasks: TaskRunner, theme: Theme) -> None:
        super().__init__()
        self._tasks = tasks
        self._theme = theme
        self._task: RunningTask | None = None
        self.plot: pg.PlotWidget | None = None
        self.low: pg.PlotDataItem | None = None
        self.high: pg.PlotDataItem | None = None
        self._wanted: SoundFile | None = None
        self.name = ElidedLabel(role="heading")
        self.facts = label(role="muted")
        self.message = label(role="muted", wrap=True)
        self.body.setContentsMargins(16, 12, 16, 8)
        self.body.setSpacing(4)
        self._holder = vbox(self.message)
        fill(self.body, self.name, self.facts, (self._holder, 1))
        self.message.hide()

    def show_file(self, file: SoundFile | None) -> None:
        """Show this sound, or nothing."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._wanted = file
        self.name.setText(file.path.name if file is not None else "")
        self.message.hide()
        if file is None:
            self.facts.setText("")
            return
        facts = duration_text(file.duration_s), rate_text(file.sample_rate_hz), channels_text(file.channels)
        self.facts.setText(" · ".join(facts))
        if self.isVisible():
            self._read(file)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was chosen while this was not seen."""
        super().showEvent(event)
        if self._wanted is not None and self._task is None:
            self._read(self._wanted)

    def _read(self, file: SoundFile) -> None:
        self._task = self._tasks.run_task(partial(_overview, file), self._draw, self._show_error)

    def _draw(self, result: tuple[SoundFile, NDArray[np.float32]]) -> None:
        file, peaks = result
        if file is not self._wanted:
            return
        plot = self._shown_plot()
        assert self.low is not None
        assert self.high is not None
        x = (np.arange(peaks.shape[1]) + 0.5) * (file.duration_s / peaks.shape[1])
        self.low.setData(x, peaks[0])
        self.high.setData(x, peaks[1])
        plot.getAxis("bottom").setTicks([time_ticks(file.duration_s)])
        # pyqtgraph puts the plot item's own setRange in place of the view's, which the checker does not see.
        plot.setRange(xRange=(0.0, file.duration_s), yRange=(-1.12, 1.12), padding=0)  # pyright: ignore[reportCallIssue]

    def _show_error(self, error: VschaosError) -> None:
        self.message.setText(f"{translated(error.sentence)} {translated(error.remedy)}".strip())
        self.message.show()
        if self.plot is not None:
            self.plot.hide()

    def _shown_plot(self) -> pg.PlotWidget:
        import pyqtgraph as pg

        if self.plot is None:
            self.plot = plot = calm_plot(self._theme, left_width=24)
            plot.setAccessibleName(tr("Waveform of the selected sound"))
            plot.setAntialiasing(True)
            plot.getAxis("left").setTicks([[(-1, "−1"), (0, "0"), (1, "1")]])
            self.low, self.high = low, high = plot.plot(), plot.plot()
            self._fill = pg.FillBetweenItem(low, high)
            plot.addItem(self._fill)
            self._theme.follow(self._colour)
            self._colour()
            self._holder.addWidget(plot, 1)
        self.plot.show()
        return self.plot

    def _colour(self) -> None:
        assert self.plot is not None
        assert self.low is not None
        assert self.high is not None
        colour_plot(self.plot, self._theme)
        for curve in (self.low, self.high):
            curve.setPen(QColor(self._theme.accent))
        self._fill.setBrush(QColor(self._theme.accent))


def time_ticks(duration_s: float, most: int = 6) -> list[tuple[float, str]]:
    """Round times from 0 with their texts, at most ``most`` + 1 of them: 0 s, 0.5 s, 1 s; 0:00, 0:30, 1:00."""
    steps = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200)
    step = next((step for step in steps if duration_s / step <= most), math.ceil(duration_s / most / 3600) * 3600)
    times = [number * step for number in range(int(duration_s / step) + 1)]
    if duration_s < 60:
        return [(time, f"{number(time, 2 if step < 0.1 else 1 if step < 1 else 0)} s") for time in times]
    if duration_s < 3600:
        return [(time, f"{int(time) // 60}:{int(time) % 60:02d}") for time in times]
    return [(time, f"{int(time) // 3600}:{int(time) // 60 % 60:02d} h") for time in times]


def _overview(file: SoundFile, _context: TaskContext) -> tuple[SoundFile, NDArray[np.float32]]:
    return file, overview(file.path, COLUMNS)
