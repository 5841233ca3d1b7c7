"""The window's side of the engine process.

:class:`EngineBridge` lives in the window's thread. It never waits for the engine: orders are queued, and a thread
(`vschaos_studio.services.engine_process`) receives the events. A status makes no signal: the view polls
:attr:`EngineBridge.status`, which is the latest.

A crash of the engine costs the sound for a few seconds: the engine is started again, once in a while, and gets
the orders that the last one had. See :class:`~vschaos_studio.state.engine_memory.EngineMemory`.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable
from enum import Enum
from pathlib import Path
from typing import IO, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from vschaos.errors import VschaosError
from vschaos.messages import Problem
from vschaos.osc.messages import OscPeers, OscTraffic
from vschaos.performance.state import Touch
from vschaos.realtime.protocol import (
    RESTART,
    AwaitBinding,
    BindingsChanged,
    Devices,
    EngineReady,
    EngineStatus,
    Gamepads,
    InstrumentLoaded,
    LoadInstrument,
    MidiPorts,
    OpenGesture,
    Order,
    PlaySound,
    Recorded,
    Recovered,
    SaveGesture,
    SaveLast,
    SetOpened,
    SetSaved,
    Shutdown,
    Spectrum,
    StartRecording,
    StopSound,
    WatchSound,
)
from vschaos_studio.language import tr, translated
from vschaos_studio.services.engine_process import EngineProcess
from vschaos_studio.services.process import Launcher, open_log
from vschaos_studio.state.engine_memory import EngineMemory

log = logging.getLogger(__name__)

STEADY_S = 60.0
"""An engine that has run this long may crash and be started again; sooner, it would only crash again."""

Immediate = PlaySound | StartRecording | SaveLast | SaveGesture | OpenGesture | AwaitBinding
"""Orders for this moment: without an engine they are dropped, and the user is notified."""

WITHOUT_INSTRUMENT = ("gain", "panic")
"""Controls that can be sent before the engine has its first instrument, whose coordinates it does not know yet."""


class EngineState(Enum):
    """How the engine process is."""

    OFF = "off"
    STARTING = "starting"
    READY = "ready"
    FAILED = "failed"


class SoundPlayer(Protocol):
    """What a page needs to play sounds: the :class:`EngineBridge`, or a double in tests."""

    @property
    def status(self) -> EngineStatus | None:
        """`EngineStatus.auditioning` is the path of the sound that plays."""
        ...

    def play_sound(self, path: str, *, onward: bool = False) -> None:
        """Play an audio file once; ``onward``: from where the one that plays has come to."""
        ...

    def stop_sound(self) -> None:
        """Stop it."""
        ...


class EngineBridge(QObject):
    """Starts the engine, sends it orders and emits its events.

    Signals
    -------
    state_changed
        An :class:`EngineState`.
    instrument_loaded, devices_changed, midi_ports_changed, gamepads_changed, bindings_changed, recorded, recovered
        The protocol's :class:`InstrumentLoaded`, :class:`Devices`, :class:`MidiPorts`, :class:`Gamepads`,
        :class:`BindingsChanged`, :class:`Recorded` and :class:`Recovered`.
    set_saved, set_opened
        The protocol's :class:`SetSaved` and :class:`SetOpened`.
    spectrum_seen
        A :class:`Spectrum` of what is heard, while :meth:`watch_sound` asks for them.
    osc_reported
        What the engine reports of OSC: :class:`OscPeers` and :class:`OscTraffic`.
    noticed
        A :class:`~vschaos.messages.Problem`: from the engine, or about it.

    Parameters
    ----------
    launcher
        Starts the process.
    log_folder
        Where the engine's diagnostics go.
    clock
        Seconds, monotonic.
    patience_s
        How long an engine may take for each step of its end; see :meth:`ChildProcess.close`.
    """

    state_changed = Signal(object)
    instrument_loaded = Signal(object)
    devices_changed = Signal(object)
    midi_ports_changed = Signal(object)
    gamepads_changed = Signal(object)
    bindings_changed = Signal(object)
    recorded = Signal(object)
    recovered = Signal(object)
    spectrum_seen = Signal(object)
    set_saved = Signal(object)
    set_opened = Signal(object)
    osc_reported = Signal(object)
    noticed = Signal(object)

    def __init__(
        self,
        launcher: Launcher,
        *,
        log_folder: Path,
        clock: Callable[[], float],
        patience_s: float = 2.0,
    ) -> None:
        super().__init__()
        self._launcher = launcher
        self._log_folder = log_folder
        self._clock = clock
        self._patience_s = patience_s
        self._memory = EngineMemory()
        self._engine: EngineProcess | None = None
        self._started_at = 0.0
        self._may_restart = True
        self._controls_sent = False
        self.state = EngineState.OFF

    # ── process ──────────────────────────────────────────────────────────────────────────────────────────

    @property
    def status(self) -> EngineStatus | None:
        """The latest status of a running engine; None while there is none."""
        return self._engine.latest if self._engine is not None else None

    def start(self) -> None:
        """Start the engine, unless it runs. Orders given before it is ready are kept for it."""
        if self._engine is not None:
            return
        engine = EngineProcess(self._launcher, patience_s=self._patience_s, parent=self)
        engine.received.connect(self._on_event)
        engine.ended.connect(self._on_ended)
        try:
            with self._open_log() as engine_log:
                engine.begin(engine_log)
        except VschaosError as error:
            self._fail(Problem.of(error))
            return
        self._engine = engine
        self._started_at = self._clock()
        self._set_state(EngineState.STARTING)

    def _open_log(self) -> IO[str]:
        """The engine's log; where it cannot be written, what is said is lost, and the engine sounds."""
        try:
            return open_log(self._log_folder, "engine")
        except OSError as error:
            reason = translated(error.strerror or str(error))
            sentence = tr("The log of the sound engine cannot be opened: {reason}.", reason=reason)
            self.noticed.emit(Problem(sentence, tr("Check the folder “{folder}”.", folder=self._log_folder)))
            return Path(os.devnull).open("w", encoding="utf-8")

    def stop(self) -> None:
        """End the engine; returns when it is gone, after a few times ``patience_s`` at most."""
        engine, self._engine = self._engine, None
        if engine is not None:
            if self.state is EngineState.READY:
                engine.child.send(Shutdown())
            else:
                # Still loading its libraries: it reads no orders yet, and there is no sound to fade out.
                engine.child.terminate()
            engine.stop()
        self._set_state(EngineState.OFF)

    # ── orders ───────────────────────────────────────────────────────────────────────────────────────────

    def load_instrument(self, path: str) -> None:
        """Open an instrument file and play it from now on."""
        self.order(LoadInstrument(path))

    def set_control(self, control: str, *values: float) -> None:
        """Move a control of the table, in its own unit."""
        self.order(Touch(control, values))

    def watch_sound(self, on: bool) -> None:
        """Whether spectra of what is heard are wanted."""
        self.order(WatchSound(on))

    def play_sound(self, path: str, *, onward: bool = False) -> None:
        """See :meth:`SoundPlayer.play_sound`; it plays beside the instrument."""
        self.order(PlaySound(path, onward))

    def stop_sound(self) -> None:
        """Fade out the audio file that plays, if one does."""
        self.order(StopSound())

    def order(self, order: Order) -> None:
        """Send an order to the engine.

        Settings, such as a device or the value of a control, are kept for an engine that does not run yet.
        """
        kept = self._memory.note(order)
        if self._engine is None or self.state is not EngineState.READY:
            if not kept and isinstance(order, Immediate):
                if self.state is EngineState.STARTING:
                    sentence, remedy = tr("The sound engine is still starting."), tr("Try again in a moment.")
                    self.noticed.emit(Problem(sentence, remedy, is_error=False))
                else:
                    sentence = tr("The sound engine is not running.")
                    self.noticed.emit(Problem(sentence, tr("Press Play on the Play page to start it.")))
            return
        if isinstance(order, Touch) and not self._controls_sent and order.control not in WITHOUT_INSTRUMENT:
            return
        self._engine.child.send(order)

    # ── events ───────────────────────────────────────────────────────────────────────────────────────────

    @Slot(object, object)
    def _on_event(self, engine: object, event: object) -> None:
        # Events of an engine that was stopped may still be queued.
        if engine is not self._engine:
            return
        match event:
            case EngineReady():
                self._controls_sent = False
                self._set_state(EngineState.READY)
                self._send_all(self._memory.orders_at_start())
            case InstrumentLoaded():
                # Receivers of the signal may send orders first: a gesture can only be played once it is opened.
                self.instrument_loaded.emit(event)
                if not self._controls_sent:
                    self._controls_sent = True
                    self._send_all(self._memory.orders_after_load(event))
            case Devices():
                self.devices_changed.emit(event)
            case MidiPorts():
                self.midi_ports_changed.emit(event)
            case Gamepads():
                self.gamepads_changed.emit(event)
            case BindingsChanged():
                self.bindings_changed.emit(event)
            case Recorded():
                self.recorded.emit(event)
            case Recovered():
                self.recovered.emit(event)
            case Spectrum():
                self.spectrum_seen.emit(event)
            case SetSaved():
                self.set_saved.emit(event)
            case SetOpened():
                self.set_opened.emit(event)
            case OscPeers() | OscTraffic():
                self.osc_reported.emit(event)
            case Problem():
                self.noticed.emit(event)

    def _send_all(self, orders: Iterable[Order]) -> None:
        if self._engine is not None:
            for order in orders:
                self._engine.child.send(order)

    @Slot(object)
    def _on_ended(self, ended: object) -> None:
        """The engine ended; if it was not asked to, it crashed."""
        if self._engine is None or ended is not self._engine:
            return
        engine, self._engine = self._engine, None
        if engine.latest is not None and self._controls_sent:
            self._memory.note_status(engine.latest)
        code = engine.stop()
        if self._clock() - self._started_at >= STEADY_S:
            self._may_restart = True
        if code == RESTART:
            # It has reported why: the audio system hangs, and a new engine may find it again.
            self._set_state(EngineState.OFF)
            self.start()
        elif self._may_restart:
            self._may_restart = False
            self._set_state(EngineState.OFF)
            self.noticed.emit(Problem(engine.child.ending, tr("It is being started again."), is_error=False))
            self.start()
        else:
            remedy = tr(
                "This has happened before. Press Play to start it again. Details are in “{log}”.",
                log=self._log_folder / "engine.log",
            )
            self._fail(Problem(engine.child.ending, remedy))

    def try_again(self) -> None:
        """Start an engine that failed; harmless otherwise."""
        if self.state is EngineState.FAILED:
            self.start()

    def _fail(self, problem: Problem) -> None:
        self._set_state(EngineState.FAILED)
        self.noticed.emit(problem)

    def _set_state(self, state: EngineState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)
