"""Starts the studio: ``vschaos-studio``, ``python -m vschaos_studio``, or a double click.

Order: what a frozen child process needs, the command line, the checks without Qt, then the program.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from collections.abc import Sequence
from importlib.metadata import version

from vschaos_studio.early import find_obstacle


def main(argv: Sequence[str] | None = None) -> int:
    """Run the studio; returns the exit code."""
    multiprocessing.freeze_support()
    parser = argparse.ArgumentParser(prog="vschaos-studio", description="Build instruments from sounds, and play them.")
    parser.add_argument("--version", action="version", version=version("vschaos-studio"))
    parser.add_argument(
        "--smoke-test",
        action="store_true",
        help="show the window, wait until it can sound, print what was measured as JSON, and quit",
    )
    parser.add_argument("paths", metavar="PATH", nargs="*", help="instruments, sounds or folders of them, or a project")
    arguments = parser.parse_args(argv)
    obstacle = find_obstacle()
    if obstacle is not None:
        print(obstacle, file=sys.stderr)
        return 1
    # First of all: the modules of the window translate their texts as they are imported.
    from vschaos_studio.services.languages import choose_language

    choose_language()
    from vschaos_studio.app import run

    return run(arguments=arguments.paths, smoke_test=arguments.smoke_test, version=version("vschaos-studio"))


if __name__ == "__main__":
    sys.exit(main())
