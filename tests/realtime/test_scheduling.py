"""What is asked of each system, by the numbers that reach it; and that a refusal is a sentence, never an exception."""

import ctypes
import os
import sys
import threading
from types import SimpleNamespace

import pytest

from vschaos.realtime import scheduling
from vschaos.realtime.realtime_kit import RefusedError
from vschaos.realtime.scheduling import (
    INFERENCE_PRIORITY,
    LIMITS_FILE,
    LIMITS_LINE,
    OVERLOADED,
    PROCESS_PRIORITY,
    Means,
    ask_realtime,
    mmcss,
    priority_class,
    quality_of_service,
    realtime_kit,
    request_realtime,
    sched_rr,
    time_constraint,
)
from vschaos.training.worker import yield_on_mac, yield_on_windows, yield_to_music

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux")


def pointed_at(argument, kind):
    """What a C function would find behind an argument."""
    return ctypes.cast(argument, ctypes.POINTER(kind)).contents


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


@pytest.fixture
def kernel(monkeypatch):
    """Grants priorities up to ``highest``; keeps what was asked."""
    import resource

    made = SimpleNamespace(highest=99, limit=0, asked=[])

    def set_scheduler(pid, policy, param):
        made.asked.append((pid, policy, param.sched_priority))
        if param.sched_priority > made.highest:
            raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "sched_setscheduler", set_scheduler)
    monkeypatch.setattr(resource, "getrlimit", lambda _: (made.limit, made.limit))
    monkeypatch.setattr(sys, "platform", "linux")
    return made


@linux
def test_the_inference_thread_keeps_its_priority_to_itself(kernel):
    grant = ask_realtime()
    assert (bool(grant), grant.means, grant.remedy) == (True, Means.SCHED_RR, "")
    assert kernel.asked == [(0, os.SCHED_RR | os.SCHED_RESET_ON_FORK, INFERENCE_PRIORITY)]


@linux
def test_the_engines_other_threads_inherit_theirs(kernel):
    assert ask_realtime(PROCESS_PRIORITY).means is Means.SCHED_RR
    assert kernel.asked == [(0, os.SCHED_RR, PROCESS_PRIORITY)]


@linux
def test_a_low_limit_is_used_up(kernel):
    kernel.highest = kernel.limit = 40
    assert "priority 40" in sched_rr(INFERENCE_PRIORITY, inherited=False).why
    assert [priority for *_, priority in kernel.asked] == [INFERENCE_PRIORITY, 40]


@linux
@pytest.mark.parametrize("priority", [INFERENCE_PRIORITY, PROCESS_PRIORITY])
def test_a_refusal_names_the_line_that_helps(kernel, monkeypatch, priority):
    kernel.highest = 0
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus")
    grant = ask_realtime(priority)
    assert (bool(grant), grant.means) == (False, Means.NONE)
    assert LIMITS_FILE in grant.remedy
    assert LIMITS_LINE in grant.remedy
    assert grant.why.endswith(".")
    assert ("D-Bus" in grant.why) == (priority == INFERENCE_PRIORITY)
    assert request_realtime(priority) is False


@linux
def test_realtime_kit_is_asked_for_this_thread_which_is_guarded(kernel):
    asked, guarded, lost = [], [], []

    class Guard:
        def __init__(self, thread_id, tell):
            self.thread_id, self.tell = thread_id, tell

        def start(self):
            guarded.append(self)
            return 4711

    def ask(thread_id, priority, spared):
        asked.append((thread_id, priority, spared))
        return 19

    grant = realtime_kit(60, lost.append, ask, Guard)
    assert (grant.granted, grant.means) == (True, Means.REALTIME_KIT)
    # The guard above the guarded.
    assert asked == [(threading.get_native_id(), 60, 1), (4711, 20, 0)]
    assert "19" in grant.why
    assert guarded[0].thread_id == threading.get_native_id()
    guarded[0].tell()
    assert lost == [OVERLOADED]
    assert not OVERLOADED


def test_realtime_kits_refusal_is_part_of_the_sentence():
    def refuse(*_):
        raise RefusedError("RealtimeKit is not installed")

    grant = realtime_kit(60, None, refuse)
    assert grant.why == "The system grants you no real-time priority, and RealtimeKit is not installed."
    assert not grant


@linux
def test_this_system_answers_and_a_grant_is_true():
    """Whatever it says: the thread runs as the answer tells."""

    def ask():
        grant = sched_rr(5, inherited=False)
        return grant, os.sched_getscheduler(0), os.sched_getparam(0).sched_priority

    grant, policy, priority = in_a_thread(ask)
    assert grant.granted == (policy == os.SCHED_RR | os.SCHED_RESET_ON_FORK)
    assert grant.granted == (priority > 0)


# ── Windows ───────────────────────────────────────────────────────────────────────────────────────────────


