"""What the steps are fed with: batch n follows from the seed and n, and each process has its rows of it."""

import itertools

import numpy as np
import pytest
import soundfile
import torch

from vschaos.configs.compose import compose_config
from vschaos.data.loader import FrameSource
from vschaos.data.scan import scan_folder
from vschaos.data.store import open_store
from vschaos.training.batches import training_batches, validation_batches

BATCH = 8


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "sounds"
    folder.mkdir()
    for index in range(2):
        sound = np.random.default_rng(index).uniform(-0.5, 0.5, 30_000)
        soundfile.write(folder / f"{index}.wav", sound, 44100)
    return FrameSource(open_store(scan_folder(folder), 44100, cache=tmp_path / "cache"))


def config(*overrides):
    return compose_config("dgt_small", ["name=x", f"training.batch_size={BATCH}", *overrides])


def frames(count: int, *arguments, **keywords) -> list[torch.Tensor]:
    return [frames for frames, _ in itertools.islice(training_batches(*arguments, **keywords), count)]


def equal(some: list[torch.Tensor], others: list[torch.Tensor]) -> bool:
    return all(torch.equal(one, other) for one, other in zip(some, others, strict=True))


def test_a_resumed_training_has_the_batches_that_it_would_have_had(source):
    whole = frames(6, config(), source)
    assert not torch.equal(whole[0][:, :1024], whole[1][:, :1024])
    assert equal(frames(4, config(), source, first=2), whole[2:])


def test_another_seed_draws_other_batches(source):
    assert not equal(
        frames(1, config("training.transpose=0"), source),
        frames(1, config("training.transpose=0", "training.seed=1"), source),
    )


def test_processes_share_the_same_batches(source):
    whole = frames(4, config(), source)
    first, second = (frames(4, config(), source, rows=rows) for rows in (slice(0, 4), slice(4, 8)))
    assert equal([torch.cat(halves) for halves in zip(first, second, strict=True)], whole)


def test_some_batches_are_transposed_unless_nobody_wants_them(source):
    lengths = {batch.shape[1] for batch in frames(30, config(), source)}
    assert 2048 in lengths
    assert len(lengths) > 2
    assert {batch.shape[1] for batch in frames(10, config("training.transpose=0"), source)} == {2048}


def test_validation_is_the_same_each_time(source):
    once, again = ([*validation_batches(config(), source)[0]] for _ in range(2))
    assert equal([batch[0] for batch in once], [batch[0] for batch in again])
