"""Sounds, their magnitudes, and what torch makes of magnitudes: what the core's voices are held against."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from tests.core.internals import owners
from vschaos.configs.schema import RepresentationConfig
from vschaos.core.instrument import CoreInstrument
from vschaos.core.voices import GRADIENT, RANDOM, CoreVoices
from vschaos.instrument.build import untrained
from vschaos.instrument.core_member import Weights, pack
from vschaos.transforms.attacks import Attacks
from vschaos.transforms.dgt import DGT
from vschaos.transforms.noise import RunningNoise
from vschaos.transforms.peaks import peak_regions
from vschaos.transforms.running_phase import RunningPhase
from vschaos.transforms.streaming import OverlapAdd

RATE_HZ = 44_100


@dataclass
class Made:
    """Sound (T, hop) from magnitudes (T, F), and the bin that owns each bin in each frame, (T, F)."""

    sound: np.ndarray
    owners: np.ndarray


def instrument(n_fft: int = 2048, hop_samples: int = 512) -> CoreInstrument:
    """An instrument of the core whose network does not matter."""
    representation = RepresentationConfig(n_fft=n_fft, hop_samples=hop_samples)
    return CoreInstrument(pack(untrained(latent_dims=2, hidden=4, representation=representation), Weights.FLOAT32))


def magnitudes(signal: np.ndarray, n_fft: int = 2048, hop_samples: int = 512) -> np.ndarray:
    """Of every frame that holds a sample of a signal (N,): shape (T, F)."""
    padded = np.pad(signal.astype(np.float32), n_fft - hop_samples)
    frames = np.lib.stride_tricks.sliding_window_view(padded, n_fft)[::hop_samples]
    return DGT(n_fft, hop_samples).magnitudes(torch.from_numpy(frames.copy())).numpy()


def by_core(
    voices: CoreVoices,
    frames: np.ndarray,
    noise: float = 0.0,
    mode: int = GRADIENT,
    voice: int = 0,
    shares: np.ndarray | None = None,
) -> Made:
    """A voice's sound, as it goes on, with noise shares (T, F) or without."""
    sound = np.empty((len(frames), voices.hop_samples), np.float32)
    found = np.empty(frames.shape, np.int32)
    for n, frame in enumerate(frames):
        sound[n] = voices.hop(voice, frame, noise, mode, None if shares is None else shares[n])
        found[n] = owners(voices)
    return Made(sound, found)


def pad_window(n_fft: int) -> np.ndarray:
    """What frames of a pad, n_fft/8 apart, sound by: h^1.75 from 21/64 of the frame on, so that all add up to 1."""
    place = np.arange(n_fft) / n_fft
    hann = 0.5 - 0.5 * np.cos(2.0 * np.pi * place)
    rise = np.sin(0.5 * np.pi * np.clip((place - 21 / 64) / (3 / 32), 0.0, 1.0)) ** 2
    weight = hann**1.75 * rise
    return weight / np.tile(weight.reshape(8, -1).sum(axis=0), 8)


class PadPhase(RunningPhase):
    """The running phase with two frames a hop: carried on to the same moment, and random phases by their power."""

    def __init__(self, n_fft: int, hop_samples: int, lookahead: int) -> None:
        super().__init__(n_fft, hop_samples, lookahead)
        if not lookahead:
            self.weight_late = 1.2
        hann = 0.5 - 0.5 * np.cos(2.0 * np.pi * np.arange(n_fft) / n_fft)
        window = pad_window(n_fft)[1:] / hann[1:]
        self.random_power = float(np.mean(hann**2) * np.sum(window**2) / hop_samples)

    def _restoring_gain(self, share: torch.Tensor) -> torch.Tensor:
        agreed = torch.square(torch.sinc(share))
        return torch.rsqrt(agreed + (1.0 - agreed) * self.random_power)


