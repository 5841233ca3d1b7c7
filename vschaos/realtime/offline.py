"""A performance rendered at once: the live renderer, without a device and faster than real time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from vschaos.performance.state import PerformanceState
from vschaos.realtime.renderer import Renderer
from vschaos.realtime.voice import LoadedInstrument

FADE_OUT_S = 0.25
BLOCK = 256

Path2D = Callable[[float], tuple[float, float]]
"""Time in seconds to a position on the pad."""


def render(
    instrument: LoadedInstrument, state: PerformanceState, seconds: float, tour: Path2D | None = None
) -> NDArray[np.float32]:
    """Play from silence, and fade out at the end.

    Parameters
    ----------
    instrument
        What sounds, at its own rate.
    state
        The performance; where there is a tour, it moves the pad.
    seconds
        Length of the sound.
    tour
        Where the pad is at each time.

    Returns
    -------
    NDArray
        Samples, shape (seconds · rate,). The same call gives the same samples.
    """
    rate = instrument.sample_rate_hz
    total = round(seconds * rate)
    fade_from = max(total - round(FADE_OUT_S * rate), 0)
    renderer = Renderer(rate)
    renderer.take(instrument)
    out = np.zeros(total, np.float32)
    for start in range(0, total, BLOCK):
        moment = replace(state, playing=start < fade_from)
        if tour is not None:
            x, y = tour(start / rate)
            moment = replace(moment, latent=(x, y, *state.latent[2:])[: len(state.latent)])
        count = min(BLOCK, total - start)
        out[start : start + count] = renderer.pull(count, moment)
    return out
