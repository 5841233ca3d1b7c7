"""Live sound in: what the instrument makes of it moves the pad's voice. Runs on the inference thread.

::

    input ring ─▶ resampler ─▶ gate ─▶ encode ─▶ coordinates · scale + pad ─▶ pad's voice ─┐
                                  └──────────▶ as late as the voice ───────────────────────┴─ mix ─▶

Where the input's phase is to be kept, the sound is made here and not by the voice, whose phases are its own.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from vschaos.performance.authority import Sounding
from vschaos.realtime.decoder import LoadedInstrument
from vschaos.realtime.resampling import StreamResampler
from vschaos.realtime.ring import Ring
from vschaos.realtime.smoothing import Glide

GATE_MS = 8.0
GATE_HYSTERESIS_DB = 6.0
FARTHEST = 1.5
"""Coordinates that a loud or strange input leads to are bounded by this."""

SLACK = 512
"""Samples beyond a hop that are waited for before the first, so that the input's blocks need not fit our hops."""

MOST_WAITING = 4096
"""Samples that may wait; more are late sound, and dropped."""


@dataclass(frozen=True)
class Inlet:
    """Where live sound comes from: a ring of one channel, and its rate."""

    ring: Ring
    rate_hz: float


@dataclass(frozen=True)
class Heard:
    """One hop of live input.

    Attributes
    ----------
    place
        Coordinates and labels for the pad's voice, shape (D + K,); None where it does not sound.
    kept
        The instrument's sound with the input's phase, shape (hop,); None where the pad's voice sounds.
    dry, gate
        The input and the gate's gain, as late as the voice is, shape (hop,).
    level_db
        Peak of the input.
    """

    place: NDArray[np.float32] | None
    kept: NDArray[np.float32] | None
    dry: NDArray[np.float32]
    gate: NDArray[np.float32]
    level_db: float


class LiveInput:
    """Follows an inlet, hop by hop, at the instrument's rate.

    Parameters
    ----------
    instrument
        What listens.
    inlet
        Where from.
    """

    def __init__(self, instrument: LoadedInstrument, inlet: Inlet) -> None:
        self.instrument, self.inlet = instrument, inlet
        hop = instrument.hop_samples
        self._resampler = StreamResampler(inlet.rate_hz, instrument.sample_rate_hz, channels=1)
        self._waiting = np.zeros(0, np.float32)
        self._begun = False
        self._gate = Glide(GATE_MS, instrument.sample_rate_hz)
        self._open = False
        late = instrument.n_fft - hop + instrument.lookahead * hop
        self._late = np.zeros((2, late), np.float32)
        self._analysis = instrument.decoder.initial_analysis(1)
        self._pending = torch.zeros(1, instrument.n_fft - hop)
        inlet.ring.drop(inlet.ring.fill)

    def hop(self, sounding: Sounding) -> Heard:
        """The next hop of the input; silence where there is not enough of it yet. As in `VoiceBank.hop`."""
        state, instrument = sounding.state, self.instrument
        sound = self._next()
        level = float(np.abs(sound).max())
        level_db = 20.0 * math.log10(max(level, 1e-6))
        threshold = state["input.gate"] - (GATE_HYSTERESIS_DB if self._open else 0.0)
        self._open = level_db > threshold
        gate = self._gate.run(1.0 if self._open else 0.0, len(sound)).astype(np.float32)
        sound = sound * gate
        dims = instrument.playable.latent_dims
        scale = np.array([state[f"input.scale.z{k + 1}"] for k in range(dims)], np.float32)
        labels = [
            math.nan if task in instrument.predicted else sounding.labels.get(task, math.nan)
            for task in instrument.tasks
        ]
        offset = np.asarray(sounding.latent, np.float32)
        late = np.concatenate([self._late, np.stack([sound, gate])], axis=1)
        self._late = late[:, len(sound) :]
        dry, late_gate = late[:, : len(sound)]
        audio = torch.from_numpy(sound).view(1, 1, -1)
        known = torch.tensor(labels, dtype=torch.float32).view(1, -1, 1)
        if state["input.phase"] >= 0.5:
            kept, self._analysis, self._pending = instrument.decoder.transfer(
                audio, known, torch.from_numpy(scale), torch.from_numpy(offset), self._analysis, self._pending
            )
            return Heard(None, kept[0, 0].numpy(), dry, late_gate, level_db)
        coordinates, completed, self._analysis = instrument.decoder.encode(audio, known, self._analysis)
        place = np.clip(coordinates[0, :, 0].numpy() * scale + offset, -FARTHEST, FARTHEST)
        place = np.concatenate([place, completed[0, :, 0].numpy()]).astype(np.float32)
        return Heard(place, None, dry, late_gate, level_db)

    def _next(self) -> NDArray[np.float32]:
        """One hop of samples, shape (hop,), finite."""
        ring, hop = self.inlet.ring, self.instrument.hop_samples
        given = np.zeros((ring.fill, 1), np.float32)
        ring.read_into(given)
        fresh = self._resampler.process(np.nan_to_num(given, nan=0.0, posinf=0.0, neginf=0.0))[:, 0]
        self._waiting = np.concatenate([self._waiting, fresh])
        if len(self._waiting) > hop + MOST_WAITING:
            self._waiting = self._waiting[-(hop + SLACK) :]
        self._begun = len(self._waiting) >= hop + (0 if self._begun else SLACK)
        if not self._begun:
            return np.zeros(hop, np.float32)
        sound, self._waiting = self._waiting[:hop], self._waiting[hop:]
        return np.clip(sound, -1.0, 1.0)
