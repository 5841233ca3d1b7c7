"""Keeps what belongs to an instrument without being asked: its snapshots, gesture and bindings, a file each.

The engine writes and reads the file; this says when: opened once an instrument is loaded, written a second after
something of it has changed, and when another instrument or the end of the program comes. OSC and MIDI store
snapshots too, so it polls the engine's status a few times a second. Lives in the window's thread.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from vschaos.performance.bindings import Binding
from vschaos.realtime.protocol import BindingsChanged, EngineStatus, InstrumentLoaded, OpenSet, SaveSet
from vschaos_studio.services.engine_bridge import EngineBridge, EngineState
from vschaos_studio.services.recordings import file_words

log = logging.getLogger(__name__)

LOOK_MS = 250
REST_S = 1.0
"""Nothing of the set has changed for this long: it is written."""

SETTLE_S = 1.0
"""What changes so soon after a set was opened, changes because it was opened."""


class SetKeeper(QObject):
    """Opens and saves the set of the instrument that plays.

    Parameters
    ----------
    folder
        Where the sets are; made when first needed.
    clock
        Seconds, monotonic.
    """

    def __init__(
        self, bridge: EngineBridge, *, folder: Path, clock: Callable[[], float], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._folder = folder
        self._clock = clock
        self._path: Path | None = None
        self._opened_at = 0.0
        self._changed_at: float | None = None
        self._seen: object = None
        self._bindings: dict[str, tuple[Binding, ...]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.poll)
        bridge.state_changed.connect(self._follow_engine)
        bridge.instrument_loaded.connect(self._open)
        bridge.bindings_changed.connect(self._note_bindings)

    @property
    def path(self) -> Path | None:
        """The set that the engine has open."""
        return self._path

    def note_change(self) -> None:
        """Something of the set has changed: it is written once nothing more changes."""
        self._changed_at = self._clock()

    def poll(self) -> None:
        """Check whether something was changed, by OSC or MIDI too, and write what has not changed for a while."""
        status = self._bridge.status
        if status is None or self._path is None:
            return
        kept = _kept(status)
        if kept != self._seen:
            self._seen = kept
            if not self._settling:
                self.note_change()
        if self._changed_at is not None and self._clock() - self._changed_at >= REST_S:
            self._save()

    def flush(self) -> None:
        """Write the set now, if there is anything in it: the same sound may have been stored over another."""
        status = self._bridge.status
        holds = status is not None and (bool(status.stored) or status.gesture.duration_s > 0)
        if self._path is not None and (holds or any(self._bindings.values()) or self._changed_at is not None):
            self._save()

    @property
    def _settling(self) -> bool:
        return self._clock() - self._opened_at < SETTLE_S

    def _save(self) -> None:
        if self._path is None:
            return
        self._changed_at = None
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            # The engine will say that it cannot write there; it is the one that knows the file.
            log.warning("the folder of sets cannot be made", exc_info=True)
        self._bridge.order(SaveSet(str(self._path)))

    def _open(self, loaded: InstrumentLoaded) -> None:
        path = self._folder / set_name(loaded.name, Path(loaded.path))
        if path == self._path:
            return  # the next checkpoint of a training, say
        self.flush()
        self._path = path
        self._changed_at = None
        self._opened_at = self._clock()
        self._bridge.order(OpenSet(str(path)))

    def _note_bindings(self, event: BindingsChanged) -> None:
        if event.bindings != self._bindings.get(event.source, ()):
            self._bindings[event.source] = event.bindings
            if not self._settling:
                self.note_change()

    def _follow_engine(self, state: EngineState) -> None:
        if state is EngineState.READY:
            self._timer.start()
        else:
            # A fresh engine has no set open.
            self._timer.stop()
            self._path = None
            self._changed_at = None


def set_name(name: str, path: Path) -> str:
    """File name of an instrument's set: to be read by people, and its own even beside a namesake's."""
    return f"{file_words(name)} {hashlib.sha256(os.fsencode(path.absolute())).hexdigest()[:8]}.json"


def _kept(status: EngineStatus) -> tuple[object, ...]:
    """What of a set is visible in the status; a gesture counts when it is complete."""
    gesture = status.gesture
    return (status.stored, None if gesture.recording else gesture.duration_s)
