"""What a sound's long spectrum shows of how it was recorded: where its treble was cut off, and mains hum. Torch-free.

A spectrum of each chunk (1.2 s, bins of 0.83 Hz), of long sounds of every other, every fourth …::

    mean over time    ▆▇▇▇▆▆▅▅▅▄▄▄▄▁▁▁▁▁      a cliff, and nothing above: a lossy format, or a low rate once
    least over time   ▁▁█▁▁▁█▁▁▁▁▁█▁▁▁▁▁      what never pauses: hum at 50 or 60 Hz and its multiples
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vschaos.audio import Audio

BAND_HZ = 100.0
CLIFF_DB = 20.0
"""So much less power, within some hundred hertz, is a cliff."""
MAINS_HZ = (50, 60)
HUM_OVER_DB = 15.0
"""A multiple of the mains is heard where it is so much above its neighbours, at every moment."""
MULTIPLES = 3
"""So many of the first six must be."""
HUM_UNDER_DB = 12.0
"""Hum is so much below the sound that it disturbs, at least: else it is the sound."""
HUM_FLOOR_DB = -84.0
"""Quieter hum does not matter, relative to full scale."""

_BEFORE_REST = 32  # chunks that are looked at before every other one is left out
_HUM_UP_TO_HZ = 400.0


class SpectrumFacts(NamedTuple):
    """Where the spectrum ends at a cliff, in Hz, and which mains hum is in it; 0 for neither."""

    top_hz: float
    hum_hz: int


class LongSpectrum:
    """Collects a sound's spectrum, chunk by chunk.

    Parameters
    ----------
    sample_rate_hz
        Samples per second.
    chunk_samples
        The length of a whole chunk.
    """

    def __init__(self, sample_rate_hz: int, chunk_samples: int) -> None:
        self._rate = sample_rate_hz
        self._length = chunk_samples
        frequency_hz = np.arange(chunk_samples // 2 + 1) * sample_rate_hz / chunk_samples
        starts = np.searchsorted(frequency_hz, np.arange(0, sample_rate_hz / 2 - BAND_HZ, BAND_HZ))
        self._starts = np.unique(starts)
        self._low_bins = int(np.searchsorted(frequency_hz, _HUM_UP_TO_HZ))
        self._bands = np.zeros(len(self._starts))
        self._least = np.full(self._low_bins, np.inf)
        self._power = 0.0
        self._window = np.zeros(0, np.float32)
        self._seen = self._used = self._whole = 0

    def push(self, audio: Audio) -> None:
        """The next chunk, shape (C, n), n ≤ `chunk_samples`; one that is not whole says nothing about hum."""
        every = 1 << (self._used // _BEFORE_REST)
        self._seen += 1
        if self._seen % every or not audio.any():
            return
        self._used += 1
        length = audio.shape[1]
        if len(self._window) != length:
            window = np.sin(np.pi * (np.arange(length) + 0.5) / length) ** 2
            self._window = (window / np.sqrt(np.mean(window**2))).astype(np.float32)
        power = np.zeros(self._length // 2 + 1)
        for row in audio:  # one by one: thirty-two channels at once would need a hundred megabytes
            spectrum = np.fft.rfft(row * self._window, self._length)
            power += spectrum.real**2 + spectrum.imag**2
        power *= 2 / self._length / length / len(audio)
        self._bands += np.add.reduceat(power, self._starts)
        self._power += float(power.sum())
        if length == self._length:
            self._whole += 1
            self._least = np.minimum(self._least, power[: self._low_bins])

    def finish(self) -> SpectrumFacts:
        """The facts."""
        if not self._used or self._power <= 0:
            return SpectrumFacts(0.0, 0)
        return SpectrumFacts(self._top_hz(), self._hum_hz())

    def _top_hz(self) -> float:
        level_db = 10 * np.log10(np.maximum(self._bands / self._used, 1e-18))
        count = len(level_db)
        for edge in range(count - 8, 20, -1):
            above, below = level_db[edge + 3 :], level_db[edge - 8 : edge - 1]
            if float(np.median(below)) - float(np.median(above[:6])) < CLIFF_DB:
                continue
            # All above is floor; and what is below is not a single partial but sound throughout.
            floor_db = float(np.median(above))
            throughout = float(np.quantile(level_db[edge // 2 : edge - 1], 0.2))
            if above.max() <= np.median(below) - CLIFF_DB / 2 and throughout >= floor_db + 0.75 * CLIFF_DB:
                return BAND_HZ * self._steepest(level_db, edge)
        return 0.0

    def _steepest(self, level_db: NDArray[np.float64], edge: int) -> int:
        places = np.arange(max(2, edge - 8), min(len(level_db) - 2, edge + 4))
        return int(places[np.argmax([level_db[place - 2] - level_db[place + 2] for place in places])])

    def _hum_hz(self) -> int:
        if not self._whole or not np.isfinite(self._least).all():
            return 0
        level_db = 10 * np.log10(self._power / self._used)
        for mains_hz in MAINS_HZ:
            peaks = [self._peak(mains_hz * multiple) for multiple in range(1, 7)]
            heard = [power for power, over_db in peaks if over_db >= HUM_OVER_DB]
            hum_db = 10 * np.log10(sum(heard) + 1e-30)
            if len(heard) >= MULTIPLES and HUM_FLOOR_DB < hum_db <= level_db - HUM_UNDER_DB:
                return mains_hz
        return 0

    def _peak(self, frequency_hz: float) -> tuple[float, float]:
        """The least power at a frequency, and how far in dB it is above what is around."""
        place = round(frequency_hz * self._length / self._rate)
        if place + 14 >= self._low_bins:
            return 0.0, 0.0
        peak = float(self._least[place - 1 : place + 2].sum())
        around = np.concatenate([self._least[place - 12 : place - 3], self._least[place + 4 : place + 13]])
        return peak, 10 * np.log10((peak + 1e-30) / (3 * float(np.median(around)) + 1e-30))
