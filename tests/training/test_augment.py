"""Transposition without resampling, and near-silence at the levels promised."""

import math

import numpy as np
import pytest
import torch

from vschaos.data.draw import Draw
from vschaos.training.augment import (
    QUIET_DB,
    frame_lengths,
    labels_can_follow,
    near_silence,
    transposed_labels,
    transposed_magnitudes,
)
from vschaos.transforms.dgt import DGT

N_FFT = 2048
BINS = N_FFT // 2 + 1


def tone(cycles_per_sample: float, length: int) -> torch.Tensor:
    return torch.sin(
        2 * torch.pi * cycles_per_sample * (torch.arange(length, dtype=torch.float64) - length / 2)
    ).float()


@pytest.mark.parametrize("length", [1800, 2048, 2300])
def test_a_longer_frame_is_a_faster_sound(length):
    ratio = length / N_FFT
    slow, fast = tone(0.05, length), tone(0.05 * ratio, N_FFT)
    expected = DGT(N_FFT, 512).magnitudes(fast)
    torch.testing.assert_close(transposed_magnitudes(slow, BINS), expected, atol=1e-4, rtol=1e-3)


def test_lengths_are_semitones_and_half_of_them_plain():
    lengths = frame_lengths(N_FFT, 2)
    assert lengths.count(N_FFT) == len(lengths) // 2 == 4
    semitones = sorted(12 * math.log2(length / N_FFT) for length in lengths if length != N_FFT)
    assert semitones == pytest.approx([-2, -1, 1, 2], abs=0.1)


def test_without_transposition_all_frames_are_plain():
    assert set(frame_lengths(N_FFT, 0)) == {N_FFT}


def test_near_silence_is_at_its_levels():
    level_db = 10 * torch.log10(near_silence(N_FFT, Draw(torch.Generator().manual_seed(0), 200)).square().mean(dim=1))
    assert QUIET_DB[0] - 4 < level_db.min() < QUIET_DB[0] + 4
    assert QUIET_DB[1] - 4 < level_db.max() < QUIET_DB[1] + 4


def test_labels_follow_only_where_all_of_them_are_pitch_and_octave():
    assert labels_can_follow({})
    assert labels_can_follow({"pitch": 12, "octave": 10})
    assert not labels_can_follow({"octave": 10})
    assert not labels_can_follow({"pitch": 128})
    assert not labels_can_follow({"pitch": 12, "octave": 10, "room": 3})


def test_pitch_and_octave_move_with_the_sound():
    nan = np.nan
    labels = np.array([[4, 11], [4, 0], [nan, 5], [4, nan], [4, 12], [nan, nan]], np.float32)
    up = transposed_labels(labels, ["octave", "pitch"], 2)
    np.testing.assert_array_equal(up, [[5, 1], [4, 2], [nan, 7], [nan, nan], [nan, nan], [nan, nan]])
    np.testing.assert_array_equal(transposed_labels(labels, ["octave", "pitch"], -1)[:2], [[4, 10], [3, 11]])
    assert transposed_labels(labels, ["octave", "pitch"], 0) is labels


def test_a_transposed_frame_of_a_note_is_that_of_the_note_it_is_labelled_as():
    def frame(note: int, length: int) -> torch.Tensor:
        return tone(440.0 * 2 ** ((note - 69) / 12) / 44100, length)

    for length in frame_lengths(N_FFT, 2):
        semitones = round(12 * math.log2(length / N_FFT))
        (octave, pitch), *_ = transposed_labels(np.array([[4, 11]], np.float32), ["octave", "pitch"], semitones)
        expected = transposed_magnitudes(frame(int(12 * (octave + 1) + pitch), N_FFT), BINS)
        assert transposed_magnitudes(frame(71, length), BINS).argmax() == pytest.approx(int(expected.argmax()), abs=1)
