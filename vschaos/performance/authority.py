"""The one state that all hands move.

Hands (the window's orders, OSC, MIDI, the command line) call :meth:`Performance.touch` from their own threads; a lock
orders them. The sound's own time is the performance's clock: once a hop the inference thread calls
:meth:`Performance.advance`, which lets gestures and automation go on and returns what is to sound. It holds the lock
for microseconds, and so do hands. What was touched together is heard together.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from vschaos.errors import ControlError
from vschaos.latent.terrain import Terrain
from vschaos.performance.automation import Automation
from vschaos.performance.controls import Control, Playable
from vschaos.performance.deck import GestureDeck
from vschaos.performance.gestures import Gesture, GestureStatus
from vschaos.performance.notes import NoteEvent
from vschaos.performance.snapshots import Sound
from vschaos.performance.state import Change, Draft, Origin, PerformanceState, Touch, fitted, initial_state
from vschaos.performance.table import control_table
from vschaos.performance.tape import Tape

NOTHING_LOADED = Playable(latent_dims=2)
"""Two coordinates, so that the pad moves already."""

MOST_NOTES_WAITING = 1024
"""Notes that no sound has taken yet; while nothing sounds, older ones are dropped."""

Listener = Callable[[tuple[Change, ...]], None]


@dataclass(frozen=True)
class Refused:
    """A touch that could not be applied, and why."""

    touch: Touch
    error: ControlError


@dataclass(frozen=True)
class Touched:
    """What became of touches that were made together."""

    changes: tuple[Change, ...] = ()
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True)
class Sounding:
    """What is to sound in one hop.

    Attributes
    ----------
    state
        As the hands, and a gesture that plays, left it.
    latent, labels
        Where it sounds: with what moves by itself, or held by freeze.
    notes
        What keyboards did since the last hop, in order.
    """

    state: PerformanceState
    latent: tuple[float, ...]
    labels: Mapping[str, float]
    notes: tuple[NoteEvent, ...] = ()


_NOTHING = Touched()


def still(state: PerformanceState) -> Sounding:
    """A state that sounds as it is: nothing moves by itself."""
    return Sounding(state, state.latent, state.labels)


class Performance:
    """Holds the state and its control table; tells listeners of changes.

    Parameters
    ----------
    playable
        What the instrument lets be moved.
    seed
        Of everything random that moves by itself.
    terrain
        The instrument's map; the control ``terrain`` is there with it and not without, whatever ``playable`` says.
    """

    def __init__(self, playable: Playable = NOTHING_LOADED, seed: int = 0, terrain: Terrain | None = None) -> None:
        playable = replace(playable, terrain=terrain is not None)
        self._lock = threading.Lock()
        self._listeners: tuple[Listener, ...] = ()
        self._playable = playable
        self._terrain = terrain
        self._controls = _table(playable)
        self._state = initial_state(playable)
        self._deck = GestureDeck()
        self._automation = Automation(seed)
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
        """Where the gesture is."""
        return self._deck.status

    def listen(self, listener: Listener) -> None:
        """Call ``listener`` with all changes from now on, on the thread of the hand that made them."""
        with self._lock:
            self._listeners = (*self._listeners, listener)

    def forget(self, listener: Listener) -> None:
        """Call ``listener`` no more."""
        with self._lock:
            self._listeners = tuple(one for one in self._listeners if one != listener)

    # ── hands ─────────────────────────────────────────────────────────────────────────────────────────────

    def touch(self, touches: Sequence[Touch], origin: Origin) -> Touched:
        """Apply touches together: the sound gets all of them in one block. Those that cannot be are returned."""
        with self._lock:
            done = self._apply(touches, origin)
            for change in done.changes:
                self._deck.note(self._controls[change.control], self._state)
            listeners = self._listeners
        _tell(listeners, done.changes)
        return done

    def play_note(self, event: NoteEvent) -> None:
        """Take what a keyboard did; it is heard from the next hop on."""
        with self._lock:
            self._notes.append(event)
            del self._notes[:-MOST_NOTES_WAITING]

    def fit(self, playable: Playable, terrain: Terrain | None = None) -> None:
        """Take up another instrument, and its map; the coordinates and labels that both have keep their place."""
        playable = replace(playable, terrain=terrain is not None)
        with self._lock:
            self._terrain = terrain
            if playable != self._playable:
                self._playable = playable
                self._controls = _table(playable)
                self._state = fitted(self._state, playable)
                self._sounding = still(self._state)

    # ── gestures and snapshots, whole ─────────────────────────────────────────────────────────────────────

    @property
    def gesture(self) -> Gesture | None:
        """The gesture that was taken up last, or loaded."""
        return self._deck.gesture

    def load_gesture(self, gesture: Gesture | None) -> None:
        """Take up a gesture from elsewhere in place of the present one; it plays from its beginning."""
        # Made before the lock is taken: a long one takes a tenth of a second.
        tape = None if gesture is None else Tape.of(gesture)
        with self._lock:
            self._deck.load(tape)

    def load_snapshots(self, snapshots: Sequence[Sound | None]) -> None:
        """Take up snapshots from elsewhere in place of the present ones."""
        with self._lock:
            places = len(self._state.snapshots)
            kept = tuple(snapshots[:places]) + (None,) * (places - len(snapshots))
            self._state = replace(self._state, snapshots=kept)

    # ── the sound's time ──────────────────────────────────────────────────────────────────────────────────

    def advance(self, seconds: float) -> Sounding:
        """What is to sound in the next ``seconds``; called by the inference thread alone, once a hop."""
        with self._lock:
            done = _NOTHING
            touches = self._deck.advance(self._state, self._controls, seconds)
            if touches:
                done = self._apply(touches, Origin.AUTOMATION)
                self._deck.settle(self._state)
            sounding = self._sounding_now(self._automation.advance(self._state, seconds))
            self._sounding = sounding
            if self._notes:
                sounding = replace(sounding, notes=tuple(self._notes))
                self._notes.clear()
            listeners = self._listeners
        _tell(listeners, done.changes)
        return sounding

    def _sounding_now(self, latent: tuple[float, ...]) -> Sounding:
        state, before = self._state, self._sounding
        if state["freeze"] >= 0.5:
            return before if state is before.state else replace(before, state=state)
        if state is before.state and latent is before.latent:
            return before
        return Sounding(state, latent, state.labels)

    def _apply(self, touches: Sequence[Touch], origin: Origin) -> Touched:
        changes: list[Change] = []
        refused: list[Refused] = []
        draft = Draft(self._state, self._controls, self._terrain)
        for one in touches:
            try:
                change = draft.touch(one, origin)
            except ControlError as error:
                refused.append(Refused(one, error))
                continue
            if change is not None:
                changes.append(change)
        self._state = draft.finished()
        return Touched(tuple(changes), tuple(refused))


def _tell(listeners: tuple[Listener, ...], changes: tuple[Change, ...]) -> None:
    if changes:
        for listener in listeners:
            listener(changes)


def _table(playable: Playable) -> Mapping[str, Control]:
    return MappingProxyType({control.id: control for control in control_table(playable)})
