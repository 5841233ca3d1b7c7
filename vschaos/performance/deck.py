"""The deck: takes gestures up and plays them, in the sound's own time. Pure Python.

Its keys are controls of the state, which :meth:`GestureDeck.advance` looks at once a hop: ``gesture.record``, ``play``,
``loop``, ``overdub`` and ``speed``, and the trigger ``gesture.clear``. What it does comes back as touches, and so does
the letting go of a key: ``gesture.play`` at the end, ``gesture.record`` when a gesture is as long as it may be.

=====================  ==============================================================================================
record on              begins a new gesture; while one plays with overdub on, what hands move replaces what it did
record off             ends it
play on                plays from the beginning; a gesture that is just taken up ends first
a hand on a control    wins over the gesture until it has rested 0.25 s; then the gesture's next value counts
=====================  ==============================================================================================

Called under the lock of `vschaos.performance.authority`; while nothing is taken up or played, a hop costs nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vschaos.performance.controls import Control
from vschaos.performance.gestures import MOST_EVENTS, MOST_SECONDS, Gesture, GestureStatus
from vschaos.performance.heads import Reader, Recording, Stroke
from vschaos.performance.state import PerformanceState, Touch, moves_others
from vschaos.performance.tape import Lane, Tape, lanes_moved_by, lanes_of

REST_S = 0.25
"""How long a hand rests until a gesture moves its control again."""

FEW_AXES = 2
"""Up to so many coordinates are moved one by one."""


class GestureDeck:
    """Takes gestures up and plays them."""

    def __init__(self) -> None:
        self._tape: Tape | None = None
        self._clock_s = 0.0
        self._position_s = 0.0
        self._before_s = 0.0
        self._playing = False
        self._recording: Recording | None = None
        self._strokes: dict[str, Stroke] | None = None
        self._readers: dict[str, Reader] = {}
        self._touched: dict[str, Control] = {}
        self._hands: dict[str, float] = {}
        self._keys = _Keys()
        self._seen: PerformanceState | None = None
        self._controls: Mapping[str, Control] = {}
        self._lanes: dict[str, Lane] = {}

    @property
    def gesture(self) -> Gesture | None:
        """The gesture that was taken up last, or loaded. Safe, if slow for a long one, on any thread."""
        tape = self._tape
        return None if tape is None else tape.gesture

    @property
    def status(self) -> GestureStatus:
        """What goes on; any thread may ask."""
        recording, tape = self._recording, self._tape
        if recording is not None:
            return GestureStatus(True, False, recording.position_s, recording.position_s)
        duration_s = 0.0 if tape is None else tape.duration_s
        return GestureStatus(self._strokes is not None, self._playing, self._position_s, duration_s)

    def load(self, tape: Tape | None) -> None:
        """Another gesture in place of the present one; if one plays, it goes on with the other's beginning."""
        self._tape = tape
        self._recording = self._strokes = None
        self._rewind()
        # The keys are looked at again: without a gesture, nothing plays.
        self._seen = None

    def note(self, control: Control, state: PerformanceState) -> None:
        """A hand moved a control."""
        if self._active or state["gesture.record"] >= 0.5:
            self._touched[control.id] = control

    def advance(self, state: PerformanceState, controls: Mapping[str, Control], seconds: float) -> Sequence[Touch]:
        """The touches of the next ``seconds``."""
        if state is self._seen and not self._active:
            self._clock_s += seconds
            return ()
        if controls is not self._controls:
            self._controls, self._lanes = controls, lanes_of(controls)
        touches: list[Touch] = []
        moved = self._hands_moved(state)
        if self._playing and state["gesture.loop"] >= 0.5:
            self._wrap()
        # What was touched together with a key belongs to what the key begins, and to what it ends.
        self._take_up(moved, state)
        if self._obey(_Keys.of(state), state, touches):
            self._take_up(moved, state)
        if self._is_full():
            self._end_recording()
            self._let_go("record", touches)
        if self._playing:
            self._play(state, touches)
            self._before_s = self._position_s
            self._position_s += seconds * state["gesture.speed"]
        if self._recording is not None:
            self._recording.position_s += seconds
        self._clock_s += seconds
        self._seen = state
        return touches

    def settle(self, state: PerformanceState) -> None:
        """The state that the touches of the last hop led to: what differs from it later was moved by hands."""
        self._seen = state

    @property
    def _active(self) -> bool:
        return self._playing or self._recording is not None

    # ── hands and keys ────────────────────────────────────────────────────────────────────────────────────

    def _hands_moved(self, state: PerformanceState) -> list[Lane]:
        """The lanes that hands moved since the last hop."""
        if not self._touched:
            return []
        names: dict[str, None] = {}
        for control in self._touched.values():
            if not moves_others(control):
                names.update(dict.fromkeys(lanes_moved_by(control, len(state.latent))))
            elif self._seen is not None:
                names.update(dict.fromkeys(self._changed(self._seen, state)))
        self._touched.clear()
        moved = [self._lanes[name] for name in names if name in self._lanes]
        self._hands.update({lane.control: self._clock_s for lane in moved})
        return moved

    def _changed(self, before: PerformanceState, after: PerformanceState) -> list[str]:
        """The lanes whose values differ; none are comparable where the instrument has changed."""
        if len(before.latent) != len(after.latent) or before.labels.keys() != after.labels.keys():
            return []
        return [name for name, lane in self._lanes.items() if lane.value(before) != lane.value(after)]

    def _obey(self, keys: _Keys, state: PerformanceState, touches: list[Touch]) -> bool:
        """Do what the keys say; whether a recording began."""
        before, self._keys = self._keys, keys
        if keys.clears != before.clears:
            self._tape = self._recording = self._strokes = None
            self._playing = False
            self._rewind()
        if keys.play and not before.play:
            self._end_recording()
            self._rewind()
            # A hand that moves on wins again; one that recorded up to now does not.
            self._hands.clear()
            self._playing = self._tape is not None
        elif self._playing and not (keys.play and self._tape is not None):
            self._stop()
        began = keys.record and not before.record
        if began:
            self._begin_recording(state)
        elif not keys.record:
            self._end_recording()
        if keys.record and self._recording is None and self._strokes is None:
            self._let_go("record", touches)
        if keys.play and not self._playing:
            self._let_go("play", touches)
        return began

    def _let_go(self, key: str, touches: list[Touch]) -> None:
        touches.append(Touch(f"gesture.{key}", (0.0,)))
        self._keys = self._keys.without(key)

    # ── taking up ─────────────────────────────────────────────────────────────────────────────────────────

    def _begin_recording(self, state: PerformanceState) -> None:
        if self._playing and state["gesture.overdub"] >= 0.5:
            self._strokes = {}
            return
        self._stop()
        self._recording = Recording(state)

    def _end_recording(self) -> None:
        if self._recording is not None:
            self._tape = self._recording.tape()
            self._recording = None
            self._position_s = 0.0
        elif self._strokes is not None:
            for name in list(self._strokes):
                self._end_stroke(name, self._heard_s)
            self._strokes = None

    def _take_up(self, moved: Iterable[Lane], state: PerformanceState) -> None:
        """Take up where hands moved something to."""
        if self._recording is not None:
            self._recording.take(moved, state)
        elif self._strokes is not None:
            self._dub(self._strokes, moved, state)

    def _is_full(self) -> bool:
        if self._recording is not None:
            return self._recording.count >= MOST_EVENTS or self._recording.position_s >= MOST_SECONDS
        if self._strokes is None or self._tape is None:
            return False
        return self._tape.count + sum(len(stroke.track.values) for stroke in self._strokes.values()) >= MOST_EVENTS

    def _dub(self, strokes: dict[str, Stroke], moved: Iterable[Lane], state: PerformanceState) -> None:
        position_s = self._heard_s
        for lane in moved:
            stroke = strokes.get(lane.control)
            if stroke is None:
                before = lane.value(state) if self._seen is None else lane.value_or(self._seen, lane.value(state))
                stroke = strokes[lane.control] = Stroke(position_s, self._before_s, before, self._clock_s)
            stroke.touched_s = self._clock_s
        for name, stroke in list(strokes.items()):
            if name not in self._lanes:
                del strokes[name]
            elif self._clock_s - stroke.touched_s >= REST_S:
                self._end_stroke(name, position_s)
            else:
                stroke.take(position_s, self._lanes[name].value(state))

    def _end_stroke(self, name: str, end_s: float) -> None:
        if self._tape is None or self._strokes is None:
            return
        stroke = self._strokes.pop(name)
        if not stroke.track.values:
            return
        old = self._tape.tracks.get(name)
        if old is None:
            track = stroke.alone()
        else:
            smooth = name in self._lanes and self._lanes[name].smooth
            track = old.replaced(stroke.track, stroke.start_s, end_s, stroke.before_s, smooth)
        self._tape = self._tape.with_track(name, track)
        self._readers[name] = Reader(track)

    # ── playing ───────────────────────────────────────────────────────────────────────────────────────────

    def _rewind(self) -> None:
        self._position_s = self._before_s = 0.0
        tracks = {} if self._tape is None else self._tape.tracks
        self._readers = {name: Reader(track) for name, track in tracks.items()}

    def _stop(self) -> None:
        self._end_recording()
        self._playing = False
        self._position_s = 0.0

    def _wrap(self) -> None:
        """At its end, begin again; a hand that goes on over the end makes a stroke on either side of it."""
        duration_s = self._duration_s
        if not 0.0 < duration_s <= self._position_s:
            return
        strokes = self._strokes or {}
        going_on = {name: (stroke.before, stroke.touched_s) for name, stroke in strokes.items()}
        for name in going_on:
            self._end_stroke(name, duration_s)
        self._position_s = math.fmod(self._position_s, duration_s)
        self._before_s = 0.0
        for reader in self._readers.values():
            reader.restart()
        for name, (before, touched_s) in going_on.items():
            strokes[name] = Stroke(0.0, 0.0, before, touched_s)

    @property
    def _duration_s(self) -> float:
        return 0.0 if self._tape is None else self._tape.duration_s

    @property
    def _heard_s(self) -> float:
        """The place in the gesture that is heard now: the position, but not past the end."""
        return min(self._position_s, self._duration_s)

    def _play(self, state: PerformanceState, touches: list[Touch]) -> None:
        position_s = self._heard_s
        point: dict[int, float] = {}
        for name, reader in self._readers.items():
            lane = self._lanes.get(name)
            if lane is None or (name in self._hands and self._clock_s - self._hands[name] < REST_S):
                continue
            value = reader.value_at(position_s, lane.smooth)
            if value is None:
                continue
            if lane.axis >= 0:
                point[lane.axis] = value
            else:
                touches.append(Touch(name, (value,)))
        touches += _point_touches(point, state)
        if self._position_s >= self._duration_s:
            # Without loop: with it, the position is within.
            if self._strokes is not None:
                self._let_go("record", touches)
            self._stop()
            self._let_go("play", touches)


def _point_touches(point: Mapping[int, float], state: PerformanceState) -> list[Touch]:
    """Touches that move some coordinates: of many, all at once, which is less work."""
    if len(point) <= FEW_AXES:
        return [Touch(f"latent.z{axis + 1}", (value,)) for axis, value in point.items()]
    return [Touch("latents", tuple([point.get(axis, value) for axis, value in enumerate(state.latent)]))]


@dataclass(frozen=True)
class _Keys:
    """How the deck's keys are held, and how often clear was pressed."""

    record: bool = False
    play: bool = False
    clears: int = 0

    @staticmethod
    def of(state: PerformanceState) -> _Keys:
        return _Keys(
            state["gesture.record"] >= 0.5, state["gesture.play"] >= 0.5, state.triggers.get("gesture.clear", 0)
        )

    def without(self, key: str) -> _Keys:
        return _Keys(self.record and key != "record", self.play and key != "play", self.clears)
