"""The latency benchmark's measure, on recordings whose answer is known; and the instrument that it plays."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks._recorders import Cycles, Recording, sink_clock
from benchmarks._switch import NEAR, STEEPNESS, TONE_HZ, find_answers, find_onsets, switch_instrument
from vschaos.core.voices import CoreVoices
from vschaos.instrument.bundle import read_instrument
from vschaos.realtime.loading import prepare

RATE_HZ = 48_000
BEGAN_S = 1000.0


def tone(ordered_s, late_s, rise_s, seconds=2.0, **missed):
    """A tone that goes 6 dB up and down in turn, so much after each order, along a raised cosine."""
    time_s = np.arange(int(seconds * RATE_HZ)) / RATE_HZ
    amplitude = np.full(len(time_s), 0.1)
    for number, moment in enumerate(ordered_s):
        passed = np.clip((time_s - (moment - BEGAN_S) - late_s) / rise_s, 0.0, 1.0)
        amplitude += (-0.1 if number % 2 else 0.1) * (0.5 - 0.5 * np.cos(np.pi * passed))
    samples = (amplitude * np.sin(2 * np.pi * TONE_HZ * time_s + 0.3)).astype(np.float32)
    frames = np.arange(0, len(samples), 256.0)
    holes = np.array(missed.get("missed", []), np.int64)
    return Recording(samples, RATE_HZ, frames, BEGAN_S + frames / RATE_HZ, holes)


@pytest.mark.parametrize("late_ms", [3.0, 17.3, 80.0])
def test_the_first_changed_sample_and_the_half_are_found(late_ms):
    ordered_s = [BEGAN_S + moment for moment in (0.4, 0.81234, 1.3)]
    answers, left_out = find_answers(tone(ordered_s, late_ms / 1000, 0.02), ordered_s, [True, False, True])
    assert left_out == 0
    assert [answer.rising for answer in answers] == [True, False, True]
    for answer in answers:
        # A thousandth of a raised cosine is 2 % of its way; a sample near zero of the tone shows nothing yet.
        assert answer.first_ms == pytest.approx(late_ms + 0.02 * 20, abs=0.4)
        assert answer.half_ms == pytest.approx(late_ms + 10.0, abs=0.2)


def test_what_cannot_be_judged_is_left_out():
    ordered_s = [BEGAN_S + moment for moment in (0.4, 0.8, 1.3)]
    holed = tone(ordered_s, 0.02, 0.02, missed=[int(0.9 * RATE_HZ)])
    assert find_answers(holed, ordered_s, [True, False, True])[1] == 1
    unsteady = tone(ordered_s, 0.02, 0.02)
    unsteady.samples[int(0.39 * RATE_HZ)] += 0.01
    assert find_answers(unsteady, ordered_s, [True, False, True])[1] == 1
    assert find_answers(tone([], 0.02, 0.02), ordered_s, [True, False, True])[1] == 3, "an answer that never comes"


def test_onsets_out_of_silence_are_found():
    time_s = np.arange(RATE_HZ) / RATE_HZ
    sound = 0.1 * np.sin(2 * np.pi * TONE_HZ * time_s)
    samples = np.zeros(RATE_HZ, np.float32)
    for at in (9600, 24_000):
        samples[at : at + 4800] = sound[:4800]
    frames = np.arange(0, RATE_HZ, 256.0)
    recording = Recording(samples, RATE_HZ, frames, BEGAN_S + frames / RATE_HZ, np.array([], np.int64))
    ordered_s = [BEGAN_S + (at - late) / RATE_HZ for at, late in ((9600, 240), (24_000, 480), (40_000, 0))]
    late_ms, left_out = find_onsets(recording, ordered_s)
    assert late_ms == pytest.approx([5.0, 10.0], abs=0.05)
    assert left_out == 1, "a note that does not sound"
    assert find_onsets(recording, [BEGAN_S + 12_000 / RATE_HZ]) == ([], 1), "one in a sound"


def test_a_recording_knows_when_its_samples_sounded():
    recording = tone([], 0.0, 0.02)
    assert recording.time_of(4800.5) == pytest.approx(BEGAN_S + 4800.5 / RATE_HZ)
    assert recording.index_at(BEGAN_S + 23_999.8 / RATE_HZ) == 24_000
    assert recording.index_at(BEGAN_S + 24_000.2 / RATE_HZ) == 24_001


def test_missed_cycles_of_jack_are_holes_at_their_place():
    cycles = Cycles(np.zeros(2048, np.float32), np.zeros((8, 2)))
    for frame in (1000, 1256, 1768):
        cycles.add(frame, frame + 30, frame / RATE_HZ, np.full(256, frame, np.float32))
    assert cycles.missed == [512]
    assert cycles.length == 1024
    assert cycles.samples[255:257].tolist() == [1000.0, 1256.0]
    assert cycles.samples[511:769:257].tolist() == [1256.0, 1768.0]
    assert not cycles.samples[512:768].any()
    assert cycles.pairs[:3, 0].tolist() == [30.0, 286.0, 798.0]


def test_the_clock_of_a_sink_is_found_under_late_arrivals():
    rng = np.random.default_rng(0)
    frames = np.arange(3000) * 512.0
    due_s = BEGAN_S + frames / 44_100 * (1 + 8e-5)
    arrived_s = due_s + 2e-4 + rng.exponential(3e-3, len(frames))
    found = sink_clock(np.stack([frames, arrived_s], axis=1), 44_100)[1]
    assert np.abs(found - due_s).max() < 1e-3


@pytest.mark.parametrize("n_fft", [2048, 1024])
def test_the_instrument_is_as_loud_anywhere_on_one_side_and_6_db_louder_on_the_other(n_fft, tmp_path):
    loaded = prepare(read_instrument(switch_instrument(tmp_path / "switch.vschaos", n_fft)))
    hops, levels = 40, {}
    for x in (-1.0, -NEAR, NEAR, 1.0):
        point, unlabelled, still = (
            np.array([[x, 0.0]], np.float32),
            np.zeros((1, 0), np.float32),
            np.zeros(1, np.float32),
        )
        voices = CoreVoices(loaded.core, 1)
        audio = np.concatenate([voices.decode(point, unlabelled, still)[0] for _ in range(hops)])
        steady = audio[hops // 2 * loaded.hop_samples :]
        spectrum = np.abs(np.fft.rfft(steady * np.hanning(len(steady))))
        assert np.argmax(spectrum) * 44_100 / len(steady) == pytest.approx(TONE_HZ, rel=1e-3)
        levels[x] = steady.std()
    assert levels[1.0] / levels[-1.0] == pytest.approx(10 ** (6 / 20), rel=1e-3)
    for x in (-1.0, 1.0):
        assert levels[x * NEAR] == pytest.approx(levels[x], rel=1e-4)
    assert NEAR * STEEPNESS >= 10.0
