"""The smooth map of the pad: from two numbers to all latent coordinates, fitted to the training sounds.

Needs NumPy alone. Each place of a square, x and y in −1…1, has a point of the latent space; sounds that are alike lie
near each other, and what lies between them is between them, too. It is a square of rubber that was bent through the
cloud of training points::

      · · :·:           ╭──╮  ╭─          y ▲ ┌───────┐
     :·: ·  · ·    ▸   ─╯· │ ·│ ·    ▸      │ │· : ·  │      grid[row of y, column of x] = coordinates
      · ·:· ::          : ·╰──╯ :           │ │ : ·· :│      between its nodes, on straight lines
                                             └┴───────┘─▸ x

Bending it is a batch self-organising map (Kohonen, Self-Organizing Maps, 3rd ed., section 3.6): each point goes to the
node that is nearest, then each node to where the points lead whose nodes lie around it on the map. That is not their
mean, for which the square would shrink away from the outermost points, but a plane through them (local linear
regression: Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 2nd ed., 6.1.1). What counts as around
narrows from round to round: the square first lies straight along the principal axes, and then folds.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
_Numbers = NDArray[np.floating]
_Indices = NDArray[np.intp]

SIZE = 65
"""Nodes of the grid along a side; odd, so that one lies in the middle."""

NODES = 33
"""Nodes along a side while the square is being bent."""

ROUNDS = 40
WIDEST, FINEST = 0.5, 0.095
"""Standard deviation of the points' weights in the first and in the last round; the map is 2 wide."""

WIDEST_AGAIN = 0.25
"""The first where an earlier map is bent anew: wide enough to follow the sounds, too narrow to turn over."""

TAIL = ((1.0, 1.0), (0.01, 4.0))
"""Weights are sums of such parts: a little of one four times as wide leads smoothly across gaps without sounds."""

RIDGE = 0.1
"""Keeps the planes level where points lie along a line, as a share of the weights' variance."""

RIM = 1.1
"""The map is cut out so much wider than the square that was bent: the outermost points get room around them."""

MOST_POINTS = 6000
"""Of more, as many are drawn to bend the square; all get a place on it."""

START = 1.7
"""Standard deviations that the flat square reaches to either side; even spreads over a length reach 1.73."""

REFINEMENTS = 5


@dataclass(frozen=True)
class LatentMap:
    """A map from two numbers to all latent coordinates.

    Attributes
    ----------
    grid
        Coordinates as played, −1…1, shape (G, G, D), G ≥ 2: at y = −1…1 along the first index, x = −1…1 along the
        second.
    points
        Where the instrument's training points lie: x and y in −1…1, shape (N, 2).
    """

    grid: Array
    points: Array

    @property
    def dims(self) -> int:
        """Number of latent coordinates D."""
        return self.grid.shape[2]

    def at(self, x: float | _Numbers, y: float | _Numbers) -> Array:
        """Coordinates at places of the map, bilinear between its nodes; beyond its edges, those of the edge.

        Parameters
        ----------
        x, y
            Numbers, or arrays of one shape (…).

        Returns
        -------
        Array
            Shape (…, D).
        """
        last = len(self.grid) - 1
        across = (np.clip(x, -1.0, 1.0) + 1.0) * (last / 2)
        up = (np.clip(y, -1.0, 1.0) + 1.0) * (last / 2)
        column = np.minimum(np.asarray(across, np.intp), last - 1)
        row = np.minimum(np.asarray(up, np.intp), last - 1)
        right, above = np.asarray(across - column)[..., None], np.asarray(up - row)[..., None]
        lower = (1.0 - right) * self.grid[row, column] + right * self.grid[row, column + 1]
        upper = (1.0 - right) * self.grid[row + 1, column] + right * self.grid[row + 1, column + 1]
        return np.asarray((1.0 - above) * lower + above * upper, np.float32)

    def nearest(self, coordinates: _Numbers | tuple[float, ...]) -> tuple[float, float]:
        """The place x, y that sounds most like these coordinates (D,); needs half a millisecond."""
        x, y = _projected(self.grid, np.asarray(coordinates, np.float32)[None])[0].tolist()
        return x, y


