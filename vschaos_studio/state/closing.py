"""What closing the program would interrupt, and what happens to it: the user is asked first. Qt-free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vschaos.realtime.protocol import EngineStatus
from vschaos_studio.state.dataset import counted
from vschaos_studio.state.training import TrainingState
from vschaos_studio.state.training_request import Request


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
    """The running training, and those in the queue."""
    found: list[UnfinishedWork] = []
    if state.phase.active:
        if state.progress is not None or state.resumed:
            fate = "It stops and is kept. You can continue it later on the Train page."
        else:
            fate = "It stops. It has no result yet."
        # Without a number: the question may stay on the screen for long.
        found.append(UnfinishedWork(f"Training “{name}”", fate))
    if waiting:
        names = ", ".join(f"“{request.name}”" for request in waiting)
        what = f"{counted(len(waiting), 'training')} waiting in the queue: {names}"
        found.append(UnfinishedWork(what, "The queue is emptied; these trainings do not start.", lost=True))
    return found


def unfinished_playing(status: EngineStatus | None) -> list[UnfinishedWork]:
    """What the engine records."""
    found: list[UnfinishedWork] = []
    if status is not None and status.recording.path:
        what = f"The recording “{Path(status.recording.path).name}”"
        found.append(UnfinishedWork(what, "It stops and is kept."))
    if status is not None and status.gesture.recording:
        fate = "It is lost. To keep it, keep working and stop its recording first."
        found.append(UnfinishedWork("The gesture that is being recorded", fate, lost=True))
    return found


def unfinished_export(name: str) -> UnfinishedWork:
    """A running export."""
    return UnfinishedWork(f"The export “{name}”", "It is cancelled; nothing is written.", lost=True)


def unfinished_pitch(folder: str) -> UnfinishedWork:
    """A running extraction of pitch."""
    fate = "It stops. The labels stay as they are; finished sounds are not analysed again next time."
    return UnfinishedWork(f"The extraction of pitch in “{folder}”", fate)


def unwritten_labels(changes: int, folder: str) -> UnfinishedWork:
    """Changes of labels that could not be written."""
    what = f"{counted(changes, 'change')} of labels in “{folder}”"
    return UnfinishedWork(what, "The labels could not be written to the disk: these changes are lost.", lost=True)
