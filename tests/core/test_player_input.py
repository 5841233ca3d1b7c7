"""Live sound in, and sound files beside the instrument: what moves the pad, what is heard of it, and how late."""

import math

import numpy as np
import pytest

from tests.core.playing import HOP, RATE, Playing, amplitude, clicks
from tests.core.test_player import network
from tests.known_sounds import N_FFT, Ear, Tone, known
from vschaos.core.arrays import floats
from vschaos.core.library import core, ffi

HEARD = Tone(20)
"""What the microphone hears, in the middle of the bin that the ear listens to."""

FOLLOWS = Tone(60, 0.1, (4.0,))
"""As loud as what is heard, an octave and a half above it: the ear's coordinate is a quarter of its level in nepers."""

ON = {"input": 1, "playing": 1}
LATE = N_FFT - HOP
"""Samples by which the instrument's sound is later than its input."""


def tone(seconds, level=0.5, hz=None, rate=RATE):
    hz = hz or HEARD.hz()
    return (level * np.sin(2 * np.pi * hz * np.arange(round(seconds * rate)) / rate)).astype(np.float32)


class Listening(Playing):
    """A player with an input of some rate, both in blocks of 256 frames."""

    def __init__(self, instrument=None, rate=RATE, input_rate=RATE, **part):
        super().__init__(instrument or known(FOLLOWS), rate, **{**ON, **part})
        self.input_rate = input_rate
        self.player.listen(input_rate)

    def follow(self, sound):
        """What is heard while this comes in, (n,)."""
        heard, step = [], round(256 * self.input_rate / self.rate)
        for at in range(0, len(sound), step):
            piece = sound[at : at + step]
            core.vs_ring_write(self.player.inlet, floats(piece), len(piece))
            heard.append(self.frames(256)[:, 0])
        return np.concatenate(heard)


