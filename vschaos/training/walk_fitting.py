"""Learns from runs of consecutive frames how sounds move by themselves while they are held: a `LatentWalk`.

A run counts where its sound is sustained: its level stays, but for a slow trend, and no step of its frames is much
longer than the others, as where one note follows another. What is left of its coordinates and its level without their
trend is the walk: covariance, and correlation from a frame to the next. Runs near each other are learned from together.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vschaos.latent.walk import MOST_LOUDNESS_DB, MOST_PLACES, LatentWalk

Numbers = NDArray[np.float64]

RUN_S = 0.37
"""Length of a run: two periods of a slow vibrato, and short enough for notes of half a second."""

MOST_RUNS = 256
FEWEST_FRAMES = 8
LOUD_DB = 45.0
"""A run nowhere lies farther below the loudest frame …"""
LEVEL_RANGE_DB, SLOPE_DB_S = 6.0, 20.0
"""… strays from its trend no more from peak to peak, and its trend is no steeper …"""
LONGEST_STEP = 4.0
"""… and its longest step is no longer than so many of the median."""

RUNS_A_PLACE = 2
SHRINKAGE = 0.2
"""Share of a covariance that its diagonal takes: few frames leave directions out by chance."""
SLOWEST = 0.98
"""The largest correlation from a hop to the next that a run is long enough to tell."""
ROUNDS = 12
WIDTH = 0.35
"""Deviation of the weights' bell, in distances from a place to the next."""


@dataclass(frozen=True)
class Runs:
    """R runs of T frames a hop apart.

    Attributes
    ----------
    coordinates
        Shape (R, T, D).
    level_db
        Of the sounds, shape (R, T).
    """

    coordinates: Numbers
    level_db: Numbers


def run_frames(sample_rate_hz: int, hop_samples: int) -> int:
    """Frames T of a run."""
    return max(FEWEST_FRAMES, round(RUN_S * sample_rate_hz / hop_samples))


def sustained(coordinates: Numbers, level_db: Numbers, hop_s: float) -> NDArray[np.bool_]:
    """Which runs (R,) are of sustained sound; arguments as in `Runs`, and the seconds of a hop."""
    if not len(coordinates):
        return np.zeros(0, bool)
    frames = coordinates.shape[1]
    steps = np.linalg.norm(np.diff(coordinates, axis=1), axis=2)
    slope_db_s = np.abs(level_db @ _slope(frames)) / hop_s
    return (
        (level_db.min(axis=1) >= level_db.max() - LOUD_DB)
        & (np.ptp(_without_trend(level_db[..., None]), axis=(1, 2)) <= LEVEL_RANGE_DB)
        & (slope_db_s <= SLOPE_DB_S)
        & (steps.max(axis=1) <= LONGEST_STEP * np.median(steps, axis=1))
    )


def fit_walk(runs: Runs, scale: NDArray[np.floating]) -> LatentWalk | None:
    """The walk of sustained runs; None where there are none.

    Parameters
    ----------
    runs
        Of sustained sound.
    scale
        Length that coordinate 1 stands for, in latent units, shape (D,).
    """
    count, frames, _ = runs.coordinates.shape
    if not count:
        return None
    moves = _without_trend(runs.coordinates)
    level = _without_trend(runs.level_db[..., None])
    covariance = np.einsum("rti,rtj->rij", moves, moves) / (frames - 2)
    loudness = np.square(level).sum(axis=(1, 2)) / (frames - 2)
    numbers = np.concatenate([moves, level], axis=2)
    together = np.einsum("rti,rti->ri", numbers[:, 1:], numbers[:, :-1])
    alone = np.einsum("rti,rti->ri", numbers[:, :-1], numbers[:, :-1])
    middles = np.median(runs.coordinates, axis=1) * scale
    nearest, places = _clusters(middles, min(MOST_PLACES, max(1, count // RUNS_A_PLACE)))
    which = [nearest == place for place in range(len(places))]
    shrunk = [_shrunk(covariance[there].mean(axis=0)) for there in which]
    kept = [together[there].sum(axis=0) / np.maximum(alone[there].sum(axis=0), 1e-12) for there in which]
    apart = np.linalg.norm(places[:, None] - places, axis=2) + np.where(np.eye(len(places)), np.inf, 0.0)
    width = WIDTH * float(np.median(apart.min(axis=1))) if len(places) > 1 else 1.0
    return LatentWalk(
        (places / scale).astype(np.float32),
        np.array([_root(one) for one in shrunk], np.float32),
        np.clip(kept, 0.0, SLOWEST).astype(np.float32),
        np.array([np.sqrt(loudness[there].mean()) for there in which], np.float32).clip(max=MOST_LOUDNESS_DB),
        (max(width, 1e-3) / scale).astype(np.float32),
    )


def _slope(frames: int) -> Numbers:
    """What gives a row's slope by least squares, per frame: (T,)."""
    time = np.arange(frames) - 0.5 * (frames - 1)
    return time / (time @ time)


def _without_trend(values: Numbers) -> Numbers:
    """Values (R, T, D) less their straight lines."""
    frames = values.shape[1]
    time = np.arange(frames) - 0.5 * (frames - 1)
    centred = values - values.mean(axis=1, keepdims=True)
    return centred - time[:, None] * np.einsum("t,rtd->rd", _slope(frames), centred)[:, None]


def _shrunk(covariance: Numbers) -> Numbers:
    return (1.0 - SHRINKAGE) * covariance + SHRINKAGE * np.diag(np.diag(covariance))


def _root(covariance: Numbers) -> Numbers:
    """The symmetric root: means of such roots are roots of something between, whatever signs eigenvectors have."""
    values, vectors = np.linalg.eigh(covariance)
    return (vectors * np.sqrt(np.maximum(values, 0.0))) @ vectors.T


def _clusters(points: Numbers, count: int) -> tuple[NDArray[np.intp], Numbers]:
    """Index of the cluster of each point (N, D), and the clusters' means, (P, D), P ≤ ``count``: k-means.

    It begins with the first point, and then always with the one farthest from all chosen (Gonzalez 1985).
    """
    chosen = [0]
    distance = np.linalg.norm(points - points[0], axis=1)
    while len(chosen) < count and distance.max() > 0.0:
        chosen.append(int(distance.argmax()))
        distance = np.minimum(distance, np.linalg.norm(points - points[chosen[-1]], axis=1))
    places = points[chosen]
    for _ in range(ROUNDS):
        nearest = np.linalg.norm(points[:, None] - places, axis=2).argmin(axis=1)
        filled = np.unique(nearest)
        places = np.array([points[nearest == place].mean(axis=0) for place in filled])
    nearest = np.linalg.norm(points[:, None] - places, axis=2).argmin(axis=1)
    filled, nearest = np.unique(nearest, return_inverse=True)
    return nearest, places[filled]
