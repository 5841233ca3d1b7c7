"""Bent voices: how high they sound, how loud, how clean; and which notes of a player are bent by what."""

import numpy as np
import pytest

from tests.core.phase_reference import by_core, decibels, instrument, magnitudes, rms
from tests.core.playing import HOP, Playing, amplitude, clicks
from tests.known_sounds import N_FFT, RATE_HZ, Tone, known
from vschaos.core.library import core
from vschaos.core.voices import GRADIENT, RANDOM, CoreVoices

FREQUENCY_HZ = 311.7
SETTLED = 20
"""Hops after which a tone has risen."""
CENTS = (-1200.0, -200.0, -37.0, 10.0, 100.0, 200.0, 702.0)


@pytest.fixture(scope="module")
def voices():
    return CoreVoices(instrument(), 1)


def tone(frequency_hz, seconds=1.0, partials=12):
    time = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    return 0.1 * sum(np.sin(2 * np.pi * frequency_hz * k * time + k) / k for k in range(1, partials + 1))


def bent(voices, frames, cents, shares=None, mode=GRADIENT):
    """What a fresh voice makes of frames (T, F); ``cents`` of all of them, or (T,)."""
    voices.reset(0)
    pieces = []
    for n, value in enumerate(np.broadcast_to(cents, len(frames))):
        voices.bend(0, float(value))
        pieces.append(voices.hop(0, frames[n], mode=mode, shares=None if shares is None else shares[n]))
    return np.concatenate(pieces)


def frequency(sound, near_hz):
    """Of the loudest sinusoid near a frequency, by how far its phase goes on in an eighth of the sound."""
    count = len(sound) * 3 // 4
    later = len(sound) // 8
    window = np.hanning(count)
    turns = np.exp(-2j * np.pi * near_hz * np.arange(count) / RATE_HZ) * window
    first, second = (np.dot(sound[start : start + count], turns) for start in (0, later))
    advance = 2 * np.pi * near_hz * later / RATE_HZ
    off = (np.angle(second / first) - advance + np.pi) % (2 * np.pi) - np.pi
    return near_hz + off * RATE_HZ / (2 * np.pi * later)


def cents_between(one_hz, other_hz):
    return 1200 * np.log2(one_hz / other_hz)


def held_frames(frequency_hz, count=120):
    """The spectrum of the middle of a tone, so many times."""
    return np.tile(magnitudes(tone(frequency_hz))[40], (count, 1))


@pytest.mark.parametrize("cents", CENTS)
def test_all_partials_move_by_the_bend_and_are_as_loud(voices, cents):
    frames = held_frames(FREQUENCY_HZ)
    plain, made = (bent(voices, frames, one)[SETTLED * HOP :] for one in (0.0, cents))
    ratio = 2 ** (cents / 1200)
    for partial in range(1, 9):
        before = frequency(plain, FREQUENCY_HZ * partial)
        after = frequency(made, FREQUENCY_HZ * partial * ratio)
        assert cents_between(after, before) == pytest.approx(cents, abs=0.5)
        assert decibels(amplitude(made, after) / amplitude(plain, before)) == pytest.approx(0.0, abs=0.5)


@pytest.mark.parametrize("cents", CENTS)
def test_a_bent_tone_is_as_clean(voices, cents):
    """What is left when the partials are taken away."""

    def left_db(value):
        sound = bent(voices, held_frames(FREQUENCY_HZ), value)[SETTLED * HOP :].astype(np.float64)
        base_hz = frequency(sound, FREQUENCY_HZ * 2 ** (value / 1200))
        angles = 2 * np.pi * np.outer(np.arange(len(sound)) / RATE_HZ, base_hz * np.arange(1, 13))
        basis = np.concatenate([np.sin(angles), np.cos(angles)], axis=1)
        rest = sound - basis @ np.linalg.lstsq(basis, sound, rcond=None)[0]
        return decibels(rms(rest) / rms(sound))

    assert left_db(cents) < left_db(0.0) + 6.0


def test_without_a_bend_every_bit_is_the_same(voices):
    frames = magnitudes(tone(FREQUENCY_HZ))
    voices.reset(0)
    np.testing.assert_array_equal(bent(voices, frames, 0.0), by_core(CoreVoices(instrument(), 1), frames).sound.ravel())


