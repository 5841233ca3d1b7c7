"""Sounds that are there more than once: copies byte for byte, and the same recording in another format. Torch-free.

Recordings are compared by their fingerprints (`vschaos.data.fingerprint`), among sounds of about the same length and
with about the same spectrum on the whole; comparing all pairs in full would take hours for a large library.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from vschaos.data.doctor_findings import Severity, Suspicion, counted, named
from vschaos.data.fingerprint import Likeness, Print, alike, read_fingerprint
from vschaos.data.scan import ScanReport, SoundFile

MANY_CELLS = 80
"""With so much to compare, chance makes nothing alike; with less, as of a single drum, more is asked for."""
COURSE_DB = (0.2, 0.3)
CUT_COURSE_DB = (0.2, 0.6)
"""How far copies differ, of one length, and where one is cut so that slots do not meet: with few cells, with many.
Two takes of a note differ by 0.8 dB or more."""
SPECTRUM_DB = 2.0
PLACE = 0.05
STEADY_DB = 0.5
"""A sound that changes so little has no places in time to go by."""
LAG_S = 0.03
"""So exactly must the lag explain the difference in length, where there are few cells to go by."""
SAME_LENGTH_S = 0.02
LENGTH_S = 0.12
"""Formats add a little silence, and trimming takes a little away."""
OUTLINE_DB = (2.0, 10.0)
"""How far the spectra on the whole may differ, between the band that differs most upwards and the one most downwards:
of sounds of one length, and of those of which one may be cut and lack an attack."""
MOST_COMPARED = 10_000
"""Pairs that are compared in full, a millisecond or two each: of ever so many similar sounds the most similar."""

_TILT = (2, 7)
_OUTLINE_FLOOR_DB = -30.0
_TOLD = 10
_EXPLANATION = (
    "What is there twice is learnt twice as much; and where one copy is held out to judge by, the figure is too good."
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
    found = [
        (tuple(sound.relative for sound in report.files if sound in group), index in recoded)
        for index, group in enumerate(merged)
    ]
    found.sort(key=lambda item: item[0][0].casefold())
    if len(found) <= _TOLD:
        yield from (_suspicion(files, by_ear) for files, by_ear in found)
        return
    count = len(found)
    yield Suspicion(
        "duplicate",
        Severity.WARNING,
        tuple(name for files, _ in found for name in files),
        lambda files: f"{counted(count, 'sound')} are there more than once, in {len(files):,} files: {named(files)}.",
        _EXPLANATION,
        "Keep one of each, the one of the best quality.",
        fewest=2,
    )


def _suspicion(files: tuple[str, ...], by_ear: bool) -> Suspicion:
    what = "the same recording" if by_ear else "the same file, byte for byte"
    return Suspicion(
        "duplicate",
        Severity.WARNING,
        files,
        lambda names: f"{named(names)} are {what}.",
        _EXPLANATION,
        "Keep one of them, the one of the best quality.",
        fewest=2,
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


@lru_cache(maxsize=2)  # labels change more often than sounds, and each change has the doctor look again
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
    tilt = outlines[:, _TILT[0]] - outlines[:, _TILT[1]]
    ends = np.searchsorted(lengths, lengths + LENGTH_S, side="right")
    found: list[tuple[float, int, int]] = []
    for one, end in enumerate(ends.tolist()):
        limit = np.where(lengths[one + 1 : end] - lengths[one] < SAME_LENGTH_S, *OUTLINE_DB)
        # First by one number, which leaves few; where a low rate lacks a band (NaN), by all that both have.
        near = one + 1 + np.flatnonzero(~(np.abs(tilt[one + 1 : end] - tilt[one]) > limit))
        apart = outlines[near] - outlines[one]
        missing = np.isnan(apart)
        spread = np.where(missing, -np.inf, apart).max(axis=1, initial=-np.inf)
        spread -= np.where(missing, np.inf, apart).min(axis=1, initial=np.inf)
        agree = spread <= limit[near - one - 1]
        found += zip(spread[agree].tolist(), [one] * int(agree.sum()), near[agree].tolist(), strict=True)
    return [(one, other) for _, one, other in heapq.nsmallest(MOST_COMPARED, found)]


def _outline(read: Print) -> NDArray[np.float64]:
    """The spectrum on the whole, in dB; an attack weighs less in it than in a mean of powers, as it may be cut off."""
    roots = (read.power**0.3).mean(axis=0)
    outline_db = 10 / 0.3 * np.log10(np.maximum(roots / roots.max(), 1e-9))
    held = np.flatnonzero(read.power.any(axis=0)).max(initial=0) + 1
    outline_db = np.maximum(outline_db, _OUTLINE_FLOOR_DB)
    outline_db[held:] = np.nan
    return outline_db
