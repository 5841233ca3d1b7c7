"""The map: a touch sounds like what lies under it, its neighbours are close, and learning on does not turn it over."""

import numpy as np
import pytest
import vschaos_resources

from vschaos.instrument.bundle import read_instrument
from vschaos.latent.latent_map import LatentMap, fit_latent_map

FACTORY = sorted((vschaos_resources.ROOT / "instruments").glob("*.vschaos"))


def distance(first, second):
    return np.linalg.norm(first - second, axis=-1)


def steps(latent_map):
    """Distances between neighbouring nodes."""
    return np.concatenate([distance(latent_map.grid[1:], latent_map.grid[:-1]).ravel(),
                           distance(latent_map.grid[:, 1:], latent_map.grid[:, :-1]).ravel()])  # fmt: skip


def correlation(first, second):
    return [np.corrcoef(first[:, k], second[:, k])[0, 1] for k in (0, 1)]


def turned(points, rng):
    """The same sounds in a latent space that has turned, and has learned a little."""
    rotation = np.linalg.qr(rng.normal(size=(points.shape[1], points.shape[1])))[0]
    return (points @ rotation + 0.03 * rng.normal(size=points.shape)).astype(np.float32)


@pytest.fixture(scope="module")
def cloud():
    """A bent, knotted sheet in five dimensions, with noise."""
    rng = np.random.default_rng(4)
    u, v = rng.uniform(-1, 1, (2, 1500))
    sheet = np.stack([u, v, np.sin(3 * u), np.cos(3 * v) * u, 0.3 * u * v], axis=1)
    return (0.6 * sheet + 0.03 * rng.normal(size=sheet.shape)).astype(np.float32)


@pytest.fixture(scope="module")
def latent_map(cloud):
    return fit_latent_map(cloud)


@pytest.mark.parametrize("path", FACTORY, ids=lambda path: path.stem)
def test_a_point_of_a_factory_map_sounds_like_its_sound(path):
    instrument = read_instrument(path, with_weights=False)
    latent_map = instrument.latent_map
    points = np.clip(instrument.points, -1, 1)
    on_the_map = np.median(distance(latent_map.at(*latent_map.points.T), points))
    flat = points.copy()
    flat[:, 2:] = 0
    on_the_plane = np.median(distance(flat, points))
    rng = np.random.default_rng(0)
    pairs = np.median(
        distance(points[rng.integers(len(points), size=4000)], points[rng.integers(len(points), size=4000)])
    )
    assert on_the_map < 0.2 * pairs
    assert on_the_map < max(0.35 * on_the_plane, 0.05), "where two axes are nearly all, the plane is as near"
    assert steps(latent_map).max() < 5 * np.median(steps(latent_map))
    # It fills the square: no quarter of a quarter is left empty.
    assert np.histogram2d(*latent_map.points.T, bins=4, range=[[-1, 1]] * 2)[0].min() > 0
    assert (np.abs(latent_map.points) == 1).any(axis=1).mean() < 0.1, "points do not pile up at the edge"


def test_a_sheet_is_found_however_it_is_bent(cloud, latent_map):
    assert np.median(distance(latent_map.at(*latent_map.points.T), cloud)) < 0.1
    flat = cloud.copy()
    flat[:, 2:] = 0
    assert np.median(distance(flat, cloud)) > 0.3


def test_between_nodes_it_is_bilinear_and_beyond_the_edge_it_is_the_edge(latent_map):
    size, grid = len(latent_map.grid), latent_map.grid
    side = np.linspace(-1, 1, size)
    x, y = np.meshgrid(side, side)
    np.testing.assert_allclose(latent_map.at(x, y), grid, atol=1e-6)
    cell = 2 / (size - 1)
    middle = latent_map.at(side[3] + cell / 2, side[10] + cell / 2)
    np.testing.assert_allclose(middle, grid[10:12, 3:5].mean(axis=(0, 1)), atol=1e-6)
    quarter = latent_map.at(side[3] + cell / 4, side[10])
    np.testing.assert_allclose(quarter, 0.75 * grid[10, 3] + 0.25 * grid[10, 4], atol=1e-6)
    np.testing.assert_array_equal(latent_map.at(7.0, -3.0), grid[0, -1])
    np.testing.assert_array_equal(latent_map.at(-1.0, 1.0), grid[-1, 0])
    assert latent_map.at(0.1, 0.2).shape == (5,)
    assert latent_map.at(np.zeros((2, 3)), np.zeros((2, 3))).shape == (2, 3, 5)


