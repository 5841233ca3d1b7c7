"""Resampling keeps pitch and level, adds no aliases, and does not know where the pieces were cut."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from tests import sounds
from vschaos.data.resample import resampler
from vschaos.torchaudio_cpu import import_torchaudio


def in_pieces(samples: np.ndarray, old: int, new: int, piece: int) -> np.ndarray:
    stream = resampler(old, new)
    out = [stream.push(samples[start : start + piece]) for start in range(0, len(samples), piece)]
    return np.concatenate([*out, stream.finish()])


@pytest.mark.parametrize(("old", "new"), [(96_000, 44_100), (22_050, 44_100), (48_000, 44_100), (8_000, 48_000)])
@pytest.mark.parametrize("piece", [4999, 30_000])
def test_in_pieces_equals_torchaudio_on_the_whole(old: int, new: int, piece: int) -> None:
    samples = sounds.noise(0.7, sample_rate_hz=old)[0]
    whole = (
        import_torchaudio()
        .functional.resample(
            torch.from_numpy(samples),
            *(old, new),
            lowpass_filter_width=64,
            rolloff=0.9475937167399596,
            resampling_method="sinc_interp_kaiser",
            beta=14.769656459379492,
        )
        .numpy()
    )
    ours = in_pieces(samples, old, new, piece)
    assert ours.dtype == np.float32
    assert ours.shape == whole.shape == (math.ceil(len(samples) * new / old),)
    assert np.abs(ours - whole).max() < 5e-6  # torchaudio itself rounds its filter differently in its two forms
    assert np.abs(ours - in_pieces(samples, old, new, len(samples))).max() < 1e-6


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
