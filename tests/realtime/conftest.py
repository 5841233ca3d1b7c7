"""Decoders whose sound is known: a sine that the latent point tunes, and ones that misbehave. Scriptable ones too."""

import math
from dataclasses import replace

import pytest
import torch

from vschaos.performance.authority import Sounding, still
from vschaos.performance.controls import Playable
from vschaos.performance.state import initial_state
from vschaos.realtime.decoder import LoadedInstrument
from vschaos.realtime.warming import warm_up

RATE, HOP, DIMS = 44_100, 512, 4


class Sine:
    """Sounds ``amplitude·sin(2π·hz·t)`` in every voice, each from its own beginning."""

    def __init__(self, hz=440.0, amplitude=0.5):
        self.hz, self.amplitude = hz, amplitude

    def initial_synthesis(self, batch):
        return (torch.zeros(batch, dtype=torch.int64),)

    def initial_analysis(self, batch):
        return torch.zeros(batch, 1)

    def encode(self, audio, labels, state):
        """The first coordinate is the input's peak."""
        peak = audio.abs().amax(dim=2, keepdim=True)
        return torch.cat([peak, torch.zeros(len(audio), DIMS - 1, 1)], dim=1), labels, state

    def decode(self, coordinates, labels, noise, phase_mode, state):
        count = coordinates.shape[2] * HOP
        t = (state[0].view(-1, 1) + torch.arange(count)).double() / RATE
        wave = self.amplitude * torch.sin(2 * math.pi * self.hz * t)
        return wave.float().unsqueeze(1), (state[0] + count,)


class Latent(Sine):
    """Sounds its latent point as the level of its tone: 1 is full, −1 silent."""

    def decode(self, coordinates, labels, noise, phase_mode, state):
        wave, after = super().decode(coordinates, labels, noise, phase_mode, state)
        return wave * (1.0 + coordinates[:, :1]) * 0.5, after


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


def at(latent=(0.0,) * DIMS, notes=(), panics=0, **values) -> Sounding:
    """What sounds with some controls away from their default; a point in an id is written as two underscores."""
    state = initial_state(Playable(DIMS))
    given = {name.replace("__", "."): float(value) for name, value in values.items()}
    assert given.keys() <= state.values.keys()
    state = replace(state, latent=latent, values={**state.values, **given}, triggers={"panic": panics})
    return replace(still(state), notes=tuple(notes))


@pytest.fixture
def sine():
    return loaded(Sine())


@pytest.fixture(scope="session", autouse=True)
def _compiled():
    warm_up()
