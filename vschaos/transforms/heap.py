"""Phases of a whole sound from its magnitudes: phase gradient heap integration. Not for real time.

Průša, Balazs, Søndergaard, *A noniterative method for reconstruction of phase from STFT magnitude*, IEEE/ACM TASLP
25(5), 2017. The gradient of the phase is that of `vschaos.transforms.running_phase`, with both neighbours in time; it
is integrated from the loudest bin outwards, always on from the loudest bin that is reached already, so that errors made
where it is quiet stay where it is quiet.
"""

from __future__ import annotations

import math

import numpy as np
import torch
from torch import Tensor

from vschaos.core.library import core, ffi
from vschaos.transforms.peaks import hann_bin_offset, lobe_turns, peak_regions, side_lobe_turns
from vschaos.transforms.running_phase import FLOOR, HANN_GAMMA

TOLERANCE = 1e-6
"""Share of the loudest magnitude below which phases are random: nothing is known about them, nor heard of them."""


def heap_phase(magnitude: Tensor, hop_samples: int, *, tolerance: float = TOLERANCE, seed: int = 0) -> Tensor:
    """Phases of a whole sound.

    Parameters
    ----------
    magnitude
        Magnitudes under a Hann window, shape (T, F).
    hop_samples
        Hop of the transform.
    tolerance
        Share of the loudest magnitude below which phases are random.
    seed
        Of the random phases.

    Returns
    -------
    Tensor
        Phases in radians, shape (T, F), float32.
    """
    n_fft = 2 * (magnitude.shape[1] - 1)
    logs = torch.log(magnitude.clamp_min(FLOOR))
    offset = torch.nn.functional.pad(hann_bin_offset(0.5 * (logs[:, 2:] - logs[:, :-2])), [1, 1])
    turns = (torch.arange(magnitude.shape[1]) * hop_samples % n_fft).double() / n_fft
    along_time = 2.0 * math.pi * (offset * (hop_samples / n_fft) + turns.float())
    bends = torch.atan(0.5 * HANN_GAMMA * n_fft / hop_samples * torch.diff(logs, dim=0))
    along_frequency = -torch.nn.functional.pad(bends, [0, 0, 0, 1]) - torch.nn.functional.pad(bends, [0, 0, 1, 0])
    phase = torch.from_numpy(np.random.default_rng(seed).uniform(-math.pi, math.pi, magnitude.shape))
    audible = magnitude > tolerance * magnitude.max()
    order = torch.argsort(magnitude.reshape(-1), descending=True)
    _integrate(order, magnitude, audible, along_time, along_frequency, phase)
    frame, peak, region = peak_regions(logs)
    bins = magnitude.shape[1]
    flat_peak, places = peak + frame * bins, torch.arange(bins)
    at_peak = offset.reshape(-1)[flat_peak]
    turns = side_lobe_turns(magnitude, peak, at_peak, flat_peak, region.reshape(-1), places, lobe_turns(bins))
    return (torch.remainder(phase + 2.0 * math.pi * turns + math.pi, 2.0 * math.pi) - math.pi).float()


def _integrate(
    order: Tensor, magnitude: Tensor, audible: Tensor, along_time: Tensor, along_frequency: Tensor, phase: Tensor
) -> None:
    """Overwrite the phases (T, F), float64, of audible bins; ``order`` has all bins, loudest first."""
    pointers = [
        ffi.from_buffer(kind, tensor.contiguous().numpy())
        for kind, tensor in (
            ("int64_t[]", order),
            ("float[]", magnitude),
            ("uint8_t[]", audible.to(torch.uint8)),
            ("float[]", along_time),
            ("float[]", along_frequency),
            ("double[]", phase),
        )
    ]
    if not core.vs_integrate_phase(*magnitude.shape, *pointers):
        raise MemoryError("not enough memory for the phases")
