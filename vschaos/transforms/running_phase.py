r"""Running phase from magnitudes alone: gradient integration without a heap, frame by frame.

For a Gaussian-like window the phase's derivatives are derivatives of the log-magnitude ``L`` (Průša, Balazs,
Søndergaard, *A noniterative method for reconstruction of phase from STFT magnitude*, IEEE/ACM TASLP 25(5), 2017;
real time: Průša, Søndergaard, DAFx 2016). With window length M, hop a and window constant γ (Hann: 0.25645·M²):

    along time, a hop:       T[n, m] = (a·M/γ)·∂L/∂m + 2π·a·m/M
    along frequency, a bin:  F[n, m] = −(γ/(a·M))·∂L/∂n

A Hann window is not a Gaussian, and where the difference is heard we use what holds for the Hann window itself. Along
time it is 5 cents at 110 Hz with a 2048 window: see `hann_bin_offset`. Along frequency it is the sharpness of attacks:
an impulse τ samples after the window's centre has the magnitude cos²(πτ/M) in all bins and the slope F = −2πτ/M, so
there ``F = −2·atan(M/(2πa)·∂L/∂n)``. We take ``F = −2·atan(γ/(2aM)·∂L/∂n)``, which is the Gaussian's where L changes
slowly and stays within the window where it changes fast.

The published methods walk from the loudest bin outwards, by a heap. Here each frame is cut at its magnitude's
valleys; the peak of each region *owns* it: its phase runs along time, the others take it along frequency::

    L     /\         ___          φ[n, peak] = φ[n−1, peak] + (T[n−1, peak] + T[n, peak]) / 2
      ___/  \__    _/   \_        φ[n, m]    = φ[n, peak] + C[m] − C[peak]
              \__/                C = running sum of F over bins (trapezoids)
      region 1  |  region 2

which is some vector operations a frame. Three things are added. The side lobes of a sinusoid get the sign that no
magnitude tells, see `lobe_turns`. Peaks that rise out of nothing have no past worth following: they start together, at
the moment that F tells of them all (an attack). And what is no peak of a sinusoid can be given random phases, as breath
and noise have them.
"""

import math

import torch
from torch import Tensor, nn

from vschaos.transforms.peaks import hann_bin_offset, lobe_turns, peak_regions, scaled, side_lobe_turns, tonality

GRADIENT, RANDOM = 0, 1
"""Modes: phases by the gradient, or random ones everywhere."""

FLOOR, CEILING = 1e-7, 1e6
"""Magnitudes are bounded by these, −140 and 120 dB, before their logarithm is differentiated."""

HANN_GAMMA = 0.25645
"""γ / M² of the Gaussian closest to a Hann window (Průša et al. 2017, table I)."""

FITTED_GAMMA = (0.85, 1.05)
"""Share of γ that serves best without and with look-ahead, over the sounds of the phase benchmark."""

BEYOND = 0.35
"""Without look-ahead: how far F is carried on from the two latest half-way points; ½ would be second order."""

ONSET_RISE, ONSET_FLOOR = 2.5, -13.0
"""Nepers in one hop by which a peak rises out of nothing, which is what the bins around it were, or this at least."""

TONE_BINS = 2.0
"""Half the width of a Hann window's main lobe, in bins."""

PhaseState = tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]
"""What one call leaves to the next, for each of B voices: phase of the last frame in turns, log-magnitudes of the last
frame but one that came in and of the last, arc tangent of their difference, all (B, F); magnitudes (B, A, F) and noise
(B, A) of the A frames that wait for their future; the number of frames that went out, int64 (B,). A plain tuple:
TorchScript builds a new class for every named tuple it returns."""


