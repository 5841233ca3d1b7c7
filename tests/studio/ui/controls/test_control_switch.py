import pytest
from PySide6.QtCore import Qt

from vschaos.performance.controls import Playable
from vschaos.performance.table import control_table
from vschaos_studio.ui.controls.control_switch import ControlSwitch, IconSwitch

CONTROLS = {control.id: control for control in control_table(Playable(1))}
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(params=["small", "picture"])
def switch(request, qtbot, theme):
    made = (
        ControlSwitch(CONTROLS["gesture.loop"], theme, text="Loop")
        if request.param == "small"
        else IconSwitch(CONTROLS["gesture.loop"], "loop", "Loop", theme)
    )
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def moves(switch):
    made = []
    switch.moved.connect(made.append)
    return made


def test_it_begins_at_the_default_and_a_click_emits_the_other_value(switch, moves, qtbot):
    assert switch.isChecked()
    qtbot.mouseClick(switch, LEFT)
    qtbot.mouseClick(switch, LEFT)
    assert moves == [0.0, 1.0]


def test_showing_a_value_emits_nothing(switch, moves):
    switch.show_value(0.0)
    assert not switch.isChecked()
    switch.show_value(1.0)
    assert switch.isChecked()
    assert moves == []


def test_while_it_is_pressed_the_engine_does_not_switch_it(switch, moves, qtbot):
    qtbot.mousePress(switch, LEFT)
    switch.show_value(0.0)
    assert switch.isChecked()
    qtbot.mouseRelease(switch, LEFT)
    assert moves == [0.0]


def test_the_space_bar_switches_it(switch, moves, qtbot):
    assert switch.focusPolicy() == Qt.FocusPolicy.TabFocus
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert moves == [0.0]


def test_the_tip_says_what_it_does_and_its_address(switch):
    assert CONTROLS["gesture.loop"].help in switch.toolTip()
    assert "/vs/gesture/loop" in switch.toolTip()


def test_on_and_off_look_different(switch):
    on = switch.grab().toImage()
    switch.show_value(0.0)
    assert switch.grab().toImage() != on
