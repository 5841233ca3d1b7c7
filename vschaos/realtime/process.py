"""The engine as a process: orders as lines on standard input, events as lines on standard output.

Standard output belongs to the protocol alone. What libraries print there, C libraries included, goes to standard
error: the descriptor is moved before they are loaded. The end of standard input is an order to fade out and end.

Threads: the main one reads orders; ``events`` writes what :class:`EventWriter` has gathered and a
:class:`~vschaos.realtime.protocol.EngineStatus` 60 times a second while controls move, 30 while it sounds, twice
otherwise. A studio that does not read its events stops nobody: old ones are dropped.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO

import msgspec

from vschaos import __version__
from vschaos.errors import VschaosError
from vschaos.messages import MessageError
from vschaos.osc.ports import OscSettings
from vschaos.performance.notes import NoteOff, NoteOn, finger_move, finger_note
from vschaos.performance.state import Origin, Touch
from vschaos.realtime.devices.latency import LatencyBudget
from vschaos.realtime.engine import Engine
from vschaos.realtime.figures import process_age_s
from vschaos.realtime.protocol import (
    EVENTS,
    ORDERS,
    RESTART,
    AwaitBinding,
    Bind,
    ConfigureOsc,
    EngineReady,
    EngineStatus,
    Event,
    LoadInstrument,
    MoveFinger,
    NameSnapshot,
    OpenGesture,
    OpenSet,
    OpenTuning,
    Order,
    PlayFinger,
    PlayNote,
    PlaySound,
    Press,
    Problem,
    Recorded,
    RecordingView,
    Recovered,
    RefreshDevices,
    SaveGesture,
    SaveLast,
    SaveSet,
    SelectDevice,
    SelectInput,
    SelectMidi,
    Shutdown,
    Spectrum,
    StartRecording,
    StopRecording,
    StopSound,
    Unbind,
    WatchOsc,
    WatchSound,
)
from vschaos.realtime.scheduling import request_process_priority

TICK_S = 1.0 / 60.0
SOUNDING_S = 1.0 / 30.0
RESTING_S = 0.5
CHECK_S = 0.1
"""How often the status is checked while nothing moves and nothing sounds."""

EVENTS_WAITING = 1000
UNREAD_KEPT = 100

FAILED = 1
"""Exit code of an engine whose control thread failed: a crash, to whoever started it."""


def take_over_stdout() -> TextIO:
    """Keep standard output for the protocol, and send everything else that is written there to standard error."""
    protocol = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    return protocol


class EventWriter:
    """Writes events and statuses to a stream, on a thread of its own.

    Parameters
    ----------
    stream
        Where lines go. When nobody reads them any more, the rest is dropped: then the orders end, too.

    Attributes
    ----------
    unread
        The last events that nobody read, without statuses and spectra.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._waiting: deque[Event] = deque(maxlen=EVENTS_WAITING)
        self._stop = threading.Event()
        self._broken = False
        self.unread: deque[Event] = deque(maxlen=UNREAD_KEPT)
        self._last: EngineStatus | None = None
        self._last_at = 0.0
        self._thread: threading.Thread | None = None

    def start(self, status: Callable[[], EngineStatus], moved: Callable[[], object]) -> None:
        """Begin to write events, and what ``status`` returns; ``moved`` returns another object when a control moved."""
        self._thread = threading.Thread(target=self._run, args=(status, moved), name="events", daemon=True)
        self._thread.start()

    def emit(self, event: Event) -> None:
        """Write an event soon; never blocks."""
        self._waiting.append(event)

    def close(self) -> None:
        """Write what waits, and end."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(timeout=2.0)

    def _run(self, status: Callable[[], EngineStatus], moved: Callable[[], object]) -> None:
        seen: object = None
        checked_at = 0.0
        while not self._stop.wait(TICK_S):
            now, present = time.monotonic(), moved()
            lively = self._last is not None and _sounds(self._last)
            # A status takes a tenth of a millisecond to make: only when it is needed.
            if present is not seen or now - checked_at >= (SOUNDING_S if lively else CHECK_S):
                seen, checked_at = present, now
                self.write_due(now, status())
            else:
                self._write_waiting()
        self._write_waiting()

    def write_due(self, now_s: float, current: EngineStatus) -> None:
        """Write the waiting events, and the current status if it is due."""
        self._write_waiting()
        if self._last is None or _moved(self._last, current):
            due = True
        elif _sounds(current):
            due = now_s - self._last_at >= SOUNDING_S
        else:
            due = now_s - self._last_at >= RESTING_S
        if due:
            self._last, self._last_at = current, now_s
            self._write(current)

    def _write_waiting(self) -> None:
        while self._waiting:
            self._write(self._waiting.popleft())

    def _write(self, event: Event) -> None:
        if not self._broken:
            try:
                self._stream.write(EVENTS.encode(event) + "\n")
                self._stream.flush()
            except (OSError, ValueError):
                self._broken = True
        if self._broken and not isinstance(event, EngineStatus | Spectrum):
            self.unread.append(event)


def _sounds(status: EngineStatus) -> bool:
    return status.playing or status.level_db > -100.0


def _moved(before: EngineStatus, now: EngineStatus) -> bool:
    """Whether more has changed than the meters."""
    meters = {"level_db": 0.0, "input_db": 0.0, "latency": LatencyBudget(), "load": 0.0, "recording": RecordingView()}
    return msgspec.structs.replace(before, **meters) != msgspec.structs.replace(now, **meters)


def run_engine(orders: Iterable[str], protocol: TextIO) -> int:
    """Be the engine until the orders end; returns the exit code.

    Parameters
    ----------
    orders
        Lines of orders.
    protocol
        Takes the lines of events.
    """
    request_process_priority()
    writer = EventWriter(protocol)
    lost = _ends_with("SIGUSR1", RESTART) or (lambda: None)
    # The next engine completes the recordings of one that ends at once.
    failed = _ends_with("SIGUSR2", FAILED) or (lambda: os._exit(FAILED))
    engine = Engine(writer.emit, lost, failed)
    engine.start()
    writer.emit(EngineReady(__version__, round(process_age_s(), 3)))
    writer.start(engine.status, lambda: engine.performance.sounding)
    engine.select_device("")
    try:
        for line in orders:
            if line.strip() and (code := _follow(engine, line, writer.emit)) is not None:
                return code
    except KeyboardInterrupt:
        pass
    except _EndError as end:
        return end.code
    finally:
        writer.emit(engine.shutdown())
        writer.close()
        # Whoever started the engine has died; the next engine reports what was recorded.
        for event in writer.unread:
            if isinstance(event, (Recorded, Recovered)):
                engine.unfinished.leave(Path(event.path))
    return 0


class _EndError(BaseException):
    """Raised in the main thread, out of its wait for orders, or out of one that is being carried out."""

    def __init__(self, code: int) -> None:
        self.code = code


def _ends_with(number: str, code: int) -> Callable[[], None] | None:
    """What ends the wait for orders, by a signal; None on systems where signals cannot."""
    if not hasattr(signal, number):
        return None
    signum = signal.Signals[number]

    def leave(*_: object) -> None:
        signal.signal(signum, signal.SIG_IGN)
        raise _EndError(code)

    signal.signal(signum, leave)
    main = threading.get_ident()
    return lambda: signal.pthread_kill(main, signum)


def _follow(engine: Engine, line: str, emit: Callable[[Event], None]) -> int | None:
    """Carry out one order; a number ends the engine with that code. Nothing in a line can end it otherwise."""
    try:
        order = ORDERS.decode(line)
        if isinstance(order, Shutdown):
            return 0
        if engine.devices_need_restart and isinstance(order, (SelectDevice, RefreshDevices)):
            emit(Problem("The sound engine restarts to find devices.", "", is_error=False))
            return RESTART
        _dispatch(engine, order)
    except VschaosError as error:
        emit(Problem.of(error))
    except (MessageError, ValueError, TypeError, OverflowError) as error:
        emit(Problem(f"The engine received an invalid order: {error}.", ""))
    # A bug in carrying out an order must not end the sound: it is reported, with its traceback on standard error.
    except Exception as error:
        traceback.print_exc(file=sys.stderr)
        emit(Problem(f"The engine failed to execute an order: {error}.", "Please report this."))
    return None


def _dispatch(engine: Engine, order: Order) -> None:
    match order:
        case Touch():
            engine.touch((order,), Origin.UI)
        case LoadInstrument(path):
            engine.load(str(path))
        case PlayNote(key, velocity):
            engine.play_note(NoteOn(key, velocity) if velocity > 0 else NoteOff(key))
        case PlayFinger(finger, velocity, point):
            engine.play_note(finger_note(finger, velocity, point))
        case MoveFinger(finger, point):
            engine.play_note(finger_move(finger, point))
        case Press(source, pressure):
            engine.press(source, pressure)
        case SelectDevice(name, latency_ms):
            engine.select_device(name, latency_ms)
        case SelectInput(name):
            engine.select_input(name)
        case SelectMidi(name):
            engine.midi.select(name)
        case AwaitBinding(source, control):
            engine.bindings.of(source).wait_for(control)
        case Bind(source, binding):
            engine.bindings.of(source).bind(binding)
        case Unbind(source, control):
            engine.bindings.of(source).unbind(control)
        case RefreshDevices():
            engine.refresh_devices()
        case ConfigureOsc():
            engine.osc.configure(OscSettings(**msgspec.structs.asdict(order)))
        case WatchOsc(on):
            engine.osc.watch(on)
        case WatchSound(on):
            engine.watch_sound(on)
        case PlaySound(path, onward):
            engine.play_sound(str(path), onward=onward)
        case StopSound():
            engine.stop_sound()
        case StartRecording(path):
            engine.record(path)
        case StopRecording():
            engine.stop_recording()
        case SaveLast(path, seconds):
            engine.save_last(path, seconds)
        case NameSnapshot(number, name, colour):
            engine.performance.name_snapshot(number, name, colour)
        case SaveGesture(path):
            engine.save_gesture(path)
        case OpenGesture(path):
            engine.open_gesture(path)
        case SaveSet(path):
            engine.save_set(path)
        case OpenSet(path):
            engine.open_set(path)
        case OpenTuning(path, mapping):
            engine.open_tuning(path, mapping)
        case _:
            raise MessageError(f"{type(order).__name__} is not an order")
