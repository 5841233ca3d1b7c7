"""The window's end of the line to the engine process.

:class:`EngineBridge` lives in the window's thread. Two threads serve it: one reads the engine's events, one
writes orders, so that an engine that is busy loading, or hangs, never stops the window. Snapshots make no
signal: the reader keeps the latest, and the view polls :attr:`EngineBridge.snapshot`.

A crash of the engine costs the sound for a few seconds: it is started again, once in a while, and told
everything that it had been told. See :class:`~vschaos_studio.state.engine_memory.EngineMemory`.
"""

from __future__ import annotations

import contextlib
import logging
import queue
import subprocess
import threading
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import IO, Protocol

from PySide6.QtCore import QObject, QThread, Signal, Slot

from vschaos.realtime.protocol import (
    EVENTS,
    ORDERS,
    ConfigureOsc,
    Devices,
    EngineReady,
    InstrumentLoaded,
    LoadInstrument,
    Notice,
    PlaySound,
    RefreshDevices,
    SelectDevice,
    SetControl,
    Shutdown,
    Snapshot,
    StopSound,
)
from vschaos_studio.services.process import end, open_log
from vschaos_studio.state.engine_memory import EngineMemory, Order

log = logging.getLogger(__name__)

STEADY_S = 60.0
"""An engine that has run this long may crash and be started again; sooner, it would only crash again."""

LOGGED_GARBAGE = 20


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
    instrument_loaded, devices_changed
        The protocol's :class:`InstrumentLoaded` and :class:`Devices`.
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
        self._line: _Line | None = None
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
        self._line = _Line(process, parent=self)
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
        self._order(LoadInstrument(path))

    def set_control(self, control: str, *values: float) -> None:
        """Move a control of the table, in its own unit."""
        self._order(SetControl(control, values))

    def select_device(self, name: str) -> None:
        """Play through this output; empty for the system's default."""
        self._order(SelectDevice(name))

    def refresh_devices(self) -> None:
        """Look for outputs again; the answer is :attr:`devices_changed`."""
        self._order(RefreshDevices())

    def configure_osc(self, *, enabled: bool, in_port: int, out_port: int) -> None:
        """Listen and mirror on these ports, or fall silent."""
        self._order(ConfigureOsc(enabled, in_port, out_port))

    def play_sound(self, path: str) -> None:
        """Play an audio file once, beside the instrument; `Snapshot.auditioning` names it while it sounds.

        It is no wish to be kept: an engine that is not there yet lets the user know.
        """
        if self._line is None or self.state is not EngineState.READY:
            starting = self.state is EngineState.STARTING
            sentence = "The sound engine is still starting." if starting else "The sound engine is not running."
            remedy = "Listen again in a moment." if starting else "Press Play on the Play page to start it."
            self.noticed.emit(Notice(sentence, remedy, is_error=not starting))
            return
        self._line.writer.send(ORDERS.encode(PlaySound(path)))

    def stop_sound(self) -> None:
        """Fade out the audio file that plays, if one does."""
        if self._line is not None and self.state is EngineState.READY:
            self._line.writer.send(ORDERS.encode(StopSound()))

    def _order(self, order: LoadInstrument | SetControl | SelectDevice | RefreshDevices | ConfigureOsc) -> None:
        self._memory.note(order)
        if self._line is None or self.state is not EngineState.READY:
            return
        # Until the first instrument is there, the engine does not know the coordinates; they are sent then.
        if isinstance(order, SetControl) and not self._controls_sent and order.control not in ("gain", "panic"):
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
                if not self._controls_sent:
                    self._controls_sent = True
                    self._send_all(self._memory.orders_after_load(event))
                self.instrument_loaded.emit(event)
            case Devices():
                self.devices_changed.emit(event)
            case Notice():
                self.noticed.emit(event)

    def _send_all(self, orders: list[Order]) -> None:
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
        if self._may_restart:
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


class _Line:
    """One engine process with its two threads; made and stopped in the window's thread."""

    def __init__(self, process: subprocess.Popen[str], parent: QObject) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self.process = process
        self.reader = _Reader(process.stdout, parent)
        self.writer = _Writer(process.stdin)

    def start(self) -> None:
        self.reader.start()
        self.writer.start()

    def stop(self, patience_s: float) -> int:
        """End the process and both threads; returns its exit code."""
        # The writer closes the engine's input when it is through. Only it may: closing a pipe waits for a write
        # to it, and an engine that hangs reads no more. Killing frees the writer then.
        self.writer.finish()
        self.writer.join(patience_s)
        if self.writer.is_alive():
            self.process.kill()
            self.writer.join()
        code = end(self.process, patience_s=patience_s)
        if self.reader.wait(int(1000 * patience_s)):
            assert self.process.stdout is not None
            self.process.stdout.close()
            self.reader.deleteLater()
        else:
            log.warning("something of the engine's still holds its output open")
        return code


class _Reader(QThread):
    """Reads events until the engine's output ends."""

    heard = Signal(object, object)
    ended = Signal(object)

    def __init__(self, stdout: IO[str], parent: QObject) -> None:
        super().__init__(parent)
        self._stdout = stdout
        self.latest: Snapshot | None = None

    def run(self) -> None:
        """The thread's work."""
        garbage = 0
        # Reading fails when the pipe is closed under a reader that would not end.
        with contextlib.suppress(OSError, ValueError):
            for line in self._stdout:
                try:
                    event = EVENTS.decode(line)
                except (ValueError, TypeError, KeyError, RecursionError) as error:
                    # A library that prints to standard output must not end the sound.
                    garbage += 1
                    if garbage <= LOGGED_GARBAGE and line.strip():
                        log.warning("the engine said something that is no event: %s", error)
                    continue
                if isinstance(event, Snapshot):
                    self.latest = event
                else:
                    self.heard.emit(self, event)
        self.ended.emit(self)


class _Writer(threading.Thread):
    """Writes orders in turn. A plain thread: it tells nobody anything."""

    def __init__(self, stdin: IO[str]) -> None:
        super().__init__(name="engine orders", daemon=True)
        self._stdin = stdin
        self._orders: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def send(self, line: str) -> None:
        self._orders.put(line)

    def finish(self) -> None:
        """Write what waits, then close."""
        self._orders.put(None)

    def run(self) -> None:
        # The engine may be gone already; the reader tells of it.
        with contextlib.suppress(OSError, ValueError):
            while (line := self._orders.get()) is not None:
                self._stdin.write(line + "\n")
                self._stdin.flush()
        with contextlib.suppress(OSError, ValueError):
            self._stdin.close()
