"""The orders and events of OSC, through the engine process as the studio speaks with it."""

import json

from testing.servers import engine_process, free_port
from tests.osc.osc_world import HERE, Program
from vschaos.osc.messages import OscPeer
from vschaos.performance.bindings import Binding
from vschaos.realtime.protocol import (
    AwaitBinding,
    Bind,
    BindingsChanged,
    ConfigureOsc,
    EngineReady,
    OpenSet,
    OscPeers,
    OscTraffic,
    Problem,
    SaveSet,
    SetOpened,
    SetSaved,
    Unbind,
    WatchOsc,
)

FADER = Binding("osc /1/fader3", 0, "spread")


def test_assigning_watching_and_the_set(tmp_path):
    in_port = free_port()
    phone = Program(in_port, apart=True, prefix="/my")
    kept = tmp_path / "set.json"
    with engine_process(tmp_path) as engine:
        engine.wait_event(EngineReady)
        out_port = free_port()
        engine.send(ConfigureOsc(True, in_port, out_port, "/my"))
        assert engine.wait_event(OscPeers).peers == (OscPeer(HERE, out_port, configured=True),)
        phone.rest(phone.port)
        assert engine.wait_event(OscPeers).peers[1:] == (OscPeer(HERE, phone.port),)
        engine.send(AwaitBinding("osc", "spread"))
        assert engine.wait_event(BindingsChanged).awaiting == "spread"
        engine.send(WatchOsc(True))
        for value in (0.0, 0.9):
            phone.send("/1/fader3", value)
        assert engine.wait_event(BindingsChanged) == BindingsChanged("osc", (FADER,))
        traffic = engine.wait_event(OscTraffic, where=lambda event: len(event.lines) > 1)
        assert [(line.incoming, line.address, line.arguments) for line in traffic.lines] == [
            (True, "/1/fader3", "0"),
            (True, "/1/fader3", "0.9"),
        ]
        engine.send(WatchOsc(False))
        engine.send(Bind("osc", Binding("osc /push", 0, "panic")))
        engine.send(SaveSet(str(kept)))
        saved = engine.wait_event(SetSaved)
        assert saved.path == str(kept)
        # Nothing has changed since.
        engine.wait_status(lambda snapshot: snapshot.set_version == saved.version)
        engine.send(AwaitBinding("osc", "pad"))
        assert "moves one value" in engine.wait_event(Problem).sentence
        engine.send(Unbind("osc", ""))
        assert engine.wait_event(BindingsChanged, where=lambda event: not event.bindings)
        engine.wait_status(lambda snapshot: snapshot.set_version > saved.version)
        engine.send(OpenSet(str(kept)))
        assert [
            one.source for one in engine.wait_event(BindingsChanged, where=lambda event: event.bindings).bindings
        ] == ["osc /1/fader3", "osc /push"]
        opened = engine.wait_event(SetOpened)
        engine.wait_status(lambda snapshot: snapshot.set_version == opened.version)
        phone.send("/1/fader3", 0.25)
        engine.wait_status(lambda snapshot: snapshot.value("spread") == 0.25)
        engine.send(ConfigureOsc(True, in_port, out_port, "my"))
        assert "prefix" in engine.wait_event(Problem).sentence
        assert engine.wait_event(OscPeers).peers == ()
        assert engine.finish() == 0
    phone.close()
    assert json.loads(kept.read_text())["osc_bindings"][0]["source"] == "osc /1/fader3"
