"""Windows of audio out of a store, with their labels: random ones to learn from, even ones to measure and to map.

Plain numpy without state or threads; the trainer calls it between steps. Which sounds are held out depends on their
content and a seed alone, so that a resumed or repeated training never learns from what it is measured on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from vschaos.data.labels.model import Labels
from vschaos.data.store import Store, StoredSound

Frames = NDArray[np.float32]
"""Windows, shape (N, length)."""
LabelColumns = NDArray[np.float32]
"""The windows' labels, shape (N, K): a column a task, NaN where unknown."""

FEWEST_FILES = 10
"""With fewer sounds, the end of each is held out instead of whole sounds."""
SHORTEST_TAIL = 44_100
"""A shorter end, in samples, is of a note or a stroke: it dies away there, and says nothing of the rest."""
ROOM = 2
"""Held-out sounds may have this many times their share of all time: no very long one is among them."""
MOST_MAPPED = 16_384
"""Of more sounds than this the windows are read, not mapped: Linux grants a process 65 530 maps."""

Part = Literal["train", "validation", "all"]
"""Which audio to draw from."""


@dataclass(frozen=True)
class Segment:
    """A stretch of one sound, in samples; windows never read beyond it."""

    sound: int
    start: int
    stop: int


class FrameSource:
    """Cuts windows of any length from a store.

    A window may hang over the beginning or the end of a sound by up to half its length, filled with zeros, so that
    attacks at the very start are seen as a player will make the model see them: rising out of silence. A window's
    labels are those at its centre.

    Parameters
    ----------
    store
        The sounds.
    validation_share
        How much is held out, 0 … 1.
    seed
        Another seed holds out other sounds.
    labels
        What is known of the sounds, by their names; none by default, which makes K = 0.

    Attributes
    ----------
    labels
        The same.
    validation_is_training
        True where there was too little sound to hold any out, so that both parts are the same.
    """

    def __init__(
        self, store: Store, validation_share: float = 0.1, seed: int = 0, labels: Labels | None = None
    ) -> None:
        self._sounds = store.sounds
        self._mapped = len(store.sounds) <= MOST_MAPPED
        self._sample_rate_hz = store.sample_rate_hz
        self.labels = labels or Labels()
        self._table = self.labels.table([sound.name for sound in store.sounds])
        train, validation = split(store.sounds, validation_share, seed)
        self.validation_is_training = not validation
        everything = tuple(Segment(index, 0, sound.length) for index, sound in enumerate(store.sounds))
        self._parts = {"train": train, "validation": validation or train, "all": everything}
        self._starts: dict[tuple[Part, int], _Starts] = {}

    def segments(self, part: Part) -> tuple[Segment, ...]:
        """The stretches of audio that make up a part."""
        return self._parts[part]

    def label_values(self, part: Part) -> dict[str, NDArray[np.float32]]:
        """The different values that a part's sounds have of each task, by its name."""
        segments = self._parts[part]
        sound = np.array([segment.sound for segment in segments], np.int64)
        edges = np.array([(segment.start, segment.stop) for segment in segments], np.float64).T / self._sample_rate_hz
        names = [task.name for task in self.labels.tasks]
        return dict(zip(names, self._table.values(sound, *edges), strict=True))

    def batch(
        self, rng: np.random.Generator, size: int, length: int, part: Part = "train", rows: slice = slice(None)
    ) -> tuple[Frames, LabelColumns]:
        """Random windows, every place of a part being equally likely.

        Parameters
        ----------
        rng
            Draws the places.
        size, length
            Number of windows, and samples in each.
        part
            Where from.
        rows
            Which of them to cut: of several processes that share a batch, each cuts its own.

        Returns
        -------
        tuple
            The windows, float32 of shape (size, length), and their labels, float32 of shape (size, K); or the rows
            that were asked for.
        """
        starts = self._windows(part, length)
        return self._cut(starts, rng.integers(starts.total, size=size)[rows], length)

    def grid(self, part: Part, hop: int, length: int, limit: int) -> tuple[Frames, NDArray[np.int32], LabelColumns]:
        """Windows ``hop`` samples apart, evenly thinned to at most ``limit``.

        Returns
        -------
        tuple
            The windows, float32 of shape (N, length), the index of each one's sound in the store, int32 of shape
            (N,), and the labels, float32 of shape (N, K); in temporal order within a sound.
        """
        starts = self._windows(part, length)
        places = starts.every(hop)
        if len(places) > limit:
            places = places[np.linspace(0, len(places) - 1, limit).round().astype(np.int64)]
        frames, labels = self._cut(starts, places, length)
        return frames, starts.sound[starts.locate(places)[0]], labels

    def runs(self, part: Part, hop: int, length: int, count: int, limit: int) -> tuple[Frames, LabelColumns]:
        """Runs of ``count`` windows ``hop`` samples apart, each of one sound, evenly thinned to at most ``limit``.

        Returns
        -------
        tuple
            The windows, float32 of shape (R·count, length), run after run, and their labels, float32 of shape
            (R·count, K). R is 0 where every sound is shorter.
        """
        starts = self._windows(part, length)
        places = starts.every(hop)
        segment = starts.locate(places)[0]
        first = np.arange(0, max(0, len(places) - count + 1), max(1, count // 2))
        first = first[segment[first] == segment[first + count - 1]]
        if len(first) > limit:
            first = first[np.linspace(0, len(first) - 1, limit).round().astype(np.int64)]
        return self._cut(starts, places[(first[:, None] + np.arange(count)).ravel()], length)

    def passages(
        self, part: Part, hop: int, length: int, longest: int, rng: np.random.Generator
    ) -> Iterator[tuple[Frames, LabelColumns]]:
        """All windows of a part, ``hop`` samples apart: whole sounds, and long ones in pieces, in any order.

        Yields
        ------
        tuple
            At most ``longest`` windows that follow each other, and their labels, as in `batch`.
        """
        starts = self._windows(part, length)
        places = starts.every(hop)
        segment = starts.locate(places)[0]
        first = np.flatnonzero(np.diff(segment, prepend=-1))
        last = np.append(first[1:], len(places))
        pieces = [
            (begin, min(begin + longest, stop))
            for start, stop in zip(first, last, strict=True)
            for begin in range(start, stop, longest)
        ]
        for index in rng.permutation(len(pieces)):
            begin, end = pieces[index]
            yield self._cut(starts, places[begin:end], length)

    def _windows(self, part: Part, length: int) -> _Starts:
        if (part, length) not in self._starts:
            self._starts[part, length] = _Starts(self._parts[part], self._sounds, length)
        return self._starts[part, length]

    def _cut(self, starts: _Starts, places: NDArray[np.int64], length: int) -> tuple[Frames, LabelColumns]:
        frames = np.empty((len(places), length), np.float32)
        which, offsets = starts.locate(places)
        for row, (index, begin) in enumerate(zip(which.tolist(), offsets.tolist(), strict=True)):
            segment = starts.segments[index]
            end = begin + length
            low, high = max(begin, segment.start), min(end, segment.stop)
            if high - low < length:
                frames[row] = 0
            sound = self._sounds[segment.sound]
            frames[row, low - begin : high - begin] = sound.audio[low:high] if self._mapped else sound.read(low, high)
        centres_s = (offsets + length // 2) / self._sample_rate_hz
        return frames, self._table.at(starts.sound[which], centres_s)


class _Starts:
    """Numbers all places where a window of one length may begin in a part: segment after segment, 0 … total − 1."""

    def __init__(self, segments: Sequence[Segment], sounds: Sequence[StoredSound], length: int) -> None:
        self.sound = np.array([segment.sound for segment in segments], np.int32)
        self.segments = segments
        first, count = [], []
        for segment in segments:
            # Over a sound's edge by half a window; over a cut between parts not at all.
            low = -(length // 2) if segment.start == 0 else segment.start
            at_end = segment.stop == sounds[segment.sound].length
            high = segment.stop - length // 2 if at_end else segment.stop - length + 1
            if high <= low:  # shorter than a window: one place, centred
                low = (segment.start + segment.stop - length) // 2
                high = low + 1
            first.append(low)
            count.append(high - low)
        self._first = np.array(first, np.int64)
        self._ends = np.cumsum(np.array(count, np.int64))
        self.total = int(self._ends[-1])

    def locate(self, places: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """For each numbered place, its segment and the sample of the sound where the window begins."""
        which = np.searchsorted(self._ends, places, side="right")
        before = np.concatenate([[0], self._ends[:-1]])
        return which, self._first[which] + places - before[which]

    def every(self, hop: int) -> NDArray[np.int64]:
        """The numbers of places ``hop`` samples apart, beginning anew in each segment."""
        begins = np.concatenate([[0], self._ends[:-1]])
        return np.concatenate([np.arange(low, high, hop) for low, high in zip(begins, self._ends, strict=True)])


def split(sounds: Sequence[StoredSound], share: float, seed: int) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """Part sounds into those to learn from and those to measure on, by content and seed.

    Of `FEWEST_FILES` different sounds or more, this share of them is held out, copies in any format together. Of
    fewer, this share of the end of each is, unless that is shorter than `SHORTEST_TAIL`.

    Returns
    -------
    tuple
        Segments for training, and segments for validation, which may be empty.
    """
    recordings = _recordings(sounds)
    held_out = _held_out(sounds, recordings, share, seed)
    train: list[Segment] = []
    validation: list[Segment] = []
    for index, sound in enumerate(sounds):
        tail = int(sound.length * share)
        if held_out:
            part = validation if recordings[index] in held_out else train
            part.append(Segment(index, 0, sound.length))
        elif tail >= SHORTEST_TAIL:
            train.append(Segment(index, 0, sound.length - tail))
            validation.append(Segment(index, sound.length - tail, sound.length))
        else:
            train.append(Segment(index, 0, sound.length))
    return tuple(train), tuple(validation)


def _recordings(sounds: Sequence[StoredSound]) -> list[str]:
    """Each sound's recording: the lowest key of those that sound the same, copies in other formats included."""
    lowest: dict[str, str] = {}
    for sound in sounds:
        name = sound.fingerprint or sound.key
        lowest[name] = min(sound.key, lowest.get(name, sound.key))
    return [lowest[sound.fingerprint or sound.key] for sound in sounds]


def _held_out(sounds: Sequence[StoredSound], recordings: Sequence[str], share: float, seed: int) -> set[str]:
    """The recordings to measure on."""
    lengths: dict[str, int] = {}
    for sound, recording in zip(sounds, recordings, strict=True):
        lengths[recording] = lengths.get(recording, 0) + sound.length
    if len(lengths) < FEWEST_FILES:
        return set()
    wanted = max(1, round(len(lengths) * share))
    room = ROOM * share * sum(lengths.values())
    held_out: set[str] = set()
    for name in sorted(lengths, key=lambda name: hashlib.blake2b(f"{seed}:{name}".encode()).digest()):
        if len(held_out) < wanted and lengths[name] <= room:
            held_out.add(name)
            room -= lengths[name]
    return held_out
