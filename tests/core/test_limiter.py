"""The limiter by its definition, bit for bit however it is called, and for ever."""

import numpy as np
import pytest

from vschaos.core.arrays import floats
from vschaos.core.library import core, ffi

RATE = 48_000
CEILING = 0.9659
BLOCKS = [1, 64, 65, 8193]


def limiter(rate=RATE, channels=2):
    return ffi.gc(core.vs_limiter_new(rate, channels), core.vs_limiter_free)


def run(made, frames, gains=None, block=1 << 20):
    out = np.array(frames, np.float32, order="C")
    gains = np.ones(len(out), np.float32) if gains is None else np.asarray(gains, np.float32)
    for start in range(0, len(out), block):
        piece = out[start : start + block]
        core.vs_limiter_run(made, floats(piece, written_to=True), floats(gains[start : start + block]), len(piece))
    return out


def noise(count, level=1.0, seed=0):
    return (level * np.random.default_rng(seed).standard_normal((count, 2))).astype(np.float32)


def definition(frames, gains):
    """In double: high-pass, what each sample needs, held, mean."""
    length = round(0.0015 * RATE)
    decay, release = np.exp(-2 * np.pi * 5.0 / RATE), 1.0 - np.exp(-1.0 / (0.12 * RATE))
    given = np.clip(frames.astype(float) * gains[:, None], -16.0, 16.0)
    centred, before, last = np.zeros_like(given), np.zeros(2), np.zeros(2)
    for i in range(len(given)):
        last = decay * (last + given[i] - before)
        before, centred[i] = given[i], last
    peaks = np.abs(centred).max(axis=1)
    needs = np.concatenate([np.ones(length), np.where(peaks > CEILING, CEILING / np.maximum(peaks, 1e-9), 1.0)])
    held, latest = np.ones(length + len(given)), 1.0
    for i in range(len(given)):
        latest = min(needs[i : i + length + 1].min(), latest + release * (1.0 - latest))
        held[length + i] = latest
    late = np.concatenate([np.zeros((length, 2)), centred])[: len(given)]
    gain = np.array([held[i + 1 : i + 1 + length].mean() for i in range(len(given))])
    return late * gain[:, None]


@pytest.mark.parametrize("level", [0.1, 0.5, 3.0])
def test_it_is_what_its_definition_says(level):
    frames, gains = noise(6000, level), np.linspace(0.0, 1.5, 6000).astype(np.float32)
    want = definition(frames, gains.astype(float))
    assert np.abs(want).max() <= CEILING + 1e-9
    np.testing.assert_allclose(run(limiter(), frames, gains), want, atol=3e-7)


@pytest.mark.parametrize("block", BLOCKS)
def test_the_cut_into_calls_changes_no_bit(block):
    frames, gains = noise(30_000, 2.0), np.abs(noise(30_000)[:, 0])
    np.testing.assert_array_equal(run(limiter(), frames, gains, block), run(limiter(), frames, gains))


@pytest.mark.parametrize("rate", [8000, 44_100, 192_000, 768_000])
@pytest.mark.parametrize("kind", ["noise", "square", "impulses", "rising", "not finite", "largest"])
def test_nothing_hostile_gets_above_the_ceiling(rate, kind):
    count = 40_000
    frames = {
        "noise": noise(count, 1e6),
        "square": np.where(np.arange(count) // 37 % 2, 5.0, -5.0)[:, None] * np.ones(2),
        "impulses": np.where(np.arange(count) % 501, 0.0, 1e9)[:, None] * np.ones(2),
        "rising": np.geomspace(0.1, 20.0, count)[:, None]
        * np.where(np.arange(count) % 2, 1.0, -1.0)[:, None]
        * np.ones(2),
        "not finite": np.where(np.arange(count) % 3, np.inf, np.nan)[:, None] * np.array([1.0, -1.0]),
        "largest": np.full((count, 2), np.finfo(np.float32).max),
    }[kind]
    got = run(limiter(rate), frames, np.full(count, 2.0), 777)
    assert np.isfinite(got).all()
    assert np.abs(got).max() <= 10 ** (-0.3 / 20)
    assert got.any() or kind == "not finite"


def test_after_hours_of_noise_it_is_as_exact_as_new():
    """The running total never drifts: once all is released, the same sound makes the same bits as in a new one."""
    used = limiter()
    for seed in range(40):
        run(used, noise(100_000, 5.0, seed), block=997)
    # Released, and the high-pass at rest.
    run(used, np.zeros((40 * RATE, 2)))
    sound = noise(20_000, 0.2, 99)
    np.testing.assert_array_equal(run(used, sound), run(limiter(), sound))


def test_faults_are_counted_and_outlive_a_reset():
    made = limiter()
    frames = noise(100)
    frames[10:13, 0], frames[20, 1] = np.nan, -np.inf
    run(made, frames)
    assert core.vs_limiter_faults(made) == 4
    core.vs_limiter_reset(made)
    assert core.vs_limiter_faults(made) == 4
    sound = noise(2000)
    np.testing.assert_array_equal(run(made, sound), run(limiter(), sound))


@pytest.mark.parametrize("block", [1, 40, 72, 512])
def test_a_cut_falls_from_where_the_sound_is_to_silence(block):
    """Under half a cosine, in blocks of any size; what was to come is what sounds. Then the limiter is as new."""
    angle = 2 * np.pi * 300 * np.arange(5000) / RATE
    sound = np.stack([0.5 * np.sin(angle), -0.3 * np.sin(angle)], axis=1).astype(np.float32)
    made, other = limiter(), limiter()
    run(made, sound)
    run(other, sound)
    length = left = core.vs_limiter_lookahead(made)
    coming = run(other, np.zeros((length, 2)))
    pieces = []
    while left:
        out = np.full((block, 2), np.nan, np.float32)
        pieces.append(out[: core.vs_limiter_fall(made, left, floats(out, written_to=True), block)])
        left -= len(pieces[-1])
    fall = 0.5 + 0.5 * np.cos(np.pi * np.arange(1, length + 1) / length)
    np.testing.assert_allclose(np.concatenate(pieces), coming * fall[:, None], atol=1e-7)
    assert pieces[-1][-1].tolist() == pytest.approx([0.0, 0.0], abs=1e-9)
    np.testing.assert_array_equal(run(made, sound), run(limiter(), sound))


@pytest.mark.parametrize("numbers", [(0.0, 2), (float("nan"), 2), (1e9, 2), (RATE, 0)])
def test_numbers_without_sense_make_none(numbers):
    assert core.vs_limiter_new(*numbers) == ffi.NULL
