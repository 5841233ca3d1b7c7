"""Audio streams: PortAudio calls, on its own real-time thread, for samples, or hands some over; rings hold them.

A callback is machine code (`numba.cfunc`), so that it never waits for Python: it allocates nothing, takes no lock,
and always fills the whole buffer. Where the ring is short, which is counted, the sound dies away within a millisecond
and comes back as softly: a gap, but no click. Everything that it touches lies in arrays that the :class:`Feeder` owns;
it finds them by the addresses that PortAudio hands it as user data. Input goes the other way, mixed to one channel::

    PortAudio ── callback(out, frames, time, flags, addresses) ──▶ ring ──▶ out, on every channel
                        └──▶ counts, times, intervals                       (left on even, right on odd ones)
"""

from __future__ import annotations

import sys
import threading
from functools import cache
from typing import Any

import numpy as np
from numba import types
from numpy.typing import NDArray

from vschaos.errors import DeviceError
from vschaos.realtime.compiled import callback, carray, compiled, fence, pointer
from vschaos.realtime.figures import Durations
from vschaos.realtime.outputs import abandon_portaudio, portaudio
from vschaos.realtime.protocol import InputDevice, OutputDevice
from vschaos.realtime.ring import READ, WRITTEN, Frames, Ring, write_frames

CHANNELS = 2
MOST_CHANNELS = 8
"""On more the first two sound alone: a mixer's channels, or a system's that claims many and mixes them down."""

CLOSES_WITHIN_S = 1.0
BLOCK_SAMPLES = {"ALSA": 512}
"""Fixed blocks where an API's own choice is unsteady; elsewhere PortAudio follows the device."""

UNDERRUNS, SHORTAGES, SOUNDING, LARGEST, BLOCK = range(5)
"""Places in `Feeder.counts`."""

CALLED_AT, FIRST_SOUND_AT = range(2)
"""Places in `Feeder.times`."""

FADE_OUT = 0.97
"""What is left of a sound from sample to sample when the ring is short: gone within a millisecond or two."""

FADE_IN_SAMPLES = 64

_OUTPUT_UNDERFLOW = 4
"""PortAudio's flag: the device itself ran dry before this block."""


class Feeder:
    """What the callback does, apart from PortAudio.

    Parameters
    ----------
    ring
        Where frames of `CHANNELS` samples come from.
    """

    def __init__(self, ring: Ring) -> None:
        self.ring = ring
        self.counts = np.zeros(8, np.int64)
        self.times = np.zeros(2, np.float64)
        self.tail = np.zeros(CHANNELS + 1, np.float64)
        """The last frame, and how far the sound has come back after a gap, 0…1."""
        self.tail[CHANNELS] = 1.0
        self.intervals = Durations()

    @property
    def underruns(self) -> int:
        """Callbacks that found too little in the ring, and those before which the device itself ran dry.

        Counted only while ``sounding``: silence that comes late is silence all the same.
        """
        return int(self.counts[UNDERRUNS])

    @property
    def shortages(self) -> int:
        """Those underruns for which the ring was to blame: a longer queue helps against these alone."""
        return int(self.counts[SHORTAGES])

    @property
    def largest_block(self) -> int:
        """Largest number of frames that a callback asked for."""
        return int(self.counts[LARGEST])

    @property
    def first_sound_at(self) -> float:
        """When the first sample that is not zero was handed over, on PortAudio's clock; 0 before."""
        return float(self.times[FIRST_SOUND_AT])

    @property
    def sounding(self) -> bool:
        """Whether there is anything to be heard; set by the inference thread."""
        return bool(self.counts[SOUNDING])

    @sounding.setter
    def sounding(self, sounding: bool) -> None:
        self.counts[SOUNDING] = sounding

    def fill(self, out: Frames, now_s: float = 0.0, device_ran_dry: bool = False) -> None:
        """Fill ``out``, shape (n, channels), as the callback does."""
        _feed(
            self.ring.samples,
            self.ring.counters,
            self.counts,
            self.times,
            self.intervals.seconds,
            self.intervals.counter,
            self.tail,
            out,
            now_s,
            device_ran_dry,
        )

    def addresses(self, channels: int) -> NDArray[np.int64]:
        """What the callback is handed, for a device with so many channels."""
        return np.array(
            [
                channels,
                self.ring.samples.ctypes.data,
                self.ring.capacity,
                self.ring.counters.ctypes.data,
                self.counts.ctypes.data,
                self.times.ctypes.data,
                self.intervals.seconds.ctypes.data,
                len(self.intervals.seconds),
                self.intervals.counter.ctypes.data,
                self.tail.ctypes.data,
            ],
            np.int64,
        )


