"""Starts the studio: ``vschaos-studio``, ``python -m vschaos_studio``, or a double click.

Order: the command line, the language, the checks without Qt, then the program.
Whatever keeps the window from opening is shown in a dialog.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import sys
from collections.abc import Sequence

from vschaos import __version__
from vschaos.edition import PROGRAM, learns
from vschaos_studio.early import explain, find_obstacle
from vschaos_studio.obstacle_dialog import show_obstacle


def main(argv: Sequence[str] | None = None) -> int:
    """Run the studio; returns the exit code."""
    gc.disable()  # until the first paint: the modules and the window stay
    does = "Build instruments from sounds, and play them." if learns() else "Play instruments."
    parser = argparse.ArgumentParser(prog=PROGRAM.replace(" ", "-"), description=does)
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument(
        "--smoke-test",
        action="store_true",
        help="show the window, wait until it can sound, print what was measured as JSON, and quit",
    )
    parser.add_argument("paths", metavar="PATH", nargs="*", help="instruments, sounds or folders of them, or a project")
    arguments = parser.parse_args(argv)
    # First of all: the modules of the window translate their texts as they are imported.
    with contextlib.suppress(Exception):  # what is wrong is said in English then
        from vschaos_studio.services.languages import choose_language

        choose_language()
    obstacle, qt_starts = find_obstacle(), False
    if obstacle is None:
        try:
            from vschaos_studio.app import prepare

            run = prepare(arguments=arguments.paths, smoke_test=arguments.smoke_test, version=__version__)
        except Exception as error:
            obstacle, qt_starts = explain(error), True
        else:
            return run()
    show_obstacle(obstacle, qt_starts=qt_starts, waits=not arguments.smoke_test)
    return 1


if __name__ == "__main__":
    sys.exit(main())
