"""A training's curves as a table, ``logs/metrics.csv``, that goes on where a resumed training goes on.

Lightning's own CSV logger deletes what an earlier session wrote.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from vschaos.files import write_file

COLUMNS: Sequence[str] = ("step", "loss", "reconstruction", "divergence", "error_db", "active_dims", "label_accuracy")


class CurveTable:
    """Appends a line for each set of figures; what is not known stays empty.

    Parameters
    ----------
    path
        The table. Lines of it beyond ``first_step`` are dropped: those steps will be repeated.
    first_step
        Where the training begins or goes on.
    """

    def __init__(self, path: Path, first_step: int = 0) -> None:
        self._path = path
        kept: list[dict[str, str]] = []
        if first_step and path.exists():
            with path.open(newline="", encoding="utf-8", errors="replace") as file:
                kept = [row for row in csv.DictReader(file) if _step(row) <= first_step]
        path.parent.mkdir(parents=True, exist_ok=True)
        table = io.StringIO(newline="")
        writer = csv.DictWriter(table, COLUMNS, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(kept)
        write_file(path, table.getvalue().encode())

    def add(self, step: int, figures: Mapping[str, float]) -> None:
        """Append the figures of a step, those that have a column.

        Raises
        ------
        OSError
            If the disk is full.
        """
        known = {name: value for name, value in figures.items() if name in COLUMNS}
        with self._path.open("a", newline="", encoding="utf-8") as file:
            csv.DictWriter(file, COLUMNS).writerow({"step": step, **known})


def _step(row: Mapping[str, str | None]) -> float:
    """The step of a line; one that a crash cut short counts as one to come."""
    text = row.get("step") or ""
    return int(text) if text.isdecimal() and None not in row.values() else float("inf")
