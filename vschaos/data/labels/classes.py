"""The names of a task's classes, as ``classes.txt`` lists them, or as its values are where there is none. Torch-free.

::

    bell            0<TAB>bell
    drum      or    2<TAB>gong        a name a line, class 0 first; or its number, a tab and the name, in any order
    gong            1<TAB>drum

See `vschaos.data.labels.files`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from vschaos.configs.schema import MAX_CLASSES
from vschaos.data.labels.tracks import NUMBER

_NUMBERED = re.compile(r"(\d+)\s*\t\s*(.+)", re.ASCII)
_WHOLE = re.compile(r"\d+", re.ASCII)
_NOTE = re.compile(r"[a-h][#b♯♭]?-?\d+", re.IGNORECASE)


@dataclass
class ClassNames:
    """The names by class, and what was wrong with the lines: line, sentence and remedy each."""

    names: list[str] = field(default_factory=list)
    problems: list[tuple[int, str, str]] = field(default_factory=list)


def parse_class_names(lines: Iterable[tuple[int, str]]) -> ClassNames:
    """Read the lines of a ``classes.txt``, each with its number in the file.

    Lines are of one form: that which most of them have. Classes that no line names are called by their number.
    """
    lines = list(lines)
    read = ClassNames()
    if len(lines) > MAX_CLASSES:
        sentence = f"It has {len(lines):,} lines, and only the first {MAX_CLASSES:,} can be classes of a label."
        read.problems.append((lines[MAX_CLASSES][0], sentence, "Use fewer classes, or a number instead of classes."))
        lines = lines[:MAX_CLASSES]
    numbered = [_NUMBERED.fullmatch(text) for _, text in lines]
    with_numbers = 2 * sum(match is not None for match in numbered) > len(lines)
    if with_numbers:
        named = _numbered(lines, numbered, read)
    else:
        named = {place: (number, text) for place, (number, text) in enumerate(lines)}
    read.names = [named[place][1] if place in named else str(place) for place in range(max(named, default=-1) + 1)]
    # A number that belongs to no class can only be a name, for example a MIDI note.
    _check_names(named, read, len(read.names) if with_numbers else math.inf)
    return read


def classes_of_values(values: Iterable[str]) -> list[str]:
    """The names that values are, sorted: those of a task without a ``classes.txt``.

    None where they are not names: one is a number, a decimal comma or a file, all are notes (``C#4``), which have an
    order of their own, all are the same, or there are more than classes can be many.
    """
    names = sorted(set(values))
    if not 2 <= len(names) <= MAX_CLASSES or all(map(_NOTE.fullmatch, names)):
        return []
    return [] if any(NUMBER.fullmatch(name) or not _is_name(name) for name in names) else names


def _is_name(text: str) -> bool:
    return not text.lower().endswith(".txt") and any(letter.isalpha() for letter in text)


def _numbered(
    lines: Iterable[tuple[int, str]], numbered: Iterable[re.Match[str] | None], read: ClassNames
) -> dict[int, tuple[int, str]]:
    """By class, the line that names it, and its name."""
    named: dict[int, tuple[int, str]] = {}
    for (number, text), match in zip(lines, numbered, strict=True):
        if match is None:
            sentence = f"“{text:.60}” is not a class number, a tab and a name, like the other lines."
            read.problems.append((number, sentence, "Write its number and a tab before it."))
        elif len(match[1]) > len(str(MAX_CLASSES)) or int(match[1]) >= MAX_CLASSES:
            sentence = f"Class {match[1]:.20} is out of range: classes are 0 to {MAX_CLASSES - 1} at most."
            read.problems.append((number, sentence, "Number the classes from 0."))
        elif int(match[1]) in named:
            sentence = f"Class {int(match[1])} appears twice; its first name counts."
            read.problems.append((number, sentence, "Give each class one name."))
        else:
            named[int(match[1])] = (number, match[2].strip())
    return named


def _check_names(named: dict[int, tuple[int, str]], read: ClassNames, names_from: float) -> None:
    seen: set[str] = set()
    for place, (number, name) in sorted(named.items(), key=lambda item: item[1][0]):
        if name in seen:
            read.problems.append((number, f"The class “{name:.60}” appears twice.", "Give each class its own name."))
        if _WHOLE.fullmatch(name) and name != str(place) and int(name[:9]) < names_from:
            sentence = f"Class {place} has another number as its name, {name:.20}."
            remedy = (
                "Numbers in metadata.txt count classes from 0: use names that are not numbers, or remove classes.txt."
            )
            read.problems.append((number, sentence, remedy))
        seen.add(name)
