"""Asking the operating system to run the calling thread in time, and telling in plain words how it went.

=========  ==============================================================  ====================================
system     the inference thread                                            the engine's other threads
=========  ==============================================================  ====================================
Linux      SCHED_RR, which its children do not inherit; else RealtimeKit   SCHED_RR, lower, inherited
Windows    MMCSS, task “Pro Audio”                                         the process's priority class
macOS      a time constraint of a hop                                      quality of service, of the caller
=========  ==============================================================  ====================================

Every call of a system is in a small function that is given the library: none of them runs on the others. What is
refused is an answer, never an exception; the ring widens by itself if the thread comes late.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from vschaos.realtime.realtime_kit import Guard, RefusedError, ask_realtime_kit

INFERENCE_PRIORITY = 60
"""Below the audio server's own (JACK: 70 by default)."""

PROCESS_PRIORITY = 10
"""Of the engine's other threads: whoever holds the interpreter's lock must not be put aside for another program."""

SWITCH_INTERVAL_S = 0.0005
"""How long another Python thread may keep the interpreter while the inference thread waits for it."""

HOP_S = 512 / 48_000
"""Between two hops of an instrument, as a rule."""

LIMITS_FILE = "/etc/security/limits.d/95-audio.conf"
LIMITS_LINE = "@audio - rtprio 95"
JOIN_AUDIO = (
    f"Write the line “{LIMITS_LINE}” into {LIMITS_FILE}, join the group with “sudo usermod -aG audio $USER”, "
    "and log in again."
)
SHORTER = "Close other programs that keep the computer busy, or choose a longer latency."

# winbase.h, avrt.h
_HIGH_PRIORITY_CLASS = 0x80
_AVRT_PRIORITY_HIGH = 1
# mach/thread_policy.h, sys/qos.h
_THREAD_TIME_CONSTRAINT_POLICY = 2
_QOS_CLASS_USER_INTERACTIVE = 0x21
COMPUTATION_SHARE, CONSTRAINT_SHARE = 0.5, 0.85
"""Of a hop: how much a Mac's thread may compute, and by when it must have done so."""

LONGEST_COMPUTATION_S = 0.05
"""That a Mac's kernel accepts."""


class Means(Enum):
    """How a system runs a thread in time."""

    SCHED_RR = "SCHED_RR"
    REALTIME_KIT = "RealtimeKit"
    MMCSS = "MMCSS"
    PRIORITY_CLASS = "priority class"
    TIME_CONSTRAINT = "time constraint"
    QUALITY_OF_SERVICE = "quality of service"
    NONE = "none"


@dataclass(frozen=True)
class RealtimeGrant:
    """What the system said. ``why`` is a sentence in both cases; ``remedy`` is empty where nothing need be done."""

    granted: bool
    means: Means
    why: str
    remedy: str = ""

    def __bool__(self) -> bool:
        return self.granted


def request_realtime(priority: int = INFERENCE_PRIORITY) -> bool:
    """As :func:`ask_realtime`; returns but whether it was granted."""
    return ask_realtime(priority).granted


def ask_realtime(
    priority: int = INFERENCE_PRIORITY,
    hop_s: float = HOP_S,
    lost: Callable[[RealtimeGrant], None] | None = None,
) -> RealtimeGrant:
    """Ask for real-time priority for the calling thread.

    Parameters
    ----------
    priority
        `INFERENCE_PRIORITY` for a thread that renders; anything lower for one whose children shall inherit it, before
        it starts them.
    hop_s
        How often the thread has to render, in s.
    lost
        Called, on another thread, when the system takes back later what it granted.
    """
    inherited = priority < INFERENCE_PRIORITY
    if sys.platform.startswith("linux"):
        grant = sched_rr(priority, inherited)
        # RealtimeKit favours one thread at a time, which ours would not pass on.
        return grant if grant or inherited else realtime_kit(priority, lost)
    try:
        if sys.platform == "win32":
            errors = ctypes.get_last_error
            if inherited:
                return priority_class(ctypes.WinDLL("kernel32", use_last_error=True), errors)
            return mmcss(ctypes.WinDLL("avrt", use_last_error=True), errors)
        if sys.platform == "darwin":
            system = ctypes.CDLL(None)
            return quality_of_service(system) if inherited else time_constraint(system, hop_s)
    except (OSError, AttributeError) as error:  # a library or a function that this edition of the system lacks
        return RealtimeGrant(False, Means.NONE, f"This system knows no real-time priority ({error}).", SHORTER)
    return RealtimeGrant(False, Means.NONE, f"How to ask {sys.platform} for real-time priority is not known.", SHORTER)


