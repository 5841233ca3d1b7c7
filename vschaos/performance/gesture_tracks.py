"""A gesture as it is played: a track for each control that it moves. Pure Python.

Tracks do not change once they are made; overdubbing makes new ones. Where a quantity was moved at two times
at most 0.25 s apart it goes straight from one value to the other, so that a gesture that plays slowly has no steps;
over longer gaps, and where values are choices, the earlier one is held::

      ●───●                      ┌ rested longer than 0.25 s, then somewhere else
     /     ●──────────────────── ●
    ●
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from vschaos.performance.controls import Control, Group, Kind
from vschaos.performance.gestures import Gesture, GestureEvent, is_recordable
from vschaos.performance.state import PerformanceState
from vschaos.performance.table import axis_id, is_axis, single_values

LONGEST_STROKE_S = 0.25
"""Longest time between two values that are joined by a straight line."""


@dataclass(frozen=True)
class Track:
    """How a gesture moves one control: values by time, in order, at least one."""

    times_s: list[float]
    values: list[float]

    def record(self, time_s: float, value: float) -> int:
        """Append a value, or replace the last one at the same time; returns how many values were added."""
        if self.times_s and self.times_s[-1] == time_s:
            self.values[-1] = value
        elif not self.values or self.values[-1] != value:
            self.times_s.append(time_s)
            self.values.append(value)
            return 1
        return 0

    def index_at(self, time_s: float) -> int:
        """Number of the last value at or before a time; −1 before the first."""
        return bisect_right(self.times_s, time_s) - 1

    def joins(self, index: int) -> bool:
        """Whether a straight line leads from a value to the next."""
        if not 0 <= index < len(self.times_s) - 1:
            return False
        return 0.0 < self.times_s[index + 1] - self.times_s[index] <= LONGEST_STROKE_S

    def between(self, index: int, time_s: float) -> float:
        """The value at a time on the line from one value to the next."""
        start, end = self.times_s[index], self.times_s[index + 1]
        share = (time_s - start) / (end - start)
        return (1.0 - share) * self.values[index] + share * self.values[index + 1]

    def at(self, time_s: float, smooth: bool) -> float:
        """The value at a time; before the first one, the first."""
        index = max(self.index_at(time_s), 0)
        joined = smooth and time_s > self.times_s[index] and self.joins(index)
        return self.between(index, time_s) if joined else self.values[index]

    def replaced(self, stroke: Track, start_s: float, end_s: float, before_s: float, smooth: bool) -> Track:
        """The track with an overdub, from ``start_s`` to ``end_s``.

        Up to ``before_s``, the last time at which the track played without it, it stays as it was; from ``end_s`` on,
        too: if it moved meanwhile, it continues from where it then is.
        """
        first, last = bisect_left(self.times_s, start_s), bisect_right(self.times_s, end_s)
        times, values = self.times_s[:first], self.values[:first]
        if smooth and first and before_s > times[-1] and self.joins(first - 1):
            times.append(before_s)
            values.append(self.between(first - 1, before_s))
        times += stroke.times_s
        values += stroke.values
        if (last > first or (smooth and self.joins(last - 1))) and end_s > times[-1]:
            times.append(end_s)
            values.append(self.at(end_s, smooth))
        return Track(times + self.times_s[last:], values + self.values[last:])


@dataclass(frozen=True)
class GestureTracks:
    """A gesture, track by track."""

    duration_s: float
    by_control: Mapping[str, Track]

    @classmethod
    def of(cls, gesture: Gesture) -> GestureTracks:
        """The tracks of a gesture; touches of the pad and of all coordinates are split into single coordinates."""
        tracks: dict[str, Track] = {}
        for event in gesture.events:
            for name, value in single_values(event.control, event.values).items():
                track = tracks.setdefault(name, Track([], []))
                track.times_s.append(event.time_s)
                track.values.append(value)
        made = cls(gesture.duration_s, tracks)
        # Fills the cached property: what was loaded is saved as it was.
        vars(made)["gesture"] = gesture
        return made

    @cached_property
    def gesture(self) -> Gesture:
        """The gesture: all events in order of time, at one time in the order in which their controls came first."""
        events = [
            (time_s, number, name, value)
            for number, (name, track) in enumerate(self.by_control.items())
            for time_s, value in zip(track.times_s, track.values, strict=True)
        ]
        # Sorting is stable: two values of a control at one time stay in order.
        events.sort(key=lambda event: event[:2])
        return Gesture(self.duration_s, tuple(GestureEvent(time_s, name, (v,)) for time_s, _, name, v in events))

    @property
    def count(self) -> int:
        """Number of events."""
        return sum(len(track.times_s) for track in self.by_control.values())

    def with_track(self, name: str, track: Track) -> GestureTracks:
        """The gesture with another track for a control."""
        return GestureTracks(self.duration_s, {**self.by_control, name: track})


@dataclass(frozen=True)
class Lane:
    """A control with one value that gestures move: single coordinates stand for the pad and for all of them."""

    control: str
    smooth: bool
    axis: int = -1
    label: str = ""

    def value(self, state: PerformanceState) -> float:
        """Its value in a state."""
        if self.axis >= 0:
            return state.latent[self.axis]
        return state.labels[self.label] if self.label else state.values[self.control]

    def value_or(self, state: PerformanceState, default: float) -> float:
        """Its value in the state of an instrument that may not have it."""
        if self.axis >= 0:
            return state.latent[self.axis] if self.axis < len(state.latent) else default
        return state.labels.get(self.label, default) if self.label else state.values.get(self.control, default)


def lanes_of(controls: Mapping[str, Control]) -> dict[str, Lane]:
    """The lanes of an instrument, by the control's id."""
    lanes: dict[str, Lane] = {}
    for name, control in controls.items():
        if not is_recordable(control):
            continue
        if control.group is not Group.PLACE:
            lanes[name] = Lane(name, control.kind is Kind.CONTINUOUS, label=control.label)
        elif is_axis(control):
            lanes[name] = Lane(name, True, axis=control.axes[0])
    return lanes


def lanes_moved_by(control: Control) -> tuple[str, ...]:
    """The lanes in which a control's own numbers are."""
    return (control.id,) if control.group is not Group.PLACE else tuple(map(axis_id, control.axes))
