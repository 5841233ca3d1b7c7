"""A course of so many minutes: its steps are those that fit, and it ends in time whatever happens."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.training.trainings import Telling, go_on, learn, tiny
from vschaos.training import budget, events
from vschaos.training.budget import WARM_UP_STEPS, Trial
from vschaos.training.callbacks import EndInTime
from vschaos.training.runs import read_record
from vschaos.training.stop_flags import StopFlags


class Clock:
    """Time that moves when it is told to."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


def fake_trainer(**values):
    strategy = SimpleNamespace(broadcast=lambda item: item)
    return SimpleNamespace(
        **{"global_step": 0, "world_size": 1, "should_stop": False, "max_steps": 100, **values}, strategy=strategy
    )


def test_a_trial_counts_what_comes_after_its_slow_beginning():
    clock, trainer = Clock(), fake_trainer()
    trial = Trial(2.0, StopFlags(), clock)
    for step in range(1, 100):
        trainer.global_step = step
        clock.now += 5.0 if step <= WARM_UP_STEPS else 0.1
        trial.on_train_batch_end(trainer)
        if trainer.should_stop:
            break
    assert trial.steps_per_s == pytest.approx(10.0, rel=1e-6)
    assert step == pytest.approx(WARM_UP_STEPS + 20, abs=1)


def test_the_number_of_steps_follows_from_the_minutes_and_is_kept(tones, tmp_path, monkeypatch):
    monkeypatch.setattr(budget, "SHORTEST_TRIAL_S", 0.05)
    telling = Telling(lambda event: isinstance(event, events.Progress))
    run = Path(learn(tiny(tones, tmp_path, "training.minutes=0.05"), telling).run)
    planned = telling.of(events.Started)[0].steps
    course = read_record(run).config.training
    assert (course.max_steps, course.minutes) == (planned, 0.05)
    assert planned > 40
    again = Telling(lambda event: isinstance(event, events.Started))
    go_on(run, again)
    assert again.of(events.Started)[0].steps == planned


def test_a_resumed_course_of_more_minutes_is_laid_out_anew(tones, tmp_path, monkeypatch):
    monkeypatch.setattr(budget, "SHORTEST_TRIAL_S", 0.05)
    run = Path(learn(tiny(tones, tmp_path, steps=10)).run)
    telling = Telling(lambda event: isinstance(event, events.Progress))
    go_on(run, telling, minutes=0.05)
    assert telling.of(events.Started)[0].first_step == 10
    assert telling.of(events.Started)[0].steps > 50
    assert read_record(run).config.training.minutes > 0.05


def test_a_course_ends_at_its_limit_and_earlier_sessions_count():
    clock, trainer = Clock(), fake_trainer()
    ender = EndInTime(StopFlags(), limit_s=12.0, clock=clock)
    ender.load_state_dict({"elapsed_s": 7.0})
    ender.on_train_start(trainer, None)  # pyright: ignore[reportArgumentType]
    clock.now += 4.9
    ender.on_train_batch_end(trainer)
    assert not trainer.should_stop
    clock.now += 0.2
    ender.on_train_batch_end(trainer)
    assert trainer.should_stop
    assert ender.state_dict() == {"elapsed_s": pytest.approx(12.1)}


def test_the_last_step_ends_it_with_a_validation():
    trainer = fake_trainer(global_step=100)
    ender = EndInTime(StopFlags(), clock=Clock())
    ender.on_train_batch_end(trainer)
    assert trainer.should_stop


@pytest.mark.parametrize("cancel", [False, True])
def test_the_first_instrument_is_kept_if_the_course_was_not_laid_out_yet(tones, tmp_path, cancel):
    telling = Telling(lambda event: isinstance(event, events.InstrumentSaved), cancel=cancel)
    finished = learn(tiny(tones, tmp_path / "runs", "training.minutes=1"), telling)
    assert finished.outcome is (events.Outcome.CANCELLED if cancel else events.Outcome.STOPPED)
    kept = [Path(event.path) for event in telling.of(events.InstrumentSaved)]
    assert [path.exists() for path in kept] == [not cancel]
    assert finished.instrument == ("" if cancel else str(kept[0]))
