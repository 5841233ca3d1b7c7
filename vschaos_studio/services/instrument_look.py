"""What a card shows of an instrument beyond its texts: read on a worker thread."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vschaos.instrument.bundle import read_instrument
from vschaos.instrument.character import character
from vschaos.instrument.opening import open_core
from vschaos.instrument.qualities import measure_qualities
from vschaos_studio.state.sound_map import SoundMap

MOST_POINTS = 500
"""A small picture needs no more."""

BRIGHTNESS_OCTAVES = (math.log2(200.0), math.log2(5000.0))
"""From the first to the last colour, of all instruments alike: in octaves above 1 Hz."""


@dataclass(frozen=True)
class InstrumentLook:
    """Some of an instrument's sounds and what they sound like.

    Attributes
    ----------
    places
        Where they are on its map, or on its plane, shape (N, 2).
    brightness
        How bright each is, 0…1, shape (N,); of an instrument from before it could be measured, the middle.
    character
        See `vschaos.instrument.character`.
    """

    places: NDArray[np.float32]
    brightness: NDArray[np.float64]
    character: str


def look_at(path: Path) -> InstrumentLook:
    """Read it from a file, and measure it.

    Raises
    ------
    InstrumentError
        If the file is damaged.
    """
    instrument = read_instrument(path, with_weights=False)
    sounds = SoundMap.of(instrument)
    some = slice(None, None, len(sounds.points) // MOST_POINTS + 1)
    places, points = sounds.places(mapped=True)[some], sounds.points[some]
    if not instrument.core or not len(points):
        return InstrumentLook(places, np.full(len(places), 0.5), "")
    labels = np.array(instrument.card.played_defaults, np.float32)
    qualities = measure_qualities(open_core(instrument), points.clip(-1.0, 1.0), labels)
    brightness = np.interp(qualities.brightness, BRIGHTNESS_OCTAVES, (0.0, 1.0))
    return InstrumentLook(places, brightness, character(qualities))
