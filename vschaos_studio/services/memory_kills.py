"""How often the kernel has ended a process because memory ran out: the evidence behind a SIGKILL. Qt-free."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_COUNTER = "oom_kill"


def memory_kills(root: Path = Path("/")) -> int | None:
    """Processes that Linux has ended for want of memory since it started; None where that cannot be known.

    Parameters
    ----------
    root
        Where ``proc`` and ``sys`` are.

    Notes
    -----
    Read from ``/proc/vmstat`` (Linux 4.13 and later), else from the ``memory.events`` of our control group:
    https://docs.kernel.org/admin-guide/cgroup-v2.html#memory-interface-files
    """
    for path in _sources(root):
        try:
            lines = path.read_text(encoding="ascii", errors="replace").splitlines()
        except OSError:
            continue
        for line in lines:
            name, _, count = line.partition(" ")
            if name == _COUNTER and count.strip().isdecimal():
                return int(count)
    return None


def _sources(root: Path) -> Iterator[Path]:
    yield root / "proc" / "vmstat"
    try:
        groups = (root / "proc" / "self" / "cgroup").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    for group in groups:
        # “0::/user.slice/…” is the unified hierarchy; others are of version 1, which has no such file.
        if group.startswith("0::/"):
            yield root / "sys" / "fs" / "cgroup" / group.removeprefix("0::/") / "memory.events"
