"""Records gestures and plays them, in the sound's own time. Pure Python.

It is operated by controls of the state, which :meth:`GesturePlayer.advance` reads once a hop: ``gesture.record``,
``play``, ``loop``, ``overdub``, ``speed`` and ``beats``, and the triggers ``gesture.clear`` and ``gesture.undo``. What
it does becomes touches, and so does the release of a switch: of ``gesture.play`` at the end, of ``gesture.record`` when
a gesture is as long as it may be.

=====================  ==============================================================================================
record on              starts a new gesture; while one plays with overdub on, what is moved replaces what it did
record off             ends it; one in which nothing was moved leaves the former gesture
play on                plays from the beginning; a gesture that is being recorded ends first
a touch of a control   wins over the gesture until it has rested 0.25 s; then the gesture's next value counts
=====================  ==============================================================================================

Called under the lock of `vschaos.performance.performance`; while nothing is recorded or played, a hop costs nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from vschaos.performance.beats import in_phase, whole_beats
from vschaos.performance.controls import Control
from vschaos.performance.gesture_recording import GestureRecording, Stroke, TrackReader
from vschaos.performance.gesture_tracks import GestureTracks, Lane, lanes_moved_by, lanes_of
from vschaos.performance.gestures import MOST_EVENTS, MOST_SECONDS, Gesture, GestureStatus
from vschaos.performance.state import PerformanceState, Touch, moves_others
from vschaos.performance.table import axis_id

REST_S = 0.25
"""How long a control rests until a gesture moves it again."""

PHRASE_LANES = {"wander", "level", axis_id(0)}
"""What a gesture moves that holds phrases, among others."""

FEW_AXES = 2
"""Up to so many coordinates are moved one by one."""


class GesturePlayer:
    """Records gestures and plays them."""

    def __init__(self) -> None:
        self._tracks: GestureTracks | None = None
        self._former: GestureTracks | None = None
        self._clock_s = 0.0
        self._position_s = 0.0
        self._before_s = 0.0
        self._first_beat = 0
        self._playing = False
        self._recording: GestureRecording | None = None
        self._strokes: dict[str, Stroke] | None = None
        self._readers: dict[str, TrackReader] = {}
        self._touched: dict[str, Control] = {}
        self._touched_at: dict[str, float] = {}
        self._switches = _Switches()
        self._seen: PerformanceState | None = None
        self._controls: Mapping[str, Control] = {}
        self._lanes: dict[str, Lane] = {}

    @property
    def gesture(self) -> Gesture | None:
        """The gesture that was recorded last, or loaded. Safe, if slow for a long one, on any thread."""
        tracks = self._tracks
        return None if tracks is None else tracks.gesture

    @property
    def tracks(self) -> GestureTracks | None:
        """The gesture as it is played; another object whenever it has changed."""
        return self._tracks

    @property
    def status(self) -> GestureStatus:
        """What it does now; any thread may ask."""
        recording, tracks = self._recording, self._tracks
        undoable = self._former is not None
        if recording is not None:
            return GestureStatus(True, False, recording.position_s, recording.position_s, undoable)
        duration_s = 0.0 if tracks is None else tracks.duration_s
        return GestureStatus(self._strokes is not None, self._playing, self._position_s, duration_s, undoable)

    def load(self, tracks: GestureTracks | None, *, undoable: bool = True) -> None:
        """Replace the gesture; if one plays, the other plays from its beginning.

        ``undoable`` keeps the former one for ``gesture.undo``; without it, there is nothing to undo.
        """
        if undoable:
            self._replace(tracks)
        else:
            self._tracks, self._former = tracks, None
        self._recording = self._strokes = None
        self._rewind()
        # The switches are read again: without a gesture, nothing plays.
        self._seen = None

    @property
    def active(self) -> bool:
        """Whether a gesture is played or recorded."""
        return self._playing or self._recording is not None

    def rest(self, seconds: float) -> None:
        """Let time pass in which none is."""
        self._clock_s += seconds

    def note(self, control: Control, state: PerformanceState) -> None:
        """Note that a control was touched."""
        if self.active or state["gesture.record"] >= 0.5:
            self._touched[control.id] = control

    def advance(
        self, state: PerformanceState, controls: Mapping[str, Control], seconds: float, beat: float = 0.0
    ) -> Sequence[Touch]:
        """The touches of the next ``seconds``, after which so many beats have passed."""
        if state is self._seen and not self.active:
            self._clock_s += seconds
            return ()
        if controls is not self._controls:
            self._controls, self._lanes = controls, lanes_of(controls)
        touches: list[Touch] = []
        moved = self._lanes_touched(state)
        if self._playing and state["gesture.loop"] >= 0.5:
            self._wrap()
        # What was touched together with a switch belongs to what the switch starts, and to what it ends.
        self._record(moved, state)
        if self._follow_switches(_Switches.of(state), state, touches):
            self._record(moved, state)
        if self._is_full():
            self._end_recording()
            self._release("record", touches)
        if self._playing:
            self._play(state, touches)
            self._go_on(state, seconds, beat)
        if self._recording is not None:
            self._recording.position_s += seconds
        self._clock_s += seconds
        self._seen = state
        return touches

    @property
    def holds_phrases(self) -> bool:
        """Whether a gesture plays that holds what the model of phrases played: how far it led, and where to."""
        return self._playing and self._readers.keys() >= PHRASE_LANES

    def keep(self, latent: tuple[float, ...], level_db: float, state: PerformanceState, seconds: float) -> None:
        """Record what the model of phrases plays in the hop that was advanced last, of so many ``seconds``."""
        if self._recording is not None:
            led = replace(state, latent=latent, values={**state.values, "level": level_db})
            lanes = [lane for lane in self._lanes.values() if lane.axis >= 0 or lane.control in PHRASE_LANES]
            self._recording.keep(lanes, led, seconds)

    def settle(self, state: PerformanceState) -> None:
        """The state after the touches of the last hop: what differs from it later was touched by others."""
        self._seen = state

    # ── touches and switches ────────────────────────────────────────────────────────────────────────────────────

    def _lanes_touched(self, state: PerformanceState) -> list[Lane]:
        """The lanes that were touched since the last hop."""
        if not self._touched:
            return []
        names: dict[str, None] = {}
        for control in self._touched.values():
            if not moves_others(control):
                names.update(dict.fromkeys(lanes_moved_by(control)))
            elif self._seen is not None:
                names.update(dict.fromkeys(self._changed(self._seen, state)))
        self._touched.clear()
        moved = [self._lanes[name] for name in names if name in self._lanes]
        self._touched_at.update({lane.control: self._clock_s for lane in moved})
        return moved

    def _changed(self, before: PerformanceState, after: PerformanceState) -> list[str]:
        """The lanes whose values differ; none are comparable where the instrument has changed."""
        if len(before.latent) != len(after.latent) or before.labels.keys() != after.labels.keys():
            return []
        return [name for name, lane in self._lanes.items() if lane.value(before) != lane.value(after)]

    def _follow_switches(self, switches: _Switches, state: PerformanceState, touches: list[Touch]) -> bool:
        """Do what the switches say; returns whether a recording began."""
        before, self._switches = self._switches, switches
        if switches.clears != before.clears:
            if self._tracks is None:
                self._end_recording()
            self._replace(None)
            self._recording = self._strokes = None
            self._playing = False
            self._rewind()
        if switches.undos != before.undos:
            self._undo()
        if switches.play and not before.play:
            self._end_recording()
            self._rewind()
            # A control that is moved again wins again; one that was recorded until now does not.
            self._touched_at.clear()
            self._playing = self._tracks is not None
        elif self._playing and not (switches.play and self._tracks is not None):
            self._stop()
        began = switches.record and not before.record
        if began:
            self._begin_recording(state)
        elif not switches.record:
            self._end_recording()
        if switches.record and self._recording is None and self._strokes is None:
            self._release("record", touches)
        if switches.play and not self._playing:
            self._release("play", touches)
        return began

    def _release(self, switch: str, touches: list[Touch]) -> None:
        touches.append(Touch(f"gesture.{switch}", (0.0,)))
        self._switches = self._switches.without(switch)

    # ── recording ─────────────────────────────────────────────────────────────────────────────────────────

    def _begin_recording(self, state: PerformanceState) -> None:
        if self._playing and state["gesture.overdub"] >= 0.5:
            self._strokes = {}
            self._former = self._tracks
            return
        self._stop()
        self._recording = GestureRecording(state)

    def _end_recording(self) -> None:
        if self._recording is not None:
            # A recording in which nothing was moved was a slip: it replaces no gesture.
            if self._recording.count or self._tracks is None:
                self._replace(self._recording.tracks())
            self._recording = None
            self._position_s = 0.0
        elif self._strokes is not None:
            for name in list(self._strokes):
                self._end_stroke(name, self._heard_s)
            self._strokes = None

    def _replace(self, tracks: GestureTracks | None) -> None:
        """Another gesture, or none; the former one can be restored."""
        if self._tracks is not None:
            self._former = self._tracks
        self._tracks = tracks

    def _undo(self) -> None:
        """Exchange the gesture and the former one, if there is one."""
        self._end_recording()
        if self._former is not None:
            self._tracks, self._former = self._former, self._tracks
            self._rewind()

    def _record(self, moved: Iterable[Lane], state: PerformanceState) -> None:
        """Record the values of lanes that were touched."""
        if self._recording is not None:
            self._recording.record(moved, state)
        elif self._strokes is not None:
            self._dub(self._strokes, moved, state)

    def _is_full(self) -> bool:
        if self._recording is not None:
            return self._recording.count >= MOST_EVENTS or self._recording.position_s >= MOST_SECONDS
        if self._strokes is None or self._tracks is None:
            return False
        return self._tracks.count + sum(len(stroke.track.values) for stroke in self._strokes.values()) >= MOST_EVENTS

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
                stroke.record(position_s, self._lanes[name].value(state))

    def _end_stroke(self, name: str, end_s: float) -> None:
        if self._tracks is None or self._strokes is None:
            return
        stroke = self._strokes.pop(name)
        if not stroke.track.values:
            return
        old = self._tracks.by_control.get(name)
        if old is None:
            track = stroke.alone()
        else:
            smooth = name in self._lanes and self._lanes[name].smooth
            track = old.replaced(stroke.track, stroke.start_s, end_s, stroke.before_s, smooth)
        self._tracks = self._tracks.with_track(name, track)
        self._readers[name] = TrackReader(track)

    # ── playing ───────────────────────────────────────────────────────────────────────────────────────────

    def _rewind(self) -> None:
        self._position_s = self._before_s = 0.0
        by_control = {} if self._tracks is None else self._tracks.by_control
        self._readers = {name: TrackReader(track) for name, track in by_control.items()}

    def _go_on(self, state: PerformanceState, seconds: float, beat: float) -> None:
        self._before_s = self._position_s
        step_s, duration_s = seconds * state["gesture.speed"], self._duration_s
        if state["gesture.beats"] < 0.5 or not duration_s:
            self._position_s += step_s
            return
        beats = whole_beats(duration_s / state["gesture.speed"], state["tempo"])
        if self._position_s == 0.0:
            self._first_beat = round(beat)
        step = seconds * state["tempo"] / 60.0 / beats
        place = in_phase(self._position_s / duration_s, step, (beat - self._first_beat) / beats, seconds)
        self._position_s = place * duration_s

    def _stop(self) -> None:
        self._end_recording()
        self._playing = False
        self._position_s = 0.0

    def _wrap(self) -> None:
        """At its end, start again; a control that is moved across the end makes a stroke on either side of it."""
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
        return 0.0 if self._tracks is None else self._tracks.duration_s

    @property
    def _heard_s(self) -> float:
        """The place in the gesture that is heard now: the position, but not past the end."""
        return min(self._position_s, self._duration_s)

    def _play(self, state: PerformanceState, touches: list[Touch]) -> None:
        position_s = self._heard_s
        point: dict[int, float] = {}
        for name, reader in self._readers.items():
            lane = self._lanes.get(name)
            if lane is None or (name in self._touched_at and self._clock_s - self._touched_at[name] < REST_S):
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
                self._release("record", touches)
            self._stop()
            self._release("play", touches)


def _point_touches(point: Mapping[int, float], state: PerformanceState) -> list[Touch]:
    """Touches that move some coordinates: of many, all at once, which is less work."""
    if len(point) <= FEW_AXES:
        return [Touch(axis_id(axis), (value,)) for axis, value in point.items()]
    return [Touch("latents", tuple([point.get(axis, value) for axis, value in enumerate(state.latent)]))]


@dataclass(frozen=True)
class _Switches:
    """The switches of the state, and how often clear and undo were pressed."""

    record: bool = False
    play: bool = False
    clears: int = 0
    undos: int = 0

    @staticmethod
    def of(state: PerformanceState) -> _Switches:
        pressed = state.triggers.get
        return _Switches(
            state["gesture.record"] >= 0.5,
            state["gesture.play"] >= 0.5,
            pressed("gesture.clear", 0),
            pressed("gesture.undo", 0),
        )

    def without(self, switch: str) -> _Switches:
        return replace(self, record=self.record and switch != "record", play=self.play and switch != "play")
