"""The export for ``nn~``, run in a process of its own. Runs in a task's worker thread.

The child is ``vschaos script INSTRUMENT -o FOLDER -n NAME --json``. It prints the messages of `vschaos.export.report`.

Where the user wants another author, licence or description on the card than the instrument has, a copy with those is
exported: the instrument itself may be the factory's, and stays as it is.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from vschaos.errors import ExportError, InstrumentError
from vschaos.export.patch_name import SUFFIX
from vschaos.export.report import EXPORT_MESSAGES, Check, ExportDone, ExportMessage
from vschaos.instrument.bundle import read_instrument, write_instrument
from vschaos_studio.language import tr, translated
from vschaos_studio.services.child_process import ChildProcess
from vschaos_studio.services.process import Launcher
from vschaos_studio.services.tasks import TaskContext
from vschaos_studio.state.export import CardTexts


@dataclass(frozen=True)
class ExportRequest:
    """Which instrument goes where, ``folder/name/name.ts``, and what the card says; None: as the instrument.

    ``replace``: another instrument's export that is there may be replaced. ``sample_rate_hz``: of Max or Pd; 0: the
    instrument's own.
    """

    instrument: Path
    folder: Path
    name: str
    words: CardTexts | None = None
    replace: bool = False
    sample_rate_hz: int = 0

    @property
    def target(self) -> Path:
        """The folder that is to be made."""
        return self.folder / self.name

    def arguments(self) -> tuple[str, ...]:
        """The verb and its options; ``=`` keeps a name that begins with a dash from being read as an option."""
        replace = ("--replace",) if self.replace else ()
        rate = (f"--sample-rate={self.sample_rate_hz}",) if self.sample_rate_hz else ()
        given = (f"--out={self.folder}", f"--name={self.name}", *replace, *rate)
        return ("script", *given, "--json", "--", str(self.instrument))


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
    checks: tuple[Check, ...]
    files: tuple[Path, ...] = ()
    decode_x_realtime: float = 0.0
    forward_x_realtime: float = 0.0

    def beside(self, ending: str) -> Path | None:
        """The file of this ending that was written for the module's name, such as ``.pd``."""
        wanted = self.path.name.removesuffix(SUFFIX) + ending
        return next((path for path in self.files if path.name == wanted), None)


def run_export(launcher: Launcher, request: ExportRequest, context: TaskContext) -> ExportResult | None:
    """Export and wait for the result; None when the task was cancelled.

    Each stage that begins and each check that has passed is handed to ``context.progress`` as it comes.

    Raises
    ------
    InstrumentError
        If the instrument cannot be read.
    VschaosError
        If nothing was written: its own check refused the module, for example.
    """
    with _worded(request) as worded:
        child = ChildProcess[str, ExportMessage](launcher, worded.arguments(), tr("The export"), EXPORT_MESSAGES.decode)
        # A cancelled exporter removes what it has begun.
        done = child.run_in_task(context, ExportDone)
    return None if done is None else _result(done)


@contextmanager
def _worded(request: ExportRequest) -> Iterator[ExportRequest]:
    """The request for an instrument that has these words on its card: the very one, or a copy for the while."""
    if request.words is None:
        yield request
        return
    instrument = read_instrument(request.instrument)
    if CardTexts.of(instrument.card) == request.words:
        yield request
        return
    words = request.words
    card = replace(instrument.card, author=words.author, licence=words.licence, description=words.notes)
    try:
        workshop = tempfile.TemporaryDirectory(prefix="vschaos-export-")
    except OSError as error:
        raise _no_room(f"{translated(error.strerror or str(error))}.") from error
    with workshop as folder:
        copy = Path(folder) / request.instrument.name
        try:
            write_instrument(copy, replace(instrument, card=card))
        except InstrumentError as error:
            raise _no_room(translated(error.sentence)) from error
        yield replace(request, instrument=copy)


def _no_room(reason: str) -> ExportError:
    sentence = tr("The instrument could not be copied to change its card: {reason}", reason=reason)
    return ExportError(sentence, tr("Free space on the disk."))


def _result(done: ExportDone) -> ExportResult:
    verified = done.verified
    return ExportResult(
        path=Path(done.path),
        checks=verified.checks,
        files=tuple(map(Path, done.files)),
        decode_x_realtime=verified.decode_x_realtime,
        forward_x_realtime=verified.forward_x_realtime,
    )
