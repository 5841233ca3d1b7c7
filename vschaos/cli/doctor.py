"""Check a folder of sounds, or this computer, and say what helps.

  vschaos doctor FOLDER                          which sounds can be learnt from, what is the matter with them and
                                                 their labels, and what a training will need
  vschaos doctor FOLDER --ignore clipping        ignore clipped sounds from now on (--unignore: undo)
  vschaos doctor FOLDER --ignore short:tick.wav  of one file only; remembered in the folder
  vschaos doctor FOLDER --leave-out tick.wav     train without this sound from now on (--use: with it again)
  vschaos doctor FOLDER --mix loudest            judge what a training with data.dataset.mix=loudest would learn
  vschaos doctor                                 loudspeakers, computing device, real-time priority

Exit code 0: all is well enough to work; 1: nothing usable.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from vschaos import terminal
from vschaos.cli.computer import check_compute, check_outputs, check_priority
from vschaos.configs.schema import Mix
from vschaos.data.doctor.doctor import Diagnosis, Finding, Severity, diagnose, read_ignored, write_ignored
from vschaos.data.doctor.findings import KINDS, counted
from vschaos.data.facts import MEAN
from vschaos.data.forecast import forecast
from vschaos.data.labels.files import read_labels
from vschaos.data.left_out import read_left_out, write_left_out
from vschaos.data.mix import signal_text
from vschaos.data.scan import ScanReport, SoundFile, scan_folder
from vschaos.edition import learns
from vschaos.errors import VschaosError

_MARKS = {Severity.PROBLEM: "!!", Severity.WARNING: "! ", Severity.NOTE: "  "}
_STYLES = {Severity.PROBLEM: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "default"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what this verb accepts."""
    parser.add_argument("folder", nargs="?", type=Path, help="a folder of sounds; without it, this computer is checked")
    parser.add_argument("--json", action="store_true", help="print JSON instead of sentences")
    several: dict[str, Any] = {"nargs": "+", "action": "extend", "default": [], "metavar": "KIND[:FILE]"}
    parser.add_argument("--ignore", help="findings to hide from now on", **several)
    parser.add_argument("--unignore", help="findings to show again; “all”: every one", **several)
    names: dict[str, Any] = {"nargs": "+", "action": "extend", "default": [], "metavar": "FILE"}
    parser.add_argument("--leave-out", help="sounds to train without from now on", **names)
    parser.add_argument("--use", help="sounds to train with again", **names)
    mixes = [mix.value for mix in Mix]
    parser.add_argument("--mix", choices=mixes, default=mixes[0], help="which channels are learnt")
    parser.add_argument("--all", action="store_true", help="show ignored findings as well")


def run(arguments: argparse.Namespace) -> int:
    """Check and print; the exit code says whether there is anything to work with."""
    if arguments.folder is None:
        if arguments.ignore or arguments.unignore:
            raise VschaosError("Ignored findings belong to a folder of sounds.", "Give the folder first.")
        if arguments.leave_out or arguments.use:
            raise VschaosError("Sounds belong to a folder.", "Give the folder first.")
        return _check_computer(as_json=arguments.json)
    return _check_folder(arguments)


# ── a folder ──────────────────────────────────────────────────────────────────────────────────────────────


def _check_folder(arguments: argparse.Namespace) -> int:
    report = _chosen(scan_folder(arguments.folder, mix=Mix(arguments.mix)), arguments.leave_out, arguments.use)
    labels, problems = read_labels(report.root, None, [sound.relative for sound in report.files])
    files = {sound.relative for sound in report.files} | {problem.file for problem in problems}
    ignored = _ignored(report.root, arguments.ignore, arguments.unignore, files)
    diagnosis = diagnose(report, labels, problems, ignored=ignored, forecast=forecast(report))
    if arguments.json:
        print(json.dumps(folder_as_plain(report, diagnosis), ensure_ascii=False, indent=2))
    elif sys.stdout.isatty():
        _print_table(report)
        _print_diagnosis(diagnosis, show_ignored=arguments.all)
    else:
        _print_lines(report)
        for line in diagnosis_lines(diagnosis, show_ignored=arguments.all):
            print(terminal.one_line(line))
    return 0 if report.audible else 1


def _chosen(report: ScanReport, fewer: Sequence[str], more: Sequence[str]) -> ScanReport:
    """The report after the user's new wishes about what is left out have been written down."""
    known = {sound.relative for sound in report.sounds}
    for name in (*fewer, *more):
        if name not in known:
            raise VschaosError(f"The folder has no sound “{name}”.", "Write the name as the list of sounds shows it.")
    before = read_left_out(report.root)
    wanted = (before | frozenset(fewer)) - frozenset(more)
    if wanted != before:
        write_left_out(report.root, wanted)
    return report.leaving_out(wanted)


