"""Real-time priority on a Linux desktop without a limit of one's own: RealtimeKit grants it, over D-Bus.

RealtimeKit asks one thing in return: that the process lets the kernel kill it when a real-time thread computes for
longer than 0.2 s without ever going to sleep. An instrument that is too much for the computer would do that, so a
thread of ours, ``realtime guard``, looks at the favoured thread every 25 ms, and takes the priority back in time; in
time even on a busy computer, since it runs at a higher priority yet.

https://github.com/heftig/rtkit, file README; the limit is RLIMIT_RTTIME of setrlimit(2).
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from jeepney import DBusAddress, Message

ANSWERS_WITHIN_S = 1.0
"""For the whole conversation: the sound waits for it."""

GUARD_EVERY_S = 0.025
AWAKE_AT_MOST = 3
"""Looks that find the thread computing, without sleep since the look before, until its priority is taken back."""

_SERVICE = "org.freedesktop.RealtimeKit1"
_PATH = "/org/freedesktop/RealtimeKit1"
_ERRORS = "org.freedesktop.DBus.Error."
_WHY = {
    _ERRORS + "ServiceUnknown": "RealtimeKit is not installed",
    _ERRORS + "NameHasNoOwner": "RealtimeKit is not installed",
    _ERRORS + "AccessDenied": "RealtimeKit refuses",
    _ERRORS + "NoReply": "RealtimeKit does not answer",
    _ERRORS + "TimedOut": "RealtimeKit does not answer",
}


class RefusedError(Exception):
    """RealtimeKit grants nothing; the text says why, as a clause for a sentence."""


def ask_realtime_kit(
    thread_id: int, priority: int, spared: int = 0, set_limit: Callable[[int], None] | None = None
) -> int:
    """Ask RealtimeKit for SCHED_RR for a thread of this process; returns the priority granted.

    The thread's children do not inherit it.

    Parameters
    ----------
    thread_id
        The kernel's number of the thread, as from ``threading.get_native_id``.
    priority
        1…99; where RealtimeKit's highest (20, as a rule) is lower, that is asked for.
    spared
        So many of the highest priorities are left to others.
    set_limit
        Limits how long a real-time thread may go without sleep, in µs; by default, for this process, by setrlimit(2).

    Raises
    ------
    RefusedError
        If there is no bus, no RealtimeKit, no permission, or no answer within a second.
    """
    try:
        with _Bus(ANSWERS_WITHIN_S) as bus:
            from jeepney import DBusAddress, Properties, new_method_call

            kit = DBusAddress(_PATH, bus_name=_SERVICE, interface=_SERVICE)
            # Each an (Variant signature, value) pair.
            highest = int(bus.call(Properties(kit).get("MaxRealtimePriority"))[0][1])
            limit_us = int(bus.call(Properties(kit).get("RTTimeUSecMax"))[0][1])
            (set_limit or limit_realtime_us)(limit_us)
            granted = max(min(priority, highest - spared), 1)
            _make_realtime(bus, kit, new_method_call, thread_id, granted)
            return granted
    except RefusedError:
        raise
    except ImportError as error:
        raise RefusedError("the library jeepney, which asks RealtimeKit, is missing") from error
    except TimeoutError as error:
        raise RefusedError("RealtimeKit does not answer") from error
    except OSError as error:
        raise RefusedError(f"the system's D-Bus cannot be reached ({error.strerror or error})") from error
    # Whatever a bus may send instead of an answer is a refusal, and no reason to play nothing.
    except Exception as error:
        raise RefusedError(f"RealtimeKit sent an unknown answer ({error})") from error


def limit_realtime_us(limit_us: int) -> None:
    """Let the kernel end this process when a real-time thread computes for so long without sleep."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_RTTIME)
    limit = limit_us if hard == resource.RLIM_INFINITY else min(limit_us, hard)
    resource.setrlimit(resource.RLIMIT_RTTIME, (limit, limit))


def _make_realtime(bus: _Bus, kit: DBusAddress, new_method_call: Any, thread_id: int, priority: int) -> None:
    try:
        bus.call(new_method_call(kit, "MakeThreadRealtimeWithPID", "ttu", (os.getpid(), thread_id, priority)))
    except _ReplyError as error:
        # Before version 0.12 RealtimeKit knew the process by its connection alone.
        if error.name != _ERRORS + "UnknownMethod":
            raise
        bus.call(new_method_call(kit, "MakeThreadRealtime", "tu", (thread_id, priority)))


