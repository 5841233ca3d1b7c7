from vschaos.performance.state import Touch
from vschaos.performance.touch_batch import TouchBatch


def test_of_a_control_that_is_moved_again_the_last_counts_in_its_place():
    batch = TouchBatch()
    for control, value in (("pad", 1.0), ("latent.z1", 2.0), ("gain", 3.0), ("pad", 4.0)):
        batch.move(Touch(control, (value,)))
    assert len(batch) == 3
    # The pad's other name was moved in between, so that the pad has to come after it.
    assert batch.empty() == [Touch("latent.z1", (2.0,)), Touch("gain", (3.0,)), Touch("pad", (4.0,))]
    assert len(batch) == 0
    assert batch.empty() == []


def test_an_order_finds_what_came_before_and_nothing_is_dropped():
    batch = TouchBatch()
    expected = []
    for value in range(3):
        for touch in (Touch("noise", (float(value),)), Touch("snapshot.store", (value + 1.0,)), Touch("panic")):
            expected.append(touch)
            (batch.move if touch.control == "noise" else batch.order)(touch)
    assert len(batch) == 9
    assert batch.empty() == expected
