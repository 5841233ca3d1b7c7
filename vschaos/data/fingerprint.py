"""A sound's acoustic fingerprint: the course of its loudness in bands, which re-encoding leaves as it is. Torch-free.

Power is summed in bands over steps of 20 ms. When there are more than `SLOTS` steps, neighbours are averaged in
pairs, so that a sound of any length ends with 32 to 64 slots: constant memory and about a kilobyte of text. Slots and
bands are kept in half decibels below the largest one, which makes the level disappear.

`alike` says how far two fingerprints agree: an mp3 of a recording differs from it by tenths of a decibel, another
recording of the same note by decibels.
"""

from __future__ import annotations

import base64
import dataclasses
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vschaos.audio import Audio

STEP_S = 0.02
SLOTS = 64
EDGES_HZ = (
    *(40, 100, 160, 240, 340, 460, 600, 780, 1000, 1260, 1600, 2050, 2600, 3300, 4200, 5300, 6800),
    *(9000, 12000),
)
"""Limits of the bands; those that a low sample rate cannot hold are left out."""
BANDS = len(EDGES_HZ) - 1

_VERSION = 1
_FLOOR = 1e-5
_STEP_DB = 0.5
_HIGHEST_RATE_HZ = 88_200  # at this rate and above, samples are averaged in groups first: bands end at 12 kHz


