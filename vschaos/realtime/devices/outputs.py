"""Which audio outputs and inputs there are, by PortAudio. Runs on the engine's workshop thread.

PortAudio is loaded when first asked for: where its library is missing, the engine goes on without sound.
"""

from __future__ import annotations

import atexit
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from vschaos.errors import DeviceError
from vschaos.realtime.protocol import Devices, InputDevice, OutputDevice

JACK = "JACK Audio Connection Kit"
PREFERRED_APIS = (JACK, "Windows WASAPI", "Core Audio")
"""Whoever runs a JACK server wants to be heard there; on Windows, PortAudio's own default is the slowest API."""

LOST = DeviceError(
    "The JACK server has ended: the list of audio devices cannot be refreshed.",
    "Start the server again, then quit and start this program again.",
)

NO_DEVICE = DeviceError(
    "There is no audio output on this computer.",
    "Connect one, or start an audio server, and refresh the devices.",
)

NO_INPUT = DeviceError(
    "There is no audio input on this computer.", "Connect a microphone or an interface, and refresh the devices."
)

_one_at_a_time = threading.Lock()
"""For what changes standard error: audio and MIDI are looked for on threads of their own."""

QUIET_WITHIN_S = 5.0
"""How long a message waits for those who are quiet: an audio system that hangs must not hold it for ever."""

_Device = TypeVar("_Device", OutputDevice, InputDevice)


def portaudio() -> Any:
    """The module ``sounddevice``.

    Raises
    ------
    DeviceError
        If the PortAudio library is missing or does not start.
    """
    try:
        with quiet():
            import sounddevice
    except OSError as error:
        raise DeviceError(
            "The audio library PortAudio is missing.", "Install it (Debian, Ubuntu: sudo apt install libportaudio2)."
        ) from error
    # Importing starts PortAudio, and raises its own error where an audio system is broken.
    except Exception as error:
        raise DeviceError(
            f"The audio system cannot be started: {error}.", "Check the system's sound settings."
        ) from error
    return sounddevice


def abandon_portaudio() -> None:
    """Leave PortAudio alone from now on: it hangs or aborts, and would at the end of the process, too."""
    atexit.unregister(portaudio()._exit_handler)


@dataclass(frozen=True)
class FoundDevices:
    """What PortAudio lists: its number of each device, and what it is; the one to prefer first."""

    outputs: tuple[tuple[int, OutputDevice], ...] = ()
    inputs: tuple[tuple[int, InputDevice], ...] = ()

    @property
    def event(self) -> Devices:
        """The same for the user."""
        return Devices(tuple(device for _, device in self.outputs), tuple(device for _, device in self.inputs))

    def without_jack(self) -> FoundDevices:
        """The devices of other systems."""
        outputs = tuple(one for one in self.outputs if one[1].host_api != JACK)
        return FoundDevices(outputs, tuple(one for one in self.inputs if one[1].host_api != JACK))

    @property
    def with_jack(self) -> bool:
        """Whether PortAudio is a client of a JACK server."""
        return any(device.host_api == JACK for _, device in (*self.outputs, *self.inputs))


def list_devices(rescan: bool = False) -> FoundDevices:
    """All outputs and inputs.

    Parameters
    ----------
    rescan
        Look for devices that came or went. No stream may be open, and no JACK server that PortAudio knew may have died.

    Raises
    ------
    DeviceError
        If PortAudio cannot be used.
    """
    sounddevice = portaudio()
    try:
        if rescan:
            with quiet():
                # The only way to make PortAudio look again; sounddevice offers no public name for it.
                sounddevice._terminate()
                sounddevice._initialize()
        apis, default = sounddevice.query_hostapis(), sounddevice.default.device
        devices = list(enumerate(sounddevice.query_devices()))
    except sounddevice.PortAudioError as error:
        raise DeviceError(
            f"The audio system does not answer: {error}.", "Check the system's sound settings."
        ) from error

    def found(kind: type[_Device], channels: str, preferred: int) -> tuple[tuple[int, _Device], ...]:
        listed = [
            (
                number,
                kind(
                    name=info["name"],
                    host_api=apis[info["hostapi"]]["name"],
                    channels=info[channels],
                    sample_rate_hz=float(info["default_samplerate"]),
                    default=number == preferred,
                ),
            )
            for number, info in devices
            if info[channels] > 0
        ]
        return tuple(sorted(listed, key=lambda item: (_rank(item[1]), item[0])))

    return FoundDevices(
        found(OutputDevice, "max_output_channels", default[1]), found(InputDevice, "max_input_channels", default[0])
    )


def choose(devices: tuple[tuple[int, _Device], ...], name: str, direction: str = "output") -> tuple[int, _Device]:
    """The device that a name means: the preferred one for an empty name, else the same name, else a part of it.

    Raises
    ------
    DeviceError
        If there is none.
    """
    if not devices:
        raise NO_DEVICE if direction == "output" else NO_INPUT
    wanted = name.casefold().strip()
    if not wanted:
        return devices[0]
    for match in (str.__eq__, str.__contains__):
        for number, device in devices:
            if match(device.name.casefold(), wanted):
                return number, device
    raise DeviceError(
        f"There is no audio {direction} “{name}”.", "Choose another one, or connect it and refresh the devices."
    )


@contextmanager
def quiet() -> Iterator[None]:
    """Nothing on standard error: ALSA and JACK talk there of everything that they look for and do not find."""
    if sys.platform == "win32":
        yield
        return
    with _one_at_a_time:
        kept = os.dup(2)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, 2)
            yield
        finally:
            os.dup2(kept, 2)
            os.close(kept)
            os.close(nowhere)


@contextmanager
def audible() -> Iterator[None]:
    """What is written to standard error meanwhile is not lost while another thread is `quiet`: it is waited for."""
    waited = _one_at_a_time.acquire(timeout=QUIET_WITHIN_S)
    try:
        yield
    finally:
        if waited:
            _one_at_a_time.release()


def _rank(device: OutputDevice | InputDevice) -> int:
    if device.host_api in PREFERRED_APIS:
        return PREFERRED_APIS.index(device.host_api)
    return len(PREFERRED_APIS) + (0 if device.default else 1)
