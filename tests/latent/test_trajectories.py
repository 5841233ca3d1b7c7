"""Paths over the latent space: their shapes, their bounds, and that each follows from its own seed alone."""

import numpy as np
import pytest

from vschaos.errors import VschaosError
from vschaos.latent.trajectories import FASTEST, TURNS, LatentPath, TrajectoryKind, derived_generator, trajectory

CLOUD = np.random.default_rng(9).uniform(-1.5, 1.5, (40, 6)).astype(np.float32)
LOOPS = [kind for kind in TrajectoryKind if kind not in (TrajectoryKind.LINE, TrajectoryKind.BROWNIAN)]


def path(kind, count=512, axes=3, cycles=1.0, seed=0, index=0):
    return trajectory(kind, count, axes, cycles, derived_generator(seed, kind, index), CLOUD[:, :axes])


def dimensions_used(points):
    spread = np.linalg.svd(points - points.mean(axis=0), compute_uv=False)
    return int((spread > 1e-3 * spread[0]).sum())


@pytest.mark.parametrize("kind", TrajectoryKind)
@pytest.mark.parametrize("axes", [1, 2, 6])
@pytest.mark.parametrize("cycles", [0.6, 1, 7])
def test_every_axis_moves_and_stays_where_the_instrument_has_learned(kind, axes, cycles):
    points = path(kind, axes=axes, cycles=cycles)
    assert points.shape == (512, axes)
    assert points.dtype == np.float32
    assert np.abs(points).max() <= 1.0
    assert np.ptp(points, axis=0).min() > 0.1


@pytest.mark.parametrize("kind", TrajectoryKind)
def test_a_path_follows_from_seed_kind_and_number(kind):
    np.testing.assert_array_equal(path(kind), path(kind))
    assert np.abs(path(kind) - path(kind, seed=1)).max() > 0.05
    assert np.abs(path(kind) - path(kind, index=1)).max() > 0.05


def test_two_kinds_of_one_seed_are_not_the_same_line():
    assert np.abs(path(TrajectoryKind.SIN).max(axis=0) - path(TrajectoryKind.TRIANGLE).max(axis=0)).max() > 0.05


@pytest.mark.parametrize("cycles", [1, 3, 16])
def test_a_sine_has_its_frequency_and_no_other(cycles):
    spectrum = np.abs(
        np.fft.rfft(
            path(TrajectoryKind.SIN, cycles=cycles) - path(TrajectoryKind.SIN, cycles=cycles).mean(axis=0), axis=0
        )
    )
    assert (spectrum.argmax(axis=0) == cycles).all()
    assert (np.delete(spectrum, cycles, axis=0).max() < 1e-3 * spectrum[cycles]).all()


@pytest.mark.parametrize(
    "kind",
    [TrajectoryKind.SIN, TrajectoryKind.LINE, TrajectoryKind.SQUARE, TrajectoryKind.TRIANGLE, TrajectoryKind.SAW],
)
def test_these_move_on_a_straight_line(kind):
    assert dimensions_used(path(kind, axes=5)) == 1


def test_a_line_goes_evenly_from_end_to_end():
    points = path(TrajectoryKind.LINE).astype(np.float64)
    steps = np.diff(points, axis=0)
    np.testing.assert_allclose(steps, np.broadcast_to(steps.mean(axis=0), steps.shape), atol=1e-6)
    there_and_back = path(TrajectoryKind.LINE, cycles=2)
    np.testing.assert_allclose(there_and_back[[0, -1]], points[[0, 0]], atol=1e-6)
    np.testing.assert_allclose(there_and_back[256], points[-1], atol=0.01)


def test_a_square_has_two_levels_for_half_the_time_each():
    points = path(TrajectoryKind.SQUARE, cycles=4)
    for axis in points.T:
        levels, counts = np.unique(axis, return_counts=True)
        assert len(levels) == 2
        assert counts.tolist() == [256, 256]
        assert np.count_nonzero(np.diff(axis)) == 7


def test_a_triangle_is_even_and_a_saw_falls_back_once_a_cycle():
    pace = np.abs(np.diff(path(TrajectoryKind.TRIANGLE, cycles=2), axis=0))
    assert (np.median(pace, axis=0) * 1.01 >= pace.max(axis=0)).all()
    steps = np.diff(path(TrajectoryKind.SAW, cycles=4)[:, 0])
    leaps = np.abs(steps) > 0.5
    assert leaps.sum() == 3
    assert len(set(np.sign(steps[~leaps]))) == 1


@pytest.mark.parametrize("axes", [2, 3, 6])
def test_an_ellipse_lies_on_one(axes):
    points = path(TrajectoryKind.ELLIPSE, axes=axes).astype(np.float64)
    centred = points - points.mean(axis=0)
    assert dimensions_used(points) == 2
    _, _, basis = np.linalg.svd(centred, full_matrices=False)
    x, y = (centred @ basis[:2].T).T
    conic = np.stack([x * x, x * y, y * y], axis=1)
    shape, *_ = np.linalg.lstsq(conic, np.ones(len(x)), rcond=None)
    np.testing.assert_allclose(conic @ shape, 1.0, atol=1e-4)
    assert 4 * shape[0] * shape[2] > shape[1] ** 2


