"""Recording a gesture, overdubbing one, and reading a track. Pure Python."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from vschaos.performance.gesture_tracks import GestureTracks, Lane, Track
from vschaos.performance.state import PerformanceState


class GestureRecording:
    """A gesture that is being recorded, from a state on."""

    def __init__(self, start: PerformanceState) -> None:
        self._start = start
        self._tracks: dict[str, Track] = {}
        self.position_s = 0.0
        self.count = 0
        self._kept = False

    def record(self, moved: Iterable[Lane], state: PerformanceState) -> None:
        """Record the values of lanes that were touched."""
        for lane in moved:
            track = self._tracks.get(lane.control)
            if track is None:
                # The gesture begins where the control was, however late it was touched.
                track = self._tracks[lane.control] = Track([0.0], [lane.value_or(self._start, lane.value(state))])
                self.count += 1
            self.count += track.record(self.position_s, lane.value(state))

    def keep(self, moving: Iterable[Lane], state: PerformanceState, seconds: float) -> None:
        """Record the values of lanes that the model of phrases moves, in a hop of so many seconds that is over.

        What rests longer than a hop steps to its next value.
        """
        time_s = self.position_s - seconds
        for lane in moving:
            track = self._tracks.setdefault(lane.control, Track([], []))
            if track.times_s and track.times_s[-1] < time_s - seconds and track.values[-1] != lane.value(state):
                track.times_s.append(time_s - seconds)
                track.values.append(track.values[-1])
                self.count += 1
            self.count += track.record(time_s, lane.value(state))
        self._kept = True

    def tracks(self) -> GestureTracks:
        """What was recorded; the level that phrases rested by ends where it began."""
        if self._kept:
            self._tracks["level"].record(self.position_s, self._start.values["level"])
        return GestureTracks(self.position_s, self._tracks)


@dataclass
class Stroke:
    """How one control is moved while a gesture plays: an overdub.

    It starts at ``start_s`` of the gesture, which last played without it at ``before_s``; there the control was at
    ``before``. The control was touched last at ``touched_s`` of the sound's own time.
    """

    start_s: float
    before_s: float
    before: float
    touched_s: float
    track: Track = field(default_factory=lambda: Track([], []))

    def record(self, position_s: float, value: float) -> None:
        """Record where the control is."""
        # A control that is moved across the end of a loop counts from the beginning.
        self.track.record(position_s if self.track.times_s else self.start_s, value)

    def alone(self) -> Track:
        """The track of a control that the gesture did not move so far: it starts where the control was."""
        if self.track.times_s[0] == 0.0:
            return self.track
        return Track([0.0, *self.track.times_s], [self.before, *self.track.values])


class TrackReader:
    """Reads the values of a track, forwards."""

    def __init__(self, track: Track) -> None:
        self._track = track
        self._index = -1
        self._read = -1

    def restart(self) -> None:
        """Start again."""
        self._index = self._read = -1

    def value_at(self, time_s: float, smooth: bool) -> float | None:
        """The value at a time, not before the last one asked for; None if it was returned last."""
        index = self._index = bisect_right(self._track.times_s, time_s, self._index + 1) - 1
        if smooth and index >= 0 and self._track.joins(index):
            return self._track.between(index, time_s)
        if self._read == index:
            return None
        self._read = index
        return self._track.values[index]
