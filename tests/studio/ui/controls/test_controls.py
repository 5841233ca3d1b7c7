import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from vschaos.performance.controls import Playable
from vschaos.performance.table import control_table
from vschaos_studio.ui.controls.axis_slider import AxisSlider, share_text
from vschaos_studio.ui.controls.control_slider import HANDLE, ControlSlider
from vschaos_studio.ui.controls.elided_label import FittingLabel
from vschaos_studio.ui.controls.level_meter import FALL_DB_PER_S, FLOOR_DB, PEAK_HOLD_S, LevelMeter, ScaledMeter

CONTROLS = {control.id: control for control in control_table(Playable(4))}
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(params=["latent.z3", "gain"])
def control(request):
    return CONTROLS[request.param]


@pytest.fixture
def slider(control, qtbot, theme):
    made = ControlSlider(control, theme)
    qtbot.addWidget(made)
    made.resize(214, 24)
    made.show()
    return made


@pytest.fixture
def moves(slider):
    made = []
    slider.moved.connect(made.append)
    return made


def test_showing_a_value_emits_nothing_and_does_not_round_it(slider, moves):
    slider.show_value(0.123456)
    assert slider.exact == 0.123456
    assert moves == []


def test_both_ends_can_be_reached(control, slider, moves, qtbot):
    qtbot.mouseClick(slider, LEFT, pos=QPoint(int(HANDLE), 12))
    qtbot.mouseClick(slider, LEFT, pos=QPoint(slider.width() - int(HANDLE), 12))
    assert moves == [control.low, control.high]


def test_a_double_click_returns_to_the_default(control, slider, moves, qtbot):
    slider.show_value(control.low)
    qtbot.mouseDClick(slider, LEFT)
    assert moves[-1] == control.default


def test_keys_move_it(control, slider, moves, qtbot):
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    span = control.high - control.low
    assert moves == [pytest.approx(control.default + span / 50, abs=span / 1000)]


def test_while_it_is_held_the_engine_does_not_move_it(control, slider, qtbot):
    qtbot.mousePress(slider, LEFT, pos=QPoint(50, 12))
    held = slider.exact
    slider.show_value(control.high)
    assert slider.exact == held
    qtbot.mouseRelease(slider, LEFT)
    slider.show_value(control.high)
    assert slider.exact == control.high


def test_values_read_well(qtbot, theme):
    axis, gain = ControlSlider(CONTROLS["latent.z3"], theme), ControlSlider(CONTROLS["gain"], theme)
    for widget in (axis, gain):
        qtbot.addWidget(widget)
    axis.show_value(-0.001)
    gain.show_value(-6.0)
    assert axis.text == "+0.00"
    assert gain.text == "-6.0 dB"


def test_an_axis_shows_its_number(qtbot, theme):
    row = AxisSlider(3, CONTROLS["latent.z4"], 0.12, theme)
    qtbot.addWidget(row)
    row.show()
    with qtbot.waitSignal(row.moved) as moved:
        qtbot.keyClick(row.slider, Qt.Key.Key_End)
    assert moved.args == ["latent.z4", (1.0,)]


@pytest.mark.parametrize(("share", "text"), [(0.0, "0 %"), (0.001, "<1 %"), (0.124, "12 %"), (1.0, "100 %")])
def test_shares_read_well(share, text):
    assert share_text(share) == text


def test_the_meter_rises_at_once_and_falls_slowly(qtbot, theme, clock):
    meter = LevelMeter(theme, clock=clock)
    qtbot.addWidget(meter)
    meter.show_level(-6.0)
    assert meter.level_db == -6.0
    clock.now += 0.5
    meter.show_level(-120.0)
    assert meter.level_db == pytest.approx(-6.0 - 0.5 * FALL_DB_PER_S)
    assert meter.peak_db == -6.0
    clock.now += PEAK_HOLD_S
    meter.show_level(-120.0)
    assert meter.peak_db < -6.0
    clock.now += 100
    meter.show_level(float("nan"))
    assert meter.level_db == meter.peak_db == FLOOR_DB


def test_an_upright_meter_rises_from_its_foot(qtbot, theme, clock):
    meter = ScaledMeter(theme, clock=clock)
    qtbot.addWidget(meter)
    meter.resize(meter.sizeHint().width(), 120)
    meter.show_level(-30.0)
    image = meter.grab().toImage()
    shades = [QColor(image.pixel(4, y)).name() for y in range(image.height())]
    middle = image.height() // 2
    assert shades.count(theme.good) == pytest.approx(middle, abs=3)
    assert theme.good in shades[-5:]
    assert theme.good not in shades[: middle - 4]
    meter.show_level(0.0)
    assert QColor(meter.grab().toImage().pixel(4, 1)).name() == theme.danger


def test_an_axis_is_called_by_what_it_changes_or_by_its_number(qtbot, theme):
    row = AxisSlider(2, CONTROLS["latent.z3"], 0.1, theme)
    qtbot.addWidget(row)
    assert row.slider.accessibleName() == "Axis 3"
    row.name_axis("noisier")
    assert row.slider.accessibleName() == "Axis 3, noisier"
    assert "3: noisier" in [one.text() for one in row.findChildren(QLabel)]
    assert "the sound becomes noisier" in row.slider.toolTip()
    assert row.slider.accessibleDescription() == "+0.00. To the right, the sound becomes noisier."
    row.show_value(0.5)
    assert row.slider.accessibleDescription().startswith("+0.50. ")
    row.name_axis("")
    assert "axis 3" in [one.text() for one in row.findChildren(QLabel)]


def test_a_line_that_can_be_missed_is_left_out_where_it_does_not_fit(qtbot):
    line = FittingLabel()
    qtbot.addWidget(line)
    line.setText("Similar sounds lie together")
    shown = []
    for width in (30, 400):
        line.resize(width, 20)
        image = line.grab().toImage()
        shown.append(len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) > 1)
    assert shown == [False, True]
