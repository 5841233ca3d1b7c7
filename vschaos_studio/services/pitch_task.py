"""The extraction of pitch, run in a process of its own and followed line by line. Runs in a task's worker thread.

The child is ``vschaos extract-pitch DATASET --events``. It says what it does in the words of
`vschaos.data.pitch_events`, a line each; a signal, or the end of its input, makes it keep what is finished and end.
"""

from __future__ import annotations

import logging
import subprocess
from dataclasses import dataclass
from pathlib import Path

from vschaos.data.pitch_events import EVENTS, PitchFailed, PitchFinished
from vschaos.errors import DatasetError
from vschaos.messages import MessageError
from vschaos_studio.services.child_death import Complaints, death_of
from vschaos_studio.services.process import Launcher, end
from vschaos_studio.services.tasks import TaskContext

log = logging.getLogger(__name__)

EXIT_WAIT_S = 5.0
"""How long the child may take to put away what it has finished."""


@dataclass(frozen=True)
class PitchRequest:
    """Which dataset, and whether labels that are there already are made anew."""

    root: Path
    overwrite: bool = False

    def arguments(self) -> tuple[str, ...]:
        """The verb and its options; after ``--`` a name that begins with a dash is no option."""
        return ("extract-pitch", "--events", *(["--overwrite"] if self.overwrite else []), "--", str(self.root))


def run_pitch(launcher: Launcher, request: PitchRequest, context: TaskContext) -> PitchFinished | None:
    """Extract, and wait for the end; None when the task was cancelled before the child told of an end.

    Each event is handed to ``context.progress``.

    Raises
    ------
    DatasetError
        If the labels could not be written, or the child died; the labels are as they were before.
    """
    try:
        process = launcher.popen(request.arguments())
    except OSError as error:
        sentence = f"The extraction of pitch cannot be started: {error.strerror or error}."
        raise DatasetError(sentence, "Install the app again.") from error
    complaints = Complaints(process.stderr, "extract-pitch")
    context.when_cancelled(process.terminate)
    try:
        last = _follow(process, context)
    finally:
        returncode = end(process, patience_s=EXIT_WAIT_S)
        if process.stdout is not None:
            process.stdout.close()
        said = complaints.close()
    if isinstance(last, PitchFailed):
        raise DatasetError(last.sentence, last.remedy)
    if last is not None or context.cancelled():
        return last
    log.error("the extraction ended with code %s and no last word; it wrote:\n%s", returncode, said)
    death = death_of("The extraction of pitch", returncode, said)
    raise DatasetError(death.sentence, death.remedy)


def _follow(process: subprocess.Popen[str], context: TaskContext) -> PitchFinished | PitchFailed | None:
    """Hand on events until the last; None if the child falls silent without one."""
    assert process.stdout is not None
    for line in process.stdout:
        try:
            event = EVENTS.decode(line)
        except MessageError as error:
            # A library that prints to standard output must not end an extraction.
            if line.strip():
                log.warning("the extraction said something that is no event: %s", error)
            continue
        if isinstance(event, PitchFinished | PitchFailed):
            return event
        context.progress(event)
    return None
