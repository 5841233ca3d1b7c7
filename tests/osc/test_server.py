"""The OSC port with raw sockets. What happens in its thread is waited for; its logic has offline tests."""

import math
import os
import socket
import struct

import pytest

from testing.servers import free_port, wait_for
from tests.osc.osc_world import Program, osc_world
from vschaos.errors import OscError
from vschaos.osc.packet import OscMessage, build
from vschaos.osc.ports import OscSettings
from vschaos.osc.server import OscServer
from vschaos.performance.controls import Playable
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch


@pytest.fixture
def world():
    with osc_world() as made:
        yield made.performance, made.server, made.peer


def test_controls_move_and_answer(world):
    performance, _, peer = world
    peer.send("/vs/pad", 0.5, -0.25)
    peer.send("/vs/latent/z3", 1)
    peer.send("/vs/gain", -6.0)
    peer.send("/vs/play", 1)
    assert peer.rest() == []
    state = performance.state
    assert state.latent == (0.5, -0.25, 1.0)
    assert state["gain"] == -6.0
    assert state.playing
    for name in ("pad", "/pad", "/vs/pad"):
        peer.send("/vs/query", name)
        assert peer.next("/vs/reply") == ("/vs/pad", 0.5, -0.25)
    peer.send("/vs/query", "latent/z3")
    assert peer.next("/vs/reply") == ("/vs/latent/z3", 1.0)
    peer.send("/vs/dump")
    sent = {message.address: message.arguments for message in peer.rest()}
    assert sent["/vs/latents"] == (0.5, -0.25, 1.0)
    assert sent["/vs/play"] == (1,)
    assert sent["/vs/status/latency"] == (12.5,)
    assert sent["/vs/status/xruns"] == (3,)
    assert sent["/vs/status/model"] == ("Täst",)
    assert sent["/vs/status/rate"] == (44_100,)


def test_changes_of_others_are_mirrored_and_the_peers_own_are_not(world):
    performance, _, peer = world
    peer.send("/vs/pad", 0.5, 0.5)
    assert peer.rest() == []
    performance.touch((Touch("pad", (0.25, 0.75)),), Origin.UI)
    assert peer.next("/vs/pad") == (0.25, 0.75)
    peer.rest()
    peer.send("/vs/pad", 3.0, 0.0)
    assert peer.next("/vs/pad") == (1.0, 0.0)


def test_what_one_program_moves_is_sent_to_another(world):
    performance, _, shower = world
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as mover:
        mover.sendto(build(OscMessage("/vs/pad", (0.5, -0.5))), shower.server)
        assert shower.next("/vs/pad") == (0.5, -0.5)
    assert performance.state.latent[:2] == (0.5, -0.5)


def test_a_burst_of_a_thousand_datagrams_arrives_whole(world):
    performance, server, peer = world
    for step in range(1000):
        peer.send("/vs/latent/z1", step / 1000)
    assert wait_for(lambda: server.counts.received == 1000, what="all datagrams")
    assert server.counts.rejected == 0
    assert performance.state.latent[0] == pytest.approx(0.999)


def test_what_is_wrong_gets_a_sentence_and_changes_nothing(world):
    performance, server, peer = world
    before = performance.state
    for arguments in ((math.nan, 0.0), (math.inf, 0.0), (0.5,), (0.1, 0.2, 0.3), ("a", "b"), ()):
        peer.send("/vs/pad", *arguments)
    errors = [message for message in peer.rest() if message.address == "/vs/error"]
    assert performance.state == before
    assert server.counts.rejected == 6
    assert 1 <= len(errors) <= 6
    assert errors[0].arguments[0] == "/vs/pad"
    assert "ordinary numbers" in errors[0].arguments[1]


def test_garbage_is_counted_and_errors_are_rationed(world):
    performance, server, peer = world
    for size in range(300):
        peer.send_raw(b"\x00" + os.urandom(size))
    peer.send_raw(b"#bundle\0" + bytes(8) + struct.pack(">i", 9999))
    for k in range(300):
        peer.send(f"/vs/nothing/{k % 3}", k)
    sent = peer.rest()
    assert server.counts.rejected == 601
    assert server.counts.received >= 601
    assert 1 <= len(sent) < 30
    assert {message.address for message in sent} == {"/vs/error"}
    peer.send("/vs/pad", 0.5, 0.5)
    peer.rest()
    assert performance.state.latent[:2] == (0.5, 0.5)


def test_a_bundle_is_one_change_of_the_state(world):
    performance, _, peer = world
    heard = []
    performance.listen(heard.append)
    messages = OscMessage("/vs/pad", (0.5, 0.5)), OscMessage("/vs/nothing"), OscMessage("/vs/gain", (-3.0,))
    parts = [build(message) for message in messages]
    peer.send_raw(b"#bundle\0" + bytes(7) + b"\1" + b"".join(struct.pack(">i", len(part)) + part for part in parts))
    peer.rest()
    assert [[change.control for change in changes] for changes in heard] == [["pad", "gain"]]


