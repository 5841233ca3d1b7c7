"""Phases of a whole sound by iteration: between the spectra that signals have and those with the magnitudes wanted.

Griffin, Lim, *Signal estimation from modified short-time Fourier transform*, IEEE TASSP 32(2), 1984, with the momentum
of Perraudin, Balazs, Søndergaard, *A fast Griffin-Lim algorithm*, WASPAA 2013. Not for real time.
"""

from __future__ import annotations

import torch
from torch import Tensor

from vschaos.transforms.dgt import DGT

MOMENTUM = 0.99
"""α of the paper, which recommends it."""


def griffin_lim(magnitude: Tensor, phase: Tensor, dgt: DGT, length: int, iterations: int) -> Tensor:
    """Improve phases.

    Parameters
    ----------
    magnitude, phase
        Of ``dgt``, phases in radians, both of shape (B, T, F).
    dgt
        The transform.
    length
        Of the signal, in samples.
    iterations
        How often: each costs one synthesis and one analysis.

    Returns
    -------
    Tensor
        Phases in radians, shape (B, T, F).
    """
    spectra = ahead = last = torch.polar(magnitude, phase)
    for n in range(iterations):
        possible = dgt(dgt.inverse(spectra, length))
        ahead = possible if n == 0 else possible + MOMENTUM * (possible - last)
        last, spectra = possible, torch.polar(magnitude, ahead.angle())
    return ahead.angle()
