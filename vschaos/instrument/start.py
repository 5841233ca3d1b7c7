"""Where an instrument is played from, and how loud it is: measured at the points that it learned.

The start is a sound that the instrument knows well, at least as loud as half of its sounds; the middle of the latent
space may lie between them all, and be silent. Other places are made as loud as the start is heard, so that its loudness
is that of all. A held point is as loud as its one spectrum says, so that nothing has to
be rendered, and some hundred points need hundredths of a second. Torch-free: the compiled core makes the spectra.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from vschaos.core.instrument import CoreInstrument
from vschaos.instrument.bundle import Instrument
from vschaos.instrument.card import LOUDEST_DB, QUIETEST_DB, Card, LabelCard
from vschaos.instrument.core_member import pack

Array = NDArray[np.float32]

Magnitudes = Callable[[Array, Array], Array]
"""Coordinates (N, D) and labels (N, K) to magnitudes (N, F)."""

MOST_POINTS = 512
SOUNDING_DB = 25.0
"""What is so far below the loudest twentieth of the points dies away or is a rest, and counts for nothing."""

LOUDER_DB = 2.0
"""The start is from the median level up to so much above it."""

NEAR_DB = 4.0
"""Where no sound of the labels that are played is so loud, one that is so far from the median is."""

NEIGHBOURS = 16
"""The start lies where at least this many other points are near."""


MOST_EVENED = 250.0
"""Factor of power, 24 dB, by which a place is made louder or softer at most …"""

LOUDEST = 8.0
"""… and the power up to which it is made louder, in that of the start."""

K_WEIGHTING = (
    ((1.53512485958697, -2.69169619938640, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585)),
    ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621)),
)
"""Numerators and denominators of the two filters of ITU-R BS.1770-4, annex 1, tables 1 and 2 …"""
K_RATE_HZ = 48_000.0
"""… at this sample rate."""
LUFS_DB = 10.0 * math.log10(2.0) - 0.691
"""Loudness of a K-weighted mean square over its level, on two loudspeakers (ITU-R BS.1770-4, equation 2)."""


@dataclass(frozen=True)
class _Levels:
    """Levels of held points, shape (N,): RMS and A-weighted in dB of full scale, and loudness in LUFS."""

    rms: NDArray[np.float64]
    heard: NDArray[np.float64]
    loudness: NDArray[np.float64]


def with_start(instrument: Instrument) -> Instrument:
    """The instrument, with a start and a level on its card; as it is where it has them.

    Raises
    ------
    InstrumentError
        If configuration, card and weights do not fit each other.
    """
    if instrument.card.level_db is not None:
        return instrument
    return measured(instrument)


def measured(instrument: Instrument, labels: Array | None = None, magnitudes: Magnitudes | None = None) -> Instrument:
    """The instrument, with start and level measured; the defaults of its labels become those of the start.

    The level is the loudness of the points with these labels once they are evened to the start: what is heard all over
    the pad while nobody changes them.

    Parameters
    ----------
    instrument
        With its points, and its map if it has one.
    labels
        Those of its points as far as they are known, shape (N, K), NaN where not; a file has none.
    magnitudes
        Makes its spectra; by default its network does.

    Raises
    ------
    InstrumentError
        If configuration, card and weights do not fit each other.
    """
    card, latent_map, scale = instrument.card, instrument.latent_map, instrument.axes.scale
    points = instrument.points if len(instrument.points) else np.zeros((1, card.latent_dims), np.float32)
    chosen = np.unique(np.linspace(0, len(points) - 1, MOST_POINTS).astype(np.intp))
    sounds = np.clip(points[chosen], -1.0, 1.0)
    known = np.full((len(chosen), len(card.labels)), np.nan, np.float32) if labels is None else labels[chosen]
    spectra = _Spectra(card, magnitudes or CoreInstrument(instrument.core or pack(instrument)).magnitudes)
    usual = _usual_labels(spectra, sounds, _filled(known, instrument), card.labels)
    levels = spectra.levels(sounds, usual)
    sounding = sounding_points(levels.rms)
    median_db = float(np.median(levels.rms[sounding]))
    # On the map, so that the map and the coordinates start with the same sound.
    places = np.round(latent_map.points[chosen], 4) if latent_map is not None and len(instrument.points) else None
    starts = np.round(sounds if places is None or latent_map is None else latent_map.at(places[:, 0], places[:, 1]), 4)
    there = spectra.levels(starts, usual)
    above = there.rms - median_db
    loud = (above >= 0.0) & (above <= LOUDER_DB)
    heard = there.heard >= np.median(levels.heard[sounding])
    alike = np.all(
        [known[:, k] == usual[k] for k, one in enumerate(card.labels) if one.kind == "int"] or [loud], axis=0
    )
    index = _first_choice(
        (loud & heard & alike, (np.abs(above) <= NEAR_DB) & alike, loud & heard, loud),
        _loneliness(starts * scale, sounds[sounding] * scale),
    )
    if index is None:
        index = int(np.argmin(np.abs(above - 0.5 * LOUDER_DB)))
    most_db = 10.0 * math.log10(MOST_EVENED)
    even_db = np.minimum(there.heard[index] - levels.heard, there.rms[index] + 10.0 * math.log10(LOUDEST) - levels.rms)
    evened = 10.0 ** ((levels.loudness + even_db.clip(-most_db, most_db))[sounding] / 10.0)
    loudness = 10.0 * math.log10(max(float(evened.mean()), 1e-20))
    return replace(
        instrument,
        card=replace(
            card,
            start=_numbers(starts[index]),
            start_place=() if places is None else _numbers(places[index]),
            level_db=round(min(max(loudness, QUIETEST_DB), LOUDEST_DB), 1),
            labels=tuple(
                replace(label, default=min(max(float(value), label.low), label.high))
                if "decoder" in label.conditions
                else label
                for label, value in zip(card.labels, usual, strict=True)
            ),
        ),
    )


class _Spectra:
    """The spectra of held points."""

    def __init__(self, card: Card, magnitudes: Magnitudes) -> None:
        self._magnitudes = magnitudes
        pitch_hz = np.arange(card.n_fft // 2 + 1) * (card.sample_rate_hz / card.n_fft)
        self._heard, self._loudness = np.square(a_weighting(pitch_hz)), np.square(k_weighting(pitch_hz))

    def levels(self, coordinates: Array, labels: Array) -> _Levels:
        """Levels of coordinates (N, D) with labels (N, K), or (K,) for all."""
        rows = np.broadcast_to(labels, (len(coordinates), labels.shape[-1]))
        # What a damaged network asks for may be beyond all bounds.
        magnitudes = np.nan_to_num(self._magnitudes(coordinates.astype(np.float32), rows.astype(np.float32)))
        power = np.square(np.minimum(magnitudes.astype(np.float64), 1e6))
        # A constant offset is removed from the output.
        power[:, 0] = 0.0
        loudness = rms_db(power @ self._loudness) + LUFS_DB
        return _Levels(rms_db(power.sum(axis=1)), rms_db(power @ self._heard), loudness)


def sounding_points(levels_db: NDArray[np.floating]) -> NDArray[np.bool_]:
    """Which of the points' levels (N,) count: those that are not rests."""
    return levels_db >= np.percentile(levels_db, 95) - SOUNDING_DB


