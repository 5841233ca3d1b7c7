"""What the trainer's steps are fed with: random batches to learn from, and the same ones each time to measure on."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import torch
from torch.utils.data import DataLoader, IterableDataset

from vschaos.configs.schema import Config, RepresentationConfig
from vschaos.data.loader import FrameSource, Part
from vschaos.training.augment import farthest_transposition, frame_lengths, transposed_labels
from vschaos.training.module import Batch

VALIDATION_FRAMES = 2048


class RandomFrames(IterableDataset[Batch]):
    """Endless batches of raw frames from anywhere in the training sounds, with their labels.

    Batch n follows from the seed and n alone, whatever was drawn before, so that a resumed training goes on with the
    batch that it would have had; and of several processes each takes its own rows of the same batches.

    All frames of a batch have one of ``lengths``, in samples, drawn anew for each; those of another length than
    ``n_fft`` are transposed, and their labels with them.

    Attributes
    ----------
    next_batch
        The number of the batch that comes next.
    """

    def __init__(
        self,
        source: FrameSource,
        batch_size: int,
        lengths: Sequence[int],
        n_fft: int,
        seed: int,
        rows: slice = slice(None),
    ) -> None:
        self._source = source
        self._tasks = [task.name for task in source.labels.tasks]
        self._batch_size = batch_size
        self._lengths = lengths
        self._n_fft = n_fft
        self._seed = seed
        self._rows = rows
        self.next_batch = 0

    def __iter__(self) -> RandomFrames:
        return self

    def __next__(self) -> Batch:
        rng = np.random.default_rng([self._seed, self.next_batch])
        self.next_batch += 1
        length = self._lengths[int(rng.integers(len(self._lengths)))]
        frames, labels = self._source.batch(rng, self._batch_size, length, rows=self._rows)
        semitones = round(12 * math.log2(length / self._n_fft))
        return torch.from_numpy(frames), torch.from_numpy(transposed_labels(labels, self._tasks, semitones))


def training_batches(
    config: Config, source: FrameSource, rows: slice = slice(None), first: int = 0
) -> DataLoader[Batch]:
    """Random batches of the training sounds, without end, from batch ``first`` on; transposed where labels can follow.

    Of several processes that share each batch, each takes its own ``rows``.
    """
    course, n_fft = config.training, config.representation.n_fft
    lengths = frame_lengths(n_fft, farthest_transposition(config))
    frames = RandomFrames(source, course.batch_size, lengths, n_fft, course.seed, rows)
    frames.next_batch = first
    return DataLoader(frames, batch_size=None)


def validation_batches(config: Config, source: FrameSource) -> list[DataLoader[Batch]]:
    """Frames of the held-out sounds, if there are any, and of the others; the same ones each time."""
    parts: tuple[Part, ...] = ("train",) if source.validation_is_training else ("validation", "train")
    return [_even_batches(config.representation, source, part) for part in parts]


def _even_batches(representation: RepresentationConfig, source: FrameSource, part: Part) -> DataLoader[Batch]:
    frames, _, labels = source.grid(part, representation.hop_samples, representation.n_fft, VALIDATION_FRAMES)
    batches = list(zip(torch.from_numpy(frames).split(512), torch.from_numpy(labels).split(512), strict=True))
    return DataLoader(batches, batch_size=None)  # pyright: ignore[reportArgumentType]
