"""The player: the same samples in blocks of any size, in time, without a click, and never too loud."""

import numpy as np
import pytest

from tests.core.playing import CEILING, HOP, RATE, Playing, amplitude, clicks
from tests.known_sounds import Tone, known
from vschaos.core.instrument import CoreInstrument
from vschaos.instrument.build import untrained
from vschaos.instrument.core_member import pack

SINE = Tone(20, 0.5)
BLOCKS = (1, 64, 65, 512, 8193)


def network(seed, **given):
    return CoreInstrument(pack(untrained(seed, latent_dims=4, **given)))


def performance(here, block):
    """A little of everything, given at the same samples: what is heard."""
    first, second, later = network(3), network(4), known(Tone(30, 0.2, (0.5,)))
    heard = []

    def until(frames):
        heard.append(here.frames(frames - sum(map(len, heard)), block))

    here.swap(first, point=(0.2, -0.1, 0.3, 0.0), playing=1)
    for tick in range(1, 40):  # a point that moves from tick to tick; the last of them is what counts
        here.set(point=(0.2 + 0.01 * tick, -0.1, 0.3, 0.0), tick=tick)
    until(1500)
    for key in (40, 47, 52, 60, 64, 67, 72):
        here.on(key, 0.3)
    here.bend(0, 0.3, -0.2)
    until(4000)
    here.set(spread=0.1, noise=0.7, gain=0.4)
    here.off(47)
    until(9001)
    here.set(spread=0.0, point=(0.5, 0.5, -0.5, 0.5))
    until(13_000)
    here.swap(second, point=(-0.3, 0.2, 0.1, 0.0))
    here.on(50, 0.4)
    until(20_500)  # the first has left; how soon the next is taken up in a fade depends on who tidies up
    here.swap(later)
    until(22_000)
    here.set(playing=0, gain=0.6)
    here.all_off()
    until(37_000)  # silence, and the tick is one of rest
    here.set(playing=1)
    here.on(45)
    until(43_000)
    return np.concatenate(heard)


@pytest.mark.parametrize("rate", [44_100, 48_000])
def test_the_size_of_blocks_does_not_matter(rate):
    expected = performance(Playing(rate=rate), 512)
    assert np.abs(expected[:22_000]).max() > 0.05
    assert np.abs(expected[39_000:]).max() > 0.05
    assert np.abs(expected[36_000:37_000]).max() < 1e-5
    for block in BLOCKS:
        np.testing.assert_array_equal(performance(Playing(rate=rate), block), expected)


@pytest.mark.parametrize("rate", [44_100, 48_000, 22_050])
def test_whole_ticks_are_the_same_frames_as_blocks(rate):
    def moved(here, tick):
        here.set(point=(np.sin(0.3 * tick), np.cos(0.2 * tick), 0.1, 0.0), gain=0.5 + 0.4 * np.sin(tick), tick=tick)

    by_ticks, by_blocks = (Playing(network(3), rate, playing=1) for _ in range(2))
    ticks = []
    for _ in range(60):
        ticks.append(by_ticks.player.render_tick(1 << 15))
        moved(by_ticks, by_ticks.player.meters().tick + 1)
    heard, total, given = [], sum(map(len, ticks)), 0
    while sum(map(len, heard)) < total:  # as a host that looks after each block of 37, somewhere in a tick
        heard.append(by_blocks.player.render(37))
        coming = by_blocks.player.meters().tick + 1
        if coming != given:
            given = coming
            moved(by_blocks, given)
    np.testing.assert_array_equal(np.concatenate(heard)[:total], np.concatenate(ticks))
    assert total > 55 * HOP * rate / RATE
    assert np.abs(np.concatenate(ticks)).max() > 0.01


@pytest.mark.parametrize("block", [1, 37, 512, 2000])
def test_targets_of_a_later_tick_wait_for_their_first_sample(block):
    """What a gain does is seen at the sample at which it is set."""
    here = Playing(known(SINE), playing=1)
    here.frames(20 * HOP, block)
    tick = here.player.meters().tick
    here.set(gain=0.0, tick=tick + 3)
    calm = Playing(known(SINE), playing=1)
    calm.frames(20 * HOP, block)
    changed, same = here.frames(8 * HOP, block)[:, 0], calm.frames(8 * HOP, block)[:, 0]
    first = int(np.flatnonzero(changed != same)[0])
    # The tick before has begun with a hop, and the limiter is late.
    late = round(here.player.meters().limiter_s * RATE)
    assert first - late == 2 * HOP


def test_targets_without_a_tick_count_at_once_and_those_of_a_tick_gone_by_too():
    for given in (0, 3):
        here = Playing(known(SINE), playing=1)
        before = here.frames(20 * HOP + 100)[:, 0]
        here.set(gain=0.0, tick=given)
        after = here.frames(HOP)[:, 0]
        assert amplitude(before[-HOP:], SINE.hz()) == pytest.approx(0.5, rel=0.01)
        late = round(here.player.meters().limiter_s * RATE)
        assert np.abs(after[-40:]).max() == pytest.approx(0.5 * np.exp(-(HOP - late - 20) / (0.01 * RATE)), rel=0.06)


