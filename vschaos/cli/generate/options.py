"""The options of `vschaos generate`. Torch-free."""

from __future__ import annotations

import argparse
import math
from pathlib import Path

from vschaos.audio_opening import MAX_SAMPLE_RATE_HZ, MIN_SAMPLE_RATE_HZ
from vschaos.configs.records import Limits
from vschaos.latent.trajectories import TrajectoryKind
from vschaos.performance.table import NOISE, PHASE_MODES

KEEP_INPUT = "keep_input"
DEFAULT_KINDS = (TrajectoryKind.LINE, TrajectoryKind.SIN, TrajectoryKind.RANDOM)
DEFAULT_COUNT = 3
DEFAULT_OUT = Path("outs")
DEFAULT_POINTS = 512
DEFAULT_PHRASE_S = 20.0
LONGEST_S = 3600.0

LIMITS = {
    "noise": Limits(-1, 1),
    "gain": Limits(-60, 12, "dB"),
    "sr": Limits(MIN_SAMPLE_RATE_HZ, MAX_SAMPLE_RATE_HZ, "Hz"),
    "jitter": Limits(0, 8),  # larger coordinates are clipped
    "seed": Limits(0, math.inf),
    "count": Limits(1, math.inf),
    "wander": Limits(0, 1),
    "seconds": Limits(0, LONGEST_S, "seconds", above=True),
    "grid": Limits(2, 1000),
}
"""Ranges of the numeric options."""

RECONSTRUCT = """Send sounds through an instrument: into its latent space and back.

Sounds can have any sample rate and number of channels. Each channel is processed separately; the result is aligned
with the input and equally long. Labels that are not set with --meta are predicted if the instrument can. Files keep
their names and subfolders. Files that cannot be read are reported and skipped; the exit code is then 1."""

TRAJECTORIES = """Play an instrument along paths through its latent space, within −1 … 1 (its training sounds).

  sin triangle line saw square   on a straight line: smooth, even, one way, one way and jump back, jump between two ends
  ellipse lissajous spiral       a loop; each axis at its own speed; four turns that open and close
  random points                  through 8 points in each cycle: random ones, or points of the training sounds
  brownian                       small random steps

With a whole --speed, all but line and brownian are loops. The path is saved next to each sound as CSV.
Each path depends only on --seed, its kind and its number: more kinds or a higher count do not change the others."""

WANDER = """Let an instrument play by itself: phrases like those of its training sounds, with attacks, decays and rests.

Next to each sound, the phrase is saved as a gesture (.json): the studio opens and plays it, and so does
vschaos play --gesture. Each phrase depends only on --seed and its number, and begins at --start."""

MORPH = """Morph from one sound to another: their paths through the latent space are stretched to the same length, and
the weight of the second rises from 0 to 1. Channels are mixed to one. Labels that are quantities are interpolated;
classes change halfway. The path is saved next to each sound as CSV."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the parsers of reconstruct, trajectories, wander and morph."""
    what = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    _add_reconstruct(_subparser(what, "reconstruct", "send sounds through an instrument", RECONSTRUCT))
    _add_trajectories(_subparser(what, "trajectories", "follow paths through its latent space", TRAJECTORIES))
    _add_wander(_subparser(what, "wander", "let it play by itself", WANDER))
    _add_morph(_subparser(what, "morph", "morph from one sound to another", MORPH))


def _subparser(
    what: argparse._SubParsersAction[argparse.ArgumentParser], name: str, summary: str, text: str
) -> argparse.ArgumentParser:
    parser = what.add_parser(name, help=summary, description=text, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, metavar="RUN", help="folder of a training, or a .vschaos file")
    return parser


