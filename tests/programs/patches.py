"""The patches of an export in real Pd, for the checks of what is heard and seen."""

from __future__ import annotations

import os
from collections.abc import Sequence

import numpy as np

from vschaos.patching.pd_canvas import Atom, Canvas, MessageAtoms
from vschaos.patching.pd_dials import local

RATE = 44_100
NAME = "harp"
# Not at real-time priority: as root, Pd would hold the computer up.
OPTIONS = ["-nrt", "-noprefs", "-stderr"]
Step = tuple[int, str, tuple[Atom, ...]]
"""A message at a time in milliseconds, to a name."""


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "OMP_NUM_THREADS": "1", **more}


def on(at: int = 0) -> Step:
    """A click on the switch of the sound."""
    return (at, local("on", "show"), (1,))


def with_steps(text: str, steps: Sequence[Step]) -> str:
    """A patch that gets messages, in a canvas inside, whose names are the patch's own."""
    inside = Canvas(100, 100, "steps")
    for row, (at, name, atoms) in enumerate(steps):
        inside.flow(20, 20 + 30 * row, ("loadbang",), ("delay", at), MessageAtoms(atoms), ("s", name))
    return "\n".join([text.rstrip(), inside.head(inner=True), *inside.body(), "#X restore 20 1900 pd steps;\n"])


def part(heard: np.ndarray, start_ms: float, end_ms: float) -> np.ndarray:
    return heard[round(start_ms * RATE / 1000) : round(end_ms * RATE / 1000)]


def level_db(sound: np.ndarray) -> float:
    return 20 * np.log10(np.sqrt(np.mean(np.square(sound, dtype=np.float64))) + 1e-12)
