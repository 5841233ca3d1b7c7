"""The protocol's writer, offline, and the engine process through its pipes, on a computer without a sound card."""

import io
import socket

import msgspec
import pytest

from testing.servers import engine_process, free_port, wait_for
from vschaos.instrument.build import untrained
from vschaos.instrument.bundle import write_instrument
from vschaos.performance.bindings import Binding
from vschaos.performance.gestures import GestureStatus
from vschaos.realtime.devices.latency import LatencyBudget
from vschaos.realtime.process import FAILED, EventWriter
from vschaos.realtime.protocol import (
    EVENTS,
    ORDERS,
    AwaitBinding,
    Bind,
    BindingsChanged,
    ConfigureOsc,
    ControlValue,
    Devices,
    EngineReady,
    EngineStatus,
    Figures,
    Gamepads,
    InstrumentLoaded,
    LabelValue,
    LoadInstrument,
    MidiPorts,
    MoveFinger,
    NameSnapshot,
    OpenGesture,
    OpenSet,
    OscStatus,
    OutputDevice,
    PlayFinger,
    PlayNote,
    PlaySound,
    Press,
    Problem,
    Recorded,
    RecordingView,
    Recovered,
    RefreshDevices,
    SaveGesture,
    SaveLast,
    SaveSet,
    SelectDevice,
    SelectInput,
    SelectMidi,
    SetOpened,
    SetSaved,
    Shutdown,
    SnapshotMark,
    Spectrum,
    StartRecording,
    StopRecording,
    StopSound,
    StreamStatus,
    Touch,
    Unbind,
    WatchSound,
)

SNAPSHOT = EngineStatus(
    latent=(0.1, 0.2),
    labels=(LabelValue("pitch", 3.0),),
    values=(ControlValue("noise", 0.5), ControlValue("play", 1.0)),
    stored=(1, 3),
    marks=(SnapshotMark(3, "Strophe", 2),),
    latency=LatencyBudget(hop=5.8, window=10.0, why="w", remedy="r"),
    gesture=GestureStatus(True, False, 0.5, 2.0),
    recording=RecordingView("/tmp/r.wav", 1.0, 60.0),
    stream=StreamStatus.RUNNING,
    device="d",
    osc=OscStatus(True, 1, 2, 3, 4, 5, "e"),
    auditioning="/tmp/a.flac",
)


@pytest.mark.parametrize(
    ("codec", "message"),
    [
        (ORDERS, LoadInstrument("/tmp/ü 1.vschaos")),
        (ORDERS, Touch("pad", (0.5, -1.0))),
        (ORDERS, SelectDevice("", 20.0)),
        (ORDERS, SelectInput("mic")),
        (ORDERS, PlayNote(60, 0.5)),
        (ORDERS, PlayFinger(3, 0.5, (0.1, -1.0))),
        (ORDERS, MoveFinger(3, (0.25,))),
        (ORDERS, Press("pen pressure", 0.5)),
        (ORDERS, SelectMidi("*")),
        (ORDERS, AwaitBinding("midi", "noise")),
        (ORDERS, Bind("midi", Binding("cc 7", 0, "gain", 1.0, 0.0, 2.0))),
        (ORDERS, Unbind("osc", "")),
        (ORDERS, StartRecording("/tmp/ü 1.wav")),
        (ORDERS, StopRecording()),
        (ORDERS, SaveLast("/tmp/a.flac", 30.0)),
        (ORDERS, NameSnapshot(3, "Strophe", 2)),
        (ORDERS, SaveGesture("/tmp/a.json")),
        (ORDERS, OpenGesture("/tmp/a.csv")),
        (ORDERS, SaveSet("/tmp/a.json")),
        (ORDERS, OpenSet("/tmp/a.json")),
        (ORDERS, RefreshDevices()),
        (ORDERS, ConfigureOsc(True, 9000, 9001)),
        (ORDERS, PlaySound("/tmp/ü 1.flac")),
        (ORDERS, StopSound()),
        (ORDERS, WatchSound(True)),
        (ORDERS, Shutdown()),
        (EVENTS, EngineReady("1", 2.5)),
        (EVENTS, InstrumentLoaded("p", "n", 8, 44_100)),
        (EVENTS, Devices((OutputDevice("a", "ALSA", 2, 48_000.0, True),))),
        (EVENTS, SetSaved("/tmp/a.json", 3)),
        (EVENTS, SetOpened("/tmp/a.json", 4)),
        (EVENTS, Problem("S.", "R.", False)),
        (EVENTS, MidiPorts(("a", "b"))),
        (EVENTS, Gamepads(("a",))),
        (EVENTS, BindingsChanged("midi", (Binding("bend", 1, "pad.x"),), "noise")),
        (EVENTS, Recorded("/tmp/a.wav", 3.5)),
        (EVENTS, Recovered("/tmp/a.wav", 3.5)),
        (EVENTS, SNAPSHOT),
        (EVENTS, Spectrum(bytes(range(96)), -6.5)),
        (EVENTS, Figures(callbacks=3, first_sound_s=1.5)),
    ],
)
def test_messages_survive_the_round_trip(codec, message):
    line = codec.encode(message)
    assert "\n" not in line
    assert codec.decode(line) == message


