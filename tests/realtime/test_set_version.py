from vschaos.performance.binding_sources import AllBindings
from vschaos.performance.bindings import Binding
from vschaos.performance.gestures import Gesture, GestureEvent
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch
from vschaos.performance.tuning import Tuning
from vschaos.realtime.engine import Engine
from vschaos.realtime.set_version import SetVersion

TUNING = Tuning("wide", tuple(101.0 * key for key in range(128)))


def test_it_counts_what_a_set_holds_and_nothing_else():
    performance = Performance()
    bindings = AllBindings(lambda: performance.controls)
    version = SetVersion(performance, bindings)

    def touch(control, *values):
        performance.touch([Touch(control, values)], Origin.UI)
        performance.advance(0.01)
        return version.now()

    seen = [version.now()]
    for control, values in (("pad", (0.1, 0.2)), ("noise", (0.5,)), ("snapshot.recall", ())):
        if values:
            assert touch(control, *values) == seen[-1]
    seen.append(touch("snapshot.store", 1.0))
    seen.append(touch("snapshot.store", 1.0))
    bindings.of("midi").bind(Binding("cc 1", 0, "noise"))
    seen.append(version.now())
    performance.tuning = TUNING
    seen.append(version.now())
    # A gesture counts when it is complete.
    assert touch("gesture.record", 1.0) == touch("pad", 0.3, 0.4) == seen[-1]
    seen.append(touch("gesture.record", 0.0))
    seen.append(touch("gesture.clear"))
    assert seen == sorted(set(seen))
    assert version.now() == seen[-1]


def test_a_set_that_is_opened_leaves_alone_what_is_the_same(tmp_path):
    engine = Engine(lambda _: None)
    performance = engine.performance
    gesture = Gesture(2.0, (GestureEvent(0.0, "pad", (0.1, 0.2)), GestureEvent(0.5, "noise", (0.3,))))
    performance.load_gesture(gesture)
    performance.touch([Touch("snapshot.store", (1.0,))], Origin.UI)
    performance.tuning = TUNING
    engine._save_set(str(tmp_path / "set.json"))
    performance.tuning = None
    tracks = performance.gesture_tracks
    performance.touch([Touch("snapshot.clear", (1.0,))], Origin.UI)
    engine._open_set(tmp_path / "set.json")
    assert performance.state.snapshots[0] is not None
    assert performance.tuning == TUNING
    # A gesture that plays goes on.
    assert performance.gesture_tracks is tracks
