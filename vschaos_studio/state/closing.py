"""What closing the program would interrupt, and what happens to it; asked where something is lost. Qt-free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vschaos.realtime.protocol import EngineStatus
from vschaos_studio.language import quoted, tr
from vschaos_studio.state.training_request import Request

if TYPE_CHECKING:
    from vschaos_studio.state.training import TrainingState


@dataclass(frozen=True)
class UnfinishedWork:
    """Something that closing interrupts.

    Attributes
    ----------
    what
        What it is, half a line.
    fate
        What happens to it, in a sentence.
    lost
        Whether something of it is lost.
    """

    what: str
    fate: str
    lost: bool = False


def unfinished_training(state: TrainingState, name: str, waiting: Sequence[Request]) -> list[UnfinishedWork]:
    """The running training, and those in the queue behind it: the project keeps both."""
    if not state.phase.active:
        return []
    if state.progress is not None or state.resumed:
        fate = tr("It stops and is kept. You can continue it at the next start.")
    else:
        fate = tr("It stops, without a result yet. You can start it again at the next start.")
    # Without a number: the question may stay on the screen for long.
    found = [UnfinishedWork(tr("Training “{name}”", name=name), fate)]
    if waiting:
        names = ", ".join(quoted(request.name) for request in waiting)
        what = tr(
            "%n\u00a0trainings waiting in the queue: {names}",
            "%n\u00a0training waiting in the queue: {names}",
            len(waiting),
            names=names,
        )
        found.append(UnfinishedWork(what, tr("You can start the queue at the next start.")))
    return found


def unfinished_playing(status: EngineStatus | None) -> list[UnfinishedWork]:
    """What the engine records."""
    found: list[UnfinishedWork] = []
    if status is not None and status.recording.path:
        what = tr("The recording “{file}”", file=Path(status.recording.path).name)
        found.append(UnfinishedWork(what, tr("It stops and is kept.")))
    if status is not None and status.gesture.recording:
        fate = tr("It is lost. To keep it, keep working and stop its recording first.")
        found.append(UnfinishedWork(tr("The gesture that is being recorded"), fate, lost=True))
    return found


def unfinished_export(name: str) -> UnfinishedWork:
    """A running export."""
    fate = tr("It is cancelled; nothing is written. You can export again at the next start.")
    return UnfinishedWork(tr("The export “{name}”", name=name), fate)


def unfinished_pitch(folder: str) -> UnfinishedWork:
    """A running extraction of pitch."""
    fate = tr("It stops. The labels stay as they are; finished sounds are not analysed again next time.")
    return UnfinishedWork(tr("The extraction of pitch in “{folder}”", folder=folder), fate)


def unwritten_labels(changes: int, folder: str) -> UnfinishedWork:
    """Changes of labels that could not be written."""
    what = tr(
        "%n\u00a0changes of labels in “{folder}”", "%n\u00a0change of labels in “{folder}”", changes, folder=folder
    )
    return UnfinishedWork(what, tr("The labels could not be written to the disk: these changes are lost."), lost=True)
