"""Resampling keeps pitch and level, adds no aliases, and does not know where the pieces were cut."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tests import sounds
from vschaos.data.resample import Resampler


def in_pieces(samples: np.ndarray, old: int, new: int, piece: int) -> np.ndarray:
    stream = Resampler(old, new)
    out = [stream.push(samples[start : start + piece]) for start in range(0, len(samples), piece)]
    return np.concatenate([*out, stream.finish()])


@pytest.mark.parametrize(("old", "new"), [(96_000, 44_100), (22_050, 44_100), (44_099, 44_100), (8_000, 48_000)])
@pytest.mark.parametrize("piece", [7, 4999, 30_000])
def test_pieces_of_any_size_give_the_same_samples(old: int, new: int, piece: int) -> None:
    samples = sounds.noise(0.7, sample_rate_hz=old)[0]
    whole = in_pieces(samples, old, new, len(samples))
    assert whole.dtype == np.float32
    assert whole.shape == (math.ceil(len(samples) * new / old),)
    assert np.array_equal(in_pieces(samples, old, new, piece), whole)


@pytest.mark.parametrize("channels", [1, 2])
def test_channels_are_resampled_each_by_itself(channels: int) -> None:
    audio = np.stack([sounds.noise(0.2, sample_rate_hz=48_000)[0] * (k + 1) for k in range(channels)])
    stream = Resampler(48_000, 44_100, channels)
    together = np.concatenate([stream.push(audio[:, :1000]), stream.push(audio[:, 1000:]), stream.finish()], axis=1)
    for row, alone in zip(together, audio, strict=True):
        assert np.allclose(row, in_pieces(alone, 48_000, 44_100, 1000), atol=1e-6)


@pytest.mark.parametrize(("old", "new"), [(96_000, 44_100), (44_099, 44_100), (11_025, 48_000), (44_056, 48_000)])
@pytest.mark.parametrize("frequency_hz", [55.0, 1000.0, 4000.0])
def test_pitch_and_level_stay(old: int, new: int, frequency_hz: float) -> None:
    ours = in_pieces(sounds.tone(2.0, frequency_hz, sample_rate_hz=old)[0], old, new, 5000)
    assert len(ours) == math.ceil(2 * old * new / old)
    middle = ours[new // 2 : new // 2 + new].astype(np.float64)  # one second, away from the ends
    time_s = (np.arange(new) + new // 2) / new
    carrier = np.exp(-2j * np.pi * frequency_hz * time_s)
    amplitude = 2 * np.mean(middle * carrier)
    assert abs(amplitude) == pytest.approx(0.5, rel=1e-3)
    assert np.angle(amplitude) == pytest.approx(-np.pi / 2, abs=1e-3)  # a sine still: neither late nor early
    residue = middle - np.real(amplitude * np.conj(carrier))
    assert 20 * np.log10(np.sqrt(np.mean(residue**2)) / 0.35) < -70


def test_what_the_new_rate_cannot_hold_is_removed() -> None:
    ours = in_pieces(sounds.tone(1.0, 30_000.0, sample_rate_hz=96_000)[0], 96_000, 44_100, 4096)
    assert 20 * np.log10(np.abs(ours[4000:-4000]).max() / 0.5) < -90


@pytest.mark.parametrize("length", [0, 1, 5, 320])
def test_tiny_inputs(length: int) -> None:
    samples = np.full(length, 0.5, np.float32)
    assert len(in_pieces(samples, 96_000, 44_100, 3)) == math.ceil(length * 44_100 / 96_000)


def test_equal_rates_change_nothing() -> None:
    samples = sounds.noise(0.1)[0]
    assert np.array_equal(in_pieces(samples, 44_100, 44_100, 100), samples)
