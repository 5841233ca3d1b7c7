"""The mirror on a clock of its own."""

import pytest

from vschaos.osc.mirror import INTERVAL_S, REST_S, Hand, Mirror
from vschaos.osc.namespace import Namespace
from vschaos.performance.authority import Performance
from vschaos.performance.controls import Playable
from vschaos.performance.state import Origin, Touch


class Peer:
    def __init__(self, dims=3):
        self.performance = Performance(Playable(dims))
        self.mirror = Mirror(Namespace(self.performance.controls))
        self.performance.listen(self.note)
        self.now = 100.0

    def note(self, changes):
        hands = {Origin.OSC: Hand.OWN, Origin.OSC_OTHER: Hand.PERHAPS_OWN}
        self.mirror.note(changes, hands.get(changes[0].origin, Hand.OTHER))

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


def test_a_recall_tells_what_moved_and_nothing_else_to_its_own_hand_too():
    peer = Peer()
    peer.touch("noise", 0.5)
    peer.touch("snapshot.store", 1.0)
    assert peer.told() == {"/vs/noise": (0.5,)}
    peer.touch("noise", 0.25)
    peer.touch("pad", 0.5, 0.5)
    peer.told(1.0)
    for origin in (Origin.OSC, Origin.OSC_OTHER, Origin.UI):
        peer.touch("snapshot.recall", 1.0, origin=origin)
        assert peer.told(1.0) == {
            "/vs/noise": (0.5,),
            "/vs/pad": (0.0, 0.0),
            "/vs/latent/z1": (0.0,),
            "/vs/latent/z2": (0.0,),
            "/vs/latents": (0.0, 0.0, 0.0),
        }
        peer.touch("snapshot.recall", 1.0, origin=origin)
        assert peer.told(1.0) == {}
        peer.touch("noise", 0.25)
        peer.touch("pad", 0.5, 0.5)
        peer.told(1.0)


def test_a_recall_that_undoes_what_the_peer_did_just_now_is_news():
    peer = Peer()
    peer.touch("snapshot.store", 1.0)
    peer.told()
    peer.touch("pad", 0.5, 0.5, origin=Origin.OSC)
    peer.touch("noise", 0.5, origin=Origin.OSC)
    peer.touch("snapshot.recall", 1.0, origin=Origin.OSC)
    told = peer.told(1.0)
    assert told["/vs/pad"] == (0.0, 0.0)
    assert told["/vs/noise"] == (0.0,)


def test_storing_and_clearing_tell_nothing():
    peer = Peer()
    peer.touch("pad", 0.5, 0.25, origin=Origin.OSC)
    peer.touch("noise", 0.5, origin=Origin.OSC)
    peer.told()
    for command in ("snapshot.store", "snapshot.recall", "snapshot.clear"):
        peer.touch(command, 1.0, origin=Origin.OSC)
        assert peer.told(1.0) == {}, command


def test_a_morph_is_thinned_as_a_drag_is():
    peer = Peer()
    peer.touch("snapshot.store", 1.0)
    peer.touch("noise", 1.0)
    peer.touch("snapshot.store", 2.0)
    peer.told(1.0)
    told = []
    for step in range(1001):
        peer.touch("snapshot.morph", 1.0, 2.0, step / 1000, origin=Origin.OSC)
        told += [peer.told(0.001)]
    told += [peer.told(INTERVAL_S)]
    assert {address for one in told for address in one} == {"/vs/noise"}
    values = [one["/vs/noise"][0] for one in told if one]
    assert 55 <= len(values) <= 63
    assert values == sorted(values)
    assert values[-1] == 1.0


def test_changing_sides_tells_the_switch_to_others_and_the_sound_to_all():
    peer = Peer()
    peer.touch("snapshot.b", 1.0, origin=Origin.OSC)
    peer.touch("noise", 0.5)
    assert peer.told(1.0) == {"/vs/noise": (0.5,)}
    peer.touch("snapshot.b", 0.0, origin=Origin.OSC)
    assert peer.told(1.0) == {"/vs/noise": (0.0,)}
    peer.touch("snapshot.b", 1.0)
    assert peer.told(1.0) == {"/vs/noise": (0.5,), "/vs/snapshot/b": (1,)}


def test_commands_of_other_hands_are_not_sent_as_commands():
    peer = Peer()
    peer.touch("snapshot.store", 5.0)
    peer.touch("snapshot.recall", 5.0)
    peer.touch("gesture.clear")
    assert peer.told() == {"/vs/gesture/clear": ()}


def test_a_gesture_that_ends_lets_its_key_go_for_all_to_see():
    peer = Peer()
    peer.touch("gesture.record", 1.0, origin=Origin.OSC)
    for step in range(10):
        peer.touch("pad", step / 10, 0.5, origin=Origin.OSC)
        peer.performance.advance(0.1)
    peer.touch("gesture.record", 0.0, origin=Origin.OSC)
    peer.touch("gesture.loop", 0.0, origin=Origin.OSC)
    peer.performance.advance(0.1)
    assert peer.told() == {}
    peer.touch("gesture.play", 1.0, origin=Origin.OSC)
    told = {}
    for _ in range(12):
        peer.performance.advance(0.1)
        told |= peer.told(0.1)
    assert told["/vs/gesture/play"] == (0,)
    assert told["/vs/pad"] == (pytest.approx(0.9), 0.5)
    assert "/vs/gesture/record" not in told


def test_what_moves_by_itself_is_not_mirrored():
    peer = Peer()
    peer.touch("lfo.z1.shape", 1.0, origin=Origin.OSC)
    for _ in range(100):
        peer.performance.advance(0.01)
        assert peer.told(0.01) == {}
    assert peer.performance.sounding.latent != peer.performance.state.latent


def test_a_peer_is_not_told_its_own_axes_while_a_gesture_moves_others():
    peer = Peer(8)
    peer.touch("gesture.record", 1.0)
    for step in range(10):
        peer.touch("latents", *(step / 10,) * 7, 0.0)
        peer.performance.advance(0.1)
    peer.touch("gesture.record", 0.0)
    peer.touch("gesture.play", 1.0)
    peer.performance.advance(0.1)
    peer.told(1.0)
    for step in range(8):
        peer.touch("latent.z8", step / 8, origin=Origin.OSC)
        peer.performance.advance(0.1)
        told = peer.told(0.1)
        assert "/vs/latent/z8" not in told
        assert "/vs/latent/z1" in told
