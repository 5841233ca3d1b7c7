from dataclasses import replace

import numpy as np
import pytest

from tests.studio.conftest import an_instrument
from vschaos.latent.latent_map import fit_latent_map
from vschaos_studio.state.sound_map import MapDot, SoundMap


def mapped(dims=5):
    instrument = an_instrument(dims)
    return SoundMap.of(replace(instrument, latent_map=fit_latent_map(instrument.points, size=17)))


def test_the_share_of_the_pad_is_that_of_its_two_axes():
    sounds = SoundMap.of(an_instrument(dims=5))
    assert sum(sounds.explained) == pytest.approx(1.0)
    assert sounds.pad_share == pytest.approx((2.0 + 1.75) / 7.5)


def test_the_nearest_point_is_nearest_on_the_screen():
    instrument = an_instrument(dims=3)
    instrument.points[:] = 0.9
    instrument.points[4, :2] = (0.2, 0.0)
    instrument.points[7, :2] = (0.0, 0.3)
    sounds = SoundMap.of(instrument)
    assert sounds.nearest(0.0, 0.0, (100.0, 100.0)) == 4
    # On a wide pad, x counts more.
    assert sounds.nearest(0.0, 0.0, (200.0, 100.0)) == 7
    assert sounds.nearest(0.0, 0.0, (100.0, 100.0), within=10.0) is None
    assert sounds.nearest(0.2, 0.0, (100.0, 100.0), within=0.5) == 4
    assert sounds.source_name(7) == "bell two.wav"


@pytest.mark.parametrize("dims", [1, 2])
def test_few_axes_still_make_a_plane(dims):
    sounds = SoundMap.of(an_instrument(dims=dims))
    assert sounds.plane().shape == (60, 2)
    assert sounds.pad_share == pytest.approx(1.0)


def test_no_points_and_unknown_sources_are_no_trouble():
    instrument = an_instrument()
    instrument.point_source[:] = 99
    assert SoundMap.of(instrument).source_name(0) == ""
    empty = SoundMap(instrument.card, np.zeros((0, 5), np.float32), np.zeros(0, np.int32), (0.2,) * 5)
    assert empty.nearest(0.0, 0.0, (1.0, 1.0)) is None


def test_places_are_those_of_the_map_where_there_is_one():
    sounds, bare = mapped(), SoundMap.of(an_instrument())
    assert sounds.playable.terrain
    assert not bare.playable.terrain
    assert np.array_equal(sounds.places(True), sounds.latent_map.points)
    assert np.array_equal(sounds.places(False), sounds.plane())
    assert np.array_equal(bare.places(True), bare.plane())
    x, y = map(float, sounds.latent_map.points[9])
    assert sounds.nearest(x, y, (100.0, 100.0), within=1.0, mapped=True) == 9


def test_the_dot_stays_where_the_hand_put_it_until_other_hands_move_the_sound():
    terrain = mapped().latent_map
    dot = MapDot(terrain)
    # Two places with one sound: nobody but the hand knows at which of them it is.
    dot.put(0.9, -0.9, (0.1, 0.2, 0.3, 0.4, 0.5))
    assert dot.place((0.1, 0.2, 0.3, 0.4, 0.5 + 1e-6)) == (0.9, -0.9)
    there = terrain.at(-0.3, 0.4).tolist()
    assert dot.place(there) == pytest.approx((-0.3, 0.4), abs=0.05)
    assert dot.place(there) == terrain.nearest(there)
