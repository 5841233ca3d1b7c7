"""Where memory is not enough the training goes on with smaller batches from the weights that it has."""

import dataclasses
from pathlib import Path

import pytest
import torch

from tests.training.trainings import Telling, go_on, learn, tiny
from vschaos.errors import TrainingError
from vschaos.training import events
from vschaos.training.memory import is_out_of_memory, with_half_the_batch
from vschaos.training.module import TrainingModule
from vschaos.training.runs import read_record

SHORTAGES = [
    torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB."),
    RuntimeError("[enforce fail at alloc_cpu.cpp:114] err == 0. DefaultCPUAllocator: can't allocate memory: you tried"),
    RuntimeError("[enforce fail at CPUAllocator.cpp:79] data. DefaultCPUAllocator: not enough memory: you tried"),
    RuntimeError("MPS backend out of memory (MPS allocated: 17.9 GB)"),
    MemoryError("Unable to allocate 3.1 GiB for an array"),
]


@pytest.fixture
def room_for(monkeypatch):
    """Let steps of more than so many frames fail, the first few apart; gives the weights at each first failure."""
    step = TrainingModule.training_step
    kept = []

    def make(frames, error, *, from_step=0):
        def short_of_memory(self, batch, *arguments):
            if len(batch[0]) > frames and self.global_step >= from_step:
                kept.append(
                    (self.global_step, {name: at.clone() for name, at in self.autoencoder.state_dict().items()})
                )
                raise error
            return step(self, batch, *arguments)

        monkeypatch.setattr(TrainingModule, "training_step", short_of_memory)
        return kept

    return make


@pytest.mark.parametrize("error", SHORTAGES, ids=lambda error: str(error)[:20])
def test_every_kind_of_shortage_is_known(error):
    assert is_out_of_memory(error)


@pytest.mark.parametrize("error", [RuntimeError("shapes cannot be multiplied"), OSError("no space"), KeyError("x")])
def test_other_errors_are_not_taken_for_it(error):
    assert not is_out_of_memory(error)


def test_it_goes_on_with_half_the_batch_from_where_it_was(tones, tmp_path, room_for):
    kept = room_for(3, SHORTAGES[0], from_step=10)
    telling = Telling()
    finished = learn(tiny(tones, tmp_path, "training.validation_every=8", steps=24), telling)
    assert (finished.outcome, finished.step) == (events.Outcome.COMPLETE, 24)
    assert [item.sentence for item in telling.of(events.Problem)] == [
        "Memory ran out: from step 10, a batch has 4 spectra.",
        "Memory ran out: from step 10, a batch has 2 spectra.",
    ]
    assert {item.remedy for item in telling.of(events.Problem)} == {
        "Close other programs to leave more memory for the next training."
    }
    assert [event.step for event in telling.of(events.Validated)] == [8, 16, 24]
    (first_step, first), (second_step, second) = kept
    assert first_step == second_step == 10
    assert all(torch.equal(first[name], second[name]) for name in first)


def test_a_resumed_training_keeps_the_smaller_batch(tones, tmp_path, room_for):
    room_for(4, SHORTAGES[1], from_step=4)
    run = Path(learn(tiny(tones, tmp_path, steps=8)).run)
    assert read_record(run).config.training.batch_size == 4
    telling = Telling()
    assert go_on(run, telling, steps=4).step == 12
    assert not telling.of(events.Problem)


def test_not_even_one_spectrum_is_a_sentence(tones, tmp_path, room_for):
    room_for(0, SHORTAGES[0])
    with pytest.raises(TrainingError, match="not even with one spectrum"):
        learn(tiny(tones, tmp_path, steps=8))


def test_the_batch_is_halved_down_to_one(tones, tmp_path):
    config = tiny(tones, tmp_path, "training.batch_size=5")
    sizes = []
    while config.training.batch_size > 1:
        config = with_half_the_batch(config)
        sizes.append(config.training.batch_size)
    assert sizes == [2, 1]
    with pytest.raises(TrainingError):
        with_half_the_batch(dataclasses.replace(config))


def test_other_failures_are_not_hidden(tones, tmp_path, room_for):
    room_for(0, ZeroDivisionError("a bug"))
    with pytest.raises(ZeroDivisionError):
        learn(tiny(tones, tmp_path, steps=8))
