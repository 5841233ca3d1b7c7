"""What the sounding path knows of an instrument: a decoder for many voices at once, and the shape of what it makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import torch

from vschaos.latent.terrain import Terrain
from vschaos.performance.controls import Playable


class Decoder(Protocol):
    """The part of `vschaos.instrument.streaming.StreamingInstrument` that is played, scripted or not.

    States are tensors whose first axis is the voice, or tuples of such.
    """

    def initial_synthesis(self, batch: int) -> Any:
        """A state before any frame."""
        ...

    def decode(
        self, coordinates: torch.Tensor, labels: torch.Tensor, noise: torch.Tensor, phase_mode: int, state: Any
    ) -> tuple[torch.Tensor, Any]:
        """Coordinates (B, D, T), labels (B, K, T) and noise (B, T) to audio (B, 1, T·hop) and the next state."""
        ...

    def initial_analysis(self, batch: int) -> Any:
        """A state before any sample came in."""
        ...

    def encode(self, audio: torch.Tensor, labels: torch.Tensor, state: Any) -> tuple[torch.Tensor, torch.Tensor, Any]:
        """Audio (B, 1, T·hop) and labels (B, K, T) to coordinates (B, D, T), completed labels and the next state."""
        ...

    def transfer(
        self,
        audio: torch.Tensor,
        labels: torch.Tensor,
        scale: torch.Tensor,
        offset: torch.Tensor,
        analysis: Any,
        pending: torch.Tensor,
    ) -> tuple[torch.Tensor, Any, torch.Tensor]:
        """As :meth:`encode`, then coordinates · scale + offset (D,), then audio with the phase that it came with."""
        ...


@dataclass(frozen=True)
class LoadedInstrument:
    """A decoder ready to sound, with the dimensions it has.

    ``sample_rate_hz``, ``n_fft`` and ``hop_samples`` are those of the instrument's card; ``playable`` is what can be
    moved, ``terrain`` the map of its sounds, ``tasks`` names the decoder's K labels, in order, ``predicted`` those of
    them that it hears by itself, and ``lookahead`` is by how many hops its sound is late.
    """

    path: str
    name: str
    decoder: Decoder
    sample_rate_hz: int
    n_fft: int
    hop_samples: int
    playable: Playable
    terrain: Terrain | None = None
    tasks: tuple[str, ...] = ()
    predicted: tuple[str, ...] = ()
    lookahead: int = 0


def rearranged(state: Any, fresh: Any, rows: torch.Tensor) -> Any:
    """The voices of a state in another order, some of them anew.

    Parameters
    ----------
    state
        Of B voices.
    fresh
        Of one voice that has not sounded yet.
    rows
        For each voice of the result the voice of ``state`` that it goes on from, or B for a fresh one; int64.
    """
    if isinstance(state, torch.Tensor):
        return torch.cat([state, fresh]).index_select(0, rows)
    return tuple(rearranged(part, new, rows) for part, new in zip(state, fresh, strict=True))
