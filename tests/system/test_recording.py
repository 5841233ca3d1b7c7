"""Recordings outlive whoever makes them: engines and programs that are really killed, on real JACK."""

import os
import signal
import subprocess
import sys

import numpy as np
import pytest
import soundfile

from testing.servers import engine_process, jack_server, wait_for
from vschaos.instrument.build import untrained
from vschaos.instrument.bundle import write_instrument
from vschaos.realtime.protocol import (
    EngineReady,
    InstrumentLoaded,
    LoadInstrument,
    Recorded,
    Recovered,
    StartRecording,
    StreamStatus,
    Touch,
)


@pytest.fixture(scope="module")
def instrument(tmp_path_factory):
    path = tmp_path_factory.mktemp("recording") / "i.vschaos"
    write_instrument(path, untrained(0, latent_dims=4))
    return path


def record(engine, instrument, path, seconds=1.5):
    engine.wait_event(EngineReady)
    engine.send(LoadInstrument(str(instrument)))
    engine.wait_event(InstrumentLoaded)
    engine.send(Touch("play", (1.0,)))
    engine.wait_status(lambda s: s.stream is StreamStatus.RUNNING and s.level_db > -60.0)
    engine.send(StartRecording(str(path)))
    engine.wait_status(lambda s: s.recording.seconds > seconds)


def recorded_so_far(path):
    """Frames of a file that grows; 0 while it is not there, or at this instant gets its header."""
    try:
        return soundfile.info(path).frames
    except soundfile.LibsndfileError:
        return 0


def read(path):
    return soundfile.read(path, always_2d=True)[0]


def test_a_recording_survives_its_engine_and_is_offered_by_the_next(instrument, tmp_path):
    path = tmp_path / "take.wav"
    with jack_server() as jack:
        with engine_process(tmp_path, jack.environment) as engine:
            record(engine, instrument, path)
            engine.process.kill()
            engine.process.wait(timeout=10)
        before = read(path)
        assert len(before) > 48_000
        assert before.std() > 0.01
        with engine_process(tmp_path, jack.environment) as following:
            recovered = following.wait_event(Recovered)
            assert following.finish() == 0
        after = read(path)
        assert recovered.path == str(path)
        assert len(after) >= len(before)
        assert len(after) == round(recovered.seconds * 48_000)
        assert np.array_equal(after[: len(before)], before)


def test_a_studio_that_dies_leaves_a_whole_recording_which_the_next_engine_tells_of(instrument, tmp_path):
    path = tmp_path / "take.wav"
    with jack_server() as jack:
        with engine_process(tmp_path, jack.environment) as engine:
            record(engine, instrument, path)
            # Both pipes of a studio that was killed.
            os.dup2(os.open(os.devnull, os.O_RDONLY), engine.process.stdout.fileno())
            engine.process.stdin.close()
            assert engine.process.wait(timeout=20) == 0
        assert np.abs(read(path)[-64:]).max() < 0.01, "it was faded out"
        with engine_process(tmp_path, jack.environment) as following:
            assert following.wait_event(Recovered).path == str(path)
            assert following.finish() == 0


def test_an_engine_that_is_asked_to_end_by_signals_fades_out_and_finishes_its_recording(instrument, tmp_path):
    path = tmp_path / "take.wav"
    with jack_server() as jack, engine_process(tmp_path, jack.environment) as engine:
        record(engine, instrument, path)
        for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGTERM):
            engine.process.send_signal(number)
        told = engine.wait_event(Recorded)
        assert engine.process.wait(timeout=20) == 0
    sound = read(path)
    assert len(sound) == round(told.seconds * 48_000)
    assert sound[24_000:].std() > 0.01
    assert np.abs(sound[-64:]).max() < 0.01


@pytest.mark.parametrize("name", ["SIGHUP", "SIGKILL"])
def test_play_leaves_a_whole_file_however_it_ends(instrument, tmp_path, name):
    path = tmp_path / "take.wav"
    command = [sys.executable, "-m", "vschaos", "play", str(instrument), "--osc-in", "0", "--tour", "--seconds"]
    with jack_server() as jack:
        process = subprocess.Popen(
            [*command, "60", "--record", str(path)], env=jack.environment, stderr=subprocess.PIPE, text=True
        )
        try:
            wait_for(lambda: recorded_so_far(path) > 48_000, 60, "a second of sound")
            process.send_signal(getattr(signal, name))
            _, told = process.communicate(timeout=30)
        finally:
            process.kill()
        before = read(path)
        assert len(before) > 48_000
        if name != "SIGKILL":
            assert process.returncode == 0
            assert f"to “{path}”" in told
            return
        again = subprocess.run(
            [*command, "1"], env=jack.environment, stderr=subprocess.PIPE, text=True, timeout=60, check=True
        )
        assert "cut off" in again.stderr
        assert str(path) in again.stderr
        assert len(read(path)) >= len(before)
