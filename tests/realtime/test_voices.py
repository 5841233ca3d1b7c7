"""Notes: their envelopes, their places in the batch, and their independence."""

import math

import numpy as np
import pytest
import torch

from tests.realtime.conftest import DIMS, HOP, RATE, Latent, Sine, at, loaded
from vschaos.instrument.build import untrained
from vschaos.performance.notes import AllNotesOff, NoteBend, NoteOff, NoteOn
from vschaos.performance.table import MOST_VOICES
from vschaos.realtime.decoder import LoadedInstrument
from vschaos.realtime.loading import prepare
from vschaos.realtime.voices import COLLAPSE_HOPS, VoiceBank

FAST = {"envelope__attack": 0.002, "envelope__decay": 0.005, "envelope__sustain": 1.0, "envelope__release": 0.05}


class Player:
    """A bank that is played hop by hop; hears one side."""

    def __init__(self, decoder=None, instrument: LoadedInstrument | None = None):
        self.bank = VoiceBank(instrument or loaded(decoder or Sine(amplitude=0.1)))

    def hear(self, hops, *notes, most=16, pad=False, latent=(0.0,) * DIMS, **values):
        self.bank.take_notes(notes, most)
        level = np.ones(HOP) if pad else None
        sounding = at(latent, **{**FAST, **values})
        return np.concatenate([self.bank.hop(sounding, level, None) for _ in range(hops)])


def level(frames, side=0):
    return math.sqrt(2) * frames[:, side].std()


def test_a_note_rises_is_held_and_dies_away():
    player = Player()
    assert not player.hear(2).any()
    player.hear(20, NoteOn(60, 1.0))
    held = player.hear(20)
    assert level(held) == pytest.approx(0.1, rel=0.02)
    assert player.bank.notes_sounding == 1
    released = player.hear(1, NoteOff(60))
    later = player.hear(9)
    assert level(released) < 0.1
    assert np.abs(later[-HOP:]).max() < 1e-3
    assert player.bank.notes_sounding == 0
    assert not player.hear(2).any()


@pytest.mark.parametrize(("attack", "release"), [(0.05, 0.1), (0.5, 1.0)])
def test_the_envelope_takes_the_times_that_it_says(attack, release):
    """The attack is a straight line; 60 dB are gone after the release time."""
    player = Player(Latent(hz=RATE / HOP * 8))
    values = {"latent": (1.0, 0.0, 0.0, 0.0), "envelope__attack": attack, "envelope__release": release}
    hops = round(1.2 * attack * RATE / HOP)
    rise = player.hear(hops, NoteOn(60, 1.0), **values).reshape(hops, -1, 2)[:, :, 0].std(axis=1)
    middle = np.interp(0.5 * rise[-1], rise, (np.arange(hops) + 0.5) * HOP / RATE)
    assert middle == pytest.approx(attack / 2, abs=0.012)
    hops = round(1.1 * release * RATE / HOP)
    fall = player.hear(hops, NoteOff(60), **values).reshape(hops, -1, 2)[:, :, 0].std(axis=1)
    decibels = 20 * np.log10(fall / rise[-1] + 1e-12)
    gone = np.interp(40.0, -decibels, (np.arange(hops) + 0.5) * HOP / RATE)
    assert gone == pytest.approx(release * 40 / 60, abs=0.015)


def test_velocity_is_strength():
    loud, soft = Player(), Player()
    loud.hear(10, NoteOn(60, 1.0))
    soft.hear(10, NoteOn(60, 0.25))
    assert level(soft.hear(10)) / level(loud.hear(10)) == pytest.approx(0.25, rel=0.01)


def test_no_more_notes_sound_than_may_and_the_oldest_makes_room():
    player = Player()
    player.hear(4, *(NoteOn(60 + k, 0.5) for k in range(5)), most=3)
    player.hear(4)
    assert player.bank.notes_sounding == 3
    assert sorted(note.key for note in player.bank._notes.values()) == [62, 63, 64]


def test_a_burst_of_hundreds_of_notes_leaves_none_behind():
    player = Player(Sine(hz=200.0, amplitude=0.02))
    random = np.random.default_rng(0)
    frames = []
    for _ in range(200):
        notes = [
            NoteOn(int(key), 1.0) if random.random() < 0.7 else NoteOff(int(key)) for key in random.integers(0, 128, 6)
        ]
        frames.append(player.hear(1, *notes, most=MOST_VOICES))
        assert player.bank.notes_sounding <= MOST_VOICES + 4
    sound = np.concatenate(frames)
    assert np.isfinite(sound).all()
    player.hear(40, AllNotesOff())
    assert player.bank.notes_sounding == 0


def test_a_key_that_is_struck_again_sounds_once_more():
    player = Player()
    player.hear(4, NoteOn(60, 1.0))
    player.hear(1, NoteOn(60, 1.0))
    player.hear(20)
    assert player.bank.notes_sounding == 1
    player.hear(20, NoteOff(60))
    assert player.bank.notes_sounding == 0


