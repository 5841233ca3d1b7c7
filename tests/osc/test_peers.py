"""Peers on a clock of their own; their sockets are real, since the system reports refusals."""

import socket

import pytest

from testing.servers import free_port
from vschaos.errors import ControlError
from vschaos.osc.mirror import INTERVAL_S
from vschaos.osc.namespace import Namespace
from vschaos.osc.packet import OscMessage, parse_element
from vschaos.osc.peers import MOST, MOST_SENDERS, REFUSED_FOR_S, SILENT_FOR_S, Peers
from vschaos.performance.controls import Playable
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch

HERE = "127.0.0.1"
PING = OscMessage("/vs/pong")


class World:
    def __init__(self):
        self.performance = Performance(Playable(3))
        self.opened = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.listeners = []
        self.reported = []
        self.out_port = self.listener()
        self.peers = Peers(self.out_port, Namespace(self.performance.controls), self.opened, 0.0, self.reported.append)

    def listener(self):
        listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        listener.bind((HERE, 0))
        listener.setblocking(False)
        self.listeners.append(listener)
        return listener.getsockname()[1]

    def touch(self, sender, control, *values):
        touched = self.performance.touch((Touch(control, values),), Origin.OSC if sender else Origin.UI)
        self.peers.note(touched.changes, sender)

    def due(self, now):
        return [{m.address for m in peer.mirror.due(now, self.performance.state)} for peer in self.peers.all]

    def close(self):
        self.peers.close()
        for one in (self.opened, *self.listeners):
            one.close()


@pytest.fixture
def world():
    made = World()
    yield made
    made.close()


def test_a_change_goes_to_all_peers_but_the_one_that_made_it(world):
    first, second = (HERE, 40_001), (HERE, 40_002)
    world.peers.add(first, world.listener(), 0.0)
    world.peers.add(second, world.listener(), 0.0)
    world.touch(first, "gain", -6.0)
    assert world.due(1.0) == [{"/vs/gain"}, set(), {"/vs/gain"}]
    world.touch(second, "gain", -12.0)
    assert world.due(2.0) == [{"/vs/gain"}, {"/vs/gain"}, set()]
    world.touch((HERE, world.out_port), "gain", -3.0)
    assert world.due(3.0) == [set(), {"/vs/gain"}, {"/vs/gain"}]
    world.touch(None, "gain", 0.0)
    assert world.due(4.0) == [{"/vs/gain"}] * 3
    assert world.due(9.0) == [set()] * 3


def test_an_unknown_sender_may_be_the_peer_of_the_settings_until_its_port_is_known(world):
    stranger = (HERE, 40_001)
    world.touch(stranger, "gain", -6.0)
    assert world.due(1.0) == [set()]
    assert world.due(1.2) == [{"/vs/gain"}], "once it rests"
    world.peers.add((HERE, 40_002), world.out_port, 2.0)
    world.touch(stranger, "gain", -3.0)
    assert world.due(3.0) == [{"/vs/gain"}], "at once"
    world.touch((HERE, 40_002), "gain", 0.0)
    assert world.due(9.0) == [set()]


def test_a_phone_that_is_started_again_does_not_get_its_own_moves(world):
    phone, again = ("127.0.0.9", 40_001), ("127.0.0.9", 40_002)
    world.peers.add(phone, world.listener(), 0.0)
    for step in range(10):
        world.touch(again, "gain", -6.0 - step)
        assert world.due(1.0 + step / 10) == [{"/vs/gain"}, set()]
    assert world.due(3.0) == [set(), {"/vs/gain"}], "once it rests"


def test_a_clipped_value_is_confirmed_to_its_own_peer_when_it_rests_and_sent_to_others_at_once(world):
    first = (HERE, 40_001)
    world.peers.add(first, world.listener(), 0.0)
    world.touch(first, "gain", 99.0)
    assert world.due(1.0) == [{"/vs/gain"}, set()]
    assert world.due(1.0 + INTERVAL_S) == [set(), set()]
    assert world.due(1.2) == [set(), {"/vs/gain"}]


