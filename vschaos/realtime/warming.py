"""Everything compiled before the first sound: machine code that is made on the way would be a gap."""

from __future__ import annotations

import numpy as np

from vschaos.realtime.envelope import Envelopes
from vschaos.realtime.resampling import StreamResampler
from vschaos.realtime.ring import Ring
from vschaos.realtime.safety import OutputSafety
from vschaos.realtime.stream import Feeder, warm_callbacks


def warm_up() -> None:
    """Call each function of machine code once, with the types that it will get."""
    for channels in (1, 2):
        ring = Ring(64, channels)
        frames = np.zeros((8, channels), np.float32)
        ring.write(frames)
        ring.read_into(frames)
        StreamResampler(44_100, 48_000, channels).process(frames)
    Feeder(Ring(64)).fill(np.zeros((8, 2), np.float32))
    OutputSafety(48_000).process(np.zeros((8, 2), np.float32), np.ones(8))
    rows = np.zeros(2, np.int64)
    envelopes = Envelopes(2)
    envelopes.shape(0.01, 0.1, 0.5, 0.1, 48_000)
    envelopes.mix(np.zeros((1, 8), np.float32), rows, rows, np.zeros(8), np.zeros((8, 2), np.float32))
    warm_callbacks()
