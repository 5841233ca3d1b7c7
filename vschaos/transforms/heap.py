"""Phases of a whole sound from its magnitudes: phase gradient heap integration. Not for real time.

Průša, Balazs, Søndergaard, *A noniterative method for reconstruction of phase from STFT magnitude*, IEEE/ACM TASLP
25(5), 2017. The gradient of the phase is that of `vschaos.transforms.running_phase`, with both neighbours in time; it
is integrated from the loudest bin outwards, always on from the loudest bin that is reached already, so that errors made
where it is quiet stay where it is quiet.

The integration is compiled when it is first called, which needs seconds; the result is kept on the disk where the
folder of this file, or the user's cache, can be written.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

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
    phase = np.random.default_rng(seed).uniform(-math.pi, math.pi, magnitude.shape)
    audible = magnitude > tolerance * magnitude.max()
    order = torch.argsort(magnitude.reshape(-1), descending=True)
    gradient = along_time.numpy(), along_frequency.numpy()
    _compiled()(order.numpy(), magnitude.numpy(), audible.numpy(), *gradient, phase)
    frame, peak, region = peak_regions(logs)
    bins = magnitude.shape[1]
    flat_peak, places = peak + frame * bins, torch.arange(bins)
    at_peak = offset.reshape(-1)[flat_peak]
    turns = side_lobe_turns(magnitude, peak, at_peak, flat_peak, region.reshape(-1), places, lobe_turns(bins))
    phase += 2.0 * math.pi * turns.numpy()
    return torch.from_numpy(np.remainder(phase + math.pi, 2.0 * math.pi) - math.pi).float()


@cache
def _compiled() -> Callable[..., None]:
    """The integration as machine code, from the disk's cache if it can have one."""
    import numba

    try:
        return numba.njit(cache=True)(_integrate)
    except RuntimeError:  # no folder to keep it in
        return numba.njit(_integrate)


def _integrate(
    order: NDArray[Any],
    magnitude: NDArray[Any],
    open_: NDArray[Any],
    along_time: NDArray[Any],
    along_frequency: NDArray[Any],
    phase: NDArray[Any],
) -> None:
    """Overwrite the phases (T, F) of the bins not done yet, and mark them; ``order`` has all bins, loudest first."""
    frames, bins = magnitude.shape
    for start in order:
        if not open_[start // bins, start % bins]:
            continue
        phase[start // bins, start % bins] = 0.0
        open_[start // bins, start % bins] = False
        border = [(-magnitude[start // bins, start % bins], start)]
        while border:
            place = heapq.heappop(border)[1]
            n, m = place // bins, place % bins
            for step_n, step_m in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                k, j = n + step_n, m + step_m
                if 0 <= k < frames and 0 <= j < bins and open_[k, j]:
                    along = step_n * (along_time[n, m] + along_time[k, j])
                    along += step_m * (along_frequency[n, m] + along_frequency[k, j])
                    phase[k, j] = phase[n, m] + 0.5 * along
                    open_[k, j] = False
                    heapq.heappush(border, (-magnitude[k, j], k * bins + j))
