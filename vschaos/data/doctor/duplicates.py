"""Sounds that are there more than once: copies byte for byte, and the same recording in another format. Torch-free.

Recordings are compared by their fingerprints (`vschaos.data.fingerprint`), among sounds of about the same length and
with about the same spectrum on the whole; comparing all pairs in full would need hours for a large library.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from vschaos.data.doctor.findings import Severity, Suspicion, counted, named
from vschaos.data.fingerprint import Likeness, Print, alike, read_fingerprint
from vschaos.data.scan import ScanReport, SoundFile

MANY_CELLS = 80
"""With so much to compare, chance makes nothing alike; with less, as of a single drum, more is asked for."""
COURSE_DB = (0.2, 0.3)
CUT_COURSE_DB = (0.2, 0.6)
"""How far copies differ, of one length, and where one is cut so that slots do not meet: with few cells, with many.
Two recordings of a note differ by 0.8 dB or more."""
SPECTRUM_DB = 2.0
PLACE = 0.05
STEADY_DB = 0.5
"""A sound that changes less than this has no landmarks in time."""
LAG_S = 0.03
"""So exactly must the lag explain the difference in length, where there are few cells to go by."""
SAME_LENGTH_S = 0.02
LENGTH_S = 0.12
"""Formats add a little silence, and trimming removes a little."""
OUTLINE_DB = (2.0, 10.0)
"""How far the spectra on the whole may differ, between the band that differs most upwards and the one most downwards:
of sounds of one length, and of those of which one may be cut and lack an attack."""
MOST_COMPARED = 10_000
"""Pairs that are compared in full, a millisecond or two each: if there are more, the most similar ones."""

WINDOW = 128
"""So many sounds of about the same length are compared with each; beyond them, those of a similar outline are found."""
TABLES, CELL_DIRECTIONS, CELL_DB, BUCKET_WINDOW = 12, 3, 4.0, 12
HASHED = slice(1, 11)
"""Bands of the outline that every sample rate has."""

LOSSY = frozenset((".mp3", ".mp2", ".ogg", ".oga", ".opus", ".m4a", ".m4b", ".aac", ".ac3", ".wma", ".mpc", ".amr"))
"""Of these formats a copy is worse than of any other."""

_TILT = (2, 7)
_OUTLINE_FLOOR_DB = -30.0
_MOST_NAMED = 10
_EXPLANATION = (
    "A sound that is there twice counts twice; and where one copy is held out for validation, the error looks too good."
)


def duplicate_suspicions(report: ScanReport) -> Iterator[Suspicion]:
    """A suspicion for each group of copies, or one for all where there are very many."""
    same_bytes = _groups_by_key(report.files)
    first_of = {sound.relative: group[0] for group in same_bytes for sound in group}
    leaders = [sound for sound in report.files if first_of.get(sound.relative, sound) is sound]
    groups: dict[str, list[SoundFile]] = {}
    for sound in report.files:
        groups.setdefault(first_of.get(sound.relative, sound).relative, []).append(sound)
    merged, recoded = [], set()
    for together in _groups_by_ear(leaders):
        merged.append([sound for leader in together for sound in groups.pop(leader.relative)])
        recoded.add(len(merged) - 1)
    merged += [group for group in groups.values() if len(group) > 1]
    place = {sound.relative: number for number, sound in enumerate(report.files)}
    copies = frozenset(sound.relative for group in merged for sound in _all_but_the_best(group))
    found = [
        (tuple(sorted((sound.relative for sound in group), key=place.__getitem__)), index in recoded)
        for index, group in enumerate(merged)
    ]
    found.sort(key=lambda item: item[0][0].casefold())
    if len(found) <= _MOST_NAMED:
        yield from (_suspicion(files, by_ear, copies) for files, by_ear in found)
        return
    count = len(found)
    yield Suspicion(
        "duplicate",
        Severity.WARNING,
        tuple(name for files, _ in found for name in files),
        lambda files: f"{counted(count, 'sound')} exist more than once, in {len(files):,} files: {named(files)}.",
        _EXPLANATION,
        "Keep only the best copy of each.",
        fewest=2,
        copies=copies,
    )


def _all_but_the_best(group: Sequence[SoundFile]) -> list[SoundFile]:
    def quality(sound: SoundFile) -> tuple[bool, int, int, float]:
        lossless = sound.path.suffix.lower() not in LOSSY
        return lossless, sound.sample_rate_hz, sound.channels, sound.duration_s

    best = max(group, key=quality)
    return [sound for sound in group if sound is not best]


def _suspicion(files: tuple[str, ...], by_ear: bool, copies: frozenset[str]) -> Suspicion:
    what = "the same recording" if by_ear else "the same file, byte for byte"
    return Suspicion(
        "duplicate",
        Severity.WARNING,
        files,
        lambda names: f"{named(names)} are {what}.",
        _EXPLANATION,
        "Keep only the best copy.",
        fewest=2,
        copies=copies,
    )


def _groups_by_key(sounds: Sequence[SoundFile]) -> list[list[SoundFile]]:
    groups: dict[str, list[SoundFile]] = {}
    for sound in sounds:
        if sound.key:
            groups.setdefault(sound.key, []).append(sound)
    return [group for group in groups.values() if len(group) > 1]


def _groups_by_ear(sounds: Sequence[SoundFile]) -> list[list[SoundFile]]:
    heard = sorted(
        (sound for sound in sounds if sound.facts is not None and sound.facts.fingerprint),
        key=lambda sound: sound.duration_s,
    )
    known = tuple((sound.duration_s, sound.facts.fingerprint) for sound in heard if sound.facts is not None)
    return [[heard[place] for place in group] for group in _grouped(known)]


@lru_cache(maxsize=2)  # labels change more often than sounds, and the doctor checks again after each change
def _grouped(known: tuple[tuple[float, str], ...]) -> tuple[tuple[int, ...], ...]:
    """The places of sounds that are one recording; ``known`` has length in s and fingerprint, ordered by length."""
    readable = [(place, read_fingerprint(text)) for place, (_, text) in enumerate(known)]
    prints = {place: read for place, read in readable if read is not None}
    parent = {place: place for place in prints}

    def root(place: int) -> int:
        while parent[place] != place:
            place = parent[place]
        return place

    lengths = np.array([known[place][0] for place in prints])
    places = list(prints)
    for one, other in _candidates(lengths, list(prints.values())):
        first, second = places[one], places[other]
        longer_s = known[second][0] - known[first][0]
        if root(first) != root(second) and same_recording(alike(prints[first], prints[second], longer_s), longer_s):
            parent[root(second)] = root(first)
    groups: dict[int, list[int]] = {}
    for place in prints:
        groups.setdefault(root(place), []).append(place)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def same_recording(likeness: Likeness, longer_s: float) -> bool:
    """Whether two sounds agree so well that they are one recording: in two formats, at two levels or slightly cut.

    Parameters
    ----------
    likeness
        Of the first to the second.
    longer_s
        By how much the second is longer, in seconds.
    """
    many = likeness.cells >= MANY_CELLS
    place, spectrum = likeness.place <= PLACE, likeness.spectrum_db <= SPECTRUM_DB
    if abs(longer_s) < SAME_LENGTH_S or likeness.change_db < STEADY_DB:
        same = likeness.course_db <= COURSE_DB[many] and spectrum and place
        if same or abs(longer_s) < SAME_LENGTH_S:
            return same
    # A shift by a part of a slot makes a difference where the sound itself changes.
    return (
        (many or abs(likeness.lag_s - longer_s) <= LAG_S < abs(longer_s))
        and likeness.course_db <= CUT_COURSE_DB[many]
        and likeness.spectrum_db <= SPECTRUM_DB + 7 * likeness.change_db
        and likeness.place <= PLACE + 0.02 + 0.08 * likeness.change_db
    )


def _candidates(lengths: NDArray[np.float64], prints: Sequence[Print]) -> list[tuple[int, int]]:
    """Pairs of which length and outline nearly agree, those that agree best first, `MOST_COMPARED` at most."""
    if len(prints) < 2:
        return []
    outlines = np.array([_outline(read) for read in prints], np.float32)
    best = _Best(MOST_COMPARED)
    _compare_neighbours(lengths, outlines, best)
    if len(prints) > WINDOW:
        _compare_buckets(lengths, outlines, best)
    return best.pairs()


def _compare_neighbours(lengths: NDArray[np.float64], outlines: NDArray[np.float32], best: _Best) -> None:
    """All pairs of about one length; where there are very many, of each sound the next in order of length."""
    tilt = outlines[:, _TILT[0]] - outlines[:, _TILT[1]]
    ends = np.searchsorted(lengths, lengths + LENGTH_S, side="right")
    ends = np.minimum(ends, np.arange(len(lengths)) + 1 + WINDOW)
    for one, end in enumerate(ends.tolist()):
        limit = np.where(lengths[one + 1 : end] - lengths[one] < SAME_LENGTH_S, *OUTLINE_DB)
        # First by one number, which leaves few; where a low rate lacks a band (NaN), by all that both have.
        near = one + 1 + np.flatnonzero(~(np.abs(tilt[one + 1 : end] - tilt[one]) > limit))
        spread = _spread_db(outlines[near] - outlines[one])
        agree = spread <= limit[near - one - 1]
        best.add(spread[agree], np.full(int(agree.sum()), one), near[agree])


def _compare_buckets(lengths: NDArray[np.float64], outlines: NDArray[np.float32], best: _Best) -> None:
    """Pairs among very many sounds of one length, in a time that grows as their number does.

    Locality-sensitive hashing (Indyk, Motwani, *Approximate nearest neighbors*, 1998): sounds of nearly the same
    outline fall into the same cell of a coarse grid, whose place and directions are drawn anew a few times; within a
    cell, each is compared with those that come next along one more direction.
    """
    rng = np.random.default_rng(0)
    shape = np.nan_to_num(outlines[:, HASHED])
    shape = shape - shape.mean(axis=1, keepdims=True)  # as loud as another: only the shape counts
    length = lengths / LENGTH_S
    for _ in range(TABLES):
        directions = rng.normal(size=(shape.shape[1], CELL_DIRECTIONS + 1))
        directions /= np.linalg.norm(directions, axis=0)
        along = shape @ directions
        cells = np.floor(along[:, :-1] / CELL_DB + rng.random(CELL_DIRECTIONS))
        keys = np.column_stack([cells, np.floor(length + rng.random())]).astype(np.int64)
        order = np.lexsort((along[:, -1], *keys.T))
        for step in range(1, BUCKET_WINDOW + 1):
            one, other = order[:-step], order[step:]
            same = (keys[one] == keys[other]).all(axis=1)
            one, other = np.minimum(one[same], other[same]), np.maximum(one[same], other[same])
            limit = np.where(lengths[other] - lengths[one] < SAME_LENGTH_S, *OUTLINE_DB)
            spread = _spread_db(outlines[other] - outlines[one])
            agree = (spread <= limit) & (lengths[other] - lengths[one] <= LENGTH_S)
            best.add(spread[agree], one[agree], other[agree])


def _spread_db(apart: NDArray[np.float32]) -> NDArray[np.float32]:
    """How far spectra differ (N, B), between the band that differs most upwards and the one most downwards, (N,)."""
    missing = np.isnan(apart)
    highest = np.where(missing, -np.inf, apart).max(axis=1, initial=-np.inf)
    return highest - np.where(missing, np.inf, apart).min(axis=1, initial=np.inf)


class _Best:
    """The pairs that agree best, in constant memory."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: list[tuple[NDArray[np.float32], NDArray[np.intp]]] = []
        self._count = 0

    def add(self, spread: NDArray[np.float32], one: NDArray[np.intp], other: NDArray[np.intp]) -> None:
        """Note pairs, shape (N,) each."""
        if not len(spread):
            return
        self._found.append((spread, np.column_stack([one, other])))
        self._count += len(spread)
        if self._count > 20 * self._most:
            self._shrink()

    def pairs(self) -> list[tuple[int, int]]:
        """The pairs, those that agree best first."""
        self._shrink()
        return [(int(one), int(other)) for _, pairs in self._found for one, other in pairs]

    def _shrink(self) -> None:
        if not self._found:
            return
        spread = np.concatenate([spreads for spreads, _ in self._found])
        pairs = np.concatenate([pairs for _, pairs in self._found])
        pairs, first = np.unique(pairs, axis=0, return_index=True)
        order = np.argsort(spread[first], kind="stable")[: self._most]
        self._found = [(spread[first][order], pairs[order])]
        self._count = len(order)


def _outline(read: Print) -> NDArray[np.float64]:
    """The spectrum on the whole, in dB; an attack weighs less in it than in a mean of powers, as it may be cut off."""
    roots = (read.power**0.3).mean(axis=0)
    outline_db = 10 / 0.3 * np.log10(np.maximum(roots / roots.max(), 1e-9))
    held = np.flatnonzero(read.power.any(axis=0)).max(initial=0) + 1
    outline_db = np.maximum(outline_db, _OUTLINE_FLOOR_DB)
    outline_db[held:] = np.nan
    return outline_db
