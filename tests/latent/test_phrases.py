"""Phrases follow from their seed, rest as often and as long as they may, and nowhere but where sounds are."""

import dataclasses

import numpy as np
import pytest

from tests.phrases import STEP_S, known_phrases
from vschaos.latent.phrases import FARTHEST, played


def test_the_same_seed_plays_the_same():
    model = known_phrases(3)
    first, again, other = (played(model, 2.0, seed) for seed in (1, 1, 2))
    assert first.shape == (round(2.0 / STEP_S), 3)
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other, equal_nan=True)


def test_it_rests_as_often_as_the_model_says_but_no_longer_than_the_sounds():
    rests = np.isnan(played(known_phrases(2, rest_logit=0.0, longest_rest=3), 60.0, 0)[:, 0])
    longest = max(map(len, "".join("." if rest else "#" for rest in rests).split("#")))
    assert longest == 3
    assert rests.mean() == pytest.approx(7 / 15, abs=0.03), "half, less those that would be too long"


def test_a_level_below_all_sounds_is_a_rest():
    model = known_phrases(2, rest_logit=-20.0)
    assert np.isfinite(played(model, 5.0, 0)).all()
    quiet = dataclasses.replace(model, floor_db=-20.0)
    assert 0.2 < np.isnan(played(quiet, 5.0, 0)[:, 0]).mean() < 0.8


def test_what_is_learned_badly_stays_within_bounds():
    model = known_phrases(2, rest_logit=-20.0)
    wild = dataclasses.replace(model, carry=3.0 * np.ones_like(model.carry))
    assert np.abs(played(wild, 5.0, 0)).max() <= FARTHEST * 0.3 + 1e-6
