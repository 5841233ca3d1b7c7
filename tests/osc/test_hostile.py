"""Random and mutated datagrams, and what the port becomes of them: it lives, answers, and takes no more memory.

VSCHAOS_OSC_DATAGRAMS says how many; 50,000 if it does not.
"""

import gc
import os
import random
import tracemalloc

import pytest

from tests.osc.osc_world import osc_world
from tests.osc.storm import hostile_datagram, known_addresses
from vschaos.osc.learning import OscLearning
from vschaos.osc.monitor import Monitor
from vschaos.osc.namespace import Namespace
from vschaos.performance.authority import Performance
from vschaos.performance.bindings import Binding
from vschaos.performance.controls import Playable

DATAGRAMS = int(os.environ.get("VSCHAOS_OSC_DATAGRAMS", "50000"))
AT_ONCE = 500
"""Datagrams between two pings: as many as the sockets' buffers hold in any case."""


@pytest.mark.timeout(300 + DATAGRAMS // 500)
def test_a_storm_of_nonsense_leaves_the_port_alive_and_the_memory_flat():
    chance = random.Random(0)
    performance = Performance(Playable(8))
    learning = OscLearning(performance, lambda _: None)
    learning.bind(Binding("osc /1/fader3", 0, "noise"))
    learning.bind(Binding("osc /1/push", 0, "panic"))
    monitor = Monitor()
    with osc_world(dims=8, learning=learning, monitor=monitor) as world:
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
                learning.learn("gain" if sent // AT_ONCE % 5 == 0 else "")
                for _ in range(AT_ONCE):
                    storm.send_raw(hostile_datagram(chance, addresses)[:60_000])
                watcher.rest()
                if sent >= DATAGRAMS // 4:
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
        assert min(grown[half:]) < min(grown[:half]) + 300_000, "bytes that the second half took"
