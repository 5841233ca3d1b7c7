"""The error that a person reads: how far a reconstruction is from a sound in what is heard of it.

Most bins of most frames are far below the frame's loudest one, and silence is easy to reconstruct: an error over all
bins is small for sounds with many silent ones, however badly the others are met.
"""

from __future__ import annotations

import torch
from torch import Tensor

from vschaos.instrument.closeness import AUDIBLE_DB

SILENCE = 1e-4
"""Magnitudes below −80 dBFS are not counted where both sounds have them."""
FLOOR = 1e-5
"""−100 dBFS: what is softer differs from nothing."""


def audible_error_db(wanted: Tensor, made: Tensor) -> tuple[Tensor, int]:
    """Mean absolute difference in dB of the bins that are heard in one of two sounds, or in both; or of their levels.

    Of a frame, the larger one counts: the right colour at a wrong level is heard as wrong.

    A bin counts if it lies within `AUDIBLE_DB` of its frame's largest one, by the wanted or by the made magnitudes, and
    is not silent. Frames weigh the same, however many of their bins count; those with none are left out.

    Parameters
    ----------
    wanted, made
        Magnitudes, a sinusoid of full scale 1, shape (N, F).

    Returns
    -------
    tuple
        The error, shape (), 0 where nothing counts; and the number of frames that counted.
    """
    counted = _heard(wanted) | _heard(made)
    difference_db = 20.0 * (torch.log10(wanted.clamp_min(FLOOR)) - torch.log10(made.clamp_min(FLOOR))).abs()
    bins = counted.sum(dim=-1)
    frames = int((bins > 0).sum())
    errors_db = (difference_db * counted).sum(dim=-1) / bins.clamp_min(1)
    levels_db = _level_db(wanted * counted) - _level_db(made * counted)
    errors_db = torch.maximum(errors_db, levels_db.abs())
    return errors_db.sum() / max(frames, 1), frames


def _level_db(magnitudes: Tensor) -> Tensor:
    return 20.0 * torch.log10(torch.linalg.vector_norm(magnitudes, dim=-1).clamp_min(FLOOR))


def _heard(magnitudes: Tensor) -> Tensor:
    """Which bins (N, F) are within reach of their frame's peak, and not silent."""
    peak = magnitudes.amax(dim=-1, keepdim=True)
    return magnitudes >= (peak * 10.0 ** (-AUDIBLE_DB / 20.0)).clamp_min(SILENCE)