def _ignored(root: Path, more: Sequence[str], fewer: Sequence[str], files: Collection[str]) -> frozenset[str]:
    """What is ignored in a folder, after the user's new wishes have been written down."""
    known = read_ignored(root)
    for text in more:
        kind, colon, file = text.partition(":")
        if kind not in KINDS:
            raise VschaosError(f"Unknown kind of finding: “{kind}”.", f"Choose from {', '.join(sorted(KINDS))}.")
        if colon and file not in files:
            raise VschaosError(f"The folder has no file “{file}”.", "Write the name as the findings show it.")
    wanted = known | {_entry(text) for text in more}
    for text in fewer:
        kind = text if ":" not in text else ""
        left = {entry for entry in wanted if entry != _entry(text) and entry.partition("\t")[0] != kind}
        if text != "all" and left == wanted:
            ignored = ", ".join(entry.replace("\t", ":") for entry in sorted(known))
            raise VschaosError(f"“{text}” is not ignored in this folder.", f"Ignored: {ignored}." if known else "")
        wanted = frozenset() if text == "all" else frozenset(left)
    if wanted != known:
        write_ignored(root, wanted)
    return wanted


def _entry(text: str) -> str:
    """An entry of the list from the command line, where a colon stands for the tab."""
    kind, colon, file = text.partition(":")
    return f"{kind}\t{file}" if colon else kind


def folder_as_plain(report: ScanReport, diagnosis: Diagnosis) -> dict[str, Any]:
    """A report and its findings as JSON values; durations in seconds."""
    return {
        "folder": str(report.root),
        "usable": bool(report.audible),
        "duration_s": report.duration_s,
        "files": [
            {
                "file": sound.relative,
                "duration_s": sound.duration_s,
                "sample_rate_hz": sound.sample_rate_hz,
                "channels": sound.channels,
                "learnt": [signal_text(signal) for signal in sound.signals],
                "unfinished": sound.unfinished,
            }
            for sound in report.files
        ],
        "left_out": [sound.relative for sound in report.left_out],
        "rejected": [
            {"file": rejection.relative, "reason": rejection.reason, "remedy": rejection.remedy}
            for rejection in report.rejected
        ],
        "findings": [_finding_as_plain(finding) for finding in diagnosis.findings],
        "ignored": [_finding_as_plain(finding) for finding in diagnosis.ignored],
        "forecast": None if diagnosis.forecast is None else dataclasses.asdict(diagnosis.forecast),
    }


def _finding_as_plain(finding: Finding) -> dict[str, Any]:
    return {**dataclasses.asdict(finding), "severity": finding.severity.value}


def diagnosis_lines(diagnosis: Diagnosis, *, show_ignored: bool) -> list[str]:
    """Findings and forecast in sentences, a line each."""
    lines = [
        f"{finding.severity.value}, {finding.kind}: {finding.sentence} {finding.explanation} {finding.remedy}"
        for finding in diagnosis.findings
    ]
    if show_ignored:
        lines += [f"ignored, {finding.kind}: {finding.sentence}" for finding in diagnosis.ignored]
    return lines + closing_lines(diagnosis, show_ignored=show_ignored)


def closing_lines(diagnosis: Diagnosis, *, show_ignored: bool) -> list[str]:
    """How many findings are not shown, and what a training will need."""
    lines = []
    if diagnosis.ignored and not show_ignored:
        lines.append(f"{counted(len(diagnosis.ignored), 'finding')} ignored; --all shows them.")
    forecast = diagnosis.forecast
    if forecast is not None:
        lines.append(
            f"{forecast.frames:,} frames to learn from, {forecast.store_mb:,.0f} MB of prepared audio, "
            f"about {forecast.memory_mb / 1000:.1f} GB of memory."
        )
        times = ", ".join(f"{name} {rough_text(seconds)}" for name, seconds in forecast.training_s.items())
        lines.append(f"Training on this computer needs about: {times}.")
    return lines


