"""The pad's frames, two a hop, under a window that begins late: the same phases, heard sooner."""

import numpy as np
import pytest

from tests.core.phase_reference import (
    SOUNDS,
    agreeing,
    by_core,
    by_torch,
    decibels,
    instrument,
    magnitudes,
    pad_window,
    rms,
)
from vschaos.core.voices import GRADIENT, RANDOM, CoreVoices

RATE_HZ, N_FFT, HOP = 44_100, 2048, 256


@pytest.fixture(scope="module")
def core():
    return instrument()


@pytest.mark.parametrize(
    ("name", "noise", "mode", "lookahead"),
    [(name, 0.0, GRADIENT, 0) for name in SOUNDS]
    + [("plucks", 0.0, GRADIENT, 1), ("breath", 1.0, GRADIENT, 0), ("plucks", 0.0, RANDOM, 0)],
)
def test_sounds_are_those_of_torch_at_half_the_hop(core, name, noise, mode, lookahead):
    frames = magnitudes(SOUNDS[name](), hop_samples=HOP)
    made = by_core(CoreVoices(core, 1, lookahead, frames_a_hop=2), frames, noise, mode)
    narrow, wide = (by_torch(frames, HOP, lookahead, noise, mode, wide, pad=True) for wide in (False, True))
    assert np.count_nonzero((made.owners != narrow.owners).any(axis=1)) <= max(2, 0.01 * len(frames))
    settled = agreeing(made, wide, 12)  # frames overlap in eight hops
    assert np.mean(settled) > 0.4
    loudness = max(rms(wide.sound.ravel()), 1e-5)
    assert decibels(rms((made.sound - wide.sound)[settled].ravel()) / loudness) <= -79.0


@pytest.mark.parametrize(("n_fft", "hop_samples"), [(2048, 512), (1024, 256), (128, 32), (2048, 256), (2048, 128)])
def test_where_a_change_of_the_pad_is_heard(n_fft, hop_samples):
    """Twice the frames where they overlap fourfold; half of a change by the share of frames that begin with it."""
    made = instrument(n_fft, hop_samples)
    if hop_samples < n_fft // 4:
        assert (made.pad_hop_samples, made.pad_first_samples) == (hop_samples, 0)
        assert made.pad_half_samples == pytest.approx((n_fft - hop_samples) / 2, abs=1)
        return
    assert (made.pad_hop_samples, made.pad_first_samples) == (hop_samples // 2, n_fft * 21 // 64)
    heard = pad_window(n_fft)[made.pad_first_samples :]
    changed = np.cumsum(
        np.pad(heard, (0, -len(heard) % made.pad_hop_samples)).reshape(-1, made.pad_hop_samples), axis=0
    )
    assert made.pad_half_samples == int(np.argmax(changed.ravel() >= 0.5))
    assert made.pad_half_samples < 0.45 * (n_fft - hop_samples) / 2


def test_a_held_tone_stays_as_loud_as_it_is(core):
    """To half a decibel, and its envelope is flat: frames add up to 1."""
    tone = 0.5 * np.sin(2 * np.pi * 440.0 * np.arange(RATE_HZ) / RATE_HZ)
    frames = magnitudes(tone, hop_samples=HOP)[40:-40]
    sound = by_core(CoreVoices(core, 1, frames_a_hop=2), frames).sound.ravel()[8 * HOP :]
    assert abs(decibels(rms(sound) / rms(tone))) < 0.5
    by_hop = np.sqrt(np.mean(np.square(sound[: len(sound) // 401 * 401].reshape(-1, 401)), axis=1))  # four periods
    assert np.ptp(20.0 * np.log10(by_hop)) < 0.1


@pytest.mark.parametrize("mode", [GRADIENT, RANDOM])
def test_white_noise_stays_as_loud_as_it_is(core, mode):
    hiss = 0.1 * np.random.default_rng(1).standard_normal(RATE_HZ)
    frames = magnitudes(hiss, hop_samples=HOP)[40:-40]
    sound = by_core(CoreVoices(core, 1, frames_a_hop=2), frames, 0.0, mode).sound.ravel()[8 * HOP :]
    assert abs(decibels(rms(sound) / rms(hiss))) < 0.6
