"""Clean sounds of many kinds for the doctor's benchmark, and defects to add to them; a seed decides all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, sosfilt

RATE_HZ = 44_100

Audio = NDArray[np.float32]
"""Shape (C, T); full scale is ±1."""
Rng = np.random.Generator


@dataclass(frozen=True)
class Sound:
    """A made sound: its name, which begins with its kind, and its audio."""

    name: str
    audio: Audio

    @property
    def kind(self) -> str:
        """Which of `KINDS` made it."""
        return self.name.split("_")[0]


def clean_sounds(seed: int, rounds: int = 2) -> list[Sound]:
    """So many sounds of each kind; none has a defect, however close some come."""
    rng = np.random.default_rng([7, seed])
    sounds = [
        Sound(f"{kind}_{index}", _levelled(make(rng), rng)) for index in range(rounds) for kind, make in KINDS.items()
    ]
    return [*sounds, *_takes(rng), *_velocities(rng)]


def _levelled(audio: Audio, rng: Rng) -> Audio:
    """At a level of its own, within what a library varies by; masters stay where they are."""
    if np.abs(audio).max() > 0.95:
        return audio
    return (audio * (10 ** (rng.uniform(-12, -0.3) / 20) / np.abs(audio).max())).astype(np.float32)


def _takes(rng: Rng) -> Iterator[Sound]:
    """One note played twice at the same strength, as a sampler's round robin: alike, and not the same."""
    pitch_hz, length_s = rng.uniform(80, 800), rng.uniform(1.0, 3.0)
    for take in range(2):
        yield Sound(f"take_{take}", _note(rng, pitch_hz * 2 ** (rng.normal(0, 3) / 1200), length_s))


def _velocities(rng: Rng) -> Iterator[Sound]:
    """One note at two strengths: the harder one is brighter."""
    pitch_hz, length_s = rng.uniform(80, 800), rng.uniform(1.0, 3.0)
    for strength in (0.4, 0.9):
        yield Sound(f"velocity_{strength}", _note(rng, pitch_hz, length_s, brightness=strength) * np.float32(strength))


def _time_s(length_s: float) -> NDArray[np.float64]:
    return np.arange(round(length_s * RATE_HZ)) / RATE_HZ


def _mono(wave: NDArray[np.floating]) -> Audio:
    return (0.8 * wave / np.abs(wave).max()).astype(np.float32)[None]


def _band(wave: NDArray[np.floating], low_hz: float, high_hz: float) -> NDArray[np.float64]:
    return sosfilt(butter(2, (low_hz, high_hz), "bandpass", fs=RATE_HZ, output="sos"), wave)  # pyright: ignore


def _tone(rng: Rng) -> Audio:
    time_s, frequency_hz = _time_s(rng.uniform(1, 6)), rng.uniform(60, 4000)
    wave = np.sin(2 * np.pi * frequency_hz * time_s + rng.uniform(0, 6.28))
    fade = np.minimum(1, np.minimum(time_s, time_s[::-1]) / rng.uniform(0.005, 0.1))
    return _mono(wave * fade)


def _square(rng: Rng) -> Audio:
    time_s = _time_s(rng.uniform(1, 4))
    wave = np.sign(np.sin(2 * np.pi * rng.uniform(50, 500) * time_s) + rng.uniform(-0.6, 0.6))
    return _mono(wave - wave.mean())


def _sweep(rng: Rng) -> Audio:
    time_s = _time_s(rng.uniform(2, 6))
    low, high = rng.uniform(40, 200), rng.uniform(2000, 9000)
    phase = low * time_s[-1] / np.log(high / low) * np.expm1(time_s / time_s[-1] * np.log(high / low))
    return _mono(np.sin(2 * np.pi * phase))


def _noise(rng: Rng) -> Audio:
    white = rng.standard_normal(round(rng.uniform(1, 8) * RATE_HZ))
    low = rng.uniform(40, 1000)
    return _mono(white if rng.random() < 0.3 else _band(white, low, rng.uniform(2, 15) * low))


def _note(rng: Rng, pitch_hz: float = 0.0, length_s: float = 0.0, brightness: float = 0.7) -> Audio:
    """A struck or plucked note: partials that decay on their own, some of them beating, and a noise at the start."""
    pitch_hz, length_s = pitch_hz or rng.uniform(50, 1000), length_s or rng.uniform(0.6, 4)
    time_s = _time_s(length_s)
    wave = np.zeros_like(time_s)
    for partial in range(1, int(min(24, 14_000 / pitch_hz)) + 1):
        gain = brightness**partial * rng.uniform(0.7, 1.3)
        decay = np.exp(-time_s * (1.0 + 0.4 * partial) * rng.uniform(0.9, 1.1))
        beat = 1 + 0.2 * np.sin(2 * np.pi * rng.uniform(0.3, 3) * time_s + rng.uniform(0, 6.28))
        frequency_hz = pitch_hz * partial * (1 + 1e-4 * partial**2)
        wave += gain * decay * beat * np.sin(2 * np.pi * frequency_hz * time_s + rng.uniform(0, 6.28))
    knock = _band(rng.standard_normal(len(time_s)), 500, 5000) * np.exp(-time_s * 60)
    wave = wave / np.abs(wave).max() + 0.2 * knock
    return _mono(wave * np.minimum(1, time_s[::-1] / 0.02))


