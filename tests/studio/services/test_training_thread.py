"""The training thread: events in order, one last word however the trainer ends, and orders at any moment."""

import json
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from tests.studio.children import fake_child
from vschaos.messages import Problem
from vschaos.training.events import Finished, InstrumentSaved, Outcome, Preparing, Progress, Started
from vschaos_studio.services import child_process
from vschaos_studio.services.process import Launcher
from vschaos_studio.services.training_thread import TrainingThread
from vschaos_studio.state.training_request import PATIENCE, ResumeRequest, TrainingRequest

REQUEST = TrainingRequest("bells", "dgt_small", Path("/sounds"), Path("/runs"))


class Following:
    """A training under way, and what it has said."""

    def __init__(self, qtbot, launcher, request=REQUEST):
        self.qtbot, self.events = qtbot, []
        self.thread = TrainingThread(launcher, request)
        self.thread.event_received.connect(self.events.append)

    def start(self):
        self.thread.start()
        return self

    def said(self, kind):
        return [event for event in self.events if isinstance(event, kind)]

    def until(self, kind):
        self.qtbot.waitUntil(lambda: bool(self.said(kind)))
        return self.said(kind)[0]

    def last_events(self):
        return [event for event in self.events if getattr(event, "is_error", isinstance(event, Finished))]

    def end(self):
        self.qtbot.waitUntil(lambda: bool(self.last_events()))
        assert self.thread.wait(60_000)
        QCoreApplication.processEvents()
        last = self.last_events()
        assert len(last) == 1
        assert self.events[-1] is last[0]
        return last[0]


@pytest.fixture
def follow(qtbot):
    made = []

    def begin(scenario, request=REQUEST):
        made.append(Following(qtbot, fake_child(scenario), request))
        return made[-1]

    yield begin
    for following in made:
        following.thread.shutdown(grace_ms=0)


def test_a_whole_training(follow):
    training = follow("complete").start()
    assert training.end() == Finished(
        Outcome.COMPLETE, "/runs/bells/version_0", "/runs/bells/version_0/last.vschaos", 40
    )
    kinds = [type(event).__name__ for event in training.events]
    assert kinds[:4] == ["Preparing", "Preparing", "Preparing", "Started"]
    assert [event.step for event in training.said(Progress)] == [10, 20, 30, 40]


def test_the_trainer_gets_names_as_they_are(follow, monkeypatch, tmp_path):
    monkeypatch.setenv("FAKE_ARGUMENTS", str(tmp_path / "arguments.json"))
    root = Path("/tmp/it's “a = {b}, [c]” $HOME 鈴 \\ -x")
    follow("complete", TrainingRequest("-α, β", "dgt_mid", root, Path("-runs"))).start().end()
    given = json.loads((tmp_path / "arguments.json").read_text(encoding="utf-8"))
    assert given[0] == "train"
    assert set(given[1:]) == {
        "--config-name=dgt_mid",
        f"--root={root}",
        "--name=-α, β",
        "--rundir=-runs",
        "--events",
        "--background",
    }


def parsed(request):
    import argparse

    from vschaos.cli import train

    parser = argparse.ArgumentParser()
    train.add_arguments(parser)
    return parser.parse_args(request.arguments()[1:])


def test_the_verb_understands_these_arguments():
    given = parsed(TrainingRequest("-α", "dgt_mid", Path("-a = {b}"), Path("-runs")))
    assert (given.config_name, given.name, given.root, given.rundir) == ("dgt_mid", "-α", "-a = {b}", "-runs")
    assert (given.events, given.background, given.overrides) == (True, True, [])


def test_the_verb_understands_overrides_and_the_time():
    overrides = ("~model.prediction.pitch", "model.conditioning.mood={dim:3,target:[decoder],embedding:OneHot}")
    request = TrainingRequest("a", "dgt_mid", Path("/s"), Path("/r"), overrides, minutes=5, patient=False)
    assert parsed(request).overrides == [*overrides, "training.minutes=5", f"training.patience={PATIENCE}"]


