"""What is said of a training is what a person sees in its curves, noise or not."""

import math

import numpy as np
import pytest

from vschaos.training.trend import FEWEST, Judgement, Trend, trend


def drawn(errors, reconstruction=None, noise_db=0.0, seed=0):
    """A history from two curves, with noise on the held-out error."""
    rng = np.random.default_rng(seed)
    falling = np.geomspace(2.0, 1.0, len(errors))
    training = falling if reconstruction is None else reconstruction
    noisy = np.asarray(errors) + noise_db * rng.standard_normal(len(errors))
    return [
        Judgement(1000 * (at + 1), float(error), float(own))
        for at, (error, own) in enumerate(zip(noisy, training, strict=True))
    ]


AT = np.linspace(0, 1, 40)
FALLING = 4 + 4 * np.exp(-3 * AT)
LEVELLED = 4 + 4 * np.exp(-30 * AT)
RISING = np.where(AT < 0.4, 6 - 5 * AT, 4 + 2 * (AT - 0.4))


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("noise_db", [0.0, 0.02, 0.05])
@pytest.mark.parametrize(
    ("curve", "verdict"), [(FALLING, Trend.IMPROVING), (LEVELLED, Trend.FLAT), (RISING, Trend.OVERFITTING)]
)
def test_curves_are_read_through_noise(curve, verdict, noise_db, seed):
    assert trend(drawn(curve, noise_db=noise_db, seed=seed)) is verdict


@pytest.mark.parametrize("seed", range(20))
def test_noise_alone_is_no_overfitting_and_no_progress(seed):
    assert trend(drawn(np.full(60, 4.0), noise_db=0.2, seed=seed)) is Trend.FLAT


def test_too_few_validations_tell_nothing():
    assert trend([]) is Trend.UNKNOWN
    assert trend(drawn(FALLING[: FEWEST - 1])) is Trend.UNKNOWN
    assert trend(drawn(FALLING[:FEWEST])) is Trend.IMPROVING


def test_a_rise_that_the_training_error_shares_is_no_overfitting():
    """Both rise while the divergence gains weight: nothing is learned by heart."""
    assert trend(drawn(RISING, reconstruction=np.where(AT < 0.4, 2 - AT, 1.6 + AT))) is Trend.FLAT


def test_a_high_plateau_behind_the_best_is_still_overfitting():
    curve = np.concatenate([np.linspace(8, 4, 15), np.linspace(4, 5, 10), np.full(25, 5.0)])
    assert trend(drawn(curve, noise_db=0.02)) is Trend.OVERFITTING


def test_an_outlier_changes_nothing():
    history = drawn(FALLING)
    history[-3] = Judgement(history[-3].step, 40.0, history[-3].reconstruction)
    assert trend(history) is Trend.IMPROVING


def test_what_is_no_number_does_not_count():
    history = drawn(FALLING)
    assert trend([*history, Judgement(50_000, math.nan, 1.0)]) is Trend.IMPROVING
    assert trend([Judgement(step, math.inf, 1.0) for step in range(20)]) is Trend.UNKNOWN


def test_long_histories_are_judged_too():
    long = np.interp(np.linspace(0, 1, 5000), AT, FALLING)
    assert trend(drawn(long, noise_db=0.05)) is Trend.IMPROVING
