"""Notes: at their sample, each as it would sound alone; their envelopes, bends and places."""

import math

import numpy as np
import pytest

from tests.core.playing import HOP, RATE, Playing, amplitude
from tests.core.test_player import network
from tests.known_sounds import Tone, known
from vschaos.core.library import core
from vschaos.core.voices import CoreVoices

SINE = Tone(20, 0.1, (math.log(2.0),))
"""Twice as loud for each 1 of the first coordinate."""

LOOKAHEAD = round(0.0015 * RATE)
SLOT, NOTES_PER_SLOT = 64, 8
"""Samples: frames of different voices are at least so far apart, but for two."""


def sounding(here, hops=10):
    return amplitude(here.frames(hops * HOP)[:, 0], SINE.hz())


def begun(key=60, velocity=1.0, instrument=None, **values):
    """A player whose note has risen."""
    here = Playing(instrument or known(SINE), **values)
    here.on(key, velocity)
    here.frames(20 * HOP)
    return here


def test_a_note_rises_is_held_and_dies_away():
    here = Playing(known(SINE))
    assert not here.frames(2 * HOP).any()
    here.on()
    here.frames(20 * HOP)
    assert sounding(here) == pytest.approx(0.1, rel=0.02)
    assert here.player.meters().voices == 1
    here.off()
    assert sounding(here, 1) < 0.1
    later = here.frames(9 * HOP)
    assert np.abs(later[-HOP:]).max() < 1e-5
    assert here.player.meters().voices == 0
    assert here.player.meters().silent


@pytest.mark.parametrize("given", [0, 1, 77, 512, 5000])
def test_a_note_begins_at_the_sample_at_which_it_is_given(given):
    """Whatever sounds beside it, and wherever their frames are: to the sample, a single one."""
    alone = Playing(network(3), gain=0.25)
    alone.frames(20_000)
    alone.on(60, 0.5)
    expected = alone.frames(4 * HOP)
    first = LOOKAHEAD + 1  # a frame's window begins with 0
    assert not expected[:first].any()
    assert expected[first : first + 3].all(), "the limiter is late, and nothing else"
    among, without = (Playing(network(3), playing=1, gain=0.25) for _ in range(2))
    for here in (among, without):
        here.frames(1777)
        here.on(40, 0.4)
        here.frames(given)
    among.on(60, 0.5)
    added = among.frames(4 * HOP) - without.frames(4 * HOP)
    np.testing.assert_allclose(added, expected, atol=1e-6)


def test_sixteen_notes_are_the_sum_of_single_ones():
    """A chord's voices begin at once or some slots later, and make what the core's voices make of their place."""
    instrument, keys = network(3), range(40, 56)
    chord = Playing(instrument)
    chord.frames(4096)
    for key in keys:
        chord.on(key, 0.02)
    heard = chord.frames(16 * HOP).astype(np.float64)
    single = Playing(instrument)
    single.frames(4096)
    single.on(40, 0.02)
    alone = single.frames(16 * HOP).astype(np.float64)
    expected = np.zeros_like(heard)
    for number in range(len(keys)):
        late = number // NOTES_PER_SLOT * SLOT
        expected[late:] += alone[: len(alone) - late]
    np.testing.assert_allclose(heard, expected, atol=2e-6)
    assert np.abs(expected).max() > 0.01


def test_a_voice_is_the_cores_voice_to_the_bit():
    """A note without attack, of half its strength: what stands behind it is the high-pass alone."""
    instrument = network(3)
    here = Playing(instrument, point=(0.3, -0.2, 0.1, 0.0), smoothing_s=1e-9, sustain=1.0, attack_s=1e-9)
    here.on(velocity=0.5)
    heard = here.frames(40 * HOP)[:, 0]
    voices = CoreVoices(instrument, 3)
    voices.reset(2, 2)
    point, noise = np.array([[0.3, -0.2, 0.1, 0.0]], np.float32), np.zeros(1, np.float32)
    labels = np.zeros((1, 0), np.float32)
    numbers = np.array([2], np.int32)
    made = np.concatenate([voices.decode(point, labels, noise, 0, numbers)[0] for _ in range(40)])
    decay, given, centred, expected = core.vs_decay(RATE / (2 * math.pi * 5.0)), 0.0, 0.0, []
    for sample in 0.5 * made.astype(np.float64):
        centred = decay * (centred + sample - given)
        given = sample
        expected.append(centred)
    assert 0.1 < np.abs(expected).max() < 0.9
    np.testing.assert_array_equal(heard[LOOKAHEAD:], np.array(expected, np.float32)[:-LOOKAHEAD])