def test_windows_is_asked_for_pro_audio():
    handle = 0x1_2345_6789  # longer than an int
    avrt = SimpleNamespace(
        AvSetMmThreadCharacteristicsW=Function(
            handle, lambda name, index: (name.value, pointed_at(index, ctypes.c_uint32).value)
        ),
        AvSetMmThreadPriority=Function(1),
    )
    grant = mmcss(avrt, lambda: 0)
    assert (bool(grant), grant.means) == (True, Means.MMCSS)
    assert avrt.AvSetMmThreadCharacteristicsW.calls == [("Pro Audio", 0)]
    assert avrt.AvSetMmThreadCharacteristicsW.restype is ctypes.c_void_p
    assert avrt.AvSetMmThreadPriority.calls == [(handle, 1)]
    assert avrt.AvSetMmThreadPriority.argtypes[0] is ctypes.c_void_p


def test_windows_refusal_tells_its_number():
    avrt = SimpleNamespace(AvSetMmThreadCharacteristicsW=Function(None), AvSetMmThreadPriority=Function())
    grant = mmcss(avrt, lambda: 1552)
    assert not grant
    assert "1552" in grant.why
    assert grant.remedy
    assert not avrt.AvSetMmThreadPriority.calls


@pytest.mark.parametrize("accepted", [1, 0])
def test_windows_runs_the_process_before_others(accepted):
    kernel32 = SimpleNamespace(GetCurrentProcess=Function(-1), SetPriorityClass=Function(accepted))
    assert priority_class(kernel32, lambda: 5).granted == bool(accepted)
    assert kernel32.SetPriorityClass.calls == [(-1, 0x80)]


def test_a_windows_without_the_library_is_a_refusal(monkeypatch):
    def missing(*_, **__):
        raise OSError("no avrt")

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "WinDLL", missing, raising=False)
    monkeypatch.setattr(ctypes, "get_last_error", lambda: 0, raising=False)
    for priority in (INFERENCE_PRIORITY, PROCESS_PRIORITY):
        grant = ask_realtime(priority)
        assert not grant
        assert "no avrt" in grant.why


# ── macOS ─────────────────────────────────────────────────────────────────────────────────────────────────


def mac(numer, denom, answer=0):
    """A libSystem whose clock has these ticks."""

    def timebase(argument):
        base = pointed_at(argument, scheduling._Timebase)
        base.numer, base.denom = numer, denom
        return 0

    def policy(thread, flavour, argument, count):
        found = pointed_at(argument, ctypes.c_int32 * count)
        return thread, flavour, tuple(found)

    return SimpleNamespace(
        mach_timebase_info=Function(timebase),
        pthread_self=Function(0x7FFF_0000_1234),
        pthread_mach_thread_np=Function(0x1503),
        thread_policy_set=Function(answer, policy),
        pthread_set_qos_class_self_np=Function(answer),
    )


@pytest.mark.parametrize(("numer", "denom", "ticks_per_s"), [(1, 1, 1e9), (125, 3, 24e6)])
def test_a_mac_is_told_what_a_hop_takes_in_its_own_ticks(numer, denom, ticks_per_s):
    system = mac(numer, denom)
    hop_s = 512 / 44_100
    grant = time_constraint(system, hop_s)
    assert (bool(grant), grant.means) == (True, Means.TIME_CONSTRAINT)
    assert "12 ms" in grant.why
    ((thread, flavour, (period, computation, constraint, preemptible)),) = system.thread_policy_set.calls
    assert (thread, flavour, preemptible) == (0x1503, 2, 1)
    assert period == pytest.approx(hop_s * ticks_per_s, abs=1)
    assert computation == pytest.approx(period * 0.5, abs=1)
    assert constraint == pytest.approx(period * 0.85, abs=1)
    assert system.pthread_mach_thread_np.calls == [(0x7FFF_0000_1234,)]
    assert system.pthread_self.restype is ctypes.c_void_p


def test_a_macs_longest_computation_is_not_exceeded():
    system = mac(1, 1)
    time_constraint(system, 0.4)
    ((_, _, (period, computation, constraint, _)),) = system.thread_policy_set.calls
    assert computation == 50_000_000 < constraint < period


def test_a_macs_refusals_are_sentences():
    assert "error 4" in time_constraint(mac(1, 1, answer=4), 0.01).why
    assert not time_constraint(mac(0, 0), 0.01)
    assert "error 22" in quality_of_service(mac(1, 1, answer=22)).why


def test_a_macs_engine_is_what_the_user_waits_for():
    system = mac(1, 1)
    assert quality_of_service(system).means is Means.QUALITY_OF_SERVICE
    assert system.pthread_set_qos_class_self_np.calls == [(0x21, 0)]


def test_an_unknown_system_is_a_refusal(monkeypatch):
    monkeypatch.setattr(sys, "platform", "plan9")
    assert "plan9" in ask_realtime().why


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
    system, nice = mac(1, 1), Function()
    yield_on_mac(system, nice)
    assert system.pthread_set_qos_class_self_np.calls == [(0x09, 0)]
    assert nice.calls == [(19,)]
