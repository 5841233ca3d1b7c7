"""Envelopes and glides by their formulas, and the same bits however they are cut into calls."""

import math

import numpy as np
import pytest

from vschaos.core.arrays import floats
from vschaos.core.library import core, ffi

RATE = 48_000
OFF, ATTACK, HELD, RELEASE, CUT = range(5)
BLOCKS = [1, 64, 65, 8193]


def slopes(attack_s=0.01, decay_s=0.1, sustain=0.5, release_s=0.2):
    return ffi.new("vs_slopes *", core.vs_slopes_of(attack_s, decay_s, sustain, release_s, RATE))


def envelope(stage=OFF, level=0.0, strength=1.0):
    return ffi.new("vs_envelope *", (stage, level, strength))


def run(made, shape, count, block=1 << 20):
    gains = np.full(count, np.nan, np.float32)
    for start in range(0, count, block):
        piece = gains[start : start + block]
        core.vs_envelope_run(made, shape, floats(piece, written_to=True), len(piece))
    return gains


def formula(stage, level, strength, shape, count):
    """Sample by sample, in double."""
    gains = np.zeros(count)
    for i in range(count):
        if stage == ATTACK:
            level += shape.attack
            if level >= 1.0:
                level, stage = 1.0, HELD
        elif stage == HELD:
            level += shape.decay * (shape.sustain - level)
        elif stage != OFF:
            level *= shape.cut if stage == CUT else shape.release
            if level < 1e-4:
                level, stage = 0.0, OFF
        gains[i] = level * strength if stage != OFF else 0.0
    return gains, stage, level


@pytest.mark.parametrize("samples", [0.01, 0.5, 3.0, 100.0, 480.0, 1e4, 1e7])
def test_a_decay_is_the_exponential(samples):
    assert core.vs_decay(samples) == pytest.approx(math.exp(-1.0 / samples), rel=2e-13, abs=0.0)


def test_times_are_what_they_say():
    """The attack is over after its time, 95 % of the decay's way is done in its own, and a release falls by 60 dB."""
    shape = slopes(attack_s=0.01, decay_s=0.1, sustain=0.25, release_s=0.2)
    note = envelope(ATTACK, strength=0.5)
    attack = run(note, shape, round(0.01 * RATE))
    assert attack[-1] == 0.5
    np.testing.assert_allclose(np.diff(attack), 0.5 / (0.01 * RATE), rtol=1e-3)
    decay = run(note, shape, round(0.1 * RATE))
    assert decay[-1] == pytest.approx(0.5 * (0.25 + 0.05 * 0.75), rel=1e-3)
    note.stage, note.level = RELEASE, 1.0
    assert run(note, shape, round(0.2 * RATE))[-1] == pytest.approx(0.5e-3, rel=1e-5)
    note.stage, note.level = CUT, 1.0
    assert run(note, shape, round(0.004 * RATE))[-1] == pytest.approx(0.5e-3, rel=1e-5)


@pytest.mark.parametrize("stage", [OFF, ATTACK, HELD, RELEASE, CUT])
@pytest.mark.parametrize("level", [0.0, 0.3, 1.0])
def test_every_stage_follows_its_formula(stage, level):
    shape, made = slopes(), envelope(stage, level, 0.8)
    want, end, left = formula(stage, level, 0.8, shape, 40_000)
    np.testing.assert_allclose(run(made, shape, 40_000), want, rtol=1e-6, atol=1e-8)
    assert (made.stage, made.level) == (end, pytest.approx(left, abs=1e-8))


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize("stage", [ATTACK, HELD, RELEASE, CUT])
def test_the_cut_into_calls_changes_no_bit(stage, block):
    shape, one, other = slopes(0.0317), envelope(stage, 0.7, 0.9), envelope(stage, 0.7, 0.9)
    np.testing.assert_array_equal(run(one, shape, 20_000, block), run(other, shape, 20_000))
    assert (one.stage, one.level) == (other.stage, other.level)


def test_a_released_voice_ends_and_stays_silent():
    made = envelope(RELEASE, 1.0)
    gains = run(made, slopes(release_s=0.1), RATE)
    last = np.flatnonzero(gains)[-1]
    assert gains[last] >= 1e-4
    assert made.stage == OFF
    assert made.level == 0.0
    # 80 dB at 60 dB in 0.1 s.
    assert last / RATE == pytest.approx(0.1 * 80 / 60, rel=1e-3)


def test_a_held_voice_rests_at_its_level_without_subnormal_numbers():
    made = envelope(HELD, 1.0)
    gains = run(made, slopes(sustain=0.0), 60 * RATE)
    assert gains[-1] == 0.0
    assert gains[gains > 0].min() > 1e-10
    assert made.stage == HELD


def test_a_glide_has_its_time_constant_and_arrives():
    glide = ffi.new("vs_glide *", (0.0, core.vs_decay(0.01 * RATE)))
    values = np.zeros(20 * round(0.01 * RATE), np.float32)
    core.vs_glide_run(glide, 1.0, floats(values, written_to=True), len(values))
    want = 1.0 - np.exp(-np.arange(1, len(values) + 1) / (0.01 * RATE))
    np.testing.assert_allclose(values, want, atol=2e-7)
    assert glide.value == 1.0
    assert values[-1] == 1.0


@pytest.mark.parametrize("block", BLOCKS)
def test_a_glide_is_the_same_however_it_is_cut(block):
    ends = []
    for size in (block, 1 << 20):
        glide = ffi.new("vs_glide *", (0.2, core.vs_decay(300.0)))
        values = np.zeros(20_000, np.float32)
        for start in range(0, len(values), size):
            piece = values[start : start + size]
            core.vs_glide_run(glide, -0.7, floats(piece, written_to=True), len(piece))
        ends.append((values, glide.value))
    np.testing.assert_array_equal(ends[0][0], ends[1][0])
    assert ends[0][1] == ends[1][1] == -0.7


def test_a_voice_is_added_to_both_sides():
    frames = np.full((100, 2), 0.25, np.float32)
    gains, left, right = (np.random.default_rng(k).standard_normal(100).astype(np.float32) for k in range(3))
    core.vs_mix(floats(frames, written_to=True), floats(gains), floats(left), floats(right), 100)
    np.testing.assert_array_equal(frames, np.float32(0.25) + np.stack([gains * left, gains * right], axis=1))
