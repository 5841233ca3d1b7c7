"""Random numbers for a training step, the same for a row of the batch wherever that row is computed."""

from __future__ import annotations

from dataclasses import dataclass, field

import torch
from torch import Tensor


@dataclass(frozen=True)
class Draw:
    """Draws for a whole batch and hands out some of its rows.

    Several processes that share a batch draw the same numbers from equal generators and use each their own, so that
    together they do what one process would.

    Attributes
    ----------
    generator
        Where the numbers come from; its device is theirs.
    total
        Rows of the whole batch.
    rows
        Those that are wanted.
    """

    generator: torch.Generator
    total: int
    rows: slice = field(default_factory=lambda: slice(None))

    def uniform(self, low: float, high: float, *shape: int) -> Tensor:
        """Numbers between two limits, shape (rows, …)."""
        empty = torch.empty(self.total, *shape, device=self.generator.device)
        return empty.uniform_(low, high, generator=self.generator)[self.rows]

    def normal(self, *shape: int) -> Tensor:
        """Standard Normal numbers, shape (rows, …)."""
        empty = torch.empty(self.total, *shape, device=self.generator.device)
        return empty.normal_(generator=self.generator)[self.rows]
