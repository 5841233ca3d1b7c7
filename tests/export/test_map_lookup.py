"""The exported map leads where the app's leads."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from vschaos.export.map_lookup import MapLookup
from vschaos.latent.latent_map import LatentMap, fit_latent_map


@pytest.fixture(scope="module")
def latent_map() -> LatentMap:
    generator = np.random.default_rng(0)
    turn = generator.uniform(0, 3, 1500)
    points = np.stack([np.cos(turn), np.sin(2 * turn), 0.3 * turn - 0.5, 0.1 * generator.normal(size=1500)], axis=1)
    return fit_latent_map(points.clip(-1, 1), size=33)


def places(count: int, reach: float = 1.2) -> np.ndarray:
    return np.random.default_rng(1).uniform(-reach, reach, (count, 2)).astype(np.float32)


def test_a_thousand_places_are_those_of_the_terrain(latent_map):
    lookup, where = torch.jit.script(MapLookup(4, torch.from_numpy(latent_map.grid))), places(1000)
    found = lookup.at(torch.from_numpy(where)).numpy()
    assert np.abs(found - latent_map.at(where[:, 0], where[:, 1])).max() <= 1e-6


def test_the_edges_and_corners_are_those_of_the_terrain(latent_map):
    lookup = MapLookup(4, torch.from_numpy(latent_map.grid))
    where = np.array([[x, y] for x in (-9, -1, 0, 1, 9) for y in (-9, -1, 0, 1, 9)], np.float32)
    found = lookup.at(torch.from_numpy(where)).numpy()
    assert np.abs(found - latent_map.at(where[:, 0], where[:, 1])).max() <= 1e-6


def test_the_nearest_place_is_as_near_as_the_app_finds(latent_map):
    lookup = torch.jit.script(MapLookup(4, torch.from_numpy(latent_map.grid)))
    points = np.random.default_rng(2).uniform(-1, 1, (200, 4)).astype(np.float32)
    ours = lookup.nearest(torch.from_numpy(points)).numpy()
    theirs = np.array([latent_map.nearest(point) for point in points], np.float32)

    def distance(where):
        return np.linalg.norm(latent_map.at(where[:, 0], where[:, 1]) - points, axis=1)

    # Where two folds are equally near, rounding decides; none is worse.
    assert np.abs(distance(ours) - distance(theirs)).mean() < 1e-4
    assert (distance(ours) <= distance(theirs) + 0.01).all()
    assert np.abs(ours).max() <= 1.0


def test_a_place_on_the_map_is_found_again(latent_map):
    lookup, where = MapLookup(4, torch.from_numpy(latent_map.grid)), torch.from_numpy(places(300, 1.0))
    there = lookup.at(where)
    again = lookup.at(lookup.nearest(there))
    assert float((again - there).norm(dim=1).quantile(0.95)) < 1e-2


@pytest.mark.parametrize("dims", [1, 2, 5])
def test_without_a_terrain_it_is_the_plane_of_the_first_two_axes(dims):
    lookup, where = torch.jit.script(MapLookup(dims)), torch.from_numpy(places(50))
    found = lookup.at(where)
    assert found.shape == (50, dims)
    shared = min(dims, 2)
    assert torch.equal(found[:, :shared], where[:, :shared])
    assert not found[:, 2:].any()
    back = lookup.nearest(found)
    assert back.shape == (50, 2)
    assert torch.equal(back[:, :shared], where[:, :shared])
