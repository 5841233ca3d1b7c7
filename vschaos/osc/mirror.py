"""Which messages tell the peer what it does not know yet: pure logic, on a clock that is passed in.

* A change goes to every hand but the one that made it; here: changes of the peer itself are not sent back.
* The numbers of a changed control are told under all their names: ``/vs/pad``, ``/vs/latent/z1``, ``/vs/latents``.
* At most 60 messages a second for each address; the latest value wins, and is always sent in the end.
* A value that the peer knows is not sent again. Triggers are always sent.
* When the peer asked for more than a control's range, and has rested for 150 ms, it is told the value it got.
* So it is when the change came from another port than the peer's: Max and Pure Data send from one port and listen on
  another, but so do two programs, one that moves and one that shows. Not before the rest, or sliders would fight.

:meth:`Mirror.note` is called by all hands' threads, the rest by the OSC thread alone.
"""

from __future__ import annotations

from collections import deque

from vschaos.osc.namespace import Namespace
from vschaos.osc.packet import Message
from vschaos.performance.controls import Control, Kind
from vschaos.performance.state import Change, Origin, PerformanceState, latent_indices, values_of

INTERVAL_S = 1.0 / 60.0
REST_S = 0.15
OSC_HANDS = (Origin.OSC, Origin.OSC_OTHER)


class Mirror:
    """What one peer has been told, and what it has to be told.

    Parameters
    ----------
    namespace
        Addresses of the present instrument.
    interval_s
        Least time between two messages to one address.
    rest_s
        How long a gesture of an OSC program has to rest before the peer is told what it came to.
    """

    def __init__(self, namespace: Namespace, interval_s: float = INTERVAL_S, rest_s: float = REST_S) -> None:
        self._namespace = namespace
        self._interval_s = interval_s
        self._rest_s = rest_s
        self._noted: deque[Change] = deque()
        self._waiting: dict[str, None] = {}
        self._known: dict[str, tuple[float, ...]] = {}
        self._sent_at: dict[str, float] = {}
        self._confirm_at: dict[str, float] = {}

    def note(self, changes: tuple[Change, ...]) -> None:
        """Take note of changes; safe on any thread."""
        self._noted.extend(changes)

    def use(self, namespace: Namespace) -> None:
        """Another instrument: the peer knows nothing of it."""
        self._namespace = namespace
        for memory in (self._waiting, self._known, self._sent_at, self._confirm_at):
            memory.clear()

    def due(self, now_s: float, state: PerformanceState) -> list[Message]:
        """The messages to send now."""
        messages: list[Message] = []
        while self._noted:
            messages += self._sort_in(self._noted.popleft(), now_s, state)
        messages += self._confirmations(now_s, state)
        for name in list(self._waiting):
            if now_s - self._sent_at.get(name, -1.0) >= self._interval_s:
                del self._waiting[name]
                messages += self._tell(name, now_s, state)
        return messages

    def _sort_in(self, change: Change, now_s: float, state: PerformanceState) -> list[Message]:
        controls = self._namespace.controls
        control = controls.get(change.control)
        if control is None:
            return []
        dims = len(state.latent)
        if control.kind is Kind.TRIGGER:
            # What a trigger does to other controls is news to its own hand, too.
            self._waiting["play"] = None
            return [] if change.origin in OSC_HANDS else [self._namespace.message(control, state)]
        moved = [other for other in controls.values() if _shares(control, other, dims)]
        if change.origin not in OSC_HANDS:
            self._waiting.update({other.id: None for other in moved if other.mirrored})
            return []
        for other in moved:
            self._known.pop(other.id, None)
            if _covers(control, other, dims):
                self._waiting.pop(other.id, None)
        self._confirm_at.pop(control.id, None)
        if change.clipped:
            self._confirm_at[control.id] = now_s + self._rest_s
        if change.origin is Origin.OSC_OTHER:
            self._confirm_at.update({other.id: now_s + self._rest_s for other in moved if other.mirrored})
        return []

    def _confirmations(self, now_s: float, state: PerformanceState) -> list[Message]:
        due = [name for name, at in self._confirm_at.items() if at <= now_s]
        messages: list[Message] = []
        for name in due:
            del self._confirm_at[name]
            self._known.pop(name, None)
            messages += self._tell(name, now_s, state)
        return messages

    def _tell(self, name: str, now_s: float, state: PerformanceState) -> list[Message]:
        control = self._namespace.controls.get(name)
        if control is None:
            return []
        values = values_of(state, control)
        if not values or self._known.get(name) == values:
            return []
        self._known[name] = values
        self._sent_at[name] = now_s
        return [self._namespace.message(control, state)]


def _shares(control: Control, other: Control, latent_dims: int) -> bool:
    """Whether two controls name some of the same numbers."""
    ours, theirs = latent_indices(control, latent_dims), latent_indices(other, latent_dims)
    return control.id == other.id or bool(set(ours) & set(theirs))


def _covers(control: Control, other: Control, latent_dims: int) -> bool:
    """Whether all numbers of ``other`` are numbers of ``control``."""
    ours, theirs = latent_indices(control, latent_dims), latent_indices(other, latent_dims)
    return control.id == other.id or (bool(theirs) and set(theirs) <= set(ours))
