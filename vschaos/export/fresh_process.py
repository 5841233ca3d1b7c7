"""Runs the export's check in a process of its own: what passes there needs nothing of the program that wrote it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from vschaos.errors import ExportError
from vschaos.export.report import VERDICTS, Refused, Verified
from vschaos.messages import MessageError

TIMEOUT_S = 300.0


def verify_in_fresh_process(path: Path, reference: Path, timeout_s: float = TIMEOUT_S) -> Verified:
    """Check an export with ``vschaos verify-export``.

    Parameters
    ----------
    path
        The ``.ts`` file.
    reference
        What `vschaos.export.reference` saved.
    timeout_s
        How long the check may take.

    Raises
    ------
    ExportError
        If a check failed, or the process did not come to its end.
    """
    command = [*own_command(), "verify-export", str(path), "--reference", str(reference)]
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
    )
    try:
        output, complaints = process.communicate(timeout=timeout_s)
    except subprocess.TimeoutExpired as error:
        raise ExportError(
            f"The export's check was not done after {timeout_s:.0f} seconds.",
            "Close other programs and export again.",
        ) from error
    finally:
        # Also on the way out of an interrupt: the check never outlives the export.
        if process.poll() is None:
            process.kill()
            process.communicate()
    return _verdict(output, complaints, process.returncode)


def own_command() -> list[str]:
    """How this program starts itself again: the packaged executable, or Python with our package.

    ``-P`` keeps the current folder off the path: a file called ``torch.py`` there must not be run.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-P", "-m", "vschaos"]


def _verdict(output: str, complaints: str, code: int) -> Verified:
    lines = output.strip().splitlines()
    try:
        verdict = VERDICTS.decode(lines[-1] if lines else "")
    except MessageError:
        verdict = None
    if isinstance(verdict, Verified) and code == 0:
        return verdict
    if isinstance(verdict, Refused):
        raise ExportError(verdict.sentence, verdict.remedy)
    last = (complaints.strip().splitlines() or ["no word"])[-1]
    raise ExportError(
        f"The export's check ended unexpectedly (code {code}: {last}).",
        "Close other programs, so that there is memory to spare, and export again.",
    )
