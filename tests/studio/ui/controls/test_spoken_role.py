import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from vschaos_studio.state.controls import CONTROLS
from vschaos_studio.ui.controls.control_switch import ControlSwitch
from vschaos_studio.ui.controls.spoken_role import install_roles, set_role


@pytest.fixture(autouse=True)
def roles(qapp):
    install_roles()


def test_a_painted_widget_has_the_role_that_it_says(qtbot):
    widget, other = QWidget(), QWidget()
    for one in (widget, other):
        qtbot.addWidget(one)
    set_role(widget, QAccessible.Role.Slider)
    assert QAccessible.queryAccessibleInterface(widget).role() is QAccessible.Role.Slider
    assert QAccessible.queryAccessibleInterface(other).role() is QAccessible.Role.Client


def test_a_switch_is_told_and_does_what_a_click_does(qtbot, theme):
    switch = ControlSwitch(CONTROLS["input"], theme, text="Live input")
    qtbot.addWidget(switch)
    told = QAccessible.queryAccessibleInterface(switch)
    assert (told.role(), told.text(QAccessible.Text.Name)) == (QAccessible.Role.CheckBox, "Live input")
    assert not told.state().checked
    with qtbot.waitSignal(switch.moved) as moved:
        told.actionInterface().doAction("Press")
    assert moved.args == [1.0]
    assert told.state().checked


def test_one_of_several_is_a_radio_button(qtbot):
    group, buttons = QButtonGroup(), [QToolButton(), QToolButton()]
    for one in buttons:
        qtbot.addWidget(one)
        one.setCheckable(True)
        group.addButton(one)
    assert QAccessible.queryAccessibleInterface(buttons[1]).role() is QAccessible.Role.RadioButton
