"""Contrast: what the network sees of a magnitude. Scriptable, invertible, never infinite."""

import math

import torch
from torch import Tensor, nn

DB_TO_NEPER = math.log(10.0) / 20.0


class LogContrast(nn.Module):
    """Decibels above a floor: ``ln(s + floor) − ln(floor)``, in nepers; 0 is silence.

    Parameters
    ----------
    floor_db
        Floor, in dB below a full-scale sinusoid.
    """

    floor: Tensor
    log_floor: Tensor

    def __init__(self, floor_db: float = -100.0) -> None:
        super().__init__()
        # Tensors, since of every number that it meets an operator makes one first.
        self.register_buffer("floor", torch.tensor(math.exp(floor_db * DB_TO_NEPER)), persistent=False)
        self.register_buffer("log_floor", torch.tensor(floor_db * DB_TO_NEPER), persistent=False)

    def forward(self, magnitude: Tensor) -> Tensor:
        """Magnitudes (full-scale sinusoid = 1) to features, any shape."""
        return torch.log(magnitude + self.floor) - self.log_floor

    def inverse(self, features: Tensor) -> Tensor:
        """Features to magnitudes; features below 0 are silence."""
        return torch.clamp_min(torch.exp(features + self.log_floor) - self.floor, 0.0)


class Log1pContrast(nn.Module):
    """The original's contrast: ``ln(1 + gain·s)``; gentle on silence, blind to what is 40 dB below the loudest.

    Parameters
    ----------
    gain
        Factor on magnitudes (full-scale sinusoid = 1).
    """

    def __init__(self, gain: float = 512.0) -> None:
        super().__init__()
        self.gain = gain

    def forward(self, magnitude: Tensor) -> Tensor:
        """Magnitudes to features, any shape."""
        return torch.log1p(magnitude * self.gain)

    def inverse(self, features: Tensor) -> Tensor:
        """Features to magnitudes; features below 0 are silence."""
        return torch.clamp_min(torch.expm1(features) / self.gain, 0.0)


def make_contrast(name: str, floor_db: float) -> LogContrast | Log1pContrast:
    """The contrast that a configuration names: ``log`` or ``log1p``."""
    return LogContrast(floor_db) if name == "log" else Log1pContrast()
