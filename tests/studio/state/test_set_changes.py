import pytest

from vschaos.performance.bindings import Binding
from vschaos.performance.gestures import Gesture
from vschaos.performance.set_files import PerformanceSet
from vschaos.performance.snapshots import Sound
from vschaos_studio.state.set_changes import changes_between

A, B = Sound((0.1,)), Sound((0.2,))
NOISE = Binding("cc 1", 0, "noise")
NOTHING = PerformanceSet()


@pytest.mark.parametrize(
    ("before", "after", "titles"),
    [
        (NOTHING, PerformanceSet((None, None, A)), ["Store snapshot 3"]),
        (PerformanceSet((A,)), PerformanceSet((B,)), ["Overwrite snapshot 1"]),
        (PerformanceSet((A, B)), PerformanceSet((A,)), ["Clear snapshot 2"]),
        (PerformanceSet((A, A)), PerformanceSet((B, None, A)),
         ["Overwrite snapshot 1", "Clear snapshot 2", "Store snapshot 3"]),
        (NOTHING, PerformanceSet(gesture=Gesture(1.0)), ["New gesture"]),
        (PerformanceSet(gesture=Gesture(1.0)), PerformanceSet(gesture=Gesture(2.0)), ["Change the gesture"]),
        (PerformanceSet(gesture=Gesture(1.0)), NOTHING, ["Clear the gesture"]),
        (NOTHING, PerformanceSet(bindings={"midi": (NOISE,)}), ["Assign “noise”"]),
        (PerformanceSet(bindings={"midi": (NOISE,)}), NOTHING, ["Remove assignment of “noise”"]),
        (PerformanceSet(bindings={"midi": (NOISE,)}), PerformanceSet(bindings={"midi": (Binding("cc 2", 0, "noise"),)}),
         ["Change assignment of “noise”"]),
        (PerformanceSet((A,), Gesture(1.0), {"midi": (NOISE,)}), PerformanceSet((), None, {"osc": (NOISE,)}),
         ["Clear snapshot 1", "Clear the gesture", "Remove assignment of “noise”", "Assign “noise”"]),
        (PerformanceSet((A, None)), PerformanceSet((A,)), []),
    ],
)  # fmt: skip
def test_changes_are_named_and_lead_from_one_to_the_other(before, after, titles):
    changes = changes_between(before, after)
    assert [change.title for change in changes] == titles
    if changes:
        last = changes[-1].after
        assert [one for one in last.snapshots if one] == [one for one in after.snapshots if one]
        assert (last.gesture, last.bindings) == (after.gesture, after.bindings)
