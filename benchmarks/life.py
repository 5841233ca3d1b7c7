"""How much held notes move: the sounds themselves, and points held on the pad at life 0 and 1.

Trains ``dgt_small`` for 110 CPU seconds on notes of a sound font (``_corpus.py``), three to four minutes in all. In
each held-out file it looks for the steadiest half second, and holds the middle of its frames on the pad. VSCHAOS_LIFE
names an instrument and a folder of sounds instead, as ``bells.vschaos:sounds``.

The flux is the median over frames of the change from a hop to the next, the root mean square over bins in dB, floored
at −100 dB; the level modulation is the deviation of the level in 20 ms over its mean. What is played is measured in
pieces as long as the sound's, as loud as the sound.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np

from benchmarks import quality
from benchmarks._corpus import corpus
from benchmarks._metrics import Sound, magnitudes, magnitudes_db
from vschaos.audio import read
from vschaos.core.analysis import CoreAnalysis
from vschaos.core.instrument import CoreInstrument
from vschaos.data.cache import CACHE_VARIABLE
from vschaos.data.resample import Resampler
from vschaos.instrument.bundle import Instrument
from vschaos.instrument.opening import read_to_play
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch
from vschaos.realtime.loading import prepare
from vschaos.realtime.offline import render

VARIABLE = "VSCHAOS_LIFE"
COURSE = ("dgt_small", 110.0)
PROGRAMS = (0, 19, 40, 42, 56, 65, 71, 73)
"""Piano, organ, violin, cello, trumpet, alto saxophone, clarinet, flute: from 0."""

STRETCH_S, STEP_S, LEAST_DB, MOST_RANGE_DB = 0.5, 0.1, -45.0, 9.0
ENVELOPE_S = 0.02
PLAYED_S, SETTLED_S = 4.5, 0.5
AMOUNTS = (0.0, 1.0)


def run() -> dict[str, Any]:
    """Flux a hop and level modulation of each sound, in dB: the original, life 0, life 1; and what they come to."""
    given = os.environ.get(VARIABLE, "")
    with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, {CACHE_VARIABLE: folder}):
        if given:
            instrument, sounds = given.rsplit(":", 1)
            return figures(Path(instrument), Path(sounds))
        notes = corpus(held_out=16, programs=PROGRAMS)
        finished, _ = quality._train(COURSE[0], (), notes, Path(folder), COURSE[1])
        return figures(Path(finished.instrument), notes / "held_out")


def figures(path: Path, folder: Path) -> dict[str, Any]:
    """Figures of one instrument, for the sounds of a folder that have a steady stretch."""
    instrument = read_to_play(path)
    core = CoreInstrument(instrument.core)
    rows: dict[str, list[list[float]]] = {}
    for file in sorted(item for item in folder.iterdir() if item.suffix in (".wav", ".flac")):
        sound = steady_stretch(_read(file, core.sample_rate_hz), core.sample_rate_hz)
        if sound is not None:
            point = held_point(core, sound)
            played = [hold(instrument, point, life) for life in AMOUNTS]
            rows[file.stem] = [measured(sound), *(_in_pieces(one, sound) for one in played)]
    if not rows:
        return {"sounds": 0}
    values = np.array(list(rows.values()))
    flux, modulation = values[..., 0], values[..., 1]
    return {
        "flux_db_and_modulation_db": {name: np.round(row, 2).tolist() for name, row in rows.items()},
        "flux_over_original_median": _rounded(np.median(flux[:, 1:] / flux[:, :1], axis=0)),
        "flux_within_25_percent": _rounded((np.abs(flux[:, 1:] / flux[:, :1] - 1.0) <= 0.25).mean(axis=0)),
        "flux_db_mean": _rounded(flux.mean(axis=0)),
        "modulation_db_mean": _rounded(modulation.mean(axis=0)),
        "modulation_within_6_db": _rounded((np.abs(modulation[:, 1:] - modulation[:, :1]) <= 6.0).mean(axis=0)),
        "sounds": len(rows),
    }


def steady_stretch(sound: Sound, rate_hz: int) -> Sound | None:
    """The half second whose level strays least; None where none is loud and steady enough."""
    length, best, found = round(STRETCH_S * rate_hz), MOST_RANGE_DB, None
    for start in range(0, len(sound) - length, round(STEP_S * rate_hz)):
        piece = sound[start : start + length]
        level = 20.0 * np.log10(envelope(piece, rate_hz) + 1e-9)
        if level.min() >= LEAST_DB and np.ptp(level) < best:
            best, found = float(np.ptp(level)), piece
    return found


def held_point(core: CoreInstrument, sound: Sound) -> np.ndarray:
    """The middle of its frames, coordinates (D,)."""
    analysis, unknown = CoreAnalysis(core), np.full(core.label_count, np.nan, np.float32)
    hops = sound[: len(sound) // core.hop_samples * core.hop_samples].reshape(-1, core.hop_samples)
    points = [analysis.encode(hop, unknown)[0] for hop in hops]
    return np.median(points[core.n_fft // core.hop_samples :], axis=0)


def hold(instrument: Instrument, point: np.ndarray, life: float) -> Sound:
    """What a point (D,) sounds like that is held on the pad."""
    loaded = prepare(instrument)
    performance = Performance(loaded.playable)
    touches = [Touch("latents", tuple(point.tolist())), Touch("life", (life,)), Touch("play", (1.0,))]
    performance.touch(touches, Origin.CLI)
    sound = render(loaded, performance, PLAYED_S)[:, 0]
    rate_hz = instrument.card.sample_rate_hz
    return sound[round(SETTLED_S * rate_hz) : -round(SETTLED_S * rate_hz)]


def measured(sound: Sound, rate_hz: int = 44100) -> list[float]:
    """Flux a hop and level modulation, dB."""
    steps = magnitudes_db(magnitudes(sound, 2048)).diff(dim=-1)[:, 2:-2].square().mean(dim=0).sqrt()
    level = envelope(sound, rate_hz)
    return [float(steps.median()), float(20.0 * np.log10(level.std() / level.mean() + 1e-9))]


def envelope(sound: Sound, rate_hz: int) -> np.ndarray:
    """RMS in windows of 20 ms that overlap by half."""
    half = round(ENVELOPE_S * rate_hz / 2)
    power = np.square(sound[: len(sound) // half * half].astype(np.float64)).reshape(-1, half).mean(axis=1)
    return np.sqrt(0.5 * (power[1:] + power[:-1]))


def _in_pieces(sound: Sound, original: Sound) -> list[float]:
    louder = np.sqrt(np.mean(np.square(original)) / np.mean(np.square(sound)))
    count = len(sound) // len(original)
    pieces = (louder * sound[: count * len(original)]).astype(np.float32).reshape(count, -1)
    return np.median([measured(piece) for piece in pieces], axis=0).tolist()


def _read(path: Path, rate_hz: int) -> Sound:
    audio, own_rate_hz = read(path)
    resampler = Resampler(own_rate_hz, rate_hz, 1)
    mono = audio.mean(axis=0, keepdims=True).astype(np.float32)
    return np.concatenate([resampler.push(mono), resampler.finish()], axis=1)[0]


def _rounded(values: np.ndarray) -> list[float]:
    return np.round(values, 2).tolist()