# ── Linux ─────────────────────────────────────────────────────────────────────────────────────────────────


def sched_rr(priority: int, inherited: bool) -> RealtimeGrant:
    """Take SCHED_RR by right: as root, or within the rtprio limit that the group ``audio`` has on a studio's system."""
    import resource

    limit = resource.getrlimit(resource.RLIMIT_RTPRIO)[0]
    policy = os.SCHED_RR if inherited else os.SCHED_RR | os.SCHED_RESET_ON_FORK
    wishes = [priority, limit] if 0 < limit < priority else [priority]
    for wish in wishes:
        try:
            # 0 is the calling thread, not the process.
            os.sched_setscheduler(0, policy, os.sched_param(wish))
        except OSError:
            continue
        return RealtimeGrant(True, Means.SCHED_RR, f"The system grants real-time priority {wish}.")
    return RealtimeGrant(
        False, Means.NONE, f"The system grants you no real-time priority (rtprio limit {max(limit, 0)}).", JOIN_AUDIO
    )


def realtime_kit(
    priority: int,
    lost: Callable[[RealtimeGrant], None] | None,
    ask: Callable[[int, int, int], int] = ask_realtime_kit,
    guard: Callable[[int, Callable[[], None]], Guard] = Guard,
) -> RealtimeGrant:
    """Ask RealtimeKit for the calling thread, and have it guarded."""
    thread_id = threading.get_native_id()
    try:
        granted = ask(thread_id, priority, 1)
    except RefusedError as refusal:
        return RealtimeGrant(
            False, Means.NONE, f"The system grants you no real-time priority, and {refusal}.", JOIN_AUDIO
        )

    def tell() -> None:
        if lost is not None:
            lost(OVERLOADED)

    guard_id = guard(thread_id, tell).start()
    with contextlib.suppress(RefusedError):  # a guard that may come late is better than none
        ask(guard_id, granted + 1, 0)
    return RealtimeGrant(True, Means.REALTIME_KIT, f"RealtimeKit grants real-time priority {granted}.")


OVERLOADED = RealtimeGrant(
    False,
    Means.NONE,
    "The instrument is too much for this computer: it took all of the time there is, and lost its real-time priority.",
    "Choose a smaller instrument or close other programs, then open the audio output again.",
)

# ── Windows ───────────────────────────────────────────────────────────────────────────────────────────────


def mmcss(avrt: Any, last_error: Callable[[], int]) -> RealtimeGrant:
    """Register the calling thread with the Multimedia Class Scheduler, through avrt.dll."""
    avrt.AvSetMmThreadCharacteristicsW.restype = ctypes.c_void_p
    avrt.AvSetMmThreadPriority.argtypes = (ctypes.c_void_p, ctypes.c_int)
    task_index = ctypes.c_uint32(0)
    handle = avrt.AvSetMmThreadCharacteristicsW(ctypes.c_wchar_p("Pro Audio"), ctypes.byref(task_index))
    if not handle:
        return RealtimeGrant(
            False,
            Means.NONE,
            f"Windows does not take the sound into its multimedia scheduler (error {last_error()}).",
            "Start the service “Multimedia Class Scheduler”, and open the audio output again.",
        )
    # Within its class; where that is refused, the class remains.
    avrt.AvSetMmThreadPriority(handle, _AVRT_PRIORITY_HIGH)
    return RealtimeGrant(True, Means.MMCSS, "Windows' multimedia scheduler runs the sound as “Pro Audio”.")


