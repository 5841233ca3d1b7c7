"""The window's end of the line to the engine process.

:class:`EngineBridge` lives in the window's thread. Two threads (`vschaos_studio.services.engine_line`) serve it: one
reads the engine's events, one writes orders, so that an engine that is busy loading, or hangs, never stops the window.
Snapshots make no signal: the reader keeps the latest, and the view polls :attr:`EngineBridge.snapshot`.

A crash of the engine costs the sound for a few seconds: it is started again, once in a while, and told
everything that it had been told. See :class:`~vschaos_studio.state.engine_memory.EngineMemory`.
"""

from __future__ import annotations

import logging
import subprocess
from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path
from typing import IO, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from vschaos.osc.orders import BindOsc, LearnOsc, UnbindOsc, WatchOsc
from vschaos.osc.reports import OscBindings, OscPeers, OscTraffic
from vschaos.realtime.protocol import (
    ORDERS,
    RESTART,
    BindMidi,
    ConfigureOsc,
    Devices,
    EngineReady,
    InstrumentLoaded,
    LearnMidi,
    LoadInstrument,
    MidiBindings,
    MidiPorts,
    Notice,
    OpenGesture,
    OpenSet,
    PlayNote,
    PlaySound,
    Recorded,
    RefreshDevices,
    SaveGesture,
    SaveLast,
    SaveSet,
    SelectDevice,
    SelectInput,
    SelectMidi,
    SetControl,
    Shutdown,
    Snapshot,
    StartRecording,
    StopRecording,
    StopSound,
    UnbindMidi,
)
from vschaos_studio.services.engine_line import Line
from vschaos_studio.services.process import open_log
from vschaos_studio.state.engine_memory import EngineMemory

log = logging.getLogger(__name__)

STEADY_S = 60.0
"""An engine that has run this long may crash and be started again; sooner, it would only crash again."""

Now = PlaySound | StartRecording | SaveLast | SaveGesture | OpenGesture | LearnMidi | LearnOsc
"""Orders that mean this moment: without an engine they come to nothing, and the user is told."""

Order = (
    Now
    | LoadInstrument
    | SetControl
    | PlayNote
    | SelectDevice
    | SelectInput
    | RefreshDevices
    | SelectMidi
    | BindMidi
    | UnbindMidi
    | StopRecording
    | SaveSet
    | OpenSet
    | ConfigureOsc
    | BindOsc
    | UnbindOsc
    | WatchOsc
    | StopSound
)

WITHOUT_INSTRUMENT = ("gain", "panic")
"""Controls that an engine can be told of before its first instrument, whose coordinates it does not know yet."""


class EngineState(Enum):
    """How the engine process is."""

    OFF = "off"
    STARTING = "starting"
    READY = "ready"
    FAILED = "failed"


class Launcher(Protocol):
    """How a child of ours is started; see `vschaos_studio.services.process`."""

    def popen(self, arguments: tuple[str, ...], *, stderr: int | IO[str]) -> subprocess.Popen[str]:
        """Start ``vschaos ARGUMENTS`` with pipes of UTF-8 text."""
        ...


class SoundPlayer(Protocol):
    """What a page needs to let sounds be heard: the :class:`EngineBridge`, or a double in tests."""

    @property
    def snapshot(self) -> Snapshot | None:
        """`Snapshot.auditioning` is the path of the sound that plays."""
        ...

    def play_sound(self, path: str) -> None:
        """Play an audio file once."""
        ...

    def stop_sound(self) -> None:
        """Stop it."""
        ...


