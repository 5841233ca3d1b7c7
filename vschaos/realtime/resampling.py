"""From the model's sample rate to the device's, in a stream, by libsoxr. Runs on the inference thread.

libsoxr's variable-rate engine is used at a fixed rate: it hands out even pieces 2.5–11 ms late and is flat up to
20 kHz at 44.1 → 48 kHz. Its fixed-rate engine works in long blocks: it hands out nothing, then two hops at once.
"""

from __future__ import annotations

import numpy as np
import soxr
from numpy.typing import NDArray

Samples = NDArray[np.float32]


class StreamResampler:
    """Resamples a mono stream; passes it through untouched where the rates agree.

    Parameters
    ----------
    model_rate_hz, device_rate_hz
        Rates of what comes in and what goes out. Their ratio is exact: nothing drifts.
    """

    def __init__(self, model_rate_hz: float, device_rate_hz: float) -> None:
        self.ratio = device_rate_hz / model_rate_hz
        self._stream: soxr.ResampleStream | None = None
        self._in = 0
        self._out = 0
        if model_rate_hz != device_rate_hz:
            self._stream = soxr.ResampleStream(model_rate_hz, device_rate_hz, 1, dtype="float32", quality="HQ", vr=True)

    @property
    def held_samples(self) -> float:
        """Samples, at the device's rate, that went in and have not come out: how late the stream is."""
        return self._in * self.ratio - self._out

    def process(self, samples: Samples) -> Samples:
        """The samples, shape (m,), that can be told after ``samples``, shape (n,); m is n·ratio on average."""
        if self._stream is None:
            return samples
        out = np.asarray(self._stream.resample_chunk(samples), np.float32)
        self._in += len(samples)
        self._out += len(out)
        return out
