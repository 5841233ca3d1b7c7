"""MIDI inputs that the test plays, on a clock that it moves."""

import random
import sys
import threading
from collections import deque

import pytest

from vschaos.errors import ControlError, DeviceError
from vschaos.performance.bindings import Binding, Bindings, BindingsChanged
from vschaos.performance.controls import Playable
from vschaos.performance.midi_decoder import MIDI
from vschaos.performance.notes import NoteOff, NoteOn
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch
from vschaos.realtime.midi.input import BUG, SCAN_S, MidiInput
from vschaos.realtime.midi.ports import NO_LIBRARY, NO_SYSTEM, RtMidiSystem, choose_inputs
from vschaos.realtime.protocol import MidiPorts, Problem


class FakePort:
    def __init__(self):
        self.waiting = deque()
        self.lost = self.closed = False
        self.now_s = 0.0

    def receive(self):
        return (self.waiting.popleft(), self.now_s) if self.waiting else None

    def close(self):
        self.closed = True


class FakeSystem:
    """Inputs that the test plugs in and out; ``broken`` ones do not open."""

    def __init__(self, *names):
        self.names, self.broken, self.error = names, set(), None
        self.ports, self.scans, self.closed = {}, [], False
        self.already_waiting = ()

    def scan(self, afresh=False):
        self.scans.append(afresh)
        if self.error is not None:
            raise self.error
        return self.names

    def open(self, name):
        if name in self.broken:
            raise DeviceError(f"no {name}")
        self.ports[name] = FakePort()
        self.ports[name].waiting.extend(self.already_waiting)
        return self.ports[name]

    def close(self):
        self.closed = True


class Stage:
    """A MIDI input without a thread, and everything that it reports."""

    def __init__(self, *names, dims=4):
        self.system = FakeSystem(*names)
        self.performance = Performance(Playable(dims))
        self.changes, self.changed, self.ports, self.notices = [], [], [], []
        self.performance.listen(self.changes.extend)
        self.now = 0.0
        self.bindings = Bindings(MIDI, lambda: self.performance.controls, self.changed.append)
        self.midi = MidiInput(
            self.performance,
            self.bindings,
            self.ports.append,
            self.notices.append,
            system=self.system,
            clock=lambda: self.now,
            threaded=False,
        )

    def select(self, name):
        self.midi.select(name)
        self.midi.poll()

    def send(self, *messages, port="keys"):
        self.system.ports[port].waiting.extend(messages)
        self.midi.poll()

    def later(self, seconds=SCAN_S):
        self.now += seconds
        self.midi.poll()

    def notes(self):
        return self.performance.advance(0.01).notes


@pytest.fixture
def stage():
    one = Stage("keys", "pads")
    one.select("*")
    return one


def test_notes_and_controllers_reach_the_performance(stage):
    stage.bindings.bind(Binding("cc 1", 0, "spread"))
    stage.send([0x90, 60, 127], [0xB0, 1, 127], [0x80, 60, 0])
    assert stage.notes() == (NoteOn(60, 1.0), NoteOff(60))
    assert stage.performance.state["spread"] == 1.0
    assert [(one.control, one.origin) for one in stage.changes] == [("spread", Origin.MIDI)]


def test_a_flood_of_moves_is_one_touch(stage):
    stage.bindings.bind(Binding("cc 1", 0, "spread"))
    stage.send(*([0xB0, 1, value] for _ in range(8) for value in range(128)))
    assert len(stage.changes) == 1
    assert stage.performance.state["spread"] == 1.0
    assert stage.midi.counts.received == 1024


def test_no_move_of_a_knob_passes_a_button(stage):
    stage.bindings.bind(Binding("cc 1", 0, "spread"))
    stage.bindings.bind(Binding("cc 2", 0, "snapshot.b"))
    stage.send([0xB0, 1, 10], [0xB0, 1, 127], [0xB0, 2, 127], [0xB0, 1, 50], [0xB0, 1, 0], [0xB0, 2, 0])
    moved = [(one.control, one.values) for one in stage.changes]
    assert moved == [("spread", (1.0,)), ("snapshot.b", (1.0,)), ("spread", (0.0,)), ("snapshot.b", (0.0,))]


