"""What the project keeps of a training that the Train page shows. Qt-free."""

from __future__ import annotations

from vschaos.training.events import Outcome
from vschaos_studio.state.project import ProjectTraining, Work
from vschaos_studio.state.training import Phase, TrainingState
from vschaos_studio.state.training_request import Request

_WORK = {Phase.ENDED: Work.ENDED, Phase.FAILED: Work.INTERRUPTED}


def training_work(request: Request | None, state: TrainingState, *, deleting: bool) -> ProjectTraining | None:
    """A training, running or ended; None without one, and where nothing of it is left.

    ``deleting``: the user has cancelled it, and the trainer is about to delete its run.
    """
    finished = state.finished
    deleted = finished is not None and finished.outcome is Outcome.CANCELLED and not state.resumed
    if request is None or deleted or (deleting and state.phase.active):
        return None
    run = state.started.run if state.started is not None else ""
    return ProjectTraining.of(request, _WORK.get(state.phase, Work.RUNNING), run, state.fraction or 0.0)
