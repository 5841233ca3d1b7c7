import pytest

from vschaos.performance.bindings import Binding
from vschaos.performance.gestures import Gesture
from vschaos.performance.set_files import PerformanceSet, format_set
from vschaos.performance.snapshots import Sound, named
from vschaos.performance.tuning import Tuning
from vschaos_studio.state.project import EMPTY_SET, set_in
from vschaos_studio.state.set_changes import changes_between

A, B = Sound((0.1,)), Sound((0.2,))
NOISE = Binding("cc 1", 0, "noise")
TUNING = Tuning("just", tuple(100.0 * key for key in range(128)))
NOTHING = PerformanceSet()
ALL = PerformanceSet((A, None, B), Gesture(1.0), {"midi": (NOISE,)})


@pytest.mark.parametrize(
    ("before", "after", "titles"),
    [
        (NOTHING, PerformanceSet((None, None, A)), ["Store snapshot 3"]),
        (PerformanceSet((A,)), PerformanceSet((B,)), ["Overwrite snapshot 1"]),
        (PerformanceSet((A, B)), PerformanceSet((A,)), ["Clear snapshot 2"]),
        (PerformanceSet((A,)), PerformanceSet((named(A, "Dawn", 2),)), ["Name snapshot 1"]),
        (PerformanceSet((A, A)), PerformanceSet((B, None, A)),
         ["Overwrite snapshot 1", "Clear snapshot 2", "Store snapshot 3"]),
        (NOTHING, PerformanceSet(gesture=Gesture(1.0)), ["New gesture"]),
        (PerformanceSet(gesture=Gesture(1.0)), PerformanceSet(gesture=Gesture(2.0)), ["Change the gesture"]),
        (PerformanceSet(gesture=Gesture(1.0)), NOTHING, ["Clear the gesture"]),
        (NOTHING, PerformanceSet(bindings={"midi": (NOISE,)}), ["Assign “noise”"]),
        (PerformanceSet(bindings={"midi": (NOISE,)}), NOTHING, ["Remove assignment of “noise”"]),
        (PerformanceSet(bindings={"midi": (NOISE,)}), PerformanceSet(bindings={"midi": (Binding("cc 2", 0, "noise"),)}),
         ["Change assignment of “noise”"]),
        (ALL, PerformanceSet((), None, {"osc": (Binding("osc /a 2", 0, "noise"),)}),
         ["Clear snapshot 1", "Clear snapshot 3", "Clear the gesture", "Remove assignment of “noise”",
          "Assign “noise”"]),
        (NOTHING, PerformanceSet(tuning=TUNING), ["Change the tuning"]),
        (PerformanceSet(tuning=TUNING), PerformanceSet((A,)), ["Store snapshot 1", "Change the tuning"]),
        (ALL, ALL, []),
    ],
)  # fmt: skip
def test_changes_are_named_and_lead_from_one_to_the_other(before, after, titles, tmp_path):
    changes = changes_between(format_set(before), format_set(after))
    assert [change.title for change in changes] == titles
    if changes:
        assert set_in(changes[-1].document, tmp_path) == after


def test_a_set_that_was_never_written_is_empty(tmp_path):
    (change,) = changes_between(EMPTY_SET, format_set(PerformanceSet((A,))))
    assert change.title == "Store snapshot 1"
    assert set_in(change.document, tmp_path) == PerformanceSet((A,))
    assert changes_between(EMPTY_SET, format_set(NOTHING)) == []
