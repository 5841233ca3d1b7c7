"""How well an instrument follows its labels: five at once, requested against measured.

Notes of a sound font, each at a random level and through a random low-pass filter, are labelled in the format of
vschaos2 (pitch and octave count from A): pitch, octave, the instrument's name, and as quantities that change inside a
note, loudness and brightness. After a short training, random labels are held at random points. VSCHAOS_CONDITIONING
sets the number of steps.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import soundfile
from numpy.typing import NDArray
from scipy.signal import lfilter
from scipy.stats import spearmanr
from vschaos_resources.factory.render import Note, play

from benchmarks._pitch import heard
from benchmarks.factory import REQUEST_S, SETTLED_S, held_sounds
from vschaos.configs.compose import compose_config
from vschaos.data.cache import CACHE_VARIABLE
from vschaos.data.pitch.notes import PITCH_NAMES, pitch_and_octave
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import read_instrument
from vschaos.instrument.streaming import StreamingInstrument
from vschaos.training.session import train
from vschaos.training.stop_flags import StopFlags

VARIABLE = "VSCHAOS_CONDITIONING"
STEPS = 4000
CONFIGURATION = "dgt_pitch_cond"
INSTRUMENTS = {"organ": 19, "trumpet": 56, "clarinet": 71, "flute": 73}
NOTES = range(48, 84)
VELOCITIES = (60, 110)
RATE_HZ = 44_100
STRETCH_S = 0.1
"""Seconds between labels of loudness and brightness."""
SILENCE_DB = -60.0
REQUESTS = 96
POINTS, VALUES = 12, 8
NEAR = 4
"""Semitones: a request has loudness and brightness of some note so near, whatever plays it."""
PARTIALS = 12

Sound = NDArray[np.float32]


@dataclass(frozen=True)
class Played:
    """A note of the dataset."""

    name: str
    instrument: str
    note: int
    audio: Sound


def run(steps: int = 0) -> dict[str, Any]:
    """Figures after a number of steps."""
    steps = steps or int(os.environ.get(VARIABLE, STEPS))
    rng = np.random.default_rng(0)
    with tempfile.TemporaryDirectory() as name, mock.patch.dict(os.environ, {CACHE_VARIABLE: f"{name}/cache"}):
        folder = Path(name)
        sounds = _rendered(rng)
        _write_dataset(folder / "dataset", sounds, rng)
        quantity = "{dim:1,target:[decoder],embedding:Continuous}"
        overrides = [
            f"+model.conditioning.instrument={{dim:{len(INSTRUMENTS)},target:[decoder],embedding:OneHot}}",
            *(f"+model.conditioning.{task}={quantity}" for task in ("loudness", "brightness")),
            *(f"training.max_steps={steps}", "training.device=cpu", "training.previews_every_s=0"),
        ]
        places = {"name": "five", "rundir": f"{name}/runs", "data.dataset.root": f"{name}/dataset"}
        begin_s = time.process_time()
        finished = train(
            compose_config(CONFIGURATION, overrides, places), CONFIGURATION, lambda _event: None, StopFlags()
        )
        spent_s = time.process_time() - begin_s
        figures = {"notes": len(sounds), "steps": finished.step, "training_cpu_s": round(spent_s, 1)}
        return figures | _asked_and_heard(Path(finished.instrument), sounds, rng)


# ── the dataset ───────────────────────────────────────────────────────────────────────────────────────────


def _rendered(rng: np.random.Generator) -> list[Played]:
    """Every note of every instrument, twice: at a level up to 24 dB lower, and through a low-pass filter."""
    sounds = []
    for instrument, program in INSTRUMENTS.items():
        notes = [Note(note, velocity, 0.8) for velocity in VELOCITIES for note in NOTES]
        for number, (note, audio) in enumerate(zip(notes, play(program, notes), strict=True)):
            kept = np.exp(-2 * np.pi * np.exp(rng.uniform(np.log(600.0), np.log(16_000.0))) / RATE_HZ)
            filtered = np.asarray(lfilter([1 - kept], [1, -kept], audio)) * 10 ** (rng.uniform(-24.0, 0.0) / 20)
            sounds.append(Played(f"{instrument}_{number:02d}", instrument, note.pitch, filtered.astype(np.float32)))
    return sounds


def _write_dataset(root: Path, sounds: Sequence[Played], rng: np.random.Generator) -> None:
    """In the format of vschaos2: tracks without their folder, numbered classes, notes that count from A."""
    (root / "data").mkdir(parents=True)
    for sound in sounds:
        soundfile.write(root / "data" / f"{sound.name}.wav", sound.audio, RATE_HZ, "PCM_24")
    names = list(rng.permutation(list(INSTRUMENTS)))
    _write_task(root, "instrument", {sound.name: sound.instrument for sound in sounds}, names)
    _write_task(root, "pitch", {sound.name: (sound.note + 3) % 12 for sound in sounds}, _from_a())
    _write_task(root, "octave", {sound.name: (sound.note + 3) // 12 - 1 for sound in sounds}, list("012345678"))
    for task, measure in (("loudness", _loudness_db), ("brightness", _brightness)):
        _write_task(root, task, {sound.name: f"{sound.name}.txt" for sound in sounds}, [])
        (root / "metadata" / task / "tracks").mkdir()
        for sound in sounds:
            rows = [
                f"{onset_s:f},{onset_s + STRETCH_S:f}\t{measure(part) if _sounds(part) else None}"
                for onset_s, part in _parts(sound.audio)
            ]
            (root / "metadata" / task / "tracks" / f"{sound.name}.txt").write_text("\n".join(rows), encoding="utf-8")


def _write_task(root: Path, task: str, values: dict[str, Any], classes: Sequence[str]) -> None:
    folder = root / "metadata" / task
    folder.mkdir(parents=True)
    lines = "\n".join(f"data/{name}.wav\t{value}" for name, value in values.items())
    (folder / "metadata.txt").write_text(lines, encoding="utf-8")
    if classes:
        numbered = [f"{number}\t{name}\n" for number, name in enumerate(classes)]
        (folder / "classes.txt").write_text("".join(reversed(numbered)), encoding="utf-8")


def _from_a() -> list[str]:
    return [*PITCH_NAMES[9:], *PITCH_NAMES[:9]]


def _parts(audio: Sound) -> list[tuple[float, Sound]]:
    length = round(STRETCH_S * RATE_HZ)
    return [(round(start / RATE_HZ, 6), audio[start : start + length]) for start in range(0, len(audio), length)]


# ── what is asked for, and what is heard ──────────────────────────────────────────────────────────────────


def _asked_and_heard(path: Path, sounds: Sequence[Played], rng: np.random.Generator) -> dict[str, Any]:
    instrument = read_instrument(path)
    card = instrument.card
    labels = {label.name: label for label in card.labels}
    names = labels["instrument"].classes
    notes = rng.integers(NOTES[0], NOTES[-1] + 1, REQUESTS)
    players = rng.integers(0, len(names), REQUESTS)
    quantities = np.array([_quantities_near(note, sounds, rng) for note in notes])
    columns = {
        "pitch": [pitch_and_octave(note)[0] for note in notes],
        "octave": [pitch_and_octave(note)[1] for note in notes],
        **{"instrument": players, "loudness": quantities[:, 0], "brightness": quantities[:, 1]},
    }
    asked = np.stack([np.asarray(columns[label.name], np.float64) for label in card.labels], axis=1)
    points = rng.uniform(-1.0, 1.0, (REQUESTS, 2))
    coordinates = np.pad(points, ((0, 0), (0, card.latent_dims - 2)))
    streaming = streaming_instrument(instrument)
    answers = _settled(held_sounds(streaming, coordinates, asked))
    pitches = np.array([np.median(heard(answer, RATE_HZ, 0.1, "full")[0]) for answer in answers])
    off = np.abs(pitches - notes)
    judge = _Timbres(sounds)
    timbres = [judge.name(answer, note) for answer, note in zip(answers, notes, strict=True)]
    brightness = np.array([_brightness(answer) for answer in answers])
    return {
        "requests": {"count": REQUESTS, "held_s": REQUEST_S},
        "pitch_within_a_semitone": _share(off < 1.0),
        "pitch_right_but_for_the_octave": _share(np.minimum(off % 12, 12 - off % 12) < 1.0),
        "instrument_right": _share(np.array(timbres) == np.array(names)[players]),
        "instrument_right_of_the_dataset": judge.accuracy(),
        "loudness_rank_correlation": _correlation(quantities[:, 0], np.array([_loudness_db(one) for one in answers])),
        "brightness_rank_correlation": _correlation(quantities[:, 1], brightness),
        "brightness_rank_correlation_beside_pitch": _correlation(
            _beside(quantities[:, 1], notes), _beside(brightness, notes)
        ),
        **{
            f"{task}_rank_correlation_at_one_point": _at_one_point(
                streaming, coordinates, asked, [label.name for label in card.labels].index(task), measure
            )
            for task, measure in (("loudness", _loudness_db), ("brightness", _brightness))
        },
        "learned": {label.name: [round(label.low, 2), round(label.high, 2)] for label in card.labels},
    }


def _at_one_point(
    streaming: StreamingInstrument, coordinates: NDArray, asked: NDArray, column: int, measure: Callable[[Sound], float]
) -> float:
    """How well one quantity is followed if nothing else changes: the median over the first `POINTS` requests."""
    values = np.quantile(asked[:, column], np.linspace(0.1, 0.9, VALUES))
    points, requests = (np.repeat(part[:POINTS], VALUES, axis=0) for part in (coordinates, asked))
    requests[:, column] = np.tile(values, POINTS)
    answers = _settled(held_sounds(streaming, points, requests))
    measured = np.array([measure(answer) for answer in answers]).reshape(POINTS, VALUES)
    return round(float(np.median([_correlation(values, row) for row in measured])), 3)


def _settled(sounds: Sound) -> Sound:
    return sounds[:, round(SETTLED_S * RATE_HZ) :]


def _quantities_near(note: int, sounds: Sequence[Played], rng: np.random.Generator) -> tuple[float, float]:
    """Loudness and brightness of two different notes near this one, because those of one note may be related."""
    near = [sound for sound in sounds if abs(sound.note - note) <= NEAR]
    found = []
    for measure in (_loudness_db, _brightness):
        parts = [part for _, part in _parts(near[int(rng.integers(len(near)))].audio) if _sounds(part)]
        found.append(measure(parts[len(parts) // 2]))
    return found[0], found[1]


class _Timbres:
    """Recognises the instrument of a note by the nearest spectrum, without level and tilt, among notes near it."""

    def __init__(self, sounds: Sequence[Played]) -> None:
        self._notes = np.array([sound.note for sound in sounds])
        self._names = [sound.instrument for sound in sounds]
        settled = slice(round(SETTLED_S * RATE_HZ), round(REQUEST_S * RATE_HZ))
        self._shapes = np.array([_shape(sound.audio[settled], sound.note) for sound in sounds])

    def name(self, audio: Sound, note: int) -> str:
        """The instrument with the most similar sound."""
        return self._nearest(_shape(audio, note), note)

    def accuracy(self) -> float:
        """Share of the dataset's own notes that the others recognise."""
        named = [
            self._nearest(shape, note, without)
            for without, (shape, note) in enumerate(zip(self._shapes, self._notes, strict=True))
        ]
        return _share(np.array(named) == np.array(self._names))

    def _nearest(self, shape: NDArray, note: int, without: int = -1) -> str:
        distance = np.linalg.norm(self._shapes - shape, axis=1)
        distance[np.abs(self._notes - note) > NEAR] = np.inf
        if without >= 0:
            distance[without] = np.inf
        return self._names[int(distance.argmin())]