def test_inputs_are_reported_when_they_change_and_when_ordered(stage):
    assert stage.ports == [MidiPorts(("keys", "pads"))]
    stage.later()
    assert len(stage.ports) == 1
    stage.system.names = ("keys",)
    stage.later(SCAN_S / 2)
    assert len(stage.ports) == 1
    stage.later(SCAN_S / 2)
    assert stage.ports[1:] == [MidiPorts(("keys",))]
    stage.midi.refresh()
    stage.midi.poll()
    assert stage.ports[2:] == [MidiPorts(("keys",))]


def test_nothing_is_scanned_until_it_is_ordered():
    stage = Stage("keys")
    stage.later(100.0)
    assert stage.system.scans == []
    stage.midi.refresh()
    stage.midi.poll()
    stage.later(100.0)
    assert stage.system.scans == [True]
    assert stage.ports == [MidiPorts(("keys",))]
    assert stage.system.ports == {}
    stage.select("keys")
    stage.later()
    # Systems are looked for when the user asks, since that may hold the sound up.
    assert stage.system.scans == [True, True, False]


def test_an_input_that_appears_is_opened_and_one_that_goes_ends_its_notes(stage):
    stage.system.names = ("keys", "pads", "new")
    stage.later()
    stage.send([0x90, 50, 127], port="new")
    stage.send([0xB0, 64, 127], [0x90, 60, 127], [0x80, 60, 0])
    assert stage.notes() == (NoteOn(50, 1.0, 0), NoteOn(60, 1.0, 16))
    stage.system.names = ("pads", "new")
    stage.later()
    assert stage.system.ports["keys"].closed
    assert stage.notes() == (NoteOff(60, 16),)
    assert not stage.system.ports["new"].closed


def test_a_named_input_is_waited_for():
    stage = Stage("keys")
    stage.select("Launch")
    (error,) = stage.notices
    assert isinstance(error, DeviceError)
    assert "Launch" in error.sentence
    stage.later()
    stage.system.names = ("keys", "LaunchKey mini")
    stage.later()
    assert set(stage.system.ports) == {"LaunchKey mini"}
    assert len(stage.notices) == 1


def test_another_selection_closes_the_first(stage):
    stage.send([0x90, 60, 127])
    stage.select("pads")
    assert stage.system.ports["keys"].closed
    assert not stage.system.ports["pads"].closed
    assert stage.midi.listening == ("pads",)
    assert not stage.system.closed
    stage.select("")
    assert stage.system.ports["pads"].closed
    assert stage.system.closed
    assert stage.midi.listening == ()
    assert stage.notes() == (NoteOn(60, 1.0), NoteOff(60))


def test_a_refresh_reopens_what_may_have_been_replugged(stage):
    stage.send([0x90, 60, 127])
    first = stage.system.ports["keys"]
    stage.midi.refresh()
    stage.midi.poll()
    assert first.closed
    assert stage.notes() == (NoteOn(60, 1.0), NoteOff(60))
    stage.send([0x90, 61, 127])
    assert stage.notes() == (NoteOn(61, 1.0),)


def test_an_input_whose_system_ended_is_opened_anew_under_its_name(stage):
    stage.send([0x90, 60, 127])
    first = stage.system.ports["keys"]
    first.lost = True
    stage.later()
    assert stage.system.ports["keys"] is not first
    assert stage.notes() == (NoteOn(60, 1.0), NoteOff(60))


def test_an_input_that_does_not_open_is_reported_once_and_tried_again():
    stage = Stage("keys", "pads")
    stage.system.broken = {"keys"}
    stage.select("*")
    stage.later()
    assert [str(one) for one in stage.notices] == ["no keys"]
    stage.system.broken = set()
    stage.later()
    stage.send([0x90, 60, 127])
    assert stage.notes() == (NoteOn(60, 1.0),)


@pytest.mark.parametrize("error", [NO_LIBRARY, NO_SYSTEM])
def test_without_midi_there_is_a_sentence_once(error):
    stage = Stage()
    stage.system.error = error
    stage.midi.refresh()
    stage.midi.poll()
    assert stage.notices == []
    stage.select("*")
    assert stage.notices == [], "who has no keyboard needs no message at each start"
    stage.select("Keys")
    stage.select("Keys")
    stage.later()
    assert stage.notices == [Problem(error.sentence, error.remedy, is_error=False)]
    assert set(stage.ports) == {MidiPorts()}


