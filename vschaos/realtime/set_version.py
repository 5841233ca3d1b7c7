"""Counts the changes of what a set holds, so that whoever saves sets knows when there is something new.

Safe on any thread.
"""

from __future__ import annotations

import threading

from vschaos.performance.binding_sources import AllBindings
from vschaos.performance.performance import Performance


class SetVersion:
    """Snapshots, gesture, tuning and bindings are values that are replaced, never changed: another object is a change.

    Parameters
    ----------
    performance, bindings
        What the set is of.
    """

    def __init__(self, performance: Performance, bindings: AllBindings) -> None:
        self._performance = performance
        self._bindings = bindings
        self._lock = threading.Lock()
        self._number = 0
        self._gesture: object = None
        self._parts: tuple[object, ...] = ()

    def now(self) -> int:
        """The present number; a gesture counts once its recording, or overdub, has ended."""
        with self._lock:
            if not self._performance.gesture_status.recording:
                self._gesture = self._performance.gesture_tracks
            performance = self._performance
            parts = (performance.state.snapshots, self._gesture, performance.tuning, *self._bindings.lists().values())
            if len(parts) != len(self._parts) or any(a is not b for a, b in zip(parts, self._parts, strict=True)):
                self._parts = parts
                self._number += 1
            return self._number
