"""The one state that all hands move.

Hands (the window's orders, OSC, the command line) call :meth:`Performance.touch` from their own threads; a lock
orders them. The sound does not wait for that lock: the inference thread reads :attr:`Performance.state`, an
immutable object that is replaced as a whole, once per block. What was touched together is heard together.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from vschaos.errors import ControlError
from vschaos.performance.controls import Control, Playable, control_table
from vschaos.performance.state import Change, Origin, PerformanceState, Touch, apply, fitted, initial_state

NOTHING_LOADED = Playable(latent_dims=2)
"""Two coordinates, so that the pad moves already."""

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


class Performance:
    """Holds the state and its control table; tells listeners of changes.

    Parameters
    ----------
    playable
        What the instrument lets be moved.
    """

    def __init__(self, playable: Playable = NOTHING_LOADED) -> None:
        self._lock = threading.Lock()
        self._listeners: tuple[Listener, ...] = ()
        self._playable = playable
        self._controls = _table(playable)
        self._state = initial_state(playable)

    @property
    def state(self) -> PerformanceState:
        """The present state; never changes under the reader."""
        return self._state

    @property
    def controls(self) -> Mapping[str, Control]:
        """The control table by id."""
        return self._controls

    def listen(self, listener: Listener) -> None:
        """Call ``listener`` with all changes from now on, on the thread of the hand that made them."""
        with self._lock:
            self._listeners = (*self._listeners, listener)

    def forget(self, listener: Listener) -> None:
        """Call ``listener`` no more."""
        with self._lock:
            self._listeners = tuple(one for one in self._listeners if one != listener)

    def touch(self, touches: Sequence[Touch], origin: Origin) -> Touched:
        """Apply touches together: the sound gets all of them in one block. Those that cannot be are returned."""
        changes: list[Change] = []
        refused: list[Refused] = []
        with self._lock:
            state = self._state
            for one in touches:
                try:
                    state, change = apply(state, one, self._controls, origin)
                except ControlError as error:
                    refused.append(Refused(one, error))
                    continue
                if change is not None:
                    changes.append(change)
            self._state = state
            listeners = self._listeners
        if changes:
            for listener in listeners:
                listener(tuple(changes))
        return Touched(tuple(changes), tuple(refused))

    def fit(self, playable: Playable) -> None:
        """Take up another instrument; the coordinates and labels that both have keep their place."""
        with self._lock:
            if playable != self._playable:
                self._playable = playable
                self._controls = _table(playable)
                self._state = fitted(self._state, playable)


def _table(playable: Playable) -> Mapping[str, Control]:
    return MappingProxyType({control.id: control for control in control_table(playable)})
