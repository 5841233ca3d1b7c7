"""The sound of a performance, hop by hop: voices, fades, gain and safety. No device and no thread of its own.

In the engine the inference thread calls :meth:`Renderer.hop`; offline, the same calls make a file. Whatever happens
to the instrument, what comes out is finite, below −0.3 dBFS and free of clicks:

* the latent points glide per frame, gain and the play fade per sample;
* a newly loaded instrument is cross-faded in within 80 ms, once it has got over its beginning;
* a sound file that is auditioned is added to it, also where no instrument sounds;
* a hop that is not finite, or that fails, is muted, the voices start afresh and the sound fades in.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from vschaos.performance.authority import NOTHING_LOADED, Sounding, still
from vschaos.performance.state import initial_state
from vschaos.performance.table import GAIN_SMOOTHING_MS, PLAY_SMOOTHING_MS
from vschaos.realtime.audition import Audition
from vschaos.realtime.decoder import LoadedInstrument
from vschaos.realtime.live_input import Inlet, LiveInput
from vschaos.realtime.resampling import StreamResampler
from vschaos.realtime.ring import Frames
from vschaos.realtime.safety import OutputSafety
from vschaos.realtime.smoothing import Glide
from vschaos.realtime.voices import VoiceBank

CHANNELS = 2
SWAP_S, SETTLE_S = 0.08, 0.06
SILENT = 1e-4
"""Fade level (−80 dB) below which a stopped instrument is not rendered any more."""

IDLE_HOP = 512
SILENCE_DB = -60.0


class Renderer:
    """Renders one performance at one device's rate.

    Parameters
    ----------
    device_rate_hz
        Rate of the samples to make.
    audition
        A sound file that is heard beside it, if any; at the same rate.

    Attributes
    ----------
    inlet
        Live sound that may move the instrument; None where no input is open.
    input_db
        Peak of the live input in the last hop.
    recoveries
        How often the instrument made a sound that was none.
    failure
        Torch's words, where the instrument cannot sound at all.
    """

    def __init__(self, device_rate_hz: float, audition: Audition | None = None) -> None:
        self.device_rate_hz = device_rate_hz
        self._audition = audition
        self._part: _Part | None = None
        self._leaving: _Part | None = None
        self._swap_samples = round(SWAP_S * device_rate_hz)
        self._swap_done = self._swap_samples
        self._sounding = self._left_at = still(initial_state(NOTHING_LOADED))
        self._gain = Glide(GAIN_SMOOTHING_MS, device_rate_hz)
        self._safety = OutputSafety(device_rate_hz)
        self._panics = 0
        self._buffer = np.zeros((0, CHANNELS), np.float32)
        self.inlet: Inlet | None = None
        self.input_db = -120.0
        self.recoveries = 0
        self.failure = ""

    @property
    def instrument(self) -> LoadedInstrument | None:
        """What sounds, or is being faded in."""
        return self._part.bank.instrument if self._part else None

    @property
    def silent(self) -> bool:
        """True once a stop has faded out, and before the first sound."""
        return self._resting and (self._audition is None or self._audition.silent)

    @property
    def voices(self) -> int:
        """How many voices are heard."""
        part = self._part
        return part.voices if part is not None else 0

    @property
    def _resting(self) -> bool:
        """Whether the instrument is not heard."""
        return self.voices == 0

    @property
    def hop_s(self) -> float:
        """How long the next hop is."""
        part = self._part
        if part is None or self._resting:
            return IDLE_HOP / self.device_rate_hz
        return part.bank.instrument.hop_samples / part.bank.instrument.sample_rate_hz

    @property
    def resampling_s(self) -> float:
        """How late the resampler is."""
        return self._part.delay_s if self._part else 0.0

    @property
    def limiter_s(self) -> float:
        """How far the limiter looks ahead."""
        return self._safety.lookahead / self.device_rate_hz

    def take(self, instrument: LoadedInstrument) -> None:
        """Sound this instrument from the next hop on; the present one, if any is heard, fades out under it."""
        part = _Part(instrument, self.device_rate_hz)
        if self._part is not None and not self._resting:
            part.take_over(self._part)
            # Where it is now: coordinates and labels of the next instrument are none of its own.
            self._leaving, self._left_at = self._part, self._sounding
            # A voice out of silence begins like an attack, all partials together: it gets over that unheard.
            self._swap_done = -round(SETTLE_S * self.device_rate_hz)
        self._part = part
        self.failure = ""

    def hop(self, sounding: Sounding) -> Frames:
        """The next frames, shape (m, 2): one hop of the instrument at the device's rate."""
        state, self._sounding = sounding.state, sounding
        if state.panics != self._panics:
            self._panics = state.panics
            if self._audition is not None:
                self._audition.cut()
            return self._cut()
        if not state.playing:
            self.failure = ""
        if self.silent:
            # Nothing is heard of the gain's way to its place, so that what begins now begins at its full level.
            self._gain.value = linear_gain(state["gain"])
        if self._part is not None:
            self._part.bank.take_notes(sounding.notes, round(state["voices"]))
        playing = state.playing and self._part is not None and not self.failure
        if not playing and self._resting:
            sound = self._rest()
        else:
            sound = self._voices(sounding, playing)
            # A sum is finite where all its parts are.
            if not math.isfinite(sound.sum()):
                self.recoveries += 1
                return self._cut()
        if self._audition is not None and not self._audition.silent:
            sound = sound + self._audition.take(len(sound))[:, None].astype(np.float32)
        return self._safety.process(sound, self._gain.run(linear_gain(state["gain"]), len(sound)))

    def pull(self, count: int, sounding: Sounding) -> Frames:
        """Exactly ``count`` frames, shape (count, 2), however long a hop is."""
        while len(self._buffer) < count:
            self._buffer = np.concatenate([self._buffer, self.hop(sounding)])
        frames, self._buffer = self._buffer[:count], self._buffer[count:]
        return frames

    def _rest(self) -> Frames:
        """Silence of a hop's length, and the voices as new for the next start."""
        self._leaving = None
        if self._part is not None:
            self._part.rest()
        return np.zeros((IDLE_HOP, CHANNELS), np.float32)

    def _cut(self) -> Frames:
        """Silence at once, without a click: what sounds falls to zero in 1.5 ms, and the voices start afresh."""
        self._leaving = None
        if self._part is not None:
            self._part.reset()
        # The limiter holds what was to come next: the sound itself, faded, rather than a step.
        safety, self._safety = self._safety, OutputSafety(self.device_rate_hz)
        count = safety.lookahead
        fall = 0.5 + 0.5 * np.cos(np.pi * np.arange(1, count + 1) / count)
        tail = np.zeros((IDLE_HOP, CHANNELS), np.float32)
        tail[:count] = safety.process(tail[:count], np.ones(count)) * fall[:, None]
        return tail

    def _voices(self, sounding: Sounding, playing: bool) -> Frames:
        part = self._part
        if part is None:
            return np.zeros((IDLE_HOP, CHANNELS), np.float32)
        try:
            frames = part.hop(sounding, playing, self.inlet)
            self.input_db = part.input_db
        # Torch raises RuntimeError for everything, and a bug of ours must not end the thread: the engine tells of it.
        except Exception as error:
            self.failure = str(error).strip().splitlines()[-1] if str(error).strip() else "unknown"
            return np.full((1, CHANNELS), np.nan, np.float32)
        if self._leaving is not None:
            frames = self._cross_fade(self._leaving, frames, playing)
        return frames

    def _cross_fade(self, leaving: _Part, arriving: Frames, playing: bool) -> Frames:
        count = len(arriving)
        position = np.clip((self._swap_done + np.arange(count)) / self._swap_samples, 0.0, 1.0)[:, None]
        # Equal gain rather than equal power: no sample steps further than in one of the two sounds alone.
        share = np.square(np.sin(0.5 * np.pi * position))
        mixed = share * arriving
        try:
            mixed += (1.0 - share) * leaving.exactly(count, self._left_at, playing)
        except Exception:
            self._leaving = None
        self._swap_done += count
        if self._swap_done >= self._swap_samples:
            self._leaving = None
        return mixed.astype(np.float32)


