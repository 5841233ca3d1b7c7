"""A training that goes on is the training that was never interrupted, and writes where it wrote before."""

import csv
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from tests.training.trainings import TINY, Telling, go_on, learn, same, tiny, weights, write_sounds
from vschaos.errors import ConfigError, TrainingError
from vschaos.instrument.bundle import read_instrument
from vschaos.training import events
from vschaos.training.checkpoints import read_checkpoint
from vschaos.training.preparation import prepare
from vschaos.training.resume import Changes, interrupted
from vschaos.training.runs import locked, read_record
from vschaos.training.stop_flags import StopFlags


@pytest.fixture(scope="module")
def whole(tones, tmp_path_factory):
    """40 steps in one go."""
    telling = Telling()
    learn(tiny(tones, tmp_path_factory.mktemp("whole"), "training.validation_every=8"), telling)
    return telling


def stopped_at_25(tones, rundir, *settings):
    """A run stopped after step 25, just behind a validation."""
    telling = Telling(lambda event: isinstance(event, events.Validated) and event.step == 24)
    finished = learn(tiny(tones, rundir, "training.validation_every=8", *settings), telling)
    assert (finished.outcome, finished.step) == (events.Outcome.STOPPED, 25)
    return rundir / "tiny" / "version_0"


def checkpoint_of(telling):
    return read_checkpoint(Path(telling.of(events.Started)[0].run) / "checkpoints" / "last.ckpt")


def test_25_steps_and_15_more_are_40_steps(whole, tones, tmp_path):
    run = stopped_at_25(tones, tmp_path)
    telling = Telling()
    finished = go_on(run, telling)
    assert (finished.outcome, finished.step, finished.run) == (events.Outcome.COMPLETE, 40, str(run))
    one = checkpoint_of(whole)
    other = read_checkpoint(run / "checkpoints" / "last.ckpt")
    assert same(one["state_dict"], other["state_dict"])
    for ours, theirs in zip(
        one["optimizer_states"][0]["state"].values(), other["optimizer_states"][0]["state"].values(), strict=True
    ):
        assert all(bool((ours[name] == theirs[name]).all()) for name in ours)
    assert one["lr_schedulers"] == other["lr_schedulers"]
    started = telling.of(events.Started)[0]
    assert (started.first_step, started.steps, started.seed) == (25, 40, 0)


def test_its_validations_and_instruments_are_those_of_the_whole(whole, tones, tmp_path):
    run = stopped_at_25(tones, tmp_path)
    telling = Telling()
    go_on(run, telling)
    later = [(event.step, event.error_db) for event in whole.of(events.Validated) if event.step > 25]
    assert [(event.step, event.error_db) for event in telling.of(events.Validated)] == later
    card = read_instrument(run / "last.vschaos").card
    assert card.training.steps == 40
    assert card.training.error_db == later[-1][1]
    assert [path.name for path in run.parent.iterdir()] == ["version_0"]


def test_it_can_go_on_from_the_best_checkpoint(tones, tmp_path):
    run = stopped_at_25(tones, tmp_path)
    path = run / "checkpoints" / "best.ckpt"
    torch.save(read_checkpoint(path) | {"global_step": 8}, path)
    assert interrupted(run, Changes(best=True)).step == 8
    assert interrupted(run, Changes()).step == 25
    path.unlink()
    with pytest.raises(TrainingError) as caught:
        interrupted(run, Changes(best=True))
    assert "-n best" in caught.value.remedy


def test_the_curves_go_on_and_repeat_nothing(tones, tmp_path):
    run = stopped_at_25(tones, tmp_path)
    go_on(run)
    with (run / "logs" / "metrics.csv").open() as file:
        validated = [int(row["step"]) for row in csv.DictReader(file) if row["error_db"]]
    assert validated == [8, 16, 24, 25, 32, 40]


def test_it_goes_on_from_another_folder(tmp_path, monkeypatch):
    write_sounds(tmp_path / "sounds")
    monkeypatch.chdir(tmp_path)
    finished = learn(tiny(Path("sounds"), tmp_path, steps=2))
    monkeypatch.chdir("/")
    assert go_on(Path(finished.run), steps=1).step == 3


def test_the_same_sounds_are_held_out(tmp_path):
    root = write_sounds(tmp_path / "sounds", 20, 0.1)
    config = tiny(root, tmp_path, "data.validation_share=0.3", steps=4)
    finished = learn(config)

    def held_out(config):
        ground = prepare(config, Telling(), StopFlags())
        return {ground.store.sounds[segment.sound].name for segment in ground.source.segments("validation")}

    before = held_out(config)
    assert len(before) == 6
    assert held_out(read_record(Path(finished.run)).config) == before
    with pytest.raises(ConfigError, match="seed"):
        go_on(Path(finished.run), steps=2, overrides=("training.seed=5",))