class Halving:
    """Rows in constant memory: whenever there are too many, neighbours are averaged in pairs.

    Parameters
    ----------
    capacity
        Most rows kept; even.
    width
        Values a row.

    Attributes
    ----------
    rows
        Rows pushed so far.
    per_slot
        Rows that each kept one is the average of: a power of two.
    """

    def __init__(self, capacity: int, width: int) -> None:
        self.rows = 0
        self.per_slot = 1
        self._slots = np.zeros((capacity, width))

    def push(self, rows: NDArray[np.floating]) -> None:
        """Add rows, shape (N, width)."""
        capacity = len(self._slots)
        for row in rows.astype(np.float64):
            if self.rows == capacity * self.per_slot:
                self._slots[: capacity // 2] = 0.5 * (self._slots[::2] + self._slots[1::2])
                self._slots[capacity // 2 :] = 0
                self.per_slot *= 2
            self._slots[self.rows // self.per_slot] += row / self.per_slot
            self.rows += 1

    def result(self) -> NDArray[np.float64]:
        """The kept rows, shape (n, width): whole ones, or the only one there is."""
        whole, begun = divmod(self.rows, self.per_slot)
        if whole:
            return self._slots[:whole]
        return self._slots[:1] * (self.per_slot / max(1, begun))


class Fingerprinter:
    """Makes a sound's fingerprint, hop by hop.

    Parameters
    ----------
    sample_rate_hz
        Samples per second.
    hop_samples
        Samples a step.
    """

    def __init__(self, sample_rate_hz: int, hop_samples: int) -> None:
        self._group = max(1, sample_rate_hz * 2 // _HIGHEST_RATE_HZ)
        while hop_samples % self._group:
            self._group -= 1
        self._hop = hop_samples // self._group
        rate_hz = sample_rate_hz / self._group
        length = 2 * self._hop
        # Its squares add up to one at this overlap: power is the same wherever the steps fall.
        self._window = np.sin(np.pi * (np.arange(length) + 0.5) / length).astype(np.float32)
        frequency_hz = np.arange(length // 2 + 1) * rate_hz / length
        low, high = np.array(EDGES_HZ[:-1]), np.array(EDGES_HZ[1:])
        inside = (frequency_hz[:, None] >= low) & (frequency_hz[:, None] < high) & (high <= 0.45 * rate_hz)
        place = (frequency_hz[:, None] - low) / (high - low)
        self._bands = np.concatenate([inside, inside * place], axis=1).astype(np.float32)
        self._last: Audio | None = None
        self._sums = Halving(SLOTS, 2 * BANDS)

    def push(self, audio: Audio) -> None:
        """Add a whole number of hops, shape (C, K · hop); the channels' powers are added up."""
        if self._group > 1:
            audio = audio.reshape(len(audio), -1, self._group).mean(axis=2)
        before = np.zeros((len(audio), self._hop), np.float32) if self._last is None else self._last
        joined = np.concatenate([before, audio], axis=1)
        self._last = joined[:, -self._hop :]
        frames = np.lib.stride_tricks.sliding_window_view(joined, 2 * self._hop, axis=1)[:, :: self._hop]
        spectra = np.fft.rfft(frames * self._window)
        power = (spectra.real**2 + spectra.imag**2).sum(axis=0)
        self._sums.push(power @ self._bands)

    def finish(self) -> str:
        """The fingerprint as text; empty where there is no sound."""
        power, moment = np.split(self._sums.result(), 2, axis=1)
        largest = power.max(initial=0.0)
        if largest <= 0:
            return ""
        levels = 255 + np.round(10 * np.log10(np.maximum(power / largest, 1e-20)) / _STEP_DB)
        rows, strongest = np.arange(len(power)), power.argmax(axis=1)
        places = 255 * moment[rows, strongest] / np.maximum(power[rows, strongest], 1e-20 * largest)
        table = np.column_stack([np.clip(levels, 0, 255), np.clip(np.round(places), 0, 255)]).astype(np.uint8)
        head = bytes([_VERSION, int(self._sums.per_slot).bit_length() - 1])
        return base64.b64encode(head + table.tobytes()).decode()


@dataclass(frozen=True)
class Print:
    """A fingerprint, read.

    Attributes
    ----------
    per_slot
        Steps a slot.
    power
        By slot and band, shape (n, `BANDS`), the largest being 1.
    place
        Where in its strongest band each slot's power lies on average, shape (n,), 0 … 1.
    """

    per_slot: int
    power: NDArray[np.float64]
    place: NDArray[np.float64]


def read_fingerprint(text: str) -> Print | None:
    """A fingerprint's content; None for an empty one, or one that this version cannot read."""
    try:
        content = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    if len(content) < 3 + BANDS or content[0] != _VERSION or (len(content) - 2) % (BANDS + 1):
        return None
    table = np.frombuffer(content, np.uint8, offset=2).reshape(-1, BANDS + 1).astype(np.float64)
    levels = table[:, :BANDS]
    return Print(1 << content[1], np.where(levels > 0, 10 ** ((levels - 255) * _STEP_DB / 10), 0.0), table[:, -1] / 255)


@dataclass(frozen=True)
class Likeness:
    """How far two fingerprints agree where they overlap best, whatever their levels.

    Attributes
    ----------
    course_db
        Mean difference of the slots' bands that are within 20 dB of the loudest, the worst fifth left out.
    spectrum_db
        Largest difference of the bands, over all of the time, that are within 25 dB of the loudest.
    place
        Median difference of the places in the strongest band, 0 … 1.
    change_db
        Mean change of the bands from slot to slot: how much a shift by a part of a slot may do by itself.
    lag_s
        So much later the same happens in the second sound, in seconds.
    cells
        How many slots' bands were compared.
    """

    course_db: float
    spectrum_db: float
    place: float
    change_db: float
    lag_s: float
    cells: int


_NOTHING = Likeness(np.inf, np.inf, 1.0, 0.0, 0.0, 0)
_AROUND_S = 0.03
"""Encoders may delay a sound by so much."""
_LAGS_A_SLOT = 4
_HOPEFUL_DB = 1.5
"""No copy differs more at a lag that is nearly right, and nothing finer need be tried."""


def alike(first: Print, second: Print, longer_s: float) -> Likeness:
    """Compare two fingerprints of sounds of about the same length.

    Parameters
    ----------
    first, second
        The fingerprints.
    longer_s
        By how much the second sound is longer, in seconds: either both begin together, or all of it is at the
        beginning. The lag with the smallest difference counts, in quarters of a slot.
    """
    per_slot = max(first.per_slot, second.per_slot)
    one, other = _coarser(first, per_slot), _coarser(second, per_slot)
    bands = min(_bands_held(first), _bands_held(second))
    lag_s = per_slot * STEP_S / _LAGS_A_SLOT
    candidates = sorted({0, round(longer_s / lag_s)}, key=abs)
    tried = {lag: _at_lag(one, other, bands, lag / _LAGS_A_SLOT) for lag in candidates}
    if min(likeness.course_db for likeness in tried.values()) < _HOPEFUL_DB:
        around = int(np.ceil(_AROUND_S / lag_s))
        for lag in {candidate + step for candidate in candidates for step in range(-around, around + 1)} - tried.keys():
            tried[lag] = _at_lag(one, other, bands, lag / _LAGS_A_SLOT)
    return min(tried.values(), key=lambda likeness: (likeness.course_db, abs(likeness.lag_s)))


def _at_lag(one: Print, other: Print, bands: int, lag_slots: float) -> Likeness:
    whole, count = round(lag_slots), min(len(one.power), len(other.power))
    half = (lag_slots - whole) / 2
    # Each is moved by half of the fraction, in opposite directions: the smoothing that this does is then the same.
    powers = _moved(one.power, 0, -half, count), _moved(other.power, whole, half, count)
    shared = ~(np.isnan(powers[0][:, 0]) | np.isnan(powers[1][:, 0]))
    if shared.sum() < max(1, 0.7 * count):
        return _NOTHING
    likeness = _likeness(powers[0][shared, :bands], powers[1][shared, :bands])
    places = _places(one, 0, count)[shared], _places(other, whole, count)[shared]
    lag_s = lag_slots * one.per_slot * STEP_S
    return dataclasses.replace(likeness, place=_median_gap(powers[0][shared], *places), lag_s=lag_s)


def _bands_held(fingerprint: Print) -> int:
    """The bands up to the last that has any power: a low sample rate holds no more."""
    return int(np.flatnonzero(fingerprint.power.any(axis=0)).max(initial=0)) + 1


def _likeness(one: NDArray[np.float64], other: NDArray[np.float64]) -> Likeness:
    if not one.any() or not other.any():
        return _NOTHING
    one, other = one / one.max(), other / other.max()
    louder = np.maximum(one, other)
    difference_db = 10 * np.log10(np.maximum(one, _FLOOR) / np.maximum(other, _FLOOR))
    cells = difference_db[louder > 1e-2]
    apart = np.sort(np.abs(cells - np.median(cells)))
    spectra = one.sum(axis=0), other.sum(axis=0)
    levels = [spectrum / spectrum.max() for spectrum in spectra]
    bands = np.maximum(*levels) > 10**-2.5
    bands_db = 10 * np.log10(np.maximum(levels[0], _FLOOR) / np.maximum(levels[1], _FLOOR))[bands]
    spread = float(bands_db.max() - bands_db.min())
    steps_db = np.abs(10 * np.diff(np.log10(np.maximum(one, _FLOOR)), axis=0))[louder[1:] > 1e-2]
    return Likeness(
        course_db=float(apart[: int(np.ceil(0.8 * len(apart)))].mean()),
        spectrum_db=spread,
        place=1.0,
        change_db=float(steps_db.mean()) if len(steps_db) else 0.0,
        lag_s=0.0,
        cells=len(cells),
    )


def _median_gap(power: NDArray[np.float64], one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    sounding = power.sum(axis=1)
    return float(np.median(np.abs(one - other)[sounding >= 0.01 * sounding.max()]))


def _coarser(fingerprint: Print, per_slot: int) -> Print:
    """With this many steps a slot, and smoothed over neighbours, so that shifts by a part of a slot matter less."""
    power, place = fingerprint.power, fingerprint.place
    for _ in range((per_slot // fingerprint.per_slot).bit_length() - 1):
        even = len(power) // 2 * 2
        if even:
            power, place = 0.5 * (power[:even:2] + power[1:even:2]), 0.5 * (place[:even:2] + place[1:even:2])
    for _ in range(2):
        padded = np.concatenate([power[:1], power, power[-1:]])
        power = 0.25 * padded[:-2] + 0.5 * padded[1:-1] + 0.25 * padded[2:]
    return Print(per_slot, power, place)


def _moved(power: NDArray[np.float64], whole: int, part: float, count: int) -> NDArray[np.float64]:
    """The slots from ``whole + part`` on, interpolated, shape (count, BANDS); NaN beyond the ends."""
    places = np.arange(count) + whole + (-1 if part < 0 else 0)
    weight = part + 1 if part < 0 else part
    reach = 1 if weight else 0
    valid = (places >= 0) & (places + reach < len(power))
    places = np.where(valid, places, 0)
    rows = (1 - weight) * power[places] + (weight * power[np.minimum(places + reach, len(power) - 1)] if reach else 0)
    return np.where(valid[:, None], rows, np.nan)


def _places(fingerprint: Print, whole: int, count: int) -> NDArray[np.float64]:
    return fingerprint.place[np.clip(np.arange(count) + whole, 0, len(fingerprint.place) - 1)]
