"""Snapshots: stored sounds, and sounds between two of them. Pure Python."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from vschaos.performance.controls import Control, Kind
from vschaos.performance.table import label_id
from vschaos.printable import printable

COLOURS = 8
LONGEST_NAME = 40
"""Characters of a snapshot's name."""


@dataclass(frozen=True)
class Sound:
    """What a snapshot keeps: where the latent point was, the labels, and each control that the table marks as kept.

    It may have a name, and one of `COLOURS` colours, from 1; 0: none.
    """

    latent: tuple[float, ...]
    labels: Mapping[str, float] = field(default_factory=dict)
    values: Mapping[str, float] = field(default_factory=dict)
    name: str = ""
    colour: int = 0


def named(sound: Sound, name: str, colour: int) -> Sound:
    """The same sound with a name and a colour, as far as they are possible."""
    line = printable(" ".join(name.split()))[:LONGEST_NAME]
    return replace(sound, name=line, colour=colour if 0 <= colour <= COLOURS else 0)


def morphed(first: Sound, second: Sound, amount: float, controls: Mapping[str, Control]) -> Sound:
    """A sound between two: ``amount`` 0 is the first, 1 the second.

    Coordinates and quantities move on straight lines, times and rates by equal ratios; choices, switches and classes
    change half-way. What only one of the two has comes from it.
    """
    labelled = {name: controls.get(label_id(name)) for name in (*first.labels, *second.labels)}
    dims = max(len(first.latent), len(second.latent))
    ends = [(_at(first.latent, second.latent, k), _at(second.latent, first.latent, k)) for k in range(dims)]
    latent = tuple([_on_line(start, end, amount) for start, end in ends])
    labels = _mixed(first.labels, second.labels, amount, labelled)
    return Sound(latent, labels, _mixed(first.values, second.values, amount, controls))


def _at(own: tuple[float, ...], other: tuple[float, ...], index: int) -> float:
    return own[index] if index < len(own) else other[index]


def _mixed(
    first: Mapping[str, float], second: Mapping[str, float], amount: float, controls: Mapping[str, Control | None]
) -> dict[str, float]:
    return {
        name: _between(
            first.get(name, second.get(name, 0.0)), second.get(name, first.get(name, 0.0)), amount, controls.get(name)
        )
        for name in {**first, **second}
    }


def _between(start: float, end: float, amount: float, control: Control | None) -> float:
    if amount in (0.0, 1.0) or control is None or control.kind is not Kind.CONTINUOUS:
        return start if amount < 0.5 else end
    if control.logarithmic and start > 0 and end > 0:
        return math.exp(_on_line(math.log(start), math.log(end), amount)) if start != end else start
    return _on_line(start, end, amount)


def _on_line(start: float, end: float, amount: float) -> float:
    # Equal ends do not move, not even by rounding: every peer would be sent the change.
    return (1.0 - amount) * start + amount * end if start != end else start