def test_a_missing_library_is_a_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "rtmidi", None)
    with pytest.raises(DeviceError) as raised:
        RtMidiSystem().scan(afresh=True)
    assert raised.value is NO_LIBRARY


def test_a_controller_that_moves_is_assigned_and_reported(stage):
    stage.bindings.wait_for("spread")
    stage.send([0xB3, 20, 10], [0xB3, 20, 90])
    binding = Binding("cc 20", 4, "spread")
    assert stage.changed == [BindingsChanged("midi", (), "spread"), BindingsChanged("midi", (binding,))]
    stage.send([0xB3, 20, 127])
    assert stage.performance.state["spread"] == 1.0
    assert stage.bindings.all == (binding,)
    stage.bindings.unbind("")
    assert stage.changed[-1] == BindingsChanged("midi")


@pytest.mark.parametrize("control", ["pad", "latents", "nonsense", "latent.z9"])
def test_what_one_number_cannot_move_is_not_assigned(stage, control):
    with pytest.raises(ControlError):
        stage.bindings.wait_for(control)
    assert stage.changed == []


def test_bindings_of_a_set_replace_the_present_ones(stage):
    bindings = (Binding("cc 1", 0, "spread"), Binding("bend", 2, "latent.z9"))
    stage.bindings.load(bindings)
    assert stage.bindings.all == bindings
    with pytest.raises(ControlError):
        stage.bindings.load((Binding("cc 1", 99, "spread"),))
    assert stage.bindings.all == bindings
    assert stage.changed == [BindingsChanged("midi", bindings)]


def test_bindings_of_another_instrument_can_be_changed_and_restored(stage):
    deep = Binding("bend", 2, "latent.z9")
    with pytest.raises(ControlError, match="no control"):
        stage.bindings.bind(deep)
    stage.bindings.load((deep,))
    stage.bindings.bind(Binding("bend", 2, "latent.z9", 0.5))
    stage.bindings.unbind("latent.z9")
    stage.bindings.bind(deep)
    assert stage.bindings.all == (deep,)


def test_garbage_is_counted_and_does_not_hinder_what_comes_after(stage):
    garbage = [[], [5], [0xF0, 1, 2], [0x90, 60], [0x90, 60, 200], [0x90, 60, 1, 1], [0xF4], [0xB0, 1, -1], [999]]
    stage.send(*garbage, [0x90, 60, 127], [0xF8], [0xF0, 0xF7], [0xC0, 1])
    assert stage.notes() == (NoteOn(60, 1.0),)
    assert stage.midi.counts.ignored == len(garbage)
    assert stage.midi.counts.failed == 0
    assert stage.notices == []


@pytest.mark.parametrize("seed", range(5))
def test_random_bytes_break_nothing(stage, seed):
    chance = random.Random(seed)
    for control in ("spread", "snapshot.recall", "snapshot.b", "panic", "play", "gesture.record", "trajectory"):
        stage.bindings.bind(Binding(f"cc {chance.randrange(120)}", 0, control))
    for _ in range(50):
        stage.send(*([chance.randrange(256) for _ in range(chance.randrange(5))] for _ in range(50)))
        stage.send(*([0xB0, chance.randrange(128), chance.randrange(128)] for _ in range(50)))
        stage.performance.advance(0.01)
    counts = stage.midi.counts
    assert (counts.received, counts.failed) == (5000, 0)
    assert 0 < counts.ignored < 5000
    stage.send([0xB0, 120, 0], [0x90, 60, 127])
    assert NoteOn(60, 1.0) in stage.notes()


def test_a_failure_is_reported_once_and_ends_nothing(stage, capsys):
    def fail(changes):
        raise RuntimeError("a listener's own fault")

    stage.performance.listen(fail)
    stage.bindings.bind(Binding("cc 1", 0, "spread"))
    for value in (10, 20, 30):
        stage.send([0xB0, 1, value], [0x90, 60, 127])
    assert stage.midi.counts.failed == 3
    assert stage.notices == [BUG]
    assert len(stage.notes()) == 3
    assert capsys.readouterr().err.count("Traceback") == 1