def test_the_axes_of_a_lissajous_have_frequencies_of_their_own():
    points = path(TrajectoryKind.LISSAJOUS, axes=FASTEST, cycles=2)
    spectrum = np.abs(np.fft.rfft(points - points.mean(axis=0), axis=0))
    assert spectrum.argmax(axis=0).tolist() == [2, 4, 6, 8]


def test_a_spiral_turns_while_it_opens_and_closes():
    points = path(TrajectoryKind.SPIRAL, axes=2).astype(np.float64)
    middle = points[0]
    radius = np.linalg.norm(points - middle, axis=1)
    assert radius[256 - 32 : 256 + 32].mean() > 2 * radius[100:110].mean() > 4 * radius[20:30].mean()
    spectrum = np.abs(np.fft.rfft(points[:, 0] - middle[0]))
    assert spectrum[1:].argmax() + 1 == TURNS


@pytest.mark.parametrize("kind", LOOPS)
def test_loops_close(kind):
    """What would follow the last point is the first: twice the cycles at twice the points is the loop twice."""
    once = path(kind, count=256)
    if kind in (TrajectoryKind.RANDOM, TrajectoryKind.POINTS):  # twice the cycles go to twice the targets
        steps = np.abs(np.diff(np.concatenate([once, once[:1]]), axis=0))
        assert (steps[-1] <= steps.max(axis=0)).all()
        return
    np.testing.assert_allclose(path(kind, count=512, cycles=2), np.concatenate([once, once]), atol=1e-5)


def test_points_come_by_training_points():
    points = path(TrajectoryKind.POINTS, count=800)
    reached = points[::100]
    assert all(np.abs(np.clip(CLOUD[:, :3], -1, 1) - point).max(axis=1).min() < 1e-6 for point in reached)


def test_brownian_steps_are_small_and_independent():
    steps = np.diff(path(TrajectoryKind.BROWNIAN, count=20_000, axes=1, cycles=0.1)[:, 0].astype(np.float64))
    assert np.abs(steps).max() < 0.05
    assert abs(np.corrcoef(steps[1:], steps[:-1])[0, 1]) < 0.05


@pytest.mark.parametrize(
    ("kind", "count", "cycles", "sentence"),
    [
        (TrajectoryKind.SIN, 1, 1, "does not move"),
        (TrajectoryKind.SIN, 64, 0, "make no movement"),
        (TrajectoryKind.SIN, 64, float("nan"), "make no movement"),
        (TrajectoryKind.SIN, 64, 9, "too many"),
        (TrajectoryKind.SQUARE, 64, 0.5, "the same point"),
        (TrajectoryKind.SIN, 2, 1, "the same point"),
    ],
)
def test_what_cannot_be_is_refused(kind, count, cycles, sentence):
    with pytest.raises(VschaosError, match=sentence):
        path(kind, count=count, cycles=cycles)


def test_points_need_training_points():
    with pytest.raises(VschaosError, match="no training points"):
        trajectory(TrajectoryKind.POINTS, 64, 2, 1, np.random.default_rng(0), CLOUD[:1, :2])


def test_stretching_keeps_the_ends_and_the_way():
    way = LatentPath(np.linspace(-1, 1, 5, dtype=np.float32)[:, None], np.arange(5, dtype=np.float32)[:, None])
    longer = way.stretched(9)
    np.testing.assert_allclose(longer.coordinates[:, 0], np.linspace(-1, 1, 9), atol=1e-6)
    assert set(longer.labels[:, 0]) == {0, 1, 2, 3, 4}
    np.testing.assert_array_equal(way.stretched(5).coordinates, way.coordinates)
    still = LatentPath(way.coordinates[:1], way.labels[:1]).stretched(3)
    np.testing.assert_array_equal(still.coordinates, [[-1], [-1], [-1]])


def test_mixing_moves_quantities_and_switches_classes_and_what_one_does_not_know():
    nan = float("nan")
    a = LatentPath(np.zeros((3, 2), np.float32), np.tile(np.float32([3, 10, nan, nan]), (3, 1)))
    b = LatentPath(np.ones((3, 2), np.float32), np.tile(np.float32([7, 20, 5, nan]), (3, 1)))
    mixed = a.mixed(b, np.array([0.25, 0.5, 0.75]), np.array([True, False, False, False]))
    np.testing.assert_allclose(mixed.coordinates[:, 0], [0.25, 0.5, 0.75])
    np.testing.assert_array_equal(mixed.labels[:, 0], [3, 7, 7])
    np.testing.assert_allclose(mixed.labels[:, 1], [12.5, 15, 17.5])
    np.testing.assert_array_equal(mixed.labels[:, 2], [nan, 5, 5])
    assert np.isnan(mixed.labels[:, 3]).all()
