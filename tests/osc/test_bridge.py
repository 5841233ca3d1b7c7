import urllib.request

import pytest

from testing.servers import free_port, wait_for
from tests.osc.osc_world import HERE, Program
from vschaos.errors import OscError
from vschaos.osc.bridge import OFF, OscBridge
from vschaos.osc.messages import OscPeer, OscPeers, OscTraffic
from vschaos.osc.ports import OscSettings
from vschaos.osc.server import EngineHealth
from vschaos.performance.bindings import Bindings, BindingsChanged
from vschaos.performance.controls import Playable
from vschaos.performance.osc_decoder import OSC
from vschaos.performance.performance import Performance


class Engine:
    def __init__(self):
        self.performance = Performance(Playable(3))
        self.events, self.errors = [], []
        self.bindings = Bindings(OSC, lambda: self.performance.controls, self.events.append)
        self.osc = OscBridge(self.performance, self.bindings, EngineHealth, self.events.append, self.errors.append)
        self.in_port = free_port()
        self.peer = Program(self.in_port)
        self.settings = OscSettings(True, self.in_port, self.peer.port)

    def of(self, kind):
        return [event for event in self.events if isinstance(event, kind)]


@pytest.fixture
def engine():
    made = Engine()
    yield made
    made.osc.close()
    made.peer.close()


def test_the_port_is_opened_moved_and_closed(engine):
    engine.osc.configure(engine.settings)
    assert engine.peer.rest() == []
    first = engine.osc.server
    engine.osc.configure(engine.settings)
    assert engine.osc.server is first, "the same settings leave it open"
    engine.osc.configure(OscSettings(True, engine.in_port, engine.peer.port, "/my"))
    assert engine.osc.server is not first
    engine.peer.prefix = "/my"
    assert engine.peer.rest() == []
    engine.osc.configure(OFF)
    assert engine.osc.server is None
    assert not engine.errors


def test_an_error_at_opening_is_reported_and_leaves_it_closed(engine):
    engine.osc.configure(OscSettings(True, engine.in_port, engine.in_port))
    assert engine.osc.server is None
    assert isinstance(engine.errors[0], OscError)


def test_peers_are_reported_when_they_come_and_go(engine):
    engine.osc.configure(engine.settings)
    engine.peer.rest(engine.peer.port)
    other = Program(engine.in_port, apart=True)
    other.rest(other.port)
    other.close()
    configured = OscPeer(HERE, engine.peer.port, configured=True)
    assert engine.of(OscPeers)[-1] == OscPeers((configured, OscPeer(HERE, other.port)))
    engine.osc.configure(OFF)
    assert engine.of(OscPeers)[-1] == OscPeers()


def test_assignments_outlive_the_port(engine):
    engine.osc.configure(engine.settings)
    engine.bindings.wait_for("spread")
    for value in (0.0, 1.0):
        engine.peer.send("/knob", value)
    engine.peer.rest()
    engine.osc.configure(OFF)
    assert engine.of(BindingsChanged)[-1].bindings[0].source == "osc /knob"
    engine.osc.configure(engine.settings)
    engine.peer.send("/knob", 0.25)
    engine.peer.rest()
    assert engine.performance.state["spread"] == 0.25


def test_traffic_is_reported_while_it_is_watched(engine):
    engine.osc.configure(engine.settings)
    engine.osc.watch(True)
    engine.peer.send("/vs/gain", -6.0)
    events = wait_for(lambda: [event for event in engine.of(OscTraffic) if event.lines])
    assert events[-1].lines[0].address == "/vs/gain"
    engine.osc.watch(False)


def test_the_description_opens_and_closes_with_the_port(engine):
    query_port = free_port()

    def ask():
        with urllib.request.urlopen(f"http://{HERE}:{query_port}/vs/gain?VALUE", timeout=60) as answer:
            return answer.read()

    engine.osc.configure(OscSettings(True, engine.in_port, engine.peer.port, query_port=query_port))
    assert engine.osc.query_port == query_port
    assert ask() == b'{"VALUE": [0.0]}'
    engine.osc.configure(engine.settings)
    assert engine.osc.query_port == 0
    with pytest.raises(OSError, match="refused"):
        ask()
    engine.osc.configure(OscSettings(True, engine.in_port, engine.peer.port, query_port=70_000))
    assert engine.osc.server is not None
    assert "not a port" in engine.errors[-1].sentence
