"""Check a folder of sounds, or this computer, and say what helps.

  vschaos doctor FOLDER     which sounds can be learnt from, and why the others cannot
  vschaos doctor            loudspeakers, computing device, real-time priority

Exit code 0: all is well enough to work; 1: nothing usable.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vschaos.data.scan import ScanReport, scan_folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what this verb accepts."""
    parser.add_argument("folder", nargs="?", type=Path, help="a folder of sounds; without it, this computer is checked")
    parser.add_argument("--json", action="store_true", help="print JSON instead of sentences")


def run(arguments: argparse.Namespace) -> int:
    """Check, print, and tell by the exit code whether there is anything to work with."""
    if arguments.folder is not None:
        return _check_folder(arguments.folder, as_json=arguments.json)
    return _check_computer(as_json=arguments.json)


# ── a folder ──────────────────────────────────────────────────────────────────────────────────────────────


def _check_folder(folder: Path, *, as_json: bool) -> int:
    report = scan_folder(folder)
    if as_json:
        print(json.dumps(folder_as_plain(report), ensure_ascii=False, indent=2))
    elif sys.stdout.isatty():
        _print_table(report)
    else:
        _print_lines(report)
    return 0 if report.files else 1


def folder_as_plain(report: ScanReport) -> dict[str, Any]:
    """A report as JSON values; durations in seconds."""
    return {
        "folder": str(report.root),
        "usable": bool(report.files),
        "duration_s": report.duration_s,
        "files": [
            {
                "file": sound.relative,
                "duration_s": sound.duration_s,
                "sample_rate_hz": sound.sample_rate_hz,
                "channels": sound.channels,
            }
            for sound in report.files
        ],
        "rejected": [
            {"file": rejection.relative, "reason": rejection.reason, "remedy": rejection.remedy}
            for rejection in report.rejected
        ],
    }


def summary(report: ScanReport) -> str:
    """What the folder holds, in a sentence or two."""
    if not report.files and not report.rejected:
        return "The folder is empty. Put sounds in wav, flac, aiff, ogg or mp3 into it."
    usable = f"{_count(len(report.files), 'usable sound')}, {length_text(report.duration_s)} in all."
    if not report.files:
        usable = "No usable sound. Put sounds in wav, flac, aiff, ogg or mp3 into the folder."
    if not report.rejected:
        return usable
    return f"{usable} {_count(len(report.rejected), 'file')} cannot be used."


def length_text(duration_s: float) -> str:
    """A duration in the unit that fits it: ``0.25 s``, ``12.5 s``, ``3 min 20 s``, ``2 h 05 min``."""
    if duration_s < 1:
        return f"{duration_s:.2f} s"
    if duration_s < 59.95:
        return f"{duration_s:.1f} s"
    minutes, seconds = divmod(round(duration_s), 60)
    if minutes < 60:
        return f"{minutes} min {seconds:02d} s"
    return f"{minutes // 60} h {minutes % 60:02d} min"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _channels(number: int) -> str:
    return {1: "mono", 2: "stereo"}.get(number, f"{number} channels")


def _print_lines(report: ScanReport) -> None:
    """One line a file, for pipes and logs."""
    for sound in report.files:
        facts = f"{length_text(sound.duration_s)}, {sound.sample_rate_hz} Hz, {_channels(sound.channels)}"
        print(f"{sound.relative}: {facts}")
    for rejection in report.rejected:
        print(f"{rejection.relative}: cannot be used. {rejection.reason} {rejection.remedy}".rstrip())
    print(summary(report))


def _print_table(report: ScanReport) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    if report.files:
        table = Table("Sound", box=None, header_style="bold", pad_edge=False)
        for title in ("Length", "Rate", "Channels"):
            table.add_column(title, justify="right", no_wrap=True)
        for sound in report.files:
            rate = f"{sound.sample_rate_hz} Hz"
            # Text, so that brackets in a file's name are not taken for markup.
            table.add_row(Text(sound.relative), length_text(sound.duration_s), rate, _channels(sound.channels))
        console.print(table)
    if report.rejected:
        table = Table("Cannot be used", "Why", "What helps", box=None, header_style="bold", pad_edge=False)
        for rejection in report.rejected:
            table.add_row(Text(rejection.relative), Text(rejection.reason), Text(rejection.remedy))
        console.print()
        console.print(table)
    console.print()
    console.print(Text(summary(report)))


# ── this computer ─────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Finding:
    """One thing looked at: whether it is well, what was found, and what helps."""

    topic: str
    well: bool
    sentence: str
    remedy: str = ""


def _check_computer(*, as_json: bool) -> int:
    findings = [check_outputs(), check_compute(), check_priority()]
    if as_json:
        print(json.dumps([vars(finding) for finding in findings], ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            mark = "ok" if finding.well else "!!"
            print(f"{mark}  {finding.topic}: {finding.sentence}")
            if finding.remedy:
                print(f"      {finding.remedy}")
    return 0 if findings[1].well else 1  # without sound one can still learn and render


def check_outputs() -> Finding:
    """The audio outputs that PortAudio offers."""
    topic = "Sound"
    try:
        import sounddevice
    except OSError:
        return Finding(
            topic,
            False,
            "PortAudio, the library that plays sound, is missing.",
            "On Debian or Ubuntu: sudo apt install libportaudio2. Learning and rendering to files work without it.",
        )
    try:
        devices: Any = sounddevice.query_devices()
    except sounddevice.PortAudioError as error:
        return Finding(topic, False, f"The audio system does not answer ({error}).", "Restart it, then look again.")
    default = sounddevice.default.device[1]
    names = [
        f"“{device['name']}”{' (default)' if index == default else ''}"
        for index, device in enumerate(devices)
        if device["max_output_channels"] > 0
    ]
    if not names:
        return Finding(
            topic,
            False,
            "There is no audio output.",
            "Connect one, or start a sound server (PipeWire, PulseAudio, JACK). Rendering to files works without it.",
        )
    return Finding(topic, True, f"{_count(len(names), 'output')}: {', '.join(names)}.")


def check_compute() -> Finding:
    """What tensors are computed on."""
    topic = "Computing"
    try:
        import torch
    except (ImportError, OSError) as error:
        return Finding(topic, False, f"torch cannot be loaded ({error}).", "Install vschaos studio anew.")
    threads = _count(torch.get_num_threads(), "thread")
    if torch.cuda.is_available():
        return Finding(topic, True, f"cuda ({torch.cuda.get_device_name()}); torch {torch.__version__}, {threads}.")
    if torch.backends.mps.is_available():
        return Finding(topic, True, f"mps (Apple's GPU); torch {torch.__version__}, {threads}.")
    return Finding(topic, True, f"cpu; torch {torch.__version__}, {threads}.")


def check_priority() -> Finding:
    """Whether the engine's thread may have real-time priority, found by asking for it in a thread that ends at once."""
    topic = "Real-time priority"
    if not hasattr(os, "sched_setscheduler"):
        return Finding(topic, True, "this system gives it to audio threads by its own means.")
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
        return Finding(topic, True, "granted.")
    return Finding(
        topic,
        False,
        "refused; sound may crackle while the computer is busy.",
        "Join the audio group (sudo usermod -aG audio $USER), give it “@audio - rtprio 90” in /etc/security/limits.d/"
        "audio.conf, then log in anew.",
    )
