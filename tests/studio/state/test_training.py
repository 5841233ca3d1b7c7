"""What the window makes of a training's events, and the names and times that it shows."""

import math
from pathlib import Path

import pytest

from vschaos.messages import Problem
from vschaos.training.events import (
    Finished,
    InstrumentSaved,
    Outcome,
    Preparing,
    Previewed,
    Progress,
    Started,
    Validated,
)
from vschaos.training.trend import Trend
from vschaos_studio.state.training import Phase, TrainingState
from vschaos_studio.state.training_curves import LossHistory
from vschaos_studio.state.training_request import MAX_NAME, ResumeRequest, TrainingRequest, sanitized_name
from vschaos_studio.state.training_text import (
    duration_choice,
    eta_text,
    outcome_text,
    request_text,
    rough_time_text,
    running_text,
    stage_text,
    trend_text,
)

WARNINGS = (Problem("a", is_error=False), Problem("b", is_error=False))
STARTED = Started("/runs/a/version_0", 100, 1000, 200.0, 3, "cpu")


def progress(step, loss=1.0):
    return Progress(step, 100, loss, 0.9, 0.1, 5, 60.0, 180.0)


def after(*events):
    state = TrainingState(phase=Phase.STARTING)
    for event in events:
        state = state.after(event)
    return state


def test_the_stages_follow_each_other():
    assert stage_text(after()) == "Starting the trainer…"
    preparing = after(Preparing("reading the sounds", 3, 12))
    assert (preparing.phase, preparing.fraction) == (Phase.PREPARING, 0.25)
    assert stage_text(preparing) == "Reading the sounds: 3 of 12"
    assert after(Preparing("", 0, 0)).fraction is None
    learning = after(Preparing("x", 1, 1), STARTED, progress(25))
    assert (learning.phase, learning.fraction) == (Phase.TRAINING, 0.25)
    assert stage_text(learning) == "Training on 3\u00a0sounds (3 min 20 s)"


def test_steps_beyond_the_end_do_not_overfill_the_bar():
    assert after(STARTED, progress(250)).fraction == 1.0
    assert after(Preparing("x", 5, 3)).fraction == 1.0


def test_each_end_has_its_sentence():
    saved = InstrumentSaved("/runs/a/version_0/last.vschaos", 20, True)
    complete = after(STARTED, saved, Validated(90, 5.26), Finished(Outcome.COMPLETE, "r", "i", 100))
    assert "5.3 dB" in outcome_text(complete)
    assert (complete.instrument, complete.fraction, complete.phase.active) == ("i", 1.0, False)
    stopped = after(STARTED, saved, Finished(Outcome.STOPPED, "r", "i", 20))
    assert "20\u00a0steps" in outcome_text(stopped)
    cancelled = after(STARTED, saved, Finished(Outcome.CANCELLED, "", "", 20))
    assert cancelled.instrument == ""
    assert "Nothing was saved" in outcome_text(cancelled)


def test_an_early_stop_is_reported():
    state = after(STARTED, Validated(90, 5.26), Finished(Outcome.FLAT, "r", "i", 90))
    assert "Stopped early after 90\u00a0steps" in outcome_text(state)
    assert state.instrument == "i"


def test_a_training_that_goes_on_says_from_where():
    on = after(Started("/runs/a/version_0", 200, 1000, 200.0, 3, "cpu", first_step=100), progress(25))
    assert stage_text(on).startswith("Continuing from step 100")
    assert running_text(on, "Bells") == "Training “Bells”, 25\u00a0%"
    assert running_text(after(), "Bells") == "Training “Bells”…"


def test_one_that_goes_on_loses_nothing_by_ending_early():
    state = TrainingState(phase=Phase.STARTING, resumed=True).after(Finished(Outcome.CANCELLED, "", "", 100))
    assert "is kept" in outcome_text(state)


def test_each_trend_has_a_text_of_its_own():
    assert "after the first steps" in trend_text(after(STARTED))
    assert trend_text(after(STARTED, Problem("It broke.", ""))) == ""
    said = {trend_text(after(STARTED, Validated(10, 5.0, trend=trend))) for trend in Trend}
    assert len(said) == len(Trend)
    assert "memorises" in trend_text(after(STARTED, Validated(10, 5.0, trend=Trend.OVERFITTING)))


