"""What the live instrument plays for a given input: the pair that an export has to reproduce."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from vschaos.export.nn_tilde import played_labels, predicted_labels
from vschaos.instrument.card import LabelCard
from vschaos.instrument.streaming import StreamingInstrument
from vschaos.transforms.running_phase import GRADIENT

FRAMES = 48
LABEL_FRAMES = 8
AUDIO_LEVEL = 0.2
STEP = 0.25


@dataclass(frozen=True)
class Reference:
    """Inputs and what the live instrument makes of them, from a fresh state.

    Attributes
    ----------
    controls
        What ``decode`` takes: coordinates on a random walk in −1…1, and labels that change, shape (1, D + L, T).
    audio
        Tones and noise, shape (1, 1, T·hop).
    encoded, decoded, resynthesised
        Outputs of encode, with P predicted labels (1, D + P, T), decode (1, 1, T·hop) and forward (1, 1, T·hop).
    """

    controls: Tensor
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


def live_reference(instrument: StreamingInstrument, labels: Sequence[LabelCard] = (), seed: int = 0) -> Reference:
    """Play the live instrument.

    Parameters
    ----------
    instrument
        On the CPU, in evaluation mode.
    labels
        Those of its card.
    seed
        Of the walk and the noise.
    """
    generator = torch.Generator().manual_seed(seed)
    coordinates = random_walk(instrument.latent_dims, FRAMES, generator)
    audio = tones_and_noise(FRAMES * instrument.hop_samples, instrument.sample_rate_hz, generator)
    analysis, synthesis = instrument.initial_analysis(1), instrument.initial_synthesis(1)
    played = played_labels(labels)
    asked = random_labels([labels[index] for index in played], FRAMES, generator)
    known, nothing, noise = instrument.open_labels(1, FRAMES), instrument.open_labels(1, FRAMES), torch.zeros(1, FRAMES)
    known[:, played] = asked
    with torch.inference_mode():
        found, predictions, _ = instrument.encode(audio, nothing, analysis)
        decoded, _ = instrument.decode(coordinates, known, noise, GRADIENT, synthesis)
        resynthesised, _, _ = instrument(audio, nothing, noise, GRADIENT, analysis, synthesis)
    controls = torch.cat([coordinates, asked], dim=1)
    encoded = torch.cat([found, predictions[:, predicted_labels(labels)]], dim=1)
    return Reference(*(tensor.clone() for tensor in (controls, audio, encoded, decoded, resynthesised)))


def random_labels(labels: Sequence[LabelCard], frames: int, generator: torch.Generator) -> Tensor:
    """Values anywhere in the range of each label, a new one every `LABEL_FRAMES`, shape (1, L, T)."""
    low = torch.tensor([label.low for label in labels]).reshape(1, -1, 1)
    high = torch.tensor([label.high for label in labels]).reshape(1, -1, 1)
    share = torch.rand(1, len(labels), -(-frames // LABEL_FRAMES), generator=generator)
    values = torch.round(low + share * (high - low))
    return values.repeat_interleave(LABEL_FRAMES, dim=2)[:, :, :frames]


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