@pytest.mark.parametrize("touched_last", [False, True])
def test_what_is_touched_counts_at_once_and_what_was_prepared_before_it_never(touched_last):
    """A touch and a later tick's targets, handed over together: after the touch both count, each in its time."""
    here, calm = (Playing(known(SINE), playing=1) for _ in range(2))
    for one in (here, calm):
        one.frames(20 * HOP + 100)
    later = here.player.meters().tick + 2
    touch, prepared = {"gain": 0.5, "tick": 0}, {"gain": 0.0, "tick": later}
    for targets in (prepared, touch) if touched_last else (touch, prepared):
        here.set(**targets)
    changed = here.frames(8 * HOP)[:, 0] != calm.frames(8 * HOP)[:, 0]
    assert np.flatnonzero(changed)[0] == round(here.player.meters().limiter_s * RATE)
    assert amplitude(here.hear(0.3)[-HOP:], SINE.hz()) == pytest.approx(
        0.25 if touched_last else 0.0, rel=0.01, abs=1e-4
    )


def test_a_host_that_stalls_leaves_the_sound_as_it_is():
    """No targets for a second of ticks; and one that comes in the end is followed."""
    here = Playing(known(Tone(20, 0.2, (1.0,))), playing=1)
    here.hear(1.0)
    steady = here.hear(1.0)
    assert amplitude(steady, SINE.hz()) == pytest.approx(0.2, rel=0.01)
    assert here.player.meters().tick > 160
    here.set(point=(0.5,), tick=1)
    assert amplitude(here.hear(0.5)[-HOP:], SINE.hz()) == pytest.approx(0.2 * np.exp(0.5), rel=0.01)


def test_silent_until_played_and_after_a_stop():
    here = Playing(known(SINE))
    assert not here.hear(0.2).any()
    assert here.player.meters().silent
    here.set(playing=1)
    assert np.abs(here.hear(0.5)[-1000:]).max() == pytest.approx(0.5, rel=0.02)
    assert not here.player.meters().silent
    assert here.player.meters().voices == 1
    here.set(playing=0)
    assert np.abs(here.hear(0.4)[-1000:]).max() < 1e-6
    assert here.player.meters().silent
    assert here.player.meters().voices == 0


