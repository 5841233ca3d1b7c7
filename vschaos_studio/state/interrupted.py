"""What of a project was interrupted and can go on, in sentences. Qt-free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vschaos_studio.language import number, quoted, tr
from vschaos_studio.state.dataset import folder_name
from vschaos_studio.state.project import Project, ProjectExport, ProjectTraining, Work
from vschaos_studio.state.training_request import Request, ResumeRequest
from vschaos_studio.state.training_runs import resumption


@dataclass(frozen=True)
class WaitingQueue:
    """The trainings that wait, when none runs."""

    requests: tuple[Request, ...]


@dataclass(frozen=True)
class PitchExtraction:
    """The extraction of pitch from the project's sounds."""


@dataclass(frozen=True)
class Interrupted:
    """Something to go on with.

    Attributes
    ----------
    text
        What it is and how far it came, half a line.
    verb
        The text of the button that goes on with it.
    work
        What it is, for who goes on with it.
    """

    text: str
    verb: str
    work: ProjectTraining | ProjectExport | WaitingQueue | PitchExtraction


def interrupted_work(project: Project) -> list[Interrupted]:
    """What a project that was just opened can go on with; what matters most first."""
    found = [_training(one) for one in project.trainings if one.work is Work.INTERRUPTED]
    waiting = waiting_requests(project)
    if waiting:
        found.append(_queue(waiting))
    if project.searching_pitch and project.sounds:
        text = tr("The extraction of pitch in “{folder}”", folder=folder_name(project.sounds[0]))
        found.append(Interrupted(text, tr("Continue", "what was interrupted"), PitchExtraction()))
    found += [
        Interrupted(tr("The export “{name}”", name=one.name), tr("Export again"), one)
        for one in project.exports
        if one.work is Work.INTERRUPTED
    ]
    return found


def waiting_requests(project: Project) -> tuple[Request, ...]:
    """The queue of trainings."""
    return tuple(one.request for one in project.trainings if one.work is Work.WAITING)


def continuing_request(training: ProjectTraining) -> Request:
    """The request that goes on with a training: from its last checkpoint, or from the beginning."""
    return resumption(training.request, str(training.run or "")) or training.request


def _training(one: ProjectTraining) -> Interrupted:
    continues = isinstance(continuing_request(one), ResumeRequest)
    text = tr("The training “{name}”", name=one.request.name)
    if continues and one.fraction:
        percent = number(100 * one.fraction)
        text = tr("The training “{name}”, stopped at {percent}\u00a0%", name=one.request.name, percent=percent)
    return Interrupted(text, tr("Continue", "what was interrupted") if continues else tr("Start again"), one)


def _queue(waiting: Sequence[Request]) -> Interrupted:
    names = ", ".join(quoted(one.name) for one in waiting[:3]) + (", …" if len(waiting) > 3 else "")
    text = tr(
        "%n\u00a0trainings in the queue: {names}",
        "%n\u00a0training in the queue: {names}",
        len(waiting),
        names=names,
    )
    return Interrupted(text, tr("Start", "the queue"), WaitingQueue(tuple(waiting)))
