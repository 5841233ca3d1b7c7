"""What a training keeps: whole pairs of checkpoint and instrument, the best and the last, whatever happens."""

import os
import pickle
from pathlib import Path

import pytest
import torch

from tests.sounds import full_disk
from tests.training.trainings import Telling, go_on, learn, tiny
from vschaos.errors import TrainingError, VschaosError
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import read_instrument
from vschaos.training import events
from vschaos.training.checkpoints import AtomicCheckpoints, read_checkpoint
from vschaos.training.latent_mapper import LatentMapper
from vschaos.training.module import TrainingModule

EVERY_STEP = ("training.validation_every=4", "training.checkpoint_every_s=0.000001")


def test_checkpoint_and_instrument_have_the_same_weights(tones, tmp_path):
    run = Path(learn(tiny(tones, tmp_path, *EVERY_STEP, steps=20)).run)
    for name in ("last", "best"):
        checkpoint = read_checkpoint(run / "checkpoints" / f"{name}.ckpt")
        instrument = read_instrument(run / f"{name}.vschaos")
        assert instrument.card.training.steps == checkpoint["global_step"]
        for weight, values in instrument.weights.items():
            assert torch.equal(torch.from_numpy(values), checkpoint["state_dict"][f"average.{weight}"])
        streaming_instrument(instrument)


def test_the_best_is_the_lowest_error_and_survives_resuming(tones, tmp_path, monkeypatch):
    telling = Telling()
    run = Path(learn(tiny(tones, tmp_path, *EVERY_STEP, steps=20), telling).run)
    lowest = min(telling.of(events.Validated), key=lambda event: event.error_db)
    assert read_instrument(run / "best.vschaos").card.training.error_db == pytest.approx(lowest.error_db)
    monkeypatch.setattr(TrainingModule, "validation_step", lambda self, *_: self.log("error_db", lowest.error_db + 1))
    go_on(run, steps=12)
    assert read_instrument(run / "last.vschaos").card.training.steps == 32
    assert read_instrument(run / "best.vschaos").card.training.steps == lowest.step


def test_it_is_saved_on_the_clock(tones, tmp_path):
    telling = Telling()
    learn(tiny(tones, tmp_path, *EVERY_STEP, steps=12), telling)
    steps = [event.step for event in telling.of(events.InstrumentSaved) if not event.best]
    assert steps == [*range(12), 12]


def test_what_a_stopped_training_has_become_is_made_once(tones, tmp_path, monkeypatch):
    """Its map costs seconds on a busy machine, and somebody waits."""
    made, make = [], LatentMapper.instrument
    monkeypatch.setattr(
        LatentMapper, "instrument", lambda self, *given: make(self, *given) if not made.append(given[1]) else None
    )
    telling = Telling(lambda event: isinstance(event, events.Progress))
    run = Path(learn(tiny(tones, tmp_path), telling).run)
    assert telling.of(events.Validated)
    assert len(made) == len(set(made)) == 2, "before the first step and after the last"
    last, best = (read_instrument(run / name) for name in ("last.vschaos", "best.vschaos"))
    assert last.card.training.steps == best.card.training.steps == made[-1]
    assert [event.ended for event in telling.of(events.InstrumentSaved)] == [False, False, True]


def test_it_ends_by_itself_when_the_error_does_not_fall(tones, tmp_path):
    settings = ("training.validation_every=2", "training.patience=3", "training.learning_rate=1e-30")
    telling = Telling()
    finished = learn(tiny(tones, tmp_path, *settings, steps=1000), telling)
    assert finished.outcome is events.Outcome.FLAT
    assert finished.step == 8
    assert Path(finished.instrument).exists()
    # Told to go on without patience, it does.
    assert go_on(Path(finished.run), overrides=("training.patience=0", "training.max_steps=10")).step == 10


def test_without_patience_it_never_ends_early(tones, tmp_path):
    settings = ("training.validation_every=2", "training.learning_rate=1e-30")
    assert learn(tiny(tones, tmp_path, *settings, steps=20)).outcome is events.Outcome.COMPLETE


def test_a_training_that_diverges_keeps_what_it_had(tones, tmp_path, monkeypatch):
    step = TrainingModule.training_step

    def diverging(self, *arguments):
        told = step(self, *arguments)
        return {**told, "loss": told["loss"] * float("nan")} if self.global_step >= 10 else told

    monkeypatch.setattr(TrainingModule, "training_step", diverging)
    with pytest.raises(TrainingError, match="diverged"):
        learn(tiny(tones, tmp_path, *EVERY_STEP, steps=20))
    instrument = read_instrument(tmp_path / "tiny" / "version_0" / "last.vschaos")
    assert instrument.card.training.steps == 10


def test_a_disk_that_fills_up_is_told_once_and_the_last_save_must_do(tones, tmp_path, monkeypatch):
    monkeypatch.setattr(
        AtomicCheckpoints,
        "save_checkpoint",
        lambda self, *_, **__: setattr(self, "failure", OSError(28, os.strerror(28))),
    )
    telling = Telling()
    with pytest.raises(VschaosError, match="No space left"):
        learn(tiny(tones, tmp_path, *EVERY_STEP, steps=8), telling)
    assert len(telling.of(events.Problem)) == 1


def test_a_checkpoint_is_whole_or_the_old_one(tmp_path):
    checkpoints = AtomicCheckpoints()
    path = tmp_path / "checkpoints" / "last.ckpt"
    old = {"state_dict": {"weight": torch.ones(3)}, "global_step": 1, "loops": {}}
    checkpoints.save_checkpoint(old, path)
    with full_disk(largest_file_bytes=2000):
        checkpoints.save_checkpoint({**old, "state_dict": {"weight": torch.ones(10_000)}}, path)
    assert checkpoints.failure is not None
    assert torch.equal(read_checkpoint(path)["state_dict"]["weight"], torch.ones(3))
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("damage", ["cut", "empty", "hostile", "other"])
def test_damaged_and_hostile_checkpoints_are_sentences(tmp_path, damage):
    path = tmp_path / "last.ckpt"
    torch.save({"state_dict": {"weight": torch.ones(3000)}, "global_step": 1, "loops": {}}, path)
    if damage == "cut":
        path.write_bytes(path.read_bytes()[:5000])
    elif damage == "empty":
        path.write_bytes(b"")
    elif damage == "hostile":
        path.write_bytes(pickle.dumps({"state_dict": Bomb(), "global_step": 1, "loops": {}}, protocol=2))
    else:
        torch.save([1, 2, 3], path)
    with pytest.raises(TrainingError, match="damaged"):
        read_checkpoint(path)
    assert not (tmp_path / "ran").exists()


class Bomb:
    def __reduce__(self):
        return os.system, ("touch ran",)
