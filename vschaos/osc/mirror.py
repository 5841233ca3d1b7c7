"""Which messages a peer gets: pure logic, on a clock that is passed in.

* A change goes to all peers but the one that made it.
* The values of a changed control are sent under all their names: ``/vs/pad``, ``/vs/latent/z1``, ``/vs/latents``.
* At most 60 messages a second for each address; the latest value wins, and is always sent at last.
* A value that the peer knows is not sent again. Triggers are always sent; commands (recall 3) never, but what they do.
* What a trigger or command does to other controls is sent to all peers, to its own, too.
* When the peer asked for more than a control's range, and has rested for 150 ms, it gets the value that was applied.
* So it does when it is unknown whether the peer made the change: Max and Pure Data send from one port and listen on
  another, but so do two programs, one that moves and one that shows. Not before the rest, or sliders would fight.
  A peer that names the port it listens on (`vschaos.osc.peers`) is known by the port that it sends from.

:meth:`Mirror.note` may be called on any thread, the rest on the OSC thread alone.
"""

from __future__ import annotations

from collections import deque
from enum import Enum

from vschaos.osc.namespace import Namespace
from vschaos.osc.packet import OscMessage
from vschaos.performance.controls import Kind
from vschaos.performance.state import Change, PerformanceState, moves_others, values_of

INTERVAL_S = 1.0 / 60.0
REST_S = 0.15


class Author(Enum):
    """Who made a change, as seen from one peer."""

    OWN = "own"
    PERHAPS_OWN = "perhaps own"
    OTHER = "other"


class Mirror:
    """What one peer knows, and what it has to get.

    Parameters
    ----------
    namespace
        Addresses of the present instrument.
    interval_s
        Least time between two messages to one address.
    rest_s
        How long a control that an OSC program moves has to rest before the peer gets its value.
    """

    def __init__(self, namespace: Namespace, interval_s: float = INTERVAL_S, rest_s: float = REST_S) -> None:
        self._namespace = namespace
        self._interval_s = interval_s
        self._rest_s = rest_s
        self._noted: deque[tuple[Change, Author]] = deque()
        self._waiting: dict[str, None] = {}
        self._known: dict[str, tuple[float, ...]] = {}
        self._sent_at: dict[str, float] = {}
        self._confirm_at: dict[str, float] = {}
        self._compare = False
        self._state: PerformanceState | None = None

    def note(self, changes: tuple[Change, ...], author: Author = Author.OTHER) -> None:
        """Note changes; safe on any thread."""
        self._noted.extend([(change, author) for change in changes])

    def use(self, namespace: Namespace) -> None:
        """Use another instrument's addresses: the peer knows nothing of it."""
        self._namespace = namespace
        for memory in (self._waiting, self._known, self._sent_at, self._confirm_at):
            memory.clear()
        self._state = None

    def due(self, now_s: float, state: PerformanceState) -> list[OscMessage]:
        """The messages to send now."""
        messages: list[OscMessage] = []
        while self._noted:
            messages += self._sort_in(*self._noted.popleft(), now_s, state)
        if self._compare:
            self._compare = False
            self._waiting.update(dict.fromkeys(self._unknown_to_peer(state)))
        self._state = state
        if not self._waiting and not self._confirm_at:
            return messages
        messages += self._confirmations(now_s, state)
        for name in list(self._waiting):
            if now_s - self._sent_at.get(name, -1.0) >= self._interval_s:
                del self._waiting[name]
                messages += self._message(name, now_s, state)
        return messages

    def _sort_in(self, change: Change, author: Author, now_s: float, state: PerformanceState) -> list[OscMessage]:
        control = self._namespace.controls.get(change.control)
        if control is None:
            return []
        by_other = author is Author.OTHER
        if moves_others(control):
            self._compare = True
            if control.momentary:
                is_sent = control.kind is Kind.TRIGGER and by_other
                return [self._namespace.message(control, state)] if is_sent else []
        relations = self._namespace.relations(control)
        if by_other:
            self._waiting.update({other.id: None for other in relations.sharing if other.mirrored})
            return []
        for other in relations.sharing:
            self._known.pop(other.id, None)
        for name, places in relations.covered.items():
            self._waiting.pop(name, None)
            if author is Author.OWN and not change.clipped:
                self._known[name] = tuple([change.values[place] for place in places])
        self._confirm_at.pop(control.id, None)
        if change.clipped:
            self._confirm_at[control.id] = now_s + self._rest_s
        if author is Author.PERHAPS_OWN:
            self._confirm_at.update({other.id: now_s + self._rest_s for other in relations.sharing if other.mirrored})
        return []

    def _unknown_to_peer(self, state: PerformanceState) -> list[str]:
        """The controls whose value the peer does not know; one that was never sent, it knows if it has not moved."""
        before = self._state
        found: list[str] = []
        for control in self._namespace.mirrored:
            known = self._known.get(control.id)
            if known is None and before is not None:
                known = values_of(before, control)
            if known is not None and known != values_of(state, control):
                found.append(control.id)
        return found

    def _confirmations(self, now_s: float, state: PerformanceState) -> list[OscMessage]:
        due = [name for name, at in self._confirm_at.items() if at <= now_s]
        messages: list[OscMessage] = []
        for name in due:
            del self._confirm_at[name]
            self._known.pop(name, None)
            messages += self._message(name, now_s, state)
        return messages

    def _message(self, name: str, now_s: float, state: PerformanceState) -> list[OscMessage]:
        control = self._namespace.controls.get(name)
        if control is None:
            return []
        values = values_of(state, control)
        if not values or self._known.get(name) == values:
            return []
        self._known[name] = values
        self._sent_at[name] = now_s
        return [self._namespace.message(control, state)]
