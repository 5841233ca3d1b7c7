"""Moving inputs for calls of a streaming module, and the median time of a call."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from itertools import cycle

import torch
from torch import Tensor

PIECES = 40
"""Different pieces of input; they repeat."""

WARM_UP, REPETITIONS = 20, 200


def walks(voices: int, channels: int, frames: int) -> Iterator[Tensor]:
    """Points (B, C, T) of a hand for each voice, moving on and back."""
    generator = torch.Generator().manual_seed(0)
    steps = 0.05 * torch.randn(voices, channels, frames * PIECES, generator=generator)
    path = torch.cumsum(steps, dim=2).clamp(-1.0, 1.0)
    return cycle([part.contiguous() for part in torch.cat([path, path.flip(2)], dim=2).split(frames, dim=2)])


def tones_in_noise(samples: int) -> Iterator[Tensor]:
    """Pieces (1, 1, T) of tones in noise."""
    time_steps = torch.arange(PIECES * samples)
    tones = sum(torch.sin(0.02 * partial * time_steps) / partial for partial in range(1, 9))
    audio = 0.1 * (tones + 0.1 * torch.randn(len(time_steps), generator=torch.Generator().manual_seed(0)))
    return cycle(audio.reshape(1, 1, -1).split(samples, dim=2))


def median_s(call: Callable[[], object], warm_up: int = WARM_UP, repetitions: int = REPETITIONS) -> float:
    """Median time of a call in seconds."""
    for _ in range(warm_up):
        call()
    times = []
    for _ in range(repetitions):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times)
