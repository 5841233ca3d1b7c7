"""A child process: what is sent and received, how it is ended, and what is known of its end."""

import sys
import threading

import pytest

from vschaos.errors import VschaosError
from vschaos.messages import MessageError
from vschaos_studio.services.child_process import LOGGED_LINES, ChildProcess
from vschaos_studio.services.process import Launcher


def child(code, *, decode=str.strip, patience_s=10.0):
    launcher = Launcher([sys.executable, "-I", "-S", "-c", code])
    return ChildProcess(launcher, ("engine",), "The work", decode, patience_s=patience_s)


def test_text_of_any_language_passes_through_the_pipes():
    echo = child("import sys; sys.stdout.write(sys.stdin.readline())")
    echo.send("Glöckchen 鈴")
    echo.start()
    assert echo.follow(lambda event: event) == "Glöckchen 鈴"
    assert echo.close() == 0


def test_the_end_of_its_input_asks_it_to_end():
    reader = child("import sys; sys.stdin.read(); sys.exit(7)")
    reader.start()
    assert reader.close() == reader.returncode == 7
    assert reader.ending.endswith("ended unexpectedly.")


def test_one_that_does_not_end_is_killed():
    ignoring = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)"
    deaf = child(f"{ignoring}; print(1, flush=True)\nwhile True: signal.pause()", patience_s=0.05)
    deaf.start()
    deaf.follow(lambda event: event)
    assert deaf.close() == -9
    assert "SIGKILL" in deaf.ending


def test_one_that_is_closed_before_it_is_followed_has_no_events():
    quick = child("print(1)")
    quick.start()
    assert quick.close() == 0
    assert quick.follow(lambda event: event) is None


def test_a_kill_before_the_start_counts():
    hanging = child("import signal; signal.pause()")
    hanging.kill()
    hanging.start()
    assert hanging.follow(lambda event: event) is None
    assert hanging.close() == -9


def test_what_is_not_an_event_is_logged_a_few_times_and_passed_over(caplog):
    def decode(line):
        if not line.startswith("{"):
            raise MessageError("not JSON")
        return line.strip()

    talking = child("print('hello\\n' * 1000 + '{}')", decode=decode)
    talking.start()
    assert talking.follow(lambda event: event) == "{}"
    talking.close()
    assert caplog.text.count("not an event") == LOGGED_LINES


def test_a_program_that_is_missing_has_a_sentence():
    missing = ChildProcess(Launcher(["/nowhere/vschaos"]), ("engine",), "The work", str)
    with pytest.raises(VschaosError, match="The work cannot be started"):
        missing.start()


def test_no_thread_is_left(qapp):
    before = set(threading.enumerate())
    short = child("print(1)")
    short.start()
    short.follow(lambda event: None)
    short.close()
    assert set(threading.enumerate()) <= before
