"""The noise share of raw frames: 1 for noise, 0 for what can be foretold, whatever its pitch and however it moves."""

import numpy as np
import pytest
import torch

from vschaos.training.augment import transposed_magnitudes
from vschaos.training.noise_share import noise_share

RATE_HZ = 44_100
TIME_S = np.arange(RATE_HZ) / RATE_HZ


def harmonics(pitch_hz, count, vibrato_cents=0.0):
    """Partials k with the amplitude 1/k and phases of their own."""
    pitch = pitch_hz * 2.0 ** (vibrato_cents / 1200.0 * np.sin(2 * np.pi * 6.0 * TIME_S))
    phase = 2 * np.pi * np.cumsum(pitch) / RATE_HZ
    return sum(np.cos(k * phase + k * k) / k for k in range(1, count + 1))


def white_noise():
    return np.random.default_rng(0).standard_normal(RATE_HZ)


def clicks():
    sound = np.zeros(RATE_HZ)
    sound[::3000] = 1.0
    return sound


def frames_of(sound, n_fft=2048):
    return torch.from_numpy(np.asarray(sound, np.float32)).unfold(0, n_fft, n_fft // 2)


def heard(sound, n_fft=2048):
    """The noise share of a sound's power."""
    frames = frames_of(sound, n_fft)
    power = transposed_magnitudes(frames, 1025).square()
    return float((noise_share(frames, 1025) * power).sum() / power.sum())


@pytest.mark.parametrize("n_fft", [2048, 1820, 2430])
def test_white_noise_is_noise_in_every_part_of_the_spectrum(n_fft):
    share = noise_share(frames_of(white_noise(), n_fft), 1025)
    assert share.shape == (len(share), 1025)
    there = min(n_fft // 2, 1025)
    for part in share[:, 2 : there - 2].tensor_split(8, dim=1):
        assert float(part.mean()) == pytest.approx(1.0, abs=0.15)
    assert float(share[:, 2 : there - 2].mean()) == pytest.approx(1.0, abs=0.05)


@pytest.mark.parametrize(
    "sound",
    [
        np.cos(2 * np.pi * 1000.3 * TIME_S),
        harmonics(220.0, 60),
        harmonics(440.0, 30, vibrato_cents=50.0),
        harmonics(100.0, 80),
        harmonics(55.0, 80),
        np.cos(2 * np.pi * np.cumsum(200.0 * 20.0**TIME_S) / RATE_HZ),
        np.exp(-20.0 * TIME_S) * np.cos(2 * np.pi * 500.0 * TIME_S),
        clicks(),
        np.zeros(RATE_HZ),
    ],
    ids=["tone", "harmonic", "vibrato", "low voice", "bass", "glide", "decay", "clicks", "silence"],
)
def test_what_can_be_foretold_is_no_noise(sound):
    assert heard(sound + 1e-12) < 0.06


def test_a_tone_in_noise_is_tone_at_its_partials_and_noise_elsewhere():
    tone, noise = np.cos(2 * np.pi * 100 * RATE_HZ / 2048 * TIME_S), white_noise()
    share = noise_share(frames_of(tone + 0.03 * noise), 1025).mean(dim=0)
    assert float(share[99:102].max()) < 0.1
    assert float(share[300:900].mean()) == pytest.approx(1.0, abs=0.1)
    shares = [heard(harmonics(440.0, 30) + level * noise) for level in (0.03, 0.1, 0.3, 1.0, 3.0)]
    assert shares == sorted(shares)
    assert shares[0] < 0.05
    assert shares[-1] > 0.6