def test_a_bundle_with_something_in_it_that_is_not_osc_changes_nothing(world):
    performance, server, peer = world
    before = performance.state
    parts = [build(OscMessage("/vs/pad", (0.5, 0.5))), b"/vs/gain\0\0\0\0,Q\0\0"]
    bundle = b"#bundle\0" + bytes(8) + b"".join(struct.pack(">i", len(part)) + part for part in parts)
    peer.send_raw(bundle)
    peer.send_raw(bundle[:-2])
    peer.rest()
    assert performance.state == before
    assert server.counts.rejected == 2


def test_orders_find_the_values_that_came_before_them(world):
    performance, server, peer = world
    for number in range(1, 33):
        peer.send("/vs/noise", number / 32)
        peer.send("/vs/snapshot/store", number)
    peer.rest()
    assert server.counts.rejected == 0
    assert [sound.values["noise"] for sound in performance.state.snapshots] == [number / 32 for number in range(1, 33)]
    peer.send("/vs/snapshot/recall", 8)
    assert peer.next("/vs/noise") == (0.25,), "what its own recall brought"
    peer.send("/vs/snapshot/morph", 16, 32, 0.5)
    assert peer.next("/vs/noise") == (0.75,)
    peer.send("/vs/snapshot/clear", 8)
    peer.send("/vs/snapshot/recall", 8)
    address, sentence = peer.next("/vs/error")
    assert address == "/vs/snapshot/recall"
    assert "no snapshot 8" in sentence


def test_what_waited_together_is_applied_in_order():
    performance = Performance(Playable(3))
    peer = Program(free_port())
    server = OscServer(performance, OscSettings(True, peer.server[1], peer.port))
    heard = []
    performance.listen(heard.append)
    for value in (0.25, 0.5, 0.75):
        peer.send("/vs/noise", 0.0)
        peer.send("/vs/noise", value)
        peer.send("/vs/query", "noise")
    peer.send("/vs/gain", -6.0)
    peer.send("/vs/pad", 0.5, 0.5)
    # Without its thread: all of it is there when the server looks.
    assert server.receive()
    assert [peer.next("/vs/reply") for _ in range(3)] == [("/vs/noise", value) for value in (0.25, 0.5, 0.75)]
    assert [[change.control for change in changes] for changes in heard] == [["noise"]] * 3 + [["gain", "pad"]]
    assert not server.receive()
    server.close()
    peer.close()


def test_triggers_of_one_burst_are_all_pressed(world):
    performance, _, peer = world
    for _ in range(100):
        peer.send("/vs/panic")
        peer.send("/vs/panic", 0)
        peer.send("/vs/panic", 1)
    peer.rest()
    assert performance.state.panics == 200


def test_notes_and_gestures_over_osc(world):
    performance, server, peer = world
    peer.send("/vs/note", 60, 0.5)
    peer.send("/vs/gesture/record", 1)
    peer.rest()
    assert [note.key for note in performance.advance(0.005).notes] == [60]
    for step in range(10):
        peer.send("/vs/pad", step / 10, 0.0)
        peer.rest()
        performance.advance(0.005)
    peer.send("/vs/gesture/record", 0)
    peer.send("/vs/gesture/loop", 0)
    peer.send("/vs/gesture/play", 1)
    peer.rest()
    for _ in range(12):
        performance.advance(0.005)
    assert peer.next("/vs/gesture/play") == (0,), "switched off at its end"
    assert len(performance.gesture.events) == 11
    assert server.counts.rejected == 0


def test_where_it_sounds_is_sent_to_a_peer_that_asked(world):
    performance, _, peer = world
    peer.send("/vs/lfo/z1/shape", 1)
    peer.send("/vs/status", 1)
    peer.rest()
    performance.advance(0.3)
    assert peer.next("/vs/status/sounding") == pytest.approx(performance.sounding.latent)


def test_the_addresses_follow_the_instrument(world):
    performance, _, peer = world
    peer.send("/vs/latent/z5", 0.5)
    assert peer.next("/vs/error")[0] == "/vs/latent/z5"
    performance.fit(Playable(8))
    wait_for(lambda: peer.send("/vs/latent/z5", 0.5) or performance.state.latent[4] == 0.5)


def test_ports_that_cannot_be_used_get_a_sentence(world):
    performance, server, _ = world
    with pytest.raises(OscError, match=f"port {server.in_port}"):
        OscServer(performance, OscSettings(True, server.in_port, free_port()))
    with pytest.raises(OscError, match="same port"):
        OscServer(performance, OscSettings(True, 19_000, 19_000))
    for port in (0, -1, 70_000):
        with pytest.raises(OscError, match="not a port"):
            OscServer(performance, OscSettings(True, port, 19_001))
