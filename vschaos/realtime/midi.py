"""MIDI keyboards and controllers as a hand on the performance.

One thread, ``midi``, does all of it: looks for inputs every two seconds while one is wanted, opens and closes them, and
every few milliseconds takes what has come. So messages arrive in small batches, of which a flood of moves of one knob
becomes a single touch; and no audio thread ever waits for MIDI.

::

    orders ── select, refresh ──▶ wanted ─┐                       ┌──▶ Performance.touch
    RtMidi's queue, one per open input ───┴▶ midi thread: MidiMap ┴──▶ Performance.play_note
"""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast

from vschaos.errors import ControlError, DeviceError, VschaosError
from vschaos.performance.authority import Performance
from vschaos.performance.bindings import Binding
from vschaos.performance.midi_map import MidiMap, Taken, together
from vschaos.performance.midi_notes import MidiMessage
from vschaos.performance.notes import NoteEvent
from vschaos.performance.state import Origin
from vschaos.realtime.midi_ports import MidiPort, MidiSystem, RtMidiSystem, choose_inputs
from vschaos.realtime.protocol import MidiBindings, MidiPorts, Notice

POLL_S = 0.003
"""How long a message waits at most; a hop, in which notes begin, is longer."""

LOOK_S = 2.0
MOST_AT_ONCE = 1024

BUG = VschaosError("Something went wrong with a MIDI message; MIDI goes on.", "If it happens again, report it.")


@dataclass(frozen=True)
class MidiCounts:
    """Messages since the start: all, those that were no whole messages, and those at which the program failed."""

    received: int = 0
    ignored: int = 0
    failed: int = 0


