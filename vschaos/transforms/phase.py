r"""Running phase from magnitudes alone: gradient integration without a heap, frame by frame.

For a Gaussian-like window the phase's derivatives are derivatives of the log-magnitude ``L`` (Průša, Balazs,
Søndergaard, *A noniterative method for reconstruction of phase from STFT magnitude*, IEEE/ACM TASLP 25(5), 2017;
real time: Průša, Søndergaard, DAFx 2016). With window length M, hop a and window constant γ (Hann: 0.25645·M²):

    along time, a hop:       T[n, m] = (a·M/γ)·∂L/∂m + 2π·a·m/M
    along frequency, a bin:  F[n, m] = −(γ/(a·M))·∂L/∂n

A Hann window is not a Gaussian, and along time the difference is heard: 5 cents at 110 Hz with a 2048 window. There
we use the relation that holds for the Hann window itself, see :func:`hann_bin_offset`.

The published methods walk from the loudest bin outwards, by a heap. Here each frame is cut at its magnitude's
valleys; the peak of each region *owns* it: its phase runs along time, the others take it along frequency::

    L     /\         ___          φ[n, peak] = φ[n−1, peak] + (T[n−1, peak] + T[n, peak]) / 2
      ___/  \__    _/   \_        φ[n, m]    = φ[n, peak] + C[m] − C[peak]
              \__/                C = running sum of F over bins (trapezoids)
      region 1  |  region 2

which is a handful of vector operations a frame, for any number of frames a call, with four numbers a bin of memory.
"""

import math

import torch
from torch import Tensor, nn

HANN_GAMMA = 0.25645
"""γ / M² of the Gaussian closest to a Hann window (Průša et al. 2017, table I)."""


PhaseState = tuple[Tensor, Tensor, Tensor, Tensor]
"""What one frame leaves to the next, each of shape (B, F): phase and advance (T) of the last frame, log-magnitudes of
the last frame and of the one before. A plain tuple: TorchScript builds a new class for every named tuple it returns."""


class GradientPhase(nn.Module):
    """Phases for a stream of log-magnitude frames, without look-ahead.

    Parameters
    ----------
    n_fft, hop_samples
        Of the transform; the window is a Hann window.
    """

    carrier: Tensor

    def __init__(self, n_fft: int, hop_samples: int) -> None:
        super().__init__()
        self.bins = n_fft // 2 + 1
        self.turns_per_bin = 2.0 * math.pi * hop_samples / n_fft
        self.along_frequency = HANN_GAMMA * n_fft / hop_samples
        # 2π·a·m/M, kept small by dropping whole turns in integers: floats would lose the phase at high bins.
        turns = (torch.arange(self.bins) * hop_samples % n_fft).double() / n_fft
        self.register_buffer("carrier", (2.0 * math.pi * turns).float(), persistent=False)

    def initial(self, batch: int, log_floor: float) -> PhaseState:
        """The state after silence at ``log_floor`` (nepers)."""
        phase = torch.zeros([batch, self.bins], device=self.carrier.device)
        silence = torch.full([batch, self.bins], log_floor, device=self.carrier.device)
        return phase, self.carrier.repeat(batch, 1), silence, silence

    def forward(self, log_magnitude: Tensor, state: PhaseState) -> tuple[Tensor, PhaseState]:
        """Phases of the next frames.

        Parameters
        ----------
        log_magnitude
            Natural logarithm of the magnitudes, floored, shape (B, T, F), T ≥ 1.
        state
            From the last call, or :meth:`initial`.

        Returns
        -------
        tuple
            Phases in radians, shape (B, T, F), and the state for the next call.
        """
        count = log_magnitude.shape[1]
        phase, last_advance, log_1, log_2 = state
        history = torch.cat([log_2.unsqueeze(1), log_1.unsqueeze(1), log_magnitude], dim=1)
        slope_time = 1.5 * history[:, 2:] - 2.0 * history[:, 1:-1] + 0.5 * history[:, :-2]
        # A group delay beyond the window's half cannot be: clamp to ±π a bin (the onset of a sound after silence).
        along_frequency = torch.clamp(-self.along_frequency * slope_time, -math.pi, math.pi)
        steps = 0.5 * (along_frequency[:, :, 1:] + along_frequency[:, :, :-1])
        integral = torch.cumsum(torch.cat([torch.zeros_like(steps[:, :, :1]), steps], dim=2), dim=2)
        advance = self.turns_per_bin * hann_bin_offset(_central_difference(log_magnitude)) + self.carrier
        owner = owning_peaks(log_magnitude)
        offset = integral - torch.gather(integral, 2, owner)

        mean_advance = 0.5 * (torch.cat([last_advance.unsqueeze(1), advance[:, :-1]], dim=1) + advance)
        phases: list[Tensor] = []
        for n in range(count):
            running = phase + mean_advance[:, n]
            phase = torch.gather(running, 1, owner[:, n]) + offset[:, n]
            phase = phase - 2.0 * math.pi * torch.round(phase / (2.0 * math.pi))
            phases.append(phase)
        return torch.stack(phases, dim=1), (phase, advance[:, -1], history[:, -1], history[:, -2])


def hann_bin_offset(slope: Tensor) -> Tensor:
    """How far a sinusoid lies from a bin, in bins, by the slope of the log-magnitude there.

    Under a Hann window a sinusoid δ bins above bin m has magnitudes at m ± 1 whose logarithms differ by
    ``ln((1+δ)(2+δ) / ((1−δ)(2−δ)))``. Half of it, the central difference u, is ``artanh δ + artanh δ/2``; so
    ``tanh u = 1.5·δ / (1 + δ²/2)``, a quadratic in δ.

    Parameters
    ----------
    slope
        Central difference u of the natural log-magnitude over bins.

    Returns
    -------
    Tensor
        δ, in −1…1, the same shape.
    """
    t = torch.tanh(slope)
    return 2.0 * t / (1.5 + torch.sqrt(2.25 - 2.0 * t * t))


def _central_difference(values: Tensor) -> Tensor:
    """Central difference along the last axis; zero at both ends."""
    inner = 0.5 * (values[..., 2:] - values[..., :-2])
    edge = torch.zeros_like(values[..., :1])
    return torch.cat([edge, inner, edge], dim=-1)


def owning_peaks(log_magnitude: Tensor) -> Tensor:
    """For every bin, the index of the peak on whose slope it lies.

    Parameters
    ----------
    log_magnitude
        Shape (B, T, F).

    Returns
    -------
    Tensor
        int64, shape (B, T, F). Where a frame is flat, bins own themselves.
    """
    bins = log_magnitude.shape[2]
    index = torch.arange(bins, device=log_magnitude.device).expand_as(log_magnitude)
    low = torch.full_like(log_magnitude[:, :, :1], -1e30)
    padded = torch.cat([low, log_magnitude, low], dim=2)
    rises = padded[:, :, 1:] > padded[:, :, :-1]  # rises[m]: from bin m−1 to bin m
    falls = padded[:, :, 1:] < padded[:, :, :-1]
    peak = rises[:, :, :-1] & falls[:, :, 1:]
    valley = falls[:, :, :-1] & rises[:, :, 1:]
    none = torch.full_like(index, -1)
    left_peak = torch.cummax(torch.where(peak, index, none), dim=2)[0]
    left_valley = torch.cummax(torch.where(valley, index, none), dim=2)[0]
    beyond = torch.full_like(index, bins)
    right_peak = torch.cummin(torch.where(peak, index, beyond).flip(2), dim=2)[0].flip(2)
    owner = torch.where(left_peak > left_valley, left_peak, right_peak)
    return torch.where(owner >= bins, index, owner)
