import sys
import threading

import pytest

from vschaos.errors import VschaosError
from vschaos_studio.services.crash import CrashReporter


@pytest.fixture
def reporter(qapp, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    monkeypatch.setattr(threading, "excepthook", lambda *_: None)
    made = CrashReporter("1.2.3")
    made.install()
    yield made
    made.uninstall()


def raised(error):
    try:
        raise error
    except type(error) as caught:
        return type(caught), caught, caught.__traceback__


def test_a_bug_becomes_a_report_with_versions_and_traceback(reporter, qtbot):
    with qtbot.waitSignal(reporter.crashed) as crashed, qtbot.assertNotEmitted(reporter.mistake):
        sys.excepthook(*raised(ZeroDivisionError("the divisor")))
    assert "vschaos studio 1.2.3" in crashed.args[0]
    assert "ZeroDivisionError: the divisor" in crashed.args[0]
    assert "test_crash.py" in crashed.args[0]


def test_a_mistake_that_reached_the_top_stays_a_sentence(reporter, qtbot):
    with qtbot.waitSignal(reporter.mistake) as mistake, qtbot.assertNotEmitted(reporter.crashed):
        sys.excepthook(*raised(VschaosError("No such file.", "Choose another.")))
    assert mistake.args[0].remedy == "Choose another."


def test_a_bug_in_a_thread_is_reported_too(reporter, qtbot):
    def fail():
        raise RuntimeError("in the thread")

    with qtbot.waitSignal(reporter.crashed) as crashed:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    assert "in the thread" in crashed.args[0]


def test_interrupting_is_no_bug(reporter, qtbot):
    with qtbot.assertNotEmitted(reporter.crashed):
        sys.excepthook(*raised(KeyboardInterrupt()))


def test_the_hooks_are_given_back(reporter):
    ours = sys.excepthook
    reporter.uninstall()
    assert sys.excepthook is not ours
