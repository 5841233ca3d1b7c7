"""What the live instrument plays for a given input: the pairs that an export has to reproduce."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from vschaos.devices import one_thread
from vschaos.export.describe import played_labels, predicted_labels
from vschaos.export.rates import lag_of, ratio_of
from vschaos.export.reference_rates import at_rate, hops_of_steps, steps_of_hops
from vschaos.instrument.card import LabelCard
from vschaos.instrument.streaming import StreamingInstrument
from vschaos.latent.latent_map import LatentMap
from vschaos.transforms.running_phase import GRADIENT

FRAMES = 48
VOICES = 4
CALL_FRAMES = 16
"""Frames of a call of the live instrument."""

PLACES = 1000
LABEL_FRAMES = 8
AUDIO_LEVEL = 0.2
STEP = 0.25


@dataclass(frozen=True)
class Reference:
    """Inputs and what the live instrument makes of them, from a fresh state.

    Attributes
    ----------
    controls
        The input of ``decode``: coordinates on a random walk in −1…1, and labels that change, shape (B, D + L, T).
    audio
        Tones and noise at the host's rate, shape (B, 1, T·ratio).
    magnitudes
        What the network makes of the controls, before it has a phase, shape (T, B, F).
    encoded, decoded, resynthesised
        Outputs of encode, with P predicted labels (B, D + P, T), decode and forward, (B, 1, T·ratio) each.
    places, spread
        Places all over the pad, shape (1, 2, N), and their coordinates on the app's map, (1, D, N).
    """

    controls: Tensor
    audio: Tensor
    magnitudes: Tensor
    encoded: Tensor
    decoded: Tensor
    resynthesised: Tensor
    places: Tensor
    spread: Tensor

    def save(self, path: Path) -> None:
        """Write the tensors as safetensors."""
        save_file({name: getattr(self, name).contiguous() for name in self.__dataclass_fields__}, path)

    @classmethod
    def load(cls, path: Path) -> Reference:
        """Read what :meth:`save` wrote."""
        return cls(**load_file(path))


def live_reference(
    instrument: StreamingInstrument,
    labels: Sequence[LabelCard] = (),
    latent_map: LatentMap | None = None,
    seed: int = 0,
    host_hz: int = 0,
) -> Reference:
    """Play the live instrument.

    Parameters
    ----------
    instrument
        On the CPU, in evaluation mode.
    labels
        Those of its card.
    latent_map
        Its map, if it has one.
    seed
        Of the walk, the noise and the places.
    host_hz
        Rate of the host; 0: the instrument's own.
    """
    host = _Host(instrument, host_hz or instrument.sample_rate_hz)
    generator = torch.Generator().manual_seed(seed)
    coordinates = torch.cat([random_walk(instrument.latent_dims, FRAMES, generator) for _ in range(VOICES)])
    samples = FRAMES * host.ratio
    audio = torch.cat([tones_and_noise(samples, host.rate_hz, generator) for _ in range(VOICES)])
    played = played_labels(labels)
    asked = [random_labels([labels[index] for index in played], FRAMES, generator) for _ in range(VOICES)]
    controls = torch.cat([coordinates, torch.cat(asked)], dim=1)
    places = (2.2 * torch.rand(1, 2, PLACES, generator=generator) - 1.1).float()
    with one_thread(), torch.inference_mode():
        magnitudes = instrument.magnitudes(*coordinates_and_labels(instrument, controls, played)).clone()
    outputs = _played(host, controls, audio, played, predicted_labels(labels))
    spread = on_the_map(places[0].t().numpy(), instrument.latent_dims, latent_map)
    return Reference(
        controls, audio, magnitudes, *outputs, places, torch.from_numpy(spread).t().unsqueeze(0).contiguous()
    )


def coordinates_and_labels(instrument: Any, controls: Tensor, played: Sequence[int]) -> tuple[Tensor, Tensor]:
    """What an instrument, scripted or not, gets in place of the controls (B, D + L, T) of ``decode``.

    Returns
    -------
    tuple
        Coordinates (B, D, T) and all labels of the model, (B, K, T), of which those that are not played are unknown.
    """
    labels = instrument.unknown_labels(controls.shape[0], controls.shape[2])
    labels[:, played] = controls[:, instrument.latent_dims :]
    return controls[:, : instrument.latent_dims], labels


class _Host:
    """What a host at a rate gives the live instrument, and gets from it."""

    def __init__(self, instrument: StreamingInstrument, rate_hz: int) -> None:
        self.instrument, self.rate_hz = instrument, rate_hz
        own_hz, hop = instrument.sample_rate_hz, instrument.hop_samples
        self.ratio = ratio_of(hop, own_hz, rate_hz)
        self.lag = lag_of(self.ratio, own_hz, rate_hz, hop)
        self.sizes = FRAMES, self.ratio, own_hz, rate_hz, hop

    def inlets(self, controls: Tensor) -> Tensor:
        """Values of its steps (B, C, T) as those of hops."""
        return controls[:, :, steps_of_hops(*self.sizes)]

    def outlets(self, found: Tensor) -> Tensor:
        """Values of hops (B, C, T) as those of its steps."""
        nothing = torch.zeros_like(found[:, :, :1])
        return torch.cat([nothing, found], dim=2)[:, :, [hop + 1 for hop in hops_of_steps(*self.sizes)]]

    def heard(self, audio: Tensor) -> Tensor:
        """Its sound as whole hops."""
        hop, own_hz = self.instrument.hop_samples, self.instrument.sample_rate_hz
        hops = hops_of_steps(*self.sizes)[-1] + 1
        return at_rate(audio, self.rate_hz, own_hz, hops * hop)

    def sounded(self, audio: Tensor, lag: int = 0) -> Tensor:
        """Hops as its sound."""
        return at_rate(audio, self.instrument.sample_rate_hz, self.rate_hz, FRAMES * self.ratio, lag)


def _played(
    host: _Host, controls: Tensor, audio: Tensor, played: list[int], predicted: list[int]
) -> tuple[Tensor, Tensor, Tensor]:
    """What encode, decode and forward give."""
    instrument = host.instrument
    hearing, synthesis = instrument.initial_analysis(VOICES), instrument.initial_synthesis(VOICES)
    following, resynthesis = instrument.initial_analysis(VOICES), instrument.initial_synthesis(VOICES)
    unit, count = instrument.walk.initial(VOICES), 0
    encoded: list[Tensor] = []
    decoded: list[Tensor] = []
    resynthesised: list[Tensor] = []
    with one_thread(), torch.inference_mode():
        for sound in host.heard(audio).split(CALL_FRAMES * instrument.hop_samples, dim=2):
            frames = sound.shape[2] // instrument.hop_samples
            nothing, noise = instrument.unknown_labels(VOICES, frames), torch.zeros(VOICES, frames)
            found, heard, hearing = instrument.encode(sound, nothing, hearing)
            encoded.append(torch.cat([found, heard[:, predicted]], dim=1))
            made, following, resynthesis = instrument(sound, nothing, noise, GRADIENT, following, resynthesis)
            resynthesised.append(made)
        for part in host.inlets(controls).split(CALL_FRAMES, dim=2):
            coordinates, known = coordinates_and_labels(instrument, part, played)
            noise = torch.zeros(VOICES, part.shape[2])
            made, unit, synthesis = instrument.decode_alive(
                coordinates, known, noise, GRADIENT, 1.0, 1.0, count, unit, synthesis
            )
            decoded.append(made)
            count += part.shape[2]
        joined = [torch.cat(parts, dim=2).clone() for parts in (encoded, decoded, resynthesised)]
    return host.outlets(joined[0]), host.sounded(joined[1]), host.sounded(joined[2], host.lag)


def on_the_map(places: np.ndarray, dims: int, latent_map: LatentMap | None) -> np.ndarray:
    """Coordinates (N, D) of places (N, 2) as the app finds them: on the map, or the plane of the first two axes."""
    if latent_map is not None:
        return latent_map.at(places[:, 0], places[:, 1])
    coordinates = np.zeros((len(places), dims), np.float32)
    coordinates[:, :2] = places[:, :dims]
    return coordinates


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
