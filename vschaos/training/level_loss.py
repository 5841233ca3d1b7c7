"""The loss of level: how loud a spectrum is in bands and altogether, which an error over bins hardly sees.

A bass drum is five bins of a thousand, and what a network is unsure of it blurs, which in decibels is a loss: the mean
of logarithms is below the logarithm of the mean. So the power of bands is held to its own, too.

For noise, what is wanted is not its power. The magnitudes of noise scatter by 5.6 dB (Rayleigh); decoded ones are
smooth, and lie best at their geometric mean, 2.5 dB below their power: to scatter again is the synthesis's part. In a
band of noise the mean power is e^γ = 1.78 times the geometric one; where the two are equal the spectrum is smooth, and
where they are far apart it has peaks.
"""

from __future__ import annotations

import math

import numpy as np
import torch
from torch import Tensor, nn

BANDS = 28
NARROWEST = 2
"""Bins of a band, at least."""
CORNER = 0.0104
"""Where bands begin to widen with frequency, as a share of all bins: 229 Hz at 44.1 kHz."""
WHOLE_WEIGHT = 8.0
"""What the level of the whole counts for, in bands."""
RAYLEIGH_POWER = math.exp(np.euler_gamma)
"""Mean power of noise over its geometric mean."""
LARGEST = 20.0
"""Features of an untrained network that are larger are cut, lest their squares overflow."""


class LevelLoss(nn.Module):
    """Distance of the levels of contrast spectra, in bands as wide as those of hearing, and of the whole.

    Parameters
    ----------
    bins
        Width F of a spectrum.
    """

    average: Tensor
    widths: Tensor
    weights: Tensor

    def __init__(self, bins: int) -> None:
        super().__init__()
        edges = torch.tensor(band_edges(bins))
        widths = edges.diff()
        band = torch.repeat_interleave(torch.arange(len(widths)), widths)
        average = nn.functional.one_hot(band, len(widths)) / widths
        weights = torch.cat([torch.ones(len(widths)), torch.tensor([WHOLE_WEIGHT])])
        self.register_buffer("average", average, persistent=False)
        self.register_buffer("widths", widths / bins, persistent=False)
        self.register_buffer("weights", weights / len(widths), persistent=False)

    def forward(self, made: Tensor, wanted: Tensor) -> Tensor:
        """Mean square over bands of the difference of levels, in nepers², of contrast spectra (B, F): shape (B,)."""
        difference = self._levels(self._power(made)) - self._levels(self._wanted_power(wanted))
        return difference.square() @ self.weights

    def _power(self, features: Tensor) -> Tensor:
        """Mean power of each band over the contrast's floor, (B, bands)."""
        return torch.expm1(features.clamp(0.0, LARGEST)).square() @ self.average

    def _wanted_power(self, features: Tensor) -> Tensor:
        """The same without what the scatter of noise adds."""
        power, geometric = self._power(features), torch.expm1(features.clamp_min(0.0) @ self.average).square()
        return torch.maximum(power - (RAYLEIGH_POWER - 1.0) * geometric, geometric)

    def _levels(self, power: Tensor) -> Tensor:
        """Levels of bands and of the whole, in nepers above the floor, (B, bands + 1)."""
        whole = (power @ self.widths).unsqueeze(-1)
        return 0.5 * torch.log1p(torch.cat([power, whole], dim=-1))


def band_edges(bins: int) -> list[int]:
    """Where bands begin and end in F bins: evenly on a scale as that of equivalent rectangular bandwidths.

    Glasberg, Moore, *Derivation of auditory filter shapes from notched-noise data*, 1990: 24.7 + 0.108 f Hz.
    """
    corner = CORNER * bins
    edges = [0]
    for band in range(1, BANDS + 1):
        even = round(corner * math.expm1(math.log1p(bins / corner) * band / BANDS))
        edges.append(max(edges[-1] + NARROWEST, even))
    return [*(edge for edge in edges if edge <= bins - NARROWEST), bins]
