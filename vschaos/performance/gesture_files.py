"""Gestures as files: JSON, and CSV for spreadsheets and other programs. Pure Python.

Numbers are written in full, so that a gesture that is read again is the same one. See ``docs/file-formats.md``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from vschaos.errors import ControlError
from vschaos.performance.controls import Group, Playable
from vschaos.performance.documents import Document, read_bytes, read_document, write_bytes, write_document
from vschaos.performance.gestures import MOST_EVENTS, MOST_SECONDS, Gesture, GestureEvent, is_recordable
from vschaos.performance.table import LABEL, MOST_AXES, control_table

KIND = "gesture"
END = "end"
"""In the column of controls of a CSV's last row, whose time is the gesture's length."""

LONGEST_LINE = 32_768
"""Characters of a CSV's line: an event of all axes has less than a third."""

CSV_HEADER = ("time_s", "control", "value")


def write_gesture(path: Path, gesture: Gesture) -> None:
    """Write a gesture as ``.json`` or ``.csv``.

    Raises
    ------
    ControlError
        If the name ends otherwise, or the file cannot be written.
    """
    if _suffix(path) == ".csv":
        rows = io.StringIO(newline="")
        table = csv.writer(rows, lineterminator="\n")
        table.writerow(CSV_HEADER)
        table.writerows((repr(one.time_s), one.control, *map(repr, one.values)) for one in gesture.events)
        table.writerow((repr(gesture.duration_s), END))
        write_bytes(path, rows.getvalue().encode())
    else:
        write_document(path, KIND, gesture_fields(gesture))


def read_gesture(path: Path) -> Gesture:
    """Read a gesture from ``.json`` or ``.csv``.

    Raises
    ------
    ControlError
        If the name ends otherwise, the file cannot be read, or it does not hold a gesture.
    """
    if _suffix(path) == ".csv":
        return _from_csv(Document(path.name, KIND), read_bytes(path, KIND))
    return gesture_of(*read_document(path, KIND))


def gesture_fields(gesture: Gesture) -> dict[str, Any]:
    """A gesture as it stands in JSON."""
    events = [[one.time_s, one.control, *one.values] for one in gesture.events]
    return {"duration_s": gesture.duration_s, "events": events}


def gesture_of(document: Document, fields: dict[str, Any]) -> Gesture:
    """The gesture that stands in fields of JSON.

    Raises
    ------
    ControlError
        If they do not describe a gesture.
    """
    duration_s = document.number(fields.get("duration_s"), "its length", 0.0, MOST_SECONDS)
    rows = document.items(fields.get("events"), "events", MOST_EVENTS)
    return _gesture(document, duration_s, [document.items(row, "the parts of an event", MOST_AXES + 2) for row in rows])


def _gesture(document: Document, duration_s: float, rows: list[list[Any]]) -> Gesture:
    events = [_event(document, duration_s, row) for row in rows]
    # Sorting is stable: what is in order stays as it is.
    events.sort(key=lambda event: event.time_s)
    return Gesture(duration_s, tuple(events))


@cache
def _counts() -> Mapping[str, tuple[int, int]]:
    """Fewest and most values of each control that gestures can move, labels apart."""
    return {
        control.id: (1 if control.count == MOST_AXES else control.count, control.count)
        for control in control_table(Playable(MOST_AXES))
        if is_recordable(control) and (control.group is not Group.LABEL)
    }


def _event(document: Document, duration_s: float, row: list[Any]) -> GestureEvent:
    if len(row) < 3:
        document.refuse("an event is not a time, a control and a value")
    time_s = document.number(row[0], "the time of an event", 0.0, duration_s)
    control = document.text(row[1], "the control of an event")
    fewest, most = (1, 1) if control.startswith(LABEL) else _counts().get(control, (0, 0))
    if most == 0:
        document.refuse(f"a gesture cannot move “{control}”")
    values = tuple([document.number(value, f"a value of “{control}”") for value in row[2:]])
    if not fewest <= len(values) <= most:
        document.refuse(f"“{control}” has {len(values)} values at {time_s:g} s")
    return GestureEvent(time_s, control, values)


def _from_csv(document: Document, data: bytes) -> Gesture:
    rows: list[list[str]] = []
    try:
        for line in csv.reader(_short_lines(document, io.StringIO(data.decode("utf-8-sig"), newline=""))):
            # Spreadsheets fill short rows with empty cells.
            if row := _without_empty(line):
                rows.append(row)
            if len(rows) > MOST_EVENTS + 2:
                document.refuse(f"it has more than {MOST_EVENTS:,} events")
    except (ValueError, csv.Error):
        document.refuse("it is not CSV")
    if len(rows) < 2 or tuple(rows[0]) != CSV_HEADER:
        document.refuse(f"its first line is not {','.join(CSV_HEADER)}")
    if len(rows[-1]) != 2 or rows[-1][1] != END:
        document.refuse(f"its last line is not a time and {END}")
    duration_s = document.number(_number(rows[-1][0]), "its length", 0.0, MOST_SECONDS)
    return _gesture(document, duration_s, [[_number(row[0]), *row[1:2], *map(_number, row[2:])] for row in rows[1:-1]])


def _short_lines(document: Document, lines: Iterable[str]) -> Iterator[str]:
    """The lines of a table, as long as they are no longer and no more than a gesture's."""
    for number, line in enumerate(lines):
        if len(line) > LONGEST_LINE:
            document.refuse(f"its line {number + 1} has more than {LONGEST_LINE:,} characters")
        if number > 2 * MOST_EVENTS:
            document.refuse(f"it has more than {2 * MOST_EVENTS:,} lines")
        yield line


def _without_empty(cells: list[str]) -> list[str]:
    while cells and not cells[-1].strip():
        cells.pop()
    return cells


def _number(cell: str) -> float | str:
    """A cell's number, or the cell itself, which is then refused as not a number."""
    try:
        return float(cell)
    except ValueError:
        return cell


def _suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in (".json", ".csv"):
        raise ControlError(f"“{path.name}” does not end in .json or .csv.", "Files of gestures have one of the two.")
    return suffix
