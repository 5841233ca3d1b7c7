"""The audio stream: PortAudio calls, on its own real-time thread, for samples; they are copied from the ring.

The callback allocates nothing but views, takes no lock, and always fills the whole buffer: with silence where the
ring is short, which is counted.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vschaos.errors import DeviceError
from vschaos.realtime.figures import Durations
from vschaos.realtime.outputs import abandon_portaudio, portaudio
from vschaos.realtime.protocol import OutputDevice
from vschaos.realtime.ring import Ring

CHANNELS = 2
CLOSES_WITHIN_S = 2.0
BLOCK_SAMPLES = {"ALSA": 512}
"""Fixed blocks where an API's own choice is unsteady; elsewhere PortAudio follows the device."""


class Feeder:
    """What the callback does, apart from PortAudio.

    Attributes
    ----------
    underruns
        Callbacks that found too little in the ring, and those before which the device itself ran dry; counted only
        while ``sounding``: silence that comes late is silence all the same.
    shortages
        Those of them for which the ring was to blame: a longer queue helps against these alone.
    sounding
        Set by the inference thread.
    largest_block
        Largest number of samples that a callback asked for.
    first_sound_at
        When the first sample that is not zero was handed over, on ``clock``; 0 before.
    """

    def __init__(self, ring: Ring, clock: Callable[[], float] = time.perf_counter) -> None:
        self._ring = ring
        self._clock = clock
        self._called_at = 0.0
        self.shortages = 0
        self.underruns = 0
        self.sounding = False
        self.largest_block = 0
        self.first_sound_at = 0.0
        self.intervals = Durations()

    def fill(self, out: NDArray[np.float32], device_ran_dry: bool = False) -> None:
        """Fill ``out``, shape (n, channels), from the ring; the same sound on every channel."""
        now = self._clock()
        if self._called_at:
            self.intervals.add(now - self._called_at)
        self._called_at = now
        count = len(out)
        if count > self.largest_block:
            self.largest_block = count
        first = out[:, 0]
        had = self._ring.read_into(first)
        if had < count:
            first[had:] = 0.0
        if self.sounding and had < count:
            self.shortages += 1
        if self.sounding and (had < count or device_ran_dry):
            self.underruns += 1
        for channel in range(1, out.shape[1]):
            out[:, channel] = first
        if not self.first_sound_at and first.any():
            self.first_sound_at = now

    def callback(self, out: NDArray[np.float32], frames: int, when: Any, status: Any) -> None:  # noqa: ARG002
        """PortAudio's callback, by sounddevice."""
        self.fill(out, status.output_underflow)


class OutputStream:
    """An open device. Made stopped, so that the ring can be filled first.

    Parameters
    ----------
    number, device
        PortAudio's number of the device, and what it is.
    feeder
        Fills its buffers.

    Raises
    ------
    DeviceError
        If the device refuses.
    """

    def __init__(self, number: int, device: OutputDevice, feeder: Feeder) -> None:
        sounddevice = portaudio()
        self.device = device
        self.feeder = feeder
        self._errors = sounddevice.PortAudioError
        try:
            self._stream = sounddevice.OutputStream(
                samplerate=device.sample_rate_hz,
                blocksize=BLOCK_SAMPLES.get(device.host_api, 0),
                device=number,
                channels=min(CHANNELS, device.channels),
                dtype="float32",
                latency="low",
                callback=feeder.callback,
            )
        except (self._errors, ValueError) as error:
            raise _refusal(device, error) from error

    @property
    def active(self) -> bool:
        """Whether PortAudio still calls."""
        try:
            return bool(self._stream.active)
        except self._errors:
            return False

    @property
    def latency_s(self) -> float:
        """What the device adds between the callback and the loudspeaker, as far as it tells."""
        return float(self._stream.latency)

    def start(self) -> None:
        """Begin to sound.

        Raises
        ------
        DeviceError
            If the device refuses.
        """
        try:
            self._stream.start()
        except self._errors as error:
            self.close()
            raise _refusal(self.device, error) from error

    def close(self) -> bool:
        """Stop sounding and free the device; returns whether PortAudio could.

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


def _refusal(device: OutputDevice, error: Exception) -> DeviceError:
    return DeviceError(
        f"The audio output “{device.name}” cannot be opened: {error}.",
        "Close other programs that use it, or choose another output.",
    )