def fit_latent_map(
    points: _Numbers,
    seed: int = 0,
    size: int = SIZE,
    previous: LatentMap | None = None,
    sounding: NDArray[np.bool_] | None = None,
) -> LatentMap:
    """A map of a cloud of points.

    Parameters
    ----------
    points
        Coordinates of training points, shape (N, D), N ≥ 1. What is outside −1…1 counts as on its bounds, as it is
        played.
    seed
        Of the choice of points where there are very many. The same arguments make the same map.
    size
        Nodes along a side, G ≥ 2.
    previous
        The map of an earlier state of the instrument. The new one keeps its layout as far as the sounds allow: if it
        has as many points, they count as the same sounds, however the latent space was turned meanwhile;
        otherwise its grid is where bending begins.
    sounding
        Which points bend the square, shape (N,); all by default. Rests and what dies away would get room on it.

    Returns
    -------
    LatentMap
        With all N points on it.
    """
    cloud = np.clip(np.asarray(points, np.float32), -1.0, 1.0)
    chosen = np.arange(len(cloud)) if sounding is None or not sounding.any() else np.flatnonzero(sounding)
    if len(chosen) > MOST_POINTS:
        chosen = np.sort(np.random.default_rng(seed).choice(chosen, MOST_POINTS, replace=False))
    learnt = cloud[chosen]
    widest, best = WIDEST_AGAIN, None
    side = np.linspace(-1.0, 1.0, NODES)
    if previous is not None and len(previous.points) == len(cloud):
        best = _node_at(previous.points[chosen] * RIM)
    elif previous is not None and previous.dims == cloud.shape[1]:
        best = _nearest_node(learnt, previous.at(*np.meshgrid(side / RIM, side / RIM)))
    if best is None:
        widest, best = WIDEST, _nearest_node(learnt, _flat(learnt))
    for width in np.geomspace(widest, FINEST, ROUNDS):
        best = _nearest_node(learnt, _bent(learnt, best, float(width), side))
    grid = _bent(learnt, best, FINEST, np.linspace(-RIM, RIM, size))
    return LatentMap(grid, _projected(grid, cloud))


def _flat(points: Array) -> Array:
    """The square along the first two axes, (NODES, NODES, D)."""
    side = np.linspace(-START, START, NODES, dtype=np.float32)
    grid = np.tile(points.mean(axis=0), (NODES, NODES, 1))
    spread = points.std(axis=0)
    grid[:, :, 0] += spread[0] * side
    if points.shape[1] > 1:
        grid[:, :, 1] += spread[1] * side[:, None]
    return grid


def _bent(points: Array, best: _Indices, width: float, places: _Numbers) -> Array:
    """The square, seen at these x and y (G,): (G, G, D). The points (N, D) are at nodes of the coarse grid."""
    dims = points.shape[1]
    side = np.linspace(-1.0, 1.0, NODES)
    x, y = side[:, None], side[:, None, None]
    one = _gathered(np.ones((len(points), 1)), best)
    sums = _gathered(points, best)
    everything = (sums, sums * x, sums * y, one * x, one * y, one * x * x, one * x * y, one * y * y, one)
    weighted = _weighted(np.concatenate(everything, axis=2), width, places)
    means = weighted[:, :, :-1] / weighted[:, :, -1:]
    mean, with_x, with_y, moments = np.split(means, (dims, 2 * dims, 3 * dims), axis=2)
    x_mean, y_mean, xx, xy, yy = np.split(moments, 5, axis=2)
    level = RIDGE * width**2
    xx, xy, yy = xx - x_mean**2 + level, xy - x_mean * y_mean, yy - y_mean**2 + level
    with_x, with_y = with_x - x_mean * mean, with_y - y_mean * mean
    away_x, away_y = places[:, None] - x_mean, places[:, None, None] - y_mean
    along_x, along_y = yy * away_x - xy * away_y, xx * away_y - xy * away_x
    grid = mean + (along_x * with_x + along_y * with_y) / (xx * yy - xy**2)
    return np.clip(grid, -1.0, 1.0).astype(np.float32)


def _gathered(values: _Numbers, best: _Indices) -> _Numbers:
    """Sums of values (N, K) at the nodes of the coarse grid, (NODES, NODES, K)."""
    # In doubles: far from all points, weights are small beyond single precision.
    columns = np.asarray(values, np.float64).T
    sums = np.empty((NODES * NODES, len(columns)))
    for index, column in enumerate(columns):
        sums[:, index] = np.bincount(best, column, NODES * NODES)
    return sums.reshape(NODES, NODES, -1)


