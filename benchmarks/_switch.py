"""An instrument that answers a move of the pad in one hop, and the answers found in a recording of it.

It sounds one tone, 6 dB louder where the pad's x is above 0 than where it is below, and as loud anywhere on one side.
So its sound is known in advance while nothing crosses the middle, and the first frame after a crossing is another one
wholly, however slowly the latent point glides there: what is measured is how late the sound comes, and how the window
brings it, but not the glide, which is meant to be heard.

The decoder's hidden layer holds (c·x, −c·x), which layer norm makes (±1, ∓1) but for |x| ≲ 0.01, and SiLU and the last
layer the tone's three bins, ±3 dB.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from benchmarks._instruments import write_network
from benchmarks._recorders import Recording
from vschaos.configs.schema import Config, ModelConfig, NetworkConfig, RepresentationConfig
from vschaos.models.autoencoder import SpectralAutoencoder

TONE_HZ = 1378.125
"""In the middle of bin 64 of 2048, and of bin 32 of 1024, at 44.1 kHz."""

AMPLITUDE = 0.2
HALF_STEP_NEPERS = 3.0 / 20.0 * math.log(10.0)
STEEPNESS = 200.0
NEAR = 0.05
"""How near to the middle the pad rests before it crosses it: less than it glides in the first hop."""

THRESHOLD = 1e-3
"""−60 dB of the change: above the resampler's errors, and where the window begins to open."""

BEFORE_S = 0.03

ONSET_BEFORE_S, ONSET_WITHIN_S = 0.01, 0.07
SILENCE = 1e-5


def switch_instrument(path: Path, n_fft: int) -> Path:
    """Write the instrument, with a hop of a quarter of the window, and return its path."""
    representation = RepresentationConfig(n_fft=n_fft, hop_samples=n_fft // 4)
    model = ModelConfig(2, NetworkConfig("MLPEncoder", (2,)), NetworkConfig("MLPDecoder", (2,)))
    config = Config(name=f"switch {n_fft}", representation=representation, model=model)
    torch.manual_seed(0)
    network = SpectralAutoencoder(representation.bins, config.model)
    tone_bin = round(TONE_HZ * n_fft / representation.sample_rate_hz)
    floor = representation.floor_db / 20.0 * math.log(10.0)
    first, last = network.decoder.layers[0], network.decoder.layers[-1]
    assert isinstance(first, torch.nn.Linear)
    assert isinstance(last, torch.nn.Linear)
    with torch.no_grad():
        network.feature_mean.fill_(-20.0)
        first.bias.zero_()
        first.weight.copy_(torch.tensor([[STEEPNESS, 0.0], [-STEEPNESS, 0.0]]))
        last.weight.zero_()
        last.bias.zero_()
        for offset, share in ((-1, 0.5), (0, 1.0), (1, 0.5)):
            network.feature_mean[tone_bin + offset] = math.log(AMPLITUDE * share) - floor
            last.weight[tone_bin + offset] = HALF_STEP_NEPERS * torch.tensor([1.0, -1.0])
    return write_network(path, config, network)


@dataclass(frozen=True)
class Answer:
    """When a change was ordered, and how much later its first sample and its half sounded, in ms."""

    rising: bool
    first_ms: float
    half_ms: float


def find_answers(recording: Recording, ordered_s: list[float], rising: list[bool]) -> tuple[list[Answer], int]:
    """What a recording answers to the changes ordered at these times.

    The tone is fitted to the 30 ms before each order and carried on; what departs from it by a thousandth of the whole
    change is the first changed sample. Half is where the amplitude of the departure crosses half of what it ends at.

    Returns
    -------
    tuple
        The answers, and how many orders are left out: their stretch of the recording has a hole, or was not steady.
    """
    answers: list[Answer] = []
    samples, rate_hz = recording.samples, recording.rate_hz
    starts = [recording.index_at(moment) for moment in ordered_s]
    period = round(rate_hz / TONE_HZ)
    for number, (moment, start) in enumerate(zip(ordered_s, starts, strict=True)):
        begin, end = start - round(BEFORE_S * rate_hz), [*starts, len(samples)][number + 1]
        if begin < 0 or np.any((recording.missed >= begin) & (recording.missed <= end)):
            continue
        turns = np.arange(begin, end) * (TONE_HZ / rate_hz)
        wave = np.exp(2j * np.pi * turns)
        amplitude = _fit(samples[begin:start], wave[: start - begin])
        departure = samples[begin:end] - np.real(amplitude * wave)
        settled = len(departure) - round(BEFORE_S * rate_hz)
        change = abs(_fit(departure[settled:], wave[settled:]))
        if change < 0.1 * abs(amplitude) or np.abs(departure[: start - begin]).max() > 0.5 * THRESHOLD * change:
            continue
        first = int(np.argmax(np.abs(departure) > THRESHOLD * change))
        envelope = np.abs(np.convolve(2.0 * departure * wave.conj(), np.ones(period) / period, mode="same"))
        half = first + int(np.argmax(envelope[first:] > 0.5 * change))
        late_s = recording.time_of(np.array([begin + first, begin + half], np.float64)) - moment
        answers.append(Answer(rising[number], *(1000.0 * float(late) for late in late_s)))
    return answers, len(ordered_s) - len(answers)


def find_onsets(recording: Recording, ordered_s: list[float]) -> tuple[list[float], int]:
    """How much later than each order sound began out of silence, in ms, and how many orders are left out.

    What is 20 dB above the loudest sample of the 10 ms before the order, and above −100 dBFS, is sound.
    """
    late_ms: list[float] = []
    samples, rate_hz = recording.samples, recording.rate_hz
    for moment in ordered_s:
        start = recording.index_at(moment)
        begin, end = start - round(ONSET_BEFORE_S * rate_hz), start + round(ONSET_WITHIN_S * rate_hz)
        if begin < 0 or end > len(samples) or np.any((recording.missed >= begin) & (recording.missed <= end)):
            continue
        silence = max(float(np.abs(samples[begin:start]).max()), SILENCE / 10.0)
        loud = np.flatnonzero(np.abs(samples[start:end]) > 10.0 * silence)
        if silence < THRESHOLD * AMPLITUDE and len(loud):
            late_ms.append(1000.0 * (float(recording.time_of(start + int(loud[0]))) - moment))
    return late_ms, len(ordered_s) - len(late_ms)


def _fit(samples: NDArray[np.floating], wave: NDArray[np.complexfloating]) -> complex:
    """The complex amplitude a for which Re(a·wave) comes closest to the samples."""
    basis = np.stack([wave.real, -wave.imag], axis=1)
    real, imaginary = np.linalg.lstsq(basis, samples, rcond=None)[0]
    return complex(real, imaginary)
