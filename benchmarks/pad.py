"""How loud the pad is all over: silent area and spread of level, on the plane and on the map, and how near both come.

For each factory instrument, or those that VSCHAOS_PAD names (paths, with commas between them). Levels are those of held
points with the labels' defaults, in dBFS without make-up gain; “even” is what is heard with the loudness evened, as by
default. Distances are those of the learned sounds to what the plane and the map sound like at their place, the root
mean square over bins in dB, floored at −100 dB. A second an instrument.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks._instruments import chosen_instruments
from vschaos.core.instrument import CoreInstrument
from vschaos.instrument.bundle import Instrument
from vschaos.instrument.opening import read_to_play
from vschaos.instrument.start import LOUDEST, MOST_EVENED, a_weighting

VARIABLE = "VSCHAOS_PAD"
SIDE = 31
SILENT_DBFS = -50.0
SOUNDS = 400

Numbers = NDArray[np.floating]


def run() -> dict[str, Any]:
    """Figures for each instrument."""
    return {path.stem: figures(path) for path in chosen_instruments(VARIABLE)}


def figures(path: Path) -> dict[str, Any]:
    """Figures of the plane, and of the map where there is one."""
    instrument = read_to_play(path)
    core = CoreInstrument(instrument.core)
    side = np.linspace(-1.0, 1.0, SIDE, dtype=np.float32)
    x, y = (values.ravel() for values in np.meshgrid(side, side))
    chosen = np.linspace(0, len(instrument.points) - 1, SOUNDS).astype(int)
    sounds = np.clip(instrument.points[chosen], -1.0, 1.0)
    home = np.array(instrument.card.playable.home, np.float32)
    plane, there = np.tile(home, (SIDE * SIDE, 1)), sounds.copy()
    there[:, 2:] = home[2:]
    plane[:, :2] = np.stack([x, y], axis=1)[:, : len(home)]
    surfaces = {"plane": (plane, there)}
    if instrument.latent_map is not None:
        places = instrument.latent_map.points[chosen]
        surfaces["map"] = (instrument.latent_map.at(x, y), instrument.latent_map.at(places[:, 0], places[:, 1]))
    spectra, start = (_spectra(core, instrument, points) for points in (sounds, home[None]))
    made: dict[str, Any] = {"dims": core.latent_dims}
    for name, (points, nearest) in surfaces.items():
        away = _decibels(_spectra(core, instrument, nearest)) - _decibels(spectra)
        made[name] = _levels(core, _spectra(core, instrument, points), start) | {
            "distance_db": round(float(np.sqrt(np.square(away).mean(axis=1)).mean()), 1)
        }
    return made


def _levels(core: CoreInstrument, spectra: Numbers, start: Numbers) -> dict[str, Any]:
    """Silent area and spread of spectra (N, F), as they are and evened to the one (1, F) at the start."""
    (level, heard), (start_level, start_heard) = _loudness(core, spectra), _loudness(core, start)
    most_db, above_db = 10.0 * np.log10((MOST_EVENED, LOUDEST))
    gain_db = np.clip(np.minimum(start_heard - heard, start_level + above_db - level), -most_db, most_db)
    return {
        name: {
            "silent_percent": round(100.0 * float((level + gain < SILENT_DBFS).mean()), 1),
            "level_dbfs_5_50_95": np.percentile(level + gain, (5, 50, 95)).round(1).tolist(),
            "a_weighted_deviation_db": round(float((heard + gain).std()), 1),
        }
        for name, gain in (("learned", np.zeros_like(gain_db)), ("even", gain_db))
    }


def _loudness(core: CoreInstrument, spectra: Numbers) -> tuple[Numbers, Numbers]:
    """RMS and A-weighted levels (N,) of held spectra (N, F)."""
    power = np.square(spectra.astype(np.float64))
    power[:, 0] = 0.0
    weights = np.square(a_weighting(np.arange(core.bins) * core.sample_rate_hz / core.n_fft))
    return 10.0 * np.log10(power.sum(axis=1) / 3.0 + 1e-20), 10.0 * np.log10(power @ weights / 3.0 + 1e-20)


def _spectra(core: CoreInstrument, instrument: Instrument, points: Numbers) -> Numbers:
    return core.magnitudes(points, np.tile(np.array(instrument.card.played_defaults, np.float32), (len(points), 1)))


def _decibels(magnitudes: Numbers) -> Numbers:
    return 20.0 * np.log10(magnitudes + 1e-5)
