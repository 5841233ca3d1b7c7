"""The engine process through real audio servers: JACK and PulseAudio. What is judged is what they recorded."""

import time

import numpy as np
import pytest

from tests.servers import engine_process, jack_server, pulse_server, wait_for
from vschaos.instrument.build import untrained
from vschaos.instrument.bundle import write_instrument
from vschaos.realtime.protocol import (
    EngineReady,
    Figures,
    InstrumentLoaded,
    LoadInstrument,
    SelectDevice,
    SetControl,
    Snapshot,
    StreamStatus,
)


@pytest.fixture(scope="module")
def instruments(tmp_path_factory):
    folder = tmp_path_factory.mktemp("instruments")
    paths = []
    for seed in (0, 1):
        paths.append(folder / f"{seed}.vschaos")
        write_instrument(paths[-1], untrained(seed, latent_dims=4))
    return paths


def longest_silence_ms(samples, rate=48_000):
    """Longest run of samples that are exactly zero."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], (samples == 0).astype(np.int8), [0]])))
    runs = edges[1::2] - edges[::2]
    return 1000.0 * runs.max(initial=0) / rate


def start(engine, instrument):
    engine.wait_event(EngineReady)
    engine.send(LoadInstrument(str(instrument)))
    engine.wait_event(InstrumentLoaded)
    engine.send(SetControl("play", (1.0,)))
    return engine.wait_snapshot(lambda s: s.stream is StreamStatus.RUNNING and s.level_db > -60.0)


def test_jack_hears_a_whole_sound_that_the_pad_moves(instruments, tmp_path):
    with jack_server() as jack, engine_process(tmp_path, jack.environment) as engine:
        snapshot = start(engine, instruments[0])
        assert snapshot.device == "system"
        assert 20.0 < snapshot.latency_ms < 250.0
        time.sleep(0.3)  # The fade-in is over.
        one = jack.record(tmp_path / "one.wav", 2)
        engine.send(SetControl("pad", (1.0, -1.0)))
        engine.wait_snapshot(lambda s: s.latent[:2] == (1.0, -1.0))
        time.sleep(0.5)  # The glide and the queue are through.
        other = jack.record(tmp_path / "other.wav", 2)
        engine.send(LoadInstrument(str(instruments[1])))
        engine.wait_event(InstrumentLoaded)
        engine.send(SetControl("play", (0.0,)))
        engine.wait_snapshot(lambda s: not s.playing and s.level_db < -100.0)
        time.sleep(0.5)
        silence = jack.record(tmp_path / "silence.wav", 1)
        code = engine.finish()
        figures = engine.wait_event(Figures)
    assert code == 0
    assert engine.strays == []
    for samples in (one, other):
        assert samples.std() > 0.01
        assert np.abs(samples).max() <= 0.966
    if figures.underruns == 0:
        assert longest_silence_ms(one[4800:-4800]) < 2.0
    spectra = [np.abs(np.fft.rfft(samples[:48_000])) for samples in (one, other)]
    distance = np.linalg.norm(spectra[0] - spectra[1]) / np.linalg.norm(spectra[0])
    assert distance > 0.1, "another place on the pad is another sound"
    assert np.abs(silence).max() < 1e-4
    assert figures.hops > 100
    assert figures.callbacks > 500
    assert 0 < figures.first_sound_s < 60


def test_pulseaudio_hears_it(instruments, tmp_path):
    with pulse_server(tmp_path / "pulse") as pulse, engine_process(tmp_path, pulse.environment) as engine:
        recorded = tmp_path / "pulse.raw"
        engine.send(SelectDevice("default"))
        snapshot = start(engine, instruments[0])
        assert snapshot.device == "default"
        with pulse.recording(recorded):
            wait_for(lambda: recorded.stat().st_size > 4 * 48_000 * 3, 20, "three seconds of sound")
        assert engine.finish() == 0
        figures = engine.wait_event(Figures)
    sound = np.fromfile(recorded, np.float32)[48_000:]
    assert sound.std() > 0.01
    assert np.abs(sound).max() <= 0.97
    if figures.underruns == 0:
        assert longest_silence_ms(sound) < 2.0


def test_instruments_are_swapped_while_playing_without_a_gap(instruments, tmp_path):
    with jack_server() as jack, engine_process(tmp_path, jack.environment) as engine:
        before = start(engine, instruments[0])
        for turn in range(1, 7):
            engine.send(LoadInstrument(str(instruments[turn % 2])))
            engine.wait_event(InstrumentLoaded)
            time.sleep(0.5)
        assert engine.finish() == 0
    after = next(event for event in reversed(engine.events) if isinstance(event, Snapshot))
    assert after.shortages == before.shortages
