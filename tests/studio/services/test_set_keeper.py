"""The set of the instrument that plays: opened from the project, kept in it, and undone in it."""

from pathlib import Path

import pytest

from vschaos.performance.set_files import PerformanceSet, format_set, parse_set, read_set, write_set
from vschaos.performance.snapshots import Sound
from vschaos.realtime.protocol import EngineStatus, InstrumentLoaded, OpenSet, SaveSet, SetOpened, SetSaved
from vschaos_studio.services.engine_bridge import EngineBridge, EngineState
from vschaos_studio.services.set_keeper import PATIENCE_S, SetKeeper
from vschaos_studio.state.history import History
from vschaos_studio.state.project import EMPTY_SET

BELLS, BOWLS = Path("/bells.vschaos"), Path("/bowls.vschaos")
ONE = PerformanceSet((Sound((0.5,)),))
OTHER = PerformanceSet((Sound((-0.5,)),))
NONE = PerformanceSet()


class Player(EngineBridge):
    """A bridge to an engine that answers at once, or when it is asked to."""

    def __init__(self, tmp_path, clock):
        super().__init__(None, log_folder=tmp_path, clock=clock)  # type: ignore[arg-type]
        self.orders = []
        self.set = NONE
        self.version = 0
        self.answers = True

    @property
    def status(self):
        return EngineStatus(set_version=self.version) if self.state is EngineState.READY else None

    def order(self, order):
        self.orders.append(order)
        if self.answers:
            self.answer(order)

    def answer(self, order):
        match order:
            case OpenSet(path):
                self.become(read_set(Path(path)))
                self.set_opened.emit(SetOpened(path, self.version))
            case SaveSet(path):
                write_set(Path(path), self.set)
                self.set_saved.emit(SetSaved(path, self.version))

    def become(self, performance_set):
        """Someone changes the set."""
        self.set = performance_set
        self.version += 1

    def go(self, state):
        self._set_state(state)

    def load(self, instrument=BELLS):
        self.instrument_loaded.emit(InstrumentLoaded(str(instrument), instrument.stem, 1, 44100))


class Store(dict):
    """A project's sets."""

    def document_of(self, instrument, name):
        return self.setdefault(instrument, EMPTY_SET)

    def keep(self, instrument, document):
        self[instrument] = document

    def of(self, instrument):
        document = self[instrument]
        return NONE if document == EMPTY_SET else parse_set(document, "set")


@pytest.fixture
def player(tmp_path, clock, qapp):
    made = Player(tmp_path, clock)
    yield made
    made.go(EngineState.OFF)


@pytest.fixture
def store():
    return Store({BOWLS: format_set(ONE)})


@pytest.fixture
def history():
    return History()


@pytest.fixture
def keeper(player, store, history, tmp_path, clock):
    (tmp_path / "work").mkdir()
    made = SetKeeper(player, store=store, history=history, work=tmp_path / "work", clock=clock)
    player.go(EngineState.READY)
    player.load()
    player.orders.clear()
    return made


def test_an_instruments_set_is_opened_with_it_and_that_is_no_change(keeper, player, store, history):
    player.load(BOWLS)
    assert player.set == ONE
    player.orders.clear()
    keeper.poll()
    assert player.orders == []
    assert not history.undo_text


def test_whatever_changes_it_is_kept_and_can_be_undone(keeper, player, store, history, tmp_path):
    player.become(ONE)
    keeper.poll()
    assert store.of(BELLS) == ONE
    player.become(OTHER)
    keeper.poll()
    assert store.of(BELLS) == OTHER
    assert history.undo_text == "Overwrite snapshot 1"
    history.undo()
    assert player.set == store.of(BELLS) == ONE
    history.undo()
    assert player.set == store.of(BELLS) == NONE
    history.redo()
    keeper.poll()
    assert player.set == store.of(BELLS) == ONE
    assert (history.undo_text, history.redo_text) == ("Store snapshot 1", "Overwrite snapshot 1")
    assert not list((tmp_path / "work").iterdir())


def test_what_was_done_a_moment_ago_is_undone_first(keeper, player, history):
    player.become(ONE)
    keeper.after_changes(history.undo)
    assert player.set == NONE


def test_the_next_checkpoint_of_a_training_keeps_what_is_open(keeper, player):
    player.load()
    assert player.orders == []


def test_another_instrument_comes_after_the_old_ones_set_was_kept(keeper, player, store, history):
    player.become(OTHER)
    player.load(BOWLS)
    assert store.of(BELLS) == OTHER
    assert player.set == store.of(BOWLS) == ONE
    assert history.undo_text == "Store snapshot 1"


def test_a_step_of_an_instrument_that_does_not_play_is_undone_in_the_project(keeper, player, store, history, qtbot):
    player.become(OTHER)
    player.load(BOWLS)
    with qtbot.waitSignal(keeper.restored):
        history.undo()
    assert store.of(BELLS) == NONE
    assert player.set == ONE


def test_it_is_asked_for_once_and_again_where_no_answer_came(keeper, player, store, clock):
    player.answers = False
    player.become(ONE)
    for _ in range(3):
        keeper.poll()
    assert len(player.orders) == 1
    clock.now += PATIENCE_S
    keeper.poll()
    assert len(player.orders) == 2
    player.answer(player.orders[-1])
    assert store.of(BELLS) == ONE


def test_a_fresh_engine_is_given_the_set_again(keeper, player):
    player.become(ONE)
    keeper.poll()
    player.go(EngineState.OFF)
    player.become(NONE)
    player.go(EngineState.READY)
    player.load()
    assert player.set == ONE


def test_at_the_end_the_last_change_is_waited_for(keeper, player, store, qtbot):
    player.become(ONE)
    keeper.flush()
    assert store.of(BELLS) == ONE


def test_a_restarted_engine_opens_the_set_before_it_is_told_where_everything_was(
    qtbot, fake_engine, tmp_path, clock, store
):
    engine = fake_engine()
    bridge = EngineBridge(engine.launcher, log_folder=tmp_path / "logs", clock=clock, patience_s=5.0)
    keeper = SetKeeper(bridge, store=store, history=History(), work=tmp_path, clock=clock)
    try:
        bridge.load_instrument("bells.vschaos")
        with qtbot.waitSignal(bridge.set_opened):
            bridge.start()
        bridge.set_control("pad", 0.25, -0.5)
        bridge.set_control("snapshot.store", 3.0)
        with qtbot.waitSignal(bridge.set_saved):
            keeper.after_changes(lambda: None)
        with qtbot.waitSignal(bridge.noticed), qtbot.waitSignal(bridge.set_opened):
            bridge.set_control("panic")
        qtbot.waitUntil(lambda: bridge.status is not None and bridge.status.stored == (3,))
        orders = engine.orders(1)
        first = [next(place for place, order in enumerate(orders) if name in order) for name in ("OpenSet", "latents")]
        assert first[0] < first[1]
    finally:
        keeper.flush()
        bridge.stop()
