"""The sentence for the user when a child process has failed. Qt-free.

“Out of memory” needs evidence: the child's own error, or a kernel that has killed a process to free memory while the
child ran. A signal alone is not evidence: anybody can send SIGKILL.
"""

from __future__ import annotations

import re
import signal

from vschaos.errors import VschaosError

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
    again: str = "Start again",
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
        What the user does to try again, to begin a sentence with.
    lighter
        A sentence on how to need less memory.
    """
    more = f" {lighter}" if lighter else ""
    last = "\n".join(stderr_tail.splitlines()[-LAST_LINES:])
    signal_name = _signal_name(returncode)
    if signal_name is None and _CARD_MEMORY.search(last):
        return VschaosError(f"{what} ended because the graphics card ran out of memory.", f"{again}.{more}")
    if _ran_out_of_memory(signal_name, last, ran_out=ran_out):
        return VschaosError(
            f"{what} ended because the computer ran out of memory.", f"{again} after closing other programs.{more}"
        )
    if signal_name is None and any(trace in last.lower() for trace in _DISK_TRACES):
        return VschaosError(f"{what} ended because the disk is full.", f"{again} after freeing space on it.")
    printed = _printed_error(stderr_tail) if signal_name is None else None
    return printed or VschaosError(f"{what} {ending(returncode)}.", f"{again}{_advice(signal_name)}")


def ending(returncode: int | None, *, ran_out: bool = False) -> str:
    """How a child ended, to complete a sentence: “crashed (SIGSEGV)”. Parameters are those of :func:`failure_of`."""
    name = _signal_name(returncode)
    if name == "SIGKILL":
        return f"was ended {'because the computer ran out of memory' if ran_out else 'at once from outside'} (SIGKILL)"
    if name in _CRASHES:
        return f"crashed ({name})"
    if name is not None:
        return f"was ended by the system or by another program ({name})"
    if returncode is not None and returncode & 0xFFFFFFFF in _WINDOWS_CRASHES:
        return f"crashed (0x{returncode & 0xFFFFFFFF:X})"
    return "ended unexpectedly"


def _advice(name: str | None) -> str:
    """What follows “Start again” in a remedy, by the name of the signal."""
    if name == "SIGKILL":
        return ". If nobody ended it, the system may have done so to free memory: close other programs first."
    if name is not None and name not in _CRASHES:
        return "."
    return ". If it happens again, see the log for the cause."


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
