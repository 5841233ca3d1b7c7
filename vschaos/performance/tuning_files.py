"""Files of tunings: Scala scales (.scl) with their keyboard mappings (.kbm), and AnaMark tunings (.tun). Pure Python.

The formats are described at https://www.huygens-fokker.org/scala/scl_format.html, at
https://www.huygens-fokker.org/scala/help.htm#mappings, and at
https://www.mark-henning.de/files/am/Tuning_File_V2_Doc.pdf. Files come from anywhere: everything is bounded and
checked, and what is wrong becomes a :class:`~vschaos.errors.ControlError` that names the line.
"""

from __future__ import annotations

import errno
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from vschaos.errors import ControlError
from vschaos.files import read_file
from vschaos.performance.notes import KEYS
from vschaos.performance.tuning import LONGEST_NAME, MOST_CENTS, Tuning, cents_of
from vschaos.printable import printable

SUFFIXES = (".scl", ".tun")
MAPPING_SUFFIX = ".kbm"
LARGEST_BYTES = 1 << 20
LONGEST_LINE = 1000
MOST_NOTES = 4096
"""Notes of a scale, and keys of a mapping."""

LOWEST_HZ, HIGHEST_HZ = 1e-3, 1e6
MIDDLE_C = 60
ANAMARK_BASE_HZ = 8.1757989156437
"""Key 0 of equal temperament: where a .tun file counts from, unless it says otherwise."""

_REMEDY = "Choose a Scala scale (.scl) or an AnaMark tuning (.tun)."
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)
_TUN_LINE = re.compile(r"([A-Za-z]+)\s*(-?\d+)?\s*=\s*(.*)", re.ASCII)


@dataclass(frozen=True)
class _Line:
    """A line of a file, and its number."""

    file: str
    number: int
    text: str

    def refuse(self) -> NoReturn:
        raise ControlError(f"“{self.file}” is not a tuning: line {self.number} cannot be understood.", _REMEDY)

    def first_word(self) -> str:
        return (self.text.split() or [""])[0]

    def whole(self, low: int, high: int) -> int:
        value = self.decimal(low, high)
        if not value.is_integer():
            self.refuse()
        return int(value)

    def decimal(self, low: float, high: float, text: str | None = None) -> float:
        word = self.first_word() if text is None else text
        if not _NUMBER.fullmatch(word) or not low <= float(word) <= high:
            self.refuse()
        return float(word)


@dataclass(frozen=True)
class _Scale:
    """``cents`` of the degrees above the first, which is 0; the last is where the scale begins again."""

    name: str
    cents: tuple[float, ...]

    def at(self, degree: int) -> float:
        """Cents of any degree, those beyond the scale included."""
        turns, rest = divmod(degree, len(self.cents))
        return turns * self.cents[-1] + (self.cents[rest - 1] if rest else 0.0)


@dataclass(frozen=True)
class _Mapping:
    """A keyboard mapping: which degree each key has, from ``middle`` on, repeated; None: none."""

    first: int = 0
    last: int = KEYS - 1
    middle: int = MIDDLE_C
    reference: int = MIDDLE_C
    frequency_hz: float = 440.0 * 2.0 ** ((MIDDLE_C - 69) / 12.0)
    octave: int = 0
    degrees: tuple[int | None, ...] = ()

    def cents(self, scale: _Scale, key: int) -> float | None:
        """Cents of a key above the degree 0 of the middle key."""
        if not self.degrees:
            return scale.at(key - self.middle)
        turns, rest = divmod(key - self.middle, len(self.degrees))
        degree = self.degrees[rest]
        octave = scale.at(self.octave or len(scale.cents))
        return None if degree is None else turns * octave + scale.at(degree)


def read_tuning(path: Path, mapping: Path | None = None) -> Tuning:
    """Read a tuning from a .scl or .tun file.

    Parameters
    ----------
    path
        The file.
    mapping
        A .kbm file for a scale. Without one, that of the scale's own name beside it is used, if there is one, and else
        key 60 is the first degree, at 261.63 Hz.

    Raises
    ------
    ControlError
        If a file cannot be read, or it is no tuning.
    """
    suffix = path.suffix.lower()
    if suffix == ".tun":
        return _anamark(path)
    if suffix != ".scl":
        raise ControlError(f"“{path.name}” is not a tuning.", _REMEDY)
    beside = path.with_suffix(MAPPING_SUFFIX)
    chosen = mapping if mapping is not None else beside if beside.is_file() else None
    return _tuned(_scale(path), _Mapping() if chosen is None else _mapping(chosen), path.name)


def _tuned(scale: _Scale, mapping: _Mapping, file: str) -> Tuning:
    reference = mapping.cents(scale, mapping.reference)
    if reference is None:
        raise ControlError(
            f"In the keyboard mapping of “{file}”, the reference key has no note.",
            "Choose another keyboard mapping (.kbm).",
        )
    base = cents_of(mapping.frequency_hz) - reference
    cents = [
        mapping.cents(scale, key) if mapping.first <= key <= mapping.last else 100.0 * key - base for key in range(KEYS)
    ]
    return Tuning(scale.name, tuple(None if one is None else _bounded(base + one) for one in cents))