def _add_reconstruct(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    _add_files(parser, nargs="+", help_text="sound files and folders")
    add(
        "--sample_latent", "--sample-latent", type=int, choices=(0, 1), default=0,
        help="1: draw each latent point from the posterior instead of using its mean; default: 0",
    )  # fmt: skip
    _add_jitter(parser)
    add("--seed", type=int, default=0, help="seed of the random numbers, 0 or more; default: 0")
    add("--dataset", type=Path, metavar="FOLDER", help="read the labels of sounds in this dataset")
    _add_common(parser, (*PHASE_MODES, KEEP_INPUT))


def _add_trajectories(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "--trajectories",
        nargs="+",
        choices=[kind.value for kind in TrajectoryKind],
        default=[kind.value for kind in DEFAULT_KINDS],
        metavar="KIND",
        help=f"kinds of path, see above; default: {' '.join(kind.value for kind in DEFAULT_KINDS)}",
    )
    add(
        "-b", "--count", "--n_batches", "--n-batches", type=int, default=DEFAULT_COUNT, metavar="N",
        help="number of paths of each kind; default: %(default)s",
    )  # fmt: skip
    add(
        "-s", "--steps", "--n_steps", "--n-steps", type=int, default=DEFAULT_POINTS, metavar="HOPS",
        help="length of each path in hops of the instrument; default: %(default)s",
    )  # fmt: skip
    add(
        "--sample_latent", "--sample-latent", type=int, choices=(0, 1), default=0,
        help="no effect: paths use no encoder",
    )  # fmt: skip
    _add_jitter(parser)
    add("--seed", type=int, default=0, help="seed of the random numbers, 0 or more; default: 0")
    add("--speed", type=float, default=1.0, metavar="CYCLES", help="cycles in the whole path; default: 1")
    add("--axes", type=int, nargs="+", metavar="AXIS", help="latent axes that move, counted from 1; default: all")
    _add_common(parser, PHASE_MODES)


def _add_wander(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("-b", "--count", type=int, default=DEFAULT_COUNT, metavar="N", help="number of phrases; default: %(default)s")
    add("--seconds", type=float, default=DEFAULT_PHRASE_S, metavar="S", help="length of each; default: %(default)s")
    add("--seed", type=int, default=0, help="seed of the random numbers, 0 or more; default: 0")
    add(
        "--start", type=float, nargs="+", metavar="Z",
        help="coordinates where each begins, −1 … 1, first axis first; default: the instrument's start",
    )  # fmt: skip
    add(
        "--wander", type=float, default=1.0, metavar="SHARE",
        help="1: the instrument leads alone; below, its phrases are nearer to --start; default: 1",
    )  # fmt: skip
    _add_common(parser, PHASE_MODES)


def _add_morph(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    _add_files(parser, nargs=2, help_text="two sound files")
    add("--curve", choices=("linear", "smooth"), default="linear", help="how the weight rises; default: linear")
    add("--seconds", type=float, metavar="S", help="length of the result; default: length of the longer sound")
    add("-n", "--grid", type=int, metavar="N", help="also write N files with fixed weights, evenly spaced from 0 to 1")
    _add_common(parser, PHASE_MODES)


def _add_jitter(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--jitter", type=float, default=0.0, metavar="X",
        help="move each latent point randomly by this standard deviation; −1 … 1 spans the training sounds; default: 0",
    )  # fmt: skip


def _add_files(parser: argparse.ArgumentParser, nargs: str | int, help_text: str) -> None:
    parser.add_argument("-f", "--files", type=Path, nargs=nargs, required=True, metavar="FILE", help=help_text)


def _add_common(parser: argparse.ArgumentParser, phases: tuple[str, ...]) -> None:
    add = parser.add_argument
    add(
        "-o", "--out", "--out_path", "--out-path", type=Path, default=DEFAULT_OUT, metavar="OUT",
        help="output folder, created if missing; existing files are replaced; default: %(default)s",
    )  # fmt: skip
    add("--cuda", type=int, metavar="N", help="no effect: instruments play on the CPU")
    add("-v", "--version", type=int, help="version of the training; default: the newest")
    add("--checkpoint", choices=("last", "best"), default="last", help="checkpoint of the training; default: last")
    add("--sr", type=int, metavar="HZ", help="sample rate of the files; default: the instrument's")
    add("--format", choices=("wav", "flac"), default="wav", help="file format, 24 bit; default: wav")
    add("--meta", nargs="+", default=(), metavar="LABEL VALUE", help="labels, for example: pitch 3 octave 4")
    add("--phase", choices=phases, default=PHASE_MODES[0], help=f"phase of the sound; default: {PHASE_MODES[0]}")
    add(
        "--noise", type=float, default=NOISE, help="more noise, or less, than was learned: −1 … 1; default: %(default)s"
    )
    add(
        "--lookahead",
        type=int,
        choices=(0, 1),
        default=0,
        help="frames of look-ahead; 1 sounds cleaner; default: 0",
    )
    add("--gain", type=float, default=0.0, metavar="DB", help="output level, −60 … 12 dB; default: 0")
    add("--json", action="store_true", help="print one JSON object per line, for programs")