class _ReplyError(RefusedError):
    """An error that came over the bus."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(_WHY.get(name) or f"RealtimeKit refuses: {text or name}")
        self.name = name


class _Bus:
    """A connection to the system's bus on which nothing waits beyond one deadline, the greeting included."""

    def __init__(self, within_s: float) -> None:
        self._deadline = time.monotonic() + within_s

    def __enter__(self) -> _Bus:
        from jeepney import Parser, message_bus
        from jeepney.bus import get_bus
        from jeepney.io.blocking import prep_socket

        self._serial = 0
        self._parser = Parser()
        self._socket = prep_socket(get_bus("SYSTEM"), timeout=self._left_s())
        try:
            self.call(message_bus.Hello())
        except BaseException:
            self._socket.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._socket.close()

    def call(self, message: Message) -> tuple[Any, ...]:
        """Call a method; returns what it answers."""
        from jeepney import HeaderFields, MessageType

        self._serial += 1
        self._socket.settimeout(self._left_s())
        self._socket.sendall(message.serialise(serial=self._serial))
        while True:
            answer = self._next()
            fields = answer.header.fields
            if fields.get(HeaderFields.reply_serial) != self._serial:
                continue
            if answer.header.message_type is MessageType.error:
                text = str(answer.body[0]) if answer.body else ""
                raise _ReplyError(str(fields.get(HeaderFields.error_name, "")), text)
            return answer.body

    def _next(self) -> Message:
        while (message := self._parser.get_next_message()) is None:
            self._socket.settimeout(self._left_s())
            data = self._socket.recv(4096)
            if not data:
                raise ConnectionResetError("it closed the connection")
            self._parser.add_data(data)
        return message

    def _left_s(self) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


# ── the guard ─────────────────────────────────────────────────────────────────────────────────────────────


class Rest(NamedTuple):
    """Whether a thread computes at this moment, and how often it has gone to sleep so far."""

    computing: bool
    sleeps: int


def read_rest(thread_id: int) -> Rest:
    """What the kernel reports of a thread of this process.

    Raises
    ------
    OSError
        If the thread has ended.
    """
    text = Path(f"/proc/self/task/{thread_id}/status").read_text(encoding="ascii", errors="replace")
    fields = dict(line.split(":", 1) for line in text.splitlines() if ":" in line)
    return Rest(fields["State"].split()[0] == "R", int(fields["voluntary_ctxt_switches"]))


class PriorityGuard:
    """Takes real-time priority from a thread that does not go to sleep any more, before the kernel kills the process.

    Parameters
    ----------
    thread_id
        The kernel's number of the thread.
    lost
        Called, on the guard's thread, when the priority was taken.
    read, demote
        Of the operating system; tests pass their own.
    """

    def __init__(
        self,
        thread_id: int,
        lost: Callable[[], None],
        read: Callable[[int], Rest] = read_rest,
        demote: Callable[[int], None] = lambda thread_id: os.sched_setscheduler(
            thread_id, os.SCHED_OTHER, os.sched_param(0)
        ),
    ) -> None:
        self._thread_id = thread_id
        self._lost = lost
        self._read = read
        self._demote = demote
        self._sleeps = -1
        self._awake = 0

    def start(self) -> int:
        """Watch from now on, for as long as the thread lives; returns the kernel's number of the guard's own thread."""
        thread = threading.Thread(target=self._run, name="realtime guard", daemon=True)
        thread.start()
        return thread.native_id or 0

    def _run(self) -> None:
        while self.check():
            time.sleep(GUARD_EVERY_S)

    def check(self) -> bool:
        """Look once; returns whether there is anything left to guard."""
        try:
            rest = self._read(self._thread_id)
            slept = rest.sleeps != self._sleeps or not rest.computing
            self._sleeps = rest.sleeps
            self._awake = 0 if slept else self._awake + 1
            if self._awake < AWAKE_AT_MOST:
                return True
            self._demote(self._thread_id)
        except OSError:
            return False
        self._lost()
        return False