def test_a_chord_of_sixteen_begins_within_its_slots_and_never_more_than_eight_at_once():
    """Sixteen single samples' worth of attack: where each voice begins is seen in notes of very different strength."""
    begins = []
    for number in range(16):
        here = Playing(network(3))
        here.frames(4096)
        for key in range(16):
            here.on(40 + key, 0.1 if key == number else 0.0)
        begins.append(int(np.flatnonzero(here.frames(2 * HOP)[:, 0])[0]))
    begins = np.array(begins) - begins[0]
    np.testing.assert_array_equal(begins, np.arange(16) // NOTES_PER_SLOT * SLOT)
    assert begins.max() < HOP


def test_what_is_louder_than_there_are_slots_for_still_begins_within_a_hop():
    here = Playing(network(3), most_notes=64)
    here.frames(4096)
    for key in range(64):
        here.on(key, 0.005)
    here.frames(HOP + LOOKAHEAD)
    here.frames(HOP)
    assert here.player.meters().voices == 64


@pytest.mark.parametrize(("attack", "release"), [(0.05, 0.1), (0.5, 1.0)])
def test_the_envelope_takes_the_times_that_it_says(attack, release):
    """The attack is a straight line; 60 dB are gone after the release time."""
    here = Playing(known(SINE), attack_s=attack, release_s=release)
    here.on()
    hops = round(1.2 * attack * RATE / HOP)
    rise = np.array([sounding(here, 1) for _ in range(hops)])
    middle = np.interp(0.05, rise, (np.arange(hops) + 0.5) * HOP / RATE)
    assert middle == pytest.approx(attack / 2, abs=0.012)
    here.off()
    hops = round(1.1 * release * RATE / HOP)
    decibels = 20 * np.log10(np.array([sounding(here, 1) for _ in range(hops)]) / 0.1 + 1e-12)
    gone = np.interp(40.0, -decibels, (np.arange(hops) + 0.5) * HOP / RATE)
    assert gone == pytest.approx(release * 40 / 60, abs=0.015)


def test_a_note_falls_to_its_sustained_level():
    here = Playing(known(SINE), decay_s=0.1, sustain=0.25)
    here.on()
    here.frames(RATE // 2)
    assert sounding(here) == pytest.approx(0.025, rel=0.02)


def test_velocity_is_strength():
    assert sounding(begun(velocity=0.25)) / sounding(begun()) == pytest.approx(0.25, rel=0.01)


def test_pad_and_notes_are_made_up_for():
    part = {"make_up": 4.0}
    assert sounding(begun(velocity=0.5, part=part)) == pytest.approx(0.2, rel=0.02)
    pad = Playing(known(SINE), playing=1, part=part)
    pad.frames(20 * HOP)
    assert sounding(pad) == pytest.approx(0.4, rel=0.02)


def test_no_more_notes_sound_than_may_and_the_oldest_makes_room():
    """Of five the last three are left: to let the first two go changes nothing."""
    here = Playing(known(SINE), most_notes=3)
    for key in range(60, 65):
        here.on(key, 0.5)
        here.frames(HOP)
    here.frames(8 * HOP)
    assert here.player.meters().voices == 3
    for key in (60, 61):
        here.off(key)
    here.frames(20 * HOP)
    assert here.player.meters().voices == 3, "these had gone"
    for key in (62, 63, 64):
        here.off(key)
    here.frames(20 * HOP)
    assert here.player.meters().voices == 0


def test_released_notes_make_room_before_held_ones():
    here = Playing(known(SINE), most_notes=2, release_s=30.0)
    here.on(60)
    here.frames(HOP)
    here.on(61)
    here.frames(HOP)
    here.off(61)
    here.on(62)
    here.frames(8 * HOP)
    here.off(60)
    here.off(62)
    here.set(release_s=0.02)
    here.frames(20 * HOP)
    assert here.player.meters().voices == 0


def test_more_notes_than_places_at_once_leave_the_newest():
    """Of a hundred keys at one moment the last 64 are held, and nothing else is."""
    here = Playing(network(3), most_notes=64)
    for key in range(100):
        here.on(key, 0.001)
    here.frames(8 * HOP)
    assert here.player.meters().voices == 64
    for key in range(36):
        here.off(key)
    here.frames(20 * HOP)
    assert here.player.meters().voices == 64
    for key in range(36, 100):
        here.off(key)
        if key == 67:
            here.frames(20 * HOP)
            assert here.player.meters().voices == 32
    here.frames(20 * HOP)
    assert here.player.meters().voices == 0


def test_a_burst_of_hundreds_of_notes_leaves_none_behind():
    here = Playing(known(Tone(10, 0.02)), most_notes=16)
    random = np.random.default_rng(0)
    for _ in range(200):
        for key in random.integers(0, 128, 6):
            here.on(int(key)) if random.random() < 0.7 else here.off(int(key))
        assert np.isfinite(here.frames(HOP)).all()
        assert here.player.meters().voices <= 16 + 6
    here.all_off()
    here.frames(40 * HOP)
    assert here.player.meters().voices == 0
    assert here.player.meters().recoveries == 0


def test_more_notes_than_may_wait_are_dropped_and_the_rest_sounds():
    here = Playing(known(SINE))
    for _ in range(3000):
        here.on(60, 0.5)
    here.frames(20 * HOP)
    here.all_off()
    here.frames(40 * HOP)
    assert here.player.meters().voices == 0


def test_a_key_that_is_struck_again_sounds_once_more():
    here = begun()
    here.on()
    here.frames(20 * HOP)
    assert here.player.meters().voices == 1
    here.off()
    here.frames(20 * HOP)
    assert here.player.meters().voices == 0


def test_voices_that_come_and_go_leave_the_others_alone():
    """A note's own sound is the same bits, whatever begins and ends beside it unheard."""
    alone, among = begun(instrument=network(3)), begun(instrument=network(3))
    for here in (alone, among):
        here.set(point=(0.3, -0.2, 0.1, 0.0))
    expected = alone.frames(30 * HOP)
    heard = []
    for k in range(30):
        among.on(70 + k % 5, 0.0) if k % 3 else among.off(70 + k % 5)
        heard.append(among.frames(HOP))
    np.testing.assert_array_equal(np.concatenate(heard), expected)
    assert np.abs(expected).max() > 0.01


# ── bends, labels, spread, glide ──────────────────────────────────────────────────────────────────────────


def test_a_bend_moves_the_notes_of_its_channel_alone():
    here = Playing(known(SINE))
    here.on(60, 1.0, 1)
    here.frames(30 * HOP)
    here.on(64, 0.0, 2)
    one = sounding(here)
    here.bend(1, x=-1.0)
    here.frames(30 * HOP)
    assert sounding(here) == pytest.approx(one / 2, rel=0.01)
    here.bend(2, x=1.0)
    here.frames(30 * HOP)
    assert sounding(here) == pytest.approx(one / 2, rel=0.01)
    here.bend(1, x=1.0)
    here.frames(30 * HOP)
    assert sounding(here) == pytest.approx(2 * one, rel=0.01)


def test_a_bend_ahead_of_its_note_is_there_from_the_first_frame_and_bounded():
    """As MPE sends it; a coordinate is bent to 1 at most, and the pad is not bent."""
    here = Playing(known(SINE), point=(0.5,))
    here.bend(3, x=0.25)
    here.on(60, 1.0, 3)
    here.frames(8 * HOP)
    assert sounding(here) == pytest.approx(0.1 * 2**0.75, rel=0.01)
    here.bend(3, x=1.0)
    here.frames(30 * HOP)
    assert sounding(here) == pytest.approx(0.2, rel=0.01)
    pad = Playing(known(SINE), playing=1)
    pad.bend(0, x=1.0)
    pad.frames(30 * HOP)
    assert sounding(pad) == pytest.approx(0.1, rel=0.01)


def test_a_placed_note_has_a_point_of_its_own_and_moves_alone():
    here = Playing(known(SINE), point=(-1.0,))
    here.on(-1, 1.0, 70_000, (0.5,))
    here.frames(8 * HOP)
    assert sounding(here) == pytest.approx(0.1 * 2**0.5, rel=0.01), "from its first frame"
    here.set(point=(1.0,))
    here.frames(30 * HOP)
    assert sounding(here) == pytest.approx(0.1 * 2**0.5, rel=0.01), "the pad's point is not its own"
    here.move(70_001, -1.0)
    here.frames(30 * HOP)
    assert sounding(here) == pytest.approx(0.1 * 2**0.5, rel=0.01), "that was another finger"
    here.move(70_000, -1.0)
    here.frames(30 * HOP)
    assert sounding(here) == pytest.approx(0.05, rel=0.01)
    here.off(-1, 70_000)
    here.frames(60 * HOP)
    assert here.player.meters().voices == 0


def test_a_note_after_a_placed_one_follows_the_pad_again():
    here = Playing(known(SINE), point=(0.5,), most_notes=1)
    here.on(-1, 1.0, 70_000, (-1.0,))
    here.frames(8 * HOP)
    here.on(60)
    here.frames(60 * HOP)
    assert sounding(here) == pytest.approx(0.1 * 2**0.5, rel=0.01)


def test_notes_choose_pitch_and_octave_where_the_instrument_has_them():
    instrument = known(Tone(20, 0.01, (), (0.1, 0.3)), labels=2)
    for key, pitch, octave in ((61, 1, 4), (71, 11, 4), (36, 0, 2)):
        here = begun(key, instrument=instrument, part={"pitch": 0, "octave": 1}, labels=(5.0, 5.0))
        assert sounding(here) == pytest.approx(0.01 * math.exp(0.1 * pitch + 0.3 * octave), rel=0.01)
    placed = begun(-1, instrument=instrument, part={"pitch": 0, "octave": 1}, labels=(2.0, 1.0))
    assert sounding(placed) == pytest.approx(0.01 * math.exp(0.2 + 0.3), rel=0.01)
    unlabelled = begun(61, instrument=instrument, labels=(2.0, 1.0))
    assert sounding(unlabelled) == pytest.approx(0.01 * math.exp(0.2 + 0.3), rel=0.01)


def steps(frames):
    return np.abs(np.diff(frames, axis=0)).max()


@pytest.mark.parametrize("notes", [False, True])
def test_spread_sets_the_sides_apart_and_back_without_a_step(notes):
    here = Playing(network(5), playing=not notes)
    if notes:
        here.on()
    mono = here.frames(20 * HOP)
    np.testing.assert_array_equal(mono[:, 0], mono[:, 1])
    here.set(spread=0.12)
    wide = here.frames(40 * HOP)
    assert np.abs(np.diff(wide[-HOP:], axis=1)).max() > 1e-3
    here.set(spread=0.0)
    back = here.frames(12 * HOP)
    # But for what the high-pass still knows, which dies away.
    assert np.abs(np.diff(back[-HOP:, 0] - back[-HOP:, 1])).max() < 1e-6
    assert np.abs(back[-HOP:, 0] - back[-HOP:, 1]).max() < 1e-3
    joined = np.concatenate([mono, wide, back])
    assert steps(joined[len(mono) - HOP :]) < 1.5 * steps(wide)


@pytest.mark.parametrize("hops", [1, 2, 3, 4, 5, 6, 7])
def test_a_spread_that_comes_again_while_it_goes_takes_no_step(hops):
    """A fader moved through nothing and back: the difference of the sides fades, and comes back from where it was."""
    here = Playing(known(Tone(11, 0.3, (2.0,))), playing=1, spread=0.12)
    wide = here.frames(40 * HOP)
    here.set(spread=0.0)
    going = here.frames(hops * HOP)
    here.set(spread=0.12)
    coming = here.frames(20 * HOP)
    joined = np.concatenate([wide[-4 * HOP :], going, coming])
    apart = joined[:, 0] - joined[:, 1]
    expected = wide[:, 0] - wide[:, 1]
    assert np.abs(expected[-HOP:]).max() > 0.1
    assert np.abs(np.diff(apart)).max() < 1.5 * np.abs(np.diff(expected[20 * HOP :])).max()


def test_glide_takes_its_time():
    """A time constant is 63 % of the way, three are 95 %."""
    here = Playing(known(SINE), playing=1, point=(-1.0,), smoothing_s=1 / 3)
    here.frames(10 * HOP)
    here.set(point=(1.0,))
    hops = round(RATE / HOP)
    way = np.log2([sounding(here, 1) / 0.1 for _ in range(hops)])
    late = 3  # frames overlap, and the sound is that much behind its point
    assert way[hops // 3 + late] == pytest.approx(-1 + 2 * (1 - math.exp(-1)), abs=0.08)
    assert way[-1] == pytest.approx(-1 + 2 * (1 - math.exp(-3)), abs=0.03)


def test_the_pad_starts_anew_at_its_target_after_a_rest():
    here = Playing(known(SINE), playing=1, point=(-1.0,), smoothing_s=10.0)
    here.frames(10 * HOP)
    here.set(playing=0)
    here.frames(60 * HOP)
    here.set(playing=1, point=(1.0,))
    here.frames(20 * HOP)
    assert sounding(here) == pytest.approx(0.2, rel=0.02)
