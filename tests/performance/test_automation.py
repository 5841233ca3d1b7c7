import math

import numpy as np
import pytest

from vschaos.latent.trajectories import TrajectoryKind
from vschaos.performance.automation import path_table
from vschaos.performance.controls import Playable
from vschaos.performance.oscillators import STEP, STEPS, chance, folded, oscillator
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch
from vschaos.performance.table import LFO_SHAPES, TRAJECTORIES

SHAPES = LFO_SHAPES[1:]
PATHS = TRAJECTORIES[1:]
HOP_S = 256 / 44_100


def moving(dims=3, seed=0, **values):
    """A performance whose controls have these values, ``__`` standing for dots."""
    performance = Performance(Playable(dims), seed)
    for name, value in values.items():
        done = performance.touch((Touch(name.replace("__", "."), (float(value),)),), Origin.UI)
        assert not done.refused
    return performance


def points(performance, seconds, hops):
    return np.array([performance.advance(seconds / hops).latent for _ in range(hops)])


def test_nothing_moves_by_itself_unless_it_is_asked_to():
    performance = moving()
    first = performance.advance(HOP_S)
    assert performance.advance(HOP_S) is first, "not even an object is made"
    assert first.latent is performance.state.latent


@pytest.mark.parametrize("shape", SHAPES)
def test_an_oscillator_moves_its_axis_alone_and_by_its_depth_at_most(shape):
    number = LFO_SHAPES.index(shape)
    performance = moving(lfo__z2__shape=number, lfo__z2__rate=3.0, lfo__z2__depth=0.25, latent__z2=0.5)
    path = points(performance, 20.0, 4000)
    assert np.all(path[:, [0, 2]] == 0.0)
    assert np.all(np.abs(path[:, 1] - 0.5) <= 0.25 + 1e-9)
    assert np.ptp(path[:, 1]) > 0.2, "it does move"
    assert performance.state.latent == (0.0, 0.5, 0.0), "the point that was set stays"


@pytest.mark.parametrize("shape", SHAPES)
def test_what_moves_stays_between_the_ends(shape):
    performance = moving(lfo__z1__shape=LFO_SHAPES.index(shape), lfo__z1__depth=1.0, lfo__z1__rate=5, latent__z1=0.9)
    path = points(performance, 10.0, 3000)
    assert np.abs(path).max() <= 1.0


@pytest.mark.parametrize("name", [f"lfo:{shape}" for shape in SHAPES] + [f"trajectory:{path}" for path in PATHS])
def test_it_does_not_matter_how_time_is_cut(name):
    kind, what = name.split(":")
    ends = []
    for hops in (1, 7, 1000):
        if kind == "lfo":
            performance = moving(
                lfo__z1__shape=LFO_SHAPES.index(what), lfo__z1__rate=1.37, lfo__z3__shape=1, lfo__z3__rate=0.7
            )
        else:
            performance = moving(trajectory=TRAJECTORIES.index(what), trajectory__rate=0.83, trajectory__seed=5)
        ends.append(points(performance, 3.3, hops)[-1])
    assert np.allclose(ends[0], ends[1], atol=1e-6)
    assert np.allclose(ends[0], ends[2], atol=1e-6)
    assert np.any(ends[0] != 0.0)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_seed_decides_what_is_random_and_nothing_else_does(shape):
    number = LFO_SHAPES.index(shape)
    first, again, other = (
        points(moving(seed=seed, lfo__z1__shape=number, lfo__z2__shape=number), 10.0, 500) for seed in (4, 4, 5)
    )
    assert np.array_equal(first, again)
    random = shape in ("random", "drift", "walk")
    assert np.array_equal(first, other) != random
    assert np.array_equal(first[:, 0], first[:, 1]) != random, "axes do not move alike by chance"


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape not in ("square", "saw")])
def test_a_change_of_the_rate_does_not_jump(shape):
    performance = moving(lfo__z1__shape=LFO_SHAPES.index(shape), lfo__z1__rate=2.0, lfo__z1__depth=1.0)
    path = [points(performance, 1.03, 1030)]
    for rate in (0.05, 11.0, 0.5):
        performance.touch((Touch("lfo.z1.rate", (rate,)),), Origin.UI)
        path.append(points(performance, 0.7, 700))
    steps = np.abs(np.diff(np.concatenate(path)[:, 0]))
    # The steepest: random goes at most 2 in a quarter of a cycle, half as steep again in the middle as on a line.
    assert steps.max() <= 11.0 * 0.001 * 2 * (math.pi / 2) / 0.25 * 1.01


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape != "square"])
def test_shapes_begin_at_the_point_that_was_set(shape):
    assert oscillator(shape, 1, 2)(0.0) == pytest.approx(0.0, abs=1e-12)


