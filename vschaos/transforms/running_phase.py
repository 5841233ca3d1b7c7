r"""Running phase from magnitudes alone: gradient integration without a heap, frame by frame.

For a Gaussian-like window the phase's derivatives are derivatives of the log-magnitude ``L`` (Průša, Balazs,
Søndergaard, *A noniterative method for reconstruction of phase from STFT magnitude*, IEEE/ACM TASLP 25(5), 2017;
real time: Průša, Søndergaard, DAFx 2016). With window length M, hop a and window constant γ (Hann: 0.25645·M²):

    along time, a hop:       T[n, m] = (a·M/γ)·∂L/∂m + 2π·a·m/M
    along frequency, a bin:  F[n, m] = −(γ/(a·M))·∂L/∂n

A Hann window is not a Gaussian, and where the difference is heard we use what holds for the Hann window itself. Along
time it is 5 cents at 110 Hz with a 2048 window: see `hann_bin_offset`. Along frequency it is the sharpness of attacks:
an impulse τ samples after the window's centre has the magnitude cos²(πτ/M) in all bins and the slope F = −2πτ/M, so
there ``F = −2·atan(M/(2πa)·∂L/∂n)``. We use ``F = −2·atan(γ/(2aM)·∂L/∂n)``, which is the Gaussian's where L changes
slowly and stays within the window where it changes fast.

The published methods walk from the loudest bin outwards, by a heap. Here each frame is cut at its magnitude's
valleys; the peak of each region *owns* it: its phase runs along time, the others follow it along frequency::

    L     /\         ___          φ[n, peak] = φ[n−1, peak] + (T[n−1, peak] + T[n, peak]) / 2
      ___/  \__    _/   \_        φ[n, m]    = φ[n, peak] + C[m] − C[peak]
              \__/                C = running sum of F over bins (trapezoids)
      region 1  |  region 2

which is some vector operations, and most of them for all frames of a call at once: only the peaks' phases run from
frame to frame. Three things are added. The side lobes of a sinusoid get the sign that magnitudes do not show, see
`lobe_turns`. Peaks that rise out of nothing have no past worth following: they start together, at the moment that F
describes them all (an attack), but each with a phase of its own where it stands out, as a click's do not and a burst of
noise's do. And what is not a peak of a sinusoid can be given random phases, as noise has them.
"""

import math

import torch
from torch import Tensor, nn

from vschaos.transforms.attacks import surge
from vschaos.transforms.peaks import (
    BELOW_ALL,
    add_side_lobes,
    cut_at_valleys,
    hann_bin_offset,
    heights,
    lobe_turns,
    scaled,
    tonality,
)

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

FLAT, SEPARATE = 0.05, 0.3
"""Nepers above its valleys: peaks that rise out of nothing begin with one phase below the first, and each with a
phase of its own above the second."""

TONE_BINS = 2.0
"""Half the width of a Hann window's main lobe, in bins."""

VOICE_STEP = 0x1F123BB5
"""What the random numbers of one voice are ahead of the last one's."""

PhaseState = tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]
"""What one call leaves to the next, for each of B voices, with a look-ahead of A frames: of the last frame that went
out the phase in turns and the log-magnitudes, and the arc tangent of the last change of log-magnitudes, all (B, F);
magnitudes (B, A, F) and noise (B, A) of the A frames that wait for their future; the number of frames that went out,
int64 (B,). A plain tuple: TorchScript builds a new class for every named tuple it returns."""