def test_the_nearest_place_of_what_lies_on_the_map_is_its_own(latent_map):
    rng = np.random.default_rng(1)
    found = []
    for x, y in rng.uniform(-0.9, 0.9, (40, 2)):
        coordinates = latent_map.at(x, y)
        place = latent_map.nearest(coordinates)
        assert distance(latent_map.at(*place), coordinates) < 0.02
        found.append(np.hypot(place[0] - x, place[1] - y))
    assert np.median(found) < 0.01


def test_points_do_not_crowd_at_the_nodes(latent_map):
    cells = (latent_map.points + 1) / 2 * (len(latent_map.grid) - 1)
    at_nodes = (np.abs(cells - np.rint(cells)) < 0.1).mean()
    assert at_nodes == pytest.approx(0.2, abs=0.08), "a fifth of all places are so near to a line of the grid"


def test_the_same_points_make_the_same_map(cloud, latent_map):
    again = fit_latent_map(cloud.copy())
    np.testing.assert_array_equal(again.grid, latent_map.grid)
    np.testing.assert_array_equal(again.points, latent_map.points)


def test_learning_on_keeps_the_layout_though_the_latent_space_turns(cloud, latent_map):
    later = turned(cloud, np.random.default_rng(2))
    kept = fit_latent_map(later, previous=latent_map)
    anew = fit_latent_map(later)
    assert min(correlation(kept.points, latent_map.points)) > 0.9
    assert min(correlation(anew.points, latent_map.points)) < 0.5
    away = [np.median(distance(one.at(*one.points.T), np.clip(later, -1, 1))) for one in (kept, anew)]
    assert away[0] < 1.1 * away[1]


def test_with_other_sounds_the_layout_follows_the_earlier_grid(cloud, latent_map):
    mirrored = LatentMap(latent_map.grid[::-1, ::-1].transpose(1, 0, 2).copy(), latent_map.points[:, ::-1] * -1)
    some = cloud[::3]
    for before in (latent_map, mirrored):
        kept = fit_latent_map(some, previous=before)
        assert min(correlation(kept.points, before.points[::3])) > 0.9


@pytest.mark.parametrize(
    "points",
    [
        np.full((1, 4), 0.5),
        np.eye(3, 4),
        np.full((50, 3), 0.3),
        np.zeros((9, 3)),
        np.linspace(-1, 1, 200)[:, None],
        np.linspace(-1, 1, 200)[:, None] * np.ones(3),
        100.0 * np.random.default_rng(0).normal(size=(200, 3)),
        np.repeat(np.random.default_rng(0).uniform(-1, 1, (5, 4)), 100, axis=0),
        np.random.default_rng(0).uniform(-1, 1, (7000, 3)),
    ],
    ids=["one", "three", "all the same", "nothing", "one axis", "a line", "far out", "five heaps", "very many"],
)
def test_any_cloud_makes_a_map_in_range_without_steps(points):
    latent_map = fit_latent_map(points, size=33)
    assert latent_map.points.shape == (len(points), 2)
    for values in (latent_map.grid, latent_map.points):
        assert values.dtype == np.float32
        assert (np.abs(values) <= 1).all()
    reach = distance(latent_map.grid.min(axis=(0, 1)), latent_map.grid.max(axis=(0, 1)))
    assert steps(latent_map).max() <= 0.3 * reach + 1e-6
    assert np.isfinite(latent_map.nearest(np.full(points.shape[1], 9.0))).all()


def test_one_axis_runs_along_the_map():
    latent_map = fit_latent_map(np.linspace(-1, 1, 200)[:, None])
    assert (np.diff(latent_map.grid[:, :, 0], axis=1) >= 0).all()


def test_points_that_do_not_sound_get_no_room():
    chance = np.random.default_rng(0)
    sounds, rests = chance.uniform(-0.5, 0.5, (300, 3)), np.full((300, 3), 0.95)
    points, sounding = np.concatenate([sounds, rests]), np.arange(600) < 300
    with_rests, without = (fit_latent_map(points, size=17, sounding=which) for which in (None, sounding))
    assert np.linalg.norm(with_rests.grid - 0.95, axis=2).min() < 0.1
    assert np.linalg.norm(without.grid - 0.95, axis=2).min() > 0.3
    assert without.points.shape == (600, 2)
