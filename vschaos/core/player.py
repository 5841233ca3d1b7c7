"""Parts, a player, and what is to sound, of the compiled core, for Python. Calls let go of the interpreter's lock."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from vschaos.core.arrays import floats
from vschaos.core.instrument import CoreInstrument
from vschaos.core.library import core, ffi

Frames = NDArray[np.float32]
"""Samples of all channels, shape (n, channels), full scale ±1."""

QUIETEST = 1e-6
"""Peak that counts as silence, −120 dB."""

MOST_DIMS = 64

MOST_NOTES = 64
"""Notes that sound together, at most."""


@dataclass(frozen=True)
class Meters:
    """How a player sounds, as of its last tick.

    Attributes
    ----------
    tick, tick_s
        Number and length of the tick that is being rendered.
    resampling_s, limiter_s
        How late these two are.
    peak, input_peak
        Of the tick before, full scale 1.
    voices, silent
        How many voices are heard, the pad's with them, and whether nothing is.
    recoveries
        How often an instrument made a sound that was none, and began anew.
    part
        Number of the part that sounds; 0: none.
    """

    tick: int = 0
    tick_s: float = 0.0
    resampling_s: float = 0.0
    limiter_s: float = 0.0
    peak: float = 0.0
    input_peak: float = 0.0
    voices: int = 0
    silent: bool = True
    recoveries: int = 0
    part: int = 0

    @property
    def level_db(self) -> float:
        """The peak's level, −120 dB at least."""
        return _level_db(self.peak)

    @property
    def input_db(self) -> float:
        """The input's."""
        return _level_db(self.input_peak)


def _level_db(peak: float) -> float:
    return 20.0 * math.log10(max(peak, QUIETEST))


class Targets:
    """What is to sound, in the core's memory.

    Attributes
    ----------
    values
        The core's ``vs_targets``; fields of one number are set there.
    point, input_scale, input_offset
        Shape (64,): coordinates of the pad, and what happens to those of the live input.
    labels, input_labels
        Shape (64,): NaN where unknown.
    """

    def __init__(self) -> None:
        self.values: Any = ffi.new("vs_targets *")
        self.point = self._array("point", np.float64)
        self.labels = self._array("labels", np.float32)
        self.input_labels = self._array("input_labels", np.float32)
        self.input_scale = self._array("input_scale", np.float32)
        self.input_offset = self._array("input_offset", np.float32)

    def _array(self, field: str, kind: Any) -> NDArray[Any]:
        buffer: Any = ffi.buffer(ffi.addressof(self.values, field))
        return np.frombuffer(buffer, kind)


class CorePlayer:
    """Everything between the controls and a device.

    One thread renders; the other methods are for one other thread at a time.

    Parameters
    ----------
    device_rate_hz
        Rate of the frames that it makes.

    Attributes
    ----------
    handle
        The core's ``vs_player``, for a callback.
    """

    def __init__(self, device_rate_hz: int) -> None:
        made = core.vs_player_new(device_rate_hz)
        if made == ffi.NULL:
            raise MemoryError("there is no memory for a player")
        self.device_rate_hz = device_rate_hz
        self.handle = ffi.gc(made, core.vs_player_free)
        self._note: Any = ffi.new("vs_note *")
        self._tick = np.empty((0, 2), np.float32)

    def swap(
        self,
        instrument: CoreInstrument,
        targets: Targets,
        *,
        lookahead: int = 0,
        make_up: float = 1.0,
        pitch: int = -1,
        octave: int = -1,
        start: tuple[ArrayLike, ArrayLike] | None = None,
    ) -> int:
        """Sound this instrument from now on, cross-faded; returns its number as a part.

        Parameters
        ----------
        instrument, targets
            What sounds, and how at first.
        lookahead
            0 or 1 frame.
        make_up
            Linear gain of pad and notes.
        pitch, octave
            Places of these labels; −1: none.
        start
            Point (D,) and labels (K,) whose loudness all places are evened to; without it none are.
        """
        part = core.vs_part_new(instrument.handle, lookahead, make_up, pitch, octave, self.device_rate_hz)
        if part == ffi.NULL:
            raise MemoryError("there is no memory for the voices of an instrument")
        if start is not None:
            core.vs_part_even(part, *(floats(np.ascontiguousarray(values, np.float32)) for values in start))
        return int(core.vs_player_swap(self.handle, part, targets.values))

    def set(self, targets: Targets) -> None:
        """Sound these from their tick on; of tick 0 at once, and then what was set for ticks to come is void."""
        core.vs_player_set(self.handle, targets.values)

    def note(
        self,
        kind: int,
        key: int = 0,
        channel: int = 0,
        velocity: float = 0.0,
        bend: Sequence[float] = (),
        *,
        point: Sequence[float] = (),
        pitch: int | None = None,
        cents: float = 0.0,
    ) -> None:
        """Take what a keyboard did; ``kind`` is one of the core's, ``point`` the coordinates of a placed note.

        A key sounds ``cents`` above the labels of the key ``pitch``, its own without; a pitch bend is ``cents``.
        """
        note = self._note
        note.kind, note.key, note.channel, note.velocity = kind, key, channel, velocity
        note.pitch, note.cents = key if pitch is None else pitch, cents
        note.x, note.y, note.z = (*bend, 0.0, 0.0, 0.0)[:3]
        note.placed = bool(point)
        note.point = (*point[:MOST_DIMS], *[0.0] * (MOST_DIMS - len(point)))
        core.vs_player_note(self.handle, note)

    def listen(self, rate_hz: int) -> None:
        """Follow live sound of this rate, where the targets say so; 0: there is none."""
        if not core.vs_player_listen(self.handle, rate_hz):
            raise MemoryError("there is no memory for a live input")

    @property
    def inlet(self) -> Any:
        """The core's ring of one channel that live sound is written to."""
        return core.vs_player_inlet(self.handle)

    @property
    def audition(self) -> Any:
        """The core's ``vs_audition`` of this player."""
        return core.vs_player_audition(self.handle)

    def record(self, history: Any) -> None:
        """Keep what is heard in a core's ``vs_history``; before it is rendered."""
        core.vs_player_record(self.handle, history)

    def tidy(self) -> None:
        """Free what is not heard any more."""
        core.vs_player_tidy(self.handle)

    def meters(self) -> Meters:
        """How it sounds."""
        m = core.vs_player_meters(self.handle)
        return Meters(
            m.tick,
            m.tick_s,
            m.resampling_s,
            m.limiter_s,
            m.peak,
            m.input_peak,
            m.voices,
            bool(m.silent),
            m.recoveries,
            m.part,
        )

    def render(self, count: int) -> Frames:
        """The next frames, shape (count, 2)."""
        out = np.empty((count, 2), np.float32)
        core.vs_player_render(self.handle, count, floats(out, written_to=True))
        return out

    def render_tick(self, most: int) -> Frames:
        """The frames until the end of the tick, at most so many, shape (n, 2)."""
        if len(self._tick) < most:
            self._tick = np.empty((most, 2), np.float32)
        made = core.vs_player_render_tick(self.handle, most, floats(self._tick, written_to=True))
        return self._tick[:made].copy()
