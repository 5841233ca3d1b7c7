import pytest

from vschaos.performance.bindings import AwaitBinding, Binding, BindingsChanged
from vschaos.performance.gamepad_decoder import BUTTONS, STICKS, TRIGGERS, button
from vschaos.realtime.protocol import Gamepads
from vschaos_studio.ui.play.gamepad_panel import NONE, GamepadPanel, source_text


@pytest.fixture
def panel(qtbot, theme):
    made = GamepadPanel(theme)
    qtbot.addWidget(made)
    made.resize(328, 400)
    made.show()
    return made


def test_which_gamepads_are_connected_is_shown_while_it_matters(panel):
    assert panel.connected.isHidden()
    panel.show_gamepads(Gamepads())
    assert panel.connected.text() == NONE
    assert not panel.connected.isHidden()
    panel.show_gamepads(Gamepads(("Pad A", "Pad B")))
    assert panel.connected.text() == "Pad A, Pad B"
    panel.show_gamepads(Gamepads(is_looking=False))
    assert panel.connected.isHidden()


def test_a_control_waits_for_a_stick_and_its_row_names_it(panel):
    orders = []
    panel.bindings.ordered.connect(orders.append)
    panel.bindings.choose_control("pad.x")
    panel.bindings.assign.click()
    assert orders == [AwaitBinding("gamepad", "pad.x")]
    panel.bindings.show_bindings(BindingsChanged("gamepad", (Binding("left x", 0, "pad.x"),)))
    assert [row.text for row in panel.bindings.rows] == ["Left stick, left–right → pad, across"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("right y", "Right stick, up–down"),
        ("left trigger", "Left trigger"),
        ("button a", "Button A"),
        ("button left stick", "Left stick, pressed"),
        ("button up", "Directional pad, up"),
        ("button paddle 2", "Button Paddle 2"),
        ("axis 3", "Axis 3"),
        ("button 12", "Button 12"),
    ],
)
def test_parts_read_well(source, text):
    assert source_text(Binding(source, 0, "noise")) == text


def test_no_two_parts_are_called_the_same():
    sources = [*STICKS, *TRIGGERS, *map(button, BUTTONS), "axis 1", "button 1"]
    assert len({source_text(Binding(source, 0, "noise")) for source in sources}) == len(sources)
