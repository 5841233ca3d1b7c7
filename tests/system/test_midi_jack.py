"""MIDI through the ports of a real JACK server, without a single message lost."""

import json
import subprocess
import sys
import threading
import time

import pytest
import rtmidi

from testing.servers import jack_server, wait_for
from vschaos.performance.bindings import Binding, Bindings
from vschaos.performance.controls import Playable
from vschaos.performance.midi_decoder import MIDI
from vschaos.performance.notes import NoteBend, NoteOff, NoteOn
from vschaos.performance.performance import Performance
from vschaos.realtime.midi.input import MidiInput
from vschaos.realtime.midi.ports import NO_SYSTEM
from vschaos.realtime.protocol import MidiPorts, Problem

KEYBOARD = """
import ast, sys, rtmidi
out = rtmidi.MidiOut(rtmidi.API_UNIX_JACK, name=sys.argv[1])
out.open_virtual_port("out")
print("ready", flush=True)
for line in sys.stdin:
    for message in ast.literal_eval(line):
        out.send_message(message)
out.close_port()
out.delete()
"""


class JackKeyboard:
    """A program of its own, as MIDI programs are, with one JACK output; it goes when its input ends.

    Whether it is ready and connected is never asked of JACK: clients that come and go while another is made, as
    ``jack_lsp`` does, now and then leave that one out of the server's graph for good.
    """

    def __init__(self, jack, name):
        command = [sys.executable, "-c", KEYBOARD, name]
        self.process = subprocess.Popen(
            command, env=jack.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.port = f"{name}:out"
        assert self.process.stdout.readline() == "ready\n"

    def send(self, *messages):
        self.process.stdin.write(f"{list(messages)!r}\n")
        self.process.stdin.flush()

    def unplug(self, kill=False):
        if kill:
            self.process.kill()
        self.process.stdin.close()
        self.process.wait(timeout=60)
        self.process.stdout.close()


class Stage:
    def __init__(self):
        self.performance = Performance(Playable(4))
        self.notes, self.touched, self.ports, self.notices = [], [], [], []
        # The clock can be put forward, so that a scan is due at once.
        self.skipped = 0.0
        play_note, touch = self.performance.play_note, self.performance.touch
        self.performance.play_note = lambda note: (self.notes.append(note), play_note(note))
        self.performance.touch = lambda touches, origin: (self.touched.extend(touches), touch(touches, origin))[1]
        self.bindings = Bindings(MIDI, lambda: self.performance.controls)
        self.midi = MidiInput(
            self.performance,
            self.bindings,
            self.ports.append,
            self.notices.append,
            clock=lambda: time.monotonic() + self.skipped,
        )

    def wait_open(self, keyboard):
        wait_for(lambda: keyboard.port in self.midi.listening, what=keyboard.port)

    def wait_notes(self, count):
        """Wait until so many notes came, in all."""
        try:
            wait_for(lambda: len(self.notes) >= count)
        except AssertionError:
            raise AssertionError(f"{len(self.notes)} of {count} notes came; {self.midi.counts}") from None


@pytest.fixture(scope="module")
def jack():
    with jack_server(waits=True) as server:
        yield server


@pytest.fixture
def stage(jack, monkeypatch):
    for name, value in jack.environment.items():
        monkeypatch.setenv(name, value)
    one = Stage()
    yield one
    one.midi.close()
    assert "midi" not in {thread.name for thread in threading.enumerate()}
    wait_for(lambda: not any("vschaos" in port for port in jack.ports()), what="the end of the clients")


@pytest.fixture
def keyboard(jack):
    one = JackKeyboard(jack, "keyboard")
    yield one
    if one.process.poll() is None:
        one.unplug()


def test_a_burst_arrives_whole_and_in_order(stage, keyboard):
    stage.midi.select("*")
    stage.wait_open(keyboard)
    assert stage.ports == [MidiPorts(("keyboard:out",))]
    keys = [(n * 37) % 128 for n in range(250)]
    keyboard.send(*(message for key in keys for message in ([0x90, key, 100], [0x80, key, 0])))
    stage.wait_notes(500)
    expected = [note for key in keys for note in (NoteOn(key, 100 / 127), NoteOff(key))]
    assert stage.notes == expected
    assert stage.midi.counts.received == 500
    assert stage.performance.advance(0.01).notes == tuple(expected)


def test_controllers_move_controls(stage, keyboard):
    stage.bindings.bind(Binding("cc 1", 0, "spread"))
    stage.bindings.bind(Binding("bend", 2, "latent.z1"))
    stage.midi.select("keyboard")
    stage.wait_open(keyboard)
    keyboard.send(*([0xB0, 1, value] for value in range(128)), [0xE1, 0, 0])
    wait_for(lambda: stage.midi.counts.received == 129, what="the messages")
    wait_for(lambda: stage.performance.state.latent[0] == -1.0, what="the bend")
    assert stage.performance.state["spread"] == 1.0
    values = [touch.values[0] for touch in stage.touched if touch.control == "spread"]
    assert values == sorted(values)


def test_an_mpe_phrase(stage, keyboard):
    stage.midi.select("*")
    stage.wait_open(keyboard)
    keyboard.send([0xB0, 101, 0], [0xB0, 100, 6], [0xB0, 6, 15], [0xE1, 0, 64], [0xB1, 74, 127], [0x91, 60, 127])
    stage.wait_notes(2)
    keyboard.send([0xD1, 127], [0x92, 64, 127])
    stage.wait_notes(5)
    keyboard.send([0xE2, 127, 127], [0x81, 60, 0], [0x82, 64, 0])
    stage.wait_notes(8)
    assert stage.notes == [
        NoteOn(60, 1.0, 1),
        NoteBend(1, 0.0, 1.0, 0.0),
        NoteBend(1, 0.0, 1.0, 1.0),
        NoteOn(64, 1.0, 2),
        NoteBend(2),
        NoteBend(2, 1.0),
        NoteOff(60, 1),
        NoteOff(64, 2),
    ]


def test_keyboards_come_and_go_and_leave_no_note_behind(jack, stage, keyboard):
    stage.midi.select("*")
    stage.wait_open(keyboard)
    second = JackKeyboard(jack, "second")
    stage.skipped += 2.0
    stage.wait_open(second)
    keyboard.send([0x90, 60, 127])
    stage.wait_notes(1)
    second.send([0x90, 60, 127])
    stage.wait_notes(2)
    keyboard.unplug()
    stage.skipped += 2.0
    stage.wait_notes(3)
    second.send([0x80, 60, 0])
    stage.wait_notes(4)
    assert stage.notes == [NoteOn(60, 1.0, 0), NoteOn(60, 1.0, 16), NoteOff(60, 0), NoteOff(60, 16)]
    # Plugged in again, it plays on.
    again = JackKeyboard(jack, "keyboard")
    stage.skipped += 2.0
    stage.wait_open(again)
    again.send([0x90, 61, 127])
    stage.wait_notes(5)
    for one in (second, again):
        one.unplug()
    stage.skipped += 2.0
    stage.wait_notes(6)
    assert stage.notices == []


SERVER_ENDS = """
import json, os
from testing.servers import jack_server, wait_for
from tests.system.test_midi_jack import JackKeyboard, Stage

name = os.environ["JACK_DEFAULT_SERVER"]
with jack_server(name=name, waits=True) as jack:
    stage = Stage()
    stage.midi.select("*")
    keyboard = JackKeyboard(jack, "keyboard")
    stage.skipped += 2.0
    stage.wait_open(keyboard)
    keyboard.send([0x90, 60, 127])
    stage.wait_notes(1)
keyboard.unplug(kill=True)
stage.midi.refresh()
stage.wait_notes(2)
with jack_server(name=name, waits=True) as jack:
    stage.midi.refresh()
    keyboard = JackKeyboard(jack, "keyboard")
    stage.midi.refresh()
    stage.wait_open(keyboard)
    keyboard.send([0x90, 61, 127])
    stage.wait_notes(3)
    keyboard.unplug()
stage.midi.close()
notes = [f"{type(note).__name__} {note.key}" for note in stage.notes]
print(json.dumps([notes, [notice.sentence for notice in stage.notices]]))
"""


def test_a_server_that_ends_and_returns_breaks_nothing(jack):
    environment = {**jack.environment, "JACK_DEFAULT_SERVER": jack.environment["JACK_DEFAULT_SERVER"] + "-2"}
    done = subprocess.run(
        [sys.executable, "-c", SERVER_ENDS], env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr[-2000:]
    notes, sentences = json.loads(done.stdout.splitlines()[-1])
    assert notes == ["NoteOn 60", "NoteOff 60", "NoteOn 61", "NoteOff 61"]
    assert sentences == [], "who listens to all inputs needs no message that there is none"


def test_without_any_midi_system_there_is_one_sentence_and_nothing_on_standard_error(monkeypatch, capfd):
    monkeypatch.setenv("JACK_DEFAULT_SERVER", "vschaos-none")
    monkeypatch.setenv("JACK_NO_START_SERVER", "1")
    monkeypatch.setattr(rtmidi, "get_compiled_api", lambda: [rtmidi.API_UNIX_JACK])
    stage = Stage()
    stage.midi.select("keyboard")
    wait_for(lambda: stage.notices, what="the sentence")
    stage.midi.refresh()
    wait_for(lambda: len(stage.ports) == 2, what="the second scan")
    stage.midi.close()
    assert stage.notices == [Problem(NO_SYSTEM.sentence, NO_SYSTEM.remedy, is_error=False)]
    assert stage.ports == [MidiPorts(), MidiPorts()]
    assert capfd.readouterr().err == ""


def test_a_real_clock_is_followed(stage, keyboard):
    """How exact its tempo is depends on how busy the computer is; that there is one shows that ticks are stamped."""
    stage.midi.select(keyboard.port)
    stage.wait_open(keyboard)
    keyboard.send([0xFA])
    for _ in range(24 * 8 + 1):
        keyboard.send([0xF8])
        time.sleep(60.0 / 150.0 / 24)
    keyboard.send([0x90, 60, 127])
    stage.wait_notes(1)
    assert stage.performance.beat == 8.0, stage.midi.counts
    assert "tempo" in [one.control for one in stage.touched]
    assert stage.performance.state["tempo"] != 120.0