class EngineBridge(QObject):
    """Starts the engine, sends it orders and hands on its events.

    Signals
    -------
    state_changed
        An :class:`EngineState`.
    instrument_loaded, devices_changed, midi_ports_changed, midi_bindings_changed, recorded
        The protocol's :class:`InstrumentLoaded`, :class:`Devices`, :class:`MidiPorts`, :class:`MidiBindings` and
        :class:`Recorded`.
    osc_told
        What the protocol says of OSC: :class:`OscPeers`, :class:`OscBindings` and :class:`OscTraffic`.
    noticed
        The protocol's :class:`Notice`: from the engine, or about it.

    Parameters
    ----------
    launcher
        Starts the process.
    log_folder
        Where the engine's diagnostics go.
    clock
        Seconds, monotonic.
    patience_s
        How long an engine may take to end after it was asked to, before it is pushed.
    """

    state_changed = Signal(object)
    instrument_loaded = Signal(object)
    devices_changed = Signal(object)
    midi_ports_changed = Signal(object)
    midi_bindings_changed = Signal(object)
    recorded = Signal(object)
    osc_told = Signal(object)
    noticed = Signal(object)

    def __init__(
        self,
        launcher: Launcher,
        *,
        log_folder: Path,
        clock: Callable[[], float],
        patience_s: float = 2.0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._launcher = launcher
        self._log_folder = log_folder
        self._clock = clock
        self._patience_s = patience_s
        self._memory = EngineMemory()
        self._line: Line | None = None
        self._started_at = 0.0
        self._may_restart = True
        self._controls_sent = False
        self.state = EngineState.OFF

    # ── process ──────────────────────────────────────────────────────────────────────────────────────────

    @property
    def snapshot(self) -> Snapshot | None:
        """The latest word of a running engine; None while there is none."""
        return self._line.reader.latest if self._line is not None else None

    def start(self) -> None:
        """Start the engine, unless it runs. Orders given before it is ready are kept for it."""
        if self._line is not None:
            return
        try:
            with open_log(self._log_folder, "engine") as engine_log:
                process = self._launcher.popen(("engine",), stderr=engine_log)
        except OSError as error:
            log.exception("the engine could not be started")
            self._fail(f"The sound engine could not be started: {error.strerror or error}.", "Install the app again.")
            return
        self._started_at = self._clock()
        self._line = Line(process, parent=self)
        self._line.reader.heard.connect(self._hear)
        self._line.reader.ended.connect(self._lost)
        self._line.start()
        self._set_state(EngineState.STARTING)

    def stop(self) -> None:
        """End the engine; returns when it is gone, after a few times ``patience_s`` at most."""
        line, self._line = self._line, None
        if line is not None:
            if self.state is EngineState.READY:
                line.writer.send(ORDERS.encode(Shutdown()))
            else:
                # Still loading its libraries: it hears nothing yet, and nothing sounds that could be faded out.
                line.process.terminate()
            line.stop(self._patience_s)
        self._set_state(EngineState.OFF)

    # ── orders ───────────────────────────────────────────────────────────────────────────────────────────

    def load_instrument(self, path: str) -> None:
        """Open an instrument file and play it from now on."""
        self.order(LoadInstrument(path))

    def set_control(self, control: str, *values: float) -> None:
        """Move a control of the table, in its own unit."""
        self.order(SetControl(control, values))

    def play_sound(self, path: str) -> None:
        """Play an audio file once, beside the instrument; `Snapshot.auditioning` names it while it sounds."""
        self.order(PlaySound(path))

    def stop_sound(self) -> None:
        """Fade out the audio file that plays, if one does."""
        self.order(StopSound())

    def order(self, order: Order) -> None:
        """Have the engine do something.

        A wish, such as a device or the value of a control, is kept for an engine that is not there yet, or no more.
        """
        kept = self._memory.note(order)
        if self._line is None or self.state is not EngineState.READY:
            if not kept and isinstance(order, Now):
                starting = self.state is EngineState.STARTING
                sentence = "The sound engine is still starting." if starting else "The sound engine is not running."
                remedy = "Try again in a moment." if starting else "Press Play on the Play page to start it."
                self.noticed.emit(Notice(sentence, remedy, is_error=not starting))
            return
        if isinstance(order, SetControl) and not self._controls_sent and order.control not in WITHOUT_INSTRUMENT:
            return
        self._line.writer.send(ORDERS.encode(order))

    # ── events ───────────────────────────────────────────────────────────────────────────────────────────

    @Slot(object, object)
    def _hear(self, reader: object, event: object) -> None:
        # What an engine said before it was stopped may still be under way from its reader.
        if self._line is None or reader is not self._line.reader:
            return
        match event:
            case EngineReady():
                self._controls_sent = False
                self._set_state(EngineState.READY)
                self._send_all(self._memory.orders_at_start())
            case InstrumentLoaded():
                # Who hears of it may have something to say first: a gesture can only be played once it is opened.
                self.instrument_loaded.emit(event)
                if not self._controls_sent:
                    self._controls_sent = True
                    self._send_all(self._memory.orders_after_load(event))
            case Devices():
                self.devices_changed.emit(event)
            case MidiPorts():
                self.midi_ports_changed.emit(event)
            case MidiBindings():
                self.midi_bindings_changed.emit(event)
            case Recorded():
                self.recorded.emit(event)
            case OscPeers() | OscBindings() | OscTraffic():
                self.osc_told.emit(event)
            case Notice():
                self.noticed.emit(event)

    def _send_all(self, orders: Sequence[Order]) -> None:
        if self._line is not None:
            for order in orders:
                self._line.writer.send(ORDERS.encode(order))

    @Slot(object)
    def _lost(self, reader: object) -> None:
        """The engine ended; if nobody had asked it to, it crashed."""
        if self._line is None or reader is not self._line.reader:
            return
        line, self._line = self._line, None
        if line.reader.latest is not None and self._controls_sent:
            self._memory.note_snapshot(line.reader.latest)
        code = line.stop(self._patience_s)
        log.error("the engine ended with code %s", code)
        if self._clock() - self._started_at >= STEADY_S:
            self._may_restart = True
        if code == RESTART:
            # It has told why: the audio system hangs, and a new engine may find it again.
            self._set_state(EngineState.OFF)
            self.start()
        elif self._may_restart:
            self._may_restart = False
            self._set_state(EngineState.OFF)
            self.noticed.emit(
                Notice("The sound engine stopped unexpectedly.", "It is being started again.", is_error=False)
            )
            self.start()
        else:
            where = self._log_folder / "engine.log"
            self._fail(
                "The sound engine stopped again.", f"Press Play to start it once more. It left word in “{where}”."
            )

    def try_again(self) -> None:
        """Start an engine that failed; harmless otherwise."""
        if self.state is EngineState.FAILED:
            self.start()

    def _fail(self, sentence: str, remedy: str) -> None:
        self._set_state(EngineState.FAILED)
        self.noticed.emit(Notice(sentence, remedy))

    def _set_state(self, state: EngineState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)