def test_the_verb_understands_that_a_training_goes_on():
    given = parsed(ResumeRequest("bells", Path("/runs/bells"), 3, minutes=10))
    assert (given.overrides, given.model, given.version) == (["resume"], Path("/runs/bells"), 3)
    assert (given.minutes, given.events, given.background) == (10, True, True)
    assert parsed(ResumeRequest("bells", Path("/runs/bells"), 3)).minutes == 0


def test_stopping_keeps_the_instrument(follow):
    training = follow("obey").start()
    training.until(InstrumentSaved)
    training.thread.stop_and_keep()
    assert training.end().outcome is Outcome.STOPPED


def test_cancelling_ends_as_cancelled(follow):
    training = follow("obey").start()
    training.until(Progress)
    training.thread.cancel()
    assert training.end().outcome is Outcome.CANCELLED


@pytest.mark.parametrize(("order", "outcome"), [("stop_and_keep", Outcome.STOPPED), ("cancel", Outcome.CANCELLED)])
def test_an_order_before_the_trainer_is_there_still_reaches_it(follow, order, outcome):
    training = follow("obey_early")
    getattr(training.thread, order)()
    assert training.start().end().outcome is outcome


def test_a_trainer_that_does_not_answer_a_cancel_is_ended(follow):
    training = follow("deaf").start()
    training.until(Preparing)
    training.thread.cancel()
    training.thread.kill()
    assert training.end().outcome is Outcome.CANCELLED


def test_quitting_takes_a_deaf_trainer_with_it(follow):
    training = follow("deaf").start()
    training.until(Preparing)
    training.thread.shutdown(grace_ms=0)
    assert training.thread.isFinished()
    QCoreApplication.processEvents()
    assert isinstance(training.events[-1], Problem)
    assert "memory" not in training.events[-1].sentence


def test_garbage_on_the_way_does_no_harm(follow):
    training = follow("garbage").start()
    assert training.end().outcome is Outcome.COMPLETE
    assert [event.step for event in training.said(Progress)] == [10]


def test_a_crash_is_told_and_the_log_has_its_trace(follow, caplog):
    training = follow("crash").start()
    failed = training.end()
    assert failed.sentence == "The training ended unexpectedly."
    assert "Traceback" not in failed.sentence + failed.remedy
    assert "the network lost its temper" in caplog.text


def test_silence_is_a_failure_too(follow):
    assert isinstance(follow("silent").start().end(), Problem)


def test_running_out_of_memory_is_said_plainly(follow):
    training = follow("no_memory").start()
    training.until(Started)
    assert "out of memory" in training.end().sentence


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_kill_is_no_lack_of_memory(follow):
    failed = follow("killed").start().end()
    assert failed.sentence == "The training was ended at once from outside (SIGKILL)."
    assert failed.remedy.startswith("Start again.")


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_kill_while_the_kernel_ran_out_of_memory_is_one(follow, monkeypatch):
    counts = iter((7, 8))
    monkeypatch.setattr(child_process, "memory_kills", lambda: next(counts))
    assert "out of memory" in follow("killed").start().end().sentence


def test_going_on_comes_first_where_something_was_kept(follow, tmp_path):
    request = ResumeRequest("bells", tmp_path / "bells", 3)
    (request.run / "checkpoints").mkdir(parents=True)
    (request.run / "checkpoints" / "last.ckpt").write_bytes(b"")
    failed = follow("crash_early", request).start().end()
    assert failed.remedy.startswith("Continue.")


def test_the_trainers_own_words_are_handed_on(follow):
    assert follow("refuse").start().end() == Problem("The folder “x” is empty.", "Choose a folder with sounds.")
    assert follow("usage").start().end() == Problem("“huge” is no configuration.", "Choose dgt_small or dgt_mid.")


def test_much_complaining_blocks_nothing(follow):
    assert follow("chatter").start().end().outcome is Outcome.COMPLETE


def test_a_missing_program_is_told(qtbot):
    training = Following(qtbot, Launcher(["/nowhere/vschaos"])).start()
    assert "cannot be started" in training.end().sentence
