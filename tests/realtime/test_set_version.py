from vschaos.performance.binding_sources import AllBindings
from vschaos.performance.bindings import Binding
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch
from vschaos.realtime.set_version import SetVersion


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
    # A gesture counts when it is complete.
    assert touch("gesture.record", 1.0) == touch("pad", 0.3, 0.4) == seen[-1]
    seen.append(touch("gesture.record", 0.0))
    seen.append(touch("gesture.clear"))
    assert seen == sorted(set(seen))
    assert version.now() == seen[-1]
