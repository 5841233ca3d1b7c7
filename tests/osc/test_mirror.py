"""The mirror on a clock of its own."""

import pytest

from vschaos.osc.mirror import INTERVAL_S, REST_S, Author, Mirror
from vschaos.osc.namespace import Namespace
from vschaos.performance.controls import Playable
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch


class Peer:
    def __init__(self, dims=3):
        self.performance = Performance(Playable(dims))
        self.namespace = Namespace(self.performance.controls)
        self.mirror = Mirror(self.namespace)
        self.performance.listen(self.note)
        self.now = 100.0

    def note(self, changes):
        authors = {Origin.OSC: Author.OWN, Origin.OSC_OTHER: Author.PERHAPS_OWN}
        self.mirror.note(changes, authors.get(changes[0].origin, Author.OTHER))

    def touch(self, control, *values, origin=Origin.UI):
        self.performance.touch((Touch(control, values),), origin)

    def sent(self, after_s=0.0):
        self.now += after_s
        return {m.address: m.arguments for m in self.mirror.due(self.now, self.performance.state)}


def test_a_change_is_sent_under_every_name_that_pd_can_distinguish():
    peer = Peer()
    peer.touch("pad", 0.5, -0.25)
    assert peer.sent() == {
        "/vs/pad": (0.5, -0.25),
        "/vs/latent/z1": (0.5,),
        "/vs/latent/z2": (-0.25,),
        "/vs/latents": (0.5, -0.25, 0.0),
    }
    assert peer.sent(1.0) == {}


def test_a_drag_is_thinned_to_60_a_second_and_ends_on_its_last_value():
    peer = Peer()
    sent = []
    for step in range(1000):
        peer.touch("latent.z3", step / 1000)
        sent += [peer.sent(0.001).get("/vs/latent/z3")]
    sent += [peer.sent(INTERVAL_S).get("/vs/latent/z3")]
    values = [value for value in sent if value is not None]
    assert 55 <= len(values) <= 62
    assert values[-1] == (pytest.approx(0.999),)


def test_the_peers_own_changes_do_not_come_back_under_any_name():
    peer = Peer()
    peer.touch("pad", 0.5, 0.5, origin=Origin.OSC)
    peer.touch("play", 1.0, origin=Origin.OSC)
    assert peer.sent() == {}
    assert peer.sent(10.0) == {}


def test_what_came_from_another_port_is_sent_once_it_rests():
    peer = Peer()
    for step in range(10):
        peer.touch("pad", step / 10, 0.5, origin=Origin.OSC_OTHER)
        assert peer.sent(REST_S / 2) == {}
    sent = peer.sent(REST_S)
    assert sent["/vs/pad"] == (pytest.approx(0.9), 0.5)
    assert sent["/vs/latents"] == (pytest.approx(0.9), 0.5, 0.0)
    peer.touch("pad", 0.9, 0.5, origin=Origin.OSC_OTHER)
    assert peer.sent(10.0) == {}


def test_a_peer_that_echoes_what_it_hears_makes_no_loop():
    peer = Peer()
    peer.touch("pad", 0.1, 0.7)
    messages = peer.sent()
    rounds = 0
    while messages and rounds < 10:
        for address, values in messages.items():
            (control,) = peer.namespace.controls_at(address)
            peer.touch(control.id, *values, origin=Origin.OSC)
        messages = peer.sent(0.2)
        rounds += 1
    assert rounds == 1


def test_a_value_is_sent_again_once_the_peer_has_moved_it_away():
    peer = Peer()
    peer.touch("gain", -6.0)
    assert peer.sent() == {"/vs/gain": (-6.0,)}
    peer.touch("gain", -20.0, origin=Origin.OSC)
    assert peer.sent(1.0) == {}
    peer.touch("gain", -6.0)
    assert peer.sent(1.0) == {"/vs/gain": (-6.0,)}


def test_a_clipped_value_is_confirmed_once_when_the_gesture_rests():
    peer = Peer()
    for step in range(20):
        peer.touch("pad.x", 1.0 + step / 10, origin=Origin.OSC)
        assert peer.sent(0.05) == {}, "not while it moves"
    assert peer.sent(REST_S / 2) == {}
    assert peer.sent(REST_S) == {"/vs/pad/x": (1.0,)}
    assert peer.sent(10.0) == {}


def test_triggers_are_sent_each_time_and_what_they_do_as_well():
    peer = Peer()
    peer.touch("play", 1.0)
    assert peer.sent() == {"/vs/play": (1,)}
    peer.touch("panic")
    peer.touch("panic")
    messages = peer.mirror.due(peer.now, peer.performance.state)
    assert [m.address for m in messages].count("/vs/panic") == 2
    assert peer.sent(0.1) == {"/vs/play": (0,)}


def test_a_new_instrument_forgets_what_was_known():
    peer = Peer()
    peer.touch("latent.z3", 0.5)
    peer.performance.fit(Playable(2))
    peer.mirror.use(Namespace(peer.performance.controls))
    assert peer.sent() == {}
    peer.touch("latents", 0.5, 0.5)
    assert "/vs/latents" in peer.sent()


def test_the_start_of_another_instrument_is_sent_to_peers_that_knew_another_place():
    peer = Peer()
    peer.touch("latent.z2", 0.5)
    peer.sent()
    peer.performance.fit(Playable(2, start=(0.25, -0.75)), since=peer.performance.state)
    peer.mirror.use(Namespace(peer.performance.controls))
    sent = peer.sent()
    assert sent["/vs/latents"] == (0.25, -0.75)
    assert sent["/vs/pad"] == (0.25, -0.75)