def test_snapshots_are_told_at_once_when_something_moves_and_seldom_otherwise():
    stream = io.StringIO()
    writer = EventWriter(stream)
    resting = EngineStatus(latent=(0.0, 0.0))
    for tick in range(120):
        writer.write_due(tick / 60, resting)
    assert len(stream.getvalue().splitlines()) == 4
    for tick in range(120, 180):
        writer.write_due(tick / 60, msgspec.structs.replace(resting, latent=(tick / 200, 0.0)))
    assert len(stream.getvalue().splitlines()) == 64


def test_a_reader_that_has_gone_is_no_error():
    stream = io.StringIO()
    writer = EventWriter(stream)
    stream.close()
    writer.emit(Problem("a", "b"))
    writer.write_due(0.0, EngineStatus())
    assert list(writer.unread) == [Problem("a", "b")]


def test_the_engine_lives_through_everything_but_the_end_of_its_input(tmp_path):
    whole, half = tmp_path / "whole.vschaos", tmp_path / "half.vschaos"
    write_instrument(whole, untrained(0, latent_dims=4))
    half.write_bytes(whole.read_bytes()[:5000])
    in_port, out_port = free_port(), free_port()
    with engine_process(tmp_path) as engine:
        ready = engine.wait_event(EngineReady)
        assert ready.startup_s > 0
        notice = engine.wait_event(Problem)
        assert "no audio output" in notice.sentence
        assert notice.remedy
        assert not notice.is_error

        for line in (
            "",
            "garbage",
            "{}",
            "[1]",
            '{"type": "Touch"}',
            '{"type":"Nothing"}',
            "\udcff\udcfe",
            "9" * 5000,
        ):
            engine.send_line(line)
        for line in (
            '{"type":"Touch","control":"pad","values":["a",null]}',
            '{"type":"Touch","control":"pad","values":7}',
            '{"type":"Touch","control":"pad","values":[1e999,0]}',
            '{"type":"ConfigureOsc","enabled":true,"in_port":"x","out_port":[]}',
            '{"type":"ConfigureOsc","enabled":true,"in_port":99999,"out_port":1}',
        ):
            engine.send_line(line)
            assert engine.wait_event(Problem).sentence

        engine.send(LoadInstrument(str(whole)))
        assert engine.wait_event(InstrumentLoaded).latent_dims == 4
        engine.send(Touch("latents", (0.1, 0.2, 0.3, 2.0)))
        engine.send(Touch("gain", (-12.0,)))
        status = engine.wait_status(lambda s: s.value("gain") == -12.0)
        assert status.latent == pytest.approx((0.1, 0.2, 0.3, 1.0))
        assert status.stream is StreamStatus.NO_DEVICE

        engine.send(LoadInstrument(str(half)))
        damaged = engine.wait_event(Problem, where=lambda n: "damaged" in n.sentence)
        assert "plays on" in damaged.sentence
        assert damaged.remedy
        engine.send(LoadInstrument(str(tmp_path / "none.vschaos")))
        assert engine.wait_event(Problem, where=lambda n: "No instrument found at" in n.sentence)
        engine.send(SelectDevice("tuba"))
        assert engine.wait_event(Problem, where=lambda n: "no audio output" in n.sentence)
        engine.send(RefreshDevices())
        assert engine.wait_event(Devices).outputs == ()
        engine.send(PlaySound(str(tmp_path / "a.flac")))
        assert engine.wait_event(Problem, where=lambda n: "There is no sound" in n.sentence).remedy
        engine.send(StopSound())

        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as taken:
            taken.bind(("127.0.0.1", in_port))
            engine.send(ConfigureOsc(True, in_port, out_port))
            assert str(in_port) in engine.wait_event(Problem, where=lambda n: "OSC" in n.sentence).sentence
        engine.send(ConfigureOsc(True, in_port, out_port))
        assert engine.wait_status(lambda s: s.osc.listening).osc.in_port == in_port

        assert engine.finish() == 0
        assert engine.wait_event(Figures).callbacks == 0
        assert engine.strays == []


def test_the_end_of_the_input_ends_the_engine(tmp_path):
    with engine_process(tmp_path) as engine:
        engine.wait_event(EngineReady)
        assert engine.process.stdin is not None
        engine.process.stdin.close()
        assert wait_for(lambda: engine.process.poll() is not None)
        assert engine.process.returncode == 0


BROKEN = """
from vschaos.performance import automation
from vschaos.cli.main import main

automation.LFO_SHAPES = ("off", "no such shape")
raise SystemExit(main(["engine"]))
"""
"""An engine with a bug: an oscillator that is switched on raises in the control thread."""


def test_a_bug_in_the_control_thread_ends_the_engine_and_is_logged(tmp_path):
    """It would sound on otherwise, and follow nothing."""
    with engine_process(tmp_path, program=("-c", BROKEN)) as engine:
        engine.wait_event(EngineReady)
        engine.send(Touch("lfo.z1.shape", (1.0,)))
        engine.wait_event(Figures)
        assert wait_for(lambda: engine.process.poll() is not None)
        assert engine.process.returncode == FAILED
        log = engine.errors.read_text()
        assert "Traceback" in log
        assert "KeyError: 'no such shape'" in log