@compiled
def _feed(
    samples: Frames,
    counters: NDArray[np.int64],
    counts: NDArray[np.int64],
    times: NDArray[np.float64],
    intervals: NDArray[np.float64],
    interval_count: NDArray[np.int64],
    tail: NDArray[np.float64],
    out: Frames,
    now_s: float,
    device_ran_dry: bool,
) -> None:
    """One callback; ``out`` has the device's channels, everything else `CHANNELS`."""
    count, channels = out.shape
    if times[CALLED_AT] != 0.0:
        intervals[interval_count[0] % intervals.shape[0]] = now_s - times[CALLED_AT]
        interval_count[0] += 1
    times[CALLED_AT] = now_s
    counts[BLOCK] = count
    counts[LARGEST] = max(counts[LARGEST], count)
    capacity = samples.shape[0]
    read = counters[READ]
    had = min(count, counters[WRITTEN] - read)
    loudest = np.float32(0.0)
    for i in range(count):
        if i < had:
            left, right = samples[(read + i) % capacity, 0], samples[(read + i) % capacity, 1]
            if tail[CHANNELS] < 1.0:
                tail[CHANNELS] = min(tail[CHANNELS] + 1.0 / FADE_IN_SAMPLES, 1.0)
                left, right = np.float32(left * tail[CHANNELS]), np.float32(right * tail[CHANNELS])
        else:
            left, right = np.float32(tail[0] * FADE_OUT), np.float32(tail[1] * FADE_OUT)
            tail[CHANNELS] = 0.0
        tail[0], tail[1] = left, right
        loudest = max(loudest, abs(left), abs(right))
        if channels == 1:
            out[i, 0] = np.float32(0.5) * (left + right)
        else:
            for channel in range(channels):
                out[i, channel] = right if channel % 2 else left
    fence()
    counters[READ] = read + had
    if counts[SOUNDING]:
        counts[SHORTAGES] += had < count
        counts[UNDERRUNS] += had < count or device_ran_dry
    if times[FIRST_SOUND_AT] == 0.0 and loudest > 0.0:
        times[FIRST_SOUND_AT] = now_s


_SIGNATURE = types.int32(
    types.voidptr,
    types.voidptr,
    types.uint32 if sys.platform == "win32" else types.uint64,  # C's unsigned long
    types.voidptr,
    types.uint32 if sys.platform == "win32" else types.uint64,
    types.voidptr,
)


def _play(_given: Any, wanted: Any, frames: Any, when: Any, flags: Any, user: Any) -> Any:
    """PortAudio's callback for output; ``user`` is what :meth:`Feeder.addresses` returns."""
    own = carray(user, (10,), np.int64)
    _feed(
        carray(pointer(own[1]), (own[2], CHANNELS), np.float32),
        carray(pointer(own[3]), (16,), np.int64),
        carray(pointer(own[4]), (8,), np.int64),
        carray(pointer(own[5]), (2,), np.float64),
        carray(pointer(own[6]), (own[7],), np.float64),
        carray(pointer(own[8]), (1,), np.int64),
        carray(pointer(own[9]), (CHANNELS + 1,), np.float64),
        carray(wanted, (np.int64(frames), own[0]), np.float32),
        carray(when, (3,), np.float64)[1],  # the time of the call, between those of input and output
        (flags & _OUTPUT_UNDERFLOW) != 0,
    )
    return 0  # go on


def _listen(given: Any, _wanted: Any, frames: Any, _when: Any, _flags: Any, user: Any) -> Any:
    """PortAudio's callback for input; ``user`` is what :meth:`InputStream` made of its ring."""
    own = carray(user, (10,), np.int64)
    sound = carray(given, (np.int64(frames), own[0]), np.float32)
    ring = carray(pointer(own[1]), (own[2], 1), np.float32)
    mixed = sound[:, :1]  # mixed in place: nobody else reads PortAudio's buffer
    for i in range(sound.shape[0]):
        total = np.float32(0.0)
        for channel in range(sound.shape[1]):
            total += sound[i, channel]
        mixed[i, 0] = total / np.float32(sound.shape[1])
    write_frames(ring, carray(pointer(own[3]), (16,), np.int64), mixed)
    return 0


