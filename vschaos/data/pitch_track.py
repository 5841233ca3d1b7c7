"""From how sure a network is of each note, ten milliseconds by ten, to stretches of one note or none. Torch-free.

The most likely path through notes and “none” is sought (Viterbi): a change costs, so that a flicker does not make a
stretch, and vibrato stays one note.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LOWEST_NOTE, HIGHEST_NOTE = 24, 95
"""MIDI: C1 at 32.7 Hz to B6 at 1976 Hz, both included: what the network was taught."""
NOTES = HIGHEST_NOTE - LOWEST_NOTE + 1

HOP_S = 0.01
VOICED = 0.4
"""A note is heard where the network is surer of it than this. With less, more of each note is found, more wrongly."""
CHANGE_COST = 6.0
"""Of a change to another note or none, as a difference of log-evidence: about 20 ms of full certainty."""

_LEAST = 1e-3


@dataclass(frozen=True)
class Stretch:
    """One MIDI note, or None, from ``onset_s`` up to ``offset_s``."""

    onset_s: float
    offset_s: float
    note: int | None


def stretches(evidence: NDArray[np.floating], voiced: NDArray[np.bool_], duration_s: float) -> tuple[Stretch, ...]:
    """The notes of a sound.

    Parameters
    ----------
    evidence
        How sure the network is of each note, 0 to 1, around 0 s, 0.01 s, 0.02 s …: shape (N, `NOTES`).
    voiced
        Where a note may be: not in silence. Shape (N,).
    duration_s
        The end of the last stretch.

    Returns
    -------
    tuple
        The stretches, one beginning where the other ends, from 0 to ``duration_s``; neighbours differ.
    """
    states = _likeliest(evidence, voiced)
    changes = np.flatnonzero(np.diff(states)) + 1
    firsts = [0, *changes.tolist()]
    # A frame speaks for the time around it: a change is half-way between the two frames that differ.
    times_s = [0.0, *(round((index - 0.5) * HOP_S, 4) for index in changes.tolist()), duration_s]
    found: list[Stretch] = []
    for first, (onset_s, offset_s) in zip(firsts, itertools.pairwise(times_s), strict=True):
        offset_s = min(offset_s, duration_s)
        note = None if states[first] == NOTES else LOWEST_NOTE + int(states[first])
        if onset_s < offset_s:  # the last frame may lie at the very end
            found.append(Stretch(onset_s, offset_s, note))
    return tuple(found)


def voiced_share(found: Sequence[Stretch]) -> float:
    """The share of a sound's time that has a note, 0 to 1."""
    total_s = sum(stretch.offset_s - stretch.onset_s for stretch in found)
    voiced_s = sum(stretch.offset_s - stretch.onset_s for stretch in found if stretch.note is not None)
    return voiced_s / total_s if total_s else 0.0


def _likeliest(evidence: NDArray[np.floating], voiced: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """The path of highest evidence, shape (N,): indices of notes, and `NOTES` for none."""
    count = len(evidence)
    unvoiced = np.log(VOICED)
    before = np.zeros((count, NOTES + 1), np.uint8)
    stay = np.arange(NOTES + 1, dtype=np.uint8)
    score = np.zeros(NOTES + 1)
    gain = np.empty(NOTES + 1)
    for index in range(count):
        best = score.argmax()
        change = score[best] - CHANGE_COST
        stays = score >= change
        before[index] = np.where(stays, stay, best)
        gain[:NOTES] = np.log(np.maximum(evidence[index], _LEAST)) if voiced[index] else np.log(_LEAST)
        gain[NOTES] = unvoiced if voiced[index] else 0.0
        score = np.where(stays, score, change) + gain
    states = np.zeros(count, np.uint8)
    state = int(score.argmax())
    for index in range(count - 1, -1, -1):
        states[index] = state
        state = int(before[index, state])
    return states
