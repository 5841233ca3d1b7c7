"""A performance rendered at once: the live renderer, without a device and faster than real time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from vschaos.core.player import Frames
from vschaos.performance.notes import NoteEvent
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch
from vschaos.realtime.loading import LoadedInstrument
from vschaos.realtime.rendering.renderer import Renderer

FADE_OUT_S = 0.25

Hands = Callable[[float], Sequence[Touch | NoteEvent]]
"""What is done at a time of the performance, in seconds; asked once a tick."""


def render(
    instrument: LoadedInstrument,
    performance: Performance,
    seconds: float,
    hands: Hands | None = None,
    rate_hz: float | None = None,
) -> Frames:
    """Play from silence, and fade out at the end.

    Parameters
    ----------
    instrument
        What sounds.
    performance
        How it is played, fitted to the instrument; its gestures and automation go on.
    seconds
        Length of the sound.
    hands
        What is done to the performance on the way.
    rate_hz
        Of the sound; the instrument's own without.

    Returns
    -------
    Frames
        Shape (seconds · rate, 2). The same performance with the same seed gives the same samples.
    """
    rate = rate_hz or instrument.sample_rate_hz
    total = round(seconds * rate)
    fade_from_s = max(seconds - FADE_OUT_S, 0.0)
    renderer = Renderer(performance, rate)
    renderer.set_instrument(instrument)
    pieces: list[Frames] = []
    done = 0
    while done < total:
        time_s = done / rate
        given = list(hands(time_s)) if hands is not None else []
        if time_s >= fade_from_s and performance.state.playing:
            given.append(Touch("play", (0.0,)))
        for one in given:
            if isinstance(one, Touch):
                performance.touch([one], Origin.CLI)
            else:
                performance.play_note(one)
        if given:
            renderer.apply()
        pieces.append(renderer.render_tick())
        done += len(pieces[-1])
    return np.concatenate([*pieces, np.zeros((0, 2), np.float32)])[:total]