@pytest.mark.parametrize("block", [64, 100, 512])
def test_start_stop_gain_jumps_and_panic_do_not_click(block):
    steady = Playing(known(SINE), playing=1)
    floor = clicks(steady.hear(0.5)[RATE // 4 :])
    here = Playing(known(SINE), playing=1)
    here.block = block
    heard = [here.hear(0.3)]
    for change in ({"gain": 0.01}, {"gain": 1.0}, {"playing": 0}, {"playing": 1}, {"panics": 1, "playing": 0}):
        here.set(**change)
        heard.append(here.hear(0.3))
    here.set(playing=1)
    heard.append(here.hear(0.29))
    here.set(panics=2)
    heard.append(here.hear(0.3))
    # A hard switch of this tone would measure 0.3; what is left is inaudible below it.
    time = np.arange(RATE) / RATE
    hard = clicks(np.where(time < 0.5, 0.5, 0.0) * np.cos(2 * np.pi * SINE.hz() * (time - 0.5)))
    assert hard > 0.1
    assert clicks(np.concatenate(heard)) < max(3 * floor, 0.012)


@pytest.mark.parametrize("block", [16, 64, 512])
def test_a_panic_is_silence_within_a_millisecond_and_a_half(block):
    here = Playing(known(SINE), playing=1)
    for key in range(50, 60):
        here.on(key, 0.1)
    here.block = block
    here.hear(0.3)
    here.set(panics=1, playing=0)
    got = here.hear(0.2)
    assert np.abs(got[:10]).max() > 0.05, "it falls, and does not break off"
    assert not got[round(0.0015 * RATE) + 1 :].any()
    assert here.player.meters().silent


def test_gain_has_the_decibels_it_says():
    heard = []
    for gain in (1.0, 0.1, 0.0):
        here = Playing(known(SINE), playing=1, gain=gain)
        heard.append(np.abs(here.hear(0.5)[-RATE // 10 :]).max())
    assert 20 * np.log10(heard[1] / heard[0]) == pytest.approx(-20.0, abs=0.05)
    assert heard[2] == 0.0


def test_a_gain_that_nobody_heard_change_is_there_from_the_first_sample():
    """Out of silence a first note is as loud as a later one: in a swap's targets, and in such as come by themselves."""
    expected = Playing(known(SINE))
    expected.hear(0.5)
    expected.on()
    whole = expected.frames(HOP)
    at_once = Playing(known(SINE))
    at_once.on()
    np.testing.assert_array_equal(at_once.frames(HOP), whole)
    changed = Playing(known(SINE), gain=0.0)
    changed.hear(0.5)
    changed.set(gain=1.0)
    changed.on()
    np.testing.assert_array_equal(changed.frames(HOP), whole)


def test_a_pad_jump_glides():
    """From one end to the other no hop moves by two thirds of the way, and there is no swing back."""
    here = Playing(known(Tone(20, 0.05, (2.0,))), point=(-1.0,), playing=1)
    low = here.hear(0.5)
    here.set(point=(1.0,))
    got = here.hear(0.5)
    hops = [amplitude(hop, SINE.hz()) for hop in got[: len(got) // HOP * HOP].reshape(-1, HOP)]
    nepers = np.log(hops)
    assert amplitude(low[-HOP:], SINE.hz()) == pytest.approx(0.05 * np.exp(-2), rel=0.02)
    assert nepers[-1] == pytest.approx(np.log(0.05) + 2.0, abs=0.01)
    assert np.diff(nepers).max() < 0.66 * 4.0
    assert (np.diff(nepers) > -0.03).all()


def test_nothing_loaded_is_silence():
    here = Playing()
    here.set(playing=1)
    here.on()
    assert not here.hear(0.1).any()
    assert here.player.meters().part == 0


@pytest.mark.parametrize("amplitude_", [3.0, 1e4, 1e11])
def test_nothing_gets_above_the_ceiling(amplitude_):
    here = Playing(known([Tone(20, amplitude_), Tone(45, amplitude_)]), rate=48_000, playing=1, gain=4.0)
    for key in range(40, 56):
        here.on(key)
    got = here.hear(0.5)
    assert np.isfinite(got).all()
    assert np.abs(got).max() <= CEILING
    assert np.abs(got[-RATE // 4 :]).max() > 0.9, "limited, not muted"


# ── an instrument that makes no numbers ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("rate", [44_100, 48_000])
@pytest.mark.parametrize("block", [1, 64, 512])
def test_a_sound_that_cannot_be_heard_is_muted_and_comes_back(rate, block):
    """A note of infinite strength, thrice."""
    here = Playing(known(SINE), rate, playing=1)
    here.block = block
    heard = [here.hear(0.3)]
    for recoveries in (1, 2, 3):
        here.on(velocity=np.inf)
        heard.append(here.hear(0.3))
        assert here.player.meters().recoveries == recoveries
    got = np.concatenate(heard)
    assert np.isfinite(got).all()
    assert np.abs(got).max() <= CEILING
    assert clicks(got[rate // 10 :], rate) < 0.02
    assert amplitude(got[-rate // 10 :], SINE.hz(), rate) == pytest.approx(0.5, rel=0.02)


@pytest.mark.parametrize("make_up", [np.inf, np.nan])
def test_an_instrument_that_is_all_broken_is_silent_and_another_one_sounds(make_up):
    here = Playing(known(SINE), playing=1, part={"make_up": make_up})
    got = here.hear(0.3)
    assert not got.any()
    assert here.player.meters().recoveries > 0
    here.swap(known(SINE))
    assert amplitude(here.hear(0.5)[-RATE // 10 :], SINE.hz()) == pytest.approx(0.5, rel=0.02)


def test_an_instrument_that_breaks_while_it_leaves_does_not_click():
    here = Playing(known(SINE), playing=1, attack_s=0.12, sustain=np.inf)  # a note is infinite when its attack is over
    here.on(velocity=0.1)
    heard = [here.hear(0.02)]
    here.swap(known(Tone(24, 0.5)), sustain=1.0)
    heard.append(here.hear(0.6))
    assert here.player.meters().recoveries == 1
    got = np.concatenate(heard)
    assert np.isfinite(got).all()
    assert clicks(got[1000:]) < 0.02
    assert amplitude(got[-RATE // 10 :], Tone(24).hz()) == pytest.approx(0.5, rel=0.02)


# ── meters ────────────────────────────────────────────────────────────────────────────────────────────────


def test_meters_tell_of_ticks_levels_and_lateness():
    here = Playing(known(SINE, hop_samples=256), 48_000, playing=1)
    before = here.player.meters()
    here.hear(1.0)
    after = here.player.meters()
    assert before.tick_s == pytest.approx(512 / 48_000), "at rest"
    assert after.tick_s == pytest.approx(256 / RATE)
    assert after.tick == pytest.approx(RATE / 256, abs=3)
    assert after.resampling_s == pytest.approx(32 / RATE)
    assert after.limiter_s == pytest.approx(0.0015, abs=1e-5)
    assert after.peak == pytest.approx(0.5, rel=0.02)
    assert (before.part, after.part) == (0, 1)
    assert Playing(known(SINE)).player.meters().resampling_s == 0.0


def test_a_tick_is_never_shorter_than_the_shortest_hop():
    here = Playing(known(Tone(8), n_fft=512, hop_samples=32, rate_hz=8000), 8000, playing=1)
    here.hear(0.5)
    assert here.player.meters().tick_s == pytest.approx(128 / 8000)
