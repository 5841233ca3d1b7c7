"""What listeners name of a sound (louder, brighter, noisier, higher), measured of held points, and which way it grows.

A held point is what its one spectrum says, so nothing has to be rendered: a thousand points need tenths of a second.
Torch-free: the compiled core makes the spectra, from any thread.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vschaos.core.instrument import CoreInstrument
from vschaos.instrument.start import a_weighting, sounding_points

Array = NDArray[np.float32]

PIECE = 256
"""Points at once: their spectra take some megabytes."""

LOWEST_HZ, HIGHEST_HZ = 60.0, 2000.0
"""Between them a pitch is looked for."""

CLEAR = 0.6
"""Least autocorrelation at its period of a sound that has a pitch."""

FIRST_PEAK = 0.9
"""The period is the shortest one whose autocorrelation is as large as this share of the largest."""

LEAST_CORRELATION = 0.5
"""An axis of less is not named after a quality: a quarter of the quality's variance at least follows it."""


MOST_CANDIDATES = 4
"""So many directions are considered for each quality."""

NOWHERE = (0.0, -1, "")
"""A quality that names no direction."""


@dataclass(frozen=True)
class Quality:
    """A quality of sounds.

    Attributes
    ----------
    name
        As :class:`Qualities` names it.
    more, less
        How a sound becomes as it grows, and as it shrinks.
    least_spread
        What lies between the 5th and the 95th percentile of an instrument's sounds where it can be heard to change.
    """

    name: str
    more: str
    less: str
    least_spread: float


QUALITIES = (
    Quality("brightness", "brighter", "darker", 0.5),
    Quality("loudness", "louder", "softer", 6.0),
    Quality("noise", "noisier", "clearer", 0.1),
    Quality("pitch", "higher", "lower", 0.35),
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


def name_directions(places: Array, qualities: Qualities) -> tuple[str, ...]:
    """What grows along each of the directions in which N sounds are laid out.

    Parameters
    ----------
    places
        Shape (N, directions): coordinates, or positions on a map.

    Returns
    -------
    tuple
        A word for each direction, such as “brighter”, by Spearman's rank correlation: no word twice, and those that fit
        best together. Empty where none fits, or nobody would hear it.
    """
    candidates: list[list[tuple[float, int, str]]] = []
    for quality in QUALITIES:
        values = getattr(qualities, quality.name)
        counts = np.isfinite(values) & (sounding_points(qualities.loudness) | (quality.name == "loudness"))
        if 2 * np.count_nonzero(counts) < len(values) or counts.sum() < 3:
            continue
        low, high = np.quantile(values[counts], (0.05, 0.95))
        if high - low < quality.least_spread:
            continue
        correlations = [_rank_correlation(along[counts], values[counts]) for along in places.T]
        fitting = [
            (abs(one), direction, quality.more if one > 0 else quality.less)
            for direction, one in enumerate(correlations)
            if abs(one) >= LEAST_CORRELATION
        ]
        candidates.append([NOWHERE, *sorted(fitting, reverse=True)[:MOST_CANDIDATES]])
    words = [""] * places.shape[1]
    for _, direction, word in max(itertools.product(*candidates), key=_fit):
        if word:
            words[direction] = word
    return tuple(words)


def _fit(choice: Sequence[tuple[float, int, str]]) -> float:
    """How well a choice of directions for the qualities fits; two qualities cannot name the same one."""
    directions = [direction for _, direction, word in choice if word]
    return sum(strength for strength, *_ in choice) if len(set(directions)) == len(directions) else -1.0


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


def _rank_correlation(first: NDArray[np.floating], second: NDArray[np.floating]) -> float:
    """Spearman's, 0 where one of them does not vary."""
    if np.ptp(first) == 0.0 or np.ptp(second) == 0.0:
        return 0.0
    rank, other = (np.argsort(np.argsort(values)) for values in (first, second))
    return float(np.corrcoef(rank, other)[0, 1])
