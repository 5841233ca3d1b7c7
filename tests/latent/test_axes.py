"""Latent coordinates: invertible, ordered, spanning the training set, with signs that last."""

import numpy as np
import pytest

from vschaos.latent.axes import fit_axes


@pytest.fixture
def cloud():
    rng = np.random.default_rng(3)
    mixing = rng.normal(size=(6, 6))
    return (rng.normal(size=(5000, 6)) * [5, 3, 1, 0.5, 0.1, 0.01] @ mixing + rng.normal(size=6)).astype(np.float32)


def test_round_trip(cloud):
    axes = fit_axes(cloud)
    np.testing.assert_allclose(axes.to_latent(axes.to_coordinates(cloud)), cloud, atol=1e-3)


def test_axes_are_orthonormal_and_ordered(cloud):
    axes = fit_axes(cloud)
    np.testing.assert_allclose(axes.axes @ axes.axes.T, np.eye(6), atol=1e-5)
    assert (np.diff(axes.variance) <= 0).all()
    assert axes.explained.sum() == pytest.approx(1.0, abs=1e-5)


def test_training_points_lie_within_the_pad(cloud):
    inside = np.abs(fit_axes(cloud).to_coordinates(cloud)) <= 1.0
    assert inside.mean() > 0.99


def test_signs_follow_the_earlier_axes(cloud):
    first = fit_axes(cloud)
    again = fit_axes(cloud + np.float32(0.01), previous=first)
    assert (np.sum(first.axes * again.axes, axis=1) > 0.9).all()


def test_a_cloud_without_extent_still_gives_a_map():
    axes = fit_axes(np.ones((1, 4), np.float32))
    assert (axes.scale > 0).all()
    assert np.isfinite(axes.to_coordinates(np.zeros((2, 4), np.float32))).all()


def test_kept_axes_stay_where_they_are_whatever_the_sounds_vary_along():
    rng = np.random.default_rng(3)
    before = fit_axes((rng.normal(size=(500, 3)) * [3.0, 2.0, 1.0]).astype(np.float32))
    points = (rng.normal(size=(500, 3)) * [1.0, 2.0, 5.0] + 4.0).astype(np.float32)
    kept = fit_axes(points, before, keep=True)
    assert np.array_equal(kept.axes, before.axes)
    assert kept.variance == pytest.approx(points.astype(np.float64).dot(kept.axes.T).var(axis=0), rel=1e-4)
    assert (np.abs(kept.to_coordinates(points)) <= 1.0).mean() > 0.98
    assert fit_axes(points, before).variance[0] > kept.variance[0]
