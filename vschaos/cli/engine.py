"""The studio's engine process: orders on standard input, events on standard output, one line of JSON each."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator

from vschaos.realtime.process import run_engine, take_over_stdout

ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are none: everything comes as orders."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Run until standard input closes or the order to shut down comes."""
    del arguments
    # Ctrl-C in the terminal that the studio was started from is for the studio, which then closes our input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A polite end by the system, or a terminal that is closed, fades out as well.
    for number in ENDING:
        signal.signal(number, _interrupt)
    return run_engine(_lines(), take_over_stdout())


def _lines() -> Iterator[str]:
    """Lines of standard input as they come; a broken encoding breaks its own line only."""
    while line := sys.stdin.buffer.readline(1 << 20):
        yield line.decode("utf-8", errors="replace")


def _interrupt(number: int, frame: object) -> None:  # noqa: ARG001
    # Once: a second one must not break off the fade, nor the recording that is being finished.
    for one in ENDING:
        signal.signal(one, signal.SIG_IGN)
    raise KeyboardInterrupt
