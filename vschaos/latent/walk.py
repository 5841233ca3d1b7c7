"""How the sounds of an instrument move by themselves around a held point: a random walk, conditioned on place.

Torch-free. A held note is no still picture: around its point p the coordinates of its frames wander, most along some
directions, each with a memory of its own. That is an Ornstein–Uhlenbeck process; frame by frame (Gillespie, Physical
Review E 54, 1996, equation 2.47), with u of as many independent numbers of deviation 1 as there are coordinates, and n
fresh normal numbers::

    u ← ρ(p)·u + √(1 − ρ(p)²)·n            what is heard: p + life · S(p) · u

ρ is the correlation from a hop to the next, S the symmetric root of the covariance; both are means of what was learned
at a few dozen places, weighted by how near they are. u knows nothing of the place, so that a point may move while it
walks. Frames half a hop apart have the correlation √ρ: the walk is the same at any frame rate.

Loudness walks apart, as a network's level follows its coordinates more than a sound's own level moves: what is decoded
at the walking point is made as loud as what is decoded at p, and then walks by one more number of the same kind, whose
deviation is that of the sounds' level in decibels.

The core walks in ``core/walk.c``, exports in `vschaos.instrument.walk`; `vschaos.training.walk_fitting` learns.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

MOST_PLACES = 64
"""Places that a file may hold; the core looks at each of them for every frame of a voice."""


MOST_CORRELATION = 0.9999
MOST_LOUDNESS_DB = 12.0


@dataclass(frozen=True)
class LatentWalk:
    """What was learned at P places of a latent space of D dimensions, in coordinates.

    Attributes
    ----------
    places
        Shape (P, D), P ≥ 1.
    roots
        Symmetric roots S of the covariances, shape (P, D, D).
    correlation
        From a frame to the one a hop later, 0 ≤ ρ ≤ `MOST_CORRELATION`, of each coordinate and of loudness, shape
        (P, D + 1).
    loudness_db
        Deviation of the level, shape (P,), 0 or more.
    reach
        Deviations of the bell that weighs places by their distance, along each coordinate, shape (D,); positive.
    """

    places: Array
    roots: Array
    correlation: Array
    loudness_db: Array
    reach: Array

    @classmethod
    def still(cls, dims: int) -> LatentWalk:
        """One that moves nothing."""
        return cls(
            np.zeros((1, dims), np.float32),
            np.zeros((1, dims, dims), np.float32),
            np.zeros((1, dims + 1), np.float32),
            np.zeros(1, np.float32),
            np.ones(dims, np.float32),
        )
