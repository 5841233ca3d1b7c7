"""Sounds for the phase benchmark: instruments of a sound font, a voice, and test signals."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import mido
import numpy as np
from numpy.typing import NDArray
from vschaos_resources.factory.render import SOUND_FONT

from vschaos.audio import read

RATE_HZ = 44_100
SECONDS = 4.0
SAMPLES = round(SECONDS * RATE_HZ)
LEVEL = 0.1
"""Root mean square of every sound but the clicks."""

SENTENCE = "The north wind and the sun were disputing which was the stronger."

Sound = NDArray[np.float32]
"""Mono, shape (SAMPLES,)."""


@dataclass(frozen=True)
class Chord:
    """Notes that begin together: MIDI pitches, and for how long, in seconds, they are held before the next chord."""

    pitches: tuple[int, ...]
    held_s: float


def _melody(held_s: float, *pitches: int) -> tuple[Chord, ...]:
    return tuple(Chord((pitch,), held_s) for pitch in pitches)


_TRIADS = ((48, 60, 64, 67), (53, 60, 65, 69), (55, 59, 62, 67), (48, 60, 64, 72))

HARMONIC: dict[str, Callable[[], Sound]] = {
    "cello": lambda: _played(42, _melody(1.0, 36, 43, 48, 57)),
    "flute": lambda: _played(73, _melody(0.8, 67, 72, 76, 79, 84)),
    "marimba": lambda: _played(12, _melody(0.4, 48, 55, 60, 64, 67, 72, 76, 79, 84, 72)),
    "piano": lambda: _played(0, _melody(0.8, 40, 52, 59, 64, 71)),
    "trumpet": lambda: _played(56, _melody(0.8, 58, 62, 65, 70, 74)),
    "voice": lambda: _voice(),
}
"""Melodies of single notes, and a sentence: what the means are taken over."""

OTHER: dict[str, Callable[[], Sound]] = {
    "polyphony": lambda: _played(48, tuple(Chord(pitches, 1.0) for pitches in _TRIADS)),
    "clicks": lambda: _clicks(),
    "white_noise": lambda: _noise(0.0),
    "pink_noise": lambda: _noise(0.5),
    "sweep": lambda: _sweep(),
}


def _played(program: int, chords: Sequence[Chord]) -> Sound:
    """Chords one after another on a General MIDI program (0–127), dry."""
    track = mido.MidiTrack([mido.MetaMessage("set_tempo", tempo=1_000_000)])
    track.append(mido.Message("program_change", program=program))
    for chord in chords:
        for pitch in chord.pitches:
            track.append(mido.Message("note_on", note=pitch, velocity=96))
        ends = [round(1000 * chord.held_s)] + [0] * (len(chord.pitches) - 1)
        for pitch, time_ms in zip(chord.pitches, ends, strict=True):
            track.append(mido.Message("note_off", note=pitch, time=time_ms))
    track.append(mido.Message("control_change", control=3, time=round(1000 * SECONDS)))
    score = mido.MidiFile(ticks_per_beat=1000)
    score.tracks.append(track)
    with tempfile.TemporaryDirectory() as folder:
        midi, wav = Path(folder) / "notes.mid", Path(folder) / "notes.wav"
        score.save(midi)
        options = ["-ni", "-q", "-R", "0", "-C", "0", "-r", str(RATE_HZ), "-F", str(wav)]
        subprocess.run(["fluidsynth", *options, SOUND_FONT, midi], capture_output=True, check=True)
        return _four_seconds(read(wav)[0].mean(axis=0), RATE_HZ)


def _voice() -> Sound:
    with tempfile.TemporaryDirectory() as folder:
        wav = Path(folder) / "voice.wav"
        subprocess.run(
            ["espeak-ng", "-v", "en", "-s", "150", "-w", str(wav), SENTENCE], capture_output=True, check=True
        )
        audio, rate_hz = read(wav)
    return _four_seconds(audio[0], rate_hz)


def _clicks() -> Sound:
    """Single samples, 0.4 s apart."""
    signal = np.zeros(SAMPLES, np.float32)
    signal[RATE_HZ // 5 :: 2 * RATE_HZ // 5] = 0.9
    return signal


def _noise(slope: float) -> Sound:
    """Noise whose power falls with frequency to the ``2·slope``: 0 is white, 0.5 is pink; below 20 Hz nothing."""
    frequency_hz = np.fft.rfftfreq(SAMPLES, 1 / RATE_HZ)
    spectrum = np.fft.rfft(np.random.default_rng(0).standard_normal(SAMPLES))
    spectrum *= np.where(frequency_hz < 20.0, 0.0, np.maximum(frequency_hz, 20.0) ** -slope)
    return _four_seconds(np.fft.irfft(spectrum, SAMPLES), RATE_HZ)


def _sweep() -> Sound:
    """A sine from 50 Hz to 8 kHz, exponentially in time."""
    time_s = np.arange(SAMPLES) / RATE_HZ
    rate = np.log(8000.0 / 50.0) / SECONDS
    return _four_seconds(np.sin(2 * np.pi * 50.0 / rate * np.expm1(rate * time_s)), RATE_HZ)


def _four_seconds(signal: NDArray[np.floating], rate_hz: int) -> Sound:
    if rate_hz != RATE_HZ:
        import soxr

        signal = soxr.resample(signal, rate_hz, RATE_HZ)
    signal = np.pad(signal[:SAMPLES], (0, max(0, SAMPLES - len(signal))))
    return (signal * (LEVEL / np.sqrt(np.mean(signal**2)))).astype(np.float32)
