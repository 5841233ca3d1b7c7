"""Whether the first sound of an instrument can be heard: its level, and its distance from the usual level.

Each instrument is played as ``vschaos play INSTRUMENT --render`` does by default, and once more without start and
make-up gain: from the middle of the latent space, with the default labels, at the level of the training. Its patches
are played with their own first messages: the values of inlets, and the gain before the loudspeaker.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from benchmarks._instruments import chosen_instruments
from vschaos.export.describe import describe
from vschaos.export.description import ExportDescription
from vschaos.export.patch_controls import LEVEL, ON_THE_MAP, PLAYED, has_map, played
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import Instrument, read_instrument
from vschaos.instrument.card import Card
from vschaos.instrument.start import sounding_points, with_start
from vschaos.instrument.streaming import StreamingInstrument
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch
from vschaos.realtime.loading import prepare
from vschaos.realtime.offline import render
from vschaos.transforms.running_phase import GRADIENT

VARIABLE = "VSCHAOS_FIRST_SOUND"
"""Names other instruments than those of the factory: paths, with commas between them."""

RENDER_S = 3.0
FROM_S, HEARD_S = 0.3, 1.0
"""The first sound is a second, from when it has risen."""
POINTS, HELD_S = 96, 0.5
WANTED_DB = (-26.0, -14.0)


def run() -> dict[str, Any]:
    """Figures for each factory instrument, and how far apart their median levels are."""
    found = {path.stem: figures(path) for path in chosen_instruments(VARIABLE)}
    medians = [one["median_db"] for one in found.values()]
    return {
        "instruments": found,
        "wanted_db": WANTED_DB,
        "heard": sum(WANTED_DB[0] <= one["first_db"] <= WANTED_DB[1] for one in found.values()),
        "medians_apart_db": round(max(medians) - min(medians), 1),
    }


def figures(path: Path) -> dict[str, Any]:
    """Figures for one instrument file, levels as they are played."""
    given = read_instrument(path)
    instrument = with_start(given)
    card, streaming = instrument.card, streaming_instrument(instrument)
    first = _played(instrument)
    common = [label.default for label in given.card.labels]
    before = _held(streaming, np.zeros((1, card.latent_dims)), common)[0]
    labels = [label.default for label in card.labels]
    points = instrument.points[np.linspace(0, len(instrument.points) - 1, POINTS).astype(int)]
    levels_db = np.array([_level_db(one) for one in _held(streaming, points, labels)])
    median_db = float(np.median(levels_db[sounding_points(levels_db)])) + card.make_up_db
    start_db = _level_db(_held(streaming, np.array([card.start]), labels)[0]) + card.make_up_db
    return {
        "before_db": _rounded(_level_db(before)),
        "first_db": _rounded(_level_db(_second(first, card))),
        "peak_db": _rounded(float(20 * np.log10(np.abs(first).max() + 1e-9))),
        "median_db": _rounded(median_db),
        "start_over_median_db": _rounded(start_db - median_db),
        "make_up_db": _rounded(card.make_up_db),
        "start": card.start,
        "labels": {label.name: label.default for label in card.labels},
        **_patches(instrument, streaming),
    }


def _played(instrument: Instrument) -> NDArray[np.float32]:
    """What ``vschaos play`` renders, shape (T, 2)."""
    loaded = prepare(instrument)
    performance = Performance(loaded.playable, terrain=loaded.terrain)
    performance.touch([Touch("play", (1.0,))], Origin.CLI)
    return render(loaded, performance, RENDER_S)


def _patches(instrument: Instrument, streaming: StreamingInstrument) -> dict[str, float]:
    """Levels of the patches after they are switched on, all their controls as they are opened."""
    description = describe(instrument.card, has_terrain=instrument.latent_map is not None)
    gain_db = LEVEL.default + description.make_up_db
    places = {"patch_db": _inlets(description, PLAYED)}
    if instrument.latent_map is not None and has_map(description):
        x, y, *labels = _inlets(description, ON_THE_MAP)
        places["map_patch_db"] = [*instrument.latent_map.at(x, y).tolist(), *labels]
    dims, chosen = instrument.card.latent_dims, [label.default for label in instrument.card.labels]
    inlets = [index for index, label in enumerate(instrument.card.labels) if "decoder" in label.conditions]
    found: dict[str, float] = {}
    for name, values in places.items():
        for index, value in zip(inlets, values[dims:], strict=True):
            chosen[index] = value
        found[name] = _rounded(_level_db(_held(streaming, np.array([values[:dims]]), chosen)[0]) + gain_db)
    return found


def _inlets(description: ExportDescription, method: str) -> list[float]:
    return [control.default for control in played(description, method).inlets]


def _held(streaming: StreamingInstrument, points: NDArray[np.floating], labels: list[float]) -> NDArray[np.float32]:
    """The second half of what coordinates (N, D) with labels (K,) sound like when they are held, (N, T)."""
    frames = round((FROM_S + HELD_S) * streaming.sample_rate_hz / streaming.hop_samples)
    held = torch.from_numpy(np.clip(points, -1.0, 1.0)).float().unsqueeze(2).expand(-1, -1, frames)
    chosen = torch.tensor(labels).float().reshape(1, -1, 1).expand(len(points), -1, frames)
    noise, state = torch.zeros(len(points), frames), streaming.initial_synthesis(len(points))
    with torch.inference_mode():
        audio, _ = streaming.decode(held, chosen, noise, GRADIENT, state)
    return audio[:, 0, round(FROM_S * streaming.sample_rate_hz) :].numpy()


def _second(sound: NDArray[np.float32], card: Card) -> NDArray[np.float32]:
    first = round(FROM_S * card.sample_rate_hz)
    return sound[first : first + round(HEARD_S * card.sample_rate_hz)]


def _level_db(sound: NDArray[np.float32]) -> float:
    return float(10 * np.log10(np.mean(np.square(sound, dtype=np.float64)) + 1e-20))


def _rounded(value: float) -> float:
    return round(value, 1)
