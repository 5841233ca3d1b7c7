"""Variations of training sounds: each does what its unit says, and depends on nothing but its draw."""

import math

import pytest
import torch
from torch import Tensor

from vschaos.configs.compose import compose_config
from vschaos.configs.schema import AugmentationConfig
from vschaos.data.augment import Augmentation, mixed, with_equaliser, with_gain, with_noise, with_shift
from vschaos.data.draw import Draw
from vschaos.errors import ConfigError

RATE_HZ = 44100
BINS = 1025
ALL = AugmentationConfig(gain_db=6.0, equaliser_db=3.0, shift_hz=200.0, noise=0.5, mixing=0.5)


def draw(total: int, rows: slice = slice(None), seed: int = 0) -> Draw:
    return Draw(torch.Generator().manual_seed(seed), total, rows)


def db(ratio: Tensor) -> Tensor:
    return 20.0 * torch.log10(ratio)


def test_gain_is_the_same_in_all_bins_and_fills_its_range() -> None:
    magnitudes = torch.rand(2000, BINS) + 0.1
    change_db = db(with_gain(magnitudes, 6.0, draw(2000)) / magnitudes)
    assert (change_db - change_db[:, :1]).abs().max() < 1e-3
    assert change_db.abs().max() <= 6.0 + 1e-3
    assert change_db.max() > 5.9
    assert change_db.min() < -5.9
    assert change_db.mean().abs() < 0.3


def test_the_equaliser_is_smooth_and_as_strong_as_it_was_asked_to_be() -> None:
    response_db = db(with_equaliser(torch.ones(2000, BINS), 3.0, RATE_HZ, draw(2000)))
    octave = round(1280 * 2 * (BINS - 1) / RATE_HZ)  # a knot: five octaves above 40 Hz
    steps = (response_db[:, 2 * octave] - response_db[:, octave]).abs()
    assert response_db.diff(dim=1)[:, octave:].abs().max() < 1.0
    assert 1.0 < steps.mean() < 5.0
    assert 2.6 < response_db[:, octave].std() < 3.1
    assert response_db.mean().abs() < 0.3


@pytest.mark.parametrize("row", range(4))
def test_a_shift_moves_a_partial_by_whole_bins_and_keeps_its_shape(row: int) -> None:
    lobe = torch.zeros(4, BINS)
    lobe[:, 499:502] = torch.tensor([0.5, 1.0, 0.5])
    shifted, _ = with_shift(lobe, torch.zeros(4, 0), 400.0, RATE_HZ, draw(4))
    peak = int(shifted[row].argmax())
    assert torch.equal(shifted[row, peak - 1 : peak + 2], torch.tensor([0.5, 1.0, 0.5]))
    assert abs(peak - 500) * RATE_HZ / 2 / (BINS - 1) <= 400.0
    assert shifted[row].sum() == lobe[row].sum()


def test_what_was_shifted_has_no_pitch_any_more() -> None:
    magnitudes = torch.rand(200, BINS)
    shifted, labels = with_shift(magnitudes, torch.full((200, 2), 4.0), 50.0, RATE_HZ, draw(200))
    moved = (shifted != magnitudes).any(dim=1)
    assert 0 < int(moved.sum()) < 200
    assert torch.equal(labels.isnan().all(dim=1), moved)


def test_noise_lies_as_far_below_the_sound_as_was_asked() -> None:
    tone = torch.zeros(500, BINS)
    tone[:, 100] = 1.0
    heard = with_noise(tone, 20.0, 0.5, draw(500))
    noisy = (heard != tone).any(dim=1)
    added_db = 10.0 * torch.log10((heard.square().sum(dim=1) - heard[:, 100].square()) / 1.0)[noisy]
    assert 0.4 < noisy.float().mean() < 0.6
    assert added_db.max() < -19.0
    assert added_db.min() > -61.5
    assert added_db.min() < -50.0