def priority_class(kernel32: Any, last_error: Callable[[], int]) -> RealtimeGrant:
    """Put the whole process above ordinary programs, through kernel32.dll."""
    kernel32.GetCurrentProcess.restype = ctypes.c_void_p
    kernel32.SetPriorityClass.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
    if kernel32.SetPriorityClass(kernel32.GetCurrentProcess(), _HIGH_PRIORITY_CLASS):
        return RealtimeGrant(True, Means.PRIORITY_CLASS, "Windows runs the engine before ordinary programs.")
    return RealtimeGrant(
        False, Means.NONE, f"Windows does not run the engine before other programs (error {last_error()}).", SHORTER
    )


# ── macOS ─────────────────────────────────────────────────────────────────────────────────────────────────


class _TimeConstraint(ctypes.Structure):
    """``thread_time_constraint_policy_data_t``: times in ticks of mach_absolute_time."""

    _fields_ = (
        ("period", ctypes.c_uint32),
        ("computation", ctypes.c_uint32),
        ("constraint", ctypes.c_uint32),
        ("preemptible", ctypes.c_int32),
    )


class _Timebase(ctypes.Structure):
    """``mach_timebase_info_data_t``: nanoseconds are ticks × numer ÷ denom."""

    _fields_ = (("numer", ctypes.c_uint32), ("denom", ctypes.c_uint32))


def time_constraint(system: Any, hop_s: float) -> RealtimeGrant:
    """Promise a Mac's kernel how long the calling thread computes in every hop, through libSystem."""
    base = _Timebase()
    if system.mach_timebase_info(ctypes.byref(base)) or not base.numer:
        return RealtimeGrant(False, Means.NONE, "macOS does not tell the ticks of its clock.", SHORTER)

    def ticks(seconds: float) -> int:
        return round(seconds * 1e9 * base.denom / base.numer)

    policy = _TimeConstraint(
        period=ticks(hop_s),
        computation=ticks(min(COMPUTATION_SHARE * hop_s, LONGEST_COMPUTATION_S)),
        constraint=ticks(CONSTRAINT_SHARE * hop_s),
        preemptible=1,
    )
    system.pthread_self.restype = ctypes.c_void_p
    system.pthread_mach_thread_np.argtypes = (ctypes.c_void_p,)
    system.pthread_mach_thread_np.restype = ctypes.c_uint32
    system.thread_policy_set.argtypes = (ctypes.c_uint32, ctypes.c_uint32, ctypes.c_void_p, ctypes.c_uint32)
    thread = system.pthread_mach_thread_np(system.pthread_self())
    numbers = ctypes.sizeof(policy) // ctypes.sizeof(ctypes.c_int32)
    error = system.thread_policy_set(thread, _THREAD_TIME_CONSTRAINT_POLICY, ctypes.byref(policy), numbers)
    if error:
        return RealtimeGrant(False, Means.NONE, f"macOS does not run the sound in real time (error {error}).", SHORTER)
    return RealtimeGrant(True, Means.TIME_CONSTRAINT, f"macOS runs the sound every {1000 * hop_s:.0f} ms.")


def quality_of_service(system: Any) -> RealtimeGrant:
    """Tell a Mac that somebody waits for what the calling thread does, through libSystem."""
    system.pthread_set_qos_class_self_np.argtypes = (ctypes.c_uint32, ctypes.c_int)
    error = system.pthread_set_qos_class_self_np(_QOS_CLASS_USER_INTERACTIVE, 0)
    if error:
        return RealtimeGrant(False, Means.NONE, f"macOS does not favour the engine (error {error}).", SHORTER)
    return RealtimeGrant(True, Means.QUALITY_OF_SERVICE, "macOS runs the engine as what the user waits for.")