def test_the_number_of_peers_and_of_their_ports_is_bounded(world):
    ports = [world.listener() for _ in range(MOST)]
    for port in ports:
        world.peers.add((HERE, 40_000 + port % 1000), port, 0.0)
    with pytest.raises(ControlError, match=f"{MOST} peers"):
        world.peers.add((HERE, 50_000), world.listener(), 0.0)
    assert len(world.peers.all) == MOST + 1
    for sender in range(100):
        world.peers.add((HERE, 50_000 + sender), ports[0], 0.0)
    peer = world.peers.of((HERE, 50_099))
    assert peer.address == (HERE, ports[0])
    assert len(peer.senders) == MOST_SENDERS
    assert world.peers.of((HERE, 50_000)) is None
    assert world.peers.of((HERE, ports[0])) is peer


def test_a_sender_that_names_another_port_belongs_to_the_other_peer(world):
    sender, first, second = (HERE, 40_001), world.listener(), world.listener()
    world.peers.add(sender, first, 0.0)
    world.peers.add(sender, second, 0.0)
    assert world.peers.of(sender).address == (HERE, second)
    world.peers.remove((HERE, second))
    assert world.peers.of(sender) is None
    assert [peer.address[1] for peer in world.peers.all] == [world.out_port, first]


def test_a_peer_is_dropped_once_nobody_has_listened_there_for_a_while(world):
    gone, there = free_port(), world.listener()
    world.peers.add((HERE, 40_001), gone, 0.0)
    world.peers.add((HERE, 40_002), there, 0.0)
    now = 0.0
    while now < REFUSED_FOR_S:
        for peer in world.peers.all:
            peer.send(PING, now)
        world.peers.check(now)
        assert len(world.peers.all) == 3
        now += 1.0
    assert [peer.refused for peer in world.reported[-1]] == [False, True, False]
    for _ in range(3):
        now += 1.0
        for peer in world.peers.all:
            peer.send(PING, now)
        world.peers.check(now)
    assert [peer.address[1] for peer in world.peers.all] == [world.out_port, there]
    assert world.peers.of((HERE, 40_001)) is None
    assert len(world.reported[-1]) == 2


def test_a_peer_that_is_started_again_in_time_stays(world):
    port = free_port()
    world.peers.add((HERE, 40_001), port, 0.0)
    peer = world.peers.all[1]
    for now in range(8):
        peer.send(PING, float(now))
    assert peer.is_refused
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as again:
        again.bind((HERE, port))
        again.settimeout(60.0)
        for now in range(8, 30):
            peer.send(PING, float(now))
            world.peers.check(float(now))
        assert parse_element(again.recv(1000)).address == "/vs/pong"
    assert peer in world.peers.all
    assert not peer.is_refused


def test_a_phone_that_fell_silent_is_dropped_and_a_display_on_this_computer_is_not(world):
    phone = world.peers.add(("127.0.0.9", 40_001), world.listener(), 0.0)
    display = world.peers.add((HERE, 40_002), world.listener(), 0.0)
    world.peers.check(SILENT_FOR_S - 1)
    assert phone in world.peers.all
    phone.heard_at = 60.0
    world.peers.check(SILENT_FOR_S + 1)
    assert phone in world.peers.all
    world.peers.check(SILENT_FOR_S + 61)
    assert world.peers.all[1:] == (display,)


def test_peers_that_went_make_room_for_new_ones(world):
    for _ in range(MOST):
        port = free_port()
        world.peers.add((HERE, port + 1), port, 0.0)
    newcomer = world.listener()
    with pytest.raises(ControlError):
        world.peers.add((HERE, 50_000), newcomer, 0.0)
    assert world.peers.add((HERE, 50_000), newcomer, 1.0).address == (HERE, newcomer)
    assert len(world.peers.all) == 2


def test_the_peer_of_the_settings_is_never_dropped(world):
    own = (HERE, world.out_port)
    world.peers.add((HERE, 40_001), world.out_port, 0.0)
    world.peers.add(own, world.out_port, 0.0)
    world.peers.remove(own)
    world.peers.check(1e9)
    assert [peer.configured for peer in world.peers.all] == [True]
    assert world.peers.of(own) is world.peers.configured
    assert world.peers.of((HERE, 40_001)) is None
