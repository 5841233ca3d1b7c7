"""Hand and model lead together; what the model plays can be kept as a gesture, and plays again."""

import numpy as np
import pytest

from tests.phrases import STEP_S, known_phrases
from vschaos.performance.controls import Playable
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch
from vschaos.performance.wandering import Phrases

STEPS = 200
PHRASES = Phrases(known_phrases(3), lambda _point: -20.0)
"""What it decodes is always as loud."""


def begun(*touches, seed=0, **options):
    performance = Performance(Playable(3), seed, phrases=Phrases(known_phrases(3, **options), lambda _point: -20.0))
    touch(performance, *touches, ("play", 1.0))
    return performance


def touch(performance, *touches):
    given = [Touch(name, values) for name, *values in ((name, *map(float, values)) for name, *values in touches)]
    performance.touch([Touch(one.control, tuple(one.values)) for one in given], Origin.UI)


def path(performance, steps=STEPS):
    sounding = [performance.advance(STEP_S if step else 0.0) for step in range(steps)]
    return np.array([one.latent for one in sounding]), np.array([one.level_db for one in sounding])


def test_at_0_the_hand_leads_alone_and_nothing_goes_on():
    performance = begun(("latents", 0.5, -0.2, 0.1))
    points, levels = path(performance, 20)
    assert np.ptp(points, axis=0).max() == 0.0
    assert not levels.any()
    assert not performance.moves


def test_at_1_the_model_leads_alone_and_between_the_point_is_between():
    alone, levels = path(begun(("wander", 1.0)))
    assert np.ptp(alone, axis=0).min() > 0.2
    assert np.abs(alone).max() <= 1.0
    assert levels.min() == -60.0
    assert 1.0 < levels[levels > -60.0].std() < 9.0, "as the model's level"
    hand = np.float32([0.0, 0.0, 0.0])
    half, rests = path(begun(("wander", 0.5)))
    np.testing.assert_allclose(half, 0.5 * (alone + hand), atol=1e-6)
    np.testing.assert_allclose(rests, 0.5 * levels, atol=1e-9)
    moved = begun(("wander", 1.0))
    path(moved, 1)
    touch(moved, ("latents", 0.9, 0.9, 0.9))
    np.testing.assert_allclose(path(moved, STEPS)[0][1:], alone[1:], atol=1e-12)


def test_each_time_it_plays_another_phrase_and_all_follow_from_the_seed():
    def twice(seed):
        performance = begun(("wander", 1.0), seed=seed)
        first = path(performance)[0]
        touch(performance, ("wander", 0.0))
        path(performance, 2)
        touch(performance, ("wander", 1.0))
        return first, path(performance)[0]

    first, second = twice(0)
    assert not np.array_equal(first, second)
    for one, same in zip((first, second), twice(0), strict=True):
        np.testing.assert_array_equal(one, same)
    assert not np.array_equal(first, twice(1)[0])


def test_an_attack_is_not_waited_for():
    """The level rises with the frame before the first one of a phrase."""
    points, levels = path(begun(("wander", 1.0), rest_logit=0.5))
    rises = np.flatnonzero((levels[1:] > -60.0) & (levels[:-1] == -60.0)) + 1
    assert len(rises) > 5
    assert (points[rises] == points[rises - 1]).all()
    assert (points[rises + 1] != points[rises]).any(axis=1).all()


def test_an_instrument_without_phrases_does_not_wander():
    performance = Performance(Playable(3))
    touch(performance, ("wander", 1.0), ("play", 1.0))
    assert np.ptp(path(performance, 10)[0]) == 0.0
    performance.fit(Playable(3), phrases=PHRASES)
    assert np.ptp(path(performance, 10)[0]) > 0.0


@pytest.mark.parametrize("wander", [1.0, 0.5])
def test_what_it_plays_is_recorded_as_a_gesture_that_plays_the_same(wander):
    performance = begun(("wander", wander), ("gesture.record", 1.0))
    points, levels = path(performance)
    assert (levels == -60.0 * wander).any()
    touch(performance, ("gesture.record", 0.0), ("wander", 0.0))
    performance.advance(0.0)
    assert performance.gesture is not None
    again = Performance(Playable(3), phrases=PHRASES)
    again.load_gesture(performance.gesture)
    touch(again, ("gesture.loop", 0.0), ("gesture.play", 1.0), ("play", 1.0))
    replayed, kept = path(again, STEPS - 1)
    np.testing.assert_allclose(replayed[1:], points[1 : STEPS - 1], atol=2e-6)
    np.testing.assert_allclose(kept[1:], levels[1 : STEPS - 1], atol=1e-4)
    assert again.state["wander"] == wander, "what it evens and smooths is as it was"
    path(again, 3)
    assert again.state["level"] == 0.0, "a gesture that ends in a rest leaves no silence"