class RunningPhase(nn.Module):
    """Phases for a stream of magnitude frames.

    Only the phases of the peaks run from frame to frame; all else is done for all frames of a call at once, in as few
    operators as it can be: at a hop a call, an operator costs more than its arithmetic.

    Parameters
    ----------
    n_fft, hop_samples
        Of the transform; the window is a Hann window.
    lookahead
        Frames of the future that are waited for: 0, or 1 for closer phases a hop later.
    """

    carrier: Tensor
    ripple: Tensor
    quarter: Tensor
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
        self.flat, self.separate = FLAT, SEPARATE
        self.silence, self.below_all = math.log(FLOOR), BELOW_ALL
        self.hop_share = hop_samples / n_fft
        self.sharpness = 0.5 * FITTED_GAMMA[lookahead] * HANN_GAMMA / self.hop_share
        self.weight_late = 0.5 if lookahead else 1.0 + BEYOND
        # A sound that has just begun lies in the frame's last hop: F is no steeper than the middle of it allows.
        self.steepest = 0.5 * math.pi * (1.0 - self.hop_share)
        # a·m/M, kept small by dropping whole turns in integers: floats would lose the phase at high bins.
        turns = (torch.arange(self.bins) * hop_samples % n_fft).double() / n_fft
        self.register_buffer("carrier", turns.float(), persistent=False)
        self.register_buffer("places", torch.arange(self.bins).float(), persistent=False)
        self.register_buffer("lobes", lobe_turns(self.bins), persistent=False)
        # Too little to move a peak, enough to cut a flat spectrum into small regions: a click, where time matters more.
        self.register_buffer("ripple", 1e-5 * (torch.arange(self.bins) % 2), persistent=False)
        quarter = torch.full([self.bins], 0.25)
        quarter[0], quarter[-1] = 0.0, 0.0
        self.register_buffer("quarter", quarter, persistent=False)

    @torch.jit.export
    def initial(self, batch: int) -> PhaseState:
        """The state of ``batch`` voices after silence."""
        device = self.carrier.device
        phase = torch.zeros([batch, self.bins], device=device)
        logs = torch.full([batch, self.bins], self.silence, device=device)
        magnitude = torch.zeros([batch, self.lookahead, self.bins], device=device)
        noise = torch.zeros([batch, self.lookahead], device=device)
        count = torch.zeros([batch], dtype=torch.int64, device=device)
        return phase, logs, torch.zeros_like(phase), magnitude, noise, count

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
        made, turns, state = self.turns(magnitude.transpose(0, 1).contiguous(), noise, state, mode)
        at_zero_hz = turns.select(2, 0)  # where a spectrum is real
        at_zero_hz.copy_(scaled(torch.round(scaled(at_zero_hz, 2.0)), 0.5))
        return made.transpose(0, 1), scaled(turns, 2.0 * math.pi).transpose(0, 1), state

    def turns(
        self, magnitude: Tensor, noise: Tensor, state: PhaseState, mode: int
    ) -> tuple[Tensor, Tensor, PhaseState]:
        """:meth:`forward` with magnitudes and phases time first, (T, B, F), magnitudes contiguous, phases in turns.

        At 0 Hz, to make the spectrum real is left to the caller; `DGT.spectra_of_turns` does.
        """
        phase, past, bend, held_magnitude, held_noise, count = state
        frames = magnitude.shape[0]
        incoming = self._logs(magnitude)
        logs = incoming
        if self.lookahead > 0:
            waiting = held_magnitude.transpose(0, 1)
            logs = _delayed(self._logs(waiting[0]), incoming)
            magnitude, noise = torch.cat([waiting, magnitude]), torch.cat([held_noise, noise], dim=1)
            held_magnitude, magnitude = magnitude[frames:].transpose(0, 1), magnitude[:frames]
            held_noise, noise = noise[:, frames:], noise[:, :frames]
        last = _delayed(past, logs)
        rise = torch.sub(logs, last)
        change = rise if self.lookahead == 0 else torch.sub(incoming, logs)
        bends = torch.atan(scaled(change, self.sharpness))
        # −π·F, and its running sum over bins, which is −π·C but for a constant.
        slope = torch.lerp(_delayed(bend, bends), bends, self.weight_late).clamp_(-self.steepest, self.steepest)
        most = float(rise.max())
        if most > 1.0:  # else no power around a bin can have grown by 2 nepers
            slope = self._steeper(slope, logs, last, change)
        climb = torch.cumsum(slope, dim=2).sub_(slope, alpha=0.5)
        rippled = torch.full([frames, logs.shape[1], self.bins + 2], self.below_all, device=logs.device)
        torch.add(logs, self.ripple, out=rippled.narrow(2, 1, self.bins))
        peak, region = cut_at_valleys(rippled)
        owner = peak.index_select(0, region)
        offset = self._offset(logs, last)
        start, keeps = torch.add(self.carrier, offset, alpha=self.hop_share), self.carrier
        if most > self.onset_rise:
            start, keeps = self._attack(start, logs, last, slope, peak, region, count)
        turns = self._run(phase, start.add_(climb, alpha=1.0 / math.pi), climb, owner, keeps)
        phase = turns[frames - 1]
        limit = torch.mul(offset, magnitude).abs_().reshape(-1).index_select(0, owner).reshape(magnitude.shape)
        centre = torch.add(offset, self.places).reshape(-1).index_select(0, owner).reshape(magnitude.shape)
        turns = add_side_lobes(turns, magnitude, limit, centre, self.places, self.lobes)
        blends = mode != self.random and float(noise.max()) > 0.0
        if blends or mode == self.random:
            share = torch.ones_like(magnitude)
            if blends:
                away = noisiness(logs, peak, region, owner, self.tone_bins)
                share = away * torch.clamp(noise.t(), 0.0, 1.0).unsqueeze(2)
            turns = turns + 0.5 * share * uniform_noise(count, frames, self.bins).transpose(0, 1)
            magnitude = magnitude * self._restoring_gain(share)
        state = (phase, logs[frames - 1], bends[frames - 1], held_magnitude, held_noise, count + frames)
        return magnitude, turns, state

    def _logs(self, magnitude: Tensor) -> Tensor:
        """Natural logarithms, finite whatever comes in: one bad frame must not spoil the state for good."""
        return torch.log(torch.clamp(torch.nan_to_num(magnitude, nan=0.0), self.floor, self.ceiling))

    def _offset(self, logs: Tensor, last: Tensor) -> Tensor:
        """How far above each bin a sinusoid lies that peaks there, in bins, (T, B, F), by the logs of two frames."""
        both = torch.zeros([logs.shape[0], logs.shape[1], self.bins + 2], device=logs.device)
        torch.add(logs, last, out=both.narrow(2, 1, self.bins))
        slope = torch.sub(both.narrow(2, 2, self.bins), both.narrow(2, 0, self.bins))
        return hann_bin_offset(slope.mul_(self.quarter))

    def _steeper(self, slope: Tensor, logs: Tensor, last: Tensor, change: Tensor) -> Tensor:
        """The same −π·F, but that of an impulse in two frames where an attack begins; all shapes (T, B, F).

        By the change between them it is exact, see `vschaos.transforms.attacks`, where ``slope`` depends on a past that
        counts no more. Out of nothing, without look-ahead, the change does not tell where in the hop it was.
        """
        turned = math.pi * self.hop_share
        over = torch.exp(scaled(change, 0.5)).sub_(math.cos(turned))
        impulse = torch.atan(scaled(over, 1.0 / math.sin(turned)))  # in the earlier frame
        if self.lookahead == 0:
            unsure = torch.clamp(scaled(change, 0.5) - 2.0, 0.0, 1.0)
            impulse = torch.lerp(impulse - turned, torch.full_like(over, self.steepest), unsure)
        return torch.lerp(slope, impulse, surge(torch.exp(logs), torch.exp(last)))

    def _attack(
        self,
        start: Tensor,
        logs: Tensor,
        last: Tensor,
        slope: Tensor,
        peak: Tensor,
        region: Tensor,
        count: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """Where peaks rise out of nothing: their phases, as they begin together, for what they would advance by.

        Parameters
        ----------
        start, logs, last, slope
            What peaks advance by, in turns, log-magnitudes, those of the frame before, −π·F; shape (T, B, F).
        peak, region
            Of `cut_at_valleys`.
        count
            Number of the first frame of each voice, shape (B,).

        Returns
        -------
        tuple
            The new ``start``, and 0 where the past counts no more, 1 where it does; shape (T, B, F), or as it was and
            no shape that means anything, if no peak does.
        """
        # To rise from a neighbour's skirt is not to rise out of nothing: a partial that glides.
        nothing = torch.clamp_min(torch.nn.functional.max_pool1d(last, 3, 1, 1), self.onset_floor)
        risen = torch.sub(logs, nothing).reshape(-1).index_select(0, peak) > self.onset_rise
        if not bool(risen.any()):
            return start, self.carrier
        new = torch.zeros_like(logs)
        new.reshape(-1).index_copy_(0, peak, risen.to(new.dtype))
        weights = torch.exp(logs) * new
        moment = torch.sum(weights * slope, dim=2, keepdim=True) * (-1.0 / math.pi)
        common = moment / torch.sum(weights, dim=2, keepdim=True).clamp_min(self.floor)
        # Each by itself, where it stands out: many that begin with the same phase are a click, and noise is none. Every
        # voice alike, so that a note sounds the same whenever it is played.
        height = heights(logs.reshape(-1), peak, region, self.bins)
        share = torch.clamp((height - self.flat) / (self.separate - self.flat), 0.0, 1.0)
        apart = torch.zeros_like(logs)
        apart.reshape(-1).index_copy_(0, peak, share)
        frame = torch.arange(logs.shape[0], device=logs.device).reshape(-1, 1, 1) + count.reshape(1, -1, 1)
        apart = apart * hashed(frame * self.bins + torch.arange(self.bins, device=logs.device))
        return torch.where(new > 0.0, common * self.places + 0.5 * apart, start), 1.0 - new

    def _run(self, phase: Tensor, start: Tensor, climb: Tensor, owner: Tensor, keeps: Tensor) -> Tensor:
        """Phases in turns from frame to frame, (T, B, F).

        Parameters
        ----------
        phase
            Of the frame before, shape (B, F).
        start, climb
            What is added to a bin's phase if it is a peak, in turns, less C there; −π·C; shape (T, B, F).
        owner
            For each of the T·B·F places, that of its peak.
        keeps
            0 where a peak begins anew, else 1, shape (T, B, F); or of another shape, if none does.
        """
        frames, phase = start.shape[0], phase.unsqueeze(0)
        if frames == 1:
            return self._next(phase, start, climb, owner, keeps)
        frame = torch.arange(frames, device=owner.device).unsqueeze(1)
        owners = (owner.reshape(frames, -1) - frame * phase.numel()).unbind()  # places among those of one frame
        starts, climbs = start.split(1), climb.split(1)
        ran: list[Tensor] = []
        for n in range(frames):
            phase = self._next(phase, starts[n], climbs[n], owners[n], keeps[n : n + 1] if keeps.dim() == 3 else keeps)
            ran.append(phase)
        return torch.cat(ran)

    def _next(self, phase: Tensor, start: Tensor, climb: Tensor, owner: Tensor, keeps: Tensor) -> Tensor:
        """:meth:`_run` for one frame."""
        led = torch.addcmul(start, phase, keeps) if keeps.dim() == 3 else torch.add(start, phase)
        led = led.reshape(-1).index_select(0, owner).reshape(start.shape)
        return led.sub_(climb, alpha=1.0 / math.pi).frac_()

    def _restoring_gain(self, share: Tensor) -> Tensor:
        """What keeps the level where phases are random by ``share`` of ±π.

        Frames overlap M/a-fold. What they agree on, ``c = sin(πx)/(πx)`` of their amplitude, adds up as it was; the
        power of the rest is spread over the whole frame, and adds up to a/M of itself under the dual window.
        """
        agreed = torch.square(torch.sinc(share))
        return torch.rsqrt(agreed + (1.0 - agreed) * self.hop_share)


def _delayed(past: Tensor, frames: Tensor) -> Tensor:
    """Frames (T, B, F), each in the place of the next, ``past`` (B, F) in the first one's."""
    past = past.unsqueeze(0)
    return torch.cat([past, frames[:-1]]) if frames.shape[0] > 1 else past


def noisiness(logs: Tensor, peak: Tensor, region: Tensor, owner: Tensor, tone_bins: float = TONE_BINS) -> Tensor:
    """How far every bin is from a sinusoid's main lobe, 0–1, shape (T, B, F).

    Parameters
    ----------
    logs
        Natural log-magnitudes, shape (T, B, F).
    peak, region
        Of `vschaos.transforms.peaks.cut_at_valleys`.
    owner
        For each of the T·B·F places, that of its peak.
    tone_bins
        Half the width of a main lobe.
    """
    distance = torch.abs(torch.arange(region.shape[0], device=logs.device) - owner)
    near = torch.clamp(2.0 - distance / tone_bins, 0.0, 1.0)
    tonal = tonality(logs.reshape(-1), peak, region, logs.shape[-1]).index_select(0, region)
    return (1.0 - near * tonal).reshape(logs.shape)


def uniform_noise(count: Tensor, frames: int, bins: int, voice_step: int = VOICE_STEP) -> Tensor:
    """Random numbers that depend on voice, frame and bin alone, however the frames are cut into calls.

    Parameters
    ----------
    count
        Number of the first frame of each voice, int64, shape (B,).
    frames, bins
        T and F.
    voice_step
        What one voice's numbers are ahead of the last one's.

    Returns
    -------
    Tensor
        Uniform in −1…1, shape (B, T, F).
    """
    device = count.device
    voice = torch.arange(count.shape[0], device=device).reshape(-1, 1, 1)
    frame = count.reshape(-1, 1, 1) + torch.arange(frames, device=device).reshape(1, -1, 1)
    return hashed((voice * voice_step + frame) * bins + torch.arange(bins, device=device))


def hashed(bits: Tensor) -> Tensor:
    """Random numbers by numbers alone, int64, of which the lowest 32 bits count: uniform in −1…1, the same shape."""
    bits = torch.bitwise_and(bits, 0xFFFFFFFF)
    for _ in range(2):  # the mixing of a 32-bit hash: xor with the high half, multiply by an odd number
        bits.bitwise_xor_(bits >> 16).mul_(0x45D9F3B).bitwise_and_(0xFFFFFFFF)
    return bits.float().mul_(1.0 / 0x80000000).sub_(1.0)
