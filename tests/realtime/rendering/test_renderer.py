"""A performance in ticks: each is prepared once, ahead of its sound; live and offline make the same samples."""

import math

import numpy as np
import pytest

from tests.core.playing import amplitude
from tests.known_sounds import DIMS, Tone, known, loaded
from tests.realtime.conftest import HOP, RATE
from vschaos.instrument.build import untrained
from vschaos.performance.controls import Playable
from vschaos.performance.gestures import Gesture, GestureEvent
from vschaos.performance.notes import NoteOff, NoteOn, PitchBend
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch
from vschaos.performance.tuning import Tuning
from vschaos.realtime.loading import prepare
from vschaos.realtime.offline import render
from vschaos.realtime.rendering.renderer import Renderer

TONE = Tone(20, 0.2, (math.log(2.0),))


def playing(*touches, dims=DIMS):
    performance = Performance(Playable(dims), seed=7)
    assert not performance.touch([Touch("play", (1.0,)), *touches], Origin.CLI).refused
    return performance


def moving():
    """A performance with automation of everything that there is."""
    return playing(
        Touch("trajectory", (5.0,)),
        Touch("trajectory.rate", (2.0,)),
        Touch("trajectory.size", (0.7,)),
        Touch("lfo.z1.shape", (5.0,)),
        Touch("lfo.z1.rate", (3.0,)),
        Touch("lfo.z1.depth", (0.5,)),
        Touch("spread", (0.5,)),
        Touch("noise", (0.6,)),
    )


def renderer(performance, instrument=None, rate=RATE):
    made = Renderer(performance, rate)
    made.set_instrument(instrument or loaded(known(TONE)))
    return made


class Advances:
    """Keeps what a performance is asked to advance by, and to rest."""

    def __init__(self, performance):
        self.seconds, self.rested = [], []
        advance, rest = performance.advance, performance.rest
        performance.advance = lambda seconds: self.seconds.append(seconds) or advance(seconds)
        performance.rest = lambda seconds: self.rested.append(seconds) or rest(seconds)


@pytest.mark.parametrize("rate", [44_100, 48_000])
@pytest.mark.parametrize("block", [37, 64, 333])
def test_live_is_offline_to_the_bit(rate, block):
    """A control thread that looks after every block, somewhere in a tick, against a tick at a time."""
    instrument, seconds = prepare(untrained(3, latent_dims=DIMS)), 0.6
    expected = render(instrument, moving(), seconds, rate_hz=rate)
    live, heard = renderer(moving(), instrument, rate), []
    while sum(map(len, heard)) < len(expected):
        heard.append(live.player.render(block))
        live.prepare()
    got = np.concatenate(heard)
    until = round((seconds - 0.25) * rate) - HOP  # where the offline one begins to fade out
    np.testing.assert_array_equal(got[:until], expected[:until])
    assert np.abs(expected).max() > 0.01
    assert np.abs(expected[:, 0] - expected[:, 1]).max() > 1e-3


@pytest.mark.parametrize("rested", [0, 1, 7])
def test_a_gesture_that_starts_after_a_rest_is_as_it_is_offline(rested):
    """However many ticks have passed since the host looked last."""
    instrument = prepare(untrained(3, latent_dims=DIMS))
    moves = [GestureEvent(0.02 * n, "latents", (math.sin(n), math.cos(n), 0.1, 0.0)) for n in range(30)]
    gesture = Gesture(0.6, (GestureEvent(0.0, "play", (1.0,)), *moves))
    start = [Touch("gesture.loop", (0.0,)), Touch("gesture.play", (1.0,))]

    def rest():
        performance = Performance(Playable(DIMS))
        performance.load_gesture(gesture)
        return performance

    expected = render(instrument, rest(), 0.5, lambda time_s: start if time_s == 0.0 else [])
    performance = rest()
    live = renderer(performance, instrument)
    live.prepare()
    live.player.render(rested * 512 + 100)
    performance.touch(start, Origin.UI)
    live.apply()
    live.prepare()
    heard = []
    while sum(map(len, heard)) < len(expected):
        heard.append(live.player.render(64))
        live.prepare()
    until = round(0.2 * RATE)
    assert np.abs(expected[:until]).max() > 0.01
    np.testing.assert_array_equal(np.concatenate(heard)[:until], expected[:until])


