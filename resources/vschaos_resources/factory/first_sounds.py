"""The sounds that come with the program, to try learning with: synthesised, six kinds of four, labelled by kind.

python -m vschaos_resources.factory.first_sounds            writes resources/vschaos_resources/sounds

Frequencies of bars: N. H. Fletcher and T. D. Rossing, The Physics of Musical Instruments, 2nd edition (1998), chapter
19 (tuned bars) and 21 (bells). Strings: K. Karplus and A. Strong, "Digital Synthesis of Plucked-String and Drum
Timbres", Computer Music Journal 7 (1983).
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

import vschaos_resources
from vschaos.data.labels.model import Labels, Task, whole_file
from vschaos.data.labels.writing import write_labels

SAMPLE_RATE_HZ = 44_100
PEAK = 10 ** (-3 / 20)
FADE_IN_S = 0.002
FADE_OUT_S = 0.25
QUALITY = 0.15
"""Of the compression, 0 the best … 1 the smallest."""

FOLDER = vschaos_resources.ROOT / "sounds"
KIND = "kind"

Audio = NDArray[np.float64]
Random = np.random.Generator

BELL_PARTIALS = (0.5, 1.0, 1.19, 1.5, 2.0, 2.51, 2.66, 3.01, 4.1, 5.43, 6.8)
BELL_LEVELS = (0.5, 0.6, 0.5, 0.25, 1.0, 0.3, 0.2, 0.3, 0.25, 0.15, 0.1)
BAR_PARTIALS = (1.0, 3.93, 9.2, 16.3)
BAR_LEVELS = (1.0, 0.35, 0.12, 0.05)

DROPS = ((0.0, 1.0, 1.0), (0.24, 1.5, 0.5), (0.42, 1.26, 0.7), (0.78, 1.89, 0.4), (1.2, 1.12, 0.8), (1.55, 1.68, 0.5))
"""When each drop falls in seconds, its pitch by the first's, and its level."""


def bell(random: Random, pitch_hz: float) -> Audio:
    """A bell: hum, prime, minor third, fifth, nominal and above, each a pair of modes that beat."""
    time_s = _times(3.0)
    sound = np.zeros(len(time_s))
    for ratio, level in zip(BELL_PARTIALS, BELL_LEVELS, strict=True):
        decay_s = 1.4 / ratio**0.7
        for apart_hz in (-0.4, 0.4):
            turn = 2 * np.pi * ((ratio * pitch_hz + apart_hz) * time_s + random.uniform())
            sound += level * random.uniform(0.7, 1.0) * np.exp(-time_s / decay_s) * np.sin(turn)
    return sound + 0.4 * _struck(random, time_s, 3000.0, 0.01)


def bar(random: Random, pitch_hz: float) -> Audio:
    """A tuned wooden bar, struck by a soft mallet."""
    time_s = _times(1.9)
    sound = np.zeros(len(time_s))
    for ratio, level in zip(BAR_PARTIALS, BAR_LEVELS, strict=True):
        if ratio * pitch_hz < 16_000:
            decay_s = 0.6 * (220 / pitch_hz) ** 0.4 / ratio**0.8
            sound += level * np.exp(-time_s / decay_s) * np.sin(2 * np.pi * ratio * pitch_hz * time_s)
    return sound + 0.3 * _struck(random, time_s, 900.0, 0.012)


def string(random: Random, pitch_hz: float) -> Audio:
    """A plucked string: noise in a loop that is as long as a period and takes the treble away."""
    count = round(2.8 * SAMPLE_RATE_HZ)
    period = SAMPLE_RATE_HZ / pitch_hz - 0.5
    length = int(period)
    line = _lowpass(random.uniform(-1, 1, length), 5000.0)
    pluck = max(1, round(0.17 * length))
    line = line - np.roll(line, pluck)
    sound = np.empty(count)
    part, gain, last = period - length, 0.5 ** (1 / (0.45 * pitch_hz)), 0.0
    for at in range(count):
        place = at % length
        out = line[place]
        sound[at] = out
        ahead = line[(place + 1) % length]
        # The mean of two neighbours is half a sample late; the part of one that is left is interpolated.
        smooth = 0.5 * (out + ahead)
        line[place] = gain * ((1 - part) * smooth + part * last)
        last = smooth
    return sound


def breath(random: Random, pitch_hz: float) -> Audio:
    """A blown tube: odd harmonics with a slow vibrato, and the air around them."""
    time_s = _times(3.0)
    vibrato = np.cumsum(1 + 0.004 * np.sin(2 * np.pi * 4.6 * time_s + random.uniform(0, 6))) / SAMPLE_RATE_HZ
    tone = sum(
        level * np.sin(2 * np.pi * ratio * pitch_hz * vibrato)
        for ratio, level in ((1, 1.0), (2, 0.12), (3, 0.3), (5, 0.08))
    )
    air = _band(random.standard_normal(len(time_s)), pitch_hz, 0.12) + 0.5 * _band(
        random.standard_normal(len(time_s)), 3.1 * pitch_hz, 0.5
    )
    swell = np.minimum(time_s / 0.25, 1) ** 1.5 * np.minimum((3.0 - time_s) / 0.9, 1) ** 1.5
    share = 0.55 * np.exp(-time_s / 0.3) + 0.25
    return swell * ((1 - share) * tone + share * 1.6 * air / np.abs(air).std())


