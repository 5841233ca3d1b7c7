"""Decoders whose sound is known: a sine that the latent point tunes, and ones that misbehave. Scriptable ones too."""

import math
from typing import NamedTuple

import pytest
import torch

from vschaos.performance.controls import Playable
from vschaos.realtime.voice import LoadedInstrument

RATE, HOP, DIMS = 44_100, 512, 4


class Clock(NamedTuple):
    sample: int


class Sine:
    """Sounds ``amplitude·sin(2π·hz·t)``; the first latent coordinate scales it: 1 is full, −1 silent."""

    def __init__(self, hz=440.0, amplitude=0.5):
        self.hz, self.amplitude = hz, amplitude

    def initial_synthesis(self, batch):
        return Clock(0)

    def decode(self, coordinates, labels, noise, phase_mode, state):
        count = coordinates.shape[2] * HOP
        t = torch.arange(state.sample, state.sample + count, dtype=torch.float64) / RATE
        wave = self.amplitude * torch.sin(2 * math.pi * self.hz * t)
        return wave.float().view(1, 1, -1), Clock(state.sample + count)


class Latent(Sine):
    """Sounds its latent point as a constant on a 1 kHz carrier, so that its smoothing can be heard."""

    def decode(self, coordinates, labels, noise, phase_mode, state):
        wave, after = super().decode(coordinates, labels, noise, phase_mode, state)
        return wave * (1.0 + coordinates[0, 0, 0]) * 0.5, after


class Broken(Sine):
    """A sine of which some hops are replaced by ``value``."""

    def __init__(self, value, hops=(5,)):
        super().__init__()
        self.value, self.hops, self.count = value, hops, 0

    def decode(self, coordinates, labels, noise, phase_mode, state):
        wave, after = super().decode(coordinates, labels, noise, phase_mode, state)
        self.count += 1
        if self.count in self.hops:
            if isinstance(self.value, Exception):
                raise self.value
            wave = torch.full_like(wave, self.value)
        return wave, after


def loaded(decoder, rate=RATE, dims=DIMS) -> LoadedInstrument:
    return LoadedInstrument("", type(decoder).__name__, decoder, rate, 2048, HOP, Playable(dims))


@pytest.fixture
def sine():
    return loaded(Sine())
