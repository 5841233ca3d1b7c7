"""An output that is late on a busy machine is waited for; one that has gone is not."""

import threading
from types import SimpleNamespace

import pytest

from vschaos.performance.performance import Performance
from vschaos.realtime.control import ControlThread
from vschaos.realtime.devices.audio_io import STALLED_AFTER_S, AudioIo
from vschaos.realtime.devices.patience import NAP_S, Patience


class Processor:
    """Wakes whoever naps when it has time for it."""

    def __init__(self):
        self._granted, self._napped = threading.Semaphore(0), threading.Semaphore(0)

    def sleep(self, _seconds):
        self._napped.release()
        self._granted.acquire()

    def run_for(self, seconds):
        for _ in range(round(seconds / NAP_S)):
            self._napped.acquire()
            self._granted.release()
        self._napped.acquire()  # the last nap is counted
        self._napped.release()


@pytest.fixture
def processor():
    made = Processor()
    yield made
    made._granted.release(10)


@pytest.fixture
def audio(processor):
    made = AudioIo(ControlThread(Performance()), lambda _event: None, lambda: None, None)
    made._patience = Patience(processor.sleep)
    yield made
    made._patience.restart()


def output(calls):
    return SimpleNamespace(stream=SimpleNamespace(active=True, counts=SimpleNamespace(calls=calls)))


def test_a_device_that_does_not_call_has_gone_when_others_were_served_meanwhile(audio, processor):
    opened = output(calls=7)
    assert not audio._stalled(opened)
    for _ in range(1000):
        assert not audio._stalled(opened), "no thread got the processor: nobody could call"
    processor.run_for(STALLED_AFTER_S / 2)
    assert not audio._stalled(opened)
    processor.run_for(STALLED_AFTER_S)
    assert audio._stalled(opened)


def test_a_late_call_counts(audio, processor):
    opened = output(calls=7)
    assert not audio._stalled(opened)
    assert not audio._stalled(opened)
    processor.run_for(0.9 * STALLED_AFTER_S)
    opened.stream.counts.calls += 1
    assert not audio._stalled(opened)
    assert not audio._stalled(opened)


def test_one_that_says_that_it_has_ended_is_not_waited_for(audio):
    opened = output(calls=7)
    opened.stream.active = False
    assert audio._stalled(opened)
