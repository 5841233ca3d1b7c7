"""Gamepads play the performance, as far as their parts are assigned to controls.

One thread, ``gamepads``, does all of it. It waits, and SDL is not even loaded, until a control is assigned to a gamepad
or waits for one; from then on it looks every two seconds whether one is connected, and then reads it every 5 ms::

    Bindings ── follow ──▶ gamepad thread: SDL ─▶ GamepadDecoder ─▶ Bindings.move ──▶ Performance.touch
"""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable, Sequence

from vschaos.errors import DeviceError, VschaosError
from vschaos.performance.bindings import Bindings, ControllerReading
from vschaos.performance.gamepad_decoder import GamepadDecoder, GamepadMove
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin
from vschaos.performance.touch_batch import TouchBatch
from vschaos.realtime.gamepads.system import GamepadSystem, SdlGamepads
from vschaos.realtime.protocol import Gamepads

POLL_S = 0.005
SCAN_S = 2.0

BUG = VschaosError("Gamepads are off, because they could not be read.", "If it happens again, please report it.")


class GamepadInput:
    """Reads gamepads while they move something.

    Parameters
    ----------
    performance
        The state that is moved.
    bindings
        Which parts of a gamepad move what.
    emit
        Receives the gamepads that are connected whenever they change, and when it begins and ends to look for them.
    report
        Receives messages for the user. Both are called on the gamepad thread.
    system
        Where gamepads are found.
    threaded
        False: there is no thread, and the owner calls :meth:`poll`.
    """

    def __init__(
        self,
        performance: Performance,
        bindings: Bindings,
        emit: Callable[[Gamepads], None],
        report: Callable[[VschaosError], None],
        *,
        system: GamepadSystem | None = None,
        threaded: bool = True,
    ) -> None:
        self._performance = performance
        self._bindings = bindings
        self._emit = emit
        self._report = report
        self._system: GamepadSystem = system or SdlGamepads()
        self._decoder = GamepadDecoder()
        self._names: tuple[str, ...] | None = None
        self._refused = False
        self._wake = threading.Event()
        self._stop = False
        self._thread = threading.Thread(target=self._run, name="gamepads", daemon=True) if threaded else None
        if self._thread is not None:
            self._thread.start()

    def follow(self) -> None:
        """Follow the bindings, which have changed. From any thread."""
        self._wake.set()

    def close(self) -> None:
        """Close all gamepads, and end the thread."""
        self._stop = True
        self._wake.set()
        if self._thread is None:
            self._end()
        elif self._thread is not threading.current_thread():
            self._thread.join()

    def poll(self) -> None:
        """Look for gamepads while something is assigned to one, or waits for one, and do what they did."""
        is_wanted = bool(self._bindings.all or self._bindings.awaiting)
        if is_wanted and self._names is None and not self._refused:
            try:
                self._system.open()
            except DeviceError as error:
                self._refused = True
                self._report(error)
                return
            self._show(())
        elif not is_wanted:
            self._refused = False
            self._end()
        if self._names is not None:
            self._move(self._system.poll())
            if self._system.names != self._names:
                self._show(self._system.names)

    # ── the thread ────────────────────────────────────────────────────────────────────────────────────────

    def _run(self) -> None:
        while not self._stop:
            try:
                self.poll()
            except Exception:
                traceback.print_exc()
                self._report(BUG)
                self._end()
                self._refused = True
            if self._names:
                time.sleep(POLL_S)
            else:
                self._wake.wait(None if self._names is None else SCAN_S)
                self._wake.clear()
        self._end()

    def _end(self) -> None:
        if self._names is not None:
            self._names = None
            self._system.close()
            self._emit(Gamepads(is_looking=False))
            self._decoder = GamepadDecoder()

    def _show(self, names: tuple[str, ...]) -> None:
        self._names = names
        self._emit(Gamepads(names))

    def _move(self, moves: Sequence[GamepadMove]) -> None:
        readings: list[ControllerReading] = []
        for one in moves:
            reading = self._decoder.decode(one)
            if reading is not None:
                readings.append(reading)
        if not readings:
            return
        controls, touches = self._performance.controls, TouchBatch()
        for touch in self._bindings.move(readings, controls):
            touches.add(touch, controls[touch.control])
        if touches:
            self._performance.touch(touches.empty(), Origin.GAMEPAD)
