"""Resampling in pieces, by libsoxr at its best quality; where a signal is cut makes no difference."""

from __future__ import annotations

import numpy as np
import soxr
from numpy.typing import NDArray

Samples = NDArray[np.float32]


class Resampler:
    """Resamples a signal in pieces.

    Parameters
    ----------
    old_rate_hz, new_rate_hz
        Of what goes in and of what comes out; equal ones change nothing.
    channels
        Number of channels C of pieces (C, n); None for pieces (n,).
    """

    def __init__(self, old_rate_hz: int, new_rate_hz: int, channels: int | None = None) -> None:
        self._stream = soxr.ResampleStream(old_rate_hz, new_rate_hz, channels or 1, dtype="float32", quality="VHQ")
        self._old, self._new = old_rate_hz, new_rate_hz
        self._nothing = np.zeros(0 if channels is None else (channels, 0), np.float32)
        self._in = self._out = 0

    def push(self, samples: Samples) -> Samples:
        """The next input, shape (n,) or (C, n); returns what is ready of the output, shape (m,) or (C, m)."""
        return self._run(samples, last=False)

    def finish(self) -> Samples:
        """The rest. In all, ceil(input · new / old) samples came out."""
        rest = self._run(self._nothing, last=True)
        missing = max(0, -(-self._in * self._new // self._old) - self._out)
        return np.pad(rest, [(0, 0)] * (rest.ndim - 1) + [(0, missing)])

    def _run(self, samples: Samples, *, last: bool) -> Samples:
        frames = self._stream.resample_chunk(np.ascontiguousarray(samples.T, np.float32), last=last)
        self._in += samples.shape[-1]
        self._out += len(frames)
        return np.ascontiguousarray(frames.T)
