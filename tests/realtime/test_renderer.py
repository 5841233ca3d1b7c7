import numpy as np
import pytest
from scipy.signal import butter, sosfilt

from tests.realtime.conftest import DIMS, HOP, RATE, Broken, Latent, Sine, at, loaded
from vschaos.instrument.build import untrained
from vschaos.realtime.loading import prepare
from vschaos.realtime.renderer import Renderer

STOPPED = at()
PLAYING = at(play=1)


def play(renderer, *parts):
    """Render (seconds, state) parts one after the other."""
    rate = renderer.device_rate_hz
    frames = np.concatenate([renderer.pull(round(seconds * rate), state) for seconds, state in parts])
    np.testing.assert_array_equal(frames[:, 0], frames[:, 1])
    return frames[:, 0]


def clicks(samples, rate, above_hz=6000):
    """Peak of what a low tone has no business to have: the part above 6 kHz."""
    filtered = sosfilt(butter(8, above_hz, "highpass", fs=rate, output="sos"), samples)
    return np.abs(filtered[500:]).max()  # after what the filter makes of the beginning


@pytest.mark.parametrize("rate", [44_100, 48_000])
def test_the_size_of_blocks_does_not_matter(rate):
    instrument = prepare(untrained(3, latent_dims=DIMS))
    results = []
    for block in (1, 64, 65, 512, 8193):
        renderer = Renderer(rate)
        renderer.take(instrument)
        total = 16_386
        pieces = [renderer.pull(min(block, total - n), PLAYING) for n in range(0, total, block)]
        results.append(np.concatenate(pieces))
    assert np.abs(results[0]).max() > 0.01
    for other in results[1:]:
        np.testing.assert_array_equal(other, results[0])


def test_silent_until_played_and_after_a_stop(sine):
    renderer = Renderer(RATE)
    renderer.take(sine)
    got = play(renderer, (0.2, STOPPED), (0.5, PLAYING), (0.6, STOPPED))
    assert not got[: RATE // 5].any()
    assert np.abs(got[RATE // 2 : int(0.7 * RATE)]).max() == pytest.approx(0.5, rel=0.02)
    assert np.abs(got[int(1.1 * RATE) :]).max() < 1e-4
    assert renderer.silent


def test_start_stop_gain_jumps_and_panic_do_not_click(sine):
    steady = Renderer(RATE)
    steady.take(sine)
    floor = clicks(play(steady, (0.5, PLAYING))[RATE // 4 :], RATE)
    renderer = Renderer(RATE)
    renderer.take(sine)
    quiet = at(play=1, gain=-40)
    got = play(
        renderer, (0.3, PLAYING), (0.3, quiet), (0.3, PLAYING), (0.3, STOPPED), (0.3, PLAYING),
        (0.3, at(panics=1)), (0.3, at(panics=1, play=1)),
    )  # fmt: skip
    # A hard switch of this tone would measure 0.3; what is left is inaudible below it.
    hard = clicks(
        np.where(np.arange(RATE) < RATE // 2 + 25, 0.5, 0.0) * np.sin(2 * np.pi * 440 * np.arange(RATE) / RATE), RATE
    )
    assert hard > 0.1
    assert clicks(got, RATE) < max(3 * floor, 0.01)


def test_gain_has_the_decibels_it_says(sine):
    renderer = Renderer(RATE)
    renderer.take(sine)
    loud, soft = (play(renderer, (0.5, at(play=1, gain=gain)))[-RATE // 10 :].std() for gain in (0.0, -20.0))
    assert 20 * np.log10(soft / loud) == pytest.approx(-20.0, abs=0.05)
    assert np.abs(play(renderer, (0.5, at(play=1, gain=-60)))[-100:]).max() < 1e-6


def test_a_pad_jump_glides():
    """From one corner to the other, no hop moves by two thirds of the way."""
    renderer = Renderer(RATE)
    renderer.take(loaded(Latent(hz=RATE / HOP * 20)))
    low, high = (at((x, 0.0, 0.0, 0.0), play=1) for x in (-1.0, 1.0))
    got = play(renderer, (0.5, low), (0.5, high))
    hops = np.abs(got[: len(got) // HOP * HOP].reshape(-1, HOP)).max(axis=1)
    steps = np.diff(hops)
    assert hops[-1] == pytest.approx(0.5, rel=0.02)
    assert hops[20] < 0.01
    assert steps.max() < 0.66 * 0.5
    assert (np.diff(hops[50:]) > -0.01).all(), "on the way there is no swing back"


def test_a_new_instrument_is_cross_faded(sine):
    renderer = Renderer(RATE)
    renderer.take(sine)
    before = play(renderer, (0.5, PLAYING))
    renderer.take(loaded(Sine(hz=880.0)))
    got = np.concatenate([before, play(renderer, (0.5, PLAYING))])
    assert clicks(got[RATE // 4 :], RATE) < 0.01
    levels = np.abs(got[RATE // 4 : len(got) // 500 * 500]).reshape(-1)[: 500 * 60].reshape(-1, 500).max(axis=1)
    assert levels.min() > 0.2, "there is no hole in the middle"
    spectrum = np.abs(np.fft.rfft(got[-RATE // 4 :]))
    assert np.argmax(spectrum) * 4 == pytest.approx(880, abs=4)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("rate", [44_100, 48_000])
def test_a_hop_that_cannot_be_heard_is_muted_and_the_sound_comes_back(value, rate):
    renderer = Renderer(rate)
    renderer.take(loaded(Broken(value, hops=(20, 21, 40))))
    got = play(renderer, (1.0, PLAYING))
    assert np.isfinite(got).all()
    assert np.abs(got).max() <= 0.966
    assert renderer.recoveries == 3
    assert clicks(got[rate // 10 :], rate) < 0.02
    assert np.abs(got[-rate // 4 :]).max() == pytest.approx(0.5, rel=0.03)


def test_a_decoder_that_raises_falls_silent_and_says_so(sine):
    renderer = Renderer(RATE)
    renderer.take(loaded(Broken(RuntimeError("size mismatch"), hops=range(10, 1000))))
    got = play(renderer, (0.5, PLAYING))
    assert np.isfinite(got).all()
    assert np.abs(got[-1000:]).max() < 1e-6
    assert "size mismatch" in renderer.failure
    renderer.take(sine)
    assert np.abs(play(renderer, (0.5, PLAYING))[-1000:]).max() == pytest.approx(0.5, rel=0.02)


def test_nothing_loaded_is_silence():
    assert not Renderer(RATE).pull(5000, PLAYING).any()


@pytest.mark.parametrize("seed", range(6))
def test_a_swap_takes_no_larger_step_than_the_sounds_themselves(seed):
    """Between two networks at a random place, at the device's rate."""
    random = np.random.default_rng(seed)
    sounding = at(tuple(random.uniform(-0.8, 0.8, DIMS)), play=1)
    renderer = Renderer(48_000)
    parts = []
    for network in (seed, seed + 100):
        renderer.take(prepare(untrained(network, latent_dims=DIMS)))
        parts.append(play(renderer, (0.15, sounding)))
        parts.append(play(renderer, (0.5, sounding)))
    _, before, during, after = (np.abs(np.diff(part)).max() for part in parts)
    assert during <= 1.05 * max(before, after)
