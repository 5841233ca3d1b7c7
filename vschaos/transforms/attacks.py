r"""Attacks begin at one moment: what is new in a frame is silent before it.

Magnitudes of a frame in which a sound begins do not say when. Phases spread it around its middle, so that it is heard
before it begins, and rises slowly. But how much louder the next frame is, a hop later, does say it::

    window, a frame and the next      ___/‾‾‾\___                  power that is new:  E₁, E₂
                                            ___/‾‾‾\___
    sound                                     |~~~~~~~~~           begins d samples before the first of them ends

An impulse there has the magnitudes sin²(x) and sin²(x + πa/M) under a Hann window of M samples, a hop a and
``x = πd/M``; hence ``cot x = (√r − cos πa/M) / sin πa/M`` with the ratio r of magnitudes. A sound that goes on begins
earlier than that, by about a tenth of a hop.

What is new is told by power around a bin: where it has grown by 9 dB and more since the frame before the attack, the
part of each magnitude that exceeds the one of then. So a tone that sounds on beside a drum is left alone, and so are
glides, and noise that goes on. The new part is transformed back by itself, in these frames only, and everything of it
before the moment is taken away; the rest makes up for it. A frame that is as loud as the next, as where a hand jumps in
the latent space, has no moment and stays as it is, and so does a note that begins gently, a few bins wide. Scriptable,
in operators that libtorch 2.0 knows.
"""

import math

import torch
from torch import Tensor, nn

from vschaos.transforms.dgt import DGT

LEAST_SHARE, LEAST_POWER = 1e-3, 1e-10
"""Of the power of a frame, and in all: what is new and less than this is no attack."""

AGAIN = 20.0
"""The moment is found again where the new power grows by this factor in a hop: it began later than it seemed."""

NARROW = 24.0
"""Bins that the magnitudes of a note at most spread over: twice as many surely are an attack."""

EARLY = 0.1
"""Hops from the beginning of a sound to where an impulse would be as loud."""

TAKEN = 0.8
"""The most of the new power in a frame that is taken away: phases may have put it elsewhere."""

RAMP_SAMPLES = 64.0
"""In which what is new rises, half of them before its moment."""

AttackState = tuple[Tensor, Tensor, Tensor]
"""What one call leaves to the next, for each of B voices: magnitudes of the last frame and of the one before the attack
that is going on, (B, F), and (B, 3): the sample of the frame where it begins (0: there is none; n_fft and more: not
known yet), its power in the last frame, and how certain it is, 0–1."""


def surge(now: Tensor, before: Tensor) -> Tensor:
    """How new the sound is around each bin, by magnitudes of a frame and of one before, all of shape (T, B, F).

    0 where power has grown by 2 nepers or less, 9 dB, 1 from 3.5 on, 15 dB.
    """
    return torch.clamp((torch.log(_around(now) / _around(before)) - 2.0) / 1.5, 0.0, 1.0)


def _around(magnitude: Tensor) -> Tensor:
    """Mean power of 8 bins to both sides, and −120 dB, so that silence can be compared."""
    return torch.nn.functional.avg_pool1d(torch.square(magnitude), 17, 1, 8, count_include_pad=False) + 1e-12


