"""Resampling of long mono files piece by piece, by torchaudio's windowed sinc; equal to resampling them whole.

::

    input    ──────────┬── context ──┬──── new ────┬── context ──┬───
                       └─────────────── resampled ──────────────┘
    kept                             └─── piece ───┘

Pieces begin at multiples of the reduced input rate, where the phase of the polyphase filter is zero.
"""

from __future__ import annotations

import math
from typing import Protocol

import numpy as np
import soxr
import torch
from numpy.typing import NDArray

from vschaos.torchaudio_cpu import import_torchaudio

Samples = NDArray[np.float32]

# torchaudio's documentation gives these for the quality of resampy's “kaiser_best”: −3 dB at 0.95 of the lower Nyquist.
_ZERO_CROSSINGS = 64
_ROLLOFF = 0.9475937167399596
_BETA = 14.769656459379492
_LARGEST_KERNEL = 1 << 24  # values; rates such as 44 099 and 44 100 Hz have no common divisor, and would need 10⁹


class Resampler(Protocol):
    """Takes a signal in pieces, gives the resampled signal in pieces."""

    def push(self, samples: Samples) -> Samples:
        """The next input, shape (n,); returns what can be told so far, shape (m,)."""
        ...

    def finish(self) -> Samples:
        """The rest. In all, ceil(input · new / old) samples came out."""
        ...


def resampler(old_rate_hz: int, new_rate_hz: int) -> Resampler:
    """A resampler between two rates, the fittest for their ratio."""
    if old_rate_hz == new_rate_hz:
        return _Untouched()
    divisor = math.gcd(old_rate_hz, new_rate_hz)
    old, new = old_rate_hz // divisor, new_rate_hz // divisor
    half_width = math.ceil(_ZERO_CROSSINGS * old / (min(old, new) * _ROLLOFF))
    if new * (2 * half_width + old) > _LARGEST_KERNEL:
        return _Soxr(old_rate_hz, new_rate_hz)
    return _Sinc(old, new, half_width)


class _Untouched:
    def push(self, samples: Samples) -> Samples:
        return samples

    def finish(self) -> Samples:
        return np.zeros(0, np.float32)


class _Sinc:
    """See the drawing above; ``old`` and ``new`` have no common divisor."""

    def __init__(self, old: int, new: int, half_width: int) -> None:
        transforms = import_torchaudio().transforms
        self._resample = transforms.Resample(
            old, new, "sinc_interp_kaiser", lowpass_filter_width=_ZERO_CROSSINGS, rolloff=_ROLLOFF, beta=_BETA
        )
        self._old, self._new = old, new
        self._context = math.ceil(half_width / old) * old
        self._held = np.zeros(0, np.float32)  # input from `_start` on
        self._start = 0
        self._done = 0  # input before this has been given out; a multiple of `old`, as is `_start`

    def push(self, samples: Samples) -> Samples:
        self._held = np.concatenate([self._held, samples])
        end = self._start + len(self._held)
        until = (end - self._context) // self._old * self._old
        if until <= self._done:
            return np.zeros(0, np.float32)
        piece = self._piece(self._held[: until + self._context - self._start])
        piece = piece[: (until - self._done) // self._old * self._new]
        self._done = until
        keep_from = max(0, until - self._context)
        self._held = self._held[keep_from - self._start :]
        self._start = keep_from
        return piece

    def finish(self) -> Samples:
        return self._piece(self._held) if self._start + len(self._held) > self._done else np.zeros(0, np.float32)

    def _piece(self, held: Samples) -> Samples:
        with torch.inference_mode():
            whole = self._resample(torch.from_numpy(held)[None])[0].numpy()
        return whole[(self._done - self._start) // self._old * self._new :]


class _Soxr:
    """libsoxr works at any ratio, with a filter that it interpolates."""

    def __init__(self, old_rate_hz: int, new_rate_hz: int) -> None:
        self._stream = soxr.ResampleStream(old_rate_hz, new_rate_hz, 1, dtype="float32", quality="VHQ")
        self._ratio = new_rate_hz / old_rate_hz
        self._in = self._out = 0

    def push(self, samples: Samples) -> Samples:
        return self._run(samples, last=False)

    def finish(self) -> Samples:
        rest = self._run(np.zeros(0, np.float32), last=True)
        missing = math.ceil(self._in * self._ratio) - self._out
        return np.pad(rest, (0, missing)) if missing > 0 else rest

    def _run(self, samples: Samples, *, last: bool) -> Samples:
        out = np.asarray(self._stream.resample_chunk(samples, last=last), np.float32)
        self._in += len(samples)
        self._out += len(out)
        return out
