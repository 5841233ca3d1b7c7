"""The sentence for the user when a child process has failed. Qt-free.

“Out of memory” needs evidence: the child's own error, or a kernel that has killed a process to free memory while the
child ran. A signal alone is not evidence: anybody can send SIGKILL.
"""

from __future__ import annotations

import re
import signal

from vschaos.errors import VschaosError
from vschaos_studio.language import tr

_MEMORY = re.compile(
    r"^(?:[\w.]*MemoryError\b|[\w.]*Error: .*(?:can(?:no|')t allocate memory|not enough memory)|.*\bstd::bad_alloc\b)",
    re.IGNORECASE | re.MULTILINE,
)
_CARD_MEMORY = re.compile(r"\b(?:CUDA|MPS|HIP|XPU)\b.{0,20}out of memory", re.IGNORECASE)
_DISK_TRACES = ("no space left on device", "errno 28", "disk quota exceeded")

_CRASHES = ("SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE", "SIGABRT", "SIGTRAP", "SIGSYS")
_WINDOWS_CRASHES = (0xC0000005, 0xC000001D, 0xC00000FD, 0xC0000374, 0xC0000409)
"""Access violation, illegal instruction, stack overflow, heap corruption, stack buffer overrun (ntstatus.h)."""


LAST_LINES = 12
"""Where the error is that ended a child; it survived what it wrote before."""


def failure_of(
    what: str,
    returncode: int | None,
    stderr_tail: str,
    *,
    ran_out: bool = False,
    again: str = "",
    lighter: str = "",
) -> VschaosError:
    """The sentence and remedy for a child that ended too soon.

    Parameters
    ----------
    what
        What the child was doing, to begin a sentence with: “The training”, “The export”.
    returncode
        As of :class:`subprocess.Popen`: negative for a signal on POSIX.
    stderr_tail
        The last lines that it wrote to standard error.
    ran_out
        Whether the kernel has killed a process to free memory meanwhile.
    again
        What the user does to try again, to begin a sentence with; empty: “Start again”.
    lighter
        A sentence on how to need less memory.
    """
    again = again or tr("Start again", "begins a sentence")
    more = f" {lighter}" if lighter else ""
    last = "\n".join(stderr_tail.splitlines()[-LAST_LINES:])
    signal_name = _signal_name(returncode)
    if signal_name is None and _CARD_MEMORY.search(last):
        return VschaosError(
            tr("{what} ended because the graphics card ran out of memory.", what=what), f"{again}.{more}"
        )
    if _ran_out_of_memory(signal_name, last, ran_out=ran_out):
        return VschaosError(
            tr("{what} ended because the computer ran out of memory.", what=what),
            tr("{again} after closing other programs.", again=again) + more,
        )
    if signal_name is None and any(trace in last.lower() for trace in _DISK_TRACES):
        return VschaosError(
            tr("{what} ended because the disk is full.", what=what),
            tr("{again} after freeing space on it.", again=again),
        )
    printed = _printed_error(stderr_tail) if signal_name is None else None
    return printed or VschaosError(ending(what, returncode), _advice(again, signal_name))


def ending(what: str, returncode: int | None, *, ran_out: bool = False) -> str:
    """How a child ended: “The export crashed (SIGSEGV).” Parameters are those of :func:`failure_of`."""
    name = _signal_name(returncode)
    if name == "SIGKILL":
        if ran_out:
            return tr("{what} was ended because the computer ran out of memory (SIGKILL).", what=what)
        return tr("{what} was ended at once from outside (SIGKILL).", what=what)
    if name in _CRASHES:
        return tr("{what} crashed ({signal}).", what=what, signal=name)
    if name is not None:
        return tr("{what} was ended by the system or by another program ({signal}).", what=what, signal=name)
    if returncode is not None and returncode & 0xFFFFFFFF in _WINDOWS_CRASHES:
        return tr("{what} crashed ({signal}).", what=what, signal=f"0x{returncode & 0xFFFFFFFF:X}")
    return tr("{what} ended unexpectedly.", what=what)


def _advice(again: str, name: str | None) -> str:
    """The remedy, by the name of the signal."""
    if name == "SIGKILL":
        why = tr("If nobody ended it, the system may have done so to free memory: close other programs first.")
        return f"{again}. {why}"
    if name is not None and name not in _CRASHES:
        return f"{again}."
    log = tr("If it happens again, see the log for the cause.")
    return f"{again}. {log}"


def _ran_out_of_memory(name: str | None, last: str, *, ran_out: bool) -> bool:
    if name == "SIGKILL":
        return ran_out
    # In C++, a failed allocation ends in an abort; any other signal has nothing to do with what was written before.
    return name in (None, "SIGABRT") and _MEMORY.search(last) is not None


def _signal_name(returncode: int | None) -> str | None:
    """The signal that ended a child, or None. A shell in between reports it as 128 plus its number."""
    if returncode is None:
        return None
    number = -returncode if returncode < 0 else returncode - 128
    try:
        return signal.Signals(number).name
    except ValueError:
        # Real-time signals have no name.
        return f"signal {number}" if 32 <= number <= 64 and returncode < 0 else None


def _printed_error(stderr_tail: str) -> VschaosError | None:
    """What ``vschaos VERB`` itself printed: ``vschaos train: SENTENCE``, then its remedy."""
    lines = [line.strip() for line in stderr_tail.splitlines() if line.strip()]
    for position in range(len(lines) - 1, -1, -1):
        head, separator, sentence = lines[position].partition(": ")
        if separator and re.fullmatch(r"vschaos\s+\S+", head) and not sentence.startswith("error:"):
            return VschaosError(sentence, lines[position + 1] if position + 1 < len(lines) else "")
    return None
