"""Measure speed, latency and quality on this computer, and print the figures as JSON.

  vschaos bench              all benchmarks; takes a few minutes
  vschaos bench decode       one benchmark

The benchmarks are in the folder benchmarks/ of the source code, one file each; an installed app does not have them.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import sys
from pathlib import Path
from typing import Any

import vschaos
from vschaos.errors import VschaosError

FOLDER = Path(vschaos.__file__).parents[1] / "benchmarks"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("names", nargs="*", help=f"benchmarks to run: {', '.join(_names()) or 'none found'}")


def run(arguments: argparse.Namespace) -> int:
    """Run the benchmarks and print one JSON object."""
    available = _names()
    if not available:
        raise VschaosError("The benchmarks are not installed.", "Run this from the source code of the project.")
    names = arguments.names or available
    unknown = [name for name in names if name not in available]
    if unknown:
        raise VschaosError(f"There is no benchmark “{unknown[0]}”.", f"Choose from {', '.join(available)}.")
    figures: dict[str, Any] = {"machine": {"cores": os.cpu_count(), "system": platform.platform()}}
    for name in names:
        print(f"{name} …", file=sys.stderr, flush=True)
        figures[name] = _load(name).run()
    print(json.dumps(figures, indent=2))
    return 0


def _names() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("_"))


def _load(name: str) -> Any:
    if str(FOLDER.parent) not in sys.path:
        sys.path.insert(0, str(FOLDER.parent))  # benchmarks import each other
    return importlib.import_module(f"benchmarks.{name}")
