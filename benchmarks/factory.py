"""How musical the factory instruments are.

For each instrument, or those that VSCHAOS_FACTORY names (paths, with commas between them): a walk over the pad
(pitched? even? smooth?), and its loudness and that of one over the map (ITU-R BS.1770), points all over
its latent space (any clipping?), and, with pitch and octave as labels, all its notes at random points of the pad (is
the pitch right?).
"""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from vschaos_resources.factory.tour import SURFACES, tour

from benchmarks._instruments import chosen_instruments
from benchmarks._loudness import lufs
from benchmarks._pitch import heard
from vschaos.data.pitch.notes import note
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import read_instrument
from vschaos.instrument.card import Card
from vschaos.instrument.streaming import StreamingInstrument
from vschaos.performance.table import NOISE
from vschaos.realtime.loading import prepare
from vschaos.transforms.running_phase import GRADIENT

VARIABLE = "VSCHAOS_FACTORY"
EDGE_S = 0.5
"""Left out at both ends, where the rendering fades."""
REQUEST_S = 0.6
SETTLED_S = 0.2
"""A request's pitch is taken from here on."""
PLACES = 2
"""Random places of the pad for each request."""
GRID = np.linspace(-1.0, 1.0, 9)
OTHER_AXES = (-2.0, 0.0, 2.0)
"""Values of the coordinates beyond the pad's two: −1…1 is what the training spans."""
VOICES = 64
"""Sounds rendered at once."""

Sounds = NDArray[np.float32]


def run() -> dict[str, Any]:
    """Figures for each instrument."""
    return {path.stem: figures(path) for path in chosen_instruments(VARIABLE)}


def figures(path: Path) -> dict[str, Any]:
    """Figures for one instrument file."""
    instrument = read_instrument(path)
    card = instrument.card
    streaming = streaming_instrument(instrument)
    loaded = prepare(instrument)
    tours = {surface: tour(loaded, surface) for surface in SURFACES}
    result: dict[str, Any] = {"megabytes": round(path.stat().st_size / 1e6, 2)}
    result["lufs"] = {surface: round(lufs(sound, card.sample_rate_hz), 1) for surface, sound in tours.items()}
    result |= {"tour": _walk(tours["pad"][:, 0], card.sample_rate_hz), "everywhere": _everywhere(streaming, card)}
    if {"pitch", "octave"} <= {label.name for label in card.playable.labels}:
        result["requests"] = requests(streaming, card)
    return result


def _walk(sound: Sounds, rate: int) -> dict[str, Any]:
    """Of a walk over the pad at the labels' defaults."""
    edge = round(EDGE_S * rate)
    sound = sound[edge:-edge]
    block = rate // 10
    levels_db = 20 * np.log10(np.std(sound[: len(sound) // block * block].reshape(-1, block), axis=1) + 1e-9)
    _, confidence = heard(sound, rate, 0.02)
    return {
        "voiced_share": round(float((confidence > 0.5).mean()), 3),
        "level_db_10_50_90": [round(float(value), 1) for value in np.percentile(levels_db, [10, 50, 90])],
        "peak_dbfs": _decibels(np.abs(sound).max()),
        "largest_over_median_spectral_step": round(_unevenness(sound), 1),
    }


def _everywhere(streaming: StreamingInstrument, card: Card) -> dict[str, Any]:
    """The largest samples, before any limiter, all over the pad, with other coordinates within and beyond their range.

    The third and the fourth coordinate take the values `OTHER_AXES`, later ones stay at 0; labels are random.
    """
    axes = [GRID, GRID, OTHER_AXES, OTHER_AXES][: card.latent_dims]
    points = np.array(list(itertools.product(*axes)))
    coordinates = np.pad(points, ((0, 0), (0, card.latent_dims - points.shape[1])))
    rng = np.random.default_rng(0)
    low, high = (np.array([getattr(label, end) for label in card.labels]) for end in ("low", "high"))
    labels = np.round(rng.uniform(low, high, (len(points), len(card.labels))))
    peaks = np.abs(held_sounds(streaming, coordinates, labels)).max(axis=1)
    return {
        "points": len(points),
        "largest_peak_dbfs": _decibels(peaks.max()),
        "share_above_full_scale": round(float((peaks > 1.0).mean()), 4),
    }


def requests(streaming: StreamingInstrument, card: Card) -> dict[str, Any]:
    """How often the pitch that is asked for is the one that is heard, within a semitone.

    Every pitch in every octave that was learned, at random places of the pad, the other coordinates as a player
    finds them.
    """
    names = [label.name for label in card.labels]
    pitch, octave = card.labels[names.index("pitch")], card.labels[names.index("octave")]
    asked = [
        (pitch_class, octave_number)
        for octave_number in range(round(octave.low), round(octave.high) + 1)
        for pitch_class in range(round(pitch.low), round(pitch.high) + 1)
        for _ in range(PLACES)
    ]
    coordinates = np.tile(np.array(card.playable.home), (len(asked), 1))
    coordinates[:, :2] = np.random.default_rng(0).uniform(-1, 1, (len(asked), 2))[:, : card.latent_dims]
    labels = np.tile([label.default for label in card.labels], (len(asked), 1))
    labels[:, [names.index("pitch"), names.index("octave")]] = asked
    sounds = held_sounds(streaming, coordinates, labels)
    settled = round(SETTLED_S * card.sample_rate_hz)
    notes = np.array([np.median(heard(sound[settled:], card.sample_rate_hz, 0.1, "full")[0]) for sound in sounds])
    off = notes - np.array([note(*request) for request in asked])
    obeyed = np.abs(off) < 1.0
    octaves = np.array([octave_number for _, octave_number in asked])
    return {
        "requests": len(asked),
        "within_a_semitone": _share(obeyed),
        "within_a_semitone_by_octave": {int(number): _share(obeyed[octaves == number]) for number in set(octaves)},
        "right_but_for_the_octave": _share(np.abs((off + 6) % 12 - 6) < 1.0),
        "median_off_cents": round(float(100 * np.median(off[obeyed])), 1) if obeyed.any() else None,
    }


def held_sounds(streaming: StreamingInstrument, coordinates: NDArray, labels: NDArray) -> Sounds:
    """What points (N, D) with labels (N, K) sound like when they are held, shape (N, T)."""
    frames = round(REQUEST_S * streaming.sample_rate_hz / streaming.hop_samples)
    pieces = []
    with torch.inference_mode():
        for first in range(0, len(coordinates), VOICES):
            held, label_rows = (
                torch.from_numpy(part[first : first + VOICES]).float().unsqueeze(2).expand(-1, -1, frames)
                for part in (coordinates, labels)
            )
            noise = torch.full((len(held), frames), NOISE)
            audio, _ = streaming.decode(held, label_rows, noise, GRADIENT, streaming.initial_synthesis(len(held)))
            pieces.append(audio[:, 0].numpy())
    return np.concatenate(pieces)


def _unevenness(sound: Sounds) -> float:
    """Largest step between log-spectra 50 ms apart, over the median step: 1 is perfectly even."""
    frames = np.lib.stride_tricks.sliding_window_view(sound, 4096)[::2205] * np.hanning(4096)
    spectra = np.log(np.abs(np.fft.rfft(frames)) + 1e-3)
    steps = np.linalg.norm(np.diff(spectra, axis=0), axis=1)
    return float(steps.max() / np.median(steps))


def _share(which: NDArray[np.bool_]) -> float:
    return round(float(which.mean()), 3)


def _decibels(amplitude: float) -> float:
    return round(float(20 * np.log10(amplitude + 1e-9)), 1)
