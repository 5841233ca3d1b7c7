import json
from pathlib import Path

import pytest

from vschaos.performance.bindings import Binding
from vschaos.performance.gestures import GestureStatus
from vschaos.realtime.protocol import BindingsChanged, EngineStatus, InstrumentLoaded, OpenSet, SaveSet, Touch
from vschaos_studio.services.engine_bridge import EngineBridge, EngineState
from vschaos_studio.services.set_keeper import REST_S, SETTLE_S, SetKeeper, set_name


class SilentBridge(EngineBridge):
    """A bridge to no process."""

    def __init__(self, tmp_path, clock):
        super().__init__(None, log_folder=tmp_path, clock=clock)  # type: ignore[arg-type]
        self.orders = []
        self.said = EngineStatus()

    @property
    def status(self):
        return self.said

    def order(self, order):
        self.orders.append(order)

    def become(self, state):
        self._set_state(state)


@pytest.fixture
def bridge(tmp_path, clock, qapp):
    made = SilentBridge(tmp_path, clock)
    yield made
    made.become(EngineState.OFF)


@pytest.fixture
def keeper(bridge, tmp_path, clock):
    made = SetKeeper(bridge, folder=tmp_path / "sets", clock=clock)
    bridge.become(EngineState.READY)
    return made


def load(bridge, name="Bells", path="/bells.vschaos"):
    bridge.instrument_loaded.emit(InstrumentLoaded(path, name, 3, 44100))


@pytest.fixture
def opened(keeper, bridge, clock):
    load(bridge)
    keeper.poll()
    clock.now += SETTLE_S
    bridge.orders.clear()
    return keeper


def test_an_instruments_set_is_opened_with_it(keeper, bridge, tmp_path):
    load(bridge)
    assert bridge.orders == [OpenSet(str(tmp_path / "sets" / set_name("Bells", Path("/bells.vschaos"))))]
    assert not (tmp_path / "sets").exists()


def test_the_next_checkpoint_of_a_training_keeps_what_is_open(opened, bridge):
    load(bridge)
    assert bridge.orders == []


def test_a_change_is_written_once_it_has_rested(opened, bridge, clock):
    opened.note_change()
    clock.now += REST_S / 2
    opened.note_change()
    clock.now += REST_S / 2
    opened.poll()
    assert bridge.orders == []
    clock.now += REST_S / 2
    opened.poll()
    assert bridge.orders == [SaveSet(str(opened.path))]
    clock.now += 10
    opened.poll()
    assert len(bridge.orders) == 1


@pytest.mark.parametrize(
    "changed",
    [EngineStatus(stored=(1, 4)), EngineStatus(gesture=GestureStatus(duration_s=2.0))],
    ids=["stored", "gesture"],
)
def test_what_other_hands_keep_is_written_too(opened, bridge, clock, changed):
    bridge.said = changed
    opened.poll()
    clock.now += REST_S
    opened.poll()
    assert bridge.orders == [SaveSet(str(opened.path))]


def test_a_gesture_counts_when_it_is_whole(opened, bridge, clock):
    bridge.said = EngineStatus(gesture=GestureStatus(recording=True, duration_s=0.0))
    opened.poll()
    for duration in (1.0, 2.0):
        clock.now += REST_S
        bridge.said = EngineStatus(gesture=GestureStatus(recording=True, duration_s=duration))
        opened.poll()
    saved = len(bridge.orders)
    assert saved <= 1
    bridge.said = EngineStatus(gesture=GestureStatus(duration_s=2.0))
    opened.poll()
    clock.now += REST_S
    opened.poll()
    assert len(bridge.orders) == saved + 1


def test_bindings_are_written_and_waiting_alone_is_not(opened, bridge, clock):
    bridge.bindings_changed.emit(BindingsChanged("midi", awaiting="noise"))
    clock.now += REST_S
    opened.poll()
    assert bridge.orders == []
    bridge.bindings_changed.emit(BindingsChanged("midi", (Binding("cc 1", 0, "noise"),)))
    clock.now += REST_S
    opened.poll()
    assert bridge.orders == [SaveSet(str(opened.path))]


def test_opening_a_set_does_not_write_it(keeper, bridge, clock):
    load(bridge)
    bridge.orders.clear()
    bridge.said = EngineStatus(stored=(1, 2, 3))
    bridge.bindings_changed.emit(BindingsChanged("midi", (Binding("cc 1", 0, "noise"),)))
    keeper.poll()
    clock.now += SETTLE_S + REST_S
    keeper.poll()
    assert bridge.orders == []


def test_another_instrument_comes_after_the_old_ones_set_was_written(opened, bridge):
    old = opened.path
    bridge.said = EngineStatus(stored=(1,))
    load(bridge, "Bowls", "/bowls.vschaos")
    assert bridge.orders == [SaveSet(str(old)), OpenSet(str(opened.path))]


def test_at_the_end_it_is_written_unless_there_is_nothing_in_it(opened, bridge):
    opened.flush()
    assert bridge.orders == []
    bridge.said = EngineStatus(stored=(1,))
    opened.flush()
    assert bridge.orders == [SaveSet(str(opened.path))]


def test_a_fresh_engine_is_given_the_set_again(opened, bridge):
    before = opened.path
    bridge.become(EngineState.OFF)
    bridge.become(EngineState.READY)
    load(bridge)
    assert bridge.orders == [OpenSet(str(before))]


def test_namesakes_have_sets_of_their_own():
    names = {set_name("Bells", Path("/a/bells.vschaos")), set_name("Bells", Path("/b/bells.vschaos"))}
    assert len(names) == 2
    assert all(name.startswith("Bells ") for name in names)


def test_a_restarted_engine_opens_the_set_before_it_is_told_where_everything_was(qtbot, fake_engine, tmp_path, clock):
    engine = fake_engine()
    bridge = EngineBridge(engine.launcher, log_folder=tmp_path / "logs", clock=clock, patience_s=5.0)
    keeper = SetKeeper(bridge, folder=tmp_path / "sets", clock=clock)
    try:
        bridge.load_instrument("bells.vschaos")
        bridge.order(Touch("gesture.play", (1.0,)))
        with qtbot.waitSignal(bridge.instrument_loaded):
            bridge.start()
        with qtbot.waitSignal(bridge.noticed), qtbot.waitSignal(bridge.instrument_loaded):
            bridge.set_control("panic")
        qtbot.waitUntil(lambda: any("OpenSet" in order for order in engine.orders(1)))
        kinds = [json.loads(order)["type"] for order in engine.orders(1)]
        assert kinds.index("LoadInstrument") < kinds.index("OpenSet")
        assert "Touch" not in kinds[: kinds.index("OpenSet")]
    finally:
        keeper.flush()
        bridge.stop()
