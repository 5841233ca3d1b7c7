"""What to do when the memory is not enough: go on with half the batch."""

from __future__ import annotations

import dataclasses
import errno

import torch

from vschaos.configs.schema import Config
from vschaos.errors import TrainingError

_SIGNS = ("can't allocate memory", "not enough memory", "backend out of memory", "cannot allocate memory")
"""Torch's messages on the CPU of Linux, of Windows, and on Apple's graphics."""


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error says that memory was not enough, of the computer or of its graphics card."""
    if isinstance(error, (torch.OutOfMemoryError, MemoryError)) or getattr(error, "errno", None) == errno.ENOMEM:
        return True
    return isinstance(error, RuntimeError) and any(sign in str(error).lower() for sign in _SIGNS)


def with_half_the_batch(config: Config) -> Config:
    """The same training with half as many spectra a step.

    The number of steps and the learning rate stay, so that it learns from half as much sound from here on, in about
    half the time. Accumulating two halves would keep the course, but at twice as many passes of the network a step.

    Raises
    ------
    TrainingError
        If there is nothing to halve.
    """
    half = config.training.batch_size // 2
    if half < 1:
        raise TrainingError(
            "The computer does not have enough memory for this training, not even with one spectrum at a time.",
            "Choose a smaller configuration, or close other programs.",
        )
    return dataclasses.replace(config, training=dataclasses.replace(config.training, batch_size=half))