def test_a_recall_sends_what_moved_and_nothing_else_to_its_own_peer_too():
    peer = Peer()
    peer.touch("noise", 0.5)
    peer.touch("snapshot.store", 1.0)
    assert peer.sent() == {"/vs/noise": (0.5,)}
    peer.touch("noise", 0.25)
    peer.touch("pad", 0.5, 0.5)
    peer.sent(1.0)
    for origin in (Origin.OSC, Origin.OSC_OTHER, Origin.UI):
        peer.touch("snapshot.recall", 1.0, origin=origin)
        assert peer.sent(1.0) == {
            "/vs/noise": (0.5,),
            "/vs/pad": (0.0, 0.0),
            "/vs/latent/z1": (0.0,),
            "/vs/latent/z2": (0.0,),
            "/vs/latents": (0.0, 0.0, 0.0),
        }
        peer.touch("snapshot.recall", 1.0, origin=origin)
        assert peer.sent(1.0) == {}
        peer.touch("noise", 0.25)
        peer.touch("pad", 0.5, 0.5)
        peer.sent(1.0)


def test_a_recall_that_undoes_what_the_peer_did_just_now_is_news():
    peer = Peer()
    peer.touch("snapshot.store", 1.0)
    peer.sent()
    peer.touch("pad", 0.5, 0.5, origin=Origin.OSC)
    peer.touch("noise", 0.5, origin=Origin.OSC)
    peer.touch("snapshot.recall", 1.0, origin=Origin.OSC)
    sent = peer.sent(1.0)
    assert sent["/vs/pad"] == (0.0, 0.0)
    assert sent["/vs/noise"] == (0.0,)


def test_storing_and_clearing_send_nothing():
    peer = Peer()
    peer.touch("pad", 0.5, 0.25, origin=Origin.OSC)
    peer.touch("noise", 0.5, origin=Origin.OSC)
    peer.sent()
    for command in ("snapshot.store", "snapshot.recall", "snapshot.clear"):
        peer.touch(command, 1.0, origin=Origin.OSC)
        assert peer.sent(1.0) == {}, command


def test_a_morph_is_thinned_as_a_drag_is():
    peer = Peer()
    peer.touch("snapshot.store", 1.0)
    peer.touch("noise", 1.0)
    peer.touch("snapshot.store", 2.0)
    peer.sent(1.0)
    sent = []
    for step in range(1001):
        peer.touch("snapshot.morph", 1.0, 2.0, step / 1000, origin=Origin.OSC)
        sent += [peer.sent(0.001)]
    sent += [peer.sent(INTERVAL_S)]
    assert {address for one in sent for address in one} == {"/vs/noise", "/vs/snapshot/amount"}
    values = [one["/vs/noise"][0] for one in sent if "/vs/noise" in one]
    assert 55 <= len(values) <= 63
    assert values == sorted(values)
    assert values[-1] == 1.0


def test_changing_sides_sends_the_switch_to_others_and_the_sound_to_all():
    peer = Peer()
    peer.touch("snapshot.b", 1.0, origin=Origin.OSC)
    peer.touch("noise", 0.5)
    assert peer.sent(1.0) == {"/vs/noise": (0.5,)}
    peer.touch("snapshot.b", 0.0, origin=Origin.OSC)
    assert peer.sent(1.0) == {"/vs/noise": (0.0,)}
    peer.touch("snapshot.b", 1.0)
    assert peer.sent(1.0) == {"/vs/noise": (0.5,), "/vs/snapshot/b": (1,)}


def test_commands_of_others_are_not_sent_as_commands():
    peer = Peer()
    peer.touch("snapshot.store", 5.0)
    peer.touch("snapshot.recall", 5.0)
    peer.touch("gesture.clear")
    assert peer.sent() == {"/vs/gesture/clear": ()}


def test_a_gesture_that_ends_lets_its_key_go_for_all_to_see():
    peer = Peer()
    peer.touch("gesture.record", 1.0, origin=Origin.OSC)
    for step in range(10):
        peer.touch("pad", step / 10, 0.5, origin=Origin.OSC)
        peer.performance.advance(0.1)
    peer.touch("gesture.record", 0.0, origin=Origin.OSC)
    peer.touch("gesture.loop", 0.0, origin=Origin.OSC)
    peer.performance.advance(0.1)
    assert peer.sent() == {}
    peer.touch("gesture.play", 1.0, origin=Origin.OSC)
    sent = {}
    for _ in range(12):
        peer.performance.advance(0.1)
        sent |= peer.sent(0.1)
    assert sent["/vs/gesture/play"] == (0,)
    assert sent["/vs/pad"] == (pytest.approx(0.9), 0.5)
    assert "/vs/gesture/record" not in sent


def test_what_moves_by_itself_is_not_mirrored():
    peer = Peer()
    peer.touch("lfo.z1.shape", 1.0, origin=Origin.OSC)
    for _ in range(100):
        peer.performance.advance(0.01)
        assert peer.sent(0.01) == {}
    assert peer.performance.sounding.latent != peer.performance.state.latent


def test_a_peer_is_not_sent_its_own_axes_while_a_gesture_moves_others():
    peer = Peer(8)
    peer.touch("gesture.record", 1.0)
    for step in range(10):
        peer.touch("latents", *(step / 10,) * 7, 0.0)
        peer.performance.advance(0.1)
    peer.touch("gesture.record", 0.0)
    peer.touch("gesture.play", 1.0)
    peer.performance.advance(0.1)
    peer.sent(1.0)
    for step in range(8):
        peer.touch("latent.z8", step / 8, origin=Origin.OSC)
        peer.performance.advance(0.1)
        sent = peer.sent(0.1)
        assert "/vs/latent/z8" not in sent
        assert "/vs/latent/z1" in sent
