"""A performance rendered at once: the live renderer, without a device and faster than real time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import torch

from vschaos.performance.authority import Performance
from vschaos.performance.notes import NoteEvent
from vschaos.performance.state import Origin, Touch
from vschaos.realtime.decoder import LoadedInstrument
from vschaos.realtime.renderer import CHANNELS, Renderer
from vschaos.realtime.ring import Frames

FADE_OUT_S = 0.25

Hands = Callable[[float], Sequence[Touch | NoteEvent]]
"""What is done at a time of the performance, in seconds; asked once a hop."""


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
    with torch.inference_mode():
        return _rendered(instrument, performance, seconds, hands, rate)


def _rendered(
    instrument: LoadedInstrument, performance: Performance, seconds: float, hands: Hands | None, rate: float
) -> Frames:
    total = round(seconds * rate)
    fade_from_s = max(seconds - FADE_OUT_S, 0.0)
    renderer = Renderer(rate)
    renderer.take(instrument)
    out = np.zeros((total, CHANNELS), np.float32)
    done, time_s = 0, 0.0
    while done < total:
        for one in hands(time_s) if hands is not None else ():
            if isinstance(one, Touch):
                performance.touch([one], Origin.CLI)
            else:
                performance.play_note(one)
        if time_s >= fade_from_s:
            performance.touch([Touch("play", (0.0,))], Origin.CLI)
        hop_s = renderer.hop_s
        frames = renderer.hop(performance.advance(hop_s))
        time_s += hop_s
        count = min(len(frames), total - done)
        out[done : done + count] = frames[:count]
        done += count
    return out
