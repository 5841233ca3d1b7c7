"""Asks the operating system to run threads in time, and says in plain words how it went.

=========  ==============================================================  ====================================
system     the thread that calls for sound                                 the engine's other threads
=========  ==============================================================  ====================================
Linux      the audio server's own; else SCHED_RR, else RealtimeKit         SCHED_RR, lower, inherited
Windows    PortAudio's own, in MMCSS                                       the process's priority class
macOS      Core Audio's own, with a time constraint                        quality of service, of the caller
=========  ==============================================================  ====================================

Every call of a system is in a small function that is given the library: none of them runs on the others. What is
refused is an answer, never an exception.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from vschaos.realtime.realtime_kit import PriorityGuard, RefusedError, ask_realtime_kit

AUDIO_PRIORITY = 60
"""Of the thread that calls for sound, where the audio server does not give it one; below that of servers (JACK: 70)."""

PROCESS_PRIORITY = 10
"""Of the engine's other threads: whoever holds the interpreter's lock must not be put aside for another program."""

SWITCH_INTERVAL_S = 0.0005
"""How long another Python thread may keep the interpreter while the control thread waits for it."""

LIMITS_FILE = "/etc/security/limits.d/95-audio.conf"
LIMITS_LINE = "@audio - rtprio 95"
JOIN_AUDIO = (
    f"Write the line “{LIMITS_LINE}” into {LIMITS_FILE}, join the group with “sudo usermod -aG audio $USER”, "
    "and log in again."
)
SHORTER = "Close other programs that keep the computer busy, or choose a longer latency."

# winbase.h
_HIGH_PRIORITY_CLASS = 0x80
# sys/qos.h
_QOS_CLASS_USER_INTERACTIVE = 0x21


class Means(Enum):
    """How a system runs a thread in time."""

    SCHED_RR = "SCHED_RR"
    REALTIME_KIT = "RealtimeKit"
    AUDIO_SYSTEM = "audio system"
    PRIORITY_CLASS = "priority class"
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


def grant_audio_thread(
    thread_id: int, lost: Callable[[RealtimeGrant], None] = lambda _: None, platform: str = sys.platform
) -> RealtimeGrant:
    """Real-time priority for the thread on which the audio system calls for sound.

    Parameters
    ----------
    thread_id
        The kernel's number of the thread; of use on Linux alone.
    lost
        Called, on another thread, when the system takes back later what it granted.
    platform
        As `sys.platform`.
    """
    if not platform.startswith("linux"):
        return RealtimeGrant(True, Means.AUDIO_SYSTEM, "The audio system runs the sound in real time.")
    with contextlib.suppress(OSError):  # a thread that has ended
        if os.sched_getscheduler(thread_id) & ~os.SCHED_RESET_ON_FORK in (os.SCHED_FIFO, os.SCHED_RR):
            return RealtimeGrant(True, Means.AUDIO_SYSTEM, "The audio server runs the sound in real time.")
    return sched_rr(AUDIO_PRIORITY, thread_id) or realtime_kit(AUDIO_PRIORITY, thread_id, lost)


def request_process_priority(priority: int = PROCESS_PRIORITY) -> RealtimeGrant:
    """A priority above that of ordinary programs for the calling thread, and those that it starts afterwards."""
    if sys.platform.startswith("linux"):
        return sched_rr(priority)
    try:
        if sys.platform == "win32":
            return priority_class(ctypes.WinDLL("kernel32", use_last_error=True), ctypes.get_last_error)
        if sys.platform == "darwin":
            return quality_of_service(ctypes.CDLL(None))
    except (OSError, AttributeError) as error:  # a library or a function that this edition of the system lacks
        return RealtimeGrant(False, Means.NONE, f"This system has no real-time priority ({error}).", SHORTER)
    return RealtimeGrant(False, Means.NONE, f"Real-time priority is not supported on {sys.platform}.", SHORTER)


def stand_back() -> None:
    """For a thread that computes for long: the engine's other threads run before it, and it before other programs.

    Of one priority, a thread that computes may keep a processor for 100 ms.
    """
    if sys.platform.startswith("linux") and os.sched_getscheduler(0) == os.SCHED_RR:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))


# ── Linux ─────────────────────────────────────────────────────────────────────────────────────────────────


def sched_rr(priority: int, thread_id: int = 0) -> RealtimeGrant:
    """Take SCHED_RR by right: as root, or within the rtprio limit that the group ``audio`` has on a studio's system.

    ``thread_id`` 0 is the calling thread, which passes the priority on to those that it starts.
    """
    import resource

    limit = resource.getrlimit(resource.RLIMIT_RTPRIO)[0]
    policy = os.SCHED_RR | os.SCHED_RESET_ON_FORK if thread_id else os.SCHED_RR
    wishes = [priority, limit] if 0 < limit < priority else [priority]
    for wish in wishes:
        try:
            os.sched_setscheduler(thread_id, policy, os.sched_param(wish))
        except OSError:
            continue
        return RealtimeGrant(True, Means.SCHED_RR, f"The system grants real-time priority {wish}.")
    return RealtimeGrant(
        False,
        Means.NONE,
        f"The system does not grant you real-time priority (rtprio limit {max(limit, 0)}).",
        JOIN_AUDIO,
    )


def realtime_kit(
    priority: int,
    thread_id: int,
    lost: Callable[[RealtimeGrant], None],
    ask: Callable[[int, int, int], int] = ask_realtime_kit,
    guard: Callable[[int, Callable[[], None]], PriorityGuard] = PriorityGuard,
) -> RealtimeGrant:
    """Ask RealtimeKit for a thread, and have it guarded."""
    try:
        granted = ask(thread_id, priority, 1)
    except RefusedError as refusal:
        return RealtimeGrant(
            False, Means.NONE, f"The system does not grant you real-time priority, and {refusal}.", JOIN_AUDIO
        )

    guard_id = guard(thread_id, lambda: lost(OVERLOADED)).start()
    with contextlib.suppress(RefusedError):  # a guard that may come late is better than none
        ask(guard_id, granted + 1, 0)
    return RealtimeGrant(True, Means.REALTIME_KIT, f"RealtimeKit grants real-time priority {granted}.")


OVERLOADED = RealtimeGrant(
    False,
    Means.NONE,
    "The instrument is too large for this computer: it used all of its time, and lost its real-time priority.",
    "Choose a smaller instrument or close other programs, then open the audio output again.",
)

# ── Windows ───────────────────────────────────────────────────────────────────────────────────────────────


def priority_class(kernel32: Any, last_error: Callable[[], int]) -> RealtimeGrant:
    """Put the whole process above ordinary programs, through kernel32.dll."""
    kernel32.GetCurrentProcess.restype = ctypes.c_void_p
    kernel32.SetPriorityClass.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
    if kernel32.SetPriorityClass(kernel32.GetCurrentProcess(), _HIGH_PRIORITY_CLASS):
        return RealtimeGrant(True, Means.PRIORITY_CLASS, "Windows gives the engine priority over ordinary programs.")
    return RealtimeGrant(
        False, Means.NONE, f"Windows does not give the engine priority (error {last_error()}).", SHORTER
    )


# ── macOS ─────────────────────────────────────────────────────────────────────────────────────────────────


def quality_of_service(system: Any) -> RealtimeGrant:
    """Tell a Mac that somebody waits for what the calling thread does, through libSystem."""
    system.pthread_set_qos_class_self_np.argtypes = (ctypes.c_uint32, ctypes.c_int)
    error = system.pthread_set_qos_class_self_np(_QOS_CLASS_USER_INTERACTIVE, 0)
    if error:
        return RealtimeGrant(False, Means.NONE, f"macOS does not give the engine priority (error {error}).", SHORTER)
    return RealtimeGrant(True, Means.QUALITY_OF_SERVICE, "macOS runs the engine at user-interactive priority.")
