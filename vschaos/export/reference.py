"""What the live instrument plays for a given input: the pair that an export has to reproduce."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from vschaos.instrument.streaming import StreamingInstrument

FRAMES = 48
AUDIO_LEVEL = 0.2
STEP = 0.25


@dataclass(frozen=True)
class Reference:
    """Inputs and what the live instrument makes of them, from a fresh state.

    Attributes
    ----------
    coordinates
        A random walk in −1…1, shape (1, D, T).
    audio
        Tones and noise, shape (1, 1, T·hop).
    encoded, decoded, resynthesised
        Outputs of encode (1, D, T), decode (1, 1, T·hop) and forward (1, 1, T·hop).
    """

    coordinates: Tensor
    audio: Tensor
    encoded: Tensor
    decoded: Tensor
    resynthesised: Tensor

    def save(self, path: Path) -> None:
        """Write the tensors as safetensors."""
        save_file({name: getattr(self, name).contiguous() for name in self.__dataclass_fields__}, path)

    @classmethod
    def load(cls, path: Path) -> Reference:
        """Read what :meth:`save` wrote."""
        return cls(**load_file(path))


def live_reference(instrument: StreamingInstrument, seed: int = 0) -> Reference:
    """Play the live instrument.

    Parameters
    ----------
    instrument
        On the CPU, in evaluation mode.
    seed
        Of the walk and the noise.
    """
    generator = torch.Generator().manual_seed(seed)
    coordinates = random_walk(instrument.latent_dims, FRAMES, generator)
    audio = tones_and_noise(FRAMES * instrument.hop_samples, instrument.sample_rate_hz, generator)
    analysis, synthesis = instrument.initial_analysis(1), instrument.initial_synthesis(1)
    with torch.inference_mode():
        encoded, _ = instrument.encode(audio, analysis)
        decoded, _ = instrument.decode(coordinates, synthesis)
        resynthesised, _, _ = instrument(audio, analysis, synthesis)
    return Reference(*(tensor.clone() for tensor in (coordinates, audio, encoded, decoded, resynthesised)))


def random_walk(dims: int, frames: int, generator: torch.Generator) -> Tensor:
    """Steps folded back into −1…1, shape (1, D, T)."""
    steps = STEP * torch.randn(1, dims, frames, generator=generator)
    return torch.sin(torch.cumsum(steps, dim=2))


def tones_and_noise(samples: int, sample_rate_hz: int, generator: torch.Generator) -> Tensor:
    """A chord that begins after a rest, over quiet noise, shape (1, 1, N)."""
    time_s = torch.arange(samples, dtype=torch.float64) / sample_rate_hz
    chord = sum((torch.sin(2.0 * torch.pi * pitch_hz * time_s) for pitch_hz in (220.0, 277.2, 329.6)), torch.zeros(()))
    chord = chord / 3.0 * (torch.arange(samples) > samples // 8)
    noise = 0.05 * torch.randn(samples, generator=generator)
    return (AUDIO_LEVEL * chord.float() + AUDIO_LEVEL * noise).reshape(1, 1, samples)
