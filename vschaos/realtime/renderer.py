"""The sound of a performance, hop by hop: voices, fades, gain and safety. No device and no thread of its own.

In the engine the inference thread calls :meth:`Renderer.hop`; offline, the same calls make a file. Whatever happens
to the instrument, what comes out is finite, below −0.3 dBFS and free of clicks:

* the latent point glides per frame, gain and the play fade per sample;
* a newly loaded instrument is cross-faded in, both sounding for 80 ms;
* a sound file that is auditioned is added to it, also where no instrument sounds;
* a hop that is not finite, or that fails, is muted, the voice starts afresh and fades in.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from vschaos.performance.controls import GAIN_SMOOTHING_MS, PLAY_SMOOTHING_MS
from vschaos.performance.state import PerformanceState
from vschaos.realtime.audition import Audition
from vschaos.realtime.safety import OutputSafety
from vschaos.realtime.smoothing import Glide
from vschaos.realtime.voice import LoadedInstrument, Voice

Samples = NDArray[np.float32]

SWAP_S = 0.08
SILENT = 1e-4
"""Fade level (−80 dB) below which a stopped instrument is not rendered any more."""

IDLE_HOP = 512
SILENCE_DB = -60.0
_MUTE_S = 0.003


class Renderer:
    """Renders one performance at one device's rate.

    Parameters
    ----------
    device_rate_hz
        Rate of the samples to make.
    audition
        A sound file that is heard beside it, if any; at the same rate.
    """

    def __init__(self, device_rate_hz: float, audition: Audition | None = None) -> None:
        self.device_rate_hz = device_rate_hz
        self._audition = audition
        self._voice: Voice | None = None
        self._leaving: Voice | None = None
        self._swap_samples = round(SWAP_S * device_rate_hz)
        self._swap_done = self._swap_samples
        self._gain = Glide(GAIN_SMOOTHING_MS, device_rate_hz)
        self._fade = Glide(PLAY_SMOOTHING_MS, device_rate_hz)
        self._safety = OutputSafety(device_rate_hz)
        self._panics = 0
        self._last = 0.0
        self._buffer = np.zeros(0, np.float32)
        self.recoveries = 0
        self.failure = ""

    @property
    def instrument(self) -> LoadedInstrument | None:
        """What sounds, or is being faded in."""
        return self._voice.instrument if self._voice else None

    @property
    def silent(self) -> bool:
        """True once a stop has faded out, and before the first sound."""
        return self._resting and (self._audition is None or self._audition.silent)

    @property
    def _resting(self) -> bool:
        """Whether the instrument is not heard."""
        return self._fade.value < SILENT

    @property
    def delay_s(self) -> float:
        """How late the resampler is, in seconds."""
        return self._voice.delay_s if self._voice else 0.0

    def take(self, instrument: LoadedInstrument) -> None:
        """Sound this instrument from the next hop on; the present one, if any is heard, fades out under it."""
        voice = Voice(instrument, self.device_rate_hz)
        if self._voice is not None and not self._resting:
            self._leaving = self._voice
            self._swap_done = 0
        self._voice = voice
        self.failure = ""

    def hop(self, state: PerformanceState) -> Samples:
        """The next samples, shape (m,): one hop of the instrument at the device's rate. m may be 0 now and then."""
        if state.panics != self._panics:
            self._panics = state.panics
            if self._audition is not None:
                self._audition.cut()
            return self._cut()
        if not state.playing:
            self.failure = ""
        sounding = state.playing and self._voice is not None and not self.failure
        if not sounding and self._resting:
            sound = self._rest(state)
        else:
            dry = self._voices(state)
            if not np.isfinite(dry).all():
                self.recoveries += 1
                return self._cut()
            sound = dry * self._fade.run(1.0 if sounding else 0.0, len(dry))
        if self._audition is not None:
            sound += self._audition.take(len(sound))
        samples = self._safety.process(sound * self._gain.run(linear_gain(state.gain_db), len(sound)))
        if len(samples):
            self._last = float(samples[-1])
        return samples

    def pull(self, count: int, state: PerformanceState) -> Samples:
        """Exactly ``count`` samples, shape (count,), however long a hop is."""
        while len(self._buffer) < count:
            self._buffer = np.concatenate([self._buffer, self.hop(state)])
        samples, self._buffer = self._buffer[:count], self._buffer[count:]
        return samples

    def _rest(self, state: PerformanceState) -> NDArray[np.float64]:
        """Silence of a hop's length, and the voice as new for the next start."""
        if self.silent:
            # Nothing is heard of the gain's way to its place, so that a sound file begins at its full level.
            self._gain.value = linear_gain(state.gain_db)
        self._fade.value = 0.0
        self._leaving = None
        if self._voice is not None and not self._voice.fresh:
            self._voice.reset()
        return np.zeros(IDLE_HOP)

    def _cut(self) -> Samples:
        """Silence at once, without a click: the last sample falls to zero in 3 ms, and the voice starts afresh."""
        self._fade.value = 0.0
        self._leaving = None
        if self._voice is not None:
            self._voice.reset()
        tail = np.zeros(IDLE_HOP, np.float32)
        count = min(round(_MUTE_S * self.device_rate_hz), IDLE_HOP)
        tail[:count] = self._last * (0.5 + 0.5 * np.cos(np.pi * np.arange(1, count + 1) / count))
        self._last = 0.0
        return tail

    def _voices(self, state: PerformanceState) -> NDArray[np.float64]:
        voice = self._voice
        if voice is None:
            return np.zeros(IDLE_HOP)
        try:
            samples = voice.hop(state)
        except RuntimeError as error:
            # Torch raises RuntimeError for everything; the sentence for the user is made by the engine.
            self.failure = str(error).strip().splitlines()[-1] if str(error).strip() else "unknown"
            samples = np.full(1, np.nan, np.float32)
        mixed = samples.astype(np.float64)
        if self._leaving is not None:
            mixed = self._cross_fade(self._leaving, mixed, state)
        return mixed

    def _cross_fade(
        self, leaving: Voice, arriving: NDArray[np.float64], state: PerformanceState
    ) -> NDArray[np.float64]:
        count = len(arriving)
        position = np.clip((self._swap_done + np.arange(count)) / self._swap_samples, 0.0, 1.0)
        # Equal power: the two sounds are not correlated.
        mixed = np.sin(0.5 * np.pi * position) * arriving
        try:
            mixed += np.cos(0.5 * np.pi * position) * leaving.exactly(count, state)
        except RuntimeError:
            self._leaving = None
        self._swap_done += count
        if self._swap_done >= self._swap_samples:
            self._leaving = None
        return mixed


def linear_gain(gain_db: float) -> float:
    """Amplitude factor of a level; the lowest level of the control is silence."""
    return 0.0 if gain_db <= SILENCE_DB else 10.0 ** (gain_db / 20.0)
