"""Low-frequency oscillators: shapes that move an axis by themselves. Pure Python.

Every shape is a function of how many cycles have passed, so that it does not matter in how many steps they passed; the
random ones draw a number for each step from the seed, by a hash rather than from a stream::

    sine, triangle, saw, square     as drawn in every book; the renderer's glide rounds the edges of square
    random     another place every cycle, gone to by a raised cosine in the first quarter of the cycle
    drift      through another place every cycle, without ever resting (a Catmull-Rom spline)
    walk       a random step eight times a cycle, thrown back at −1 and 1

All but square begin at 0.
"""

from __future__ import annotations

import math
from collections.abc import Callable

Shape = Callable[[float], float]
"""From cycles, 0 and above, to −1…1."""

GLIDE = 0.25
"""Share of a cycle in which ``random`` goes to its next place."""

STEPS = 8
"""Steps of ``walk`` in a cycle."""

STEP = 0.35
"""Largest step of ``walk``."""

_TURN = 2.0 * math.pi
_MASK = (1 << 64) - 1


def oscillator(shape: str, seed: int, axis: int) -> Shape:
    """An oscillator.

    Parameters
    ----------
    shape
        One of `vschaos.performance.table.LFO_SHAPES`, but not ``off``.
    seed, axis
        What its random numbers follow from.
    """
    return _RANDOM[shape](seed, axis) if shape in _RANDOM else _PLAIN[shape]


def chance(seed: int, axis: int, step: int) -> float:
    """A number in −1…1 that follows from three whole ones, by the mixer of SplitMix64 (Steele, Lea, Flood 2014)."""
    mixed = ((seed + 1) * 0x9E3779B97F4A7C15 + axis * 0xD1342543DE82EF95 + step * 0x2545F4914F6CDD1D) & _MASK
    for _ in range(2):
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9 & _MASK
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB & _MASK
        mixed ^= mixed >> 31
    return mixed / (1 << 63) - 1.0


def folded(value: float) -> float:
    """A number of any size, thrown back into −1…1 at both ends."""
    return 1.0 - abs((value + 1.0) % 4.0 - 2.0)


def _sine(cycles: float) -> float:
    return math.sin(_TURN * (cycles % 1.0))


def _triangle(cycles: float) -> float:
    return 4.0 * abs((cycles + 0.75) % 1.0 - 0.5) - 1.0


def _saw(cycles: float) -> float:
    return 2.0 * ((cycles + 0.5) % 1.0) - 1.0


def _square(cycles: float) -> float:
    return 1.0 if cycles % 1.0 < 0.5 else -1.0


class _Places:
    """A random place for every whole number of cycles; the first, and those before, are 0."""

    def __init__(self, seed: int, axis: int) -> None:
        self._seed = seed
        self._axis = axis
        self._cell = -1
        self._around = (0.0,) * 4

    def around(self, cell: int) -> tuple[float, ...]:
        """The places of the cycles before a cell, at it, after it, and after that."""
        if cell != self._cell:
            self._around = tuple(self._place(cell + k) for k in (-1, 0, 1, 2))
            self._cell = cell
        return self._around

    def _place(self, step: int) -> float:
        return chance(self._seed, self._axis, step) if step > 0 else 0.0


class _Random(_Places):
    def __call__(self, cycles: float) -> float:
        cell = math.floor(cycles)
        _, start, end, _ = self.around(cell)
        passed = min((cycles - cell) / GLIDE, 1.0)
        share = 0.5 - 0.5 * math.cos(math.pi * passed)
        return start + share * (end - start)


class _Drift(_Places):
    def __call__(self, cycles: float) -> float:
        cell = math.floor(cycles)
        before, start, end, after = self.around(cell)
        x = cycles - cell
        slope, next_slope = 0.5 * (end - before), 0.5 * (after - start)
        curve = start + x * (slope + x * (3.0 * (end - start) - 2.0 * slope - next_slope))
        curve += x * x * x * (slope + next_slope - 2.0 * (end - start))
        # A spline leaves the span of its points by an eighth of their distances at most.
        return min(max(curve, -1.0), 1.0)


class _Walk:
    def __init__(self, seed: int, axis: int) -> None:
        self._seed = seed
        self._axis = axis
        self._cell = 0
        self._place = 0.0
        self._step = self._step_of(0)

    def __call__(self, cycles: float) -> float:
        passed = cycles * STEPS
        cell = math.floor(passed)
        while self._cell < cell:
            self._place += self._step
            self._cell += 1
            self._step = self._step_of(self._cell)
        return folded(self._place + (passed - cell) * self._step)

    def _step_of(self, cell: int) -> float:
        return STEP * chance(self._seed, self._axis, cell)


_PLAIN: dict[str, Shape] = {"sine": _sine, "triangle": _triangle, "saw": _saw, "square": _square}
_RANDOM: dict[str, Callable[[int, int], Shape]] = {"random": _Random, "drift": _Drift, "walk": _Walk}