def test_what_can_be_listened_to_goes_with_a_cancelled_run():
    sounds = Previewed(20, "o.flac", "r.flac", "w.flac")
    state = after(STARTED, sounds)
    assert state.previewed is sounds
    assert state.after(Finished(Outcome.STOPPED, "r", "i", 20)).previewed is sounds
    assert state.after(Finished(Outcome.CANCELLED, "", "", 20)).previewed is None


def test_requests_as_text():
    request = TrainingRequest("bells", "dgt_small", Path("/s"), Path("/r"), minutes=5)
    assert request_text(request) == "Sketch, 5\u00a0minutes"
    assert request_text(ResumeRequest("bells", Path("/r/bells"), 1)) == "continues"
    assert [duration_choice(minutes) for minutes in (1, 60, 90, 240)] == [
        "1\u00a0minute", "1\u00a0hour", "1\u00a0h 30\u00a0min", "4\u00a0hours",
    ]  # fmt: skip


def test_what_was_saved_outlives_a_failure():
    state = after(STARTED, InstrumentSaved("/last.vschaos", 20, True), Problem("It broke.", "Mend it."))
    assert (state.phase, state.instrument, outcome_text(state)) == (Phase.FAILED, "/last.vschaos", "It broke.")


def test_warnings_are_collected():
    assert after(*WARNINGS).warnings == WARNINGS


def test_curves_take_what_belongs_to_them():
    history = LossHistory()
    assert history.add(progress(10, loss=2.0))
    assert history.add(Validated(10, 6.0))
    assert not history.add(Validated(20, math.nan))
    assert not history.add(STARTED)
    assert (history.step, history.loss, history.held_out_step, history.held_out_db) == ([10], [2.0], [10], [6.0])


def test_a_training_that_goes_on_brings_its_curves(tmp_path):
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / "metrics.csv").write_text(
        "step,loss,reconstruction,divergence,error_db\n10,3.0,2.0,1.0,\n20,,,,6.5\n20,2.0,1.5,0.5,\nx,1,1,1,1\n40,1,1,1,1\n5"
    )
    history = LossHistory.of_run(tmp_path)
    assert history.step == [10, 20, 40]
    assert history.add(Started(str(tmp_path), 100, 1000, 200.0, 3, "cpu", first_step=20))
    assert (history.step, history.loss) == ([10, 20], [3.0, 2.0])
    assert (history.held_out_step, history.held_out_db) == ([20], [6.5])
    assert not LossHistory.of_run(tmp_path / "nowhere").step
    assert not LossHistory().add(STARTED)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Bells", "Bells"),
        ("  Glöckchen 鈴  ", "Glöckchen 鈴"),
        ("a/b\\c:d", "a b c d"),
        ("..", ""),
        (".hidden", "hidden"),
        ("con", "_con"),
        ("CON.txt", "_CON.txt"),
        ("line\nbreak\u202etrick", "line break trick"),
        ("a = {b}, 'c'", "a = {b}, 'c'"),
        ("Cafe\u0301", "Café"),
        ("///", ""),
    ],
)
def test_names_become_good_folder_names(typed, name):
    assert sanitized_name(typed) == name
    assert sanitized_name(name) == name


def test_a_long_name_is_cut_short():
    assert len(sanitized_name("x" * 300)) == MAX_NAME


def test_the_trainer_accepts_a_sanitized_name(tmp_path):
    for typed in ("a = {b}, [c] 'd'", "鈴", "x" * 300, "con", "-dash"):
        folder = tmp_path / sanitized_name(typed)
        folder.mkdir()
        assert folder.parent == tmp_path
        assert not folder.name.startswith(".")
        assert Path(folder.name).name == folder.name


@pytest.mark.parametrize(
    ("seconds", "texts"),
    [
        (math.nan, "time left unknown"),
        (-1.0, "time left unknown"),
        (math.inf, "time left unknown"),
        (3.0, "less than a minute left"),
        (60.0, "about a minute left"),
        (400.0, "about 7 minutes left"),
        (3600.0, "about 1 hour left"),
        (5400.0, "about 1½ hours left"),
        (36000.0, "about 10 hours left"),
    ],
)
def test_the_time_left_is_rounded_to_what_is_known(seconds, texts):
    assert eta_text(seconds) == texts


def test_elapsed_times():
    assert [rough_time_text(s) for s in (0, 59.4, 59.6, 200, 2880, 7500, math.nan)] == [
        "0 s", "59 s", "1 min 00 s", "3 min 20 s", "48 min", "2 h 05 min", "unknown",
    ]  # fmt: skip
