"""One instrument sounding: latent targets in, samples at the device's rate out. Runs on the inference thread.

The only module of the sounding path that touches torch; a network's misbehaviour ends here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import torch
from numpy.typing import NDArray

from vschaos.performance.controls import LATENT_SMOOTHING_MS, Playable
from vschaos.performance.state import PerformanceState
from vschaos.realtime.resampling import StreamResampler

Samples = NDArray[np.float32]


class Decoder(Protocol):
    """The part of `vschaos.instrument.streaming.StreamingInstrument` that a voice needs, scripted or not."""

    def initial_synthesis(self, batch: int) -> Any:
        """A state before any frame."""
        ...

    def decode(
        self, coordinates: torch.Tensor, labels: torch.Tensor, noise: torch.Tensor, phase_mode: int, state: Any
    ) -> tuple[torch.Tensor, Any]:
        """Coordinates (B, D, T), labels (B, K, T) and noise (B, T) to audio (B, 1, T·hop) and the next state."""
        ...


@dataclass(frozen=True)
class LoadedInstrument:
    """A decoder ready to sound, with the dimensions it has.

    ``sample_rate_hz``, ``n_fft`` and ``hop_samples`` are those of the instrument's card; ``playable`` is what can be
    moved, ``tasks`` names the decoder's K labels, in order, and ``lookahead`` is by how many hops its sound is late.
    """

    path: str
    name: str
    decoder: Decoder
    sample_rate_hz: int
    n_fft: int
    hop_samples: int
    playable: Playable
    tasks: tuple[str, ...] = ()
    lookahead: int = 0


class Voice:
    """A decoder with its state, its gliding latent point and its resampler.

    Parameters
    ----------
    instrument
        What sounds.
    device_rate_hz
        Rate of the samples to make.
    """

    def __init__(self, instrument: LoadedInstrument, device_rate_hz: float) -> None:
        self.instrument = instrument
        self._device_rate_hz = device_rate_hz
        hop_ms = 1000.0 * instrument.hop_samples / instrument.sample_rate_hz
        self._follow = 1.0 - math.exp(-hop_ms / LATENT_SMOOTHING_MS)
        dims = instrument.playable.latent_dims
        self._coordinates = torch.zeros(1, dims, 1)
        self._labels = torch.zeros(1, len(instrument.tasks), 1)
        self._noise = torch.zeros(1, 1)
        self._point = np.zeros(dims, np.float64)
        self.fresh = True
        self._pending = np.zeros(0, np.float32)
        self.reset()

    def reset(self) -> None:
        """Forget the past: the next hop starts from silence, at the target."""
        with torch.inference_mode():
            self._state = self.instrument.decoder.initial_synthesis(1)
        self._resampler = StreamResampler(self.instrument.sample_rate_hz, self._device_rate_hz)
        self._pending = np.zeros(0, np.float32)
        self.fresh = True

    @property
    def delay_s(self) -> float:
        """How late the resampler is, in seconds."""
        return max(self._resampler.held_samples, 0.0) / self._device_rate_hz

    def hop(self, target: PerformanceState) -> Samples:
        """One hop's worth of samples, shape (m,), the latent point gliding towards that of ``target``.

        m is hop·ratio on average, and 0 at times where the rates differ. Samples may be non-finite if the network
        is; the caller mutes them.
        """
        wanted = np.zeros_like(self._point)
        count = min(len(wanted), len(target.latent))
        wanted[:count] = target.latent[:count]
        self._point = wanted if self.fresh else self._point + self._follow * (wanted - self._point)
        self.fresh = False
        with torch.inference_mode():
            self._coordinates[0, :, 0] = torch.from_numpy(self._point)
            for index, task in enumerate(self.instrument.tasks):
                self._labels[0, index, 0] = target.labels.get(task, math.nan)
            self._noise[0, 0] = target.noise
            audio, self._state = self.instrument.decoder.decode(
                self._coordinates, self._labels, self._noise, target.phase_mode, self._state
            )
            samples = audio[0, 0].numpy()
        # The resampler keeps what it is given: a value that is not finite would ring in it for good.
        return self._resampler.process(samples) if np.isfinite(samples).all() else np.full(1, np.nan, np.float32)

    def exactly(self, count: int, target: PerformanceState) -> Samples:
        """Exactly ``count`` samples, for a voice that is faded out under another one."""
        pieces, have = [self._pending], len(self._pending)
        while have < count:
            piece = self.hop(target)
            if not np.isfinite(piece).all():
                piece = np.zeros(count - have, np.float32)
            pieces.append(piece)
            have += len(piece)
        samples = np.concatenate(pieces)
        self._pending = samples[count:]
        return samples[:count]
