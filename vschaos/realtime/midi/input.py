"""MIDI keyboards and controllers play the performance.

One thread, ``midi``, does all of it: it looks for inputs every two seconds while one is wanted, opens and closes them,
and reads what has come every few milliseconds. So messages arrive in small batches, of which a flood of moves of one
knob becomes a single touch; and no audio thread ever waits for MIDI.

::

    orders ── select, refresh ──▶ wanted ─┐                           ┌──▶ Performance.touch
    RtMidi's queue, one per open input ───┴▶ midi thread: MidiDecoder ┼──▶ Performance.play_note
                                                          ClockFollower ──▶ Performance.follow_beat, tempo
"""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast

from vschaos.errors import DeviceError, VschaosError
from vschaos.performance.bindings import Bindings
from vschaos.performance.midi_decoder import MidiDecoder, without_outdated_bends
from vschaos.performance.midi_notes import MidiMessage
from vschaos.performance.notes import NoteEvent
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin
from vschaos.performance.touch_batch import TouchBatch
from vschaos.realtime.midi.clock_follower import ClockFollower
from vschaos.realtime.midi.ports import MidiPort, MidiSystem, RtMidiSystem, choose_inputs
from vschaos.realtime.protocol import MidiPorts, Problem

POLL_S = 0.003
"""Longest time that a message waits; a hop, in which notes begin, is longer."""

SCAN_S = 2.0
MOST_AT_ONCE = 1024

BUG = VschaosError("A MIDI message could not be handled; MIDI goes on.", "If it happens again, please report it.")


@dataclass(frozen=True)
class MidiCounts:
    """Messages since the start: all, incomplete ones, and those that the program failed to handle."""

    received: int = 0
    ignored: int = 0
    failed: int = 0


