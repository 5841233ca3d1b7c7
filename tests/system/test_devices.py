"""Devices that go, come back and stand in; live sound in, and both channels out. Real JACK and PulseAudio."""

import signal
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager

import numpy as np
import pytest
import soundfile

from testing.servers import JACK_PORT, engine_process, jack_server, program, pulse_server, wait_for
from vschaos.instrument.build import untrained
from vschaos.instrument.bundle import write_instrument
from vschaos.realtime.protocol import (
    RESTART,
    EngineReady,
    InstrumentLoaded,
    LoadInstrument,
    Problem,
    Recorded,
    RefreshDevices,
    SaveLast,
    SelectDevice,
    StartRecording,
    StopRecording,
    StreamStatus,
    Touch,
)

TOLD_WITHIN_S = 2.0


@pytest.fixture(scope="module")
def instrument(tmp_path_factory):
    path = tmp_path_factory.mktemp("devices") / "i.vschaos"
    write_instrument(path, untrained(0, latent_dims=4))
    return path


def start(engine, instrument, device=""):
    engine.wait_event(EngineReady)
    if device:
        engine.send(SelectDevice(device))
    engine.send(LoadInstrument(str(instrument)))
    engine.wait_event(InstrumentLoaded)
    engine.send(Touch("play", (1.0,)))
    return engine.wait_status(lambda s: s.stream is StreamStatus.RUNNING and s.level_db > -60.0)


def read(path):
    return soundfile.read(path, always_2d=True)[0]


@contextmanager
def engine_process_on_pulse(tmp_path):
    """An engine, and how PulseAudio begins and ends around it."""
    server = ExitStack()

    def begin():
        return server.enter_context(pulse_server(tmp_path / "pulse"))

    with server:
        environment = begin().environment
        server.close()
        with engine_process(tmp_path, environment) as engine:
            yield engine, begin, server.close


def stopped(notice):
    return "stopped" in notice.sentence


def test_another_output_stands_in_within_two_seconds_of_a_server_that_died(instrument, tmp_path):
    with pulse_server(tmp_path / "pulse") as pulse, jack_server() as jack:
        both = {**pulse.environment, "JACK_DEFAULT_SERVER": jack.environment["JACK_DEFAULT_SERVER"]}
        with engine_process(tmp_path, both) as engine:
            assert start(engine, instrument).device == "system"
            jack.process.terminate()
            died = time.monotonic()
            notice = engine.wait_event(Problem, where=stopped)
            assert time.monotonic() - died < TOLD_WITHIN_S
            assert "plays on" in notice.sentence
            assert notice.remedy
            status = engine.wait_status(lambda s: s.device not in ("", "system") and s.level_db > -60.0)
            assert status.playing
            assert engine.finish() == 0


def test_an_output_that_comes_back_is_taken_up_by_itself(instrument, tmp_path):
    with engine_process_on_pulse(tmp_path) as (engine, begin, end):
        begin()
        start(engine, instrument, "default")
        end()
        died = time.monotonic()
        assert engine.wait_event(Problem, where=stopped).remedy
        assert time.monotonic() - died < TOLD_WITHIN_S
        engine.send(Touch("pad", (0.5, 0.5)))
        engine.wait_status(lambda s: s.latent[0] == 0.5 and s.stream is StreamStatus.NO_DEVICE)
        begin()
        engine.wait_event(Problem, where=lambda n: "is back" in n.sentence)
        assert engine.wait_status(lambda s: s.stream is StreamStatus.RUNNING and s.level_db > -60.0).playing
        assert engine.finish() == 0


def test_an_output_that_pauses_after_a_gap_is_not_taken_for_dead(instrument, tmp_path):
    """PulseAudio calls again two seconds after a program that did not keep up."""
    with pulse_server(tmp_path / "pulse") as pulse, engine_process(tmp_path, pulse.environment) as engine:
        start(engine, instrument, "default")
        engine.process.send_signal(signal.SIGSTOP)
        time.sleep(0.5)
        engine.process.send_signal(signal.SIGCONT)
        time.sleep(2 * TOLD_WITHIN_S)
        assert engine.wait_status(lambda s: s.device == "default")
        assert not [event for event in engine.events if isinstance(event, Problem) and stopped(event)]
        assert engine.finish() == 0


