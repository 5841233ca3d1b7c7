"""How often the name of a direction is right: moves along the axes and the maps of the factory instruments.

A direction is named after what a sample of the sounds becomes along it (`vschaos.instrument.qualities`). Here all other
sounds that are heard are moved as far, and it is counted how often they become what the name says.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

import numpy as np

from vschaos.instrument.bundle import read_instrument
from vschaos.instrument.library import factory_instruments
from vschaos.instrument.qualities import QUALITIES, Move, measure_moves, name_directions
from vschaos.instrument.start import sounding_points
from vschaos_studio.services.pad_measure import measure
from vschaos_studio.state.sound_map import SoundMap


def run() -> dict[str, Any]:
    """For each instrument ``seconds`` that measuring takes, and ``right``: the share of moves by each name.

    ``axis_2: 0`` is one without a name.
    """
    return {
        path.stem: _instrument(SoundMap.of(read_instrument(path, with_weights=False))) for path in factory_instruments()
    }


def _instrument(sounds: SoundMap) -> dict[str, Any]:
    began = time.perf_counter()
    measured = measure(sounds)
    seconds = time.perf_counter() - began
    labels = np.array(sounds.card.played_defaults, np.float32)
    # Neighbours of those that were moved to find the names.
    others = np.flatnonzero(sounding_points(measured.qualities.loudness))[7::16]
    points = np.clip(sounds.points[others], -1.0, 1.0)
    found = _right("axis", measured.along_axes, tuple(measure_moves(measured.core, labels, points)))
    latent_map = sounds.latent_map
    if latent_map is not None:
        places = latent_map.points[others]
        again = measure_moves(measured.core, labels, places, lambda some: latent_map.at(some[:, 0], some[:, 1]))
        found |= _right("map", measured.along_map, tuple(again))
    return {"seconds": round(seconds, 2), "right": found}


def _right(kind: str, moves: Sequence[Move], others: Sequence[Move]) -> dict[str, float]:
    found = {}
    for number, word in enumerate(name_directions(moves), 1):
        name = f"{kind} {number}: {word}" if word else f"{kind} {number}"
        found[name] = round(_share(others[number - 1], word), 2) if word else 0
    return found


def _share(move: Move, word: str) -> float:
    quality = next(one for one in QUALITIES if word in (one.more, one.less))
    change = getattr(move[1], quality.name) - getattr(move[0], quality.name)
    grown = change[np.isfinite(change)] > 0
    return float(np.mean(grown if word == quality.more else ~grown))
