"""From a sound to its magnitudes and back with a phase of another kind: how a phase method sounds by itself.

`RunningResynthesis` goes through a sound in pieces, as an instrument plays; `whole_resynthesis` needs all of it. What
comes out is as long as what went in, and in time with it.
"""

from __future__ import annotations

import math
from enum import StrEnum

import numpy as np
import torch
from numpy.typing import NDArray

from vschaos.transforms.attacks import Attacks
from vschaos.transforms.dgt import DGT
from vschaos.transforms.griffin_lim import griffin_lim
from vschaos.transforms.heap import heap_phase
from vschaos.transforms.running_phase import GRADIENT, RANDOM, RunningPhase
from vschaos.transforms.streaming import FrameStream, OverlapAdd

Samples = NDArray[np.float32]


class PhaseMethod(StrEnum):
    """Where phases come from."""

    GRADIENT = "gradient"
    RANDOM = "random"
    KEEP_INPUT = "keep_input"
    HEAP = "heap"
    GRIFFIN_LIM = "griffin_lim"


RUNNING = (PhaseMethod.GRADIENT, PhaseMethod.RANDOM, PhaseMethod.KEEP_INPUT)
"""Methods that need not know the whole sound."""


class RunningResynthesis:
    """One channel, piece by piece.

    Parameters
    ----------
    method
        One of `RUNNING`.
    n_fft, hop_samples
        Of the transform.
    lookahead, noise
        Of `RunningPhase`; the input's phase needs neither.
    """

    def __init__(
        self,
        method: PhaseMethod,
        *,
        n_fft: int = 2048,
        hop_samples: int = 512,
        lookahead: int = 0,
        noise: float = 0.0,
    ) -> None:
        if method not in RUNNING:
            raise ValueError(f"{method} needs the whole sound")
        self._hop, self._noise = hop_samples, noise
        self._mode = RANDOM if method is PhaseMethod.RANDOM else GRADIENT
        self._dgt = DGT(n_fft, hop_samples)
        self._phase = None if method is PhaseMethod.KEEP_INPUT else RunningPhase(n_fft, hop_samples, lookahead)
        self._frames, self._overlap_add = FrameStream(n_fft, hop_samples), OverlapAdd(n_fft, hop_samples)
        device = torch.device("cpu")
        self._past, self._pending = self._frames.initial(1, device), self._overlap_add.initial(1, device)
        self._state = None if self._phase is None else self._phase.initial(1)
        self._attacks = Attacks(self._dgt)
        self._attack = self._attacks.initial(1)
        self._held = np.zeros(0, np.float32)  # input that does not fill a hop
        self._late = n_fft - hop_samples + (0 if self._phase is None else lookahead * hop_samples)
        self._to_drop = self._late  # output before the first sample that is the input's
        self._in = self._out = 0

    def push(self, samples: Samples) -> Samples:
        """The next input, shape (n,); returns what is ready so far, shape (m,)."""
        self._in += len(samples)
        self._held = np.concatenate([self._held, samples])
        ready = len(self._held) // self._hop * self._hop
        made = np.zeros(0, np.float32)
        if ready:
            made = self._hops(self._held[:ready])
            self._held = self._held[ready:]
        dropped = min(self._to_drop, len(made))
        self._to_drop -= dropped
        self._out += len(made) - dropped
        return made[dropped:]

    def finish(self) -> Samples:
        """The rest. In all, as many samples came out as went in."""
        missing = self._in - self._out
        silence = self._late + -(len(self._held) + self._late) % self._hop
        return self.push(np.zeros(silence, np.float32))[:missing]

    @torch.inference_mode()
    def _hops(self, audio: Samples) -> Samples:
        frames, self._past = self._frames(torch.from_numpy(audio)[None], self._past)
        if self._phase is None or self._state is None:
            spectra = self._dgt.spectra(frames)
            made = self._dgt.frames(spectra.abs(), spectra.angle())
        else:
            magnitude = self._dgt.magnitudes(frames).transpose(0, 1).contiguous()
            noise = torch.full([1, len(magnitude)], self._noise)
            magnitude, turns, self._state = self._phase.turns(magnitude, noise, self._state, self._mode)
            spectra = self._dgt.spectra_of_turns(magnitude, turns)
            made, self._attack = self._attacks(spectra, magnitude, self._attack)
            made = made.transpose(0, 1)
        made, self._pending = self._overlap_add(made, self._pending)
        return made[0].numpy()


@torch.inference_mode()
def whole_resynthesis(
    samples: Samples, method: PhaseMethod, *, n_fft: int = 2048, hop_samples: int = 512, iterations: int = 32
) -> Samples:
    """One channel as a whole.

    Parameters
    ----------
    samples
        Shape (N,).
    method
        `HEAP`, or `GRIFFIN_LIM`, which begins with random phases.
    n_fft, hop_samples
        Of the transform.
    iterations
        Of Griffin-Lim, after the heap too; 0 for none.

    Returns
    -------
    Samples
        Shape (N,).
    """
    dgt = DGT(n_fft, hop_samples)
    magnitude = dgt(torch.from_numpy(samples)[None]).abs()
    if method is PhaseMethod.HEAP:
        phase = heap_phase(magnitude[0], hop_samples)[None]
    else:
        uniform = torch.rand(magnitude.shape, generator=torch.Generator().manual_seed(0))
        phase = math.pi * (2.0 * uniform - 1.0)
    if iterations:
        phase = griffin_lim(magnitude, phase, dgt, len(samples), iterations)
    return dgt.inverse(torch.polar(magnitude, phase), len(samples))[0].numpy()
