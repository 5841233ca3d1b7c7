"""Audio streams: PortAudio calls the core on its own real-time thread, for samples, or hands some over.

The callbacks are functions of the core (``callback.c``): no Python runs there. They find what they work on by the
address that PortAudio hands them as user data.

sounddevice promises no stream whose callback is machine code. Of its version 0.5 this needs: the base class of its own
streams, ``_StreamBase``, which takes a C function's address as ``callback`` and a pointer as ``userdata``, and its cffi
instance ``_ffi``.
"""

from __future__ import annotations

import threading
from typing import Any

from vschaos.core.library import core, ffi
from vschaos.core.player import CorePlayer
from vschaos.errors import DeviceError
from vschaos.realtime.devices.outputs import abandon_portaudio, portaudio
from vschaos.realtime.figures import Durations
from vschaos.realtime.protocol import InputDevice, OutputDevice

CHANNELS = 2
MOST_CHANNELS = 8
"""On more the first two sound alone: a mixer's channels, or a system's that claims many and mixes them down."""

CLOSES_WITHIN_S = 1.0
BLOCK_SAMPLES = {"ALSA": 512}
"""Fixed blocks where an API's own choice is unsteady; elsewhere PortAudio follows the device."""

_hanging: list[object] = []
"""Streams that PortAudio could not close, and may still call."""


class _Stream:
    """An open PortAudio stream whose callback is a function of the core. Made stopped."""

    def __init__(
        self,
        kind: str,
        number: int,
        device: OutputDevice | InputDevice,
        channels: int,
        callback: Any,
        data: Any,
        latency_s: float,
    ) -> None:
        sounddevice = portaudio()
        self.device = device
        self._errors = sounddevice.PortAudioError
        self._data = data
        try:
            self._stream = sounddevice._StreamBase(
                kind=kind,
                samplerate=device.sample_rate_hz,
                blocksize=BLOCK_SAMPLES.get(device.host_api, 0),
                device=number,
                channels=channels,
                dtype="float32",
                latency=latency_s or "low",
                callback=int(ffi.cast("uintptr_t", callback)),
                userdata=sounddevice._ffi.cast("void *", int(ffi.cast("uintptr_t", data))),
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
        """What the device adds between callback and loudspeaker or microphone, as far as it is known."""
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
            _hanging.append(self)
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
    """An open output.

    Parameters
    ----------
    number, device
        PortAudio's number of the device, and what it is.
    player
        Makes its samples.
    latency_s
        What the device shall add at least; 0: as little as it can.

    Attributes
    ----------
    intervals, renders
        How long it was between two calls, and how long each took.

    Raises
    ------
    DeviceError
        If the device refuses.
    """

    def __init__(self, number: int, device: OutputDevice, player: CorePlayer, latency_s: float = 0.0) -> None:
        self.player = player
        self.counts = Outlet(player, device.channels if device.channels <= MOST_CHANNELS else CHANNELS)
        outlet = self.counts
        super().__init__("output", number, device, outlet.channels, core.vs_play, outlet.handle, latency_s)


class Outlet:
    """What the output's callback works on and counts, apart from PortAudio.

    Parameters
    ----------
    player
        Makes the samples.
    channels
        Of the device.

    Attributes
    ----------
    handle
        The core's ``vs_outlet``.
    intervals, renders
        How long it was between two calls, and how long each took.
    """

    def __init__(self, player: CorePlayer, channels: int) -> None:
        self.channels = channels
        self.handle: Any = ffi.new("vs_outlet *")
        self.handle.player, self.handle.channels = player.handle, channels
        self.handle.rate_hz = player.device_rate_hz
        self._player = player
        self.intervals = Durations(self.handle.intervals)
        self.renders = Durations(self.handle.renders)

    @property
    def underruns(self) -> int:
        """Calls before which the device had run dry, and late ones.

        Counted only while something is heard: silence that comes late is silence all the same.
        """
        return int(self.handle.underruns)

    @property
    def late_underruns(self) -> int:
        """Those underruns for which we were to blame: what was rendered took longer than it lasts."""
        return int(self.handle.late)

    @property
    def calls(self) -> int:
        """How often PortAudio has called."""
        return self.renders.count

    @property
    def block(self) -> int:
        """Frames of the last call."""
        return int(self.handle.block)

    @property
    def load(self) -> float:
        """Share of the time that rendering takes, a moving average."""
        return float(self.handle.load)

    @property
    def first_sound_at(self) -> float:
        """When the first sample that is not zero was handed over, on PortAudio's clock; 0 before."""
        return float(self.handle.first_sound_at)

    @property
    def thread_id(self) -> int:
        """The kernel's number of the thread that calls, on Linux; 0 before the first call."""
        return int(self.handle.thread_id)


class InputStream(_Stream):
    """An open input, mixed to one channel.

    Parameters
    ----------
    number, device
        PortAudio's number of the device, and what it is.
    player
        Whose inlet takes what comes in. While it is full, what comes is dropped.

    Raises
    ------
    DeviceError
        If the device refuses.
    """

    def __init__(self, number: int, device: InputDevice, player: CorePlayer) -> None:
        self._player = player
        intake: Any = ffi.new("vs_intake *")
        intake.ring, intake.channels = player.inlet, min(device.channels, CHANNELS)
        super().__init__("input", number, device, intake.channels, core.vs_take_in, intake, 0.0)