@cache
def machine_code(function: Any) -> Any:
    """A callback compiled for PortAudio."""
    return callback(_SIGNATURE, function)


def warm_callbacks() -> None:
    """Compile both callbacks now."""
    machine_code(_play)
    machine_code(_listen)


class _Stream:
    """An open PortAudio stream with a callback in machine code. Made stopped."""

    def __init__(
        self,
        kind: str,
        number: int,
        device: OutputDevice | InputDevice,
        function: Any,
        addresses: NDArray[np.int64],
        latency_s: float,
    ) -> None:
        sounddevice = portaudio()
        self.device = device
        self._errors = sounddevice.PortAudioError
        self._kept = (machine_code(function), addresses)
        try:
            # The class behind sounddevice's own streams: the only one that takes a callback in machine code.
            self._stream = sounddevice._StreamBase(
                kind=kind,
                samplerate=device.sample_rate_hz,
                blocksize=BLOCK_SAMPLES.get(device.host_api, 0),
                device=number,
                channels=int(addresses[0]),
                dtype="float32",
                latency=latency_s or "low",
                callback=self._kept[0].address,
                userdata=sounddevice._ffi.cast("void *", addresses.ctypes.data),
            )
        except (self._errors, ValueError) as error:
            raise self._refusal(error) from error

    @property
    def active(self) -> bool:
        """Whether PortAudio still calls."""
        try:
            return bool(self._stream.active)
        except self._errors:
            return False

    @property
    def latency_s(self) -> float:
        """What the device adds between callback and loudspeaker or microphone, as far as it tells."""
        return float(self._stream.latency)

    @property
    def time_s(self) -> float:
        """Now, on PortAudio's clock."""
        return float(self._stream.time)

    def start(self) -> None:
        """Begin to sound, or to listen.

        Raises
        ------
        DeviceError
            If the device refuses.
        """
        try:
            self._stream.start()
        except self._errors as error:
            self.close()
            raise self._refusal(error) from error

    def close(self) -> bool:
        """Stop and free the device; returns whether PortAudio could.

        When a JACK server has died, PortAudio waits ten minutes for its answer, and cannot be used any more.
        """
        # Ignoring errors: a device that was unplugged cannot be stopped in order.
        closer = threading.Thread(target=self._stream.close, args=(True,), name="closing", daemon=True)
        closer.start()
        closer.join(CLOSES_WITHIN_S)
        if closer.is_alive():
            abandon_portaudio()
            return False
        return True

    def _refusal(self, error: Exception) -> DeviceError:
        direction = "output" if isinstance(self.device, OutputDevice) else "input"
        return DeviceError(
            f"The audio {direction} “{self.device.name}” cannot be opened: {error}.",
            f"Close other programs that use it, or choose another {direction}.",
        )


class OutputStream(_Stream):
    """An open output. Made stopped, so that the ring can be filled first.

    Parameters
    ----------
    number, device
        PortAudio's number of the device, and what it is.
    feeder
        Fills its buffers.
    latency_s
        What the device shall add at least; 0: as little as it can.

    Raises
    ------
    DeviceError
        If the device refuses.
    """

    def __init__(self, number: int, device: OutputDevice, feeder: Feeder, latency_s: float = 0.0) -> None:
        self.feeder = feeder
        addresses = feeder.addresses(device.channels if device.channels <= MOST_CHANNELS else CHANNELS)
        super().__init__("output", number, device, _play, addresses, latency_s)


class InputStream(_Stream):
    """An open input, mixed to one channel.

    Parameters
    ----------
    number, device
        PortAudio's number of the device, and what it is.
    ring
        Of one channel; takes what comes in. While it is full, what comes is dropped.

    Raises
    ------
    DeviceError
        If the device refuses.
    """

    def __init__(self, number: int, device: InputDevice, ring: Ring) -> None:
        self.ring = ring
        addresses = np.zeros(10, np.int64)
        addresses[:4] = (
            min(device.channels, CHANNELS),
            ring.samples.ctypes.data,
            ring.capacity,
            ring.counters.ctypes.data,
        )
        super().__init__("input", number, device, _listen, addresses, 0.0)