def _bounded(cents: float) -> float:
    return min(max(cents, -MOST_CENTS), MOST_CENTS)


# ── Scala ─────────────────────────────────────────────────────────────────────────────────────────────────


def _scale(path: Path) -> _Scale:
    lines = _lines(path, "!")
    name, count_line = next(lines, None), next(lines, None)
    if name is None or count_line is None:
        raise ControlError(f"“{path.name}” is not a tuning: it has no number of notes.", _REMEDY)
    count = count_line.whole(1, MOST_NOTES)
    cents = [_interval(line) for line, _ in zip(lines, range(count), strict=False)]
    if len(cents) < count:
        raise ControlError(f"“{path.name}” is not a tuning: it has {len(cents)} notes instead of {count}.", _REMEDY)
    return _Scale(_name(name.text, path), tuple(cents))


def _interval(line: _Line) -> float:
    """Cents of a line: of a number with a point, or of a ratio."""
    word = line.first_word()
    if "." in word:
        return line.decimal(-MOST_CENTS, MOST_CENTS)
    above, slash, below = word.partition("/")
    if not re.fullmatch(r"\d{1,18}", above) or (slash and not re.fullmatch(r"\d{1,18}", below)):
        line.refuse()
    ratio = int(above), int(below or 1)
    if 0 in ratio:
        line.refuse()
    return 1200.0 * (math.log2(ratio[0]) - math.log2(ratio[1]))


def _mapping(path: Path) -> _Mapping:
    lines = [line for line in _lines(path, "!") if line.text.strip()]
    heads = lines[:7]
    if len(heads) < 7:
        raise ControlError(f"“{path.name}” is not a keyboard mapping.", "Choose another keyboard mapping (.kbm).")
    size = heads[0].whole(0, MOST_NOTES)
    keys = [line.whole(0, KEYS - 1) for line in heads[1:5]]
    degrees = [_degree(line) for line in lines[7 : 7 + size]]
    return _Mapping(
        *keys,
        frequency_hz=heads[5].decimal(LOWEST_HZ, HIGHEST_HZ),
        octave=heads[6].whole(0, MOST_NOTES),
        degrees=(*degrees, *[None] * (size - len(degrees))),
    )


def _degree(line: _Line) -> int | None:
    word = line.first_word()
    return None if word.lower() == "x" else line.whole(-MOST_NOTES, MOST_NOTES)


# ── AnaMark ───────────────────────────────────────────────────────────────────────────────────────────────


def _anamark(path: Path) -> Tuning:
    """The section “Exact Tuning”, or “Tuning” where there is none.

    A key that is not named is in equal temperament; above the last one of “Exact Tuning” the keys from 0 on are
    repeated.
    """
    section, name = "", ""
    base_hz = ANAMARK_BASE_HZ
    notes: dict[str, dict[int, float]] = {"tuning": {}, "exact tuning": {}}
    for line in _lines(path, ";"):
        text = line.text.strip()
        if text.startswith("["):
            section = text.strip("[]").strip().lower()
            continue
        found = _TUN_LINE.fullmatch(text)
        if found is None:
            continue
        field, key, value = found[1].lower(), found[2], found[3].split(";")[0].strip().strip('"')
        if section == "info" and field == "name":
            name = value
        elif section == "exact tuning" and field == "basefreq":
            base_hz = line.decimal(LOWEST_HZ, HIGHEST_HZ, value)
        elif section in notes and field == "note":
            if key is None:
                line.refuse()
            if len(key) <= len(str(KEYS)) and 0 <= int(key) < KEYS:  # others may mean something in future versions
                notes[section][int(key)] = line.decimal(-MOST_CENTS, MOST_CENTS, value)
    exact = notes["exact tuning"]
    given = exact or notes["tuning"]
    if not given:
        raise ControlError(f"“{path.name}” is not a tuning: it has no notes.", _REMEDY)
    base = cents_of(base_hz) if exact else 0.0
    cents = [given.get(key, 100.0 * key) for key in range(KEYS)]
    last = max(given)
    if exact and last > 0:
        for key in range(last + 1, KEYS):
            cents[key] = cents[key - last] + cents[last]
    return Tuning(_name(name, path), tuple(_bounded(base + one) for one in cents))


# ── lines ─────────────────────────────────────────────────────────────────────────────────────────────────


def _lines(path: Path, comment: str) -> Iterator[_Line]:
    """The lines of a file without comments."""
    try:
        data = read_file(path, LARGEST_BYTES)
    except (OSError, ValueError) as error:
        if getattr(error, "errno", None) == errno.EFBIG:
            raise ControlError(f"“{path.name}” is too large for a tuning.", _REMEDY) from error
        why = getattr(error, "strerror", None) or error
        raise ControlError(f"“{path.name}” cannot be read: {why}.", "Choose another file.") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text.rstrip()), start=1):
        found = _Line(path.name, number, line)
        if len(line) > LONGEST_LINE:
            found.refuse()
        if not line.lstrip().startswith(comment):
            yield found


def _name(given: str, path: Path) -> str:
    return printable(" ".join(given.split()))[:LONGEST_NAME].strip() or path.stem[:LONGEST_NAME]
