"""Another instrument under the same hands: cross-faded, notes held across, whatever comes between; no memory kept."""

import math
import os
from pathlib import Path

import numpy as np
import pytest

from tests.core.playing import CEILING, HOP, RATE, Playing, amplitude, clicks
from tests.core.test_player import network
from tests.known_sounds import Tone, known

LOW, HIGH = Tone(20, 0.4), Tone(40, 0.4)
FADE_S = 0.14
"""Longest time that a swap takes."""


def test_a_new_instrument_is_cross_faded():
    here = Playing(known(LOW), playing=1)
    before = here.hear(0.5)
    here.swap(known(HIGH))
    got = np.concatenate([before, here.hear(0.5)])
    assert clicks(got[RATE // 4 :]) < 0.01
    levels = np.abs(got[RATE // 4 : RATE // 4 + 500 * 60]).reshape(-1, 500).max(axis=1)
    assert levels.min() > 0.15, "there is no hole in the middle"
    after = got[-RATE // 4 :]
    assert amplitude(after, HIGH.hz()) == pytest.approx(0.4, rel=0.01)
    assert amplitude(after, LOW.hz()) < 2e-3, "so much a quarter of a second leaves of the other"
    assert here.player.meters().part == 2


def test_a_swap_is_over_in_time_and_between_other_rates():
    """Instruments of three rates and hops at a device of a fourth."""
    here = Playing(known(LOW), 48_000, playing=1)
    here.hear(0.3)
    for rate, hop, tone in ((48_000, 256, HIGH), (22_050, 512, LOW), (96_000, 128, HIGH), (44_100, 512, LOW)):
        here.swap(known(tone, rate_hz=rate, hop_samples=hop))
        during = here.hear(FADE_S)
        after = here.hear(0.2)
        hz = tone.hz(rate)
        assert np.abs(during).max() < 0.85
        assert amplitude(after[-4800:], hz, 48_000) == pytest.approx(0.4, rel=0.03)
        assert here.player.meters().tick_s == pytest.approx(max(hop, 128) / rate)


def test_a_fast_instrument_leaves_a_slow_device_whole():
    """For 256 frames at 8 kHz it takes 3072 at 96 kHz: none is lost while it leaves for one that needs but 256."""
    hz = 46.875 * 8
    here = Playing(known(Tone(8, 0.4), rate_hz=96_000), 8000, playing=1)
    here.hear(0.5)
    here.swap(known(Tone(8, 0.0), rate_hz=8000))
    settling = here.hear(0.05)
    assert amplitude(settling, hz, 8000) == pytest.approx(0.4, rel=0.02)


@pytest.mark.parametrize("seed", range(6))
def test_a_swap_takes_no_larger_step_than_the_sounds_themselves(seed):
    """Between two networks at a random place, at the device's rate."""
    random = np.random.default_rng(seed)
    point = tuple(random.uniform(-0.8, 0.8, 4))
    here = Playing(network(seed), 48_000, point=point, playing=1)
    here.hear(0.15)
    before = here.hear(0.5)
    here.swap(network(seed + 100))
    during, after = here.hear(0.15), here.hear(0.5)
    steps = [np.abs(np.diff(part)).max() for part in (before, during, after)]
    assert steps[1] <= 1.05 * max(steps[0], steps[2])


def test_notes_are_held_across_at_their_level_and_let_go_afterwards():
    here = Playing(known(Tone(20, 0.01)), part={"make_up": 10.0})
    here.on(60, 0.5)
    here.on(64, 0.5)
    here.frames(20 * HOP)
    here.off(64)
    here.frames(40 * HOP)
    assert amplitude(here.frames(8 * HOP)[:, 0], LOW.hz()) == pytest.approx(0.05, rel=0.02)
    here.swap(known(Tone(40, 0.1)))
    here.hear(FADE_S + 0.1)
    assert here.player.meters().voices == 1
    assert amplitude(here.frames(8 * HOP)[:, 0], HIGH.hz()) == pytest.approx(0.05, rel=0.02)
    here.off(60)
    assert np.abs(here.hear(0.3)[-HOP:]).max() < 1e-6
    assert here.player.meters().voices == 0


def test_bends_and_labels_of_held_notes_go_along():
    rising = (math.log(2.0),)
    here = Playing(known(Tone(20, 0.1, rising)))
    here.bend(2, x=0.5)
    here.on(60, 1.0, 2)
    here.frames(20 * HOP)
    here.swap(known(Tone(40, 0.1, rising)))
    here.hear(FADE_S + 0.1)
    assert amplitude(here.frames(8 * HOP)[:, 0], HIGH.hz()) == pytest.approx(0.1 * math.sqrt(2), rel=0.02)


def test_a_placed_note_keeps_its_place():
    rising = (math.log(2.0),)
    here = Playing(known(Tone(20, 0.1, rising)))
    here.on(-1, 1.0, 70_000, (0.5,))
    here.frames(20 * HOP)
    here.swap(known(Tone(40, 0.1, rising)))
    here.hear(FADE_S + 0.1)
    assert amplitude(here.frames(8 * HOP)[:, 0], HIGH.hz()) == pytest.approx(0.1 * math.sqrt(2), rel=0.02)


def test_the_notes_of_a_chord_that_is_held_across_do_not_fall_together():
    """Sixteen frames at one moment would be one long block: in the new instrument, too, they are spread over slots."""
    here = Playing(network(3))
    for key in range(40, 56):
        here.on(key, 0.03)
    here.frames(20 * HOP)
    tone = known(Tone(20, 0.05))
    here.swap(tone)
    here.hear(FADE_S + 0.2)
    # Sixteen voices of one tone, eight of which begin 64 samples later, are no sum of sixteen in phase.
    turns = np.exp(2j * np.pi * LOW.hz() / RATE * (np.arange(16) // 8) * 64)
    expected = 0.05 * 0.03 * abs(turns.sum())
    assert amplitude(here.frames(8 * HOP)[:, 0], LOW.hz()) == pytest.approx(expected, rel=0.02)


def test_coordinates_of_another_instrument_are_none_of_this_one_s():
    """What is set for the part that leaves, late, moves nothing; and what is set for the next one does not move it."""
    steep = (2.0,)
    here = Playing(known(Tone(20, 0.1, steep)), playing=1)
    first = here.targets.values.part
    here.hear(0.3)
    here.swap(known(Tone(40, 0.1, steep)))
    second = here.targets.values.part
    here.set(point=(0.5,))
    settling = here.hear(0.05)
    assert amplitude(settling, LOW.hz()) == pytest.approx(0.1, rel=0.02)
    here.hear(0.3)
    here.set(point=(-0.5,), part=first)
    assert amplitude(here.hear(0.2)[-8 * HOP :], HIGH.hz()) == pytest.approx(0.1 * math.e, rel=0.02)
    here.set(part=second)
    assert amplitude(here.hear(0.3)[-8 * HOP :], HIGH.hz()) == pytest.approx(0.1 / math.e, rel=0.02)


def test_gain_and_stop_count_for_what_leaves_too():
    here = Playing(known(LOW), playing=1)
    here.hear(0.3)
    here.swap(known(HIGH))
    here.hear(0.02)
    here.set(playing=0)
    got = here.hear(0.25)
    assert np.abs(got[round(0.2 * RATE) :]).max() < 1e-4
    assert here.player.meters().silent


def test_swaps_in_the_middle_of_a_fade_take_the_latest_and_do_not_click():
    here = Playing(known(LOW), playing=1)
    heard = [here.hear(0.3)]
    for number in range(12):
        here.swap(known(Tone(24 + 2 * number, 0.4)))
        heard.append(here.hear(0.03))
    heard.append(here.hear(0.5))
    got = np.concatenate(heard)
    assert clicks(got[RATE // 10 :]) < 0.01
    assert here.player.meters().part == 13
    assert amplitude(got[-RATE // 4 :], Tone(46).hz()) == pytest.approx(0.4, rel=0.01)


def test_a_panic_in_the_middle_of_a_fade_ends_both():
    here = Playing(known(LOW), playing=1)
    here.hear(0.3)
    here.swap(known(HIGH))
    here.hear(0.1)
    here.set(panics=1, playing=0)
    assert not here.hear(0.1)[round(0.0015 * RATE) + 1 :].any()


def resident():
    """Bytes of this process's memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="asks Linux")
@pytest.mark.parametrize("heard", [True, False])
def test_two_hundred_swaps_leave_no_memory_behind(heard):
    """A part is some megabytes; two hundred of them, heard to the end, in the midst of a fade, and not at all."""
    instruments = [known(LOW), known(HIGH)]
    here = Playing(instruments[0], playing=1)

    def swap(count):
        for number in range(count):
            here.swap(instruments[number % 2])
            here.player.listen((0, 48_000)[number % 2])
            if heard:
                here.frames((200, HOP, 8000)[number % 3], 8000)

    swap(20)
    before = resident()
    swap(200)
    assert resident() - before < 4 << 20
    got = here.hear(0.5)
    assert np.abs(got).max() <= CEILING
    assert amplitude(got[-RATE // 10 :], HIGH.hz()) == pytest.approx(0.4, rel=0.02)


def test_a_player_that_ends_in_a_fade_with_everything_on_its_way_frees_all():
    """For sanitizers, and for the memory test's sake: parts and inputs that nobody took up."""
    here = Playing(known(LOW), playing=1)
    here.player.listen(48_000)
    here.hear(0.3)
    here.swap(known(HIGH))
    here.hear(0.05)
    here.swap(known(LOW))
    here.player.listen(44_100)
    here.hear(0.01)
    here.swap(known(HIGH))
    here.player.listen(0)
    del here
