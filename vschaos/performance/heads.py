"""The heads of the deck: what takes a gesture up, what dubs over one, and what reads a track. Pure Python."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from vschaos.performance.state import PerformanceState
from vschaos.performance.tape import Lane, Tape, Track


class Recording:
    """A gesture that is being taken up, from a state on."""

    def __init__(self, start: PerformanceState) -> None:
        self._start = start
        self._tracks: dict[str, Track] = {}
        self.position_s = 0.0
        self.count = 0

    def take(self, moved: Iterable[Lane], state: PerformanceState) -> None:
        """Take up where hands moved something to."""
        for lane in moved:
            track = self._tracks.get(lane.control)
            if track is None:
                # The gesture begins where the control was, however late it was touched.
                track = self._tracks[lane.control] = Track([0.0], [lane.value_or(self._start, lane.value(state))])
                self.count += 1
            value = lane.value(state)
            if track.times_s[-1] == self.position_s:
                track.values[-1] = value
            elif track.values[-1] != value:
                track.times_s.append(self.position_s)
                track.values.append(value)
                self.count += 1

    def tape(self) -> Tape:
        """What was taken up."""
        return Tape(self.position_s, self._tracks)


@dataclass
class Stroke:
    """What a hand does to one control while a gesture plays.

    It came at ``start_s`` of the gesture, which was last heard without it at ``before_s``; there the control was at
    ``before``. It touched last at ``touched_s`` of the sound's own time.
    """

    start_s: float
    before_s: float
    before: float
    touched_s: float
    track: Track = field(default_factory=lambda: Track([], []))

    def take(self, position_s: float, value: float) -> None:
        """Take up where the control is."""
        times, values = self.track.times_s, self.track.values
        if times and times[-1] == position_s:
            values[-1] = value
        elif not values or values[-1] != value:
            # A hand that came from over the end of a loop has the control from the beginning.
            times.append(position_s if times else self.start_s)
            values.append(value)

    def alone(self) -> Track:
        """The track of a control that the gesture did not move so far: it begins where the control was."""
        if self.track.times_s[0] == 0.0:
            return self.track
        return Track([0.0, *self.track.times_s], [self.before, *self.track.values])


class Reader:
    """Reads a track forwards, and tells what is new."""

    def __init__(self, track: Track) -> None:
        self._track = track
        self._index = -1
        self._told = -1

    def restart(self) -> None:
        """Begin again."""
        self._index = self._told = -1

    def value_at(self, time_s: float, smooth: bool) -> float | None:
        """The value at a time, not before the last one asked for; None where it is the one told last."""
        index = self._index = bisect_right(self._track.times_s, time_s, self._index + 1) - 1
        if smooth and index >= 0 and self._track.joins(index):
            return self._track.between(index, time_s)
        if self._told == index:
            return None
        self._told = index
        return self._track.values[index]
