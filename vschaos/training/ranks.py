"""Which of several training processes this is, and what they do together.

Each process of a data-parallel training runs this same program. One leads: it makes the run's folder, reports events,
receives orders and saves; the others only compute. What they decide, they decide at the same steps and all alike: a
process that left the loop alone would leave the others waiting for its gradients for ever.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import lightning.pytorch as pl
    from torch import Tensor

TOGETHER_EVERY = 16
"""Steps between two moments in which several processes make decisions: each costs them a wait for one another."""


def leading(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether this process leads, by what torchrun, SLURM or Lightning set, before any of them is loaded."""
    if "RANK" in environment:
        return environment["RANK"] == "0"
    # SLURM numbers its tasks over all computers; Lightning's own launcher counts computers and processes apart.
    ranks = ("SLURM_PROCID",) if "SLURM_PROCID" in environment else ("NODE_RANK", "LOCAL_RANK")
    return all(environment.get(rank, "0") == "0" for rank in ranks)


def deciding(trainer: pl.Trainer) -> bool:
    """Whether decisions may be made after this step."""
    return trainer.world_size == 1 or trainer.global_step % TOGETHER_EVERY == 0


def agreed(trainer: pl.Trainer, wish: bool) -> bool:
    """Whether any process wishes it; all must ask at the same step."""
    return wish if trainer.world_size == 1 else trainer.strategy.reduce_boolean_decision(wish, all=False)


def whole_mean(trainer: pl.Trainer, mean: Tensor) -> Tensor:
    """The mean over the whole batch, of each process's mean over its rows; all must ask at the same step."""
    return mean if trainer.world_size == 1 else trainer.strategy.reduce(mean.clone(), reduce_op="mean")


def own_rows(batch_size: int, rank: int, processes: int) -> slice:
    """The rows of a batch that one of several processes computes; all have as many."""
    share = batch_size // processes
    return slice(rank * share, (rank + 1) * share)
