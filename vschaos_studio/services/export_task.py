"""The export for ``nn~``, run in a process of its own and followed line by line. Runs in a task's worker thread.

The child is ``vschaos script INSTRUMENT -o FOLDER -n NAME --json``. It prints a JSON object a line: a stage
``{"stage": …, "sentence": …}`` as it goes, and at the end ``{"done": true, "path": …, "checks": […]}`` or
``{"error": sentence, "remedy": …}``.
"""

from __future__ import annotations

import json
import logging
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vschaos.errors import ExportError
from vschaos_studio.services.child_death import Complaints, death_of
from vschaos_studio.services.process import Launcher, end
from vschaos_studio.services.tasks import TaskContext

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ExportRequest:
    """Which instrument goes where: ``folder/name.ts``."""

    instrument: Path
    folder: Path
    name: str

    @property
    def target(self) -> Path:
        """The file that is to be written."""
        return self.folder / f"{self.name}.ts"

    def arguments(self) -> tuple[str, ...]:
        """The verb and its options; ``=`` keeps a name that begins with a dash from being read as an option."""
        return ("script", f"--out={self.folder}", f"--name={self.name}", "--json", "--", str(self.instrument))


@dataclass(frozen=True)
class ExportStage:
    """What the export is at."""

    stage: str
    sentence: str


@dataclass(frozen=True)
class ExportCheck:
    """One thing that was tried in a fresh process, and held."""

    name: str
    sentence: str


@dataclass(frozen=True)
class ExportResult:
    """A file that was written after it passed its checks."""

    path: Path
    checks: tuple[ExportCheck, ...]


def run_export(launcher: Launcher, request: ExportRequest, context: TaskContext) -> ExportResult | None:
    """Export and wait for the result; None when the task was cancelled.

    Each :class:`ExportStage` is handed to ``context.progress``.

    Raises
    ------
    ExportError
        If the file was not written, or was refused by its own check.
    """
    try:
        process = launcher.popen(request.arguments())
    except OSError as error:
        sentence = f"The export cannot be started: {error.strerror or error}."
        raise ExportError(sentence, "Install the app again.") from error
    complaints = Complaints(process.stderr, "export")
    # A polite end: the exporter clears away what it has begun.
    context.when_cancelled(process.terminate)
    try:
        result = _follow(process, context)
    finally:
        returncode = end(process)
        if process.stdout is not None:
            process.stdout.close()
        said = complaints.close()
    if result is not None or context.cancelled():
        return result
    log.error("the export ended with code %s and no result; it wrote:\n%s", returncode, said)
    death = death_of("The export", returncode, said)
    raise ExportError(death.sentence, death.remedy)


def _follow(process: subprocess.Popen[str], context: TaskContext) -> ExportResult | None:
    assert process.stdout is not None
    for line in process.stdout:
        fields = _fields(line)
        if "error" in fields:
            raise ExportError(str(fields["error"]), str(fields.get("remedy") or ""))
        if fields.get("done") is True and fields.get("path"):
            return ExportResult(Path(str(fields["path"])), _checks(fields.get("checks")))
        if "stage" in fields:
            context.progress(ExportStage(str(fields["stage"]), str(fields.get("sentence") or "")))
    return None


def _checks(listed: object) -> tuple[ExportCheck, ...]:
    found = [item for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
    return tuple(ExportCheck(str(item.get("name", "")), str(item.get("sentence", ""))) for item in found)


def _fields(line: str) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        fields = None
    if not isinstance(fields, dict):
        if line.strip():
            log.warning("the export said something that is no message: %s", line[:200].rstrip())
        return {}
    return fields
