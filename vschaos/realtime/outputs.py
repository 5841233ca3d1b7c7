"""Which audio outputs there are, by PortAudio. Runs on the engine's workshop thread.

PortAudio is loaded when first asked for: where its library is missing, the engine goes on without sound.
"""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from vschaos.errors import DeviceError
from vschaos.realtime.protocol import OutputDevice

PREFERRED_APIS = ("JACK Audio Connection Kit", "Windows WASAPI", "Core Audio")
"""Whoever runs a JACK server wants to be heard there; on Windows, PortAudio's own default is the slowest API."""

LOST = DeviceError(
    "The audio system does not answer any more.",
    "Start the audio server again, then quit and start this program again.",
)

NO_DEVICE = DeviceError(
    "There is no audio output on this computer.",
    "Connect one, or start an audio server, and look for devices again.",
)


def portaudio() -> Any:
    """The module ``sounddevice``.

    Raises
    ------
    DeviceError
        If the PortAudio library is missing or does not start.
    """
    try:
        with _quiet():
            import sounddevice
    except OSError as error:
        raise DeviceError(
            "The audio library PortAudio is missing.", "Install it (Debian, Ubuntu: sudo apt install libportaudio2)."
        ) from error
    # Importing starts PortAudio, and raises its own error where an audio system is broken.
    except Exception as error:
        raise DeviceError(f"The audio system does not start: {error}.", "Check the system's sound settings.") from error
    return sounddevice


def abandon_portaudio() -> None:
    """Leave PortAudio alone from now on: it hangs, and would at the end of the process, too."""
    atexit.unregister(portaudio()._exit_handler)


def list_outputs(rescan: bool = False) -> tuple[tuple[int, OutputDevice], ...]:
    """The outputs with PortAudio's number of each, the one to prefer first.

    Parameters
    ----------
    rescan
        Look for devices that came or went. No stream may be open.

    Raises
    ------
    DeviceError
        If PortAudio cannot be used.
    """
    sounddevice = portaudio()
    try:
        if rescan:
            with _quiet():
                # The only way to make PortAudio look again; sounddevice offers no public name for it.
                sounddevice._terminate()
                sounddevice._initialize()
        apis, default = sounddevice.query_hostapis(), sounddevice.default.device[1]
        found = [
            (number, _output(info, apis[info["hostapi"]], number == default))
            for number, info in enumerate(sounddevice.query_devices())
            if info["max_output_channels"] > 0
        ]
    except sounddevice.PortAudioError as error:
        raise DeviceError(
            f"The audio system does not answer: {error}.", "Check the system's sound settings."
        ) from error
    return tuple(sorted(found, key=lambda item: (_rank(item[1]), item[0])))


def choose_output(outputs: tuple[tuple[int, OutputDevice], ...], name: str) -> tuple[int, OutputDevice]:
    """The output that a name means: the preferred one for an empty name, else the same name, else a part of it.

    Raises
    ------
    DeviceError
        If there is none.
    """
    if not outputs:
        raise NO_DEVICE
    wanted = name.casefold().strip()
    if not wanted:
        return outputs[0]
    for match in (str.__eq__, str.__contains__):
        for number, device in outputs:
            if match(device.name.casefold(), wanted):
                return number, device
    raise DeviceError(f"There is no audio output “{name}”.", "Choose another one, or connect it and look again.")


@contextmanager
def _quiet() -> Iterator[None]:
    """Nothing on standard error: ALSA and JACK talk there of everything that they look for and do not find."""
    if sys.platform == "win32":
        yield
        return
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _rank(device: OutputDevice) -> int:
    if device.host_api in PREFERRED_APIS:
        return PREFERRED_APIS.index(device.host_api)
    return len(PREFERRED_APIS) + (0 if device.default else 1)


def _output(info: Any, api: Any, default: bool) -> OutputDevice:
    return OutputDevice(
        name=info["name"],
        host_api=api["name"],
        channels=info["max_output_channels"],
        sample_rate_hz=float(info["default_samplerate"]),
        default=default,
    )