@pytest.mark.parametrize("input_rate", [44_100, 48_000, 22_050])
@pytest.mark.parametrize("rate", [44_100, 48_000])
def test_the_instrument_follows_the_level_of_what_comes_in(rate, input_rate):
    here = Listening(rate=rate, input_rate=input_rate)
    for level in (0.5, 0.1):
        got = here.follow(tone(0.7, level, rate=input_rate))
        assert amplitude(got[-rate // 10 :], FOLLOWS.hz(), rate) == pytest.approx(level, rel=0.03)
        assert here.player.meters().input_peak == pytest.approx(level, rel=0.02)


def test_scale_and_offset_move_it_and_places_are_bounded():
    here = Listening()
    scale, offset = here.targets.input_scale, here.targets.input_offset
    scale[0], offset[0] = 2.0, -0.5
    here.set()
    place = 2.0 * 0.25 * math.log(0.3 / 0.1) - 0.5
    got = here.follow(tone(0.7, 0.3))
    assert amplitude(got[-4096:], FOLLOWS.hz()) == pytest.approx(0.1 * math.exp(4 * place), rel=0.03)
    far = Listening(known(Tone(60, 0.1, (1.0,))))
    far.targets.input_scale[0] = 4.0
    far.targets.input_offset[0] = 1.0
    far.set()
    got = far.follow(tone(0.7, 0.5))
    assert amplitude(got[-4096:], FOLLOWS.hz()) == pytest.approx(0.1 * math.exp(1.5), rel=0.03)


def test_the_other_coordinates_are_scaled_and_moved_by_themselves():
    here = Listening(known(Tone(60, 0.1, (0.0, 1.0))))
    here.targets.input_offset[1] = 0.75
    here.set()
    got = here.follow(tone(0.7, 0.5))
    assert amplitude(got[-4096:], FOLLOWS.hz()) == pytest.approx(0.1 * math.exp(0.75), rel=0.03)


def test_what_follows_is_not_made_up_for_and_the_pad_is_and_neither_steps():
    here = Listening(known(Tone(60, 0.02, (4.0,)), ear=Ear(20, 0.1)), part={"make_up": 4.0})
    here.set(input=0)
    pad = here.follow(tone(0.5, 0.1))
    here.set(input=1)
    followed = here.follow(tone(0.7, 0.1))
    here.set(input=0)
    back = here.follow(tone(0.5, 0.1))
    for got, level in ((pad, 0.08), (followed, 0.02), (back, 0.08)):
        assert amplitude(got[-4096:], FOLLOWS.hz()) == pytest.approx(level, rel=0.02)
    assert np.abs(np.diff(back)).max() < 1.1 * 0.08 * 2 * np.pi * FOLLOWS.hz() / RATE


def test_labels_are_those_that_are_told_and_predicted_where_nobody_does():
    """A label is heard as a tone of its own; the ear predicts it as the level in nepers."""
    instrument = known(Tone(60, 0.1, (), (0.5,)), labels=1, ear=Ear(label=0))
    told = Listening(instrument)
    told.targets.input_labels[0] = -1.0
    told.set()
    assert amplitude(told.follow(tone(0.7))[-4096:], FOLLOWS.hz()) == pytest.approx(0.1 * math.exp(-0.5), rel=0.02)
    guessed = Listening(instrument).follow(tone(0.7, 0.3))
    assert amplitude(guessed[-4096:], FOLLOWS.hz()) == pytest.approx(0.1 * math.sqrt(0.3 / 0.1), rel=0.03)


def test_the_gate_opens_and_shuts_at_their_levels_and_softly():
    here = Listening(known(Tone(60, 0.2)), input_opens=0.1, input_shuts=0.05)
    levels = []
    heard = []
    for level in (0.03, 0.07, 0.2, 0.07, 0.03, 0.07):
        heard.append(here.follow(tone(0.5, level)))
        levels.append(amplitude(heard[-1][-4096:], FOLLOWS.hz()))
    assert levels == pytest.approx([0.0, 0.0, 0.2, 0.2, 0.0, 0.0], abs=0.004)
    assert clicks(np.concatenate(heard)) < 0.01


@pytest.mark.parametrize("mix", [0.0, 0.25, 1.0])
def test_the_mix_is_of_the_input_and_of_what_follows(mix):
    got = Listening(input_mix=mix).follow(tone(0.9, 0.2))[-8192:]
    assert amplitude(got, HEARD.hz()) == pytest.approx(0.2 * (1 - mix), abs=0.004)
    assert amplitude(got, FOLLOWS.hz()) == pytest.approx(0.2 * mix, abs=0.004)


@pytest.mark.parametrize("phase", [0, 1])
def test_the_input_comes_as_late_as_the_instrument(phase):
    """A burst of noise: the dry sound of it, and what an instrument makes of it with the phase that it came with."""
    sound = np.zeros(RATE, np.float32)
    sound[RATE // 2 : RATE // 2 + 4410] = 0.2 * np.random.default_rng(0).standard_normal(4410)
    dry = Listening(network(3), input_mix=0.0, input_phase=phase).follow(sound)
    begins = int(np.flatnonzero(np.abs(dry) > 0.02)[0]) - RATE // 2
    # Transform, the samples that are waited for before the first hop, the hop that is being collected, the limiter.
    assert LATE <= begins <= LATE + 512 + HOP + 256 + 67
    if phase:
        wet = Listening(network(3), input_phase=1).follow(sound)
        likeness = np.fft.irfft(np.fft.rfft(dry) * np.conj(np.fft.rfft(wet)))
        assert np.argmax(np.abs(likeness)) in (0, 1, len(likeness) - 1)
        assert np.abs(likeness).max() > 10 * np.median(np.abs(likeness))


def test_the_phase_of_the_input_is_kept_on_request():
    """Wet alone: a network that gives back what it hears would be the input; this one keeps where its partials are."""
    got = Listening(known(Tone(20, 0.1, (4.0,))), input_phase=1).follow(tone(0.9, 0.3))
    assert amplitude(got[-8192:], HEARD.hz()) == pytest.approx(0.3, rel=0.05)


def test_what_is_no_number_and_what_is_too_loud_does_no_harm():
    sound = tone(1.0)
    sound[5000:5050], sound[6000], sound[7000] = np.nan, np.inf, 1e30
    here = Listening()
    got = here.follow(sound)
    assert np.isfinite(got).all()
    assert here.player.meters().recoveries == 0
    assert amplitude(got[-4096:], FOLLOWS.hz()) == pytest.approx(0.5, rel=0.02)


def test_an_input_that_stops_is_silence_and_one_that_floods_is_not_late():
    here = Listening(input_mix=0.0)
    here.follow(tone(0.5))
    stopped = here.frames(RATE // 2)[:, 0]
    assert np.abs(stopped[-HOP:]).max() < 1e-6
    assert here.player.meters().input_peak == 0.0
    flood = np.concatenate([tone(1.2), np.zeros(300, np.float32)])
    core.vs_ring_write(here.player.inlet, floats(flood), len(flood))
    after = here.frames(RATE // 2)[:, 0]
    assert np.flatnonzero(np.abs(after) > 1e-3)[-1] < 8192 + LATE, "all but the latest was dropped"


def test_an_input_that_is_not_wanted_moves_nothing_and_what_came_meanwhile_is_not_heard_later():
    here = Listening(known(Tone(60, 0.1, (4.0,))))
    here.set(input=0)
    got = here.follow(tone(0.7))
    assert amplitude(got[-4096:], FOLLOWS.hz()) == pytest.approx(0.1, rel=0.01)
    assert here.player.meters().input_peak == 0.0
    here.set(input=1, input_mix=0.0)
    assert np.abs(here.follow(np.zeros(RATE // 2, np.float32))[-RATE // 4 :]).max() < 1e-5


def test_an_input_that_is_switched_off_leaves_the_pad():
    here = Listening()
    here.follow(tone(0.7))
    here.player.listen(0)
    got = here.follow(tone(0.7))
    assert amplitude(got[-4096:], FOLLOWS.hz()) == pytest.approx(0.1, rel=0.02)


@pytest.mark.parametrize("phase", [0, 1])
def test_a_swap_while_live_sound_comes_in_goes_on_with_it(phase):
    here = Listening(known(Tone(20, 0.1, (4.0,))), input_phase=phase)
    heard = [here.follow(tone(0.7, 0.3))]
    here.swap(known(Tone(20, 0.1, (4.0,))))
    heard.append(here.follow(tone(0.9, 0.3)))
    got = np.concatenate(heard)
    assert clicks(got[RATE // 2 :]) < 0.02
    assert amplitude(got[-8192:], HEARD.hz()) == pytest.approx(0.3, rel=0.05)


def test_an_input_that_is_opened_in_the_middle_of_two_swaps_is_heard():
    here = Listening()
    here.player.listen(0)
    here.hear(0.3)
    here.swap(known(FOLLOWS))
    here.hear(0.02)
    here.swap(known(FOLLOWS))
    here.player.listen(RATE)
    got = here.follow(tone(1.2, 0.4))
    assert amplitude(got[-4096:], FOLLOWS.hz()) == pytest.approx(0.4, rel=0.03)


# ── sound files ───────────────────────────────────────────────────────────────────────────────────────────


def file_of(samples, rate):
    made = ffi.gc(core.vs_sound_new(rate), core.vs_sound_release)
    assert core.vs_sound_write(made, floats(samples), len(samples)) == len(samples)
    core.vs_sound_finish(made)
    return made


@pytest.mark.parametrize("beside", [False, True])
def test_a_sound_file_is_heard_beside_the_instrument_and_without_one_at_the_output_gain(beside):
    here = Playing(known(Tone(60, 0.2)) if beside else None, 48_000)
    here.set(playing=int(beside), gain=0.5)
    here.hear(0.5)
    core.vs_audition_play(here.player.audition, file_of(tone(1.0, 0.2, 1000.0, 48_000), 48_000))
    assert not core.vs_player_silent(here.player.handle)
    got = here.hear(0.5)[-9600:]
    assert amplitude(got, 1000.0, 48_000) == pytest.approx(0.1, rel=0.01)
    assert amplitude(got, FOLLOWS.hz(), 48_000) == pytest.approx(0.1 * beside, abs=0.002)
    rest = here.hear(0.8)
    assert bool(core.vs_player_silent(here.player.handle)) != beside
    assert amplitude(rest[-9600:], 1000.0, 48_000) < 1e-3


def test_a_panic_ends_a_sound_file_too():
    here = Playing(None, 48_000)
    core.vs_audition_play(here.player.audition, file_of(tone(1.0, 0.5, 300.0, 48_000), 48_000))
    before = here.hear(0.2)
    here.set(panics=1)
    got = here.hear(0.2)
    assert not got[73:].any()
    assert clicks(np.concatenate([before, got]), 48_000) < 0.05
    assert here.player.meters().silent


def test_what_is_heard_is_kept_to_the_bit():
    history = ffi.gc(core.vs_history_new(1 << 16, 2), core.vs_history_free)
    here = Playing(network(3), 48_000, playing=1, spread=0.1)
    here.player.record(history)
    frames = here.frames(30_000, 300)
    out = np.empty((30_000, 2), np.float32)
    assert core.vs_history_read(history, 0, floats(out, written_to=True), len(out)) == 1
    np.testing.assert_array_equal(out, frames)
