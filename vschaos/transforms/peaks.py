r"""The peaks of a spectrum under a Hann window: which bins belong to them, where they lie, how tonal they are.

Frames are cut at their magnitude's valleys; each region has one peak, which *owns* its bins::

    L     /\         ___
      ___/  \__    _/   \_
              \__/
      region 1  |  region 2

Frames are laid end to end, F bins each, and counted through: a *place* is a bin of a frame. Scriptable, in operators
that libtorch 2.0 knows.
"""

import torch
from torch import Tensor

BELOW_ALL = -1e30
"""The logarithm of no magnitude: what lies beyond both ends of a frame."""


def cut_at_valleys(logs: Tensor) -> tuple[Tensor, Tensor]:
    """Cut frames at their valleys.

    Parameters
    ----------
    logs
        Log-magnitudes with `BELOW_ALL` at both ends of each frame, shape (…, F + 2), not NaN.

    Returns
    -------
    tuple
        ``peak``, int64, shape (K,), the place of the loudest bin of each region, in order; ``region``, int64, shape
        (L,) for L places, which of the K each place belongs to. A valley belongs to the region above it; where a top is
        flat, its left end is the peak.
    """
    bins = logs.shape[-1] - 2
    rises = torch.gt(logs.narrow(-1, 1, bins + 1), logs.narrow(-1, 0, bins + 1))  # [m]: from bin m−1 to bin m
    before, behind = rises.narrow(-1, 0, bins), rises.narrow(-1, 1, bins)
    peak, valley = torch.gt(before, behind).reshape(-1), torch.gt(behind, before).reshape(-1)
    if valley.shape[0] > bins:
        valley[bins::bins].fill_(True)  # where a frame begins, a region does
    return peak.nonzero().squeeze(1), torch.cumsum(valley, dim=0)


def peak_regions(logs: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """:func:`cut_at_valleys` of log-magnitudes (N, F), by frame and bin.

    Returns
    -------
    tuple
        All int64: ``frame`` and ``peak``, shape (K,), the frame and the loudest bin of each region, in order;
        ``region``, shape (N, F), which of the K each bin belongs to.
    """
    place, region = cut_at_valleys(torch.nn.functional.pad(logs, [1, 1], value=BELOW_ALL))
    frame = torch.div(place, logs.shape[1], rounding_mode="floor")
    return frame, place - frame * logs.shape[1], region.reshape(logs.shape)


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
    root = torch.addcmul(torch.full([1], 0.5625, device=t.device), t, t, value=-0.5).sqrt_()
    return t / root.add_(torch.full([1], 0.75, device=t.device))


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
        The places of the peaks, shape (K,), and the regions, laid end to end, shape (N·F,).
    places, lobes
        0, 1, … F − 1, as floats, and `lobe_turns`, shape (F,).

    Returns
    -------
    Tensor
        0 or ½, shape (N, F).
    """
    limit = torch.abs(offset * magnitude.reshape(-1).index_select(0, flat_peak)).index_select(0, flat_region)
    centre = torch.add(offset, peak).index_select(0, flat_region).reshape(magnitude.shape)
    turns = torch.zeros_like(magnitude)
    return add_side_lobes(turns, magnitude, limit.reshape(magnitude.shape), centre, places, lobes)


def add_side_lobes(
    turns: Tensor, magnitude: Tensor, limit: Tensor, centre: Tensor, places: Tensor, lobes: Tensor
) -> Tensor:
    """:func:`side_lobe_turns` added to phases, where each bin has what it needs to know of its peak.

    Parameters
    ----------
    turns, magnitude
        Phases in turns and magnitudes, shape (…, F).
    limit, centre
        Of each bin's peak: its magnitude times its |offset|, and where its sinusoid lies, in bins; shape (…, F).
    places, lobes
        As there.
    """
    # W(d) / W(δ) is δ·(1−δ²) / (d·(d²−1)), as d and δ are whole bins apart: at most |δ|/6. Louder: no side lobe.
    quiet = torch.sub(limit, magnitude, alpha=4.0).sign_().clamp_min_(0.0)
    lobe = torch.sub(places, centre).abs_().to(torch.int32).reshape(-1)
    return torch.addcmul(turns, lobes.index_select(0, lobe).reshape(magnitude.shape), quiet)


def tonality(
    logs: Tensor, flat_peak: Tensor, flat_region: Tensor, bins: int, noisy: float = 0.5, tonal: float = 1.5
) -> Tensor:
    """How much like a sinusoid peaks look, 0 (noise) to 1 (tone): by prominence, and by the shape of their top.

    Under a Hann window a sinusoid δ bins off has the second difference ``ln((1−δ²) / (4−δ²))`` over bins, by the same
    reckoning as :func:`hann_bin_offset`. How far a top's is from that is subtracted from its height above its valleys.

    Parameters
    ----------
    logs
        Natural log-magnitudes of all frames laid end to end, shape (N·F,).
    flat_peak, flat_region
        Of :func:`cut_at_valleys`: the places of the peaks, shape (K,), and the regions, shape (N·F,).
    bins
        F.
    noisy, tonal
        Nepers of height where 0 ends and 1 begins. Of white noise's power three quarters lie in regions below 0.65; of
        a cello's, a flute's or a trumpet's nine tenths lie in regions above 1.

    Returns
    -------
    Tensor
        Shape (K,).
    """
    top = logs.index_select(0, flat_peak)
    inner = flat_peak.clamp(1, logs.shape[0] - 2)
    left, right = logs.index_select(0, inner - 1), logs.index_select(0, inner + 1)
    squared = torch.square(hann_bin_offset(0.5 * (right - left))).clamp_max(0.98)
    misshapen = torch.abs(left - 2.0 * top + right - torch.log((1.0 - squared) / (4.0 - squared)))
    height = heights(logs, flat_peak, flat_region, bins)
    return torch.clamp((height - misshapen - noisy) / (tonal - noisy), 0.0, 1.0)


def heights(logs: Tensor, flat_peak: Tensor, flat_region: Tensor, bins: int) -> Tensor:
    """How far peaks stand out from the higher of their two valleys, nepers, shape (K,); arguments as above."""
    starts = torch.searchsorted(flat_region, torch.arange(flat_peak.shape[0], device=logs.device))
    # A frame's last valley is its last bin: where the next region starts, another frame does.
    ends = torch.cat([starts[1:], torch.full_like(starts[:1], logs.shape[0])])
    ends = ends - (torch.remainder(ends, bins) == 0).to(torch.int64)
    return logs.index_select(0, flat_peak) - torch.maximum(logs.index_select(0, starts), logs.index_select(0, ends))
