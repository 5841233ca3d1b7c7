"""Which note each class of ``pitch`` means, and labels of other orders than ours put into ours. Torch-free.

Ours is that of `vschaos.data.pitch.notes`: pitch counts from C = 0, and the octave turns at C. The original counts from
A = 0, and its octave turns at A::

    MIDI note    57 A    58 A#   59 B    60 C    …   68 G#   69 A
    ours          9 3     10 3    11 3    0 4         8 4     9 4
    original's    0 4      1 4     2 4    3 4        11 4     0 5

The names of the classes show which is meant; where there are none, the sounds do (`vschaos.data.pitch.listening`).
A dataset's files keep their order as long as nothing else is written into them; what is learnt has ours.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from vschaos.data.labels.model import LabelEntry, Labels, Span, Task
from vschaos.data.pitch.notes import OCTAVE, PITCH

_STEPS = {
    **dict(zip("cdefgab", (0, 2, 4, 5, 7, 9, 11), strict=True)),
    **dict(
        zip(("do", "ut", "re", "ré", "mi", "fa", "sol", "la", "si", "h"), (0, 0, 2, 2, 4, 5, 7, 9, 11, 11), strict=True)
    ),
}
_ACCIDENTALS = {"": 0, "#": 1, "♯": 1, "sharp": 1, "dièse": 1, "is": 1, "b": -1, "♭": -1, "flat": -1, "bémol": -1}
_NAME = re.compile(
    rf"({'|'.join(sorted(_STEPS, key=len, reverse=True))})\s*({'|'.join(_ACCIDENTALS)})(?:\s*[/(|].*)?", re.IGNORECASE
)
_NO_NOTE = ("none", "nan", "unvoiced", "silence", "rest")
_TURN = 9
"""The pitch class A, at which the original's octave turns."""


@dataclass(frozen=True)
class PitchOrder:
    """What the classes of a dataset's ``pitch`` mean.

    Attributes
    ----------
    pitches
        The pitch class of each, C being 0; None: no note.
    turns_at_a
        Whether its octaves begin at A.
    """

    pitches: tuple[int | None, ...]
    turns_at_a: bool


COUNTED_FROM_A = PitchOrder(tuple((number + _TURN) % 12 for number in range(12)), turns_at_a=True)


def is_unnamed(task: Task) -> bool:
    """Whether a task's classes have no names, or are called by their numbers."""
    return all(name == str(number) for number, name in enumerate(task.classes))


def named_order(task: Task) -> PitchOrder | None:
    """The order that the names of a task's classes show; None where they do not name different notes."""
    names = [name.strip() for name in task.classes]
    matches = [_NAME.fullmatch(name) for name in names]
    if task.kind != "int" or not any(matches):
        return None
    german = any(name.casefold() == "h" for name in names)
    pitches: list[int | None] = []
    for number, (name, match) in enumerate(zip(names, matches, strict=True)):
        if match is not None:
            step = 10 if german and match[0].casefold() == "b" else _STEPS[match[1].lower()]
            pitches.append((step + _ACCIDENTALS[match[2].lower()]) % 12)
        elif name.casefold() in _NO_NOTE or name == str(number):
            pitches.append(None)
        else:
            return None
    notes = [pitch for pitch in pitches if pitch is not None]
    if len(set(notes)) < len(notes):
        return None
    return PitchOrder(tuple(pitches), turns_at_a=tuple(pitches[:12]) == COUNTED_FROM_A.pitches)


def counted_from_c(labels: Labels, order: PitchOrder) -> Labels:
    """The same notes in our order: pitch with our names where its classes had some, and octaves that turn at C.

    An octave without its pitch becomes unknown where octaves turn at A: it may be either of two.

    Parameters
    ----------
    labels
        With the task ``pitch``; with or without ``octave``, and whatever else.
    order
        That of its pitch.
    """
    if all(pitch == number for number, pitch in enumerate(order.pitches[:12])):
        return labels
    entries = dict(labels.entries)
    tasks = {task.name: task for task in labels.tasks}
    pitch = tasks[PITCH.name]
    entries[PITCH.name] = {sound: _ordered(entry, order) for sound, entry in entries.get(PITCH.name, {}).items()}
    tasks[PITCH.name] = replace(pitch, classes=PITCH.classes if pitch.classes else ())
    if order.turns_at_a and OCTAVE.name in tasks and tasks[OCTAVE.name].kind == "int":
        entries[OCTAVE.name] = {
            sound: _turned(entry, entries[PITCH.name].get(sound, LabelEntry(())))
            for sound, entry in entries.get(OCTAVE.name, {}).items()
        }
        tasks[OCTAVE.name] = replace(tasks[OCTAVE.name], classes=())
    return Labels(tuple(tasks.values()), entries)


def _ordered(entry: LabelEntry, order: PitchOrder) -> LabelEntry:
    return replace(entry, spans=tuple(replace(span, value=_pitch(span.value, order.pitches)) for span in entry.spans))


def _pitch(value: float | None, pitches: Sequence[int | None]) -> float | None:
    pitch = None if value is None or value >= len(pitches) else pitches[int(value)]
    return None if pitch is None else float(pitch)


def _turned(octave: LabelEntry, pitch: LabelEntry) -> LabelEntry:
    """Octaves that begin at C from those that begin at A, by the pitch that sounds at the same time."""
    edges_s = sorted(
        {edge for entry in (octave, pitch) for span in entry.spans for edge in (span.onset_s, span.offset_s)}
    )
    pairs_s = list(itertools.pairwise(edges_s))
    middles_s = [0.5 * (low + high) if math.isfinite(high) else low + 1.0 for low, high in pairs_s]
    both = Labels((OCTAVE, PITCH), {OCTAVE.name: {"": octave}, PITCH.name: {"": pitch}})
    numbers, pitches = both.at("", np.array(middles_s)).T
    turned = np.where(np.isnan(pitches), np.nan, numbers - (pitches >= _TURN))
    spans: list[Span] = []
    for (onset_s, offset_s), number in zip(pairs_s, turned.tolist(), strict=True):
        value = number if number >= 0 else None  # not a number is not, either
        if spans and spans[-1].value == value:
            spans[-1] = replace(spans[-1], offset_s=offset_s)
        else:
            spans.append(Span(onset_s, offset_s, value))
    return replace(octave, spans=tuple(spans))
