"""The curves of a training and the large waveform."""

import numpy as np
import pytest

from tests.studio.immediate_tasks import ImmediateTasks
from tests.studio.reports import real_folder
from vschaos.data.scan import scan_folder
from vschaos.training.events import Progress, Validated
from vschaos_studio.state.training_curves import LossHistory
from vschaos_studio.ui.sounds.waveform_view import COLUMNS, WaveformView, time_ticks
from vschaos_studio.ui.train.loss_plot import MOST_POINTS, LossPlot, thinned


def test_long_curves_are_thinned_to_their_means():
    x, y = thinned(list(range(10_000)), [1.0, 3.0] * 5000)
    assert len(x) <= MOST_POINTS
    assert np.all(np.diff(x) > 0)
    assert np.mean(y) == pytest.approx(2.0, abs=0.1)


def test_short_curves_stay_and_what_a_log_axis_cannot_show_is_left_out():
    x, y = thinned([1, 2, 3, 4], [1.0, 0.0, -1.0, float("nan")])
    assert x.tolist() == [1, 2, 3, 4]
    assert y[0] == 1.0
    assert np.isnan(y[1:]).all()
    assert all(len(part) == 0 for part in thinned([], []))


def test_curves_show_what_the_trainer_said(qtbot, theme):
    plot = LossPlot(theme)
    qtbot.addWidget(plot)
    history = LossHistory()
    plot.show_history(history)
    assert plot.losses is None  # nothing to draw: pyqtgraph need not load
    for step in (10, 20, 30):
        history.add(Progress(step, 100, 1.0 / step, 0.5 / step, 0.0, 4, 1.0, 1.0))
    history.add(Validated(20, 6.5))
    plot.redraw()
    assert plot.curves["loss"].getOriginalDataset()[0].tolist() == [10, 20, 30]
    assert plot.curves["held_out"].getOriginalDataset()[1].tolist() == [6.5]
    low, high = plot.losses.viewRange()[0]
    assert low <= 0
    assert 30 <= high < 40
    plot.show_history(LossHistory())
    assert plot.losses.isHidden()


def test_many_events_are_drawn_together(qtbot, theme):
    plot = LossPlot(theme)
    qtbot.addWidget(plot)
    plot.redraw_soon()
    plot.redraw_soon()
    assert plot.timer.isActive()
    plot.timer.stop()


@pytest.mark.parametrize("duration_s", [0.046, 0.3, 1.0, 7.7, 59.0, 75.0, 600.0, 4000.0, 90_000.0, 1e6])
def test_ticks_are_few_and_inside(duration_s):
    ticks = time_ticks(duration_s)
    assert 2 <= len(ticks) <= 8
    assert ticks[0][0] == 0
    assert ticks[-1][0] <= duration_s
    assert len({text for _, text in ticks}) == len(ticks)


def test_the_large_waveform_is_the_selected_sound(qtbot, theme, tmp_path):
    report = scan_folder(real_folder(tmp_path / "bells"))
    view = WaveformView(ImmediateTasks(), theme)
    qtbot.addWidget(view)
    view.show()
    low = next(file for file in report.files if file.relative == "b low.wav")
    view.show_file(low)
    assert view.name.text() == "b low.wav"
    assert "1.0" in view.facts.text()
    x, y = view.high.getOriginalDataset()
    assert len(x) == COLUMNS
    assert 0 < x[0] < x[-1] < low.duration_s
    assert y.max() == pytest.approx(0.5, abs=0.01)
    low.path.unlink()
    view.show_file(low)
    assert not view.message.isHidden()
    assert view.plot.isHidden()
    view.show_file(None)
    assert view.name.text() == ""
