"""Paths through an instrument's latent coordinates: circles, walks and steps that a decoder can be sent along.

Torch-free, and in any process. A path is made of points, one a hop; point t of T lies at the time u = t·cycles / T,
counted in cycles. What moves is every axis that is asked for, each by its own extent r around its own middle m with
|m| + r ≤ 1, so that the path stays where the instrument has learned::

    sin        m + r·sin(2πu)                  to and fro on a straight line       ─────
    triangle   m + r·(1 − 4·|frac(u) − ½|)     the same, at an even pace           ─────
    line       one end to the other, each cycle the other way, at an even pace     ────▶
    saw        one end to the other, then back at once                             ────▶
    square     half a cycle at one end, half at the other                          •   •
    ellipse    m + r·cos(2πu + φ)              each axis with its own φ            ◯
    lissajous  m + r·sin(2πku + φ)             each axis with its own k            ∞
    spiral     an ellipse of several turns that opens from its middle and closes   @
    random     through points anywhere, coming to rest at each                     ∿
    points     through points of the training set, coming to rest at each          ∿
    brownian   small random steps, thrown back at −1 and 1                         ⌇

With a whole number of cycles all but line and brownian are loops: what would follow the last point is the first.
Paths of sounds are stretched and mixed here, too.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from vschaos.errors import VschaosError

Array = NDArray[np.float32]
_Places = NDArray[np.floating]

FEWEST_POINTS_PER_CYCLE = 8
"""With fewer, the faster axes of a lissajous and the turns of a spiral could not be distinguished from slower ones."""

TARGETS = 8
"""Points that ``random`` and ``points`` go to in a cycle."""

TURNS = 4
"""Turns of a spiral in a cycle, opening for one half of it and closing for the other."""

FASTEST = 4
"""Largest k of a lissajous."""

WANDERING = 1.2
"""Standard deviation of a Brownian walk after a cycle, if nothing threw it back."""

SMALLEST_EXTENT, LARGEST_EXTENT = 0.5, 0.95
"""Bounds of r: every axis moves far enough to be heard."""

SMALLEST_MOVE = 1e-3
"""A path whose points are closer together than this does not move."""


@dataclass(frozen=True)
class LatentPath:
    """A latent point for each hop: coordinates (T, D), and labels (T, K) with NaN where one is unknown."""

    coordinates: Array
    labels: Array

    def stretched(self, count: int) -> LatentPath:
        """The same way in ``count`` points: coordinates on straight lines between points, labels of the nearest."""
        place = np.linspace(0.0, len(self.coordinates) - 1, count)
        before = place.astype(np.intp)
        after = np.minimum(before + 1, len(self.coordinates) - 1)
        share = (place - before)[:, None]
        between = (1.0 - share) * self.coordinates[before] + share * self.coordinates[after]
        return LatentPath(between.astype(np.float32), self.labels[np.rint(place).astype(np.intp)])

    def mixed(self, other: LatentPath, weight: NDArray[np.floating], whole: NDArray[np.bool_]) -> LatentPath:
        """From this path to another of the same length.

        Parameters
        ----------
        other
            Where weight 1 leads.
        weight
            Of the other path at each point, 0…1, shape (T,).
        whole
            Whether each label is a class, shape (K,): classes, and what only one of the two knows, change at ½;
            quantities change with the coordinates.
        """
        share = np.asarray(weight, np.float32)[:, None]
        coordinates = (1.0 - share) * self.coordinates + share * other.coordinates
        nearer = np.where(share < 0.5, self.labels, other.labels)
        between = (1.0 - share) * self.labels + share * other.labels
        labels = np.where(whole | np.isnan(between), nearer, between)
        return LatentPath(coordinates.astype(np.float32), labels.astype(np.float32))


class TrajectoryKind(Enum):
    """The shape of a path; see the module."""

    SIN = "sin"
    RANDOM = "random"
    LINE = "line"
    SQUARE = "square"
    ELLIPSE = "ellipse"
    TRIANGLE = "triangle"
    SAW = "saw"
    LISSAJOUS = "lissajous"
    SPIRAL = "spiral"
    BROWNIAN = "brownian"
    POINTS = "points"


def derived_generator(seed: int, kind: TrajectoryKind, index: int) -> np.random.Generator:
    """The random numbers of one path: they follow from the seed, its kind and its number among that kind alone."""
    return np.random.default_rng([seed, zlib.crc32(kind.value.encode()), index])


def trajectory(
    kind: TrajectoryKind,
    count: int,
    axes: int,
    cycles: float,
    generator: np.random.Generator,
    cloud: Array | None = None,
) -> Array:
    """A path.

    Parameters
    ----------
    kind
        Its shape.
    count
        Number of points T, at least 2.
    axes
        Number of axes M that move, at least 1.
    cycles
        How often the shape is gone through from the first point to the last, above 0; need not be whole.
    generator
        Where extents, middles, phases and targets come from.
    cloud
        Coordinates of training points, shape (N, M), for ``points``.

    Returns
    -------
    Array
        Coordinates in −1…1, shape (T, M).

    Raises
    ------
    VschaosError
        If there are too few points for so many cycles, no training points for ``points``, or if nothing would move.
    """
    if count < 2:
        raise VschaosError(f"A path of {count} points does not move.", "Use at least 2 points.")
    if not (math.isfinite(cycles) and cycles > 0):
        raise VschaosError(f"{cycles:g} cycles make no movement.", "Use a number above 0.")
    if cycles * FEWEST_POINTS_PER_CYCLE > max(count, FEWEST_POINTS_PER_CYCLE):
        most = max(count / FEWEST_POINTS_PER_CYCLE, 1)
        raise VschaosError(
            f"{cycles:g} cycles are too many for {count} points.", f"Use more points, or {most:g} cycles at most."
        )
    if kind is TrajectoryKind.POINTS:
        path = _through(_training_targets(cloud, cycles, generator), count)
    elif kind is TrajectoryKind.RANDOM:
        path = _through(generator.uniform(-1.0, 1.0, (_target_count(cycles), axes)), count)
    elif kind is TrajectoryKind.BROWNIAN:
        path = _wandering(count, axes, cycles, generator)
    else:
        extent, middle = _region(axes, generator)
        path = middle + extent * _SHAPES[kind](count, axes, cycles, generator)
    if np.ptp(path, axis=0).max() < SMALLEST_MOVE:  # half a cycle of a square, two points of a sine
        raise VschaosError(
            f"{count} points of {cycles:g} cycles of “{kind.value}” all lie at the same point.",
            "Use more cycles, or more points.",
        )
    return np.clip(path, -1.0, 1.0).astype(np.float32)


def _region(axes: int, generator: np.random.Generator) -> tuple[_Places, _Places]:
    """Extents r with a sign, and middles m, both (M,)."""
    extent = generator.uniform(SMALLEST_EXTENT, LARGEST_EXTENT, axes)
    middle = generator.uniform(-1.0, 1.0, axes) * (1.0 - extent)
    return extent * generator.choice((-1.0, 1.0), axes), middle


def _times(count: int, cycles: float) -> _Places:
    """u, shape (T, 1)."""
    return np.arange(count)[:, None] * (cycles / count)


def _sin(count: int, axes: int, cycles: float, _generator: np.random.Generator) -> _Places:
    return np.sin(2 * np.pi * _times(count, cycles)).repeat(axes, axis=1)


def _triangle(count: int, axes: int, cycles: float, _generator: np.random.Generator) -> _Places:
    return (1.0 - 4.0 * np.abs(_times(count, cycles) % 1.0 - 0.5)).repeat(axes, axis=1)


def _line(count: int, axes: int, cycles: float, _generator: np.random.Generator) -> _Places:
    passed = np.linspace(0.0, cycles, count)[:, None]  # the last point is the line's end
    return (2.0 * np.abs((passed + 1.0) % 2.0 - 1.0) - 1.0).repeat(axes, axis=1)


def _saw(count: int, axes: int, cycles: float, _generator: np.random.Generator) -> _Places:
    return (2.0 * (_times(count, cycles) % 1.0) - 1.0).repeat(axes, axis=1)


def _square(count: int, axes: int, cycles: float, _generator: np.random.Generator) -> _Places:
    return np.where(_times(count, cycles) % 1.0 < 0.5, 1.0, -1.0).repeat(axes, axis=1)


def _ellipse(count: int, axes: int, cycles: float, generator: np.random.Generator) -> _Places:
    # Phases spread over half a turn: two axes make a circle, and no number of them falls into a line.
    phase = generator.permutation(axes) / axes * np.pi + generator.uniform(0.0, 2 * np.pi)
    return np.cos(2 * np.pi * _times(count, cycles) + phase)


def _lissajous(count: int, axes: int, cycles: float, generator: np.random.Generator) -> _Places:
    ratio = 1 + np.arange(axes) % FASTEST
    return np.sin(2 * np.pi * (_times(count, cycles) * ratio + generator.uniform(0.0, 1.0, axes)))


def _spiral(count: int, axes: int, cycles: float, generator: np.random.Generator) -> _Places:
    opening = 0.5 - 0.5 * np.cos(2 * np.pi * _times(count, cycles))
    return opening * _ellipse(count, axes, TURNS * cycles, generator)


_SHAPES: dict[TrajectoryKind, Callable[[int, int, float, np.random.Generator], _Places]] = {
    TrajectoryKind.SIN: _sin,
    TrajectoryKind.TRIANGLE: _triangle,
    TrajectoryKind.LINE: _line,
    TrajectoryKind.SAW: _saw,
    TrajectoryKind.SQUARE: _square,
    TrajectoryKind.ELLIPSE: _ellipse,
    TrajectoryKind.LISSAJOUS: _lissajous,
    TrajectoryKind.SPIRAL: _spiral,
}
"""Shapes between −1 and 1 on every axis, (T, M)."""


def _target_count(cycles: float) -> int:
    return max(2, round(TARGETS * cycles))


def _training_targets(cloud: Array | None, cycles: float, generator: np.random.Generator) -> _Places:
    if cloud is None or len(cloud) < 2:
        raise VschaosError(
            "This instrument file contains no training points to pass through.", "Choose another kind of trajectory."
        )
    wanted = _target_count(cycles)
    chosen = generator.choice(len(cloud), wanted, replace=wanted > len(cloud))
    return np.clip(cloud[chosen].astype(np.float64), -1.0, 1.0)


def _through(targets: _Places, count: int) -> _Places:
    """From each target (K, M) to the next and from the last to the first, by a raised cosine, in T points."""
    place = np.arange(count) * (len(targets) / count)
    before = place.astype(np.intp)
    share = (0.5 - 0.5 * np.cos(np.pi * (place - before)))[:, None]
    return (1.0 - share) * targets[before] + share * targets[(before + 1) % len(targets)]


def _wandering(count: int, axes: int, cycles: float, generator: np.random.Generator) -> _Places:
    start = generator.uniform(-0.5, 0.5, axes)
    step = generator.normal(0.0, WANDERING * math.sqrt(cycles / count), (count, axes))
    free = start + np.cumsum(step, axis=0) - step[0]
    return 1.0 - np.abs((free + 1.0) % 4.0 - 2.0)  # folded at −1 and 1
