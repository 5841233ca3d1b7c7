"""What is asked of each system, by the numbers that reach it; and that a refusal is a sentence, never an exception."""

import ctypes
import os
import sys
import threading
from types import SimpleNamespace

import pytest

from vschaos.realtime.realtime_kit import RefusedError
from vschaos.realtime.scheduling import (
    AUDIO_PRIORITY,
    LIMITS_FILE,
    LIMITS_LINE,
    OVERLOADED,
    PROCESS_PRIORITY,
    Means,
    grant_audio_thread,
    priority_class,
    quality_of_service,
    realtime_kit,
    request_process_priority,
    sched_rr,
    stand_back,
)
from vschaos.training.worker import yield_on_mac, yield_on_windows, yield_to_music

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux")


class Function:
    """Stands for a function of a C library: takes declarations and keeps what it is called with."""

    def __init__(self, result=0, look=lambda *arguments: arguments):
        self.result, self.look, self.calls = result, look, []

    def __call__(self, *arguments):
        self.calls.append(self.look(*arguments))
        return self.result(*arguments) if callable(self.result) else self.result


def in_a_thread(work):
    """The result of work on a thread of its own, whose priority ends with it."""
    results = []
    thread = threading.Thread(target=lambda: results.append(work()))
    thread.start()
    thread.join()
    return results[0]


# ── Linux ─────────────────────────────────────────────────────────────────────────────────────────────────


AUDIO_THREAD = 4321
"""The kernel's number of the thread on which the audio server calls."""


@pytest.fixture
def kernel(monkeypatch):
    """Grants priorities up to ``highest``; keeps what was asked. ``policy`` is what threads run under already."""
    import resource

    made = SimpleNamespace(highest=99, limit=0, asked=[], policy=os.SCHED_OTHER, gone=False)

    def set_scheduler(thread_id, policy, param):
        made.asked.append((thread_id, policy, param.sched_priority))
        if param.sched_priority > made.highest:
            raise PermissionError(1, "Operation not permitted")

    def get_scheduler(thread_id):
        if made.gone:
            raise ProcessLookupError(3, "No such process")
        assert thread_id == AUDIO_THREAD
        return made.policy

    monkeypatch.setattr(os, "sched_setscheduler", set_scheduler)
    monkeypatch.setattr(os, "sched_getscheduler", get_scheduler)
    monkeypatch.setattr(resource, "getrlimit", lambda _: (made.limit, made.limit))
    monkeypatch.setattr(sys, "platform", "linux")
    return made


@linux
def test_an_audio_thread_that_runs_in_real_time_is_left_alone(kernel):
    for policy in (os.SCHED_FIFO, os.SCHED_RR, os.SCHED_FIFO | os.SCHED_RESET_ON_FORK):
        kernel.policy = policy
        grant = grant_audio_thread(AUDIO_THREAD, platform="linux")
        assert (bool(grant), grant.means, grant.remedy) == (True, Means.AUDIO_SYSTEM, "")
    assert kernel.asked == []


@linux
@pytest.mark.parametrize("gone", [False, True])
def test_another_audio_thread_is_given_a_priority_that_it_keeps_to_itself(kernel, gone):
    kernel.gone = gone
    grant = grant_audio_thread(AUDIO_THREAD, platform="linux")
    assert (bool(grant), grant.means, grant.remedy) == (True, Means.SCHED_RR, "")
    assert kernel.asked == [(AUDIO_THREAD, os.SCHED_RR | os.SCHED_RESET_ON_FORK, AUDIO_PRIORITY)]


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_the_audio_system_runs_its_thread_itself(platform):
    grant = grant_audio_thread(0, platform=platform)
    assert (bool(grant), grant.means) == (True, Means.AUDIO_SYSTEM)


@linux
def test_the_engines_other_threads_inherit_theirs(kernel):
    assert request_process_priority().means is Means.SCHED_RR
    assert kernel.asked == [(0, os.SCHED_RR, PROCESS_PRIORITY)]


@linux
def test_a_low_limit_is_used_up(kernel):
    kernel.highest = kernel.limit = 40
    assert "priority 40" in sched_rr(AUDIO_PRIORITY, AUDIO_THREAD).why
    assert [priority for *_, priority in kernel.asked] == [AUDIO_PRIORITY, 40]


@linux
@pytest.mark.parametrize("whose", ["audio", "process"])
def test_a_refusal_names_the_line_that_helps(kernel, monkeypatch, whose):
    kernel.highest = 0
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus")
    grant = grant_audio_thread(AUDIO_THREAD, platform="linux") if whose == "audio" else request_process_priority()
    assert (bool(grant), grant.means) == (False, Means.NONE)
    assert LIMITS_FILE in grant.remedy
    assert LIMITS_LINE in grant.remedy
    assert grant.why.endswith(".")
    assert ("D-Bus" in grant.why) == (whose == "audio")


