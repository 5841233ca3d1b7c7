"""Streaming frames: samples in, frames out, and back, with the state in the caller's hands. Scriptable.

Both classes work on any number of hops a call; the result does not depend on how a signal is cut into calls.
"""

import torch
from torch import Tensor, nn

from vschaos.transforms.dgt import overlap_add


class FrameStream(nn.Module):
    """Cuts a stream into overlapping frames.

    Parameters
    ----------
    n_fft, hop_samples
        Frame length and hop; a frame is out as soon as its last hop is in.
    """

    def __init__(self, n_fft: int, hop_samples: int) -> None:
        super().__init__()
        self.n_fft = n_fft
        self.hop_samples = hop_samples

    def initial(self, batch: int, device: torch.device) -> Tensor:
        """The past before the first sample: silence, shape (B, n_fft − hop)."""
        return torch.zeros([batch, self.n_fft - self.hop_samples], device=device)

    def forward(self, audio: Tensor, past: Tensor) -> tuple[Tensor, Tensor]:
        """Audio (B, T·hop) and the past to frames (B, T, n_fft) and the new past."""
        joined = torch.cat([past, audio], dim=1)
        return joined.unfold(1, self.n_fft, self.hop_samples), joined[:, joined.shape[1] - past.shape[1] :]


class OverlapAdd(nn.Module):
    """Adds frames up to a stream.

    Parameters
    ----------
    n_fft, hop_samples
        Frame length and hop; a hop is out when its last frame is in.
    """

    def __init__(self, n_fft: int, hop_samples: int) -> None:
        super().__init__()
        self.n_fft = n_fft
        self.hop_samples = hop_samples

    def initial(self, batch: int, device: torch.device) -> Tensor:
        """The sum of earlier frames that is still to sound: silence, shape (B, n_fft − hop)."""
        return torch.zeros([batch, self.n_fft - self.hop_samples], device=device)

    def forward(self, frames: Tensor, pending: Tensor) -> tuple[Tensor, Tensor]:
        """Windowed frames (B, T, n_fft), which are used up, and the pending sum to audio (B, T·hop) and the new sum."""
        late, ready = self.n_fft - self.hop_samples, frames.shape[1] * self.hop_samples
        total = overlap_add(frames, self.hop_samples) if frames.shape[1] > 1 else frames.squeeze(1)
        total.narrow(1, 0, late).add_(pending)
        return total.narrow(1, 0, ready), total.narrow(1, ready, late)
