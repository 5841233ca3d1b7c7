"""The stretches of a sound, as a file in ``tracks/`` lists them. Torch-free; see `vschaos.data.labels.files`.

::

    0.000000,0.250000<TAB>3     onset and offset in seconds, and the value from the one up to the other; in any order
    0.250000,0.255805<TAB>None  the original writes a line for each frame: those of one value become one stretch
    0.255805,0.261610<TAB>None
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)

_OVERLAP_S = 1e-3
"""Stretches may overlap this far: onsets and offsets are rounded."""
_FRAME_S = 0.05
"""Shorter stretches are frames of a longer one, where they follow each other with one value."""

Stretch = tuple[float, float, int, str]
"""Onset and offset in seconds, the number of the line, and the value as text."""


@dataclass
class TrackLines:
    """The stretches, ordered by onset, and what was wrong with the lines: line, sentence and remedy each."""

    stretches: list[Stretch] = field(default_factory=list)
    problems: list[tuple[int, str, str]] = field(default_factory=list)


def parse_track(lines: Iterable[tuple[int, str]], canonical: Callable[[str], str]) -> TrackLines:
    """Read the lines of a track, each with its number in the file.

    ``canonical`` makes one text of all that mean the same value.
    """
    read = TrackLines()
    found: list[Stretch] = []
    for number, text in lines:
        times, _, value = text.rpartition("\t")
        numbers = [part.strip() for part in times.split(",")]
        if len(numbers) != 2 or not all(map(NUMBER.fullmatch, numbers)):
            shown = text if len(text) <= 60 else f"{text[:57]}…"
            sentence = f"“{shown}” is not onset,offset, a tab and a value."
            read.problems.append((number, sentence, "Write seconds with decimal points, for example 0.5,1.25."))
            continue
        onset_s, offset_s = map(float, numbers)
        if onset_s < offset_s:
            found.append((onset_s, offset_s, number, canonical(value.strip())))
        else:
            sentence = f"The stretch ends at {numbers[1]} s, before or at its beginning at {numbers[0]} s."
            read.problems.append((number, sentence, "Write the earlier time first."))
    found.sort(key=lambda stretch: stretch[0])
    for (_, before_s, _, _), (onset_s, _, number, _) in itertools.pairwise(found):
        if onset_s < before_s - _OVERLAP_S:
            sentence = f"The stretch begins at {onset_s} s, inside another; the later one counts there."
            read.problems.append((number, sentence, "Let each stretch end where the next begins."))
    for onset_s, offset_s, number, value in found:
        before = read.stretches[-1] if read.stretches else (0.0, 0.0, 0, "")
        if offset_s - onset_s < _FRAME_S and before[1] == onset_s and before[3] == value:
            read.stretches[-1] = (before[0], offset_s, before[2], value)
        else:
            read.stretches.append((onset_s, offset_s, number, value))
    return read
