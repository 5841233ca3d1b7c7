import itertools

import pytest

from vschaos.performance.beats import CHOICES, in_phase, length_of, whole_beats
from vschaos.performance.controls import Playable
from vschaos.performance.gestures import Gesture, GestureEvent
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch

STEP_S = 0.005


def beats(name):
    return float(CHOICES.index(name))


def stage(*touches, dims=2):
    performance = Performance(Playable(dims))
    performance.touch([Touch(control, (value,)) for control, value in touches], Origin.UI)
    return performance


def sawtooth(*touches):
    """A performance whose first coordinate shows the phase of an oscillator."""
    return stage(("lfo.z1.shape", 3.0), ("lfo.z1.depth", 1.0), *touches)


def phases(performance, seconds):
    """The share of its cycle that the sawtooth has passed, −½…½, every 5 ms."""
    return [performance.advance(STEP_S).latent[0] / 2 for _ in range(round(seconds / STEP_S))]


def test_lengths_have_names():
    assert [length_of(beats(name)) for name in CHOICES] == [0.0, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0]


@pytest.mark.parametrize(("tempo", "name", "cycles_in_12_s"), [(120.0, "1", 24), (90.0, "4", 4.5), (150.0, "1/4", 120)])
def test_an_oscillator_lasts_beats_of_the_tempo(tempo, name, cycles_in_12_s):
    performance = sawtooth(("tempo", tempo), ("lfo.z1.beats", beats(name)), ("lfo.z1.rate", 17.0))
    seen = phases(performance, 12.0)
    wraps = sum(after < before - 0.5 for before, after in itertools.pairwise(seen))
    assert wraps == pytest.approx(cycles_in_12_s, abs=1)
    assert performance.beat == pytest.approx(12.0 * tempo / 60.0)


def test_all_that_lasts_beats_is_in_phase_whenever_it_began():
    performance = sawtooth(("lfo.z1.beats", beats("2")))
    phases(performance, 0.73)
    performance.touch([Touch("lfo.z2.shape", (3.0,)), Touch("lfo.z2.depth", (1.0,))], Origin.UI)
    performance.touch([Touch("lfo.z2.rate", (3.3,))], Origin.UI)
    phases(performance, 0.41)
    performance.touch([Touch("lfo.z2.beats", (beats("2"),))], Origin.UI)
    phases(performance, 4.0)
    first, second = performance.advance(STEP_S).latent
    assert first == pytest.approx(second, abs=0.01)
    assert first / 2 == pytest.approx((performance.beat / 2 + 0.5) % 1.0 - 0.5, abs=0.01)


def test_it_comes_into_phase_without_a_step_and_never_runs_backwards():
    cycles, target, seen = 0.4, 0.0, []
    for _ in range(2000):
        target += 0.002
        after = in_phase(cycles, 0.002, target, STEP_S)
        seen.append(after - cycles)
        cycles = after
    assert min(seen) >= 0.0
    assert max(seen) <= 0.004
    assert abs((target - cycles + 0.5) % 1.0 - 0.5) < 1e-3


def test_the_beginning_of_the_music_is_the_beginning_of_a_cycle():
    performance = sawtooth(("lfo.z1.beats", beats("8")))
    phases(performance, 1.9)
    performance.follow_beat(0.0)
    assert phases(performance, STEP_S)[0] == pytest.approx(0.0, abs=0.002)


def test_a_clock_that_runs_faster_than_the_tempo_says_is_followed():
    """The tempo is 120, the clock says 126: after a minute the oscillator is at the clock's beat."""
    performance = sawtooth(("lfo.z1.beats", beats("4")))
    beat = 0.0
    for _ in range(round(60.0 / STEP_S)):
        beat += STEP_S * 126.0 / 60.0
        performance.follow_beat(beat)
        performance.advance(STEP_S)
    phase = performance.advance(STEP_S).latent[0] / 2
    assert abs((beat / 4 - phase + 0.5) % 1.0 - 0.5) < 0.02


def test_the_path_lasts_beats_too():
    performance = stage(("trajectory", 6.0), ("trajectory.size", 1.0), ("trajectory.beats", beats("4")))
    first = [performance.advance(STEP_S).latent for _ in range(400)]
    again = [performance.advance(STEP_S).latent for _ in range(400)]
    for one, other in zip(first, again, strict=True):
        assert one == pytest.approx(other, abs=0.02), "two seconds are four beats"


def test_without_beats_the_rate_counts_and_the_tempo_does_not():
    slow, fast = (sawtooth(("tempo", tempo), ("lfo.z1.rate", 0.7)) for tempo in (40.0, 240.0))
    assert phases(slow, 3.0) == phases(fast, 3.0)


@pytest.mark.parametrize(
    ("seconds", "tempo", "count"), [(2.0, 120.0, 4), (2.2, 120.0, 4), (2.3, 120.0, 5), (0.01, 60.0, 1)]
)
def test_a_duration_has_a_nearest_number_of_beats(seconds, tempo, count):
    assert whole_beats(seconds, tempo) == count


def looped(**values):
    """A ramp of 2.2 s that is played in a loop, and its first coordinate every 5 ms for 20 s."""
    performance = stage(*((control.replace("__", "."), value) for control, value in values.items()))
    steps = tuple(GestureEvent(0.1 * n, "latent.z1", (-1.0 + 2.0 * n / 22,)) for n in range(23))
    performance.load_gesture(Gesture(2.2, steps))
    performance.touch([Touch("gesture.play", (1.0,))], Origin.UI)
    return [performance.advance(STEP_S).latent[0] for _ in range(round(20.0 / STEP_S))]


def begins(seen):
    return [n * STEP_S for n in range(1, len(seen)) if seen[n] < seen[n - 1] - 1.0]


def test_a_gesture_lasts_whole_beats_where_it_should():
    plain = begins(looped(tempo=120.0))
    assert plain[0] == pytest.approx(2.2, abs=0.02)
    in_time = begins(looped(tempo=120.0, gesture__beats=1.0))
    assert in_time == pytest.approx([2.0 * n for n in range(1, len(in_time) + 1)], abs=0.02)
    assert len(in_time) >= 9
    faster = begins(looped(tempo=120.0, gesture__beats=1.0, gesture__speed=2.0))
    assert faster == pytest.approx([1.0 * n for n in range(1, len(faster) + 1)], abs=0.02)