def _weighted(sums: _Numbers, width: float, places: _Numbers) -> _Numbers:
    """Sums over all nodes (NODES, NODES, K), weighted by how near they are to x and y of ``places``, (G, G, K)."""
    apart = places[:, None] - np.linspace(-1.0, 1.0, NODES)
    total = np.zeros((len(places), len(places), sums.shape[2]))
    for share, factor in TAIL:
        weight = np.exp(-0.5 * (apart / (width * factor)) ** 2)
        total += share * (weight @ np.tensordot(weight, sums, 1))
    return total


def _nearest_node(points: Array, grid: Array) -> _Indices:
    """Index of the node of a grid that is nearest to each point, (N,)."""
    nodes = grid.reshape(-1, grid.shape[2])
    found = np.empty(len(points), np.intp)
    # A part at a time: the distances of 200,000 points from all nodes would fill gigabytes.
    for start in range(0, len(points), MOST_POINTS):
        distance = points[start : start + MOST_POINTS] @ nodes.T
        distance *= -2.0
        distance += np.square(nodes).sum(axis=1)
        found[start : start + MOST_POINTS] = distance.argmin(axis=1)
    return found


def _node_at(places: Array) -> _Indices:
    """Index of the node of the coarse grid at each place (N, 2)."""
    column, row = np.rint((np.clip(places, -1.0, 1.0) + 1.0) * ((NODES - 1) / 2)).astype(np.intp).T
    return row * NODES + column


def _projected(grid: Array, points: Array) -> Array:
    """The places (N, 2) whose coordinates are nearest to the points (N, D): the best node, then Gauss–Newton steps."""
    cell = 2.0 / (len(grid) - 1)
    row, column = np.divmod(_nearest_node(points, grid), len(grid))
    place = np.stack([column, row], axis=1) * cell - 1.0
    value, slope = _smoothly(grid, place)
    missing = value - points
    error = np.square(missing).sum(axis=1)
    for _ in range(REFINEMENTS):
        normal = slope @ slope.transpose(0, 2, 1)
        # A little damping: where the map is flat, or runs along one line, there is no one answer.
        normal[:, (0, 1), (0, 1)] += (0.01 * np.trace(normal, axis1=1, axis2=2) + 1e-9)[:, None]
        step = np.linalg.solve(normal, slope @ missing[:, :, None])[:, :, 0]
        tried = np.clip(place - np.clip(step, -cell, cell), -1.0, 1.0)
        value, tried_slope = _smoothly(grid, tried)
        tried_missing = value - points
        tried_error = np.square(tried_missing).sum(axis=1)
        better = tried_error < error - 1e-9
        if not better.any():
            break
        place[better], error[better] = tried[better], tried_error[better]
        missing[better], slope[better] = tried_missing[better], tried_slope[better]
    return place.astype(np.float32)


def _smoothly(grid: Array, place: _Numbers) -> tuple[_Numbers, _Numbers]:
    """Coordinates (N, D) at places (N, 2), and how they change along x and y (N, 2, D), by Catmull–Rom splines.

    Between straight lines, points would crowd at the nodes, which stand out from the surface.
    """
    last = len(grid) - 1
    along = (place + 1.0) * (last / 2)
    node = np.minimum(along.astype(np.intp), last - 1)
    t = (along - node)[..., None]
    one, none = np.ones_like(t), np.zeros_like(t)
    powers = np.concatenate([one, t, t**2, t**3, none, one, 2 * t, 3 * t**2], axis=2)
    weights = powers.reshape(-1, 2, 2, 4) @ _CATMULL_ROM
    weights[:, :, 1] *= last / 2
    around = np.clip(node[..., None] + np.arange(-1, 3), 0, last)
    patch = grid[around[:, 1, :, None], around[:, 0, None, :]]
    # Value and slope along y, each with value and slope along x.
    both = np.einsum("nbi,naid->nabd", weights[:, 0], np.einsum("naj,njid->naid", weights[:, 1], patch))
    return both[:, 0, 0], np.stack([both[:, 0, 1], both[:, 1, 0]], axis=1)


_CATMULL_ROM = 0.5 * np.array([[0, 2, 0, 0], [-1, 0, 1, 0], [2, -5, 4, -1], [-1, 3, -3, 1]], float)
"""Weights of four neighbours, from powers of the way between the middle two."""
