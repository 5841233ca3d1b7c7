"""How high steady tones sound, to a tenth of a cent: the partials of a known tone, found by how their phases go on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PARTIALS = 10
HIGHEST_HZ = 9000.0
AROUND_CENTS = 60.0
"""Around where a partial should be, its peak is looked for so far, and two bins at least."""

WINDOW_SHARE, LATER = 0.6, 8
"""Of a sound, the window's length; the second begins an eighth of it later."""

PADDING = 4
BESIDE_HZ = 12.0
"""What is further from all partials is beside them."""

HEARD_HZ = 30.0, 8000.0


@dataclass(frozen=True)
class Tone:
    """A tone as it is heard.

    Attributes
    ----------
    cents
        Above the frequency that was asked for: of all partials, weighted by their power.
    worst_partial_cents
        Of those within 20 dB of the loudest, the furthest off.
    beside_db
        Power between the partials, relative to theirs.
    """

    cents: float
    worst_partial_cents: float
    beside_db: float


def heard_tone(sound: NDArray[np.floating], rate_hz: int, asked_hz: float) -> Tone:
    """Measure a steady tone (T,), which is within half a semitone of what was asked for."""
    cents, sizes = _partials(np.asarray(sound, np.float64), rate_hz, asked_hz)
    weight = np.square(sizes)
    mean = float(np.sum(weight * cents) / np.sum(weight))
    loud = cents[sizes > 0.1 * sizes.max()]
    furthest = float(loud[np.abs(loud).argmax()])
    return Tone(mean, furthest, _beside_db(sound, rate_hz, asked_hz * 2 ** (mean / 1200)))


def _partials(sound: NDArray[np.float64], rate_hz: int, asked_hz: float) -> tuple[NDArray, NDArray]:
    """Of each partial: cents above where it should be, and its size."""
    length = int(WINDOW_SHARE * len(sound))
    later = length // LATER
    window, points = np.hanning(length), PADDING * length
    first, second = (np.fft.rfft(sound[start : start + length] * window, points) for start in (0, later))
    cents, sizes = [], []
    for number in range(1, PARTIALS + 1):
        wanted_hz = number * asked_hz
        if wanted_hz > min(HIGHEST_HZ, 0.4 * rate_hz):
            break
        around_hz = max(wanted_hz * (2 ** (AROUND_CENTS / 1200) - 1), 2 * rate_hz / length)
        low, high = (round((wanted_hz + side * around_hz) * points / rate_hz) for side in (-1, 1))
        place = low + int(np.abs(first[low : high + 1]).argmax())
        bin_hz = place * rate_hz / points
        turned = np.angle(second[place] * np.conj(first[place])) / (2 * np.pi) - bin_hz * later / rate_hz
        found_hz = bin_hz + (turned - np.round(turned)) * rate_hz / later
        cents.append(1200 * np.log2(found_hz / wanted_hz))
        sizes.append(np.abs(first[place]))
    return np.array(cents), np.array(sizes)


def _beside_db(sound: NDArray[np.floating], rate_hz: int, frequency_hz: float) -> float:
    power = np.square(np.abs(np.fft.rfft(sound * np.blackman(len(sound)))))
    hertz = np.fft.rfftfreq(len(sound), 1 / rate_hz)
    nearest = np.maximum(np.round(hertz / frequency_hz), 1.0) * frequency_hz
    counts = (hertz > HEARD_HZ[0]) & (hertz < HEARD_HZ[1])
    of_partials = np.abs(hertz - nearest) < BESIDE_HZ
    return float(10 * np.log10(power[counts & ~of_partials].sum() / power[counts & of_partials].sum()))
