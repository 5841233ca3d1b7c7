"""What this computer can do for the instrument: sound outputs, computing device, real-time priority.

Used by ``vschaos doctor`` without a folder. PortAudio and torch are loaded only when they are asked for.
"""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Checked:
    """One thing looked at: whether it is well, what was found, and what helps."""

    topic: str
    well: bool
    sentence: str
    remedy: str = ""


def check_outputs() -> Checked:
    """The audio outputs that PortAudio offers."""
    topic = "Sound"
    try:
        import sounddevice
    except OSError:
        return Checked(
            topic,
            False,
            "PortAudio, the library that plays sound, is missing.",
            "On Debian or Ubuntu: sudo apt install libportaudio2. Learning and rendering to files work without it.",
        )
    try:
        devices: Any = sounddevice.query_devices()
    except sounddevice.PortAudioError as error:
        return Checked(topic, False, f"The audio system does not answer ({error}).", "Restart it, then look again.")
    default = sounddevice.default.device[1]
    names = [
        f"“{device['name']}”{' (default)' if index == default else ''}"
        for index, device in enumerate(devices)
        if device["max_output_channels"] > 0
    ]
    if not names:
        return Checked(
            topic,
            False,
            "There is no audio output.",
            "Connect one, or start a sound server (PipeWire, PulseAudio, JACK). Rendering to files works without it.",
        )
    return Checked(topic, True, f"{_counted(len(names), 'output')}: {', '.join(names)}.")


def check_compute() -> Checked:
    """What tensors are computed on."""
    topic = "Computing"
    try:
        import torch
    except (ImportError, OSError) as error:
        return Checked(topic, False, f"torch cannot be loaded ({error}).", "Install vschaos studio anew.")
    threads = _counted(torch.get_num_threads(), "thread")
    if torch.cuda.is_available():
        return Checked(topic, True, f"cuda ({torch.cuda.get_device_name()}); torch {torch.__version__}, {threads}.")
    if torch.backends.mps.is_available():
        return Checked(topic, True, f"mps (Apple's GPU); torch {torch.__version__}, {threads}.")
    return Checked(topic, True, f"cpu; torch {torch.__version__}, {threads}.")


def check_priority() -> Checked:
    """Whether the engine's thread may have real-time priority, found by asking for it in a thread that ends at once."""
    topic = "Real-time priority"
    if not hasattr(os, "sched_setscheduler"):
        return Checked(topic, True, "this system gives it to audio threads by its own means.")
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
        return Checked(topic, True, "granted.")
    return Checked(
        topic,
        False,
        "refused; sound may crackle while the computer is busy.",
        "Join the audio group (sudo usermod -aG audio $USER), give it “@audio - rtprio 90” in /etc/security/limits.d/"
        "audio.conf, then log in anew.",
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
