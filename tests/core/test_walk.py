"""Held points that move by themselves: as in torch, as they were learned, at any frame rate, where they shall."""

import dataclasses

import numpy as np
import pytest
import torch

from testing.walks import known_walk
from tests.core.internals import decode_alive, walk_path
from tests.core.playing import RATE, Playing
from tests.core.test_player_input import Listening, tone
from vschaos.core.instrument import CoreInstrument
from vschaos.core.voices import CoreVoices
from vschaos.instrument.build import streaming_instrument, untrained
from vschaos.instrument.core_member import pack
from vschaos.transforms.running_phase import GRADIENT

HOPS = 64
DIMS = 4


def made(walk, seed=3):
    return dataclasses.replace(untrained(seed, latent_dims=DIMS, hidden=24), walk=walk)


@pytest.fixture(scope="module")
def instrument():
    return made(known_walk(DIMS, 0.3))


@pytest.fixture(scope="module")
def core(instrument):
    return CoreInstrument(pack(instrument))


@pytest.fixture(scope="module")
def points():
    time = np.linspace(0, 3, HOPS)[:, None] + np.arange(DIMS)
    return (0.8 * np.sin(time)).astype(np.float32)


def test_the_walk_is_that_of_torch(instrument, core, points):
    walk = streaming_instrument(instrument).walk
    coordinates = torch.from_numpy(points.T.copy())[None].repeat(3, 1, 1)
    moved, loudness, unit = [], [], walk.initial(3)
    for first in range(0, HOPS, 16):
        part, loud, unit = walk(coordinates[..., first : first + 16], 0.7, first, unit)
        moved.append(part)
        loudness.append(loud)
    for seed in range(3):
        offsets, level_db = walk_path(core, points, seed)
        expected = (torch.cat(moved, 2)[seed].T - coordinates[seed].T).numpy()
        assert np.abs(0.7 * offsets - expected).max() < 2e-6
        assert np.abs(10 ** (0.7 * level_db / 20) - torch.cat(loudness)[:, seed].numpy()).max() < 2e-6
        assert np.abs(offsets).max() > 0.1


@pytest.mark.parametrize("size", [1e6, 3e38])
def test_a_walk_of_huge_coordinates_has_finite_loudness(instrument, size):
    walk = streaming_instrument(instrument).walk
    _, loudness, unit = walk(torch.full((1, DIMS, 4), size), 1.0, 0, walk.initial(1))
    assert torch.isfinite(loudness).all()
    assert torch.isfinite(unit).all()


def test_the_sound_is_that_of_torch(instrument, core, points):
    live, voices = streaming_instrument(instrument), CoreVoices(core, 1)
    offsets, level_db = walk_path(core, points, 0)
    steps = zip(points, offsets, 10.0 ** (level_db / 20), strict=True)
    here = [decode_alive(voices, *step, even=(0.6, live.start_power, live.start_heard)) for step in steps]
    with torch.inference_mode():
        expected, _, _ = live.decode_alive(
            torch.from_numpy(points.T.copy())[None], live.unknown_labels(1, HOPS), torch.zeros(1, HOPS), GRADIENT,
            1.0, 0.6, 0, live.walk.initial(1), live.initial_synthesis(1),
        )  # fmt: skip
    here, there = np.concatenate(here), expected[0, 0].numpy()
    assert np.sum(np.square(here - there)) < 1e-4 * np.sum(np.square(there)), "phases part where bins are as loud"


@pytest.mark.parametrize("frames_a_hop", [1, 2])
def test_statistics_are_those_that_were_learned_at_any_frame_rate(frames_a_hop):
    walk = known_walk(DIMS, 0.2, places=1)
    core, frames = CoreInstrument(pack(made(walk))), 120_000
    offsets, level_db = walk_path(core, np.zeros((frames, DIMS), np.float32), 5, frames_a_hop)
    covariance = walk.roots[0] @ walk.roots[0]
    scale = covariance.max()
    assert np.abs(np.cov(offsets[: frames // 2 * frames_a_hop].T) - covariance).max() < 0.05 * scale
    units = np.concatenate([offsets @ np.linalg.inv(walk.roots[0]), level_db[:, None] / walk.loudness_db], axis=1)
    later = np.mean(units[frames_a_hop:] * units[:-frames_a_hop], axis=0)
    assert later == pytest.approx(walk.correlation[0], abs=0.03)


def test_a_walk_keeps_the_level_of_the_point(core, points):
    """But for its own loudness: what is decoded beside the point is as loud as the point."""
    voices = CoreVoices(core, 1)
    offsets, _ = walk_path(core, np.tile(points[:1], (HOPS, 1)), 0)
    levels = []
    for loudness in (0.0, 1.0, 2.0):
        sound = np.concatenate([decode_alive(voices, points[0], one, loudness) for one in offsets])
        levels.append(10 * np.log10(np.mean(np.square(sound[HOPS * 64 :]))))
    assert levels[1] == pytest.approx(levels[0], abs=1.5)
    assert levels[2] == pytest.approx(levels[1] + 6.02, abs=0.2)


def played(instrument, block=256, **values):
    here = Playing(instrument, point=(0.3, -0.2, 0.1, 0.0), playing=1, **values)
    here.block = block
    here.on(60, 0.3)
    return here.frames(RATE // 2)


def test_without_life_or_without_a_walk_a_sound_is_what_it_was(core):
    before = CoreInstrument(pack(made(None)))
    still = played(before)
    np.testing.assert_array_equal(played(core, life=0.0), still)
    np.testing.assert_array_equal(played(before, life=1.0), still)
    alive = played(core, life=1.0)
    assert np.abs(alive - still).max() > 1e-2 * np.abs(still).max()
    np.testing.assert_array_equal(played(core, life=1.0), alive)
    np.testing.assert_array_equal(played(core, 37, life=1.0), alive)


def test_a_frozen_sound_stands_where_it_had_walked_to(core):
    here = Playing(core, point=(0.3, -0.2, 0.1, 0.0), playing=1, life=1.0)
    changes = []
    for freeze in (0, 1, 0):
        here.set(freeze=freeze)
        sound = here.frames(RATE)[RATE // 2 :, 0]
        power = np.square(np.abs(np.fft.rfft(sound.reshape(-1, 2450) * np.hanning(2450), axis=1)))
        changes.append(np.std(power.sum(axis=1)) / np.mean(power.sum(axis=1)))
    assert changes[1] < 0.3 * min(changes[0], changes[2])


def test_what_comes_in_does_not_walk(core):
    heard = [Listening(one, life=1.0).follow(tone(0.3)) for one in (core, CoreInstrument(pack(made(None))))]
    assert np.abs(heard[0]).max() > 1e-3
    np.testing.assert_array_equal(*heard)
