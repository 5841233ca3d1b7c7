"""Runs the export's check in a process of its own: what passes there needs nothing of the program that wrote it."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from vschaos.errors import ExportError
from vschaos.export.report import EXPORT_MESSAGES, Check, Verified
from vschaos.messages import MessageError, Problem


def verify_in_fresh_process(path: Path, reference: Path, passed: Callable[[Check], None]) -> Verified:
    """Check an export with ``vschaos verify-export``.

    It has no time limit: a busy computer is not the instrument's fault, and the user can cancel.

    Parameters
    ----------
    path
        The ``.ts`` file.
    reference
        What `vschaos.export.reference` saved.
    passed
        Called with each check as soon as it has passed.

    Raises
    ------
    ExportError
        If a check failed, or the process ended without a result.
    """
    command = [*own_command(), "verify-export", str(path), "--reference", str(reference)]
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as complaints:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=complaints,
            encoding="utf-8",
            errors="replace",
        )
        with process:
            try:
                result = _follow(process, passed)
            finally:
                # Also on the way out of an interrupt: the check never outlives the export.
                if process.poll() is None:
                    process.kill()
        if result is not None and process.returncode == 0:
            return result
        complaints.seek(0)
        last = (complaints.read().strip().splitlines() or ["no message"])[-1]
    raise ExportError(
        f"The export's check ended unexpectedly (code {process.returncode}: {last}).",
        "Close other programs to free memory, and export again.",
    )


def own_command() -> list[str]:
    """How this program starts itself again: the packaged executable, or Python with our package.

    ``-P`` keeps the current folder off the path: a file called ``torch.py`` there must not be run.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-P", "-m", "vschaos"]


def _follow(process: subprocess.Popen[str], passed: Callable[[Check], None]) -> Verified | None:
    """Read what the check prints until it ends; its result, if it came to one."""
    assert process.stdout is not None
    result = None
    for line in process.stdout:
        try:
            message = EXPORT_MESSAGES.decode(line)
        except MessageError:  # a library's own line
            continue
        if isinstance(message, Problem):
            raise ExportError(message.sentence, message.remedy)
        if isinstance(message, Check):
            passed(message)
        elif isinstance(message, Verified):
            result = message
    process.wait()
    return result
