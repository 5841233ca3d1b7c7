"""Chance that repeats itself: normal numbers that depend on seed, frame, voice and axis alone. Scriptable.

However frames are cut into calls, and whenever they are asked for, the same seed gives the same numbers.
"""

import math

import torch
from torch import Tensor

from vschaos.instrument.walk import mixed


def normal_numbers(seed: int, first: int, voices: int, frames: int, dims: int, device: torch.device) -> Tensor:
    """Numbers of mean 0 and deviation 1, by the transform of Box and Muller (1958) of two hashes each.

    Parameters
    ----------
    seed
        0 to 2³¹ − 1.
    first
        Number of the first frame.
    voices, frames, dims
        B, T and D.
    device
        Where to make them.

    Returns
    -------
    Tensor
        Shape (B, D, T).
    """
    voice = torch.arange(voices, device=device).reshape(-1, 1, 1)
    axis = torch.arange(dims, device=device).reshape(1, -1, 1)
    frame = torch.arange(first, first + frames, device=device).reshape(1, 1, -1)
    bits = mixed(mixed(frame + seed * 0x9E3779B1) + voice * 0x1F123BB5 + axis * 0x5851F42D)
    again = mixed(bits + 0x2545F491)
    radius = torch.sqrt(-2.0 * torch.log((bits.to(torch.float32) + 0.5) * (1.0 / 4294967808.0)))
    return radius * torch.cos(again.to(torch.float32) * (2.0 * math.pi / 4294967296.0))
