r"""The peaks of a spectrum under a Hann window: which bins belong to them, where they lie, how tonal they are.

Frames are cut at their magnitude's valleys; each region has one peak, which *owns* its bins::

    L     /\         ___
      ___/  \__    _/   \_
              \__/
      region 1  |  region 2

Regions and peaks of all frames stand in one list. Scriptable, in operators that libtorch 2.0 knows.
"""

import torch
from torch import Tensor


def peak_regions(logs: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Cut frames at their valleys.

    Parameters
    ----------
    logs
        Log-magnitudes, shape (N, F).

    Returns
    -------
    tuple
        All int64: ``frame`` and ``peak``, shape (K,), the frame and the loudest bin of each region, in order;
        ``region``, shape (N, F), which of the K each bin belongs to. A valley belongs to the region above it; where
        a top is flat, its left end is the peak.
    """
    frames, bins = logs.shape[0], logs.shape[1]
    padded = torch.nn.functional.pad(logs, [1, 1], value=-1e30).reshape(-1)
    rises = padded[1:] > padded[:-1]  # [m]: from bin m−1 to bin m; F + 2 places a frame
    # Rises and falls take turns: a rise turns at a peak, a fall at a valley. Each frame's first turn is a peak, and so
    # is its last; the valley between its last and the next frame's first is outside of both.
    turns = torch.bitwise_xor(rises[:-1], rises[1:])
    peaks = torch.bitwise_and(turns, rises[:-1]).as_strided([frames, bins], [bins + 2, 1]).nonzero()
    region = torch.cumsum(turns, dim=0).bitwise_right_shift(1).as_strided([frames, bins], [bins + 2, 1])
    return peaks.select(1, 0), peaks.select(1, 1), region


def scaled(values: Tensor, factor: float) -> Tensor:
    """The product; for small tensors quicker than ``*``, which makes a tensor of every number first."""
    return torch.add(values, values, alpha=factor - 1.0)


def hann_bin_offset(slope: Tensor) -> Tensor:
    """How far a sinusoid lies from its bin, in bins, by the slope of the log-magnitude there.

    Under a Hann window a sinusoid δ bins above bin m has magnitudes at m ± 1 whose logarithms differ by
    ``ln((1+δ)(2+δ) / ((1−δ)(2−δ)))``. Half of it, the central difference u, is ``artanh δ + artanh δ/2``; so
    ``tanh u = 1.5·δ / (1 + δ²/2)``, a quadratic in δ.

    Parameters
    ----------
    slope
        Central difference u of the natural log-magnitude over bins, any shape.

    Returns
    -------
    Tensor
        δ, in −1…1, the same shape.
    """
    t = torch.tanh(slope)
    constant = torch.full_like(t, 0.75)
    return t / (constant + torch.sqrt(torch.addcmul(torch.square(constant), t, t, value=-0.5)))


def lobe_turns(bins: int) -> Tensor:
    """The phase of a Hann window's spectrum in turns, shape (bins,), 0–1, 1–2, 2–3, … bins from its middle.

    A sinusoid d bins away has ``W(d) = sin(πd) / (πd·(1−d²))``: positive out to 2 bins, negative from there to 3,
    positive to 4, negative to 5, where it ceases to matter. A gradient cannot see it, since no magnitude falls to zero
    between two bins; left out, it sounds as side bands at the hop rate, 40 dB down.
    """
    turns = torch.zeros([bins])
    turns[2:5:2] = 0.5
    return turns


def side_lobe_turns(
    magnitude: Tensor,
    peak: Tensor,
    offset: Tensor,
    flat_peak: Tensor,
    flat_region: Tensor,
    places: Tensor,
    lobes: Tensor,
) -> Tensor:
    """What to add to the phases of a sinusoid's side lobes, in turns, so that they are opposite where they must be.

    Parameters
    ----------
    magnitude
        Shape (N, F).
    peak, offset
        Bins of the peaks, and how far above them their sinusoids lie, in bins, shape (K,).
    flat_peak, flat_region
        Of `peak_regions`, laid end to end: where the peaks are, shape (K,), and the regions, shape (N·F,).
    places, lobes
        0, 1, … F − 1, as floats, and `lobe_turns`, shape (F,).

    Returns
    -------
    Tensor
        0 or ½, shape (N, F).
    """
    # W(d) / W(δ) is δ·(1−δ²) / (d·(d²−1)), as d and δ are whole bins apart: at most |δ|/6. Louder is no side lobe.
    limit = scaled(torch.abs(offset * magnitude.reshape(-1).index_select(0, flat_peak)), 0.25)
    is_quiet = magnitude < limit.index_select(0, flat_region).reshape(magnitude.shape)
    centre = torch.add(offset, peak).index_select(0, flat_region).reshape(magnitude.shape)
    lobe = torch.abs(places - centre).to(torch.int64).reshape(-1)
    return lobes.index_select(0, lobe).reshape(magnitude.shape) * is_quiet


def tonality(logs: Tensor, flat_peak: Tensor, flat_region: Tensor, noisy: float = 0.5, tonal: float = 1.5) -> Tensor:
    """How much like a sinusoid peaks look, 0 (noise) to 1 (tone): by prominence, and by the shape of their top.

    Under a Hann window a sinusoid δ bins off has the second difference ``ln((1−δ²) / (4−δ²))`` over bins, by the same
    reckoning as :func:`hann_bin_offset`. How far a top's is from that is taken off its height above its valleys.

    Parameters
    ----------
    logs
        Natural log-magnitudes of all frames laid end to end, shape (N·F,).
    flat_peak, flat_region
        Of :func:`peak_regions`, laid end to end: where the peaks are, shape (K,), and the regions, shape (N·F,).
    noisy, tonal
        Nepers of height where 0 ends and 1 begins. Of white noise's power three quarters lie in regions below 0.65; of
        a cello's, a flute's or a trumpet's nine tenths lie in regions above 1.

    Returns
    -------
    Tensor
        Shape (K,).
    """
    inner = flat_peak.clamp(1, logs.shape[0] - 2)
    top, left, right = logs.index_select(0, flat_peak), logs.index_select(0, inner - 1), logs.index_select(0, inner + 1)
    squared = torch.square(hann_bin_offset(0.5 * (right - left))).clamp_max(0.98)
    misshapen = torch.abs(left - 2.0 * top + right - torch.log((1.0 - squared) / (4.0 - squared)))
    starts = torch.searchsorted(flat_region, torch.arange(flat_peak.shape[0], device=logs.device))
    valleys = logs.index_select(0, starts)
    height = top - torch.maximum(valleys, torch.cat([valleys[1:], valleys[:1]]))
    return torch.clamp((height - misshapen - noisy) / (tonal - noisy), 0.0, 1.0)