def _shape(audio: Sound, note: int) -> NDArray[np.floating]:
    """Levels in decibels of a note's partials, without their mean and their slope over log-frequency."""
    spectrum = np.abs(np.fft.rfft(audio * np.hanning(len(audio))))
    partials = 440.0 * 2 ** ((note - 69) / 12) * np.arange(1, PARTIALS + 1)
    bins = np.fft.rfftfreq(len(audio), 1 / RATE_HZ)
    peaks = np.array([spectrum[np.abs(bins / partial - 1) < 0.02].max() for partial in partials])
    levels_db = np.maximum(20 * np.log10(peaks / peaks.max() + 1e-9), SILENCE_DB)
    return _beside(levels_db, np.log(partials))


def _beside(values: NDArray, others: NDArray) -> NDArray[np.floating]:
    """Residuals of values after a linear fit to others."""
    return values - np.polyval(np.polyfit(others, values, 1), others)


def _loudness_db(audio: Sound) -> float:
    return round(float(10 * np.log10(np.mean(np.square(audio, dtype=np.float64)) + 1e-12)), 2)


def _brightness(audio: Sound) -> float:
    """The spectral centroid, in octaves above 100 Hz."""
    power = np.abs(np.fft.rfft(audio * np.hanning(len(audio)))) ** 2
    hertz = np.fft.rfftfreq(len(audio), 1 / RATE_HZ)
    return round(float(np.log2(max((power * hertz).sum() / (power.sum() + 1e-20), 1.0) / 100)), 3)


def _sounds(audio: Sound) -> bool:
    return _loudness_db(audio) > SILENCE_DB


def _correlation(asked: NDArray, answered: NDArray) -> float:
    return round(float(spearmanr(asked, answered)[0]), 3)  # pyright: ignore[reportArgumentType]


def _share(which: NDArray[np.bool_]) -> float:
    return round(float(which.mean()), 3)
