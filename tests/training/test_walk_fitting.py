"""What is learned of how held sounds move: the walk that made them, and nothing where there is none."""

import numpy as np
import pytest

from vschaos.training.walk_fitting import Runs, fit_walk, run_frames, sustained

FRAMES, HOP_S = run_frames(44100, 512), 512 / 44100


def walks(count, middle, root, correlation, seed=0):
    """Runs (count, T, D) of a walk around a point."""
    chance = np.random.default_rng(seed)
    unit = chance.standard_normal((count, len(middle)))
    frames = []
    for _ in range(FRAMES):
        fresh = chance.standard_normal(unit.shape)
        unit = correlation * unit + np.sqrt(1.0 - correlation**2) * fresh
        frames.append(middle + unit @ root)
    return np.stack(frames, axis=1)


def test_two_places_that_move_differently_are_told_apart():
    root = np.array([[0.05, 0.03], [0.03, 0.04]])
    left = walks(40, np.array([-0.5, 0.0]), root, 0.5)
    right = walks(40, np.array([0.5, 0.0]), 0.2 * root, 0.5, seed=1)
    level = np.concatenate([walks(40, np.zeros(1), np.array([[size]]), 0.5, 2)[..., 0] for size in (0.8, 0.1)])
    coordinates = np.concatenate([left, right])
    assert sustained(coordinates, level - 20.0, HOP_S).mean() > 0.7
    walk = fit_walk(Runs(coordinates, level - 20.0), np.ones(2))
    for side, size, loudness in ((-1, 1.0, 0.8), (1, 0.2, 0.1)):
        there = np.sign(walk.places[:, 0]) == side
        assert there.any()
        covariance = np.mean([one @ one for one in walk.roots[there]], axis=0)
        wanted = size**2 * root @ root * np.array([[1.0, 0.8], [0.8, 1.0]])
        assert np.abs(covariance - wanted).max() < 0.35 * wanted.max(), "a trend of noise is taken out, too"
        assert walk.loudness_db[there].mean() == pytest.approx(loudness, rel=0.25)
        assert walk.correlation[there].mean() == pytest.approx(0.45, abs=0.1)


def test_only_what_is_sustained_counts():
    """Not a rest, an attack, a decay or the step from one note to the next."""
    chance = np.random.default_rng(0)
    coordinates = np.cumsum(0.01 * chance.standard_normal((5, FRAMES, 3)), axis=1)
    level = np.full((5, FRAMES), -20.0) + 0.1 * chance.standard_normal((5, FRAMES))
    level[1] -= 60.0
    level[2, : FRAMES // 2] -= 30.0
    level[3] -= np.linspace(0.0, 12.0, FRAMES)
    coordinates[4, FRAMES // 2 :] += 0.5
    assert sustained(coordinates, level, HOP_S).tolist() == [True, False, False, False, False]
    nothing = np.zeros((0, FRAMES, 3))
    assert fit_walk(Runs(nothing, nothing[..., 0]), np.ones(3)) is None


def test_what_stands_still_does_not_walk():
    still = np.tile(np.array([0.2, -0.1]), (4, FRAMES, 1))
    walk = fit_walk(Runs(still, np.full((4, FRAMES), -12.0)), np.ones(2))
    assert np.abs(walk.roots).max() < 1e-9
    assert walk.loudness_db.max() < 1e-9
    assert (walk.reach > 0.0).all()