def a_weighting(frequency_hz: NDArray[np.floating]) -> NDArray[np.float64]:
    """Amplitude factors of the A-weighting (IEC 61672-1, annex E); 1 at 1 kHz."""
    square = np.square(np.asarray(frequency_hz, np.float64))
    low = (square + 20.6**2) * np.sqrt((square + 107.7**2) * (square + 737.9**2))
    return 1.2589 * 12194.0**2 * square**2 / (low * (square + 12194.0**2))


def k_weighting(frequency_hz: NDArray[np.floating]) -> NDArray[np.float64]:
    """Amplitude factors of the K-weighting (ITU-R BS.1770-4); +0.7 dB at 1 kHz."""
    turned = np.exp(-2j * np.pi * np.minimum(np.asarray(frequency_hz, np.float64) / K_RATE_HZ, 0.5))
    filters = [np.polyval(above[::-1], turned) / np.polyval(below[::-1], turned) for above, below in K_WEIGHTING]
    return np.abs(np.prod(filters, axis=0))


def rms_db(power: NDArray[np.float64] | np.float64) -> NDArray[np.float64]:
    """RMS of a signal whose squared magnitudes sum up to this.

    A sinusoid of full scale, −3 dB, is 1 in the middle of a Hann window's main lobe and ½ beside it: 1.5 in all.
    """
    return 10.0 * np.log10(power / 3.0 + 1e-20)


