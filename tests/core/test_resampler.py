"""The resampler in the form in which an audio callback calls it: so many frames out, however many that takes."""

import numpy as np
import pytest

from vschaos.core.arrays import floats
from vschaos.core.library import core, ffi

RATES = [(44_100, 48_000), (48_000, 44_100), (44_100, 96_000), (22_050, 48_000), (16_000, 44_100), (96_000, 44_100)]
BLOCKS = [1, 64, 65, 8193]


def resampler(rate_in, rate_out, channels=2, most=20_000):
    return ffi.gc(core.vs_resampler_new(rate_in, rate_out, channels, most), core.vs_resampler_free)


def push(made, frames):
    return core.vs_resampler_push(made, floats(frames), len(frames))


def pull(made, count, channels=2):
    out = np.full((count, channels), np.nan, np.float32)
    return out[: core.vs_resampler_pull(made, floats(out, written_to=True), count)]


def pulled(made, frames, block):
    """All that the frames make, pulled block by block, each from as few frames as it needs."""
    made_so_far, at, channels = [], 0, frames.shape[1]
    while True:
        needs = core.vs_resampler_needs(made, block)
        if at + needs > len(frames):
            return np.concatenate(made_so_far)
        assert push(made, frames[at : at + needs]) == needs
        at += needs
        assert core.vs_resampler_ready(made) >= block
        made_so_far.append(pull(made, block, channels))
        assert len(made_so_far[-1]) == block


def noise(count, channels=2):
    return np.random.default_rng(count).standard_normal((count, channels)).astype(np.float32)


def definition(samples, rate_in, rate_out, count):
    """The inner products with scipy-free numpy, in double: samples (n,) to (count,)."""
    lower = min(rate_in, rate_out) / rate_in
    taps = 2 * int(np.ceil(64 / lower / 2))
    padded = np.concatenate([np.zeros(taps - 1), samples])
    position = np.arange(count) * rate_in
    whole, part = position // rate_out, position % rate_out / rate_out
    places = np.arange(taps)[None, :] + part[:, None] - taps / 2
    inside = np.clip(1.0 - np.square(2.0 * places / taps), 0.0, None)
    filters = np.sinc(0.931 * lower * places) * np.i0(7.2 * np.sqrt(inside))
    filters /= filters.sum(axis=1, keepdims=True)
    heard = padded[(whole + taps - 1)[:, None] - np.arange(taps)[None, :]]
    return (heard * filters).sum(axis=1)


@pytest.mark.parametrize(("rate_in", "rate_out"), RATES)
def test_it_is_the_kaiser_windowed_sinc(rate_in, rate_out):
    given = noise(4000, 1)
    made = resampler(rate_in, rate_out, 1)
    push(made, given)
    got = pull(made, 3000, 1)[:, 0]
    assert len(got) > 1000
    np.testing.assert_allclose(got, definition(given[:, 0].astype(float), rate_in, rate_out, len(got)), atol=2e-6)


@pytest.mark.parametrize(("rate_in", "rate_out"), RATES)
@pytest.mark.parametrize("share", [0.01, 0.2, 0.5, 0.8])
def test_a_sine_keeps_its_level_within_a_hundredth_of_a_decibel(rate_in, rate_out, share):
    hz = share * min(rate_in, rate_out) / 2
    given = np.sin(2 * np.pi * hz * np.arange(16_000) / rate_in).astype(np.float32)[:, None]
    made = resampler(rate_in, rate_out, 1)
    push(made, given)
    got = pull(made, 1 << 20, 1)[200:, 0].astype(float)
    angle = 2 * np.pi * hz * np.arange(len(got)) / rate_out
    basis = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    amplitude = np.hypot(*np.linalg.lstsq(basis, got, rcond=None)[0])
    assert abs(20 * np.log10(amplitude)) < 0.01


@pytest.mark.parametrize(("rate_in", "rate_out"), [*RATES, (48_000, 48_000)])
@pytest.mark.parametrize("block", BLOCKS)
def test_blocks_of_any_size_are_the_same_samples(rate_in, rate_out, block):
    given = noise(30_000)
    whole = resampler(rate_in, rate_out, most=len(given))
    push(whole, given)
    want = pull(whole, 1 << 20)
    got = pulled(resampler(rate_in, rate_out), given, block)
    np.testing.assert_array_equal(got, want[: len(got)])
    assert len(got) > len(want) - block - 2


def test_a_channel_sounds_the_same_whatever_is_beside_it():
    given = noise(5000)
    both, alone = resampler(44_100, 48_000), resampler(44_100, 48_000, 1)
    push(both, given)
    push(alone, given[:, :1])
    np.testing.assert_array_equal(pull(both, 4000)[:, 0], pull(alone, 4000, 1)[:, 0])


def test_it_asks_for_no_more_than_it_needs():
    given = noise(20_000)
    made, at = resampler(44_100, 48_000), 0
    for count in (1, 1, 7, 512, 64, 65, 3000):
        needs = core.vs_resampler_needs(made, count)
        push(made, given[at : at + needs - 1])
        assert core.vs_resampler_ready(made) == max(count - 1, 0) or needs == 0
        push(made, given[at + needs - 1 : at + needs] if needs else given[:0])
        at += needs
        assert len(pull(made, count)) == count
    assert core.vs_resampler_needs(made, 0) == 0


def test_equal_rates_pass_untouched_and_at_once():
    given = noise(1000)
    given[3, 0], given[4, 1] = -0.0, np.inf
    made = resampler(48_000, 48_000)
    assert core.vs_resampler_delay(made) == 0.0
    assert core.vs_resampler_needs(made, 128) == 128
    push(made, given)
    assert pull(made, 2000).tobytes() == given.tobytes()


def test_it_holds_no_more_than_was_said_and_gives_no_more_than_it_has():
    made = resampler(44_100, 48_000, most=100)
    given = noise(1000)
    assert push(made, given) == 100
    assert push(made, given) == 0
    assert len(pull(made, 1000)) == 109
    assert len(pull(made, 1000)) == 0
    assert push(made, given) == 100


def test_reset_is_as_new():
    given = noise(3000)
    made = resampler(44_100, 48_000)
    push(made, given)
    first = pull(made, 2000)
    core.vs_resampler_reset(made)
    assert core.vs_resampler_ready(made) == 0
    push(made, given)
    np.testing.assert_array_equal(pull(made, 2000), first)


@pytest.mark.parametrize(
    "numbers", [(0, 48_000, 2, 8), (44_100, -1, 2, 8), (44_100, 48_000, 0, 8), (44_100, 48_000, 2, 0)]
)
def test_numbers_without_sense_make_none(numbers):
    assert core.vs_resampler_new(*numbers) == ffi.NULL
