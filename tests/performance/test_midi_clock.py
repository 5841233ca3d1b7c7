import random

import pytest

from vschaos.performance.midi_clock import TICKS, MidiClock


def ticks(tempo_bpm, beats, *, jitter_s=0.0, start_s=0.0, seed=0):
    """Times of a clock's ticks; each comes early or late by up to ``jitter_s``."""
    chance = random.Random(seed)
    tick_s = 60.0 / tempo_bpm / TICKS
    return [start_s + number * tick_s + chance.uniform(-jitter_s, jitter_s) for number in range(beats * TICKS + 1)]


def followed(times, clock=None):
    clock = clock or MidiClock()
    for time_s in times:
        clock.tick(time_s)
    return clock


@pytest.mark.parametrize("tempo", [40.0, 97.5, 120.0, 174.0, 300.0])
def test_an_exact_clock_gives_the_exact_tempo(tempo):
    assert followed(ticks(tempo, 4)).tempo_bpm == pytest.approx(tempo, rel=1e-9)


def test_the_tempo_of_a_clock_that_jitters_by_2_ms_is_within_half_a_percent():
    errors = [abs(followed(ticks(120.0, 4, jitter_s=0.002, seed=seed)).tempo_bpm / 120.0 - 1.0) for seed in range(300)]
    assert max(errors) < 0.005
    early = [abs(followed(ticks(120.0, 1, jitter_s=0.002, seed=seed)).tempo_bpm / 120.0 - 1.0) for seed in range(300)]
    assert max(early) < 0.015, "after the first beat"


def test_ticks_that_arrive_in_batches_give_the_tempo_too():
    """JACK stamps all messages of a period of 21 ms alike."""
    period_s = 1024 / 48000
    times = [time_s // period_s * period_s for time_s in ticks(120.0, 4)]
    assert followed(times).tempo_bpm == pytest.approx(120.0, rel=0.005)


def test_another_tempo_is_followed_within_four_beats():
    clock = followed(ticks(120.0, 8))
    followed(ticks(90.0, 4, start_s=clock.last_s)[1:], clock)
    assert clock.tempo_bpm == pytest.approx(90.0, rel=1e-6)


def test_there_is_no_tempo_before_a_beat_has_passed_nor_after_a_pause():
    times = ticks(120.0, 2)
    assert followed(times[:TICKS]).tempo_bpm is None
    assert followed(times[: TICKS + 1]).tempo_bpm is not None
    clock = followed(times)
    clock.tick(clock.last_s + 3.0)
    assert clock.tempo_bpm is None


def test_beats_count_from_start_and_not_while_it_is_stopped():
    clock = followed(ticks(120.0, 3))
    assert clock.beat == 3.0
    clock.start()
    clock.tick(2.0)
    assert clock.beat == 0.0
    followed(ticks(120.0, 1, start_s=2.0)[1:], clock)
    assert clock.beat == 1.0
    clock.stop()
    followed(ticks(120.0, 1, start_s=2.5)[1:], clock)
    assert clock.beat == 1.0
    clock.go_to(16)
    clock.go_on()
    clock.tick(3.1)
    assert clock.beat == 4.0, "sixteen sixteenths are four beats"


def test_ticks_without_time_give_no_tempo():
    assert followed([1.0] * 100).tempo_bpm is None
