from pathlib import Path

from msgspec.structs import replace

from vschaos.performance.gestures import GestureStatus
from vschaos.realtime.protocol import EngineStatus, RecordingView
from vschaos.training.events import Finished, Outcome, Preparing, Progress, Started
from vschaos_studio.state.closing import unfinished_playing, unfinished_training, unwritten_labels
from vschaos_studio.state.training import Phase, TrainingState
from vschaos_studio.state.training_request import TrainingRequest

STARTED = Started("/runs/a/version_0", 100, 1000, 60.0, 2, "cpu")
PROGRESS = Progress(28, 100, 1.0, 0.9, 0.1, 5, 60.0, 180.0)


def state(*events, resumed=False):
    folded = TrainingState(phase=Phase.STARTING, resumed=resumed)
    for event in events:
        folded = folded.after(event)
    return folded


def test_nothing_is_asked_where_nothing_runs():
    assert unfinished_training(TrainingState(), "", ()) == []
    ended = state(STARTED, PROGRESS, Finished(Outcome.STOPPED, "r", "i", 28))
    assert unfinished_training(ended, "Bells", ()) == []
    assert unfinished_playing(None) == unfinished_playing(EngineStatus()) == []


def test_a_training_is_kept_once_it_has_a_result():
    for early in (state(), state(Preparing("Reading", 1, 2)), state(Preparing("Reading", 1, 2), STARTED)):
        (one,) = unfinished_training(early, "Bells", ())
        assert "start it again" in one.fate
    for learned in (state(STARTED, PROGRESS), state(resumed=True)):
        (one,) = unfinished_training(learned, "Bells", ())
        assert "is kept" in one.fate
        assert "“Bells”" in one.what
        assert not one.lost


def test_the_question_shows_no_figure_that_goes_stale():
    (early,), (late,) = (
        unfinished_training(state(STARTED, replace(PROGRESS, step=step)), "Bells", ()) for step in (28, 90)
    )
    assert early == late
    assert early.what == "Training “Bells”"


def test_what_waits_is_kept_and_named():
    waiting = [TrainingRequest(name, "dgt_small", Path("/s"), Path("/r")) for name in ("Gongs", "Bowls")]
    _, queue = unfinished_training(state(STARTED, PROGRESS), "Bells", waiting)
    assert not queue.lost
    assert "“Gongs”, “Bowls”" in queue.what
    assert unfinished_training(TrainingState(), "", waiting) == []


def test_a_recording_is_kept_and_half_a_gesture_is_not():
    playing = EngineStatus(recording=RecordingView("/home/a/<b>take.wav", 3.0), gesture=GestureStatus(recording=True))
    recording, gesture = unfinished_playing(playing)
    assert (recording.what, recording.lost) == ("The recording “<b>take.wav”", False)
    assert gesture.lost


def test_labels_are_counted():
    assert unwritten_labels(1, "bells").what == "1\u00a0change of labels in “bells”"
    assert unwritten_labels(2, "bells").lost