class MidiInput:
    """Lets MIDI inputs play; orders may come from any thread.

    Parameters
    ----------
    performance
        The state that they move.
    tell_bindings
        Called whenever bindings change, or what is being learnt.
    tell_ports
        Called with the inputs when they change, and after :meth:`refresh`.
    tell
        Takes what the user should know. All three are called on the thread of the order, or on MIDI's own.
    system
        Where inputs are found.
    clock
        Seconds, monotonic.
    threaded
        False: there is no thread, and :meth:`turn` is called from outside.
    """

    def __init__(
        self,
        performance: Performance,
        tell_bindings: Callable[[MidiBindings], None],
        tell_ports: Callable[[MidiPorts], None],
        tell: Callable[[VschaosError | Notice], None],
        *,
        system: MidiSystem | None = None,
        clock: Callable[[], float] = time.monotonic,
        threaded: bool = True,
    ) -> None:
        self._performance = performance
        self._tell_bindings = tell_bindings
        self._tell_ports = tell_ports
        self._tell = tell
        self._system: MidiSystem = system or RtMidiSystem()
        self._clock = clock
        # Shared with those who give orders, under the lock:
        self._lock = threading.Lock()
        self._map = MidiMap()
        self._wanted = ""
        self._asked = self._reopen = False
        # The thread's own:
        self._open: dict[str, MidiPort] = {}
        self._names: tuple[str, ...] | None = None
        self._look_at = 0.0
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

        One that is not there is taken up as soon as it is.
        """
        self._ask(wanted=name.strip())

    def refresh(self) -> None:
        """Look for inputs again, and open those that are wanted anew."""
        self._ask(reopen=True)

    def learn(self, control: str) -> None:
        """Bind the next controller that moves to a control; an empty name ends the wait.

        Raises
        ------
        ControlError
            If there is no such control, or one number does not move it.
        """
        if control:
            found = self._performance.controls.get(control)
            if found is None:
                raise ControlError(f"There is no control “{control}”.")
            if found.count > 1:
                raise ControlError(
                    f"“{control}” has {found.count} values; a MIDI controller moves one.", "Choose one of its parts."
                )
        self._change(lambda midi_map: midi_map.learn(control))

    def bind(self, binding: Binding) -> None:
        """Bind a controller by hand, or change the binding of the same controller and control.

        Raises
        ------
        ControlError
            If there is no such controller, or a number is out of range.
        """
        self._change(lambda midi_map: midi_map.bind(binding))

    def unbind(self, control: str) -> None:
        """Let go of all controllers of a control; of all controls with an empty name."""
        self._change(lambda midi_map: midi_map.unbind(control))

    def load_bindings(self, bindings: Iterable[Binding]) -> None:
        """Take up bindings in place of the present ones.

        Raises
        ------
        ControlError
            If one of them cannot be; the present ones stay.
        """
        bindings = tuple(bindings)
        self._change(lambda midi_map: midi_map.load(bindings))

    @property
    def bindings(self) -> tuple[Binding, ...]:
        """All bindings."""
        with self._lock:
            return self._map.bindings

    @property
    def listening(self) -> tuple[str, ...]:
        """The inputs that are open."""
        return tuple(self._open)

    @property
    def counts(self) -> MidiCounts:
        """Counts so far."""
        return MidiCounts(self._received, self._ignored, self._failed)

    def close(self) -> None:
        """Let go of all notes and inputs, and end the thread."""
        self._stop = True
        self._wake.set()
        if self._thread is None:
            self._end()
        elif self._thread is not threading.current_thread():
            self._thread.join()

    def _ask(self, wanted: str | None = None, reopen: bool = False) -> None:
        with self._lock:
            self._wanted = self._wanted if wanted is None else wanted
            self._asked = True
            self._reopen = self._reopen or reopen
        self._wake.set()

    def _change(self, change: Callable[[MidiMap], None]) -> None:
        with self._lock:
            change(self._map)
            bindings = MidiBindings(self._map.bindings, self._map.learning)
        self._tell_bindings(bindings)

    # ── the thread ────────────────────────────────────────────────────────────────────────────────────────

    def _run(self) -> None:
        while not self._stop:
            with self._guarded():
                self.turn()
            if self._open:
                time.sleep(POLL_S)  # Half the work of an event that is waited for in vain.
            else:
                self._wake.wait(LOOK_S if self._wanted else None)
                self._wake.clear()
        self._end()

    def turn(self) -> None:
        """Look for inputs if it is time to, and play what has come."""
        with self._lock:
            asked, reopen, wanted = self._asked, self._reopen, self._wanted
            self._asked = self._reopen = False
        if asked or (wanted and self._clock() >= self._look_at):
            self._look_at = self._clock() + LOOK_S
            self._look(wanted, asked, reopen)
        for name, port in self._open.items():
            self._take(name, port)

    def _end(self) -> None:
        with self._guarded():
            for name in tuple(self._open):
                self._leave(name)
        with self._guarded():
            self._system.close()

    def _look(self, wanted: str, asked: bool, reopen: bool) -> None:
        if not wanted and not reopen:
            for name in tuple(self._open):
                self._leave(name)
            self._system.close()  # Off and on again is the cure for a MIDI system that fell silent.
            return
        try:
            names = self._system.look(afresh=asked)
        except DeviceError as error:
            names = ()
            if wanted not in ("", "*") and error.sentence != self._hint:
                self._hint = error.sentence
                self._tell(Notice(error.sentence, error.remedy, is_error=False))
        chosen = choose_inputs(names, wanted)
        for name, port in tuple(self._open.items()):
            if reopen or port.lost or name not in chosen:
                self._leave(name)
        if names != self._names or reopen:
            self._names = names
            self._tell_ports(MidiPorts(names))
        self._refused = set() if asked else self._refused.intersection(chosen)
        for name in chosen:
            if name not in self._open:
                self._enter(name)
        if asked and names and wanted and not chosen:
            self._tell(
                DeviceError(f"There is no MIDI input “{wanted}”.", "Connect it: it is taken up as soon as it is there.")
            )

    def _enter(self, name: str) -> None:
        try:
            self._open[name] = self._system.open(name)
        except DeviceError as error:
            if name not in self._refused:
                self._refused.add(name)
                self._tell(error)

    def _leave(self, name: str) -> None:
        with self._lock:
            notes = self._map.let_go(name)
        self._play(notes)
        self._open.pop(name).close()

    def _take(self, name: str, port: MidiPort) -> None:
        messages = list(self._messages(port))
        if not messages:
            return
        taken: list[Taken] = []
        controls = self._performance.controls
        with self._lock:
            for message in messages:
                with self._guarded():
                    taken.append(self._map.take(name, message, controls))
            bindings = MidiBindings(self._map.bindings, self._map.learning)
        batch = together(taken, controls)
        if batch.touches:
            with self._guarded():
                self._performance.touch(batch.touches, Origin.MIDI)
        self._play(batch.notes)
        if batch.learnt:
            self._tell_bindings(bindings)

    def _messages(self, port: MidiPort) -> Iterator[MidiMessage]:
        from mido import Message

        for _ in range(MOST_AT_ONCE):
            received = port.receive()
            if received is None:
                return
            self._received += 1
            try:
                yield cast("MidiMessage", Message.from_bytes(received))
            except (ValueError, TypeError, LookupError):
                self._ignored += 1

    def _play(self, notes: Iterable[NoteEvent]) -> None:
        for note in notes:
            with self._guarded():
                self._performance.play_note(note)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """What fails is counted, logged and told once; MIDI goes on."""
        try:
            yield
        except Exception:
            self._failed += 1
            if self._failed == 1:
                traceback.print_exc()
                self._tell(BUG)
