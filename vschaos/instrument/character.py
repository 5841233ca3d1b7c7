"""What an instrument sounds like in a few words, measured of the sounds that it learned. Torch-free."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from vschaos.instrument.qualities import Qualities
from vschaos.instrument.start import sounding_points

BRIGHTNESS_OCTAVES = (math.log2(450.0), math.log2(1800.0))
"""Between them a sound is neither dark nor bright: in octaves above 1 Hz, as `Qualities` has it."""

NOISE_SHARES = (0.12, 0.45)
"""Between them it is neither clear nor noisy."""

PITCH_OCTAVES = (math.log2(160.0), math.log2(500.0))
"""Between them a pitch is neither low nor high."""

WIDE_OCTAVES = 2.5
"""An instrument whose pitches lie so far apart is both."""


def character(qualities: Qualities) -> str:
    """A few words for measured sounds, such as “dark, clear, low”; rests do not count."""
    heard = sounding_points(qualities.loudness)
    words = [
        _word(qualities.brightness[heard], BRIGHTNESS_OCTAVES, ("dark", "warm", "bright")),
        _word(qualities.noise[heard], NOISE_SHARES, ("clear", "breathy", "noisy")),
    ]
    pitch = qualities.pitch[heard]
    known = pitch[np.isfinite(pitch)]
    if len(known) and 2 * len(known) >= len(pitch):
        wide = np.ptp(np.quantile(known, (0.1, 0.9))) >= WIDE_OCTAVES
        words.append("low to high" if wide else _word(known, PITCH_OCTAVES, ("low", "", "high")))
    return ", ".join(word for word in words if word)


def _word(values: NDArray[np.floating], limits: tuple[float, float], words: tuple[str, str, str]) -> str:
    return words[int(np.searchsorted(limits, np.median(values)))]