class _Part:
    """An instrument in the renderer: its voices, its fade, its live input, and its way to the device's rate."""

    def __init__(self, instrument: LoadedInstrument, device_rate_hz: float) -> None:
        self.bank = VoiceBank(instrument)
        self._device_rate_hz = device_rate_hz
        self.fade = Glide(PLAY_SMOOTHING_MS, instrument.sample_rate_hz)
        self._live: LiveInput | None = None
        self.input_db = -120.0
        self.reset()

    def reset(self) -> None:
        """Forget the past."""
        self.bank.reset()
        self.fade.value = 0.0
        self._live = None
        self._resampler = StreamResampler(self.bank.instrument.sample_rate_hz, self._device_rate_hz)
        self._pending = np.zeros((0, CHANNELS), np.float32)
        self._fresh = True

    def rest(self) -> None:
        """Nothing is heard: be as new for the next start."""
        if not self._fresh:
            self.reset()

    def take_over(self, other: _Part) -> None:
        """Go on with the notes that another part holds, at their level."""
        self.fade.value = other.fade.value
        self.bank.take_over(other.bank)
        self._fresh = False

    @property
    def voices(self) -> int:
        """How many are heard, the pad's with them."""
        return self.bank.notes_sounding + (self.fade.value >= SILENT)

    @property
    def delay_s(self) -> float:
        """How late the resampler is."""
        return self._resampler.delay / self.bank.instrument.sample_rate_hz

    def hop(self, sounding: Sounding, playing: bool, inlet: Inlet | None) -> Frames:
        """One hop at the device's rate, shape (m, 2); may be other than finite if the network is."""
        self._fresh = False
        instrument, state = self.bank.instrument, sounding.state
        if not playing and self.fade.value < SILENT:
            self.fade.value = 0.0
        pad = playing or self.fade.value > 0.0
        level = self.fade.run(1.0 if playing else 0.0, instrument.hop_samples) if pad else None
        frames = self._live_hop(sounding, level, inlet) if state["input"] >= 0.5 and inlet else None
        if frames is None:
            self._live = None
            self.input_db = -120.0
            frames = self.bank.hop(sounding, level, None)
        # The resampler keeps what it is given: a value that is not finite would ring in it for good.
        if not math.isfinite(frames.sum()):
            return np.full((1, CHANNELS), np.nan, np.float32)
        return self._resampler.process(frames)

    def _live_hop(self, sounding: Sounding, level: NDArray[np.float64] | None, inlet: Inlet) -> Frames | None:
        if level is None:
            return None
        if self._live is None or self._live.inlet is not inlet:
            self._live = LiveInput(self.bank.instrument, inlet)
        heard = self._live.hop(sounding)
        self.input_db = heard.level_db
        wet = sounding.state["input.mix"]
        if heard.kept is None:
            frames = self.bank.hop(sounding, level * heard.gate * wet, heard.place)
        else:
            frames = self.bank.hop(sounding, None, None)
            frames += (level * heard.gate * heard.kept * wet)[:, None].astype(np.float32)
        frames += (level * heard.dry * (1.0 - wet))[:, None].astype(np.float32)
        return frames

    def exactly(self, count: int, sounding: Sounding, playing: bool) -> Frames:
        """Exactly ``count`` frames, for a part that is faded out under another one."""
        pieces, have = [self._pending], len(self._pending)
        while have < count:
            piece = self.hop(sounding, playing, None)
            if not np.isfinite(piece).all():
                piece = np.zeros((count - have, CHANNELS), np.float32)
            pieces.append(piece)
            have += len(piece)
        frames = np.concatenate(pieces)
        self._pending = frames[count:]
        return frames[:count]


def linear_gain(gain_db: float) -> float:
    """Amplitude factor of a level; the lowest level of the control is silence."""
    return 0.0 if gain_db <= SILENCE_DB else math.pow(10.0, gain_db / 20.0)
