"""Noise: what is heard of each bin by its noise share. Scriptable.

A network's magnitudes are smooth, and where a point is held they stand still: with the phases of sinusoids, a hiss is a
fixed chord that repeats each hop. So the decoder tells for each bin which share s of its power is noise, and a
spectrum is put together from both::

    m·√(1 − s)·e^{iφ} + m·√s·W

φ is the running phase, W the spectrum of white noise under the analysis window. As the frames of W are cut from one
running noise, what is heard is that noise through a filter of m·√s, without the beat that phases drawn anew for each
frame would have. Magnitudes were learned as means of logarithms, so the mean of log|W| is made 0: of a complex Normal
number with power P it is (ln P − γ)/2, Euler's γ.

Sample i of a voice's noise is a hash of i and of the voice, so that only the number of the frame must be known, and the
compiled core makes the same.
"""

import math

import torch
from torch import Tensor, nn

from vschaos.transforms.dgt import DGT
from vschaos.transforms.peaks import BELOW_ALL, cut_at_valleys
from vschaos.transforms.running_phase import CEILING, FLOOR, VOICE_STEP, hashed, noisiness

EULER_GAMMA = 0.5772156649015329


class RunningNoise(nn.Module):
    """The noise of a stream of frames.

    Parameters
    ----------
    n_fft, hop_samples
        Of the transform.
    """

    window: Tensor
    ripple: Tensor

    def __init__(self, n_fft: int, hop_samples: int) -> None:
        super().__init__()
        self.n_fft, self.hop_samples, self.bins = n_fft, hop_samples, n_fft // 2 + 1
        self.voice_step, self.floor, self.ceiling, self.below_all = VOICE_STEP, FLOOR, CEILING, BELOW_ALL
        window = DGT(n_fft, hop_samples).analysis_window.double()
        power = float(window.square().sum()) / 3.0  # of a bin; samples are uniform in −1…1
        self.register_buffer("window", (window * (math.exp(0.5 * EULER_GAMMA) / power**0.5)).float(), persistent=False)
        self.register_buffer("ripple", 1e-5 * (torch.arange(self.bins) % 2), persistent=False)  # as of `RunningPhase`

    def forward(self, count: Tensor, frames: int) -> Tensor:
        """W of the next frames, (T, B, F), complex, phases measured at the frame's beginning.

        Parameters
        ----------
        count
            Number of the first frame of each voice, int64, shape (B,).
        frames
            T.
        """
        length = (frames - 1) * self.hop_samples + self.n_fft
        voice = torch.arange(count.shape[0], device=count.device) * self.voice_step
        first = (voice + count * self.hop_samples).unsqueeze(1)
        sound = hashed(first + torch.arange(length, device=count.device))
        return torch.fft.rfft(sound.unfold(1, self.n_fft, self.hop_samples).transpose(0, 1) * self.window)

    @torch.jit.export
    def biased(self, share: Tensor, bias: Tensor, magnitude: Tensor) -> Tensor:
        """A noise share with a bias to either side.

        Parameters
        ----------
        share
            0…1, shape (T, B, F).
        bias
            −1 (all is tone) … 0 (as it is) … 1 (noise wherever no sinusoid is), shape (B, T).
        magnitude
            Of these frames, which tell where sinusoids are, shape (T, B, F).
        """
        if not bool(bias.any()):
            return share
        bias = torch.clamp(torch.nan_to_num(bias, nan=0.0).t().unsqueeze(2), -1.0, 1.0)
        kept = share * torch.clamp_max(1.0 + bias, 1.0)
        if float(bias.max()) <= 0.0:
            return kept
        logs = torch.log(torch.clamp(torch.nan_to_num(magnitude, nan=0.0), self.floor, self.ceiling))
        edged = torch.nn.functional.pad(logs + self.ripple, [1, 1], value=self.below_all)
        peak, region = cut_at_valleys(edged)
        away = noisiness(logs, peak, region, peak.index_select(0, region))
        return kept + torch.clamp_min(bias, 0.0) * (1.0 - share) * away
