"""Export an instrument for the nn~ object of Max and Pure Data: a folder with the module, patches and a card.

The module is checked in a fresh process before anything is put in place: it opens, keeps to what nn~ asks, sounds as
the instrument does here, whatever the buffer and the number of voices, leads where the pad leads, and survives any
input. An older export of the same instrument is replaced only by one that passed; another instrument's of the same name
stays, unless --replace is given.

  vschaos script cello.vschaos                        makes the folder cello here
  vschaos script runs/cello -v 2 -n best -o patches   the second version, as it was when its error was lowest
  vschaos script runs/cello -n my_cello -o patches
  vschaos script cello.vschaos --sample-rate 48000    for Max or Pd at 48 kHz, whatever the instrument's rate
"""

from __future__ import annotations

import argparse
from pathlib import Path

from vschaos.cli.ending import ended_by_sigterm
from vschaos.errors import VschaosError
from vschaos.export.exporter import Exported, export_nn_tilde
from vschaos.export.report import EXPORT_MESSAGES, Check, ExportDone, ExportMessage, Progress
from vschaos.instrument.library import find_instrument
from vschaos.messages import Problem

CHECKPOINTS = ("last", "best")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("source", type=Path, metavar="INSTRUMENT_OR_RUN", help="a .vschaos file or a training's folder")
    parser.add_argument(
        "-o",
        "--out",
        "--output",
        type=Path,
        default=Path(),
        metavar="OUT",
        help="where to create the folder NAME; created if missing; default: the current folder",
    )
    parser.add_argument("-v", "--version", type=int, help="version of the training; the newest by default")
    parser.add_argument(
        "-n",
        dest="either",
        default="",
        metavar="last|best|NAME",
        help="last or best: --checkpoint; anything else: --name",
    )
    parser.add_argument("--name", default="", help="name of the folder and its files; default: the instrument's name")
    parser.add_argument("--checkpoint", choices=CHECKPOINTS, help="of a training; default: last")
    parser.add_argument(
        "--sample-rate",
        type=int,
        default=0,
        metavar="HZ",
        help="at which Max or Pd runs: the module resamples; default: the instrument's own",
    )
    parser.add_argument("--replace", action="store_true", help="replace even the export of another instrument")
    parser.add_argument(
        "-t", "--test", nargs="?", default="1", const="1", help="accepted for compatibility: every export is tested"
    )
    parser.add_argument(
        "--lookahead", type=int, choices=(0, 1), default=0, help="frames the phase may look ahead: cleaner, later (0)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object a line, for programs")


def run(arguments: argparse.Namespace) -> int:
    """Export, printing each stage and each check as it comes."""
    progress, done = (_print_message, _print_done_message) if arguments.json else (_print_progress, _print_done)
    try:
        with ended_by_sigterm():
            checkpoint, name = _meant(arguments)
            source = find_instrument(arguments.source, arguments.version, checkpoint)
            exported = export_nn_tilde(
                source,
                arguments.out,
                name,
                lookahead=arguments.lookahead,
                sample_rate_hz=arguments.sample_rate,
                replace=arguments.replace,
                progress=progress,
            )
            done(exported)
    except VschaosError as error:
        if not arguments.json:
            raise
        _print_message(Problem.of(error))
        return 1
    return 0


def _meant(arguments: argparse.Namespace) -> tuple[str, str]:
    """The requested checkpoint and name; ``-n`` may be either."""
    checkpoint, name = arguments.checkpoint or "", arguments.name
    if arguments.either in CHECKPOINTS:
        if checkpoint not in ("", arguments.either):
            raise VschaosError(f"-n {arguments.either} and --checkpoint {checkpoint} differ.", "Leave out one of them.")
        checkpoint = arguments.either
    else:
        name = name or arguments.either
    return checkpoint or "last", name


def _print_progress(event: Progress) -> None:
    print(f"  {event.name:<11}{event.sentence}" if isinstance(event, Check) else event.sentence, flush=True)


def _print_done(exported: Exported) -> None:
    print(f"Done: {exported.path.parent.resolve()}", flush=True)
    print(f"  {', '.join(path.name for path in exported.files)}", flush=True)
    if exported.kept:
        print(f"Patches that you had changed are kept: {', '.join(path.name for path in exported.kept)}.", flush=True)


def _print_done_message(exported: Exported) -> None:
    _print_message(ExportDone(str(exported.path), tuple(map(str, exported.files)), exported.verified))


def _print_message(message: ExportMessage) -> None:
    print(EXPORT_MESSAGES.encode(message), flush=True)