def test_mixing_adds_the_neighbour_and_keeps_only_what_both_agree_on() -> None:
    frames, labels = torch.randn(6, 64), torch.tensor([[1.0, 2.0], [1.0, 3.0]] * 3)
    sums, agreed = mixed(frames, labels, 1.0, draw(6))
    for row, other in ((0, 1), (1, 0), (4, 5)):
        added = sums[row] - frames[row]
        factor = (added @ frames[other]) / frames[other].square().sum()
        assert torch.allclose(added, factor * frames[other], atol=1e-5)
        assert 10 ** (-24 / 20) <= factor <= 1.0
    assert (agreed[:, 0] == 1.0).all()
    assert agreed[:, 1].isnan().all()


def test_unmixed_rows_keep_their_labels_and_a_last_odd_row_stays() -> None:
    frames, labels = torch.randn(5, 64), torch.arange(5.0).unsqueeze(1)
    sums, agreed = mixed(frames, labels, 1.0, draw(5))
    assert torch.equal(sums[4], frames[4])
    assert agreed[4, 0] == 4.0
    unmixed, same = mixed(frames, labels, 0.0, draw(5))
    assert torch.equal(unmixed, frames)
    assert torch.equal(same, labels)


def augmented(frames: Tensor, labels: Tensor, number: Draw) -> tuple[Tensor, ...]:
    augmentation = Augmentation(ALL, RATE_HZ)
    frames, labels = augmentation.frames(frames, labels, number)
    return augmentation.magnitudes(frames.abs(), labels, number)


def test_silence_stays_silent() -> None:
    heard, wanted, _ = augmented(torch.zeros(64, BINS), torch.zeros(64, 1), draw(64))
    assert not heard.any()
    assert not wanted.any()


def test_the_noise_is_heard_and_not_wanted() -> None:
    augmentation = Augmentation(AugmentationConfig(noise=1.0), RATE_HZ)
    magnitudes = torch.rand(8, BINS)
    heard, wanted, _ = augmentation.magnitudes(magnitudes, torch.zeros(8, 0), draw(8))
    assert torch.equal(wanted, magnitudes)
    assert not torch.equal(heard, magnitudes)


def test_equal_draws_give_equal_results_and_others_others() -> None:
    frames, labels = torch.randn(32, BINS), torch.zeros(32, 1)
    first, again, other = (augmented(frames, labels, draw(32, seed=seed))[0] for seed in (3, 3, 4))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_two_processes_do_together_what_one_does() -> None:
    frames, labels = torch.randn(32, BINS), torch.arange(32.0).unsqueeze(1)
    whole = augmented(frames, labels, draw(32))
    halves = [augmented(frames[rows], labels[rows], draw(32, rows)) for rows in (slice(0, 16), slice(16, 32))]
    for one, two in zip(whole, zip(*halves, strict=True), strict=True):
        assert torch.equal(one.nan_to_num(-1.0), torch.cat(two).nan_to_num(-1.0))


def test_nothing_is_varied_unless_asked_for() -> None:
    config = compose_config("dgt_small", [], {"name": "x"}).training.augment
    frames, labels = torch.randn(8, BINS), torch.full((8, 1), math.nan)
    augmentation = Augmentation(config, RATE_HZ)
    assert augmentation.frames(frames, labels, draw(8)) == (frames, labels)
    heard, wanted, _ = augmentation.magnitudes(frames, labels, draw(8))
    assert heard is wanted is frames


@pytest.mark.parametrize("setting", ["gain_db=-1", "noise=1.5", "mixing=-0.1", "equaliser_db=100", "snr_db=1000"])
def test_values_that_cannot_be_are_refused(setting: str) -> None:
    with pytest.raises(ConfigError, match="augment"):
        compose_config("dgt_small", [f"training.augment.{setting}"])


def test_a_shift_is_refused_with_labels_whose_meaning_is_unknown() -> None:
    conditioning = "model.conditioning.brightness={dim: 1, embedding: Continuous}"
    with pytest.raises(ConfigError, match="brightness"):
        compose_config("dgt_small", ["training.augment.shift_hz=10", conditioning])
