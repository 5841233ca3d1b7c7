"""Keeps what belongs to an instrument without being asked: its snapshots, gesture and bindings.

The project has them; the engine plays with them, and OSC and MIDI change them too. So the engine counts the changes of
its set (`EngineStatus.set_version`), and whenever there is a new one, it is asked to write its set into a file of a
folder for that, from which the project takes it. What has changed becomes steps of the history; to undo one is to
give the engine the former set. Lives in the window's thread.
"""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import msgspec
from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from vschaos.files import read_file, write_file
from vschaos.performance.documents import LARGEST_BYTES
from vschaos.performance.set_files import PerformanceSet, format_set
from vschaos.realtime.protocol import InstrumentLoaded, OpenSet, SaveSet, SetOpened, SetSaved
from vschaos_studio.services.engine_bridge import EngineBridge, EngineState
from vschaos_studio.state.history import History, Step
from vschaos_studio.state.project import EMPTY_SET, set_in
from vschaos_studio.state.set_changes import SetChange, changes_between

log = logging.getLogger(__name__)

LOOK_MS = 100
PATIENCE_S = 5.0
"""How long the engine may take to write a set, until it is asked again."""

LAST_MS = 2000
"""The same at the end of the program."""


class SetStore(Protocol):
    """Where the sets are: the project."""

    def document_of(self, instrument: Path, name: str) -> bytes:
        """The set of an instrument, as it stands in a file; an instrument of this name that is new gets one."""
        ...

    def keep(self, instrument: Path, document: bytes) -> None:
        """Keep the set of an instrument."""
        ...


@dataclass(frozen=True)
class _Asked:
    """The engine was asked to write the set of this instrument."""

    instrument: Path
    at_s: float


class SetKeeper(QObject):
    """Gives the engine the set of the instrument that plays, and keeps what it becomes.

    Signals
    -------
    restored
        An instrument's path, and the title of a step: that of an instrument that does not play was undone or redone.

    Parameters
    ----------
    work
        A folder of this process alone, for the files between it and the engine.
    clock
        Seconds, monotonic.
    """

    restored = Signal(object, str)
    _answered = Signal()

    def __init__(
        self,
        bridge: EngineBridge,
        *,
        store: SetStore,
        history: History,
        work: Path,
        clock: Callable[[], float],
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._store = store
        self._history = history
        self._work = work
        self._clock = clock
        self._numbers = itertools.count()
        self._instrument: Path | None = None
        self._version: int | None = None
        self._asked: dict[str, _Asked] = {}
        self._afterwards: list[Callable[[], object]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.poll)
        history.settle = self.after_changes
        bridge.state_changed.connect(self._follow_engine)
        bridge.instrument_loaded.connect(self._open)
        bridge.set_opened.connect(self._on_opened)
        bridge.set_saved.connect(self._on_saved)

    def poll(self) -> None:
        """Ask for the set if it has changed; it is not asked for twice at once."""
        status = self._bridge.status
        if self._asked:
            first = next(iter(self._asked.values()))
            if self._clock() - first.at_s < PATIENCE_S:
                return
            self._asked.clear()
        if self._afterwards:
            self._run_afterwards()
        if status is not None and self._version is not None and status.set_version != self._version:
            self._ask()

    def after_changes(self, then: Callable[[], object]) -> None:
        """Call ``then`` once everything that was done until now is kept, and is a step of the history."""
        if self._version is None or self._bridge.state is not EngineState.READY:
            then()
            return
        self._afterwards.append(then)
        if not self._asked:
            self._ask()

    def flush(self) -> None:
        """Keep the set as it is now; returns when it is kept, or the engine does not answer."""
        # Without a look at its status: that may not say yet what was done a moment ago. A set that it is still opening,
        # it opens first.
        if self._instrument is None or self._bridge.state is not EngineState.READY:
            return
        loop = QEventLoop()
        latest = QTimer(loop)
        latest.timeout.connect(loop.quit)
        latest.start(LAST_MS)
        self._answered.connect(loop.quit)
        self._ask()
        if self._asked:
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        latest.stop()
        self._answered.disconnect(loop.quit)

    def forget(self) -> None:
        """Another project is open: the instrument's set is opened anew once it is loaded."""
        self._instrument = self._version = None
        self._asked.clear()

    # ── the engine ───────────────────────────────────────────────────────────────────────────────────────

    def _open(self, loaded: InstrumentLoaded) -> None:
        instrument = Path(loaded.path)
        if instrument == self._instrument:
            return  # the next checkpoint of a training, say
        if self._version is not None:
            self._ask()
        self._instrument = instrument
        opened = set_in(self._store.document_of(instrument, loaded.name), instrument)
        # As the engine will write it, so that what differs then is what has changed.
        document = EMPTY_SET if opened == PerformanceSet() else format_set(opened)
        self._store.keep(instrument, document)
        self._send(document)

    def _send(self, document: bytes) -> None:
        """Give the engine a set."""
        self._version = None
        path = self._new_path()
        try:
            if document != EMPTY_SET:
                write_file(path, document)
        except OSError:
            # The engine opens an empty set then, and the project keeps this one until something changes.
            log.warning("a set cannot be handed to the engine", exc_info=True)
        self._bridge.order(OpenSet(str(path)))

    def _ask(self) -> None:
        if self._instrument is not None:
            path = str(self._new_path())
            self._asked[path] = _Asked(self._instrument, self._clock())
            self._bridge.order(SaveSet(path))

    def _on_opened(self, event: SetOpened) -> None:
        Path(event.path).unlink(missing_ok=True)
        self._version = event.version

    def _on_saved(self, event: SetSaved) -> None:
        asked = self._asked.pop(event.path, None)
        if asked is None:
            return
        if asked.instrument == self._instrument and self._version is not None:
            self._version = event.version
        path = Path(event.path)
        try:
            self._take(asked.instrument, read_file(path, LARGEST_BYTES))
            path.unlink(missing_ok=True)
        except (OSError, msgspec.DecodeError):
            log.warning("a set of the engine cannot be read", exc_info=True)
        if not self._asked:
            self._answered.emit()
            self._run_afterwards()

    def _take(self, instrument: Path, document: bytes) -> None:
        """Keep a set that the engine has written, and note what has changed."""
        now = self._store.document_of(instrument, "")
        for change in changes_between(now, document):
            self._store.keep(instrument, change.document)
            self._history.push(self._step(instrument, change, now))
            now = change.document

    def _run_afterwards(self) -> None:
        waiting, self._afterwards = self._afterwards, []
        for then in waiting:
            then()

    def _follow_engine(self, state: EngineState) -> None:
        if state is EngineState.READY:
            self._timer.start()
            return
        # A fresh engine has no set open.
        self._timer.stop()
        self.forget()
        self._answered.emit()
        self._run_afterwards()

    # ── the history ──────────────────────────────────────────────────────────────────────────────────────

    def _step(self, instrument: Path, change: SetChange, before: bytes) -> Step:
        def restore(document: bytes) -> bool:
            self._store.keep(instrument, document)
            if instrument == self._instrument:
                self._send(document)
            else:
                self.restored.emit(instrument, change.title)
            return True

        return Step(
            change.title,
            self,
            lambda: restore(before),
            lambda: restore(change.document),
            f"{instrument} {change.kind}" if change.kind else "",
            self._clock(),
            len(before) + len(change.document),
        )

    def _new_path(self) -> Path:
        return self._work / f"{next(self._numbers)}.json"