class PadOverlap:
    """Frames of a pad added up, from the first sample on that is heard of them."""

    def __init__(self, n_fft: int, hop_samples: int) -> None:
        self.late, self.first, self.hop_samples = n_fft - hop_samples, n_fft * 21 // 64, hop_samples

    def initial(self, batch: int, device: torch.device) -> torch.Tensor:
        return torch.zeros(batch, self.late - self.first, device=device)

    def __call__(self, frames: torch.Tensor, pending: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        heard = frames[:, 0, self.first :].clone()
        heard[:, : pending.shape[1]] += pending
        return heard[:, : self.hop_samples], heard[:, self.hop_samples :]


def pad_transform(n_fft: int, hop_samples: int) -> DGT:
    """Whose frames sound under a pad's window."""
    hann, weight = 0.5 - 0.5 * np.cos(2.0 * np.pi * np.arange(n_fft) / n_fft), pad_window(n_fft)
    window = np.divide(weight, hann, out=np.zeros(n_fft), where=weight > 0) * 0.5 * hann.sum()
    dgt = DGT(n_fft, hop_samples)
    dgt.synthesis_window = torch.from_numpy(window).to(torch.get_default_dtype())
    return dgt


def by_torch(
    frames: np.ndarray,
    hop_samples: int,
    lookahead: int = 0,
    noise: float = 0.0,
    mode: int = GRADIENT,
    wide: bool = False,
    pad: bool = False,
    shares: np.ndarray | None = None,
) -> Made:
    """The same by the modules that the core is a copy of, in 32 bits or, wide, in 64; or as a pad's frames are made."""
    default = torch.get_default_dtype()
    kind = torch.float64 if wide else torch.float32
    torch.set_default_dtype(kind)
    try:
        n_fft = 2 * (frames.shape[1] - 1)
        phases = (PadPhase if pad else RunningPhase)(n_fft, hop_samples, lookahead).to(kind)
        dgt = (pad_transform if pad else DGT)(n_fft, hop_samples).to(kind)
        attacks = Attacks(dgt).to(kind)
        overlap_add = (PadOverlap if pad else OverlapAdd)(n_fft, hop_samples)
        state, attack = phases.initial(1), attacks.initial(1)
        pending = overlap_add.initial(1, torch.device("cpu"))
        noises = RunningNoise(n_fft, hop_samples).to(kind)
        given, bias = torch.from_numpy(frames).to(kind).unsqueeze(1), torch.full((1, 1), noise)
        told = torch.zeros_like(given) if shares is None else torch.from_numpy(shares).to(kind).unsqueeze(1)
        waiting = [torch.zeros_like(given[:1])] * lookahead
        sound, found = [], []
        for frame, share in zip(given.split(1), told.split(1), strict=True):
            waiting.append(noises.biased(share, bias, frame))
            first, share = state[5], waiting.pop(0)
            made, turns, state = phases.turns(frame, torch.zeros(1, 1), state, mode)
            share = torch.zeros_like(share) if mode == RANDOM else share
            tone = dgt.spectra_of_turns(made * torch.sqrt(1.0 - share), turns)
            both = tone + noises(first, 1) * (made * torch.sqrt(share))
            windowed, attack = attacks(both, made, attack)
            audio, pending = overlap_add(windowed.transpose(0, 1), pending)
            sound.append(audio[0].numpy().copy())
            _, peak, region = peak_regions(state[1] + phases.ripple)
            found.append(peak[region[0]].numpy())
        return Made(np.array(sound), np.array(found))
    finally:
        torch.set_default_dtype(default)


def rms(values: np.ndarray) -> np.ndarray:
    """Over the last axis."""
    return np.sqrt(np.mean(np.square(values, dtype=np.float64), axis=-1))


def decibels(ratio: float | np.ndarray) -> np.ndarray:
    """Of amplitudes; −240 at least."""
    return 20.0 * np.log10(np.maximum(ratio, 1e-12))


def agreeing(one: Made, other: Made, hops: int) -> np.ndarray:
    """Where all bins had the same owners in both for so many hops, (T,)."""
    same = (one.owners == other.owners).all(axis=1)
    parted = np.flatnonzero(~same)
    last = np.full(len(same), -hops - 1)
    last[parted] = parted
    return np.arange(len(same)) - np.maximum.accumulate(last) > hops


def tone(frequency_hz: float, partials: int = 12) -> np.ndarray:
    """A harmonic tone that fades in and out, 1 s."""
    time = np.arange(RATE_HZ) / RATE_HZ
    waves = sum(np.sin(2 * np.pi * frequency_hz * k * time) / k for k in range(1, partials + 1))
    return 0.2 * np.minimum(np.minimum(time, time[::-1]) / 0.1, 1.0) * waves


def plucks() -> np.ndarray:
    """Notes that begin suddenly and overlap while they decay, 1 s."""
    sound = np.zeros(RATE_HZ)
    for n, frequency_hz in enumerate((220.0, 330.0, 246.9, 440.0, 164.8, 523.25, 196.0)):
        start = 3000 + n * RATE_HZ // 8
        time = np.arange(len(sound) - start) / RATE_HZ
        for k in range(1, 16):
            sound[start:] += 0.1 * np.sin(2 * np.pi * frequency_hz * k * time) * np.exp(-(3 + k) * time) / np.sqrt(k)
    return sound


def glide() -> np.ndarray:
    """A sine that rises from 200 to 1000 Hz in a second, with vibrato."""
    time = np.arange(RATE_HZ) / RATE_HZ
    return 0.3 * np.sin(2 * np.pi * (200 * time + 400 * time**2) + 3.0 * np.sin(2 * np.pi * 6 * time))


def impulses() -> np.ndarray:
    """Single samples, 1 s."""
    sound = np.zeros(RATE_HZ)
    sound[5000::9000] = 0.9
    return sound


def noise() -> np.ndarray:
    """White noise, 1 s."""
    return 0.1 * np.random.default_rng(3).standard_normal(RATE_HZ)


def silence() -> np.ndarray:
    """Nothing, half a second."""
    return np.zeros(RATE_HZ // 2)


def breath() -> np.ndarray:
    """Noise around a tone, after 0.7 s of which comes silence."""
    body = tone(311.0, 6) + 0.3 * np.convolve(noise(), np.hanning(24) / 12.0, "same")
    return np.where(np.arange(len(body)) < 0.7 * RATE_HZ, body, 0.0)


def strokes() -> np.ndarray:
    """Bursts of noise that decay quickly, beside a tone, 1 s."""
    sound = 0.3 * tone(220.0, 3)
    for start in (6000, 13300, 22222, 31700):
        time = np.arange(len(sound) - start) / RATE_HZ
        sound[start:] += np.random.default_rng(start).standard_normal(len(time)) * 0.2 * np.exp(-time / 0.02)
    return sound


SOUNDS = {
    "bass": lambda: tone(55.0, 40),
    "tone": lambda: tone(440.0),
    "plucks": plucks,
    "glide": glide,
    "impulses": impulses,
    "noise": noise,
    "breath": breath,
    "strokes": strokes,
    "silence": silence,
}
