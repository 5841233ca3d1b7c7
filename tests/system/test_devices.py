"""Devices that go, come back and stand in; live sound in, and both channels out. Real JACK and PulseAudio."""

import subprocess
import time
from contextlib import ExitStack, contextmanager

import numpy as np
import pytest
import soundfile

from tests.servers import JACK_PORT, engine_process, jack_server, program, pulse_server, wait_for
from vschaos.instrument.build import untrained
from vschaos.instrument.bundle import write_instrument
from vschaos.realtime.protocol import (
    RESTART,
    EngineReady,
    InstrumentLoaded,
    LoadInstrument,
    Notice,
    Recorded,
    SaveLast,
    SelectDevice,
    SetControl,
    StartRecording,
    StopRecording,
    StreamStatus,
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
    engine.send(SetControl("play", (1.0,)))
    return engine.wait_snapshot(lambda s: s.stream is StreamStatus.RUNNING and s.level_db > -60.0)


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
            notice = engine.wait_event(Notice, where=stopped)
            assert time.monotonic() - died < TOLD_WITHIN_S
            assert "plays on" in notice.sentence
            assert notice.remedy
            snapshot = engine.wait_snapshot(lambda s: s.device not in ("", "system") and s.level_db > -60.0)
            assert snapshot.playing
            assert engine.finish() == 0


def test_an_output_that_comes_back_is_taken_up_by_itself(instrument, tmp_path):
    with engine_process_on_pulse(tmp_path) as (engine, begin, end):
        begin()
        start(engine, instrument, "default")
        end()
        died = time.monotonic()
        assert engine.wait_event(Notice, where=stopped).remedy
        assert time.monotonic() - died < TOLD_WITHIN_S
        engine.send(SetControl("pad", (0.5, 0.5)))
        engine.wait_snapshot(lambda s: s.latent[0] == 0.5 and s.stream is StreamStatus.NO_DEVICE)
        begin()
        engine.wait_event(Notice, where=lambda n: "is back" in n.sentence)
        assert engine.wait_snapshot(lambda s: s.stream is StreamStatus.RUNNING and s.level_db > -60.0).playing
        assert engine.finish() == 0


def test_an_engine_that_lost_jack_for_good_ends_so_that_another_finds_it_again(instrument, tmp_path):
    with jack_server() as jack, engine_process(tmp_path, jack.environment) as engine:
        start(engine, instrument)
        jack.process.terminate()
        assert engine.wait_event(Notice, where=stopped).remedy
        assert engine.process.wait(timeout=20) == RESTART
    with (
        jack_server(name=jack.environment["JACK_DEFAULT_SERVER"]) as again,
        engine_process(tmp_path, again.environment) as engine,
    ):
        start(engine, instrument)
        assert again.record(tmp_path / "again.wav", 1).std() > 0.01
        assert engine.finish() == 0


def test_an_output_that_is_not_there_is_told_and_another_plays(instrument, tmp_path):
    with jack_server() as jack, engine_process(tmp_path, jack.environment) as engine:
        snapshot = start(engine, instrument, "tuba")
        assert snapshot.device == "system"
        assert any(isinstance(event, Notice) and "tuba" in event.sentence for event in engine.events)
        assert engine.finish() == 0


def test_both_channels_sound_and_spread_sets_them_apart(instrument, tmp_path):
    with jack_server() as jack, engine_process(tmp_path, jack.environment) as engine:
        start(engine, instrument)
        engine.send(SetControl("spread", (1.0,)))
        engine.wait_snapshot(lambda s: s.value("spread") == 1.0)
        path = tmp_path / "stereo.wav"
        engine.send(StartRecording(str(path)))
        engine.wait_snapshot(lambda s: s.recording.seconds > 1.5)
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
        engine.send(SetControl("input", (1.0,)))
        silent = engine.wait_snapshot(lambda s: s.input_device == "system" and s.level_db < -90.0)
        assert silent.input_db < -90.0
        with engine_process(tmp_path, jack.environment) as musician:
            start(musician, instrument)
            source = wait_for(lambda: [p for p in jack.ports() if "out_0" in p and p != JACK_PORT], what="a source")
            target = next(port for port in jack.ports() if port.endswith("in_0"))
            subprocess.run([program("jack_connect"), source[0], target], env=jack.environment, check=True)
            heard = engine.wait_snapshot(lambda s: s.input_db > -50.0 and s.level_db > -60.0)
            assert heard.playing
            assert musician.finish() == 0
        engine.wait_snapshot(lambda s: s.level_db < -90.0)
        engine.send(SetControl("input", (0.0,)))
        engine.wait_snapshot(lambda s: s.input_device == "" and s.level_db > -60.0)
        assert engine.finish() == 0
