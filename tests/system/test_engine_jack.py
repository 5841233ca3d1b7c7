"""The engine process through real audio servers: JACK and PulseAudio. What is judged is what they recorded."""

import numpy as np
import pytest

from testing.servers import engine_process, jack_server, pulse_server, wait_for
from testing.stolen_time import stolen_time
from vschaos.instrument.build import untrained
from vschaos.instrument.bundle import write_instrument
from vschaos.realtime.protocol import (
    EngineReady,
    Figures,
    InstrumentLoaded,
    LoadInstrument,
    SelectDevice,
    StreamStatus,
    Touch,
)


@pytest.fixture(scope="module")
def instruments(tmp_path_factory):
    folder = tmp_path_factory.mktemp("instruments")
    paths = []
    for seed in (0, 1):
        paths.append(folder / f"{seed}.vschaos")
        write_instrument(paths[-1], untrained(seed, latent_dims=4))
    return paths


SETTLED = 48_000
"""Frames at the beginning of a recording while a change is still under way."""


GAP = 96
"""Frames that are exactly zero, one after the other, from which on they are a gap: 2 ms."""


def gaps(samples):
    """How many gaps there are in a sound."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], (samples == 0).astype(np.int8), [0]])))
    return np.count_nonzero(edges[1::2] - edges[::2] >= GAP)


def start(engine, instrument):
    engine.wait_event(EngineReady)
    engine.send(LoadInstrument(str(instrument)))
    engine.wait_event(InstrumentLoaded)
    engine.send(Touch("play", (1.0,)))
    return engine.wait_status(lambda s: s.stream is StreamStatus.RUNNING and s.level_db > -60.0)


def test_jack_hears_a_whole_sound_that_the_pad_moves(instruments, tmp_path):
    with stolen_time() as stolen, jack_server() as jack, engine_process(tmp_path, jack.environment) as engine:
        status = start(engine, instruments[0])
        assert status.device == "system"
        assert 20.0 < status.latency_ms < 250.0
        one = jack.record(tmp_path / "one.wav", 3)[SETTLED:]  # after the fade-in
        engine.send(Touch("pad", (1.0, -1.0)))
        engine.wait_status(lambda s: s.latent[:2] == (1.0, -1.0))
        other = jack.record(tmp_path / "other.wav", 3)[SETTLED:]  # after the glide and the queue
        engine.send(LoadInstrument(str(instruments[1])))
        engine.wait_event(InstrumentLoaded)
        engine.send(Touch("play", (0.0,)))
        engine.wait_status(lambda s: not s.playing and s.level_db < -100.0)
        silence = jack.record(tmp_path / "silence.wav", 2)[SETTLED:]
        code = engine.finish()
        figures = engine.wait_event(Figures)
    assert code == 0
    assert engine.strays == []
    for samples in (one, other):
        assert samples.std() > 0.01
        assert np.abs(samples).max() <= 0.966
    realtime = jack.realtime and figures.realtime_priority
    assert gaps(one[4800:-4800]) <= stolen.allowed_late_underruns(figures.callbacks, realtime=realtime)
    spectra = [np.abs(np.fft.rfft(samples[:48_000])) for samples in (one, other)]
    distance = np.linalg.norm(spectra[0] - spectra[1]) / np.linalg.norm(spectra[0])
    assert distance > 0.1, "another place on the pad is another sound"
    assert np.abs(silence).max() < 1e-4
    assert figures.callbacks > 500
    assert 0 < figures.first_sound_s < 60


def test_pulseaudio_hears_it(instruments, tmp_path):
    with pulse_server(tmp_path / "pulse") as pulse, engine_process(tmp_path, pulse.environment) as engine:
        recorded = tmp_path / "pulse.raw"
        engine.send(SelectDevice("default"))
        status = start(engine, instruments[0])
        assert status.device == "default"
        with stolen_time() as stolen, pulse.recording(recorded):
            wait_for(lambda: recorded.stat().st_size > 4 * 48_000 * 3, what="three seconds of sound")
        assert engine.finish() == 0
        figures = engine.wait_event(Figures)
    sound = np.fromfile(recorded, np.float32)[48_000:]
    assert sound.std() > 0.01
    assert np.abs(sound).max() <= 0.97
    assert gaps(sound) <= stolen.allowed_late_underruns(figures.callbacks, realtime=False)  # the server has no priority


def test_instruments_are_swapped_while_playing_without_a_gap(instruments, tmp_path):
    with jack_server() as jack, engine_process(tmp_path, jack.environment) as engine:
        start(engine, instruments[0])
        recordings = []
        with stolen_time() as stolen:
            for turn in range(1, 7):
                engine.send(LoadInstrument(str(instruments[turn % 2])))
                engine.wait_event(InstrumentLoaded)
                recordings.append(jack.record(tmp_path / f"{turn}.wav", 1))
            assert engine.finish() == 0
        figures = engine.wait_event(Figures)
    realtime = jack.realtime and figures.realtime_priority
    allowed = stolen.allowed_late_underruns(figures.callbacks, realtime=realtime)
    assert figures.late_underruns <= allowed
    assert min(samples.std() for samples in recordings) > 0.01
    assert sum(gaps(samples[4800:-4800]) for samples in recordings) <= allowed