def _usual_labels(spectra: _Spectra, sounds: Array, labels: Array, cards: tuple[LabelCard, ...]) -> Array:
    """Labels (K,) of the sounds (N, D) with labels (N, K) that most others are like: as common, as loud, as clear."""
    if not cards:
        return labels[0]
    levels, common = spectra.levels(sounds, labels), np.ones(len(labels), bool)
    for column, card in zip(labels.T, cards, strict=True):
        if card.kind == "int":
            _, place, count = np.unique(column, return_inverse=True, return_counts=True)
            common &= count[place] >= 0.5 * count.max()
        else:
            low, high = np.quantile(column, (0.25, 0.75))
            common &= (column >= low) & (column <= high)
    away = np.abs(levels.rms - np.median(levels.rms))
    heard = levels.heard >= np.median(levels.heard)
    index = _first_choice((common & heard, common, heard), away)
    return labels[index or 0]


def _first_choice(eligible: Iterable[NDArray[np.bool_]], cost: NDArray[np.floating]) -> int | None:
    """Index of the least cost among those that are eligible, by the first rule that any fulfils."""
    for rule in eligible:
        if rule.any():
            return int(np.argmin(np.where(rule, cost, np.inf)))
    return None


def _loneliness(places: NDArray[np.floating], points: NDArray[np.floating]) -> NDArray[np.floating]:
    """Distance of places (N, D) to the nearest of the points (M, D), as far as `NEIGHBOURS` of them reach, (N,)."""
    near, far = places.astype(np.float64), points.astype(np.float64)
    squares = np.square(near).sum(axis=1)[:, None] + np.square(far).sum(axis=1) - 2.0 * (near @ far.T)
    distance = np.sqrt(np.maximum(squares, 0.0))
    nearest = min(NEIGHBOURS, len(points) - 1)
    return np.partition(distance, nearest, axis=1)[:, nearest]


def _filled(labels: Array, instrument: Instrument) -> Array:
    """Labels (N, K) within the range that is played; unknown ones are as often what the training set has as often."""
    chance, filled = np.random.default_rng(0), labels.copy()
    for index, (column, card) in enumerate(zip(filled.T, instrument.card.labels, strict=True)):
        statistics = {name: instrument.weights.get(f"labels.{index}.{name}") for name in ("mean", "deviation", "prior")}
        if statistics["mean"] is not None and statistics["deviation"] is not None:
            drawn = chance.normal(statistics["mean"].item(), statistics["deviation"].item(), len(column))
        else:
            prior = statistics["prior"]
            share = np.zeros(card.dim) if prior is None else prior.astype(np.float64).clip(0.0)
            drawn = chance.choice(len(share), len(column), p=share / share.sum() if share.sum() > 0 else None)
        column[:] = np.clip(np.where(np.isfinite(column), column, drawn), card.low, card.high)
    return filled


def _numbers(values: NDArray[np.floating]) -> tuple[float, ...]:
    return tuple([round(float(value), 4) for value in values])
