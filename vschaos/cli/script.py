"""Export an instrument for the nn~ object of Max and Pure Data: a folder with the module, patches and a card.

The module is checked in a fresh process before anything is put in place: it opens, keeps to what nn~ asks, sounds as
the instrument does here, whatever the buffer and the number of voices, leads where the pad leads, and survives any
input. An older export of the same name is replaced only by one that passed.

  vschaos script cello.vschaos -o patches
  vschaos script runs/cello -v 2 -n my_cello -o patches
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from vschaos.errors import VschaosError
from vschaos.export.exporter import Exported, Stage, export_nn_tilde
from vschaos.instrument.library import find_instrument


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("source", type=Path, metavar="INSTRUMENT_OR_RUN", help="a .vschaos file or a training's folder")
    parser.add_argument(
        "-o",
        "--out",
        "--output",
        type=Path,
        required=True,
        metavar="OUT",
        help="where to make the folder NAME; made if missing",
    )
    parser.add_argument("-v", "--version", type=int, help="version of the training; the newest by default")
    parser.add_argument("-n", "--name", default="", help="of the folder and its files; the instrument's own by default")
    parser.add_argument("--checkpoint", choices=("last", "best"), default="last", help="of a training; default: last")
    parser.add_argument(
        "--lookahead", type=int, choices=(0, 1), default=0, help="frames the phase may look ahead: cleaner, later (0)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object a line, for programs")


def run(arguments: argparse.Namespace) -> int:
    """Export, telling each stage."""
    tell, tell_done = (_stage_as_json, _done_as_json) if arguments.json else (_stage_in_words, _done_in_words)
    try:
        with ended_by_sigterm():
            source = find_instrument(arguments.source, arguments.version, arguments.checkpoint)
            tell_done(export_nn_tilde(source, arguments.out, arguments.name, lookahead=arguments.lookahead, tell=tell))
    except VschaosError as error:
        if not arguments.json:
            raise
        _print_json(error=error.sentence, remedy=error.remedy)
        return 1
    return 0


def _stage_in_words(_stage: Stage, sentence: str) -> None:
    print(sentence, flush=True)


def _done_in_words(exported: Exported) -> None:
    for check in exported.verified.checks:
        print(f"  {check.name:<11}{check.sentence}")
    print(f"Done: {exported.path.parent}", flush=True)
    print(f"  {', '.join(path.name for path in exported.files)}", flush=True)


def _stage_as_json(stage: Stage, sentence: str) -> None:
    _print_json(stage=stage.value, sentence=sentence)


def _done_as_json(exported: Exported) -> None:
    verified = exported.verified
    _print_json(
        done=True,
        path=str(exported.path),
        files=[str(path) for path in exported.files],
        checks=[dataclasses.asdict(check) for check in verified.checks],
        decode_x_realtime=round(verified.decode_x_realtime, 1),
        forward_x_realtime=round(verified.forward_x_realtime, 1),
    )


@contextmanager
def ended_by_sigterm() -> Iterator[None]:
    """Let SIGTERM unwind the stack, so that everything temporary is cleared away, instead of ending us on the spot."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    previous = signal.signal(signal.SIGTERM, _exit)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, previous)


def _exit(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _print_json(**fields: Any) -> None:
    print(json.dumps(fields, ensure_ascii=False), flush=True)