def test_a_killed_training_loses_what_came_after_its_last_save(whole, tones, tmp_path):
    command = [sys.executable, "-P", "-m", "vschaos", "train", "--events", "--name", "tiny", "--rundir", str(tmp_path)]
    overrides = [*TINY, "training.max_steps=40", "training.validation_every=8"]
    overrides += ["training.checkpoint_every_s=0.001"]
    process = subprocess.Popen(
        [*command, "--root", str(tones), *overrides],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    saved = 0
    for line in process.stdout:
        event = events.EVENTS.decode(line)
        if isinstance(event, events.InstrumentSaved) and not event.best and event.step >= 13:
            saved = event.step
            process.send_signal(signal.SIGKILL)
            break
    process.wait()
    process.stdin.close()
    process.stdout.close()
    run = tmp_path / "tiny" / "version_0"
    assert read_instrument(run / "last.vschaos").card.training.steps >= saved
    reached = read_checkpoint(run / "checkpoints" / "last.ckpt")["global_step"]
    assert saved <= reached < 40
    telling = Telling()
    assert go_on(run, telling).step == 40
    assert telling.of(events.Started)[0].first_step == reached
    assert same(weights(run), checkpoint_of(whole)["state_dict"])


def test_a_finished_training_says_so_and_takes_more_steps(tones, tmp_path):
    run = stopped_at_25(tones, tmp_path)
    go_on(run)
    with pytest.raises(TrainingError, match="has completed all of its 40 steps"):
        go_on(run)
    telling = Telling()
    finished = go_on(run, telling, steps=6)
    assert (finished.outcome, finished.step) == (events.Outcome.COMPLETE, 46)
    assert read_record(run).config.training.max_steps == 46
    learned = telling.of(events.Validated)
    assert [event.step for event in learned] == [46]


def test_settings_of_the_course_can_be_changed_and_others_not(tones, tmp_path):
    run = stopped_at_25(tones, tmp_path)
    with pytest.raises(ConfigError, match="latent_dims cannot be changed"):
        go_on(run, overrides=("model.latent_dims=4",))
    with pytest.raises(ConfigError, match="no setting"):
        go_on(run, overrides=("training.no_such=4",))
    finished = go_on(run, overrides=("training.max_steps=28", "+training.learning_rate=1e-4"))
    assert finished.step == 28
    assert read_record(run).config.training.learning_rate == 1e-4


def test_changed_sounds_are_told_and_learned(tmp_path):
    root = write_sounds(tmp_path / "sounds")
    run = stopped_at_25(root, tmp_path)
    (root / "0.wav").unlink()
    (root / "1.wav").write_bytes((root / "2.wav").read_bytes())
    (root / "2.wav").rename(root / "3.wav")
    telling = Telling()
    assert go_on(run, telling).step == 40
    told = telling.of(events.Problem)[0].sentence
    assert "3.wav is new; 0.wav, 2.wav are gone; 1.wav is of other content" in told


def test_sounds_that_are_elsewhere_are_found_with_a_word(tmp_path):
    root = write_sounds(tmp_path / "sounds")
    run = stopped_at_25(root, tmp_path)
    root.rename(tmp_path / "moved")
    with pytest.raises(TrainingError, match="no longer at") as told:
        go_on(run)
    assert "--root" in told.value.remedy
    telling = Telling()
    assert go_on(run, telling, root=str(tmp_path / "moved")).step == 40
    assert not telling.of(events.Problem)


def test_two_trainings_of_one_run_are_refused(tones, tmp_path):
    run = stopped_at_25(tones, tmp_path)
    with locked(run), pytest.raises(TrainingError, match="Another program is training"):
        go_on(run)
    assert go_on(run).step == 40


def test_a_run_of_another_version_is_refused(tones, tmp_path):
    run = stopped_at_25(tones, tmp_path)
    facts = json.loads((run / "run.json").read_text())
    (run / "run.json").write_text(json.dumps({**facts, "format": 99}))
    with pytest.raises(TrainingError, match="another version"):
        go_on(run)
    (run / "run.json").unlink()
    with pytest.raises(TrainingError, match="another version"):
        go_on(run)
    (run / "config.yaml").unlink()
    with pytest.raises(TrainingError, match="not the folder of a training"):
        go_on(run)


def test_cancelling_leaves_what_was_learned_before(tones, tmp_path):
    run = stopped_at_25(tones, tmp_path)
    before = weights(run)
    telling = Telling(lambda event: isinstance(event, events.Validated) and event.step == 32, cancel=True)
    assert go_on(run, telling).outcome is events.Outcome.CANCELLED
    assert same(weights(run), before)
    assert go_on(run).step == 40
