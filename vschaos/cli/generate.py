"""Make sound files with an instrument: sounds through it, paths over its latent space, ways from one sound to another.

  vschaos generate reconstruct runs/cello --files voice.wav takes/ --out made      → made/reconstructions/
  vschaos generate trajectories cello.vschaos --trajectories sin ellipse --out made → made/trajectories/
  vschaos generate morph cello.vschaos --files oboe.wav bell.wav --out made         → made/morphs/

Where a training's folder is read, a .vschaos file is accepted. A file of the same name is replaced, in one step, when
the new one is whole. The same command makes the same bytes. “vschaos generate reconstruct --help” tells more.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from vschaos.errors import VschaosError
from vschaos.latent.trajectories import Kind
from vschaos.performance.table import NOISE, PHASE_MODES

KEEP_INPUT = "keep_input"
DEFAULT_KINDS = (Kind.SIN, Kind.RANDOM, Kind.LINE, Kind.SQUARE, Kind.ELLIPSE)
DEFAULT_POINTS = 512

RECONSTRUCT = """Send sounds through an instrument: into its latent space, and back.

Any rate and number of channels goes in. Each channel goes through by itself; what comes out is in time with the input
and as long. Labels that --meta does not give are found by the instrument where it has learned that. Files keep their
names, and their places below a folder. A file that cannot be read is told, and the others go on; the exit code is
then 1."""

TRAJECTORIES = """Send an instrument along paths through its latent space, within −1 … 1, where it has learned.

  sin triangle line saw square   on a straight line: smoothly, evenly, one way, one way again and again, in two steps
  ellipse lissajous spiral       around; every axis at its own pace; opening and closing in four turns
  random points                  from place to place, of any kind or of the training sounds; 8 a cycle
  brownian                       a walk of small random steps

All but line and brownian close into loops where --speed is a whole number. Beside each sound lies its path as CSV.
Every path follows from --seed, its kind and its number: to ask for more kinds, or more of each, changes no other."""

MORPH = """Go from one sound to another: both are taken as paths through the latent space and stretched to one length,
and the weight of the second rises from 0 to 1. Channels are mixed. Quantities among the labels go along; classes
change halfway. Beside each sound lies its path as CSV."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the three things that can be made."""
    what = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    _add_reconstruct(_subparser(what, "reconstruct", "sounds through an instrument and back", RECONSTRUCT))
    _add_trajectories(_subparser(what, "trajectories", "paths over its latent space", TRAJECTORIES))
    _add_morph(_subparser(what, "morph", "from one sound to another", MORPH))


def _subparser(
    what: argparse._SubParsersAction[argparse.ArgumentParser], name: str, summary: str, text: str
) -> argparse.ArgumentParser:
    parser = what.add_parser(name, help=summary, description=text, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, metavar="RUN", help="a training's folder or a .vschaos file")
    return parser


def _add_reconstruct(parser: argparse.ArgumentParser) -> None:
    _add_files(parser, nargs="+", help_text="sounds, and folders of sounds")
    _add_common(parser, (*PHASE_MODES, KEEP_INPUT))


def _add_trajectories(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "--trajectories",
        nargs="+",
        choices=[kind.value for kind in Kind],
        default=[kind.value for kind in DEFAULT_KINDS],
        metavar="KIND",
        help=f"see above; default: {' '.join(kind.value for kind in DEFAULT_KINDS)}",
    )
    add("-b", "--count", type=int, default=1, metavar="N", help="how many of each kind; default: 1")
    add(
        "-s", "--steps", type=int, default=DEFAULT_POINTS, metavar="HOPS",
        help="latent points of each, one a hop of the instrument; default: %(default)s",
    )  # fmt: skip
    add("--seed", type=int, default=0, help="a whole number from 0; default: 0")
    add("--speed", type=float, default=1.0, metavar="CYCLES", help="cycles of the shape in the whole path; default: 1")
    add("--axes", type=int, nargs="+", metavar="AXIS", help="latent axes that move, from 1; the others rest at 0 (all)")
    _add_common(parser, PHASE_MODES)


def _add_morph(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    _add_files(parser, nargs=2, help_text="two sounds")
    add("--curve", choices=("linear", "smooth"), default="linear", help="how the weight rises; default: linear")
    add("--seconds", type=float, metavar="S", help="length of the result; default: that of the longer sound")
    add("-n", "--grid", type=int, metavar="N", help="also N files with fixed weights, evenly from 0 to 1")
    _add_common(parser, PHASE_MODES)


def _add_files(parser: argparse.ArgumentParser, nargs: str | int, help_text: str) -> None:
    parser.add_argument("--files", type=Path, nargs=nargs, required=True, metavar="FILE", help=help_text)


def _add_common(parser: argparse.ArgumentParser, phases: tuple[str, ...]) -> None:
    add = parser.add_argument
    add(
        "-o", "--out", type=Path, required=True, metavar="OUT", help="folder; made if missing, files of a name replaced"
    )
    add("-v", "--version", type=int, help="version of the training; the newest by default")
    add("--checkpoint", choices=("last", "best"), default="last", help="of a training; default: last")
    add("--sr", type=int, metavar="HZ", help="sample rate of what is written; default: the instrument's")
    add("--format", choices=("wav", "flac"), default="wav", help="of what is written, 24 bit; default: wav")
    add("--meta", nargs="+", default=(), metavar="LABEL VALUE", help="labels, as in: pitch 3 octave 4")
    add(
        "--phase", choices=phases, default=PHASE_MODES[0], help=f"where the phase comes from; default: {PHASE_MODES[0]}"
    )
    add("--noise", type=float, default=NOISE, help="breath: 0 … 1 (%(default)s)")
    add("--lookahead", type=int, choices=(0, 1), default=0, help="frames the phase may look ahead: cleaner (0)")
    add("--gain", type=float, default=0.0, metavar="DB", help="level, −60 … 12 dB (0)")
    add("--json", action="store_true", help="print one JSON object a line for what was written, for programs")


def run(arguments: argparse.Namespace) -> int:
    """Make the files, telling of each."""
    # A hop is too little work to share: see `vschaos play --render`. Torch reads this when it loads, which is below.
    os.environ["OMP_NUM_THREADS"] = "1"
    from vschaos.cli import generate_morph, generate_reconstruct, generate_trajectories
    from vschaos.cli.generate_telling import Teller
    from vschaos.cli.script import ended_by_sigterm

    act = {
        "reconstruct": generate_reconstruct.generate,
        "trajectories": generate_trajectories.generate,
        "morph": generate_morph.generate,
    }[arguments.what]
    teller = Teller(as_json=arguments.json)
    try:
        with ended_by_sigterm():
            return act(arguments, teller)
    except VschaosError as error:
        if not arguments.json:
            raise
        teller.failed("", error)
        return 1
