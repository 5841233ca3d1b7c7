"""Automation: low-frequency oscillators per axis, and paths of all axes together. Pure Python.

Everything is a function of the sound's own time and of a seed: the same performance moves in the same way again. Both
movements are added to the point as it was set, and stop at −1 and 1. A cycle lasts seconds, or beats of the tempo
(`vschaos.performance.beats`). Runs on the control thread.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from vschaos.latent.trajectories import TrajectoryKind, derived_generator, trajectory
from vschaos.performance.beats import in_phase, length_of
from vschaos.performance.oscillators import Shape, oscillator
from vschaos.performance.state import PerformanceState
from vschaos.performance.table import LFO_SHAPES, TRAJECTORIES

POINTS = 512
"""Points of a path's cycle; between them it is straight."""

TABLES_KEPT = 8
"""Paths that were used last, so that browsing the shapes does not compute them again each time."""

THERE_AND_BACK = (TrajectoryKind.LINE, TrajectoryKind.BROWNIAN)
"""Paths that do not end where they began: they are gone back, too."""

Table = NDArray[np.float64]


class Automation:
    """Adds automation to the latent point.

    Parameters
    ----------
    seed
        Of everything random.
    """

    def __init__(self, seed: int = 0) -> None:
        self._seed = seed
        self._values: Mapping[str, float] | None = None
        self._dims = 0
        self._axes: dict[int, _Axis] = {}
        self._path: _Path | None = None
        self._tables: dict[tuple[int, int, int], Table] = {}

    @property
    def moves(self) -> bool:
        """Whether there is any, in the state that it advanced last."""
        return self._path is not None or bool(self._axes)

    def restart(self) -> None:
        """What lasts beats begins a cycle: the music starts."""
        for axis in self._axes.values():
            if axis.pace.beats:
                axis.pace.cycles = 0.0
                axis.shape = oscillator(axis.shape_name, self._seed, axis.index)
        if self._path is not None and self._path.pace.beats:
            self._path.pace.cycles = 0.0

    def advance(self, state: PerformanceState, seconds: float, beat: float = 0.0) -> tuple[float, ...]:
        """The latent point, each coordinate −1…1, ``seconds`` later; the state's own where nothing moves.

        ``beat`` is how many beats have passed then.
        """
        if state.values is not self._values or len(state.latent) != self._dims:
            self._set_up(state)
        if not self.moves:
            return state.latent
        point = list(state.latent)
        for axis in self._axes.values():
            axis.add(point, seconds, beat)
        if self._path is not None:
            self._path.add(point, seconds, beat)
        return tuple([min(max(value, -1.0), 1.0) for value in point])

    def _set_up(self, state: PerformanceState) -> None:
        """Follow changed values; what keeps moving continues from where it is."""
        values = state.values
        self._values, self._dims = values, len(state.latent)
        axes: dict[int, _Axis] = {}
        for index in range(self._dims):
            name = f"lfo.z{index + 1}"
            shape = LFO_SHAPES[round(values.get(f"{name}.shape", 0.0))]
            if shape != "off":
                axis = self._axes.get(index) or _Axis(index)
                if axis.shape_name != shape:
                    axis.shape_name, axis.shape = shape, oscillator(shape, self._seed, index)
                axis.pace.follow(values, name)
                axis.depth = values[f"{name}.depth"]
                axes[index] = axis
        self._axes = axes
        kind = round(values.get("trajectory", 0.0))
        if kind == 0:
            self._path = None
            return
        path = self._path or _Path()
        path.table = self._table(kind, round(values["trajectory.seed"]))
        path.pace.follow(values, "trajectory")
        path.size = values["trajectory.size"]
        self._path = path

    def _table(self, kind: int, seed: int) -> Table:
        key = (kind, seed, self._dims)
        table = self._tables.pop(key, None)
        if table is None:
            table = path_table(TrajectoryKind(TRAJECTORIES[kind]), seed + self._seed, self._dims)
        self._tables[key] = table
        while len(self._tables) > TABLES_KEPT:
            del self._tables[next(iter(self._tables))]
        return table


def path_table(kind: TrajectoryKind, seed: int, dims: int) -> Table:
    """A loop around 0, shape (T, dims); it is made in less than a millisecond.

    The middle of each axis is subtracted, so that the path lies around the point as it was set. Its first point is
    the last one, too.
    """
    points = trajectory(kind, POINTS, dims, 1.0, derived_generator(seed, kind, 0)).astype(np.float64)
    points -= 0.5 * (points.max(axis=0) + points.min(axis=0))
    back = points[-2:0:-1] if kind in THERE_AND_BACK else points[:0]
    return np.concatenate([points, back, points[:1]])


class _Pace:
    """How fast cycles pass, and how many have."""

    def __init__(self) -> None:
        self.rate_hz = 0.0
        self.beats = 0.0
        self.cycles: float | None = None

    def follow(self, values: Mapping[str, float], name: str) -> None:
        """Follow the controls of a movement."""
        self.beats = length_of(values[f"{name}.beats"])
        self.rate_hz = values["tempo"] / (60.0 * self.beats) if self.beats else values[f"{name}.rate"]

    def advance(self, seconds: float, beat: float) -> float:
        """The cycles that have passed ``seconds`` later, at a beat."""
        step = self.rate_hz * seconds
        if not self.beats:
            self.cycles = (self.cycles or 0.0) + step
        elif self.cycles is None:
            self.cycles = beat / self.beats % 1.0
        else:
            self.cycles = in_phase(self.cycles, step, beat / self.beats, seconds)
        return self.cycles


class _Axis:
    """An oscillator that moves one axis."""

    def __init__(self, index: int) -> None:
        self.index = index
        self.shape_name = ""
        self.shape: Shape = float
        self.pace = _Pace()
        self.depth = 0.0

    def add(self, point: list[float], seconds: float, beat: float) -> None:
        point[self.index] += self.depth * self.shape(self.pace.advance(seconds, beat))


class _Path:
    """A path that moves all axes."""

    def __init__(self) -> None:
        self.table: Table = np.zeros((2, 1))
        self.pace = _Pace()
        self.size = 0.0

    def add(self, point: list[float], seconds: float, beat: float) -> None:
        self.pace.cycles = share = self.pace.advance(seconds, beat) % 1.0
        place = share * (len(self.table) - 1)
        before = int(place)
        share = place - before
        row = (self.size * (1.0 - share)) * self.table[before] + (self.size * share) * self.table[before + 1]
        for index, value in enumerate(row.tolist()):
            point[index] += value
