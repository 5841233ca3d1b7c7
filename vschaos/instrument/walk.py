"""The walk of an instrument around held points, in torch: what `vschaos.latent.walk` derives. Scriptable.

The same numbers as the core's (``core/walk.c``): they follow from voice, frame and axis alone.
"""

import math

import torch
from torch import Tensor, nn

from vschaos.latent.walk import LatentWalk


class Walk(nn.Module):
    """Moves coordinates, hop by hop; the voices of a batch have numbers of their own.

    Parameters
    ----------
    dims
        Of the latent space, D.
    walk
        What was learned; None: nothing moves.
    """

    places: Tensor
    roots: Tensor
    correlation: Tensor
    loudness_db: Tensor
    reach: Tensor

    def __init__(self, dims: int, walk: LatentWalk | None) -> None:
        super().__init__()
        self.dims = dims
        self.moves = walk is not None
        learned = walk or LatentWalk.still(dims)
        self.register_buffer("places", torch.from_numpy(learned.places.copy()))
        self.register_buffer("roots", torch.from_numpy(learned.roots.copy()))
        self.register_buffer("correlation", torch.from_numpy(learned.correlation.copy()))
        self.register_buffer("loudness_db", torch.from_numpy(learned.loudness_db.copy()))
        self.register_buffer("reach", torch.from_numpy(learned.reach.copy()))

    @torch.jit.export
    def initial(self, batch: int) -> Tensor:
        """The numbers u (B, D + 1) of ``batch`` voices before their first frame: NaN."""
        return torch.full([batch, self.dims + 1], float("nan"), device=self.places.device)

    def forward(self, coordinates: Tensor, life: float, first: int, unit: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Move coordinates.

        Parameters
        ----------
        coordinates
            Shape (B, D, T); those that are not finite stay so.
        life
            How far, in what the sounds move.
        first
            Number of the first frame.
        unit
            The numbers u behind the frame before, shape (B, D + 1), or :meth:`initial`.

        Returns
        -------
        tuple
            Coordinates (B, D, T), how loud they shall be in what was there before, linear, (T, B), and the numbers u
            behind the last frame.
        """
        batch, frames = coordinates.shape[0], coordinates.shape[2]
        # As far as they are decoded: squares of larger ones would be infinite.
        points = torch.nan_to_num(coordinates, nan=0.0, posinf=0.0, neginf=0.0).clamp(-8.0, 8.0).transpose(1, 2)
        away = (points.unsqueeze(2) - self.places) / self.reach
        weights = torch.softmax(-0.5 * away.square().sum(dim=3), dim=2).unsqueeze(3)
        # Summed one by one: products of small matrices round differently for every number of rows.
        correlation = (weights * self.correlation).sum(dim=2)
        fresh = torch.sqrt(1.0 - correlation.square())
        number = normal_numbers(first, batch, frames, self.dims + 1, coordinates.device)
        passed: list[Tensor] = []
        for frame in range(frames):
            moved = correlation[:, frame] * unit + fresh[:, frame] * number[:, frame]
            unit = torch.where(torch.isnan(unit), number[:, frame], moved)
            passed.append(unit)
        units = torch.stack(passed, dim=1)
        roots = (weights.unsqueeze(4) * self.roots).sum(dim=2)
        offset = (roots * units[:, :, : self.dims].unsqueeze(2)).sum(dim=3)
        level_db = (weights.squeeze(3) * self.loudness_db).sum(dim=2) * units[:, :, self.dims]
        loudness = torch.exp(level_db.t() * (life * math.log(10.0) / 20.0))
        return torch.add(coordinates, offset.transpose(1, 2), alpha=life), loudness, unit


def normal_numbers(first: int, voices: int, frames: int, dims: int, device: torch.device) -> Tensor:
    """Nearly normal numbers of mean 0 and deviation 1, shape (B, T, D): sums of the four bytes of a hash.

    ``first`` is the number of the first frame. Voice b has the seed b.
    """
    voice = torch.arange(voices, device=device).reshape(-1, 1, 1)
    frame = torch.arange(first, first + frames, device=device).reshape(1, -1, 1)
    axis = torch.arange(dims, device=device)
    bits = mixed((voice * 0x1F123BB5 + frame) * dims + axis)
    bits = torch.bitwise_xor(bits, bits >> 16)
    total = torch.bitwise_and(bits, 255)
    for shift in (8, 16, 24):
        total = total + torch.bitwise_and(bits >> shift, 255)
    return (total - 510).to(torch.float32) * (1.0 / 147.8005413)


def mixed(bits: Tensor) -> Tensor:
    """The mixing of a 32-bit hash: xor with the high half, multiply by an odd number."""
    for _ in range(2):
        bits = torch.bitwise_and(bits, 0xFFFFFFFF)
        bits = torch.bitwise_xor(bits, bits >> 16) * 0x45D9F3B
    return torch.bitwise_and(bits, 0xFFFFFFFF)