def shaker(random: Random, centre_hz: float) -> Audio:
    """Grains that fall together in a few strokes, through the resonance of their shell."""
    time_s = _times(2.1)
    energy = np.zeros(len(time_s))
    for stroke, level in enumerate((1.0, 0.45, 0.8, 0.35, 0.9, 0.4)):
        after_s = time_s - 0.3 * stroke - 0.02
        rise = np.clip(after_s / 0.03, 0, 1)
        energy += level * rise * np.exp(-np.maximum(after_s - 0.03, 0) / 0.06)
    hits = (random.uniform(size=len(time_s)) < 0.12) * random.standard_normal(len(time_s))
    return _band(hits * energy, centre_hz, 0.35) + 0.15 * _band(hits * energy, 2.3 * centre_hz, 0.2)


def drop(random: Random, pitch_hz: float) -> Audio:
    """Drops into water: bubbles that ring, and rise in pitch as they rise to the surface."""
    time_s = _times(2.5)
    sound = np.zeros(len(time_s))
    for start_s, ratio, level in DROPS:
        after_s = np.maximum(time_s - start_s, 0)
        frequency_hz = pitch_hz * ratio * random.uniform(0.97, 1.03) * (1 + 1.2 * after_s)
        turn = 2 * np.pi * np.cumsum(frequency_hz * (time_s >= start_s)) / SAMPLE_RATE_HZ
        sound += level * np.minimum(after_s / 0.004, 1) * np.exp(-after_s / 0.16) * np.sin(turn)
    return sound


KINDS: Mapping[str, tuple[Callable[[Random, float], Audio], tuple[float, ...]]] = {
    "bar": (bar, (196.0, 293.66, 440.0, 659.26)),
    "bell": (bell, (220.0, 329.63, 392.0, 587.33)),
    "breath": (breath, (196.0, 261.63, 329.63, 440.0)),
    "drop": (drop, (392.0, 523.25, 659.26, 880.0)),
    "shaker": (shaker, (2200.0, 3300.0, 4800.0, 6500.0)),
    "string": (string, (110.0, 146.83, 220.0, 329.63)),
}
"""By kind, how it sounds, and at which frequencies in Hz; classes in the order of their names."""


def first_sounds() -> dict[str, Audio]:
    """All sounds by the names of their files, in mono at `SAMPLE_RATE_HZ`, with the same peak."""
    made = {}
    for kind, (synthesise, frequencies_hz) in KINDS.items():
        for number, frequency_hz in enumerate(frequencies_hz, 1):
            random = np.random.default_rng(round(frequency_hz))
            made[f"{kind} {number}.ogg"] = _finished(synthesise(random, frequency_hz))
    return made


def write_first_sounds(folder: Path) -> None:
    """Write them, with their labels, in place of what the folder holds."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    sounds = first_sounds()
    for name, sound in sounds.items():
        soundfile.write(folder / name, sound, SAMPLE_RATE_HZ, format="OGG", subtype="VORBIS", compression_level=QUALITY)
    classes = tuple(KINDS)
    entries = {name: whole_file(classes.index(name.split(" ")[0])) for name in sounds}
    write_labels(folder, Labels((Task(KIND, "int", classes),), {KIND: entries}))


def _finished(sound: Audio) -> Audio:
    """Without an offset, faded in and out, at the peak."""
    sound = sound - sound.mean()
    count_in, count_out = round(FADE_IN_S * SAMPLE_RATE_HZ), round(FADE_OUT_S * SAMPLE_RATE_HZ)
    sound[:count_in] *= np.linspace(0, 1, count_in)
    sound[-count_out:] *= np.cos(np.linspace(0, np.pi / 2, count_out)) ** 2
    return PEAK * sound / np.abs(sound).max()


def _times(seconds: float) -> Audio:
    return np.arange(round(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ


def _struck(random: Random, time_s: Audio, cutoff_hz: float, decay_s: float) -> Audio:
    """The noise of a stroke."""
    noise = _lowpass(random.standard_normal(len(time_s)), cutoff_hz)
    return noise / np.abs(noise).max() * np.exp(-time_s / decay_s)


def _lowpass(sound: Audio, cutoff_hz: float) -> Audio:
    frequency_hz = np.fft.rfftfreq(len(sound), 1 / SAMPLE_RATE_HZ)
    return np.fft.irfft(np.fft.rfft(sound) / (1 + (frequency_hz / cutoff_hz) ** 4), len(sound))


def _band(sound: Audio, centre_hz: float, octaves: float) -> Audio:
    """What lies around a frequency, as far as its weight falls by a Gaussian of so many octaves."""
    frequency_hz = np.fft.rfftfreq(len(sound), 1 / SAMPLE_RATE_HZ)
    away = np.log2(np.maximum(frequency_hz, 1.0) / centre_hz) / octaves
    return np.fft.irfft(np.fft.rfft(sound) * np.exp(-0.5 * away**2), len(sound))


if __name__ == "__main__":
    write_first_sounds(FOLDER)