class MidiInput:
    """Opens MIDI inputs and plays what comes; orders may come from any thread.

    Parameters
    ----------
    performance
        The state that is moved.
    bindings
        Which controllers move what.
    emit_ports
        Receives the inputs when they change, and after :meth:`refresh`.
    report
        Receives messages for the user. Both are called on the MIDI thread.
    system
        Where inputs are found.
    clock
        Seconds, monotonic.
    threaded
        False: there is no thread, and the owner calls :meth:`poll`.
    """

    def __init__(
        self,
        performance: Performance,
        bindings: Bindings,
        emit_ports: Callable[[MidiPorts], None],
        report: Callable[[VschaosError | Problem], None],
        *,
        system: MidiSystem | None = None,
        clock: Callable[[], float] = time.monotonic,
        threaded: bool = True,
    ) -> None:
        self._performance = performance
        self._bindings = bindings
        self._emit_ports = emit_ports
        self._report = report
        self._system: MidiSystem = system or RtMidiSystem()
        self._clock = clock
        # Shared with the threads of orders, under the lock:
        self._lock = threading.Lock()
        self._wanted = ""
        self._ordered = self._reopen = False
        # The thread's own:
        self._decoder = MidiDecoder(bindings)
        self._clock_follower = ClockFollower(performance)
        self._open: dict[str, MidiPort] = {}
        self._names: tuple[str, ...] | None = None
        self._scan_at = 0.0
        self._hint = ""
        self._refused: set[str] = set()
        self._received = self._ignored = self._failed = 0
        self._wake = threading.Event()
        self._stop = False
        self._thread = threading.Thread(target=self._run, name="midi", daemon=True) if threaded else None
        if self._thread is not None:
            self._thread.start()

    # ── orders ────────────────────────────────────────────────────────────────────────────────────────────

    def select(self, name: str) -> None:
        """Listen to an input, or a part of its name; to all with ``*``, to none with an empty name.

        One that is not connected is opened as soon as it is.
        """
        self._order(wanted=name.strip())

    def refresh(self) -> None:
        """Look for inputs again, and reopen those that are wanted."""
        self._order(reopen=True)

    @property
    def listening(self) -> tuple[str, ...]:
        """The inputs that are open."""
        return tuple(self._open)

    @property
    def clock(self) -> str:
        """The input whose clock the tempo follows; empty if there is none."""
        return self._clock_follower.source(self._clock())

    @property
    def counts(self) -> MidiCounts:
        """Counts so far."""
        return MidiCounts(self._received, self._ignored, self._failed)

    def close(self) -> None:
        """End all notes, close all inputs, and end the thread."""
        self._stop = True
        self._wake.set()
        if self._thread is None:
            self._end()
        elif self._thread is not threading.current_thread():
            self._thread.join()

    def _order(self, wanted: str | None = None, reopen: bool = False) -> None:
        with self._lock:
            self._wanted = self._wanted if wanted is None else wanted
            self._ordered = True
            self._reopen = self._reopen or reopen
        self._wake.set()

    # ── the thread ────────────────────────────────────────────────────────────────────────────────────────

    def _run(self) -> None:
        while not self._stop:
            with self._guarded():
                self.poll()
            if self._open:
                time.sleep(POLL_S)  # Costs half as much as waiting for an event.
            else:
                self._wake.wait(SCAN_S if self._wanted else None)
                self._wake.clear()
        self._end()

    def poll(self) -> None:
        """Look for inputs if it is time to, and play what has come."""
        with self._lock:
            ordered, reopen, wanted = self._ordered, self._reopen, self._wanted
            self._ordered = self._reopen = False
        if ordered or (wanted and self._clock() >= self._scan_at):
            self._scan_at = self._clock() + SCAN_S
            self._scan(wanted, ordered, reopen)
        for name, port in self._open.items():
            self._play_messages(name, port)

    def _end(self) -> None:
        with self._guarded():
            for name in tuple(self._open):
                self._close(name)
        with self._guarded():
            self._system.close()

    def _scan(self, wanted: str, ordered: bool, reopen: bool) -> None:
        if not wanted and not reopen:
            for name in tuple(self._open):
                self._close(name)
            self._system.close()  # Off and on again restores a MIDI system that fell silent.
            return
        try:
            names = self._system.scan(afresh=ordered)
        except DeviceError as error:
            names = ()
            if wanted not in ("", "*") and error.sentence != self._hint:
                self._hint = error.sentence
                self._report(Problem.of(error, is_error=False))
        chosen = choose_inputs(names, wanted)
        for name, port in tuple(self._open.items()):
            if reopen or port.lost or name not in chosen:
                self._close(name)
        if names != self._names or reopen:
            self._names = names
            self._emit_ports(MidiPorts(names))
        self._refused = set() if ordered else self._refused.intersection(chosen)
        for name in chosen:
            if name not in self._open:
                self._try_open(name)
        if ordered and names and wanted and not chosen:
            self._report(
                DeviceError(f"There is no MIDI input “{wanted}”.", "Connect it: it is opened as soon as it is there.")
            )

    def _try_open(self, name: str) -> None:
        try:
            self._open[name] = self._system.open(name)
        except DeviceError as error:
            if name not in self._refused:
                self._refused.add(name)
                self._report(error)

    def _close(self, name: str) -> None:
        self._play(self._decoder.release(name))
        self._open.pop(name).close()

    def _play_messages(self, name: str, port: MidiPort) -> None:
        messages = list(self._messages(port))
        if not messages:
            return
        notes: list[NoteEvent] = []
        touches = TouchBatch()
        controls = self._performance.controls
        for message, time_s in messages:
            with self._guarded():
                if self._clock_follower.handle(name, message, time_s, self._clock()):
                    continue
                decoded = self._decoder.decode(name, message)
                notes += decoded.notes
                readings = () if decoded.reading is None else (decoded.reading,)
                for touch in self._bindings.move(readings, controls):
                    touches.add(touch, controls[touch.control])
        if touches:
            with self._guarded():
                self._performance.touch(touches.empty(), Origin.MIDI)
        self._play(without_outdated_bends(notes))

    def _messages(self, port: MidiPort) -> Iterator[tuple[MidiMessage, float]]:
        from mido import Message

        for _ in range(MOST_AT_ONCE):
            received = port.receive()
            if received is None:
                return
            self._received += 1
            try:
                yield cast("MidiMessage", Message.from_bytes(received[0])), received[1]
            except (ValueError, TypeError, LookupError):
                self._ignored += 1

    def _play(self, notes: Iterable[NoteEvent]) -> None:
        for note in notes:
            with self._guarded():
                self._performance.play_note(note)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Failures are counted; the first is logged and reported. MIDI goes on."""
        try:
            yield
        except Exception:
            self._failed += 1
            if self._failed == 1:
                traceback.print_exc()
                self._report(BUG)
