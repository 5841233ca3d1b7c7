import pytest
from PySide6.QtCore import Qt

from vschaos.realtime.devices.latency import LatencyBudget
from vschaos.realtime.protocol import EngineStatus
from vschaos_studio.ui.play.latency_panel import NO_PRIORITY, PARTS, PRIORITY, PRIORITY_UNKNOWN, LatencyPanel

BUDGET = LatencyBudget(5.0, 20.0, 1.0, 2.0, 12.0, 20.0)
WIDTH = 328


@pytest.fixture
def panel(qtbot, theme):
    made = LatencyPanel(theme)
    qtbot.addWidget(made)
    made.resize(WIDTH, 320)
    made.show()
    return made


def test_each_part_of_the_budget_is_named(panel):
    names = {name for name in LatencyBudget.__dataclass_fields__ if name not in ("why", "remedy")}
    assert {part for part, _, _ in PARTS} == names
    assert PARTS[-1][0] == "window"  # all but the last are over before the first change


def test_it_shows_the_sums(panel):
    assert panel.sum.text() == "Press Play to measure it"
    panel.show_figures(EngineStatus(latency=BUDGET, load=0.37, underruns=1, realtime_priority=True))
    assert panel.sum.text() == "First change 40 ms · half 60 ms"
    assert panel.load.text() == "37 % load · 1 dropout"
    assert panel.priority.text() == PRIORITY
    panel.show_figures(EngineStatus(latency=BUDGET, load=0.37, realtime_priority=False))
    assert panel.priority.text() == PRIORITY_UNKNOWN, "no output was there to ask for"
    panel.show_figures(EngineStatus(latency=BUDGET, load=0.37, device="Speakers", realtime_priority=False))
    assert panel.load.text() == "37 % load · no dropouts"
    assert panel.priority.text() == NO_PRIORITY


def test_the_reason_for_a_longer_queue_stands_there_only_if_there_is_one(panel):
    panel.show_latency(BUDGET)
    assert panel.why.isHidden()
    panel.show_latency(LatencyBudget(1.0, why="The device comes late.", remedy="Choose another."))
    assert panel.why.text() == "The device comes late. Choose another."


def test_the_bar_is_as_long_as_its_parts(panel, theme):
    panel.show_latency(BUDGET)
    bar = panel.bar
    image = bar.grab().toImage()
    row = [image.pixelColor(x, bar.height() // 2).name() for x in range(bar.width())]
    for place, (ms, colour) in enumerate(((5.0, 0), (20.0, 4), (2.0, 2), (12.0, 1))):
        share = row.count(theme.sources[colour]) / bar.width()
        assert share == pytest.approx(ms / 60.0, abs=2.5 / bar.width()), place
    # Where the first sample changes, two thirds of the way, stands the mark.
    assert theme.text in row[round(bar.width() * 40 / 60) - 2 : round(bar.width() * 40 / 60) + 3]


def test_a_reserve_is_chosen_and_one_from_elsewhere_is_kept(panel, qtbot):
    emitted = []
    panel.latency_chosen.connect(emitted.append)
    assert panel.box.currentText() == "automatic"
    panel.show_choice(37.0)
    assert panel.box.currentText() == "at least 37 ms"
    assert emitted == []
    qtbot.keyClick(panel.box, Qt.Key.Key_Home)
    qtbot.keyClick(panel.box, Qt.Key.Key_Down)
    assert emitted == [0.0, 20.0]


def test_it_fits_the_column(panel):
    assert panel.minimumSizeHint().width() <= WIDTH
    panel.show_figures(EngineStatus(latency=LatencyBudget(*[888.8] * 6), load=1.0, underruns=1234))
    assert panel.minimumSizeHint().width() <= WIDTH