@pytest.mark.parametrize("cents", [-200.0, 200.0])
def test_a_held_noise_stays_noise_and_as_loud(voices, cents):
    hiss = np.random.default_rng(0).normal(0.0, 0.1, RATE_HZ)
    frames = np.tile(np.exp(np.log(magnitudes(hiss)[4:-4]).mean(axis=0)), (200, 1)).astype(np.float32)
    shares = np.ones_like(frames)
    plain, made = (bent(voices, frames, one, shares)[SETTLED * HOP :] for one in (0.0, cents))
    low = [np.abs(np.fft.rfft(one * np.hanning(len(one))))[len(one) // 100 : len(one) // 4] for one in (plain, made)]
    assert decibels(rms(low[1]) / rms(low[0])) == pytest.approx(0.0, abs=0.5)


def test_random_phases_are_bent_and_as_loud(voices):
    frames = held_frames(FREQUENCY_HZ)
    plain, made = (bent(voices, frames, one, mode=RANDOM)[SETTLED * HOP :] for one in (0.0, 100.0))
    assert decibels(rms(made) / rms(plain)) == pytest.approx(0.0, abs=1.5)


def test_a_bend_that_moves_clicks_no_more_than_one_that_stands(voices):
    """Two semitones up and down again, as a hand moves a wheel."""
    frames = np.tile(magnitudes(tone(FREQUENCY_HZ, partials=8))[40], (200, 1))
    wheel = 200.0 * np.sin(np.linspace(0.0, 4.0 * np.pi, 200))
    moving, still = bent(voices, frames, wheel), bent(voices, frames, 200.0)
    assert clicks(moving[SETTLED * HOP :]) < 2.0 * clicks(still[SETTLED * HOP :]) + 1e-3
    assert rms(moving[SETTLED * HOP :]) == pytest.approx(rms(still[SETTLED * HOP :]), rel=0.05)


@pytest.mark.parametrize("cents", [np.nan, np.inf, -np.inf, 1e30, -4800.0, 4800.0])
def test_any_bend_makes_finite_sound(voices, cents):
    frames = magnitudes(tone(FREQUENCY_HZ))
    assert np.isfinite(bent(voices, frames, cents)).all()
    assert np.isfinite(bent(voices, np.full_like(frames, np.nan), cents)).all()


SINE = Tone(20, 0.1)


def sounds_at(here, cents):
    """Whether most of what is heard is the known tone, bent by so many cents."""
    sound = here.frames(40 * HOP)[20 * HOP :, 0]
    at_hz = SINE.hz() * 2 ** (cents / 1200)
    return cents_between(frequency(sound, at_hz), at_hz) == pytest.approx(0.0, abs=0.5) and rms(sound) > 0.03


def wheel(here, cents, channel=0):
    here.player.note(core.VS_PITCH_BEND, 0, channel, cents=cents)


def test_the_bend_of_a_player_is_that_of_its_pad_and_notes():
    pad = Playing(known(SINE), playing=1, bend=50.0)
    assert sounds_at(pad, 50.0)
    pad.set(bend=-30.0)
    assert sounds_at(pad, -30.0)
    note = Playing(known(SINE), bend=50.0)
    note.on()
    assert sounds_at(note, 50.0)


def test_a_note_sounds_beside_its_labels_and_a_wheel_bends_its_channel():
    here = Playing(known(SINE))
    wheel(here, 20.0, channel=3)
    here.player.note(core.VS_NOTE_ON, 60, 3, 1.0, pitch=61, cents=-45.0)
    assert sounds_at(here, -25.0)
    wheel(here, 100.0, channel=4)
    assert sounds_at(here, -25.0)
    wheel(here, 100.0, channel=3)
    assert sounds_at(here, 55.0)
    here.off(60, 3)
    assert np.abs(here.frames(40 * HOP)[30 * HOP :]).max() < 1e-6


def test_another_instrument_holds_notes_as_high():
    here = Playing(known(SINE))
    here.player.note(core.VS_NOTE_ON, 60, 0, 1.0, cents=30.0)
    wheel(here, 40.0)
    assert sounds_at(here, 70.0)
    here.swap(known(SINE))
    here.frames(200 * HOP)
    assert sounds_at(here, 70.0)


def test_the_labels_of_a_note_are_those_of_its_pitch():
    instrument = known(Tone(20, 0.01, (), (0.1, 0.3)), labels=2)
    here = Playing(instrument, part={"pitch": 0, "octave": 1}, labels=(5.0, 5.0))
    here.player.note(core.VS_NOTE_ON, 60, 0, 1.0, pitch=71)
    sound = here.frames(30 * HOP)[20 * HOP :, 0]
    assert amplitude(sound, 20 * RATE_HZ / N_FFT) == pytest.approx(0.01 * np.exp(0.1 * 11 + 0.3 * 4), rel=0.01)
