"""Addresses of other programs that move controls, through the port."""

import pytest

from tests.osc.osc_world import osc_world
from vschaos.errors import ControlError
from vschaos.osc.packet import OscMessage, build
from vschaos.performance.bindings import Binding, Bindings, BindingsChanged
from vschaos.performance.controls import Playable
from vschaos.performance.osc_decoder import OSC
from vschaos.performance.performance import Performance


@pytest.fixture
def bound():
    """A world, its bindings, and what they report."""
    changes = []
    performance = Performance(Playable(3))
    bindings = Bindings(OSC, lambda: performance.controls, changes.append)
    with osc_world(bindings=bindings) as world:
        yield world, bindings, changes


def test_an_unknown_address_of_a_phone_is_assigned_and_plays(bound):
    world, bindings, changes = bound
    bindings.wait_for("spread")
    assert changes == [BindingsChanged("osc", (), "spread")]
    for value in (0.0, 0.1, 0.6):
        world.peer.send("/1/fader3", value)
    assert world.peer.rest() == [], "no errors while a control waits"
    assert changes[-1] == BindingsChanged("osc", (Binding("osc /1/fader3", 0, "spread"),))
    assert world.performance.state["spread"] == 0.0, "the message by which it is assigned moves nothing"
    world.peer.send("/1/fader3", 0.25)
    world.peer.rest()
    assert world.performance.state["spread"] == 0.25
    world.peer.send("/1/fader4", 0.5)
    assert [message.address for message in world.peer.rest()] == ["/vs/error"]
    assert world.server.counts.rejected == 1


def test_questions_and_controls_work_while_a_control_waits(bound):
    world, bindings, _ = bound
    bindings.wait_for("spread")
    world.peer.send("/vs/gain", -6.0)
    world.peer.send("/vs/query", "gain")
    assert world.peer.next("/vs/reply") == ("/vs/gain", -6.0)
    assert bindings.all == ()


def test_a_burst_of_moves_is_one_touch_and_a_bundle_is_atomic(bound):
    world, bindings, _ = bound
    bindings.bind(Binding("osc /x", 0, "pad.x"))
    bindings.bind(Binding("osc /y", 0, "pad.y"))
    heard = []
    world.performance.listen(heard.append)
    parts = [build(OscMessage("/x", (step / 100,))) for step in range(101)] + [build(OscMessage("/y", (1.0,)))]
    world.peer.send_raw(b"#bundle\0" + bytes(8) + b"".join(len(part).to_bytes(4, "big") + part for part in parts))
    world.peer.rest()
    assert world.performance.state.latent[:2] == (1.0, 1.0)
    assert [[change.control for change in changes] for changes in heard] == [["pad.x", "pad.y"]]


def test_an_address_of_the_table_can_move_another_control_too(bound):
    world, bindings, _ = bound
    bindings.bind(Binding("osc /vs/gain", 0, "spread", least=-60.0, most=12.0))
    world.peer.send("/vs/gain", -24.0)
    world.peer.rest()
    assert world.performance.state["gain"] == -24.0
    assert world.performance.state["spread"] == 0.5


def test_triggers_of_assigned_buttons_are_never_lost(bound):
    world, bindings, _ = bound
    bindings.bind(Binding("osc /push", 0, "panic"))
    for _ in range(200):
        world.peer.send("/push", 1.0)
        world.peer.send("/push", 0.0)
        world.peer.send("/push")
    world.peer.rest()
    assert world.performance.state.panics == 400


def test_bindings_of_another_instrument_wait_for_it(bound):
    world, bindings, _ = bound
    bindings.load([Binding("osc /deep", 0, "latent.z7", low=0.5, high=1.0)])
    world.peer.send("/deep", 1.0)
    assert world.peer.rest() == []
    world.performance.fit(Playable(8))
    world.peer.rest()
    world.peer.send("/deep", 1.0)
    world.peer.rest()
    assert world.performance.state.latent[6] == 1.0
    bindings.unbind("latent.z7")
    assert bindings.all == ()


def test_what_cannot_be_assigned_gets_a_sentence(bound):
    _, bindings, _ = bound
    for order in (bindings.wait_for, lambda control: bindings.bind(Binding("osc /a", 0, control))):
        with pytest.raises(ControlError, match="no control"):
            order("nothing")
        with pytest.raises(ControlError, match="moves one value"):
            order("pad")
    with pytest.raises(ControlError, match="not an OSC address"):
        bindings.bind(Binding("cc 1", 0, "spread"))
