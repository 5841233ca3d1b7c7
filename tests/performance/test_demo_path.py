import numpy as np

from vschaos.performance.demo_path import demo_position


def test_the_tour_stays_on_the_pad_moves_slowly_and_goes_everywhere():
    points = np.array([demo_position(t) for t in np.arange(0.0, 60.0, 0.01)])
    assert np.abs(points).max() < 1.0
    assert np.linalg.norm(np.diff(points, axis=0), axis=1).max() < 0.02
    for quadrant in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
        assert (points * quadrant > 0.3).all(axis=1).any()
