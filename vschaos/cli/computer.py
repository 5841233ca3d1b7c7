"""Checks of this computer: sound outputs, computing device, real-time priority.

Used by ``vschaos doctor`` without a folder. PortAudio and torch are loaded only by their checks.
"""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from functools import partial
from typing import Any

from vschaos.data.doctor.findings import counted


@dataclass(frozen=True)
class ComputerCheck:
    """Result of one check: whether all is well, what was found, and the remedy."""

    topic: str
    well: bool
    sentence: str
    remedy: str = ""


def check_outputs() -> ComputerCheck:
    """The audio outputs that PortAudio offers."""
    result = partial(ComputerCheck, "Sound")
    try:
        import sounddevice
    except OSError:
        return result(
            False,
            "PortAudio, the library for audio output, is missing.",
            "On Debian or Ubuntu: sudo apt install libportaudio2. Training and rendering to files work without it.",
        )
    try:
        devices: Any = sounddevice.query_devices()
    except sounddevice.PortAudioError as error:
        return result(False, f"The audio system does not respond ({error}).", "Restart it, then check again.")
    default = sounddevice.default.device[1]
    names = [
        f"“{device['name']}”{' (default)' if index == default else ''}"
        for index, device in enumerate(devices)
        if device["max_output_channels"] > 0
    ]
    if not names:
        return result(
            False,
            "There is no audio output.",
            "Connect one, or start a sound server (PipeWire, PulseAudio, JACK). Rendering to files works without it.",
        )
    return result(True, f"{counted(len(names), 'output')}: {', '.join(names)}.")


def check_compute() -> ComputerCheck:
    """The device that computes tensors."""
    result = partial(ComputerCheck, "Computing")
    try:
        import torch
    except (ImportError, OSError) as error:
        return result(False, f"torch cannot be loaded ({error}).", "Reinstall vschaos studio.")
    threads = counted(torch.get_num_threads(), "thread")
    if torch.cuda.is_available():
        return result(True, f"cuda ({torch.cuda.get_device_name()}); torch {torch.__version__}, {threads}.")
    if torch.backends.mps.is_available():
        return result(True, f"mps (Apple's GPU); torch {torch.__version__}, {threads}.")
    return result(True, f"cpu; torch {torch.__version__}, {threads}.")


def check_priority() -> ComputerCheck:
    """Whether the engine's thread can get real-time priority: asks for it in a short-lived thread."""
    result = partial(ComputerCheck, "Real-time priority")
    if not hasattr(os, "sched_setscheduler"):
        return result(True, "this system grants it to audio threads by itself.")
    granted: list[bool] = []

    def ask() -> None:
        try:
            os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(10))  # 0: this thread alone
            granted.append(True)
        except OSError:
            granted.append(False)

    thread = threading.Thread(target=ask, name="ask-priority")
    thread.start()
    thread.join()
    if granted == [True]:
        return result(True, "granted.")
    return result(
        False,
        "refused; there may be dropouts while the computer is busy.",
        "Join the audio group (sudo usermod -aG audio $USER), add the line “@audio - rtprio 90” to "
        "/etc/security/limits.d/audio.conf, then log in again.",
    )
