"""The discrete Gabor transform: windowed frames, their spectra, and the exact way back.

Frames overlap by ``n_fft − hop`` samples; ``hop`` divides ``n_fft``::

    signal    |-----|-----|-----|-----|-----|-----|      hops
    frame 0   [=======================]                   n_fft = 4 hops
    frame 1         [=======================]
    frame 2               [=======================]

The phase is measured at the window's centre, so that a stationary sinusoid in the middle of a bin has the same
phase in its neighbours. Synthesis uses the canonical dual window: analysis followed by synthesis is the identity.
Everything here can be scripted, in operators that libtorch 2.0 knows.
"""

import math

import torch
from torch import Tensor, nn


def hann_window(n_fft: int) -> Tensor:
    """The periodic Hann window, shape (n_fft,), float64."""
    return torch.hann_window(n_fft, periodic=True, dtype=torch.float64)


def dual_window(window: Tensor, hop_samples: int) -> Tensor:
    """The canonical dual of a window, which inverts the frame operator.

    For frames no longer than the FFT the frame operator is diagonal (the "painless" case: Daubechies, Grossmann,
    Meyer, *Painless nonorthogonal expansions*, 1986): the dual is the window divided by the sum of its shifted squares.

    Parameters
    ----------
    window
        Analysis window, shape (n_fft,).
    hop_samples
        Hop; divides ``n_fft``.
    """
    energy = window.square().reshape(-1, hop_samples).sum(dim=0)
    return window / energy.repeat(len(window) // hop_samples)


def overlap_add(frames: Tensor, hop_samples: int) -> Tensor:
    """Add frames up at their places.

    Parameters
    ----------
    frames
        Shape (B, T, n_fft).
    hop_samples
        Hop; divides ``n_fft``.

    Returns
    -------
    Tensor
        Shape (B, (T − 1)·hop + n_fft).
    """
    batch, count, n_fft = frames.shape[0], frames.shape[1], frames.shape[2]
    overlap = n_fft // hop_samples
    parts = frames.reshape(batch, count, overlap, hop_samples)
    total = torch.zeros([batch, count + overlap - 1, hop_samples], dtype=frames.dtype, device=frames.device)
    for r in range(overlap):
        total.narrow(1, r, count).add_(parts.select(2, r))
    return total.reshape(batch, (count + overlap - 1) * hop_samples)


class DGT(nn.Module):
    """Analysis and synthesis of whole frames.

    Magnitudes are scaled so that a sinusoid of amplitude 1 has magnitude 1 at its bin; synthesis undoes it.

    Parameters
    ----------
    n_fft
        Window length M in samples, even.
    hop_samples
        Hop a in samples; divides ``n_fft``, at most a quarter of it for the phase methods to hold.
    """

    analysis_window: Tensor
    synthesis_window: Tensor
    centring: Tensor

    def __init__(self, n_fft: int, hop_samples: int) -> None:
        super().__init__()
        if n_fft % 2 or n_fft % hop_samples:
            raise ValueError(f"n_fft {n_fft} must be even and a multiple of the hop {hop_samples}")
        self.n_fft = n_fft
        self.hop_samples = hop_samples
        self.bins = n_fft // 2 + 1
        window = hann_window(n_fft)
        scale = 2.0 / float(window.sum())
        alternating = 1.0 - 2.0 * (torch.arange(self.bins) % 2)
        self.register_buffer("analysis_window", (window * scale).float(), persistent=False)
        self.register_buffer("synthesis_window", (dual_window(window, hop_samples) / scale).float(), persistent=False)
        self.register_buffer("centring", alternating.float(), persistent=False)

    def spectra(self, frames: Tensor) -> Tensor:
        """Frames (…, n_fft) to complex spectra (…, F); silence has the phase of an impulse where the frame begins."""
        spectra = torch.fft.rfft(frames * self.analysis_window)
        return (spectra + 0.0) * self.centring  # −0.0, as some transforms make it, would have the phase π

    def magnitudes(self, frames: Tensor) -> Tensor:
        """Frames (…, n_fft) to magnitudes (…, F)."""
        return torch.fft.rfft(frames * self.analysis_window).abs()

    def frames(self, magnitude: Tensor, phase: Tensor) -> Tensor:
        """Magnitudes and phases (…, F), in radians, to windowed frames (…, n_fft), ready to be added up."""
        spectra = torch.polar(magnitude * self.centring, phase)
        return torch.fft.irfft(spectra, n=self.n_fft) * self.synthesis_window

    def spectra_of_turns(self, magnitude: Tensor, turns: Tensor) -> Tensor:
        """Magnitudes and phases in turns to complex spectra, all of shape (…, F), real at 0 Hz.

        Phases there count as the nearest half turn; those of the spectra are measured at the frame's beginning. In
        operators that work on whole vectors, as ``polar`` does not.
        """
        angle = torch.add(turns, turns, alpha=2.0 * math.pi - 1.0)
        real = torch.cos(angle)
        real.select(-1, 0).sign_()
        signed = magnitude * self.centring
        return torch.complex(real.mul_(signed), angle.sin_().mul_(signed))

    def frames_of_spectra(self, spectra: Tensor) -> Tensor:
        """Spectra (…, F), phases measured at the frame's beginning, to windowed frames (…, n_fft)."""
        return torch.fft.irfft(spectra, n=self.n_fft).mul_(self.synthesis_window)

    def forward(self, signal: Tensor) -> Tensor:
        """Signals (B, N) to spectra (B, T, F), with frames beyond both ends, so that every sample is covered fully."""
        overlap = self.n_fft - self.hop_samples
        missing = -signal.shape[-1] % self.hop_samples
        padded = nn.functional.pad(signal, [overlap, overlap + missing])
        return self.spectra(padded.unfold(-1, self.n_fft, self.hop_samples))

    def inverse(self, spectra: Tensor, length: int) -> Tensor:
        """Spectra (B, T, F) of :meth:`forward` back to signals (B, length)."""
        frames = torch.fft.irfft(spectra * self.centring, n=self.n_fft) * self.synthesis_window
        overlap = self.n_fft - self.hop_samples
        return overlap_add(frames, self.hop_samples)[:, overlap : overlap + length]
