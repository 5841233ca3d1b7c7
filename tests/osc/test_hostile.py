"""Random and mutated datagrams, and what they do to the port: it lives, answers, and needs no more memory.

VSCHAOS_OSC_DATAGRAMS says how many; 30,000 if it does not.
"""

import gc
import os
import random
import tracemalloc

import pytest

from testing.hostile_datagrams import hostile_datagram, known_addresses
from testing.servers import free_port
from tests.osc.osc_world import osc_world
from vschaos.osc.monitor import Monitor
from vschaos.osc.namespace import Namespace
from vschaos.osc.ports import OscSettings
from vschaos.osc.server import UNKNOWN_REMEMBERED, OscServer
from vschaos.performance.bindings import Binding, Bindings
from vschaos.performance.controls import Playable
from vschaos.performance.osc_decoder import OSC
from vschaos.performance.performance import Performance

DATAGRAMS = int(os.environ.get("VSCHAOS_OSC_DATAGRAMS", "30000"))
AT_ONCE = 500
"""Datagrams between two pings: as many as the sockets' buffers hold in any case."""


@pytest.mark.timeout(300 + DATAGRAMS // 500)
def test_a_storm_of_nonsense_leaves_the_port_alive_and_the_memory_flat():
    chance = random.Random(0)
    performance = Performance(Playable(8))
    bindings = Bindings(OSC, lambda: performance.controls)
    bindings.bind(Binding("osc /1/fader3", 0, "noise"))
    bindings.bind(Binding("osc /1/push", 0, "panic"))
    monitor = Monitor()
    with osc_world(dims=8, bindings=bindings, monitor=monitor) as world:
        addresses = [*known_addresses(Namespace(world.performance.controls)), "/1/push"]
        # The storm's questions are answered to the program of the settings; who looks after the port is another.
        storm, watcher = world.program(), world.program()
        watcher.rest(watcher.port)
        grown = []
        gc.collect()
        tracemalloc.start()
        try:
            for sent in range(0, DATAGRAMS, AT_ONCE):
                monitor.watch(sent // AT_ONCE % 2 == 0)
                bindings.wait_for("gain" if sent // AT_ONCE % 5 == 0 else "")
                for _ in range(AT_ONCE):
                    storm.send_raw(hostile_datagram(chance, addresses)[:60_000])
                watcher.rest()
                if sent >= DATAGRAMS // 2:  # what is remembered of the last messages has been filled
                    gc.collect()
                    grown.append(tracemalloc.get_traced_memory()[0])
        finally:
            tracemalloc.stop()
        counts = world.server.counts
        assert counts.received >= DATAGRAMS
        assert counts.rejected > DATAGRAMS // 10
        watcher.send("/vs/panic")
        watcher.send("/vs/pad", 0.25, 0.75)
        watcher.send("/vs/query", "pad")
        assert watcher.next("/vs/reply") == ("/vs/pad", 0.25, 0.75)
        state = world.performance.state
        for control in world.performance.controls.values():
            if control.id in state.values:
                assert control.low <= state.values[control.id] <= control.high
        assert all(-1.0 <= value <= 1.0 for value in state.latent)
        half = len(grown) // 2
        assert min(grown[half:]) < min(grown[:half]) + 150_000, "bytes that the second half took"


def test_a_storm_leaves_nothing_that_only_the_garbage_collector_could_free():
    """The engine plays without it: a ring of references, such as an error kept with its traceback, stays for good."""
    chance = random.Random(1)
    performance, monitor = Performance(Playable(8)), Monitor()
    monitor.watch(True)
    server = OscServer(performance, OscSettings(True, free_port(), free_port()), monitor=monitor)
    addresses = known_addresses(Namespace(performance.controls))
    gc.collect()
    gc.disable()
    try:
        for number in range(5000):
            server.handle(hostile_datagram(chance, addresses)[:60_000], ("127.0.0.1", 5000 + number % 20))
            if number % 50 == 0:
                server.settle()
                performance.advance(0.01)
        server.settle()
        assert server.counts.rejected > 1000
        assert gc.collect() < 10
    finally:
        gc.enable()
        server.close()


def test_addresses_that_are_refused_are_remembered_in_part():
    with osc_world() as world:
        for number in range(UNKNOWN_REMEMBERED):
            world.peer.send(f"/{number:03d}{'ü' * 400}")
            world.peer.rest()  # The socket's buffer may hold but a few of them.
        assert world.server.counts.rejected == UNKNOWN_REMEMBERED
        assert len(world.server.counts.last_error) < 200
        assert all(len(address) < 100 for address in world.server._unknown)
