"""The one state that everything moves.

The window's orders, OSC, MIDI and the command line call :meth:`Performance.touch` from their own threads; a lock puts
them in order. The sound's own time is the performance's clock: once a tick the control thread calls
:meth:`Performance.advance`, which advances gestures and automation and returns what has to sound. Every call holds the
lock for microseconds. What was touched together is heard together.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from vschaos.errors import ControlError
from vschaos.latent.latent_map import LatentMap
from vschaos.performance.automation import Automation
from vschaos.performance.controls import Control, Playable
from vschaos.performance.gesture_player import GesturePlayer
from vschaos.performance.gesture_tracks import GestureTracks
from vschaos.performance.gestures import Gesture, GestureStatus
from vschaos.performance.notes import NoteEvent
from vschaos.performance.snapshots import Sound
from vschaos.performance.state import Change, Draft, Origin, PerformanceState, Touch, fitted, initial_state, with_name
from vschaos.performance.table import control_table, label_id
from vschaos.performance.tuning import Tuning
from vschaos.performance.wandering import Phrases, Wandering

NOTHING_LOADED = Playable(latent_dims=2)
"""Two coordinates, so that the pad moves already."""

MOST_NOTES_WAITING = 1024
"""Notes that wait to sound; while nothing sounds, older ones are dropped."""

Listener = Callable[[tuple[Change, ...]], None]


@dataclass(frozen=True)
class RefusedTouch:
    """A touch that could not be applied, and why."""

    touch: Touch
    error: ControlError


@dataclass(frozen=True)
class Touched:
    """What touches that were made together came to."""

    changes: tuple[Change, ...] = ()
    refused: tuple[RefusedTouch, ...] = ()


@dataclass(frozen=True)
class Sounding:
    """What has to sound.

    Attributes
    ----------
    state
        With all touches, and those of a gesture that plays.
    latent, labels
        Where it sounds: with automation and the model of phrases, or held by freeze.
    notes
        What keyboards did since the last time, in order.
    level_db
        Of the pad: the control ``level``, and the rests of phrases.
    """

    state: PerformanceState
    latent: tuple[float, ...]
    labels: Mapping[str, float]
    notes: tuple[NoteEvent, ...] = ()
    level_db: float = 0.0


_NOTHING = Touched()


def still(state: PerformanceState) -> Sounding:
    """A state that sounds as it is, without automation."""
    return Sounding(state, state.latent, state.labels, level_db=state["level"])


class Performance:
    """Holds the state and its control table; reports changes to listeners.

    Parameters
    ----------
    playable
        What the instrument lets be moved.
    seed
        Of everything random in the automation.
    terrain
        The instrument's map; the control ``terrain`` is there with it and not without, whatever ``playable`` says.
    phrases
        What the instrument plays by itself; without, ``wander`` has no effect.

    Attributes
    ----------
    tuning
        How high the keys of an instrument with pitch sound, from the next note on; None: in equal temperament.
    woken
        Called after every touch and note, on the thread that made it: there is something new to sound. Must not block.
    """

    def __init__(
        self,
        playable: Playable = NOTHING_LOADED,
        seed: int = 0,
        terrain: LatentMap | None = None,
        phrases: Phrases | None = None,
    ) -> None:
        playable = replace(playable, terrain=terrain is not None)
        self.tuning: Tuning | None = None
        self.woken: Callable[[], object] = lambda: None
        self._lock = threading.Lock()
        self._listeners: tuple[Listener, ...] = ()
        self._playable = playable
        self._terrain = terrain
        self._controls = _table(playable)
        self._state = initial_state(playable)
        self._gesture_player = GesturePlayer()
        self._automation = Automation(seed)
        self._seed = seed
        self._wandering = Wandering(phrases, seed)
        self._beat = 0.0
        self._notes: list[NoteEvent] = []
        self._sounding = still(self._state)

    @property
    def state(self) -> PerformanceState:
        """The present state; never changes under the reader."""
        return self._state

    @property
    def sounding(self) -> Sounding:
        """What sounded last, without its notes."""
        return self._sounding

    @property
    def controls(self) -> Mapping[str, Control]:
        """The control table by id."""
        return self._controls

    @property
    def playable(self) -> Playable:
        """What the instrument lets be moved."""
        return self._playable

    @property
    def gesture_status(self) -> GestureStatus:
        """Whether a gesture is recorded or played, and its position."""
        return self._gesture_player.status

    def listen(self, listener: Listener) -> None:
        """Call ``listener`` with all changes from now on, on the thread that made them."""
        with self._lock:
            self._listeners = (*self._listeners, listener)

    def forget(self, listener: Listener) -> None:
        """Stop calling ``listener``."""
        with self._lock:
            self._listeners = tuple(one for one in self._listeners if one != listener)

    # ── touches ─────────────────────────────────────────────────────────────────────────────────────────────

    def touch(self, touches: Sequence[Touch], origin: Origin) -> Touched:
        """Apply touches together: all of them are heard in one block. Those that cannot be applied are returned."""
        with self._lock:
            done = self._apply(touches, origin)
            for change in done.changes:
                self._gesture_player.note(self._controls[change.control], self._state)
            listeners = self._listeners
        self.woken()
        _report(listeners, done.changes)
        return done

    def play_note(self, event: NoteEvent) -> None:
        """Play a note event; it is heard at once."""
        with self._lock:
            self._notes.append(event)
            del self._notes[:-MOST_NOTES_WAITING]
        self.woken()

    def fit(
        self,
        playable: Playable,
        terrain: LatentMap | None = None,
        since: PerformanceState | None = None,
        phrases: Phrases | None = None,
    ) -> None:
        """Change to another instrument, its map and its phrases.

        It is played from its start, but for what was moved after ``since``. Without ``since``, it is another version
        of the present instrument: the coordinates and labels that both have keep their values.
        """
        playable = replace(playable, terrain=terrain is not None)
        with self._lock:
            self._terrain = terrain
            self._wandering = Wandering(phrases, self._seed)
            if playable != self._playable:
                self._playable = playable
                self._controls = _table(playable)
            before, state = self._state, fitted(self._state, playable, since)
            if state != before:
                self._state = state
                self._sounding = still(state)
            listeners = self._listeners
        if since is not None:
            _report(listeners, _started(before, state))

    # ── gestures and snapshots, whole ─────────────────────────────────────────────────────────────────────

    @property
    def gesture(self) -> Gesture | None:
        """The gesture that was recorded last, or loaded."""
        return self._gesture_player.gesture

    @property
    def gesture_tracks(self) -> GestureTracks | None:
        """The same as it is played; another object whenever it has changed."""
        return self._gesture_player.tracks

    def load_gesture(self, gesture: Gesture | None, *, undoable: bool = True) -> None:
        """Replace the gesture; the new one plays from its beginning.

        ``undoable`` keeps the former one for ``gesture.undo``: not where a whole set is replaced.
        """
        # Made outside the lock: a long one needs a tenth of a second.
        tracks = None if gesture is None else GestureTracks.of(gesture)
        with self._lock:
            self._gesture_player.load(tracks, undoable=undoable)
        self.woken()

    def name_snapshot(self, number: int, name: str, colour: int) -> None:
        """Give a snapshot a name and a colour (`vschaos.performance.snapshots.Sound`).

        Raises
        ------
        ControlError
            If there is no such snapshot.
        """
        with self._lock:
            self._state = with_name(self._state, number, name, colour)

    def load_snapshots(self, snapshots: Sequence[Sound | None]) -> None:
        """Replace all snapshots."""
        with self._lock:
            places = len(self._state.snapshots)
            kept = tuple(snapshots[:places]) + (None,) * (places - len(snapshots))
            self._state = replace(self._state, snapshots=kept, replaced=None)

    # ── the sound's time ──────────────────────────────────────────────────────────────────────────────────

    def advance(self, seconds: float) -> Sounding:
        """What has to sound in the next ``seconds``; called by one thread alone."""
        with self._lock:
            done = _NOTHING
            self._count_beats(seconds)
            touches = self._gesture_player.advance(self._state, self._controls, seconds, self._beat)
            if touches:
                done = self._apply(touches, Origin.AUTOMATION)
                self._gesture_player.settle(self._state)
            hand = self._automation.advance(self._state, seconds, self._beat)
            is_held = self._gesture_player.holds_phrases
            latent, rest_db = self._wandering.advance(self._state, hand, seconds, is_held=is_held)
            sounding = self._sounding_now(latent, rest_db + self._state["level"])
            self._sounding = sounding
            if self._wandering.moves:
                self._gesture_player.keep(sounding.latent, sounding.level_db, self._state, seconds)
            if self._notes:
                sounding = replace(sounding, notes=tuple(self._notes))
                self._notes.clear()
            listeners = self._listeners
        _report(listeners, done.changes)
        return sounding

    @property
    def moves(self) -> bool:
        """Whether it goes on by itself since it was advanced last: a gesture, automation, or phrases."""
        return self._gesture_player.active or self._automation.moves or self._wandering.moves

    def rest(self, seconds: float) -> None:
        """Let time pass in which nothing moves by itself; called by the thread that advances it."""
        with self._lock:
            self._count_beats(seconds)
            self._gesture_player.rest(seconds)

    @property
    def beat(self) -> float:
        """How many beats have passed."""
        return self._beat

    def follow_beat(self, beat: float) -> None:
        """A clock says that so many beats have passed; at 0, what lasts beats begins a cycle."""
        with self._lock:
            self._beat = beat
            if beat == 0.0:
                self._automation.restart()

    def _count_beats(self, seconds: float) -> None:
        self._beat += seconds * self._state["tempo"] / 60.0

    def _sounding_now(self, latent: tuple[float, ...], level_db: float) -> Sounding:
        state, before = self._state, self._sounding
        if state["freeze"] >= 0.5:
            return before if state is before.state else replace(before, state=state)
        if state is before.state and latent is before.latent and level_db == before.level_db:
            return before
        return Sounding(state, latent, state.labels, level_db=level_db)

    def _apply(self, touches: Sequence[Touch], origin: Origin) -> Touched:
        changes: list[Change] = []
        refused: list[RefusedTouch] = []
        draft = Draft(self._state, self._controls, self._terrain)
        for one in touches:
            try:
                change = draft.touch(one, origin)
            except ControlError as error:
                # Without its traceback, which holds this call's frame, which holds this list: the engine runs without
                # the garbage collector while it plays, and such rings would stay for good.
                refused.append(RefusedTouch(one, error.with_traceback(None)))
                continue
            if change is not None:
                changes.append(change)
        self._state = draft.finished()
        return Touched(tuple(changes), tuple(refused))


def _started(before: PerformanceState, state: PerformanceState) -> tuple[Change, ...]:
    """The changes of coordinates and labels with which another instrument starts."""
    changes = [Change("latents", Origin.INSTRUMENT, values=state.latent)] * (before.latent != state.latent)
    for name, value in state.labels.items():
        if before.labels.get(name) != value:
            changes.append(Change(label_id(name), Origin.INSTRUMENT, values=(value,)))
    return tuple(changes)


def _report(listeners: tuple[Listener, ...], changes: tuple[Change, ...]) -> None:
    if changes:
        for listener in listeners:
            listener(changes)


def _table(playable: Playable) -> Mapping[str, Control]:
    return MappingProxyType({control.id: control for control in control_table(playable)})