def _hit(rng: Rng) -> Audio:
    """A single drum: a falling tone, a noise, or both."""
    time_s = _time_s(rng.uniform(0.3, 1.0))
    start, end = rng.uniform(100, 400), rng.uniform(35, 80)
    phase = 2 * np.pi * np.cumsum(end + (start - end) * np.exp(-time_s * rng.uniform(20, 60))) / RATE_HZ
    drum = np.sin(phase) * np.exp(-time_s * rng.uniform(5, 15))
    low = rng.uniform(200, 6000)
    rattle = _band(rng.standard_normal(len(time_s)), low, min(20_000, 4 * low)) * np.exp(-time_s * rng.uniform(8, 40))
    mix = rng.choice([0.0, 0.4, 1.0])
    return _mono((1 - mix) * drum + mix * rattle / np.abs(rattle).max())


def _loop(rng: Rng) -> Audio:
    """Hits on a grid, each of three drums its own rhythm."""
    step = round(rng.uniform(0.1, 0.2) * RATE_HZ)
    loop = np.zeros(32 * step + 2 * RATE_HZ)
    for _ in range(3):
        drum = _hit(rng)[0]
        for place in np.flatnonzero(rng.random(32) < 0.35):
            loop[place * step : place * step + len(drum)] += drum * rng.uniform(0.5, 1)
    return _mono(loop[: 32 * step])


def _speech(rng: Rng) -> Audio:
    """Pulses through moving formants in syllables, with hiss between."""
    time_s = _time_s(rng.uniform(3, 8))
    pitch_hz = rng.uniform(80, 250) * 2 ** (0.2 * np.sin(2 * np.pi * 0.4 * time_s + rng.uniform(0, 6.28)))
    pulses = np.diff(np.floor(np.cumsum(pitch_hz) / RATE_HZ), prepend=0.0)
    wave = np.zeros_like(time_s)
    for begin in np.arange(0, time_s[-1] - 0.3, 0.22):
        part = slice(int(begin * RATE_HZ), int((begin + 0.25) * RATE_HZ))
        voiced = rng.random() < 0.8
        source = pulses[part] if voiced else 0.1 * rng.standard_normal(len(pulses[part]))
        centres = (rng.uniform(300, 800), rng.uniform(900, 2300)) if voiced else (rng.uniform(3000, 6000),)
        wave[part] += sum(_band(source, 0.85 * hz, 1.15 * hz) for hz in centres) * np.hanning(len(source))
    return _mono(wave)


def _dense(rng: Rng, length_s: float) -> NDArray[np.float64]:
    """A mix: chords, a bass, a beat; peak 1."""
    time_s = _time_s(length_s)
    mix = np.zeros_like(time_s)
    for begin in np.arange(0, length_s - 0.5, 0.5):
        part = slice(int(begin * RATE_HZ), int((begin + 0.5) * RATE_HZ))
        for pitch_hz in (*rng.choice([110, 130.8, 164.8, 196, 220, 261.6, 329.6], 3), rng.choice([41.2, 55, 65.4])):
            mix[part] += _note(rng, float(pitch_hz), 0.5)[0][: part.stop - part.start]
        drum = _hit(rng)[0][: part.stop - part.start]
        mix[part][: len(drum)] += drum
    return mix / np.abs(mix).max()


def _master(rng: Rng) -> Audio:
    """Loud, limited close to full scale without flat tops."""
    wave = np.tanh(rng.uniform(1.2, 2.2) * _dense(rng, rng.uniform(4, 8)))
    return (10 ** (rng.uniform(-0.5, -0.01) / 20) * wave / np.abs(wave).max()).astype(np.float32)[None]


def _rests(rng: Rng) -> Audio:
    """Notes with rests between them, a few of them long."""
    pieces = []
    for _ in range(rng.integers(4, 9)):
        pieces += [_note(rng, length_s=rng.uniform(0.5, 1.5))[0], np.zeros(round(rng.uniform(0.1, 1.2) * RATE_HZ))]
    return np.concatenate(pieces[:-1]).astype(np.float32)[None]


def _bass(rng: Rng) -> Audio:
    """Slow waves up to full scale: their crests are flat over a few samples of 16 bits."""
    time_s, frequency_hz = _time_s(rng.uniform(2, 6)), rng.uniform(25, 70)
    wave = np.sin(2 * np.pi * frequency_hz * time_s)
    wave += rng.uniform(0, 0.3) * np.sin(4 * np.pi * frequency_hz * time_s + rng.uniform(0, 6.28))
    return (rng.uniform(0.96, 0.9999) * wave / np.abs(wave).max()).astype(np.float32)[None]


def _stereo(rng: Rng) -> Audio:
    """Two different channels: a wide noise, a panned note, or a room."""
    middle, side = _note(rng, length_s=3.0)[0], 0.15 * _noise(rng)[0]
    side = np.resize(side, len(middle))
    pan = rng.uniform(0.2, 0.8)
    return np.stack([pan * middle + side, (1 - pan) * middle - side]).astype(np.float32)


KINDS: dict[str, Callable[[Rng], Audio]] = {
    "tone": _tone,
    "square": _square,
    "sweep": _sweep,
    "noise": _noise,
    "note": _note,
    "hit": _hit,
    "loop": _loop,
    "speech": _speech,
    "master": _master,
    "rests": _rests,
    "bass": _bass,
    "stereo": _stereo,
}