def test_the_same_performance_makes_the_same_samples_and_another_seed_others():
    instrument = prepare(untrained(3, latent_dims=DIMS))
    first, second = (render(instrument, moving(), 0.5) for _ in range(2))
    np.testing.assert_array_equal(first, second)
    assert first.shape == (RATE // 2, 2)
    assert np.abs(first[-1]).max() < 0.01, "it has faded out"


def test_keys_of_an_instrument_with_pitch_are_tuned_and_others_are_not():
    """Key 60 a fifth higher: labels of the nearest key, and the rest as a bend; key 61 is silent."""
    cents = [100.0 * key for key in range(128)]
    tuning = Tuning("fifth", (*cents[:60], 6702.0, None, *cents[62:]))
    instrument = loaded(known(Tone(20, 0.01, (), (0.2,)), labels=2), tasks=("pitch", "octave"))

    def heard(key, instrument, cents=0.0):
        performance = Performance(Playable(DIMS))
        performance.tuning = tuning
        sound = render(instrument, performance, 1.0, lambda time_s: [NoteOn(key, 1.0)] if time_s == 0.0 else [])
        return amplitude(sound[RATE // 2 : -RATE // 4, 0], TONE.hz() * 2 ** (cents / 1200))

    held = 0.8
    assert heard(60, instrument, 2.0) == pytest.approx(held * 0.01 * math.exp(0.2 * 7), rel=0.02)
    assert heard(61, instrument) == 0.0
    assert heard(62, instrument) == pytest.approx(held * 0.01 * math.exp(0.2 * 2), rel=0.02)
    assert heard(61, loaded(known(TONE))) == heard(60, loaded(known(TONE))) > 0.1


def test_the_wheel_and_the_control_bend_what_sounds():
    performance = Performance(Playable(DIMS))
    performance.touch([Touch("bend", (30.0,))], Origin.CLI)
    given = [NoteOn(60, 1.0, 3), PitchBend(3, 100.0)]
    sound = render(loaded(known(TONE)), performance, 1.0, lambda time_s: given if time_s == 0.0 else [])
    settled = sound[RATE // 2 : -RATE // 4, 0]
    assert amplitude(settled, TONE.hz() * 2 ** (130 / 1200)) == pytest.approx(0.8 * 0.2, rel=0.02)


def test_hands_are_heard_at_their_tick_offline():
    """A note in the middle, and the end of it; and the pad."""
    instrument = loaded(known(TONE))
    given = [(0.3, NoteOn(60, 1.0)), (0.6, NoteOff(60)), (0.9, Touch("gain", (-20.0,))), (0.9, Touch("play", (1.0,)))]

    def hands(time_s):
        due = [one for at, one in given if at <= time_s]
        del given[: len(due)]
        return due

    performance = Performance(Playable(DIMS))
    performance.touch([Touch("envelope.attack", (0.002,)), Touch("envelope.sustain", (1.0,))], Origin.CLI)
    performance.touch([Touch("envelope.release", (0.01,))], Origin.CLI)
    got = render(instrument, performance, 2.0, hands)[:, 0]
    assert not got[: round(0.3 * RATE)].any()
    begins = np.flatnonzero(np.abs(got) > 1e-4)[0] / RATE
    assert 0.3 <= begins <= 0.3 + 2 * HOP / RATE + 0.01
    for at, level in ((0.5, 0.2), (0.8, 0.0), (1.6, 0.02)):
        assert amplitude(got[round(at * RATE) :][: 4 * HOP], TONE.hz()) == pytest.approx(level, abs=0.001)


@pytest.mark.parametrize("block", [16, 500, 5000])
def test_every_tick_is_prepared_once_and_a_second_of_sound_is_one_of_the_performance(block):
    performance = moving()
    live = renderer(performance)
    live.player.render(4096)
    live.prepare()
    advances = Advances(performance)
    before = live.meters.tick
    for _ in range(3 * RATE // block):
        live.player.render(block)
        live.prepare()
        live.prepare()
    assert len(advances.seconds) == live.meters.tick - before
    assert sum(advances.seconds) == pytest.approx(3 * RATE // block * block / RATE, abs=2 * HOP / RATE)


def test_nothing_is_prepared_while_nothing_moves_by_itself():
    performance = playing()
    live = renderer(performance)
    advances = Advances(performance)
    for _ in range(40):
        live.player.render(HOP)
        live.prepare()
    assert (live.moves, advances.seconds) == (False, [])
    assert sum(advances.rested) == pytest.approx(40 * HOP / RATE, abs=2 * HOP / RATE)
    performance.touch([Touch("trajectory", (5.0,))], Origin.UI)
    live.apply()
    live.player.render(HOP)
    live.prepare()
    assert live.moves
    assert sum(advances.seconds) == pytest.approx(HOP / RATE)


def test_a_host_that_stalls_for_a_second_catches_up():
    """What sounds stays where it is; the performance then is where it would have been."""
    performance = playing(Touch("lfo.z1.shape", (1.0,)), Touch("lfo.z1.depth", (0.0,)))
    live = renderer(performance)
    live.player.render(4096)
    live.prepare()
    advances = Advances(performance)
    stalled = live.player.render(RATE)
    assert amplitude(stalled[-4096:, 0], TONE.hz()) == pytest.approx(0.2, rel=0.02)
    live.prepare()
    assert sum(advances.seconds) == pytest.approx(1.0, abs=2 * HOP / RATE)
    performance.touch([Touch("pad", (1.0, 0.0))], Origin.UI)
    live.apply()
    live.player.render(RATE // 2)
    assert amplitude(live.player.render(4096)[:, 0], TONE.hz()) == pytest.approx(0.4, rel=0.02)


def test_what_is_touched_counts_at_once_and_what_is_touched_together_counts_together():
    performance = playing()
    live, untouched = renderer(performance), renderer(playing())
    for one in (live, untouched):
        one.player.render(20 * HOP + 100)
        one.prepare()
    performance.touch((Touch("gain", (-6.0,)), Touch("pad", (0.5, 0.0))), Origin.OSC)
    live.apply()
    changed = live.player.render(HOP)[:, 0] != untouched.player.render(HOP)[:, 0]
    late = round(live.meters.limiter_s * RATE)
    assert np.flatnonzero(changed)[0] == late
    live.player.render(RATE // 2)
    expected = 0.2 * 10 ** (-6 / 20) * math.sqrt(2)
    assert amplitude(live.player.render(4096)[:, 0], TONE.hz()) == pytest.approx(expected, rel=0.01)


def test_hush_fades_out_whatever_is_played_and_can_be_taken_back():
    performance = playing()
    live = renderer(performance)
    performance.play_note(NoteOn(60, 1.0))
    live.apply()
    live.player.render(RATE // 4)
    live.hush(True)
    for _ in range(100):
        live.player.render(HOP)
        live.prepare()
    assert live.meters.silent
    assert np.abs(live.player.render(HOP)).max() < 1e-6
    live.hush(False)
    live.player.render(RATE // 2)
    assert amplitude(live.player.render(4096)[:, 0], TONE.hz()) == pytest.approx(0.2, rel=0.02)
    assert performance.state.playing


def test_another_instrument_is_played_from_its_own_place():
    performance = playing(Touch("pad", (1.0, 0.0)))
    live = renderer(performance)
    live.player.render(RATE // 2)
    live.prepare()
    live.set_instrument(loaded(known(Tone(40, 0.1, (0.0, 0.0, 0.0))), make_up_db=6.0))
    for _ in range(60):
        live.player.render(HOP)
        live.prepare()
    got = live.player.render(8192)[:, 0]
    assert amplitude(got, Tone(40).hz()) == pytest.approx(0.1 * 10 ** (6 / 20), rel=0.01)
    assert live.meters.part == 2


def test_notes_are_tuned_where_an_instrument_has_pitch_and_octave():
    instrument = loaded(known(Tone(20, 0.01, (), (0.3, 0.1)), labels=2), tasks=("octave", "pitch"))
    performance = Performance(Playable(DIMS))
    performance.touch([Touch("envelope.sustain", (1.0,))], Origin.UI)
    live = renderer(performance, instrument)
    performance.play_note(NoteOn(61, 1.0))
    live.apply()
    live.player.render(RATE // 2)
    got = live.player.render(4096)[:, 0]
    assert amplitude(got, Tone(20).hz()) == pytest.approx(0.01 * math.exp(0.3 * 4 + 0.1), rel=0.01)


def test_nothing_loaded_is_silence_and_the_performance_goes_on():
    performance = moving()
    advances = Advances(performance)
    live = Renderer(performance, 48_000)
    for _ in range(100):
        assert not live.player.render(480).any()
        live.prepare()
    assert sum(advances.seconds + advances.rested) == pytest.approx(1.0, abs=0.03)
