"""From how sure a network is of each note, ten milliseconds by ten, to stretches of one note or none. Torch-free.

The most likely path through notes and “none” is sought (Viterbi): a change costs, so that a flicker does not make a
stretch, and vibrato stays one note.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vschaos.errors import DatasetError

LOWEST_NOTE, HIGHEST_NOTE = 24, 95
"""MIDI: C1 at 32.7 Hz to B6 at 1976 Hz, both included: what the network was taught."""
NOTES = HIGHEST_NOTE - LOWEST_NOTE + 1

HOP_S = 0.01
VOICED = 0.4
"""A note is heard where the network is surer of it than this. With less, more of each note is found, more wrongly."""
CHANGE_COST = 6.0
"""Of a change to another note or none, as a difference of log-evidence: about 20 ms of full certainty."""

BATCH = 64
"""Frames heard at once."""

_LEAST = 1e-3
_SHORTEST_HOP_S, _LONGEST_HOP_S = 0.001, 0.1


@dataclass(frozen=True)
class Listening:
    """How it is listened, where not as usual.

    Attributes
    ----------
    threshold
        A note is heard where the network is surer of it than this, 0 to 1.
    hop_length
        Samples of the sound from one frame to the next; 0: `HOP_S`.
    fmin_hz, fmax_hz
        Notes beyond are not heard.
    batch
        Frames heard at once: time and memory alone depend on it.
    """

    threshold: float = VOICED
    hop_length: int = 0
    fmin_hz: float = 0.0
    fmax_hz: float = math.inf
    batch: int = BATCH

    def __post_init__(self) -> None:
        if not 0.0 <= self.threshold <= 1.0:
            raise DatasetError(
                f"The threshold has to be between 0 and 1, not {self.threshold:g}.", f"The default is {VOICED}."
            )
        if not 0 <= self.hop_length <= 1_000_000:
            raise DatasetError(f"A hop of {self.hop_length} samples is impossible.", "Try -l 256; 0 is 10 ms.")
        if not 1 <= self.batch <= 65536:
            raise DatasetError(f"A batch of {self.batch} frames is impossible.", "Choose 1 to 65536.")
        if not self.allowed.any():
            raise DatasetError(
                f"No detectable note lies between {self.fmin_hz:g} and {self.fmax_hz:g} Hz.",
                "Choose --fmin and --fmax between 33 and 1976 Hz.",
            )

    @property
    def allowed(self) -> NDArray[np.bool_]:
        """Which notes lie between fmin and fmax, shape (`NOTES`,)."""
        hz = 440.0 * 2.0 ** ((np.arange(LOWEST_NOTE, HIGHEST_NOTE + 1) - 69) / 12)
        return (self.fmin_hz <= hz) & (hz <= self.fmax_hz)

    @property
    def mark(self) -> str:
        """What names results of unusual settings; empty for the usual ones."""
        bounds = "" if self.allowed.all() else f"-{self.fmin_hz:g}-{self.fmax_hz:g}"
        hop = f"-l{self.hop_length}" if self.hop_length else ""
        return hop + bounds + (f"-c{self.threshold:g}" if self.threshold != VOICED else "")

    def hop_s(self, sample_rate_hz: int) -> float:
        """Time from one frame to the next in a sound of that rate.

        Raises
        ------
        DatasetError
            If it is shorter than a millisecond or longer than 100.
        """
        hop_s = self.hop_length / sample_rate_hz if self.hop_length else HOP_S
        if not _SHORTEST_HOP_S <= hop_s <= _LONGEST_HOP_S:
            raise DatasetError(
                f"A hop of {self.hop_length} samples is {1000 * hop_s:.3g} ms at {sample_rate_hz} Hz.",
                "Choose a hop of 1 to 100 ms.",
            )
        return hop_s


USUAL = Listening()


@dataclass(frozen=True)
class Stretch:
    """One MIDI note, or None, from ``onset_s`` up to ``offset_s``."""

    onset_s: float
    offset_s: float
    note: int | None


def stretches(
    evidence: NDArray[np.floating],
    voiced: NDArray[np.bool_],
    duration_s: float,
    hop_s: float = HOP_S,
    threshold: float = VOICED,
) -> tuple[Stretch, ...]:
    """The notes of a sound.

    Parameters
    ----------
    evidence
        How sure the network is of each note, 0 to 1, around 0 s, 0.01 s, 0.02 s …: shape (N, `NOTES`).
    voiced
        Where a note may be: not in silence. Shape (N,).
    duration_s
        The end of the last stretch.
    hop_s
        Time from one frame to the next, where it is not 0.01 s.
    threshold
        A note is heard where the network is surer of it than this.

    Returns
    -------
    tuple
        The stretches, one beginning where the other ends, from 0 to ``duration_s``; neighbours differ.
    """
    states = _likeliest(evidence, voiced, hop_s / HOP_S, threshold)
    changes = np.flatnonzero(np.diff(states)) + 1
    firsts = [0, *changes.tolist()]
    # A frame speaks for the time around it: a change is half-way between the two frames that differ.
    times_s = [0.0, *(round((index - 0.5) * hop_s, 4) for index in changes.tolist()), duration_s]
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


def _likeliest(
    evidence: NDArray[np.floating], voiced: NDArray[np.bool_], weight: float, threshold: float
) -> NDArray[np.uint8]:
    """The path of highest evidence, shape (N,): indices of notes, and `NOTES` for none. A frame counts ``weight``."""
    count = len(evidence)
    unvoiced = np.log(max(threshold, _LEAST / 10))
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
        score = np.where(stays, score, change) + weight * gain
    states = np.zeros(count, np.uint8)
    state = int(score.argmax())
    for index in range(count - 1, -1, -1):
        states[index] = state
        state = int(before[index, state])
    return states
