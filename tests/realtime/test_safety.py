import numpy as np
import pytest

from vschaos.realtime.safety import CEILING, OutputSafety

RATE = 48_000


def tone(amplitude, seconds=1.0, hz=440.0):
    return amplitude * np.sin(2 * np.pi * hz * np.arange(int(RATE * seconds)) / RATE)


def whole(safety, frames):
    """What the limiter makes of frames, without the control of gain."""
    return safety.process(frames.astype(np.float32), np.ones(len(frames)))


def process(samples, safety=None):
    """Both channels the same; returns one, without the look-ahead's delay."""
    safety = safety or OutputSafety(RATE)
    got = whole(safety, np.stack([samples, samples], axis=1))
    np.testing.assert_array_equal(got[:, 0], got[:, 1])
    return got[safety.lookahead :, 0]


@pytest.mark.parametrize("amplitude", [0.1, 0.6, 0.95])
def test_a_sound_below_the_ceiling_passes_as_it_is(amplitude):
    given = tone(amplitude)
    got = process(given)
    # The high-pass turns 440 Hz by 5/440 rad, which is all that may differ.
    assert np.abs(got[RATE // 2 :] - given[RATE // 2 : len(got)]).max() < amplitude * 0.013
    assert np.abs(got[RATE // 2 :]).max() == pytest.approx(amplitude, rel=0.01)


@pytest.mark.parametrize("level", [1.0, 1.5, 10.0, 1e6, 1e30])
@pytest.mark.parametrize("kind", ["sine", "noise", "square", "impulse", "constant"])
def test_nothing_gets_above_the_ceiling(level, kind):
    random = np.random.default_rng(0)
    given = {
        "sine": tone(1.0),
        "noise": random.standard_normal(RATE),
        "square": np.sign(tone(1.0, hz=50.0)),
        "impulse": np.eye(1, RATE, 777)[0],
        "constant": np.ones(RATE),
    }[kind] * level
    got = process(given)
    assert np.isfinite(got).all()
    assert np.abs(got).max() <= 10 ** (-0.3 / 20)
    assert np.abs(got).max() > 0.9, "limited, not muted"


def test_a_peak_on_one_side_lowers_both_alike():
    frames = np.stack([tone(0.5), tone(0.5)], axis=1)
    frames[20_000:20_100, 0] *= 8
    safety = OutputSafety(RATE)
    got = whole(safety, frames)[safety.lookahead :]
    assert got[20_050:20_200, 1].std() < 0.4 * got[10_000:10_150, 1].std()


def test_undefined_samples_become_silence_and_the_sound_goes_on():
    given = tone(0.5)
    given[1000:1010] = np.nan
    given[2000] = np.inf
    given[2001] = -np.inf
    safety = OutputSafety(RATE)
    got = process(given, safety)
    assert np.isfinite(got).all()
    assert np.abs(got).max() <= CEILING
    assert safety.faults == 24
    assert np.abs(got[-2000:]).max() == pytest.approx(0.5, rel=0.02)


def test_a_loud_sine_is_turned_down_rather_than_clipped():
    """Once the limiter has settled, a sine stays a sine: total harmonic distortion below 0.3 %."""
    got = process(tone(3.0, 2.0, hz=1000.0))[-RATE:]
    spectrum = np.abs(np.fft.rfft(got * np.hanning(RATE)))
    harmonics = [spectrum[1000 * k - 2 : 1000 * k + 3].max() for k in range(1, 20)]
    assert np.sqrt(np.sum(np.square(harmonics[1:]))) / harmonics[0] < 0.003


def test_the_gain_is_down_before_a_peak_arrives():
    """A peak of 20 dB over the ceiling on one side turns the other side down smoothly: within the look-ahead."""
    frames = np.stack([tone(0.1, hz=200.0), tone(0.3, hz=5000.0)], axis=1)
    calm = whole(OutputSafety(RATE), frames)[:, 1]
    frames[24_000:24_400, 0] = 10.0
    got = whole(OutputSafety(RATE), frames)[:, 1]
    heard = np.abs(calm) > 0.01
    gain = np.where(heard, got / np.where(heard, calm, 1.0), np.nan)[23_900:24_400]
    steps = np.diff(gain[np.isfinite(gain)])
    assert np.nanmin(gain) < 0.11
    assert np.abs(steps).max() < 3.0 / OutputSafety(RATE).lookahead


def test_a_constant_offset_dies_away():
    got = process(np.full(RATE, 0.5) + tone(0.1))
    assert abs(got[-RATE // 2 :].mean()) < 1e-3


@pytest.mark.parametrize("block", [1, 64, 65, 512, 8193])
def test_the_cut_into_blocks_does_not_matter(block):
    given = 2.0 * np.random.default_rng(1).standard_normal((20_000, 2))
    at_once = whole(OutputSafety(RATE), given)
    safety = OutputSafety(RATE)
    pieces = [whole(safety, given[start : start + block]) for start in range(0, len(given), block)]
    np.testing.assert_allclose(np.concatenate(pieces), at_once, atol=2e-6)


def test_gain_is_what_it_says():
    given = np.stack([tone(0.5), tone(0.5)], axis=1).astype(np.float32)
    loud, soft = (OutputSafety(RATE).process(given, np.full(RATE, gain)) for gain in (1.0, 0.25))
    np.testing.assert_allclose(soft, 0.25 * loud, atol=1e-7)