def test_an_engine_that_lost_jack_for_good_ends_so_that_another_finds_it_again(instrument, tmp_path):
    with jack_server() as jack, engine_process(tmp_path, jack.environment) as engine:
        start(engine, instrument)
        jack.process.terminate()
        assert engine.wait_event(Problem, where=stopped).remedy
        assert engine.process.wait(timeout=120) == RESTART
    with (
        jack_server(name=jack.environment["JACK_DEFAULT_SERVER"]) as again,
        engine_process(tmp_path, again.environment) as engine,
    ):
        start(engine, instrument)
        assert again.record(tmp_path / "again.wav", 1).std() > 0.01
        assert engine.finish() == 0


WITHOUT_A_STREAM = """
import sys, time
from vschaos.realtime.devices.audio_io import AudioIo
from vschaos.realtime.control import ControlThread
from vschaos.performance.performance import Performance

told = []
io = AudioIo(ControlThread(Performance()), told.append, lambda: None, None)
io._list()
print([one.name for one in told[-1].outputs if "JACK" in one.host_api], flush=True)
sys.stdin.readline()
until = time.monotonic() + 10
while not io.lost and time.monotonic() < until:
    time.sleep(0.01)
if sys.argv[1] == "look":
    io._list()
    print([one.name for one in told[-1].outputs if "JACK" in one.host_api], flush=True)
io.shutdown()
"""


