"""The control thread: lets the performance go on, and hands the core what sounds. It may be late; the core is not.

It wakes when something was touched, and, while a gesture or automation moves, when a tick has begun, so that they are a
tick ahead of the sound. Without an output it goes on by the clock::

    hands ── touch, note ──▶ Performance ── wake ──▶ control thread ── targets, notes ──▶ core ◀── audio callback

A bug that raises here would leave a sound that follows nothing: it is logged, the sound fades out, and the engine ends.
"""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable

from vschaos.core.player import Meters
from vschaos.performance.performance import Performance
from vschaos.realtime.devices.outputs import audible
from vschaos.realtime.loading import LoadedInstrument
from vschaos.realtime.rendering.renderer import Renderer

IDLE_S = 0.02
"""Steps in which gestures go on where no device sounds."""

FADE_WITHIN_S, FADE_STEP_S = 0.4, 0.005
"""How long a failed thread waits at most until its sound has faded, and how often it looks."""

STILL_S = 0.03
"""How often meters are read while nothing moves by itself."""

SHORTEST_WAIT_S = 0.001
NEXT_TICK, LOOK_AGAIN = 0.97, 0.15
"""Shares of a tick: until it is worth looking whether the next one has begun, and until it is again."""


class ControlThread:
    """Plays a performance through whatever player is attached.

    Parameters
    ----------
    performance
        The state to sound.
    failed
        Called once, on this thread, when a bug has ended it and its sound has faded; must not block.
    clock
        Of the operating system; tests pass their own.

    Attributes
    ----------
    performance
        As given.
    status
        How it sounded last.
    has_failed
        Whether a bug ended it: nothing sounds any more.
    """

    def __init__(
        self,
        performance: Performance,
        failed: Callable[[], object] = lambda: None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self.performance = performance
        self.has_failed = False
        self._failed = failed
        self._clock = clock
        self._instrument: LoadedInstrument | None = None
        self._hushed = False
        self._input_rate_hz = self._listens_at_hz = 0
        self._renderer: Renderer | None = None
        self._in_use: Renderer | None = None
        self._idle_since = clock()
        self._stop = threading.Event()
        self._wake = threading.Event()
        self.status = Meters()
        self._thread = threading.Thread(target=self._run, name="control", daemon=True)
        performance.woken = self._wake.set

    def start(self) -> None:
        """Begin; without a player the performance goes on unheard."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread."""
        self._stop.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join()

    def attach(self, renderer: Renderer | None) -> None:
        """Play through this renderer from now on; None: through none."""
        self._renderer = renderer
        self._wake.set()

    def listen(self, rate_hz: int) -> None:
        """Live sound of this rate comes into the player's inlet; 0: none does."""
        self._input_rate_hz = rate_hz
        self._wake.set()

    def set_instrument(self, instrument: LoadedInstrument) -> None:
        """Sound this instrument, cross-faded."""
        self._instrument = instrument
        self._wake.set()

    def hush(self, hushed: bool = True) -> None:
        """Fade out whatever the state says, before the device is closed; False cancels this."""
        self._hushed = hushed
        self._wake.set()

    # ── the thread ────────────────────────────────────────────────────────────────────────────────────────

    def _run(self) -> None:
        try:
            self._follow()
        except Exception:
            self._fade_out()
            with audible():
                traceback.print_exc()
            self.has_failed = True
            self._failed()

    def _follow(self) -> None:
        touched = False
        while not self._stop.is_set():
            wait_s = self.step(touched)
            touched = self._wake.wait(wait_s)
            if touched:
                self._wake.clear()

    def _fade_out(self) -> None:
        renderer = self._in_use
        if renderer is None:
            return
        renderer.silence()
        until = self._clock() + FADE_WITHIN_S
        self.status = renderer.player.meters()
        while not self.status.silent and self._clock() < until:
            time.sleep(FADE_STEP_S)
            self.status = renderer.player.meters()

    def step(self, touched: bool = False) -> float:
        """Do what is due, and sound at once what was touched; returns after how many seconds more may be due."""
        now, renderer = self._clock(), self._renderer
        if renderer is None:
            self._in_use = None
            self.performance.advance(now - self._idle_since)
            self._idle_since = now
            self.status = Meters(recoveries=self.status.recoveries)
            return IDLE_S
        self._idle_since = now
        if renderer is not self._in_use:
            self._in_use, self._listens_at_hz = renderer, 0
        if self._instrument is not None and self._instrument is not renderer.instrument:
            renderer.set_instrument(self._instrument)
        if self._input_rate_hz != self._listens_at_hz:
            self._listens_at_hz = self._input_rate_hz
            renderer.player.listen(self._input_rate_hz)
        renderer.hush(self._hushed)
        if touched:
            renderer.apply()
        begun = renderer.prepare()
        if begun:
            renderer.player.tidy()
            self.status = renderer.meters
        if not renderer.moves:
            return STILL_S
        return max(renderer.meters.tick_s * (NEXT_TICK if begun else LOOK_AGAIN), SHORTEST_WAIT_S)