def test_plain_shapes_are_what_their_names_say():
    for cycles, sine, triangle, saw, square in (
        (0.25, 1, 1, 0.5, 1),
        (0.4, None, None, 0.8, 1),
        (0.75, -1, -1, -0.5, -1),
    ):
        for shape, value in (("sine", sine), ("triangle", triangle), ("saw", saw), ("square", square)):
            assert value is None or oscillator(shape, 0, 0)(cycles + 3) == pytest.approx(value)


def test_a_random_place_is_kept_for_three_quarters_of_a_cycle():
    shape = oscillator("random", 0, 0)
    for cell in range(1, 50):
        kept = [shape(cell + share) for share in (0.25, 0.5, 0.75, 0.999)]
        assert max(kept) == min(kept)
    assert len({shape(cell + 0.5) for cell in range(50)}) == 50


def test_a_walk_goes_in_steps_of_a_bounded_size():
    shape = oscillator("walk", 0, 0)
    path = np.array([shape(k / STEPS) for k in range(4000)])
    assert np.abs(np.diff(path)).max() <= STEP + 1e-9
    assert path.min() < -0.8
    assert path.max() > 0.8


def test_chance_is_even():
    drawn = np.array([chance(3, axis, step) for axis in range(10) for step in range(2000)])
    assert np.abs(np.histogram(drawn, 10, (-1, 1))[0] / 2000 - 1.0).max() < 0.1
    pairs = drawn.reshape(10, 2000)
    assert abs(np.corrcoef(pairs[0], pairs[1])[0, 1]) < 0.1
    assert abs(np.corrcoef(drawn[:-1], drawn[1:])[0, 1]) < 0.05


def test_folding_keeps_what_is_inside_and_mirrors_the_rest():
    assert [folded(x) for x in (0.5, -1.0, 1.25, -1.5, 3.0, 5.25)] == pytest.approx([0.5, -1.0, 0.75, -0.5, -1.0, 0.75])


@pytest.mark.parametrize("path", PATHS)
def test_paths_are_loops_around_the_point_that_was_set(path):
    table = path_table(TrajectoryKind(path), 3, 5)
    assert np.array_equal(table[0], table[-1])
    assert np.allclose(table.max(axis=0), -table.min(axis=0), atol=1e-6)
    assert np.all(table.max(axis=0) > 0.1)
    assert not np.array_equal(table, path_table(TrajectoryKind(path), 4, 5)), "the seed is another path of the kind"
    if path not in ("saw", "square"):
        assert np.abs(np.diff(table, axis=0)).max() < 0.2


def test_a_path_scales_around_the_point_that_was_set_and_lasts_its_time():
    number = TRAJECTORIES.index("ellipse")
    performance = moving(trajectory=number, trajectory__rate=0.5, trajectory__size=0.25, latent__z1=0.5)
    path = points(performance, 2.0, 400)
    assert np.allclose(
        path[-1],
        moving(trajectory=number, trajectory__rate=0.5, trajectory__size=0.25, latent__z1=0.5).advance(2.0).latent,
    )
    extent = 0.25 * path_table(TrajectoryKind.ELLIPSE, 0, 3).max(axis=0)
    assert path.max(axis=0) == pytest.approx(extent + np.array([0.5, 0.0, 0.0]), abs=1e-3)
    performance.touch((Touch("trajectory.size", (0.0,)),), Origin.UI)
    assert performance.advance(0.1).latent == (0.5, 0.0, 0.0)


def test_an_instrument_with_other_axes_goes_on():
    performance = moving(dims=4, lfo__z4__shape=1, lfo__z1__shape=1, trajectory=6)
    performance.advance(0.3)
    for dims in (2, 1, 9):
        performance.fit(Playable(dims))
        assert len(performance.advance(0.1).latent) == dims


def test_freeze_holds_the_point_and_releases_it():
    performance = moving(lfo__z1__shape=1, lfo__z1__rate=1.0, lfo__z1__depth=0.5)
    held = performance.advance(0.1).latent
    performance.touch((Touch("freeze", (1.0,)), Touch("latent.z2", (0.5,))), Origin.UI)
    assert performance.advance(0.1).latent == performance.advance(0.1).latent == held
    assert performance.sounding.state.latent[1] == 0.5, "the state that was set is the present one"
    performance.touch((Touch("freeze", (0.0,)),), Origin.UI)
    assert performance.advance(0.1).latent[1] == 0.5