def test_voices_that_come_and_go_leave_the_others_alone():
    """A note's own sound is the same sample by sample, whatever begins and ends beside it."""
    instrument = prepare(untrained(3, latent_dims=DIMS))
    alone, among = Player(instrument=instrument), Player(instrument=instrument)
    alone.hear(3, NoteOn(60, 1.0))
    among.hear(3, NoteOn(60, 1.0))
    shifted = (0.3, -0.2, 0.1, 0.0)
    expected = alone.hear(30, latent=shifted)
    frames = []
    for k in range(30):
        # Notes of no strength: they take rows of the batch, and are not heard.
        note = NoteOn(70 + k % 5, 0.0) if k % 3 else NoteOff(70 + k % 5)
        frames.append(among.hear(1, note, latent=shifted))
    np.testing.assert_allclose(np.concatenate(frames), expected, atol=2e-6)
    assert np.abs(expected).max() > 0.01


def test_a_bend_moves_the_notes_of_its_channel_alone():
    player = Player(Latent(hz=RATE / HOP * 8, amplitude=0.1))
    player.hear(30, NoteOn(60, 1.0, 1), NoteOn(64, 1.0, 2))
    both = level(player.hear(10))
    player.hear(30, NoteBend(1, x=-1.0))
    assert level(player.hear(10)) == pytest.approx(both / 2, rel=0.03)
    player.hear(30, NoteBend(1, x=1.0), NoteBend(2, x=1.0))
    assert level(player.hear(10)) == pytest.approx(2 * both, rel=0.03)


class Labelled(Sine):
    """Sounds a constant: pitch + 100 · octave, over 10,000."""

    def decode(self, coordinates, labels, noise, phase_mode, state):
        value = (labels[:, :1] + 100 * labels[:, 1:2]) / 10_000
        return value.repeat(1, 1, HOP), state


def test_notes_choose_pitch_and_octave_where_the_instrument_has_them():
    instrument = loaded(Labelled())
    instrument = LoadedInstrument(**{**vars(instrument), "tasks": ("pitch", "octave")})
    player = Player(instrument=instrument)
    player.hear(3, NoteOn(61, 1.0))
    np.testing.assert_allclose(player.hear(2), 401 / 10_000, rtol=1e-3)
    player.hear(40, NoteOff(61), NoteOn(71, 1.0))
    np.testing.assert_allclose(player.hear(2), 411 / 10_000, rtol=1e-3)


def test_spread_sets_the_sides_apart_and_back_without_a_step():
    instrument = prepare(untrained(5, latent_dims=DIMS))
    player = Player(instrument=instrument)
    mono = player.hear(20, pad=True)
    np.testing.assert_array_equal(mono[:, 0], mono[:, 1])
    wide = player.hear(40, pad=True, spread=1.0)
    assert np.abs(np.diff(wide[-HOP:], axis=1)).max() > 1e-3
    back = player.hear(COLLAPSE_HOPS + 4, pad=True)
    np.testing.assert_array_equal(back[-HOP:, 0], back[-HOP:, 1])
    for side in (0, 1):
        joined = np.concatenate([mono, wide, back])[:, side]
        steps = np.abs(np.diff(joined))
        assert steps[len(mono) - HOP :].max() < 2.0 * np.abs(np.diff(wide, axis=0)).max()


def test_glide_takes_its_time():
    player = Player(Latent(hz=RATE / HOP * 8, amplitude=0.1))
    player.hear(10, pad=True, latent=(-1.0, 0, 0, 0))
    hops = round(1.0 * RATE / HOP)
    frames = player.hear(hops, pad=True, latent=(1.0, 0, 0, 0), glide=1.0).reshape(hops, -1, 2)
    levels = math.sqrt(2) * frames[:, :, 0].std(axis=1)
    assert levels[hops // 3] == pytest.approx(0.1 * (1 - math.exp(-1)), rel=0.05)
    assert levels[-1] == pytest.approx(0.095, rel=0.02)


def test_the_pad_starts_anew_at_its_target_after_a_rest():
    player = Player(Latent(hz=RATE / HOP * 8, amplitude=0.1))
    player.hear(10, pad=True, latent=(-1.0, 0, 0, 0))
    player.hear(2)
    assert level(player.hear(1, pad=True, latent=(1.0, 0, 0, 0))) == pytest.approx(0.1, rel=0.02)


def test_a_batch_of_any_size_is_decoded_on_one_thread_without_a_gradient():
    bank = Player(instrument=prepare(untrained(3, latent_dims=DIMS))).bank
    bank.take_notes(tuple(NoteOn(k, 0.5) for k in range(16)), 16)
    bank.hop(at(spread=1.0), np.ones(HOP), None)
    assert len(bank._sides) == 34
    assert isinstance(bank._state[0], torch.Tensor)
    assert not bank._state[0].requires_grad
