"""Walks with known numbers, for tests of what plays them."""

from __future__ import annotations

import numpy as np

from vschaos.latent.walk import LatentWalk


def known_walk(dims: int, size: float = 0.1, places: int = 2, loudness_db: float = 1.0) -> LatentWalk:
    """A walk whose places lie along the diagonal, and differ in size, direction, correlation and loudness."""
    chance = np.random.default_rng(places)
    along = np.linspace(-0.7, 0.7, places) if places > 1 else np.zeros(1)
    turned = chance.normal(size=(places, dims, dims)) * size / dims**0.5
    values = (
        np.repeat(along[:, None], dims, axis=1),
        turned @ turned.transpose(0, 2, 1) / size,
        np.linspace(0.5, 0.9, places * (dims + 1)).reshape(places, dims + 1),
        loudness_db * np.linspace(0.5, 1.0, places),
        np.full(dims, 0.5),
    )
    return LatentWalk(*(value.astype(np.float32) for value in values))
