import numpy as np
import pytest

from tests.studio.conftest import an_instrument
from vschaos_studio.state.sound_map import SoundMap


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
