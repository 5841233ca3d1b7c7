"""What listeners name of a sound (louder, brighter, noisier, higher), measured of held points, and what changes it.

A held point is what its one spectrum says, so nothing has to be rendered: a thousand points need tenths of a second.
Torch-free: the compiled core makes the spectra, from any thread.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vschaos.core.instrument import CoreInstrument
from vschaos.instrument.start import a_weighting, sounding_points
from vschaos.latent.latent_map import LatentMap

Array = NDArray[np.float32]

PIECE = 256
"""Points at once: their spectra take some megabytes."""

LOWEST_HZ, HIGHEST_HZ = 60.0, 2000.0
"""Between them a pitch is looked for."""

CLEAR = 0.6
"""Least autocorrelation at its period of a sound that has a pitch."""

FIRST_PEAK = 0.9
"""The period is the shortest one whose autocorrelation is as large as this share of the largest."""

MOVED = 0.5
"""How far sounds are moved along a direction, to either side; the whole pad is 2 wide."""

MOVED_SOUNDS = 256

LEAST_RIGHT = 0.75
"""A word names a direction if so large a share of the sounds becomes what it says."""

MOST_CANDIDATES = 3
"""So many directions are considered for each word."""

EVENED = 0.5
"""From this value on, the control ``even`` leaves little of the differences in loudness."""

NOWHERE = (0.0, -1, "")
"""A word that names no direction."""


@dataclass(frozen=True)
class Quality:
    """A quality of sounds.

    Attributes
    ----------
    name
        As :class:`Qualities` names it.
    more, less
        How a sound becomes as it grows, and as it shrinks.
    least_change
        What the median sound has to change by along a direction that is named after it, so that it is heard.
    """

    name: str
    more: str
    less: str
    least_change: float


QUALITIES = (
    Quality("brightness", "brighter", "darker", 0.2),
    Quality("loudness", "louder", "softer", 3.0),
    Quality("noise", "noisier", "clearer", 0.05),
    Quality("pitch", "higher", "lower", 0.25),
)


@dataclass(frozen=True)
class Qualities:
    """Of N sounds, each of shape (N,).

    Attributes
    ----------
    loudness
        A-weighted level in dB of full scale.
    brightness
        A-weighted centre of the spectrum, in octaves above 1 Hz.
    noise
        Share of noise in the A-weighted power, 0…1; of an instrument without noise shares, what its autocorrelation
        leaves unexplained.
    pitch
        In octaves above 1 Hz; NaN where none is heard.
    """

    loudness: NDArray[np.float64]
    brightness: NDArray[np.float64]
    noise: NDArray[np.float64]
    pitch: NDArray[np.float64]


Move = tuple[Qualities, Qualities]
"""Of the same sounds, before and after they were moved."""


def measure_qualities(core: CoreInstrument, points: Array, labels: Array) -> Qualities:
    """The qualities of points (N, D) with labels (K,), or (N, K)."""
    rows = np.broadcast_to(labels, (len(points), core.label_count))
    frequency_hz = np.arange(core.bins) * (core.sample_rate_hz / core.n_fft)
    weights = np.square(a_weighting(frequency_hz))
    parts = []
    for at in range(0, len(points), PIECE):
        magnitudes, shares = core.magnitudes_and_shares(points[at : at + PIECE], rows[at : at + PIECE])
        power = _power(magnitudes)
        heard = power * weights
        total = heard.sum(axis=1) + 1e-20
        period, clearness = _periods(power, core)
        noise = (heard * shares).sum(axis=1) / total if shares.any() else 1.0 - clearness
        centre = (heard @ frequency_hz) / total
        pitch = np.where(clearness >= CLEAR, np.log2(core.sample_rate_hz / period), np.nan)
        parts.append((_decibels(total), np.log2(np.maximum(centre, 1.0)), noise, pitch))
    return Qualities(*(np.concatenate(values) for values in zip(*parts, strict=True)))


def measure_loudness(core: CoreInstrument, points: Array, labels: Array) -> NDArray[np.float64]:
    """The loudness of points (N, D) with labels (K,), as `Qualities` has it, (N,)."""
    weights = np.square(a_weighting(np.arange(core.bins) * (core.sample_rate_hz / core.n_fft)))
    rows = np.broadcast_to(labels, (len(points), core.label_count))
    parts = [
        _decibels(_power(core.magnitudes(points[at : at + PIECE], rows[at : at + PIECE])) @ weights)
        for at in range(0, len(points), PIECE)
    ]
    return np.concatenate(parts)


def measure_moves(
    core: CoreInstrument, labels: Array, sounds: Array, to_coordinates: Callable[[Array], Array] = lambda places: places
) -> Iterator[Move]:
    """What changes along one direction after the other, from a sample of sounds that are heard.

    Parameters
    ----------
    labels
        Shape (K,).
    sounds
        Where they are, shape (N, directions): coordinates, or places of a map.
    to_coordinates
        From such places (n, directions) to coordinates (n, D).
    """
    chosen = sounds[np.unique(np.linspace(0, len(sounds) - 1, MOVED_SOUNDS).astype(np.intp))]
    for direction in range(sounds.shape[1]):
        ends = []
        for by in (-MOVED, MOVED):
            places = chosen.copy()
            places[:, direction] = np.clip(places[:, direction] + by, -1.0, 1.0)
            ends.append(measure_qualities(core, to_coordinates(places).astype(np.float32), labels))
        yield ends[0], ends[1]


def moves_of(
    core: CoreInstrument, labels: Array, points: Array, loudness: NDArray[np.float64], latent_map: LatentMap | None
) -> tuple[Iterator[Move], Iterator[Move]]:
    """What changes along the axes of an instrument, and along the two directions of its map, if it has one.

    Parameters
    ----------
    labels
        Shape (K,).
    points
        Of its sounds, shape (N, D).
    loudness
        How loud they are, shape (N,): what is silent is not moved.
    """
    heard = sounding_points(loudness)
    along_axes = measure_moves(core, labels, np.clip(points[heard], -1.0, 1.0))
    if latent_map is None:
        return along_axes, iter(())
    places = latent_map.points[heard]
    return along_axes, measure_moves(core, labels, places, lambda some: latent_map.at(some[:, 0], some[:, 1]))


def name_directions(moves: Sequence[Move], evened: bool = False) -> tuple[str, ...]:
    """What the sounds become along each direction.

    Parameters
    ----------
    moves
        Of each direction the sounds' qualities before and after a move along it.
    evened
        Whether all places are made equally loud: then nothing is louder than another.

    Returns
    -------
    tuple
        A word for each direction, such as “brighter”: no word twice, and those that are right most often together.
        Empty where none is right for `LEAST_RIGHT` of the sounds, or nobody would hear it.
    """
    candidates: dict[str, list[tuple[float, int, str]]] = {}
    for quality in QUALITIES:
        if evened and quality.name == "loudness":
            continue
        for direction, (before, after) in enumerate(moves):
            change = getattr(after, quality.name) - getattr(before, quality.name)
            known = change[np.isfinite(change)]
            if 2 * len(known) < len(change) or not len(known) or abs(np.median(known)) < quality.least_change:
                continue
            grown = float(np.mean(known > 0.0) + 0.5 * np.mean(known == 0.0))
            for right, word in ((grown, quality.more), (1.0 - grown, quality.less)):
                if right >= LEAST_RIGHT:
                    candidates.setdefault(word, []).append((right, direction, word))
    choices = ([NOWHERE, *sorted(fitting, reverse=True)[:MOST_CANDIDATES]] for fitting in candidates.values())
    words = [""] * len(moves)
    for _, direction, word in max(itertools.product(*choices), key=_fit):
        if word:
            words[direction] = word
    return tuple(words)


def _fit(choice: Sequence[tuple[float, int, str]]) -> float:
    """How well a choice of directions for the words fits; two words cannot name the same one."""
    directions = [direction for _, direction, word in choice if word]
    return sum(right for right, *_ in choice) if len(set(directions)) == len(directions) else -1.0


def _power(magnitudes: Array) -> NDArray[np.float64]:
    """Squares, without a constant offset; what a damaged network asks for may be beyond all bounds."""
    power = np.square(np.minimum(np.nan_to_num(magnitudes), 1e6).astype(np.float64))
    power[:, 0] = 0.0
    return power


def _decibels(power: NDArray[np.float64]) -> NDArray[np.float64]:
    return 10.0 * np.log10(power / 3.0 + 1e-20)


def _periods(power: NDArray[np.float64], core: CoreInstrument) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Samples of a period, and the autocorrelation there, 0…1, both (N,): the inverse transform of power (N, F)."""
    shortest = int(core.sample_rate_hz / HIGHEST_HZ)
    longest = min(int(core.sample_rate_hz / LOWEST_HZ), core.n_fft // 2 - 1)
    correlation = np.fft.irfft(power, axis=1)
    around = correlation[:, shortest - 1 : longest + 1] / (correlation[:, :1] + 1e-20)
    inner = around[:, 1:-1]
    peaks = np.where((inner >= around[:, :-2]) & (inner >= around[:, 2:]), inner, 0.0)
    first = (peaks >= FIRST_PEAK * peaks.max(axis=1, keepdims=True)).argmax(axis=1)
    return (first + shortest).astype(np.float64), peaks[np.arange(len(peaks)), first].clip(0.0, 1.0)
