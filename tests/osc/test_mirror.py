"""The mirror on a clock of its own."""

import pytest

from vschaos.osc.mirror import INTERVAL_S, REST_S, Mirror
from vschaos.osc.namespace import Namespace
from vschaos.performance.authority import Performance
from vschaos.performance.controls import Playable
from vschaos.performance.state import Origin, Touch


class Peer:
    def __init__(self, dims=3):
        self.performance = Performance(Playable(dims))
        self.mirror = Mirror(Namespace(self.performance.controls))
        self.performance.listen(self.mirror.note)
        self.now = 100.0

    def touch(self, control, *values, origin=Origin.UI):
        self.performance.touch((Touch(control, values),), origin)

    def told(self, after_s=0.0):
        self.now += after_s
        return {m.address: m.arguments for m in self.mirror.due(self.now, self.performance.state)}


def test_a_change_is_told_under_every_name_that_pd_can_tell_apart():
    peer = Peer()
    peer.touch("pad", 0.5, -0.25)
    assert peer.told() == {
        "/vs/pad": (0.5, -0.25),
        "/vs/latent/z1": (0.5,),
        "/vs/latent/z2": (-0.25,),
        "/vs/latents": (0.5, -0.25, 0.0),
    }
    assert peer.told(1.0) == {}


def test_a_drag_is_thinned_to_60_a_second_and_ends_on_its_last_value():
    peer = Peer()
    told = []
    for step in range(1000):
        peer.touch("latent.z3", step / 1000)
        told += [peer.told(0.001).get("/vs/latent/z3")]
    told += [peer.told(INTERVAL_S).get("/vs/latent/z3")]
    values = [value for value in told if value is not None]
    assert 55 <= len(values) <= 62
    assert values[-1] == (pytest.approx(0.999),)


def test_the_peers_own_changes_do_not_come_back_under_any_name():
    peer = Peer()
    peer.touch("pad", 0.5, 0.5, origin=Origin.OSC)
    peer.touch("play", 1.0, origin=Origin.OSC)
    assert peer.told() == {}
    assert peer.told(10.0) == {}


def test_what_came_from_another_port_is_told_once_it_rests():
    peer = Peer()
    for step in range(10):
        peer.touch("pad", step / 10, 0.5, origin=Origin.OSC_OTHER)
        assert peer.told(REST_S / 2) == {}
    told = peer.told(REST_S)
    assert told["/vs/pad"] == (pytest.approx(0.9), 0.5)
    assert told["/vs/latents"] == (pytest.approx(0.9), 0.5, 0.0)
    peer.touch("pad", 0.9, 0.5, origin=Origin.OSC_OTHER)
    assert peer.told(10.0) == {}


def test_a_peer_that_echoes_what_it_hears_makes_no_loop():
    peer = Peer()
    peer.touch("pad", 0.1, 0.7)
    messages = peer.told()
    rounds = 0
    while messages and rounds < 10:
        for address, values in messages.items():
            control = peer.mirror._namespace.control_at(address)
            assert control is not None
            peer.touch(control.id, *values, origin=Origin.OSC)
        messages = peer.told(0.2)
        rounds += 1
    assert rounds == 1


def test_a_value_is_told_again_once_the_peer_has_moved_it_away():
    peer = Peer()
    peer.touch("gain", -6.0)
    assert peer.told() == {"/vs/gain": (-6.0,)}
    peer.touch("gain", -20.0, origin=Origin.OSC)
    assert peer.told(1.0) == {}
    peer.touch("gain", -6.0)
    assert peer.told(1.0) == {"/vs/gain": (-6.0,)}


def test_a_clipped_value_is_confirmed_once_when_the_gesture_rests():
    peer = Peer()
    for step in range(20):
        peer.touch("pad.x", 1.0 + step / 10, origin=Origin.OSC)
        assert peer.told(0.05) == {}, "not while it moves"
    assert peer.told(REST_S / 2) == {}
    assert peer.told(REST_S) == {"/vs/pad/x": (1.0,)}
    assert peer.told(10.0) == {}


def test_triggers_are_told_each_time_and_what_they_do_as_well():
    peer = Peer()
    peer.touch("play", 1.0)
    assert peer.told() == {"/vs/play": (1,)}
    peer.touch("panic")
    peer.touch("panic")
    messages = peer.mirror.due(peer.now, peer.performance.state)
    assert [m.address for m in messages].count("/vs/panic") == 2
    assert peer.told(0.1) == {"/vs/play": (0,)}


def test_a_new_instrument_forgets_what_was_known():
    peer = Peer()
    peer.touch("latent.z3", 0.5)
    peer.performance.fit(Playable(2))
    peer.mirror.use(Namespace(peer.performance.controls))
    assert peer.told() == {}
    peer.touch("latents", 0.5, 0.5)
    assert "/vs/latents" in peer.told()
