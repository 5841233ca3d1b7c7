"""Loudness by FFmpeg's meter, ITU-R BS.1770 and EBU R 128."""

from __future__ import annotations

from fractions import Fraction

import av.error
import av.filter
import numpy as np
from numpy.typing import NDArray

INTEGRATED = "lavfi.r128.I"


def lufs(sound: NDArray[np.float32], sample_rate_hz: int) -> float:
    """Integrated loudness of a stereo sound (T, 2), at least 0.4 s long, in LUFS."""
    graph = av.filter.Graph()
    time_base = Fraction(1, sample_rate_hz)
    nodes = [
        graph.add_abuffer(format="flt", sample_rate=sample_rate_hz, layout="stereo", time_base=time_base),
        graph.add("ebur128", "metadata=1"),
        graph.add("abuffersink"),
    ]
    graph.link_nodes(*nodes).configure()
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound, np.float32).reshape(1, -1), "flt", "stereo")
    frame.sample_rate, frame.time_base, frame.pts = sample_rate_hz, time_base, 0
    graph.push(frame)
    graph.push(None)
    level = -np.inf
    while True:
        try:
            level = float(graph.pull().metadata.get(INTEGRATED, level))
        except av.error.EOFError:
            return level
