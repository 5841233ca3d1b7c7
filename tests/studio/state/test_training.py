"""What the window makes of a training's events, and the names and times that it shows."""

import math
from pathlib import Path

import pytest

from vschaos.training.events import (
    Failed,
    Finished,
    InstrumentSaved,
    Outcome,
    Preparing,
    Progress,
    Started,
    Validated,
    Warned,
)
from vschaos_studio.state.training import (
    MAX_NAME,
    LossHistory,
    Phase,
    TrainingState,
    eta_words,
    rough_time_words,
    sanitized_name,
)

STARTED = Started("/runs/a/version_0", 100, 1000, 200.0, 3, "cpu")


def progress(step, loss=1.0):
    return Progress(step, 100, loss, 0.9, 0.1, 5, 60.0, 180.0)


def after(*events):
    state = TrainingState(phase=Phase.STARTING)
    for event in events:
        state = state.after(event)
    return state


def test_the_stages_follow_each_other():
    assert after().stage_words() == "Waking the trainer…"
    preparing = after(Preparing("reading the sounds", 3, 12))
    assert (preparing.phase, preparing.fraction) == (Phase.PREPARING, 0.25)
    assert preparing.stage_words() == "Reading the sounds: 3 of 12"
    assert after(Preparing("", 0, 0)).fraction is None
    learning = after(Preparing("x", 1, 1), STARTED, progress(25))
    assert (learning.phase, learning.fraction) == (Phase.LEARNING, 0.25)
    assert learning.stage_words() == "Learning from 3 sounds (3 min 20 s)"


def test_steps_beyond_the_end_do_not_overfill_the_bar():
    assert after(STARTED, progress(250)).fraction == 1.0
    assert after(Preparing("x", 5, 3)).fraction == 1.0


def test_each_end_has_its_sentence():
    saved = InstrumentSaved("/runs/a/version_0/last.vschaos", 20, True)
    complete = after(STARTED, saved, Validated(90, 5.26), Finished(Outcome.COMPLETE, "r", "i", 100))
    assert "5.3 dB" in complete.outcome_words()
    assert (complete.instrument, complete.fraction, complete.phase.active) == ("i", 1.0, False)
    stopped = after(STARTED, saved, Finished(Outcome.STOPPED, "r", "i", 20))
    assert "20 steps" in stopped.outcome_words()
    cancelled = after(STARTED, saved, Finished(Outcome.CANCELLED, "", "", 20))
    assert cancelled.instrument == ""
    assert "Nothing was kept" in cancelled.outcome_words()


def test_what_was_saved_outlives_a_failure():
    state = after(STARTED, InstrumentSaved("/last.vschaos", 20, True), Failed("It broke.", "Mend it."))
    assert (state.phase, state.instrument, state.outcome_words()) == (Phase.FAILED, "/last.vschaos", "It broke.")


def test_warnings_are_collected():
    assert after(Warned("a", ""), Warned("b", "")).warnings == (Warned("a", ""), Warned("b", ""))


def test_curves_take_what_belongs_to_them():
    history = LossHistory()
    assert history.add(progress(10, loss=2.0))
    assert history.add(Validated(10, 6.0))
    assert not history.add(Validated(20, math.nan))
    assert not history.add(STARTED)
    assert (history.step, history.loss, history.held_out_step, history.held_out_db) == ([10], [2.0], [10], [6.0])


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
    ("seconds", "words"),
    [
        (math.nan, "time left not known yet"),
        (-1.0, "time left not known yet"),
        (math.inf, "time left not known yet"),
        (3.0, "less than a minute left"),
        (60.0, "about a minute left"),
        (400.0, "about 7 minutes left"),
        (3600.0, "about 1 hour left"),
        (5400.0, "about 1½ hours left"),
        (36000.0, "about 10 hours left"),
    ],
)
def test_the_time_left_is_told_no_finer_than_it_is_known(seconds, words):
    assert eta_words(seconds) == words


def test_elapsed_times():
    assert [rough_time_words(s) for s in (0, 59.4, 59.6, 200, 2880, 7500, math.nan)] == [
        "0 s", "59 s", "1 min 00 s", "3 min 20 s", "48 min", "2 h 05 min", "unknown",
    ]  # fmt: skip