def test_the_end_closes_everything(stage):
    stage.send([0x90, 60, 127])
    stage.midi.close()
    assert stage.notes() == (NoteOn(60, 1.0), NoteOff(60))
    assert all(port.closed for port in stage.system.ports.values())
    assert stage.system.closed


def test_the_thread_plays_and_ends():
    arrived = threading.Event()
    performance, system = Performance(), FakeSystem("keys")
    system.already_waiting = ([0xB0, 1, 127],)
    performance.listen(lambda changes: arrived.set())
    bindings = Bindings(MIDI, lambda: performance.controls)
    midi = MidiInput(performance, bindings, lambda _: None, lambda _: None, system=system)
    try:
        bindings.bind(Binding("cc 1", 0, "spread"))
        midi.select("*")
        assert arrived.wait(60.0)
    finally:
        midi.close()
    assert system.closed
    assert "midi" not in {thread.name for thread in threading.enumerate()}


def test_a_name_means_the_same_name_first_and_then_a_part():
    names = ("a keys b", "Keys", "keys 2")
    assert choose_inputs(names, "keys") == ("Keys",)
    assert choose_inputs(names, "KEYS 2") == ("keys 2",)
    assert choose_inputs(names, "b") == ("a keys b",)
    assert choose_inputs(names, "*") == names
    assert choose_inputs(names, "") == choose_inputs(names, "zither") == ()


# ── clock ─────────────────────────────────────────────────────────────────────────────────────────────────

CLOCK, START, CONTINUE, STOP = [0xF8], [0xFA], [0xFB], [0xFC]


def tick(stage, count, tempo=120.0, port="keys", jitter_s=0.0, seed=0):
    """A clock's ticks; the input stamps them early or late, and they are read every 3 ms."""
    chance = random.Random(seed)
    begun_s = stage.now
    for number in range(1, count + 1):
        stage.now = begun_s + number * 60.0 / tempo / 24
        stage.system.ports[port].now_s = stage.now + chance.uniform(-jitter_s, jitter_s)
        stage.send(CLOCK, port=port)


def test_the_tempo_follows_a_clock_that_jitters(stage):
    tick(stage, 24 * 8 + 1, jitter_s=0.002)
    assert stage.performance.state["tempo"] == pytest.approx(120.0, rel=0.005)
    tick(stage, 24 * 8 + 1, tempo=98.0, jitter_s=0.002)
    assert stage.performance.state["tempo"] == pytest.approx(98.0, rel=0.005)
    assert {one.origin for one in stage.changes if one.control == "tempo"} == {Origin.MIDI}
    assert len(stage.changes) <= 16, "once a beat at most"
    assert stage.midi.clock == "keys"


def test_the_beat_is_the_clocks(stage):
    tick(stage, 25)
    assert stage.performance.beat == 1.0
    stage.send(START)
    tick(stage, 1)
    assert stage.performance.beat == 0.0
    tick(stage, 12)
    assert stage.performance.beat == 0.5
    stage.send(STOP)
    tick(stage, 12)
    assert stage.performance.beat == 0.5
    stage.send([0xF2, 8, 0], CONTINUE)
    tick(stage, 1)
    assert stage.performance.beat == 2.0


def test_one_clock_is_followed_at_a_time(stage):
    tick(stage, 60, tempo=100.0)
    for _ in range(60):
        tick(stage, 1, tempo=100.0)
        stage.system.ports["pads"].now_s += 0.01
        stage.send(CLOCK, port="pads")
    assert stage.midi.clock == "keys"
    assert stage.performance.state["tempo"] == pytest.approx(100.0)
    stage.now += 2.0
    assert stage.midi.clock == ""
    tick(stage, 60, tempo=140.0, port="pads")
    assert stage.midi.clock == "pads"
    assert stage.performance.state["tempo"] == pytest.approx(140.0, rel=1e-3)


def test_no_clock_is_followed_where_it_should_not_be(stage):
    stage.performance.touch([Touch("tempo.midi", (0.0,)), Touch("tempo", (77.0,))], Origin.UI)
    tick(stage, 100)
    assert stage.performance.state["tempo"] == 77.0
    assert stage.performance.beat == 0.0
    assert stage.midi.clock == ""