class RunningPhase(nn.Module):
    """Phases for a stream of magnitude frames.

    Parameters
    ----------
    n_fft, hop_samples
        Of the transform; the window is a Hann window.
    lookahead
        Frames of the future that are waited for: 0, or 1 for closer phases a hop later.
    """

    carrier: Tensor
    ripple: Tensor
    places: Tensor
    lobes: Tensor

    def __init__(self, n_fft: int, hop_samples: int, lookahead: int = 0) -> None:
        super().__init__()
        if lookahead not in (0, 1):
            raise ValueError(f"look-ahead is 0 or 1 frame, not {lookahead}")
        self.bins = n_fft // 2 + 1
        self.lookahead = lookahead
        self.random, self.floor, self.ceiling, self.tone_bins = RANDOM, FLOOR, CEILING, TONE_BINS
        self.onset_rise, self.onset_floor = ONSET_RISE, ONSET_FLOOR
        self.hop_share = hop_samples / n_fft
        self.sharpness = 0.5 * FITTED_GAMMA[lookahead] * HANN_GAMMA / self.hop_share
        self.weight_late = 0.5 if lookahead else 1.0 + BEYOND
        # A sound that has just begun lies in the frame's last hop: F is no steeper than the middle of that tells.
        self.steepest = 0.5 * (1.0 - self.hop_share)
        # a·m/M, kept small by dropping whole turns in integers: floats would lose the phase at high bins.
        turns = (torch.arange(self.bins) * hop_samples % n_fft).double() / n_fft
        self.register_buffer("carrier", turns.float(), persistent=False)
        self.register_buffer("places", torch.arange(self.bins).float(), persistent=False)
        self.register_buffer("lobes", lobe_turns(self.bins), persistent=False)
        # Too little to move a peak, enough to cut a flat spectrum into small regions: a click, where time tells more.
        self.register_buffer("ripple", 1e-5 * (torch.arange(self.bins) % 2), persistent=False)

    @torch.jit.export
    def initial(self, batch: int) -> PhaseState:
        """The state of ``batch`` voices after silence."""
        device = self.carrier.device
        phase = torch.zeros([batch, self.bins], device=device)
        logs = torch.full([batch, self.bins], math.log(self.floor), device=device)
        magnitude = torch.zeros([batch, self.lookahead, self.bins], device=device)
        noise = torch.zeros([batch, self.lookahead], device=device)
        count = torch.zeros([batch], dtype=torch.int64, device=device)
        return phase, logs, logs, torch.zeros_like(phase), magnitude, noise, count

    def forward(
        self, magnitude: Tensor, noise: Tensor, state: PhaseState, mode: int = GRADIENT
    ) -> tuple[Tensor, Tensor, PhaseState]:
        """Phases of the next frames.

        Parameters
        ----------
        magnitude
            Shape (B, T, F), T ≥ 1.
        noise
            How random phases are where no sinusoid is, 0–1, shape (B, T).
        state
            From the last call, or :meth:`initial`.
        mode
            `GRADIENT` or `RANDOM`.

        Returns
        -------
        tuple
            Magnitudes and phases in radians, both of shape (B, T, F) and ``lookahead`` frames late, and the state for
            the next call. Frames with random phases add up to less than they were: their magnitudes are raised by it.
        """
        phase, older_logs, newer_logs, bend, held_magnitude, held_noise, count = state
        frames = magnitude.shape[1]
        # One bad frame must not spoil the state for good.
        incoming = torch.log(torch.clamp(torch.nan_to_num(magnitude, nan=0.0), self.floor, self.ceiling))
        if self.lookahead > 0:
            magnitude = torch.cat([held_magnitude, magnitude], dim=1)
            held_magnitude, magnitude = magnitude[:, frames:], magnitude[:, :frames]
            noise = torch.cat([held_noise, noise], dim=1)
            held_noise, noise = noise[:, frames:], noise[:, :frames]
        blends = mode != self.random and float(noise.max()) > 0.0
        turns: list[Tensor] = []
        shares: list[Tensor] = []
        for n in range(frames):
            last_bend, last_logs = bend, older_logs
            older_logs, newer_logs = newer_logs, incoming.select(1, n)
            logs = older_logs
            if self.lookahead == 0:
                last_logs, logs = older_logs, newer_logs
            bend = torch.atan(scaled(newer_logs - older_logs, self.sharpness))
            slope = scaled(torch.lerp(last_bend, bend, self.weight_late), -1.0 / math.pi)
            slope = torch.clamp(slope, -self.steepest, self.steepest)
            frame, peak, region = peak_regions(logs + self.ripple)
            flat_peak, flat_region = torch.add(peak, frame, alpha=self.bins), region.reshape(-1)
            offset = self._offset(logs + last_logs, flat_peak)
            advance = torch.add(self.carrier.index_select(0, peak), offset, alpha=self.hop_share)
            start = phase.reshape(-1).index_select(0, flat_peak) + advance
            start = self._attack(start, logs, last_logs, slope, frame, peak, flat_peak)
            phase = self._spread(start, slope, flat_peak, flat_region)
            opposite = side_lobe_turns(
                magnitude.select(1, n), peak, offset, flat_peak, flat_region, self.places, self.lobes
            )
            turns.append(phase + opposite)
            if blends:
                shares.append(self._noisiness(logs, flat_peak, flat_region))
        phases = torch.stack(turns, dim=1)
        at_zero_hz = phases.select(2, 0)  # where a spectrum is real
        at_zero_hz.copy_(scaled(torch.round(scaled(at_zero_hz, 2.0)), 0.5))
        phases = scaled(phases, 2.0 * math.pi)
        if blends or mode == self.random:
            share = torch.ones_like(magnitude)
            if blends:
                share = torch.stack(shares, dim=1) * torch.clamp(noise, 0.0, 1.0).unsqueeze(2)
            phases = phases + math.pi * share * uniform_noise(count, frames, self.bins)
            magnitude = magnitude * self._restoring_gain(share)
        state = (phase, older_logs, newer_logs, bend, held_magnitude, held_noise, count + frames)
        return magnitude, phases, state

    def _offset(self, log_sum: Tensor, flat_peak: Tensor) -> Tensor:
        """How far above the peaks' bins their sinusoids lie, in bins, (K,), by the sum of two frames' logs (B, F)."""
        slope = torch.sub(log_sum.narrow(1, 2, self.bins - 2), log_sum.narrow(1, 0, self.bins - 2))
        slope = torch.nn.functional.pad(slope, [1, 1], value=0.0).reshape(-1)
        return hann_bin_offset(scaled(slope.index_select(0, flat_peak), 0.25))

    def _attack(
        self,
        start: Tensor,
        logs: Tensor,
        last_logs: Tensor,
        slope: Tensor,
        frame: Tensor,
        peak: Tensor,
        flat_peak: Tensor,
    ) -> Tensor:
        """The peaks' phases (K,), in turns, but for those that rise out of nothing: they begin together."""
        rise = logs - torch.clamp_min(last_logs, self.onset_floor)
        if float(rise.reshape(-1).index_select(0, flat_peak).max()) < self.onset_rise:
            return start
        # To rise from a neighbour's skirt is not to rise out of nothing: a partial that glides.
        nearby = torch.nn.functional.max_pool1d(last_logs.unsqueeze(1), 3, 1, 1).squeeze(1)
        new = torch.minimum(rise, logs - nearby).reshape(-1).index_select(0, flat_peak) > self.onset_rise
        weights = torch.exp(logs.reshape(-1).index_select(0, flat_peak)) * new
        nothing = torch.zeros([logs.shape[0]], device=logs.device)
        moment = nothing.index_add(0, frame, weights * slope.reshape(-1).index_select(0, flat_peak))
        common = moment / nothing.index_add(0, frame, weights).clamp_min(self.floor)
        return torch.where(new, common.index_select(0, frame) * peak, start)

    def _spread(self, start: Tensor, slope: Tensor, flat_peak: Tensor, flat_region: Tensor) -> Tensor:
        """Phases in turns, (B, F), of the peaks' (K,) and F."""
        integral = torch.cumsum(slope, dim=1).sub_(slope, alpha=0.5).reshape(-1)  # C, but for a constant
        start = start - integral.index_select(0, flat_peak)
        return torch.frac(start.index_select(0, flat_region) + integral).reshape(slope.shape)

    def _noisiness(self, logs: Tensor, flat_peak: Tensor, flat_region: Tensor) -> Tensor:
        """How far every bin is from a sinusoid's main lobe, 0–1, shape (B, F)."""
        places = torch.arange(flat_region.shape[0], device=logs.device)
        distance = torch.abs(places - flat_peak.index_select(0, flat_region))
        near = torch.clamp(2.0 - distance / self.tone_bins, 0.0, 1.0)
        tonal = tonality(logs.reshape(-1), flat_peak, flat_region).index_select(0, flat_region)
        return (1.0 - near * tonal).reshape(logs.shape)

    def _restoring_gain(self, share: Tensor) -> Tensor:
        """What keeps the level where phases are random by ``share`` of ±π.

        Frames overlap M/a-fold. What they agree on, ``c = sin(πx)/(πx)`` of their amplitude, adds up as it was; the
        power of the rest is spread over the whole frame, and adds up to a/M of itself under the dual window.
        """
        agreed = torch.square(torch.sinc(share))
        return torch.rsqrt(agreed + (1.0 - agreed) * self.hop_share)


def uniform_noise(count: Tensor, frames: int, bins: int) -> Tensor:
    """Random numbers that depend on voice, frame and bin alone, however the frames are cut into calls.

    Parameters
    ----------
    count
        Number of the first frame of each voice, int64, shape (B,).
    frames, bins
        T and F.

    Returns
    -------
    Tensor
        Uniform in −1…1, shape (B, T, F).
    """
    device = count.device
    voice = torch.arange(count.shape[0], device=device).reshape(-1, 1, 1)
    frame = count.reshape(-1, 1, 1) + torch.arange(frames, device=device).reshape(1, -1, 1)
    bits = (voice * 0x1F123BB5 + frame) * bins + torch.arange(bins, device=device)
    for _ in range(2):  # the mixing of a 32-bit hash: xor with the high half, multiply by an odd number
        bits = torch.bitwise_and(bits, 0xFFFFFFFF)
        bits = torch.bitwise_xor(bits, bits >> 16) * 0x45D9F3B
    return torch.bitwise_and(bits, 0xFFFFFFFF).float() / 0x80000000 - 1.0
