import itertools
import math

import pytest

from vschaos.errors import ControlError
from vschaos.performance.bindings import MOST_CANDIDATES, Binding, Bindings, check_range
from vschaos.performance.controls import Playable
from vschaos.performance.osc_decoder import OSC, OscDecoder, parsed_source, source_of
from vschaos.performance.state import Touch
from vschaos.performance.table import control_table

CONTROLS = {control.id: control for control in control_table(Playable(3))}


class OscStage:
    """A decoder and its bindings, as the OSC port joins them."""

    def __init__(self):
        self.bindings = Bindings(OSC, lambda: CONTROLS)
        self.decoder = OscDecoder(self.bindings)

    def moved(self, address, *arguments):
        """The touches of a message."""
        return self.bindings.move(self.decoder.decode(address, arguments) or (), CONTROLS)

    def changed(self, address, *arguments):
        """Whether a message changed the bindings."""
        before = self.bindings.all
        self.moved(address, *arguments)
        return self.bindings.all != before


def bound(source, control, **ranges):
    stage = OscStage()
    stage.bindings.bind(Binding(source, 0, control, **ranges))
    return stage


def test_an_address_moves_its_control_over_the_whole_range():
    stage = bound("osc /1/fader3", "gain")
    for share, level in ((0.0, -60.0), (0.5, -24.0), (1.0, 12.0), (2.0, 12.0), (-1.0, -60.0)):
        assert stage.moved("/1/fader3", share) == (Touch("gain", (pytest.approx(level),)),)
    assert stage.moved("/1/fader4", 0.5) == ()


def test_its_own_range_the_part_of_the_range_the_curve_and_the_direction():
    stage = bound("osc /tilt", "spread", low=1.0, high=0.5, curve=2.0, least=-90.0, most=90.0)
    for angle, value in ((-90.0, 1.0), (0.0, 0.875), (90.0, 0.5)):
        assert stage.moved("/tilt", angle) == (Touch("spread", (pytest.approx(value),)),)
    turned = bound("osc /tilt", "spread", least=90.0, most=-90.0)
    assert turned.moved("/tilt", 90.0) == (Touch("spread", (0.0,)),)
    assert turned.moved("/tilt", -45) == (Touch("spread", (0.75,)),)


def test_the_second_argument_has_a_source_of_its_own():
    stage = bound("osc /1/xy 2", "spread")
    stage.bindings.bind(Binding("osc /1/xy", 0, "glide"))
    assert stage.moved("/1/xy", 0.5, 0.25) == (Touch("glide", (2.5,)), Touch("spread", (0.25,)))
    assert stage.moved("/1/xy", 0.5) == (Touch("glide", (2.5,)),)
    assert stage.moved("/1/xy", "a", math.nan) == ()
    assert stage.moved("/1/xy", 10**400, True) == (Touch("spread", (1.0,)),)


def test_a_button_presses_a_trigger_once():
    stage = bound("osc /push", "panic")
    assert [len(stage.moved("/push", value)) for value in (1.0, 1.0, 0.0, 0.0, 1.0)] == [1, 0, 0, 0, 1]
    assert [len(stage.moved("/push")) for _ in range(3)] == [1, 1, 1], "without a number, each time"


@pytest.mark.parametrize(
    ("sent", "guessed_range"),
    [
        ((0.0, 0.01, 0.5), (0.0, 1.0)),
        ((0.5, 0.1), (0.0, 1.0)),
        ((0.0, -0.3, -0.8), (-1.0, 1.0)),
        ((64, 70, 100), (0.0, 127.0)),
        ((0, 1, 2, 5, 90), (0.0, 127.0)),
        ((200, 10), (0.0, 255.0)),
        ((10.0, 300.0), (0.0, 360.0)),
        ((-20.0, 45.0), (-127.0, 127.0)),
        ((100_000.0, 0.0), (0.0, 100_000.0)),
        ((1, 0), (0.0, 1.0)),
    ],
)
def test_the_address_that_moves_is_assigned_with_a_guessed_range(sent, guessed_range):
    stage = OscStage()
    stage.bindings.wait_for("spread")
    for value in sent:
        stage.moved("/1/fader3", value)
    (binding,) = stage.bindings.all
    assert (binding.source, binding.control) == ("osc /1/fader3", "spread")
    assert (binding.least, binding.most) == guessed_range
    assert stage.bindings.awaiting == ""


def test_a_sensor_that_trembles_is_not_assigned():
    stage = OscStage()
    stage.bindings.wait_for("spread")
    for step in range(1000):
        trembling = (9.81 + 0.05 * math.sin(step), 0.02 * math.cos(step))
        assert not stage.changed("/accelerometer", *trembling)
        assert not stage.changed("/still", 0.5)
    stage.moved("/1/xy", 0.5, 0.1)
    assert stage.changed("/1/xy", 0.55, 0.9)
    assert [binding.source for binding in stage.bindings.all] == ["osc /1/xy 2"], "the argument that moved most"


def test_a_range_set_by_hand_is_left_alone():
    stage = OscStage()
    stage.bindings.wait_for("spread")
    for value in (0.0, 1.0, 64.0):
        stage.moved("/knob", value)
    (binding,) = stage.bindings.all
    assert binding.most == 127.0, "the guess was widened"
    stage.bindings.bind(Binding("osc /knob", 0, "spread", least=0.0, most=10.0))
    assert not stage.changed("/knob", 1000.0)
    assert stage.bindings.all[0].most == 10.0


def test_a_control_that_gets_another_address_keeps_its_range():
    stage = bound("osc /old", "spread", low=0.25, high=0.5, curve=3.0, least=-5.0, most=5.0)
    stage.bindings.wait_for("spread")
    stage.moved("/new")
    assert stage.bindings.all == (Binding("osc /new", 0, "spread", 0.25, 0.5, 3.0),)
    stage.bindings.unbind("")
    assert stage.decoder.addresses == frozenset()


def test_waiting_follows_a_limited_number_of_addresses():
    stage = OscStage()
    stage.bindings.wait_for("spread")
    for value in (0.0, 1.0):
        for number in range(MOST_CANDIDATES, 10 * MOST_CANDIDATES):
            assert not stage.changed(f"/flood/{number}", value if number >= 2 * MOST_CANDIDATES else 0.5)
    for address in ("/" + "x" * 300, "/a b", "/\n", "nothing", ""):
        for value in (0.0, 1.0):
            assert not stage.changed(address, value)


def test_sources_are_written_in_one_way():
    for address, place in itertools.product(("/a", "/1/fader3", "/ü"), (0, 1, 15)):
        assert parsed_source(source_of(address, place)) == (address, place)
    for wrong in ("cc 1", "osc a", "osc /", "osc /a 0", "osc /a 1", "osc /a 02", "osc /a 17", "osc /a b", "osc /a 2 3",
                  "osc /" + "a" * 200, "/a", "", "osc /a\n"):  # fmt: skip
        with pytest.raises(ControlError, match="not an OSC address"):
            parsed_source(wrong)


@pytest.mark.parametrize(
    "way", [{"low": -0.1}, {"high": 1.1}, {"curve": 0.0}, {"curve": math.nan}, {"least": 1.0}, {"most": math.inf}]
)
def test_wrong_ranges_get_a_sentence(way):
    with pytest.raises(ControlError, match="out of range"):
        check_range(Binding("osc /a", 0, "spread", **way))
