"""Addresses of other programs that move controls, through the port."""

import pytest

from tests.osc.osc_world import osc_world
from vschaos.errors import ControlError
from vschaos.osc.learning import OscLearning
from vschaos.osc.packet import Message, build
from vschaos.osc.reports import OscBindings
from vschaos.performance.authority import Performance
from vschaos.performance.bindings import Binding
from vschaos.performance.controls import Playable


@pytest.fixture
def taught():
    """A world, its learning, and what it tells."""
    told = []
    performance = Performance(Playable(3))
    learning = OscLearning(performance, told.append)
    with osc_world(learning=learning) as world:
        yield world, learning, told


def test_a_phone_that_sends_what_nobody_knows_learns_to_play(taught):
    world, learning, told = taught
    learning.learn("noise")
    assert told == [OscBindings((), "noise")]
    for value in (0.0, 0.1, 0.6):
        world.peer.send("/1/fader3", value)
    assert world.peer.rest() == [], "no errors while one learns"
    assert told[-1] == OscBindings((Binding("osc /1/fader3", 0, "noise"),), "")
    assert world.performance.state["noise"] == 0.0, "what teaches moves nothing"
    world.peer.send("/1/fader3", 0.25)
    world.peer.rest()
    assert world.performance.state["noise"] == 0.25
    world.peer.send("/1/fader4", 0.5)
    assert [message.address for message in world.peer.rest()] == ["/vs/error"]
    assert world.server.counts.rejected == 1


def test_questions_and_controls_are_heard_while_one_learns(taught):
    world, learning, _ = taught
    learning.learn("noise")
    world.peer.send("/vs/gain", -6.0)
    world.peer.send("/vs/query", "gain")
    assert world.peer.next("/vs/reply") == ("/vs/gain", -6.0)
    assert learning.bindings == ()


def test_a_burst_of_moves_is_one_touch_and_a_bundle_is_atomic(taught):
    world, learning, _ = taught
    learning.bind(Binding("osc /x", 0, "pad.x"))
    learning.bind(Binding("osc /y", 0, "pad.y"))
    heard = []
    world.performance.listen(heard.append)
    parts = [build(Message("/x", (step / 100,))) for step in range(101)] + [build(Message("/y", (1.0,)))]
    world.peer.send_raw(b"#bundle\0" + bytes(8) + b"".join(len(part).to_bytes(4, "big") + part for part in parts))
    world.peer.rest()
    assert world.performance.state.latent[:2] == (1.0, 1.0)
    assert [[change.control for change in changes] for changes in heard] == [["pad.x", "pad.y"]]


def test_an_address_of_the_table_can_move_another_control_too(taught):
    world, learning, _ = taught
    learning.bind(Binding("osc /vs/gain", 0, "noise", least=-60.0, most=12.0))
    world.peer.send("/vs/gain", -24.0)
    world.peer.rest()
    assert world.performance.state["gain"] == -24.0
    assert world.performance.state["noise"] == 0.5


def test_triggers_of_learnt_buttons_are_never_lost(taught):
    world, learning, _ = taught
    learning.bind(Binding("osc /push", 0, "panic"))
    for _ in range(200):
        world.peer.send("/push", 1.0)
        world.peer.send("/push", 0.0)
        world.peer.send("/push")
    world.peer.rest()
    assert world.performance.state.panics == 400


def test_bindings_of_another_instrument_wait_for_it(taught):
    world, learning, _ = taught
    learning.load([Binding("osc /deep", 0, "latent.z7", low=0.5, high=1.0)])
    world.peer.send("/deep", 1.0)
    assert world.peer.rest() == []
    world.performance.fit(Playable(8))
    world.peer.rest()
    world.peer.send("/deep", 1.0)
    world.peer.rest()
    assert world.performance.state.latent[6] == 1.0
    learning.unbind("latent.z7")
    assert learning.bindings == ()


def test_what_cannot_be_learnt_gets_a_sentence(taught):
    _, learning, _ = taught
    for order in (learning.learn, lambda control: learning.bind(Binding("osc /a", 0, control))):
        with pytest.raises(ControlError, match="no control"):
            order("nothing")
        with pytest.raises(ControlError, match="moves one"):
            order("pad")
    with pytest.raises(ControlError, match="no OSC address"):
        learning.bind(Binding("cc 1", 0, "noise"))