class Attacks(nn.Module):
    """Spectra to frames, in which attacks begin at one moment.

    Parameters
    ----------
    dgt
        The transform.
    """

    samples: Tensor

    def __init__(self, dgt: DGT) -> None:
        super().__init__()
        self.dgt = dgt
        self.n_fft, self.hop_samples = float(dgt.n_fft), float(dgt.hop_samples)
        self.least_share, self.least_power, self.again = LEAST_SHARE, LEAST_POWER, AGAIN
        self.narrow, self.taken, self.ramp_samples = NARROW, TAKEN, RAMP_SAMPLES
        self.latest = 0.5 * dgt.n_fft - (1.0 + EARLY) * dgt.hop_samples
        turned = math.pi * dgt.hop_samples / dgt.n_fft
        self.cosine, self.sine = math.cos(turned), math.sin(turned)
        self.register_buffer("samples", torch.arange(dgt.n_fft).float(), persistent=False)

    @torch.jit.export
    def initial(self, batch: int) -> AttackState:
        """The state of ``batch`` voices after silence."""
        nothing = torch.zeros([batch, self.dgt.bins], device=self.samples.device)
        return nothing, nothing, torch.zeros([batch, 3], device=nothing.device)

    def forward(self, spectra: Tensor, magnitude: Tensor, state: AttackState) -> tuple[Tensor, AttackState]:
        """The next frames.

        Parameters
        ----------
        spectra
            Of `DGT.spectra_of_turns`, shape (T, B, F).
        magnitude
            What the sound is there, before anything at random; the same shape.
        state
            From the last call, or :meth:`initial`.

        Returns
        -------
        tuple
            Windowed frames, shape (T, B, n_fft), and the state for the next call.
        """
        frames = self.dgt.frames_of_spectra(spectra)
        last, before, attack = state
        earlier = torch.cat([last.unsqueeze(0), magnitude[:-1]]) if magnitude.shape[0] > 1 else last.unsqueeze(0)
        # Power around a bin grows by 2 nepers only where a magnitude grows by more than 1.
        rises = torch.sub(magnitude, earlier, alpha=2.7).amax(dim=[1, 2])
        if float(rises.max()) > 0.0 or float(attack.select(1, 0).max()) > 0.0:
            for n in range(magnitude.shape[0]):
                if float(rises[n]) > 0.0 or float(attack.select(1, 0).max()) > 0.0:
                    before, attack = self._begin(frames[n], spectra[n], magnitude[n], earlier[n], before, attack)
        return frames, (magnitude[-1], before, attack)

    def _begin(
        self, frame: Tensor, spectrum: Tensor, magnitude: Tensor, earlier: Tensor, before: Tensor, attack: Tensor
    ) -> tuple[Tensor, Tensor]:
        """One frame (B, n_fft), in its place; returns ``before`` and ``attack`` for the next."""
        place, power, certain = attack.unbind(1)
        active = place > 0.0
        before = torch.where(active.unsqueeze(1), before, earlier)
        new = surge(magnitude.unsqueeze(0), before.unsqueeze(0))[0]
        gained = torch.sum(new * torch.clamp_min(torch.square(magnitude) - torch.square(before), 0.0), dim=1)
        ratio = torch.clamp_min(gained / power.clamp_min(1e-20), 1e-20)
        impulse = torch.atan((torch.sqrt(torch.sqrt(ratio)) - self.cosine) / self.sine)
        found = self.latest + self.n_fft / math.pi * impulse
        finds = (place >= self.n_fft) | (ratio > self.again)
        size = new * torch.clamp_min(magnitude - before, 0.0)
        width = torch.square(size.sum(dim=1)) / torch.square(size).sum(dim=1).clamp_min(1e-30)
        sure = torch.clamp(torch.log2(ratio) - 1.0, 0.0, 1.0) * torch.clamp(width / self.narrow - 1.0, 0.0, 1.0)
        certain = torch.where(finds, sure, certain)
        moment = torch.where(finds, found, place - self.hop_samples)
        goes_on = active & (moment > 0.0) & (certain > 0.0)
        if bool(goes_on.any()):
            share = new * torch.clamp_min(1.0 - before / magnitude.clamp_min(1e-20), 0.0)
            share = share * (certain * goes_on).unsqueeze(1)
            self._silence(frame, self.dgt.frames_of_spectra(spectrum * share), moment)
        total = torch.sum(torch.square(magnitude), dim=1)
        begins = (gained > self.least_share * total) & (gained > self.least_power) & torch.logical_not(active)
        unknown = torch.full_like(place, 2.0 * self.n_fft)
        place = torch.where(begins, unknown, torch.where(goes_on, moment, torch.zeros_like(place)))
        return before, torch.stack([place, gained, certain], dim=1)

    def _silence(self, frame: Tensor, fresh: Tensor, moment: Tensor) -> None:
        """Take what is new, ``fresh``, away from a frame, both (B, n_fft), where it sounds before ``moment`` (B,).

        Phases may have put it elsewhere: a part of its power stays at least, and makes up for the rest.
        """
        power = torch.square(fresh)
        passed = torch.cumsum(power, dim=1)
        total = passed[:, -1:]
        most = self.taken * total
        where = torch.sum((passed < most).to(torch.int64), dim=1, keepdim=True).clamp_max(fresh.shape[1] - 1)
        beyond = (passed.gather(1, where) - most) / power.gather(1, where).clamp_min(1e-30)
        latest = where + 1 - beyond.clamp(0.0, 1.0) - 0.5 * self.ramp_samples
        ramp = (self.samples - torch.minimum(moment.unsqueeze(1), latest)) / self.ramp_samples
        ramp = torch.clamp(ramp + 0.5, 0.0, 1.0)
        ramp = ramp * ramp * (3.0 - 2.0 * ramp)
        kept = torch.sum(torch.square(fresh * ramp), dim=1, keepdim=True)
        gain = torch.sqrt(total / kept.clamp_min(1e-30))
        frame.sub_(fresh * (1.0 - gain * ramp))
