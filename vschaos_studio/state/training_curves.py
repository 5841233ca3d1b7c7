"""The curves of a training, as columns that grow. Qt-free."""

from __future__ import annotations

import csv
import io
import math
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from vschaos.files import read_file
from vschaos.training.events import Event, Progress, Started, Validated

TABLE = Path("logs", "metrics.csv")
"""The curves in a run's folder."""
LARGEST_BYTES = 64 << 20


@dataclass
class LossHistory:
    """The curves, as columns that grow; ``step`` belongs to the losses, ``held_out_step`` to the held-out error."""

    step: list[float] = field(default_factory=list)
    loss: list[float] = field(default_factory=list)
    reconstruction: list[float] = field(default_factory=list)
    divergence: list[float] = field(default_factory=list)
    held_out_step: list[float] = field(default_factory=list)
    held_out_db: list[float] = field(default_factory=list)

    @classmethod
    def of_run(cls, run: Path) -> LossHistory:
        """The curves of a run that is not running; what cannot be read is left out."""
        made = cls()
        try:
            text = read_file(run / TABLE, LARGEST_BYTES).decode("utf-8", "replace")
            for row in csv.DictReader(io.StringIO(text, newline="")):
                made._add_row(row)
        except (OSError, csv.Error):
            return made
        return made

    def add(self, event: Event) -> bool:
        """Add an event to the curves; False if it adds nothing.

        Points after the step from which a training continues are dropped: it trains those steps again.
        """
        if isinstance(event, Started) and event.first_step:
            return self._cut(event.first_step)
        if isinstance(event, Progress):
            self.step.append(event.step)
            self.loss.append(event.loss)
            self.reconstruction.append(event.reconstruction)
            self.divergence.append(event.divergence)
            return True
        if isinstance(event, Validated) and math.isfinite(event.error_db):
            self.held_out_step.append(event.step)
            self.held_out_db.append(event.error_db)
            return True
        return False

    def _cut(self, last_step: int) -> bool:
        known, judged = bisect_right(self.step, last_step), bisect_right(self.held_out_step, last_step)
        for column in (self.step, self.loss, self.reconstruction, self.divergence):
            del column[known:]
        for column in (self.held_out_step, self.held_out_db):
            del column[judged:]
        return bool(known or judged)

    def _add_row(self, row: Mapping[str, str | None]) -> None:
        step = _number(row.get("step"))
        if not math.isfinite(step):
            return
        losses = [_number(row.get(name)) for name in ("loss", "reconstruction", "divergence")]
        if all(map(math.isfinite, losses)):
            self.step.append(step)
            for column, value in zip((self.loss, self.reconstruction, self.divergence), losses, strict=True):
                column.append(value)
        error_db = _number(row.get("error_db"))
        if math.isfinite(error_db):
            self.held_out_step.append(step)
            self.held_out_db.append(error_db)


def _number(text: str | None) -> float:
    """The number that a cell holds; NaN if it holds none."""
    try:
        return float(text or "nan")
    except ValueError:
        return math.nan
