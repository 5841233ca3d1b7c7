import itertools
import math

import pytest

from vschaos.errors import ControlError
from vschaos.performance.bindings import Binding
from vschaos.performance.controls import Playable
from vschaos.performance.osc_map import CANDIDATES, OscMap, check, parsed_source, source_of
from vschaos.performance.state import Touch
from vschaos.performance.table import control_table

CONTROLS = {control.id: control for control in control_table(Playable(3))}


def bound(source, control, **way):
    made = OscMap()
    made.bind(Binding(source, 0, control, **way))
    return made


def moved(osc_map, address, *arguments):
    return osc_map.take(address, arguments, CONTROLS).touches


def test_an_address_moves_its_control_over_the_whole_range():
    osc_map = bound("osc /1/fader3", "gain")
    for share, level in ((0.0, -60.0), (0.5, -24.0), (1.0, 12.0), (2.0, 12.0), (-1.0, -60.0)):
        assert moved(osc_map, "/1/fader3", share) == (Touch("gain", (pytest.approx(level),)),)
    assert moved(osc_map, "/1/fader4", 0.5) == ()


def test_its_own_range_the_part_of_the_way_the_curve_and_the_direction():
    osc_map = bound("osc /tilt", "noise", low=1.0, high=0.5, curve=2.0, least=-90.0, most=90.0)
    for angle, value in ((-90.0, 1.0), (0.0, 0.875), (90.0, 0.5)):
        assert moved(osc_map, "/tilt", angle) == (Touch("noise", (pytest.approx(value),)),)
    turned = bound("osc /tilt", "noise", least=90.0, most=-90.0)
    assert moved(turned, "/tilt", 90.0) == (Touch("noise", (0.0,)),)
    assert moved(turned, "/tilt", -45) == (Touch("noise", (0.75,)),)


def test_the_second_argument_has_a_source_of_its_own():
    osc_map = bound("osc /1/xy 2", "noise")
    osc_map.bind(Binding("osc /1/xy", 0, "glide"))
    assert moved(osc_map, "/1/xy", 0.5, 0.25) == (Touch("glide", (2.5,)), Touch("noise", (0.25,)))
    assert moved(osc_map, "/1/xy", 0.5) == (Touch("glide", (2.5,)),)
    assert moved(osc_map, "/1/xy", "a", math.nan) == ()
    assert moved(osc_map, "/1/xy", 10**400, True) == (Touch("noise", (1.0,)),)


def test_a_button_presses_a_trigger_once():
    osc_map = bound("osc /push", "panic")
    assert [len(moved(osc_map, "/push", value)) for value in (1.0, 1.0, 0.0, 0.0, 1.0)] == [1, 0, 0, 0, 1]
    assert [len(moved(osc_map, "/push")) for _ in range(3)] == [1, 1, 1], "without a number, each time"


@pytest.mark.parametrize(
    ("sent", "learnt_range"),
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
def test_learning_takes_the_address_that_moves_and_guesses_its_range(sent, learnt_range):
    osc_map = OscMap()
    osc_map.learn("noise")
    told = [osc_map.take("/1/fader3", (value,), CONTROLS) for value in sent]
    assert any(one.rebound for one in told)
    (binding,) = osc_map.bindings
    assert (binding.source, binding.control) == ("osc /1/fader3", "noise")
    assert (binding.least, binding.most) == learnt_range
    assert osc_map.learning == ""


def test_a_sensor_that_trembles_is_not_learnt():
    osc_map = OscMap()
    osc_map.learn("noise")
    for step in range(1000):
        trembling = (9.81 + 0.05 * math.sin(step), 0.02 * math.cos(step))
        assert not osc_map.take("/accelerometer", trembling, CONTROLS).rebound
        assert not osc_map.take("/still", (0.5,), CONTROLS).rebound
    osc_map.take("/1/xy", (0.5, 0.1), CONTROLS)
    assert osc_map.take("/1/xy", (0.55, 0.9), CONTROLS).rebound
    assert [binding.source for binding in osc_map.bindings] == ["osc /1/xy 2"], "the argument that moved most"


def test_a_range_set_by_hand_is_left_alone():
    osc_map = OscMap()
    osc_map.learn("noise")
    for value in (0.0, 1.0, 64.0):
        osc_map.take("/knob", (value,), CONTROLS)
    (binding,) = osc_map.bindings
    assert binding.most == 127.0, "the guess was widened"
    osc_map.bind(Binding("osc /knob", 0, "noise", least=0.0, most=10.0))
    assert not osc_map.take("/knob", (1000.0,), CONTROLS).rebound
    assert osc_map.bindings[0].most == 10.0


def test_a_control_that_learns_another_address_keeps_its_way():
    osc_map = bound("osc /old", "noise", low=0.25, high=0.5, curve=3.0, least=-5.0, most=5.0)
    osc_map.learn("noise")
    osc_map.take("/new", (), CONTROLS)
    assert osc_map.bindings == (Binding("osc /new", 0, "noise", 0.25, 0.5, 3.0),)
    osc_map.unbind("")
    assert osc_map.addresses == frozenset()


def test_learning_remembers_no_more_than_it_needs():
    osc_map = OscMap()
    osc_map.learn("noise")
    for number in range(10 * CANDIDATES):
        osc_map.take(f"/flood/{number}", (0.5,), CONTROLS)
    assert len(osc_map._seen) == CANDIDATES
    for address in ("/" + "x" * 300, "/a b", "/\n", "nothing", ""):
        for value in (0.0, 1.0):
            assert not osc_map.take(address, (value,), CONTROLS).rebound


def test_sources_are_written_in_one_way():
    for address, place in itertools.product(("/a", "/1/fader3", "/ü"), (0, 1, 15)):
        assert parsed_source(source_of(address, place)) == (address, place)
    for wrong in ("cc 1", "osc a", "osc /", "osc /a 0", "osc /a 1", "osc /a 02", "osc /a 17", "osc /a b", "osc /a 2 3",
                  "osc /" + "a" * 200, "/a", "", "osc /a\n"):  # fmt: skip
        with pytest.raises(ControlError, match="no OSC address"):
            parsed_source(wrong)


@pytest.mark.parametrize(
    "way", [{"low": -0.1}, {"high": 1.1}, {"curve": 0.0}, {"curve": math.nan}, {"least": 1.0}, {"most": math.inf}]
)
def test_ways_that_cannot_be_get_a_sentence(way):
    with pytest.raises(ControlError, match="out of range"):
        check(Binding("osc /a", 0, "noise", **way))
