"""The extraction of pitch, run in a process of its own. Runs in a task's worker thread.

The child is ``vschaos extract-pitch DATASET --events``. It reports the events of `vschaos.data.pitch.events`; a signal,
or the end of its input, makes it keep what is finished and end.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vschaos.data.pitch.events import EVENTS, Event, PitchFinished
from vschaos_studio.language import tr
from vschaos_studio.services.child_process import ChildProcess
from vschaos_studio.services.process import Launcher
from vschaos_studio.services.tasks import TaskContext

EXIT_WAIT_S = 5.0
"""How long the child may take to store what it has finished."""


@dataclass(frozen=True)
class PitchRequest:
    """Which dataset, and whether existing labels are replaced."""

    root: Path
    overwrite: bool = False

    def arguments(self) -> tuple[str, ...]:
        """The verb and its options; after ``--`` a name that begins with a dash is not an option."""
        return ("extract-pitch", "--events", *(["--overwrite"] if self.overwrite else []), "--", str(self.root))


def run_pitch(launcher: Launcher, request: PitchRequest, context: TaskContext) -> PitchFinished | None:
    """Extract, and wait for the end; None when the task was cancelled before the child reported its end.

    Each event is handed to ``context.progress``.

    Raises
    ------
    VschaosError
        If the labels could not be written, or the child failed; the labels are as they were before.
    """
    child = ChildProcess[str, Event](
        launcher, request.arguments(), tr("The extraction of pitch"), EVENTS.decode, patience_s=EXIT_WAIT_S
    )
    return child.run_in_task(context, PitchFinished)
