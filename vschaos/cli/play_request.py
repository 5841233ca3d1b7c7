"""What the command line asks of a performance: where it starts, its set, its gesture. Torch-free."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from vschaos.errors import VschaosError
from vschaos.latent.latent_map import LatentMap
from vschaos.performance.controls import Label, Playable
from vschaos.performance.gesture_files import read_gesture
from vschaos.performance.performance import Performance
from vschaos.performance.set_files import read_set
from vschaos.performance.state import Origin, Touch
from vschaos.performance.table import NOISE
from vschaos.performance.tuning_files import read_tuning
from vschaos.performance.wandering import Phrases


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what says how to play."""
    parser.add_argument("--gain", type=float, default=0.0, metavar="DB", help="output level, −60 … 12 dB (0)")
    parser.add_argument(
        "--pad", type=float, nargs=2, metavar=("X", "Y"), help="−1 … 1 each; without it, where the instrument starts"
    )
    parser.add_argument("--meta", nargs="+", default=(), metavar="LABEL VALUE", help="labels, as in: pitch 3 octave 4")
    parser.add_argument(
        "--noise", type=float, default=NOISE, help="more noise, or less, than was learned: −1 … 1 (%(default)s)"
    )
    parser.add_argument(
        "--set",
        nargs="+",
        action="append",
        default=[],
        dest="controls",
        metavar="CONTROL VALUE",
        help="any control by its OSC address, as in: --set lfo/z1/shape 1 --set spread 0.5",
    )
    parser.add_argument(
        "--snapshots", type=Path, metavar="FILE", help="a set that the studio wrote: snapshots, tuning, MIDI bindings"
    )
    parser.add_argument("--tuning", type=Path, metavar="FILE", help="tune the keys by a .scl or .tun file")
    parser.add_argument("--recall", type=int, metavar="N", help="begin with this snapshot of the set")
    parser.add_argument("--gesture", type=Path, metavar="FILE", help="play a gesture (.json, .csv), again and again")


def requested(
    arguments: argparse.Namespace,
    playable: Playable,
    terrain: LatentMap | None = None,
    seed: int = 0,
    phrases: Phrases | None = None,
) -> Performance:
    """A performance of an instrument as the command line asks for it.

    Raises
    ------
    VschaosError
        For controls, labels or numbers that are none, and for files that cannot be read.
    """
    performance = Performance(playable, seed, terrain, phrases)
    apply(arguments, performance)
    return performance


def apply(arguments: argparse.Namespace, performance: Performance) -> None:
    """Bring a performance that is fitted to its instrument to where the command line wants it; as `requested`."""
    touches = list(_touches(arguments, performance.playable))
    if arguments.snapshots:
        if not arguments.snapshots.exists():
            raise VschaosError(
                f"There is no set “{arguments.snapshots}”.", "The studio writes one for each instrument."
            )
        opened = read_set(arguments.snapshots)
        performance.load_snapshots(opened.snapshots)
        performance.tuning = opened.tuning
    if arguments.tuning:
        performance.tuning = read_tuning(arguments.tuning)
    if arguments.recall is not None:
        touches.insert(0, Touch("snapshot.recall", (float(arguments.recall),)))
    if arguments.gesture:
        performance.load_gesture(read_gesture(arguments.gesture))
        touches.append(Touch("gesture.play", (1.0,)))
    for refused in performance.touch(touches, Origin.CLI).refused:
        raise refused.error


def _touches(arguments: argparse.Namespace, playable: Playable) -> tuple[Touch, ...]:
    return (
        *_pad_touches(arguments, playable),
        *label_touches(arguments.meta, playable),
        Touch("noise", (arguments.noise,)),
        Touch("gain", (arguments.gain,)),
        *_control_touches(arguments.controls),
        Touch("play", (1.0,)),
    )


def _pad_touches(arguments: argparse.Namespace, playable: Playable) -> tuple[Touch, ...]:
    if arguments.pad is None:
        return ()
    x, y = arguments.pad
    return (Touch("pad", (x, y)),) if playable.latent_dims > 1 else (Touch("pad.x", (x,)),)


def label_touches(given: Sequence[str], playable: Playable) -> tuple[Touch, ...]:
    """The touches of ``--meta pitch 3 octave 4``.

    Raises
    ------
    VschaosError
        If the instrument lacks such a label, or has not learned such a value.
    """
    known = {label.name: label for label in playable.labels}
    if len(given) % 2:
        raise VschaosError("--meta needs pairs of a label and its value.", "Write it as in: --meta pitch 3 octave 4")
    touches: list[Touch] = []
    for name, text in zip(given[::2], given[1::2], strict=True):
        if name not in known:
            has = f"It has {', '.join(known)}." if known else "It has none."
            raise VschaosError(f"This instrument has no label “{name}”.", has)
        touches.append(Touch(f"label.{name}", (_label_value(text, known[name]),)))
    return tuple(touches)


def _label_value(text: str, label: Label) -> float:
    """A value of a label, given as a number or as a class's name; raises VschaosError for what was not learned."""
    if text in label.classes:
        return float(label.low + label.classes.index(text))
    span = f"{label.low:g} to {label.high:g}"
    if label.classes:
        span += f" ({', '.join(label.classes)})"
    try:
        value = float(text)
    except ValueError as error:
        raise VschaosError(f"“{text}” is not a value of the label “{label.name}”.", f"Give {span}.") from error
    if not label.low <= value <= label.high:  # also for what is not a number
        raise VschaosError(
            f"{value:g} is not a value of the label “{label.name}”.", f"This instrument was trained on {span}."
        )
    if label.whole and value != round(value):
        raise VschaosError(
            f"{value:g} is not a class of the label “{label.name}”.", f"Classes are whole numbers, {span}."
        )
    return value


def _control_touches(given: Sequence[Sequence[str]]) -> tuple[Touch, ...]:
    touches: list[Touch] = []
    for name, *texts in given:
        try:
            touches.append(Touch(name.strip("/").replace("/", "."), tuple(float(text) for text in texts)))
        except ValueError as error:
            raise VschaosError(f"“{' '.join(texts)}” is not a value of “{name}”.", "Give a number.") from error
    return tuple(touches)
