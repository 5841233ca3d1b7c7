"""The studio's engine process: orders on standard input, events on standard output, one line of JSON each."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator

from vschaos.realtime.process import run_engine, take_over_stdout


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none: everything comes as orders."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Run until standard input closes or the order to shut down comes."""
    del arguments
    # Ctrl-C in the terminal that the studio was started from is for the studio, which then closes our input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A polite end by the system fades out as well.
    signal.signal(signal.SIGTERM, _interrupt)
    return run_engine(_lines(), take_over_stdout())


def _lines() -> Iterator[str]:
    """Lines of standard input as they come; a broken encoding breaks its own line only."""
    while line := sys.stdin.buffer.readline(1 << 20):
        yield line.decode("utf-8", errors="replace")


def _interrupt(number: int, frame: object) -> None:  # noqa: ARG001
    raise KeyboardInterrupt