@pytest.mark.parametrize("what", ["look", "end"])
def test_after_its_server_died_portaudio_is_neither_made_to_look_again_nor_to_end(what):
    """Either would abort the process: it is a client of that server though no stream is open there."""
    with jack_server() as jack:
        process = subprocess.Popen(
            [sys.executable, "-c", WITHOUT_A_STREAM, what],
            env=jack.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert process.stdout.readline() == "['system']\n"
            jack.process.terminate()
            jack.process.wait()
            printed, _ = process.communicate("\n", timeout=60)
        finally:
            process.kill()
    assert printed == ("[]\n" if what == "look" else "")
    assert process.returncode == 0


@pytest.mark.parametrize("order", [RefreshDevices(), SelectDevice("tuba")])
def test_looking_for_devices_after_jack_died_starts_a_new_engine_and_keeps_the_recording(instrument, tmp_path, order):
    with jack_server() as jack, engine_process(tmp_path, jack.environment) as engine:
        start(engine, instrument)
        engine.send(StartRecording(str(tmp_path / "take.wav")))
        engine.wait_status(lambda s: s.recording.seconds > 1.0)
        jack.process.terminate()
        jack.process.wait()
        engine.send(order)
        assert engine.wait_event(Recorded).seconds > 1.0
        assert engine.process.wait(timeout=20) == RESTART
    assert len(read(tmp_path / "take.wav")) > 48_000


def test_jack_that_comes_back_while_another_stands_in_is_taken_up_by_a_new_engine_once_nothing_is_heard(
    instrument, tmp_path
):
    with pulse_server(tmp_path / "pulse", realtime=True) as pulse, ExitStack() as servers:
        jack = servers.enter_context(jack_server())
        name = jack.environment["JACK_DEFAULT_SERVER"]
        both = {**pulse.environment, "JACK_DEFAULT_SERVER": name}
        with engine_process(tmp_path, both) as engine:
            assert start(engine, instrument).device == "system"
            jack.process.terminate()
            assert engine.wait_event(Problem, where=stopped).remedy
            engine.wait_status(lambda s: s.device not in ("", "system"))
            again = servers.enter_context(jack_server(name=name))
            engine.send(Touch("play", (0.0,)))
            assert engine.process.wait(timeout=20) == RESTART
        with engine_process(tmp_path, both) as following:
            assert start(following, instrument).device == "system"
            assert again.record(tmp_path / "again.wav", 1).std() > 0.01
            assert following.finish() == 0


def test_play_without_a_window_says_that_its_server_ended_and_leaves_a_whole_recording(instrument, tmp_path):
    path = tmp_path / "take.wav"
    with jack_server() as jack:
        command = [sys.executable, "-m", "vschaos", "play", str(instrument), "--osc-in", "0", "--tour"]
        process = subprocess.Popen(
            [*command, "--record", str(path)], env=jack.environment, stderr=subprocess.PIPE, text=True
        )
        try:
            wait_for(lambda: path.exists() and len(read(path)) > 48_000, 60, "a second of sound")
            jack.process.terminate()
            _, told = process.communicate(timeout=30)
        finally:
            process.kill()
    assert process.returncode == 1
    assert "The JACK server ended, and the sound with it." in told
    assert "by itself" not in told
    assert "Recorded" in told
    assert len(read(path)) > 48_000


def test_an_output_that_is_not_there_is_told_and_another_plays(instrument, tmp_path):
    with jack_server() as jack, engine_process(tmp_path, jack.environment) as engine:
        status = start(engine, instrument, "tuba")
        assert status.device == "system"
        assert any(isinstance(event, Problem) and "tuba" in event.sentence for event in engine.events)
        assert engine.finish() == 0


def test_both_channels_sound_and_spread_sets_them_apart(instrument, tmp_path):
    with jack_server() as jack, engine_process(tmp_path, jack.environment) as engine:
        start(engine, instrument)
        engine.send(Touch("spread", (1.0,)))
        engine.wait_status(lambda s: s.value("spread") == 1.0)
        path = tmp_path / "stereo.wav"
        engine.send(StartRecording(str(path)))
        engine.wait_status(lambda s: s.recording.seconds > 1.5)
        engine.send(StopRecording())
        told = engine.wait_event(Recorded)
        engine.send(SaveLast(str(tmp_path / "last.flac"), 1.0))
        assert engine.wait_event(Recorded).path.endswith("last.flac")
        right = jack.record(tmp_path / "right.wav", 1, "PortAudio:out_1")
        assert engine.finish() == 0
    stereo = read(told.path)
    assert stereo.shape[1] == 2
    assert len(stereo) / 48_000 == pytest.approx(told.seconds)
    for channel in stereo.T:
        assert channel.std() > 0.01
    assert np.abs(stereo[:, 0] - stereo[:, 1]).std() > 0.001
    assert right.std() > 0.01
    assert len(read(tmp_path / "last.flac")) == 48_000


def test_live_sound_in_moves_the_instrument(instrument, tmp_path):
    """Another engine is the musician: while it sounds so does this one, and not otherwise."""
    with jack_server() as jack, engine_process(tmp_path, jack.environment) as engine:
        start(engine, instrument)
        engine.send(Touch("input", (1.0,)))
        silent = engine.wait_status(lambda s: s.input_device == "system" and s.level_db < -90.0)
        assert silent.input_db < -90.0
        with engine_process(tmp_path, jack.environment) as musician:
            start(musician, instrument)
            source = wait_for(lambda: [p for p in jack.ports() if "out_0" in p and p != JACK_PORT], what="a source")
            target = next(port for port in jack.ports() if port.endswith("in_0"))
            subprocess.run([program("jack_connect"), source[0], target], env=jack.environment, check=True)
            heard = engine.wait_status(lambda s: s.input_db > -50.0 and s.level_db > -60.0)
            assert heard.playing
            assert musician.finish() == 0
        engine.wait_status(lambda s: s.level_db < -90.0)
        engine.send(Touch("input", (0.0,)))
        engine.wait_status(lambda s: s.input_device == "" and s.level_db > -60.0)
        assert engine.finish() == 0
