"""Make sound files with an instrument: reconstruct sounds, follow paths, let it play by itself, morph two sounds.

  vschaos generate reconstruct runs/cello --files voice.wav sounds/ --out made     → made/reconstructions/
  vschaos generate trajectories cello.vschaos --trajectories sin ellipse --out made → made/trajectories/
  vschaos generate wander cello.vschaos --seconds 60 --out made                     → made/phrases/
  vschaos generate morph cello.vschaos --files oboe.wav bell.wav --out made         → made/morphs/

RUN is the folder of a training, or a .vschaos file. Existing files with the same name are replaced once the new file is
complete. The same command always writes the same bytes. More help: vschaos generate reconstruct --help
"""

from __future__ import annotations

import argparse
import importlib

from vschaos.cli.ending import ended_by_sigterm
from vschaos.cli.generate.options import LIMITS, add_arguments
from vschaos.cli.generate.output import GenerateOutput
from vschaos.cli.option_limits import check_options
from vschaos.errors import VschaosError

__all__ = ["add_arguments", "run"]


def run(arguments: argparse.Namespace) -> int:
    """Make the files and report each; returns the exit code."""
    part = importlib.import_module(f"vschaos.cli.generate.{arguments.what}")
    output = GenerateOutput(as_json=arguments.json)
    if arguments.cuda is not None and arguments.cuda >= 0:
        output.warn(f"--cuda {arguments.cuda} has no effect: instruments play on the CPU, faster than real time.")
    try:
        check_options(arguments, LIMITS)
        with ended_by_sigterm():
            return part.generate(arguments, output)
    except VschaosError as error:
        if not arguments.json:
            raise
        output.failed("", error)
        return 1
