from pathlib import Path

from vschaos.messages import Problem
from vschaos.training.events import Finished, Outcome, Progress, Started
from vschaos_studio.state.project import Work
from vschaos_studio.state.training import Phase, TrainingState
from vschaos_studio.state.training_request import TrainingRequest
from vschaos_studio.state.training_work import training_work

REQUEST = TrainingRequest("Bells", "dgt_small", Path("/s"), Path("/r"))
STARTED = Started("/r/Bells/version_0", 100, 1000, 60.0, 2, "cpu")
PROGRESS = Progress(28, 100, 1.0, 0.9, 0.1, 5, 60.0, 180.0)


def work(*events, resumed=False, deleting=False):
    state = TrainingState(phase=Phase.STARTING, resumed=resumed)
    for event in events:
        state = state.after(event)
    return training_work(REQUEST, state, deleting=deleting)


def test_a_training_runs_until_it_says_how_it_ended():
    running = work(STARTED, PROGRESS)
    assert (running.work, running.run, running.fraction) == (Work.RUNNING, Path("/r/Bells/version_0"), 0.28)
    assert work().run is None
    assert work(STARTED, PROGRESS, Finished(Outcome.COMPLETE, "r", "i", 100)).work is Work.ENDED
    assert work(STARTED, PROGRESS, Problem("It crashed.")).work is Work.INTERRUPTED


def test_of_what_is_deleted_nothing_is_kept():
    assert training_work(None, TrainingState(), deleting=False) is None
    assert work(STARTED, deleting=True) is None
    assert work(STARTED, Finished(Outcome.CANCELLED, "r", "", 0)) is None
    # A training that was continued and then cancelled is as it was before.
    assert work(STARTED, Finished(Outcome.CANCELLED, "r", "", 0), resumed=True).work is Work.ENDED
