import pytest

from vschaos.errors import ControlError
from vschaos.performance.bindings import Binding, Bindings
from vschaos.performance.controls import Playable
from vschaos.performance.gamepad_decoder import (
    BUTTONS,
    DEAD_ZONE,
    FULL,
    GAMEPAD,
    STICKS,
    TRIGGERS,
    GamepadDecoder,
    GamepadMove,
    button,
)
from vschaos.performance.state import Touch
from vschaos.performance.table import control_table

CONTROLS = {control.id: control for control in control_table(Playable(2))}


class Pad:
    """A gamepad, and what it moves."""

    def __init__(self, *bindings, awaiting=""):
        self.decoder = GamepadDecoder()
        self.bindings = Bindings(GAMEPAD, lambda: CONTROLS)
        self.bindings.load(bindings)
        self.bindings.wait_for(awaiting)

    def move(self, *moves, device="0"):
        read = [self.decoder.decode(GamepadMove(device, source, value)) for source, value in moves]
        return self.bindings.move([one for one in read if one is not None], CONTROLS)


def test_a_stick_covers_the_controls_range_and_its_rest_is_the_middle():
    pad = Pad(Binding("left x", 0, "pad.x"))
    values = [pad.move(("left x", value))[0].values[0] for value in (1.0, 0.5, 0.0, -0.5, -1.0)]
    assert values == pytest.approx([1.0, (0.5 - DEAD_ZONE) / (FULL - DEAD_ZONE), 0.0, -values[1], -1.0])


def test_the_dead_zone_moves_nothing_and_has_no_edge():
    pad = Pad(Binding("left y", 0, "pad.y"))
    assert pad.move(("left y", DEAD_ZONE)) == ()
    assert pad.move(("left y", -0.9 * DEAD_ZONE)) == ()
    assert pad.move(("left y", DEAD_ZONE + 0.001))[0].values[0] == pytest.approx(0.0, abs=0.002)
    assert pad.move(("left y", 0.05)) == (Touch("pad.y", (0.0,)),)
    assert pad.move(("left y", -0.05)) == (), "it rests"


def test_a_trigger_goes_from_0_to_1():
    pad = Pad(Binding("right trigger", 0, "wander"))
    assert pad.move(("right trigger", 0.01)) == ()
    assert pad.move(("right trigger", 1.0)) == (Touch("wander", (1.0,)),)
    assert pad.move(("right trigger", 0.0)) == (Touch("wander", (0.0,)),)


def test_a_button_is_on_while_it_is_held_and_presses_a_trigger_once():
    pad = Pad(Binding("button a", 0, "freeze"), Binding("button b", 0, "panic"))
    assert pad.move(("button a", 1.0)) == (Touch("freeze", (1.0,)),)
    assert pad.move(("button a", 1.0)) == ()
    assert pad.move(("button a", 0.0)) == (Touch("freeze", (0.0,)),)
    assert pad.move(("button b", 1.0)) == (Touch("panic"),)
    assert pad.move(("button b", 0.0)) == ()


def test_what_moves_most_is_assigned_once_it_is_clear():
    pad = Pad(awaiting="noise")
    pad.move(("left x", 0.3), ("left y", 0.2))
    assert pad.bindings.awaiting == "noise"
    pad.move(("left x", 0.8), ("left y", 0.6))
    assert pad.bindings.all == (Binding("left x", 0, "noise"),)
    assert pad.move(("left x", 1.0)) == (Touch("noise", (1.0,)),)


@pytest.mark.parametrize("source", ["button x", "button 12", "left trigger"])
def test_buttons_and_triggers_are_assigned_as_well(source):
    pad = Pad(awaiting="play")
    pad.move((source, 1.0))
    assert pad.bindings.all == (Binding(source, 0, "play"),)


def test_the_axis_of_an_unknown_joystick_is_assigned_from_where_it_stands():
    pad = Pad(awaiting="noise")
    pad.move(("axis 3", 0.9))
    assert pad.bindings.awaiting == "noise", "a throttle stands anywhere"
    pad.move(("axis 3", 0.3))
    assert pad.bindings.all == (Binding("axis 3", 0, "noise"),)
    assert pad.move(("axis 3", -1.0)) == (Touch("noise", (-1.0,)),)


def test_two_gamepads_do_not_add_up_to_a_move():
    pad = Pad(awaiting="noise")
    pad.move(("left x", 0.35), device="0")
    pad.move(("left x", -0.35), device="1")
    assert pad.bindings.awaiting == "noise"


def test_only_what_a_gamepad_has_can_be_assigned():
    bindings = Bindings(GAMEPAD, lambda: CONTROLS)
    for source in (*STICKS, *TRIGGERS, *map(button, BUTTONS), "axis 1", "button 128"):
        bindings.bind(Binding(source, 0, "noise"))
    for source in ("", "left z", "cc 1", "axis 0", "axis 33", "button 129", "button"):
        with pytest.raises(ControlError) as refused:
            bindings.bind(Binding(source, 0, "noise"))
        assert refused.value.remedy
    with pytest.raises(ControlError):
        bindings.bind(Binding("left x", 1, "noise"))