@linux
def test_realtime_kit_is_asked_for_the_thread_which_is_guarded(kernel):
    asked, guarded, lost = [], [], []

    class PriorityGuard:
        def __init__(self, thread_id, tell):
            self.thread_id, self.tell = thread_id, tell

        def start(self):
            guarded.append(self)
            return 4711

    def ask(thread_id, priority, spared):
        asked.append((thread_id, priority, spared))
        return 19

    grant = realtime_kit(60, AUDIO_THREAD, lost.append, ask, PriorityGuard)
    assert (grant.granted, grant.means) == (True, Means.REALTIME_KIT)
    # The guard above the guarded.
    assert asked == [(AUDIO_THREAD, 60, 1), (4711, 20, 0)]
    assert "19" in grant.why
    assert guarded[0].thread_id == AUDIO_THREAD
    guarded[0].tell()
    assert lost == [OVERLOADED]
    assert not OVERLOADED


def test_realtime_kits_refusal_is_part_of_the_sentence():
    def refuse(*_):
        raise RefusedError("RealtimeKit is not installed")

    grant = realtime_kit(60, AUDIO_THREAD, lambda _: None, refuse)
    assert grant.why == "The system does not grant you real-time priority, and RealtimeKit is not installed."
    assert not grant


@linux
def test_this_system_answers_and_a_grant_is_true():
    """Whatever it says: the thread runs as the answer tells."""

    def ask():
        thread_id = threading.get_native_id()
        grant = sched_rr(5, thread_id)
        return (
            grant,
            os.sched_getscheduler(0),
            os.sched_getparam(0).sched_priority,
            grant and grant_audio_thread(thread_id),
        )

    grant, policy, priority, again = in_a_thread(ask)
    assert grant.granted == (policy == os.SCHED_RR | os.SCHED_RESET_ON_FORK)
    assert grant.granted == (priority > 0)
    assert not grant or again.means is Means.AUDIO_SYSTEM


@linux
def test_a_thread_that_computes_stands_back_behind_the_others():
    def ask():
        granted = sched_rr(5).granted
        stand_back()
        return granted, os.sched_getscheduler(0), os.sched_getparam(0).sched_priority

    granted, policy, priority = in_a_thread(ask)
    assert (policy, priority) == ((os.SCHED_RR, 1) if granted else (os.SCHED_OTHER, 0))


# ── Windows ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("accepted", [1, 0])
def test_windows_runs_the_process_before_others(accepted):
    kernel32 = SimpleNamespace(GetCurrentProcess=Function(-1), SetPriorityClass=Function(accepted))
    assert priority_class(kernel32, lambda: 5).granted == bool(accepted)
    assert kernel32.SetPriorityClass.calls == [(-1, 0x80)]


def test_a_windows_without_the_library_is_a_refusal(monkeypatch):
    def missing(*_, **__):
        raise OSError("no kernel32")

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "WinDLL", missing, raising=False)
    monkeypatch.setattr(ctypes, "get_last_error", lambda: 0, raising=False)
    grant = request_process_priority()
    assert not grant
    assert "no kernel32" in grant.why
    assert grant.remedy


# ── macOS ─────────────────────────────────────────────────────────────────────────────────────────────────


def mac(answer=0):
    """A libSystem."""
    return SimpleNamespace(pthread_set_qos_class_self_np=Function(answer))


def test_a_macs_refusal_is_a_sentence():
    assert "error 22" in quality_of_service(mac(answer=22)).why


def test_a_macs_engine_is_what_the_user_waits_for():
    system = mac()
    assert quality_of_service(system).means is Means.QUALITY_OF_SERVICE
    assert system.pthread_set_qos_class_self_np.calls == [(0x21, 0)]


def test_an_unknown_system_is_a_refusal(monkeypatch):
    monkeypatch.setattr(sys, "platform", "plan9")
    assert "plan9" in request_process_priority().why


# ── the trainer ───────────────────────────────────────────────────────────────────────────────────────────


@linux
def test_the_trainer_takes_what_linux_has_left():
    assert in_a_thread(lambda: (yield_to_music(), os.sched_getscheduler(0))[1]) == os.SCHED_IDLE
    assert os.sched_getscheduler(0) != os.SCHED_IDLE


def test_the_trainer_takes_what_windows_has_left_and_keeps_its_memory():
    kernel32 = SimpleNamespace(
        GetCurrentProcess=Function(-1),
        GetCurrentThread=Function(-2),
        SetPriorityClass=Function(1),
        SetThreadPriority=Function(1),
    )
    yield_on_windows(kernel32)
    assert kernel32.SetPriorityClass.calls == [(-1, 0x40)]  # not 0x100000, which takes its memory
    assert kernel32.SetThreadPriority.calls == [(-2, 0x10000)]
    assert kernel32.GetCurrentProcess.restype is kernel32.SetPriorityClass.argtypes[0] is ctypes.c_void_p


def test_the_trainer_takes_what_a_mac_has_left():
    system, nice = mac(), Function()
    yield_on_mac(system, nice)
    assert system.pthread_set_qos_class_self_np.calls == [(0x09, 0)]
    assert nice.calls == [(19,)]
