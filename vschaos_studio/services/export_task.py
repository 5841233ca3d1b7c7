"""The export for ``nn~``, run in a process of its own and followed line by line. Runs in a task's worker thread.

The child is ``vschaos script INSTRUMENT -o FOLDER -n NAME --json``. It prints a JSON object a line: a stage
``{"stage": …, "sentence": …}`` as it goes, a check ``{"check": …, "sentence": …}`` as soon as it has passed, where it
tells of them one by one, and at the end ``{"done": true, "path": …, "files": […], "checks": […]}`` or
``{"error": sentence, "remedy": …}``.

Where the user wants other words on the card than the instrument has, a copy of it with those words is exported: the
instrument itself may be the factory's, and stays as it is.
"""

from __future__ import annotations

import json
import logging
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vschaos.errors import ExportError, InstrumentError
from vschaos.instrument.bundle import read_instrument, write_instrument
from vschaos_studio.services.child_death import Complaints, death_of
from vschaos_studio.services.process import Launcher, end
from vschaos_studio.services.tasks import TaskContext
from vschaos_studio.state.export import SUFFIX, ExportWords

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ExportRequest:
    """Which instrument goes where, ``folder/name/name.ts``, and what the card says; None: as the instrument."""

    instrument: Path
    folder: Path
    name: str
    words: ExportWords | None = None

    @property
    def target(self) -> Path:
        """The folder that is to be made."""
        return self.folder / self.name

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
    """A folder that was written after its module passed the checks.

    Attributes
    ----------
    path
        The module.
    files
        All files that were written, the module among them.
    checks
        What was tried.
    decode_x_realtime, forward_x_realtime
        Seconds of sound that one thread makes in a second; 0 where it was not measured.
    """

    path: Path
    checks: tuple[ExportCheck, ...]
    files: tuple[Path, ...] = ()
    decode_x_realtime: float = 0.0
    forward_x_realtime: float = 0.0

    def beside(self, ending: str) -> Path | None:
        """The file of this ending that was written for the module's name, such as ``.pd``."""
        wanted = self.path.name.removesuffix(SUFFIX) + ending
        return next((path for path in self.files if path.name == wanted), None)


def run_export(launcher: Launcher, request: ExportRequest, context: TaskContext) -> ExportResult | None:
    """Export and wait for the result; None when the task was cancelled.

    Each :class:`ExportStage` and :class:`ExportCheck` is handed to ``context.progress`` as it comes.

    Raises
    ------
    InstrumentError
        If the instrument cannot be read.
    ExportError
        If nothing was written, because the module was refused by its own check, say.
    """
    with _worded(request) as worded:
        return _export(launcher, worded, context)


@contextmanager
def _worded(request: ExportRequest) -> Iterator[ExportRequest]:
    """The request for an instrument that has these words on its card: the very one, or a copy for the while."""
    if request.words is None:
        yield request
        return
    instrument = read_instrument(request.instrument)
    if ExportWords.of(instrument.card) == request.words:
        yield request
        return
    words = request.words
    card = replace(instrument.card, author=words.author, licence=words.licence, description=words.notes)
    try:
        workshop = tempfile.TemporaryDirectory(prefix="vschaos-export-")
    except OSError as error:
        raise _no_room(f"{error.strerror or error}.") from error
    with workshop as folder:
        copy = Path(folder) / request.instrument.name
        try:
            write_instrument(copy, replace(instrument, card=card))
        except InstrumentError as error:
            raise _no_room(error.sentence) from error
        yield replace(request, instrument=copy)


def _no_room(reason: str) -> ExportError:
    return ExportError(
        f"No copy of the instrument could be made for the words on its card: {reason}", "Free some space on the disk."
    )


def _export(launcher: Launcher, request: ExportRequest, context: TaskContext) -> ExportResult | None:
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
            return _result(fields)
        if "stage" in fields:
            context.progress(ExportStage(str(fields["stage"]), str(fields.get("sentence") or "")))
        elif "check" in fields:
            context.progress(ExportCheck(str(fields["check"]), str(fields.get("sentence") or "")))
    return None


def _result(fields: dict[str, Any]) -> ExportResult:
    listed = fields.get("files")
    return ExportResult(
        path=Path(str(fields["path"])),
        checks=_checks(fields.get("checks")),
        files=tuple(Path(item) for item in listed if isinstance(item, str)) if isinstance(listed, list) else (),
        decode_x_realtime=_factor(fields.get("decode_x_realtime")),
        forward_x_realtime=_factor(fields.get("forward_x_realtime")),
    )


def _checks(listed: object) -> tuple[ExportCheck, ...]:
    found = [item for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
    return tuple(ExportCheck(str(item.get("name", "")), str(item.get("sentence", ""))) for item in found)


def _factor(value: object) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0


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