def rough_text(duration_s: float) -> str:
    """An estimated duration, no more exact than it is: ``50 s``, ``12 min``, ``1 h 30 min``, ``26 h``."""
    if duration_s < 90:
        return f"{max(10, round(duration_s, -1)):.0f} s"
    minutes = round(duration_s / 60)
    if minutes < 60:
        return f"{minutes} min"
    if minutes >= 600:
        return f"{round(minutes / 60)} h"
    hours, rest = divmod(round(minutes, -1), 60)
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def summary(report: ScanReport) -> str:
    """What the folder holds, in a sentence or two."""
    if not report.sounds and not report.rejected:
        return "The folder is empty. Put sounds in wav, flac, aiff, ogg, mp3 or m4a into it."
    usable = f"{counted(len(report.files), 'usable sound')}, {length_text(report.duration_s)} in all."
    if report.left_out:
        usable = f"{usable} {counted(len(report.left_out), 'sound')} left out by choice."
    elif not report.files:
        usable = "No usable sound. Put sounds in wav, flac, aiff, ogg, mp3 or m4a into the folder."
    if not report.rejected:
        return usable
    return f"{usable} {counted(len(report.rejected), 'file')} cannot be used."


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


def _channels(sound: SoundFile) -> str:
    number = sound.channels
    text = {1: "mono", 2: "stereo"}.get(number, f"{number} channels")
    if number > 1 and sound.signals != (MEAN,):
        text += f", {' and '.join(signal_text(signal) for signal in sound.signals)} learnt"
    return f"{text}, unfinished" if sound.unfinished else text


def _print_lines(report: ScanReport) -> None:
    """One line a file, for pipes and logs."""
    for sound in report.files:
        facts = f"{length_text(sound.duration_s)}, {sound.sample_rate_hz} Hz, {_channels(sound)}"
        print(terminal.one_line(f"{sound.relative}: {facts}"))
    for sound in report.left_out:
        print(terminal.one_line(f"{sound.relative}: left out by choice."))
    for rejection in report.rejected:
        line = f"{rejection.relative}: cannot be used. {rejection.reason} {rejection.remedy}"
        print(terminal.one_line(line.rstrip()))
    print(summary(report))


def _print_table(report: ScanReport) -> None:
    from rich.table import Table
    from rich.text import Text

    console = terminal.console(soft_wrap=False)
    if report.files:
        table = Table("Sound", box=None, header_style="bold", pad_edge=False)
        for title in ("Length", "Rate", "Channels"):
            table.add_column(title, justify="right", no_wrap=True)
        for sound in report.files:
            rate = f"{sound.sample_rate_hz} Hz"
            # Text, so that brackets in a file's name are not read as markup.
            name = Text(terminal.one_line(sound.relative))
            table.add_row(name, length_text(sound.duration_s), rate, _channels(sound))
        console.print(table)
    if report.left_out:
        console.print()
        for sound in report.left_out:
            console.print(Text(terminal.one_line(f"{sound.relative}: left out by choice."), "dim"))
    if report.rejected:
        table = Table("Cannot be used", "Why", "What to do", box=None, header_style="bold", pad_edge=False)
        for rejection in report.rejected:
            table.add_row(Text(terminal.one_line(rejection.relative)), Text(rejection.reason), Text(rejection.remedy))
        console.print()
        console.print(table)
    console.print()
    console.print(Text(summary(report)))


def _print_diagnosis(diagnosis: Diagnosis, *, show_ignored: bool) -> None:
    from rich.padding import Padding
    from rich.text import Text

    console = terminal.console(soft_wrap=False)
    for finding in diagnosis.findings:
        console.print()
        mark, style = _MARKS[finding.severity], _STYLES[finding.severity]
        console.print(Text(f"{mark}{finding.sentence}  ", style).append(f"({finding.kind})", "dim"))
        console.print(Padding(Text(f"{finding.explanation} {finding.remedy}"), (0, 0, 0, 4)))
    if show_ignored and diagnosis.ignored:
        console.print()
        for finding in diagnosis.ignored:
            console.print(Text(f"ignored: {finding.sentence}  ({finding.kind})", "dim"))
    console.print()
    for line in closing_lines(diagnosis, show_ignored=show_ignored):
        console.print(Text(line))


# ── this computer ─────────────────────────────────────────────────────────────────────────────────────────


def _check_computer(*, as_json: bool) -> int:
    checked = [check_outputs(), *([check_compute()] if learns() else []), check_priority()]
    if as_json:
        print(json.dumps([vars(item) for item in checked], ensure_ascii=False, indent=2))
    else:
        for item in checked:
            mark = "ok" if item.well else "!!"
            print(f"{mark}  {item.topic}: {item.sentence}")
            if item.remedy:
                print(f"      {item.remedy}")
    return 0 if checked[1].well else 1  # without sound one can still learn and render
