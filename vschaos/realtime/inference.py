"""The inference thread: keeps the ring filled just far enough, and no further.

It lets the performance go on by one hop, renders what is to sound, and writes. The callback must not signal, so the
thread sleeps until a callback is due to have taken enough, and then looks every half millisecond. How much it keeps in
the ring begins at one of the device's blocks, for then there is always a block's time to render in, grows by itself
when samples were missing, and shrinks when none have been for a while::

    ring     |████████████░░░░░░|      rendered whenever the fill falls below the mark
             0        mark           → a change is mark … mark + block samples late, and waits for a hop before
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import torch

from vschaos.performance.authority import Performance, Sounding
from vschaos.performance.notes import AllNotesOff
from vschaos.realtime.audition import Audition
from vschaos.realtime.decoder import LoadedInstrument
from vschaos.realtime.figures import Durations
from vschaos.realtime.live_input import Inlet
from vschaos.realtime.renderer import Renderer
from vschaos.realtime.ring import READ, Frames, Ring
from vschaos.realtime.scheduling import RealtimeGrant, ask_realtime
from vschaos.realtime.stream import BLOCK, Feeder

RING_SAMPLES = 1 << 16
FIRST_MARK = 512
"""Before the device has told how long its blocks are."""

HIGHEST_MARK = 1 << 14

LOOK_EVERY_S = 0.0005
EARLY_S = 0.0003
"""Before a callback is due the thread wakes, so that it sees it come rather than comes later each time."""

WIDEN_AT_MOST_EVERY_S = 0.25
NARROW_AFTER_S = 300.0
AVERAGE = 0.05
BRACED_WITHIN_S = 0.25
IDLE_S = 0.02
"""Steps in which gestures go on where no device sounds."""


@dataclass(frozen=True)
class Outlet:
    """Where frames go: a ring, its reader, the rate, and whoever else wants them, such as a recorder.

    ``prefill`` is how many frames are there before the first callback: a device may fill all its buffers at once.
    """

    ring: Ring
    feeder: Feeder
    rate_hz: float
    tap: Callable[[Frames], None] | None = None
    prefill: int = FIRST_MARK


@dataclass(frozen=True)
class RenderStatus:
    """The renderer's health after its last hop; published as a whole.

    ``queue_s`` is how long the last hops waited until a callback took them, on average; ``hop_s``, ``resampling_s``
    and ``limiter_s`` are the other parts of the way. ``widened`` tells that more is kept than the device needs, since
    samples were missing. ``load`` is the share of a hop's time that rendering takes. ``failure`` is torch's words.
    """

    level_db: float = -120.0
    input_db: float = -120.0
    load: float = 0.0
    hop_s: float = 0.0
    queue_s: float = 0.0
    resampling_s: float = 0.0
    limiter_s: float = 0.0
    mark_samples: int = 0
    widened: bool = False
    silent: bool = True
    voices: int = 0
    recoveries: int = 0
    failure: str = ""


class InferenceThread:
    """Renders a performance into whatever outlet is attached.

    Parameters
    ----------
    performance
        The state to sound.
    clock, sleep
        Of the operating system; tests pass their own.
    audition
        A sound file that is heard beside it, if any.

    Attributes
    ----------
    grant
        What the operating system said when it was asked for real-time priority; None before.
    hops
        How long rendering took.
    """

    def __init__(
        self,
        performance: Performance,
        clock: Callable[[], float] = time.perf_counter,
        sleep: Callable[[float], None] = time.sleep,
        audition: Audition | None = None,
    ) -> None:
        self._performance = performance
        self._clock = clock
        self._sleep = sleep
        self._audition = audition
        self._outlet: Outlet | None = None
        self._in_use: Outlet | None = None
        self._inlet: Inlet | None = None
        self._instrument: LoadedInstrument | None = None
        self._renderer = Renderer(48_000, audition)
        self._hushed = False
        self._stop = threading.Event()
        self._wake = threading.Event()
        self._mark = FIRST_MARK
        self._beyond = 0
        self._wanted_mark = 0
        self._braced_s = 0.0
        self._shortages_seen = 0
        self._adjusted_at = 0.0
        self._taken = 0
        self._taken_at = 0.0
        self._looked_at = 0.0
        self.grant: RealtimeGrant | None = None
        self.status = RenderStatus()
        self.hops = Durations()
        self._thread = threading.Thread(target=self._run, name="inference", daemon=True)

    def start(self) -> None:
        """Begin; without an outlet the thread waits."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread, at once."""
        self._stop.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join()

    def attach(self, outlet: Outlet | None, least_queue_s: float = 0.0) -> None:
        """Render into this outlet from the next hop on, keeping so much in its ring at least; None pauses."""
        self._wanted_mark = round(least_queue_s * outlet.rate_hz) if outlet else 0
        self._outlet = outlet
        self._wake.set()

    def brace(self, seconds: float) -> None:
        """Keep so much in the ring, whatever the device needs: something is about to hold the interpreter; 0 ends it.

        Returns once it is there.
        """
        self._braced_s = seconds
        until = self._clock() + BRACED_WITHIN_S
        while (outlet := self._outlet) is not None and seconds and self._clock() < until:
            if outlet.ring.fill >= seconds * outlet.rate_hz:
                return
            self._sleep(LOOK_EVERY_S)

    def listen(self, inlet: Inlet | None) -> None:
        """Follow this live input from the next hop on."""
        self._inlet = inlet

    @property
    def mark_samples(self) -> int:
        """How many frames are kept in the ring at least."""
        return self._mark

    def take(self, instrument: LoadedInstrument) -> None:
        """Sound this instrument from the next hop on, cross-faded."""
        self._instrument = instrument

    def hush(self, hushed: bool = True) -> None:
        """Fade out whatever the state says, before the device is closed; False takes it back."""
        self._hushed = hushed

    # ── the thread ────────────────────────────────────────────────────────────────────────────────────────

    def _run(self) -> None:
        self.grant = ask_realtime()
        with torch.inference_mode():
            self._work()

    def _work(self) -> None:
        torch.set_num_threads(1)
        # Denormal numbers, as a fading sound has them, make x86 processors crawl.
        torch.set_flush_denormal(True)
        idle_since = self._clock()
        while not self._stop.is_set():
            outlet = self._outlet
            if outlet is None:
                self._in_use = None
                self._wake.wait(IDLE_S)
                self._wake.clear()
                now = self._clock()
                self._performance.advance(now - idle_since)
                idle_since = now
                continue
            if not self.step(outlet):
                self._sleep(self._pause_s(outlet))
            idle_since = self._clock()

    def step(self, outlet: Outlet) -> bool:
        """Render one hop into the outlet if it wants one; returns whether it did."""
        if outlet is not self._in_use:
            self._change_outlet(outlet)
        renderer, instrument = self._renderer, self._instrument
        if instrument is not None and instrument is not renderer.instrument:
            renderer.take(instrument)
        self._follow_callbacks(outlet)
        self._adjust_mark(outlet)
        fill = outlet.ring.fill
        if fill >= self._mark:
            return False
        began = self._clock()
        renderer.inlet = self._inlet
        hop_s = renderer.hop_s
        sounding = self._performance.advance(hop_s)
        frames = renderer.hop(_hushed(sounding) if self._hushed else sounding)
        outlet.ring.write(frames)
        outlet.feeder.sounding = not renderer.silent
        if outlet.tap is not None:
            outlet.tap(frames)
        spent = self._clock() - began
        self.hops.add(spent)
        self._publish(outlet, fill, frames, spent)
        return True

    def _follow_callbacks(self, outlet: Outlet) -> None:
        """Keep account of when the last callback was: as the one before foretold, but between the last two looks."""
        now, taken = self._clock(), int(outlet.ring.counters[READ])
        if taken != self._taken:
            foretold = self._taken_at + (taken - self._taken) / outlet.rate_hz
            self._taken, self._taken_at = taken, min(max(foretold, self._looked_at), now)
        self._looked_at = now

    def _pause_s(self, outlet: Outlet) -> float:
        """How long nothing can be wanted: until just before the callback that brings the fill below the mark."""
        block = int(outlet.feeder.counts[BLOCK])
        if not block:
            return LOOK_EVERY_S
        callbacks = (outlet.ring.fill - self._mark) // block + 1
        due = self._taken_at + callbacks * block / outlet.rate_hz
        return max(due - EARLY_S - self._clock(), LOOK_EVERY_S)

    def _change_outlet(self, outlet: Outlet) -> None:
        self._renderer = Renderer(outlet.rate_hz, self._audition)
        self._beyond = 0
        self._shortages_seen = 0
        self._in_use = outlet

    def _least_mark(self, outlet: Outlet) -> int:
        block = outlet.feeder.largest_block
        needed = (block if self.grant else 2 * block) or outlet.prefill
        braced = round(self._braced_s * outlet.rate_hz)
        return min(max(needed, self._wanted_mark, braced), HIGHEST_MARK)

    def _adjust_mark(self, outlet: Outlet) -> None:
        """What the device needs; beyond it, as much again after samples were missing, and slowly back.

        A server that came late calls again at once: with a whole block more that does no harm.
        """
        least = self._least_mark(outlet)
        shortages = outlet.feeder.shortages
        since = self._clock() - self._adjusted_at
        if shortages > self._shortages_seen and since >= WIDEN_AT_MOST_EVERY_S:
            self._shortages_seen = shortages
            self._set_beyond(self._beyond + max(outlet.feeder.largest_block, self._mark // 2))
        elif self._beyond and since >= NARROW_AFTER_S:
            self._set_beyond(self._beyond - max(outlet.feeder.largest_block, self._mark // 3))
        self._mark = min(least + self._beyond, HIGHEST_MARK)

    def _set_beyond(self, frames: int) -> None:
        self._beyond = min(max(frames, 0), HIGHEST_MARK)
        self._adjusted_at = self._clock()

    def _publish(self, outlet: Outlet, fill: int, frames: Frames, spent_s: float) -> None:
        count = len(frames)
        if not count:
            return
        last, renderer = self.status, self._renderer
        hop_s = count / outlet.rate_hz
        # A hop is rendered just after a callback: the next one, which plays what waits, is a block's time away.
        queue_s = (fill + int(outlet.feeder.counts[BLOCK])) / outlet.rate_hz
        peak = float(np.abs(frames).max())
        self.status = RenderStatus(
            level_db=20.0 * float(np.log10(max(peak, 1e-6))),
            input_db=renderer.input_db,
            load=last.load + AVERAGE * (spent_s / hop_s - last.load),
            hop_s=hop_s,
            queue_s=last.queue_s + AVERAGE * (queue_s - last.queue_s) if last.queue_s else queue_s,
            resampling_s=renderer.resampling_s,
            limiter_s=renderer.limiter_s,
            mark_samples=self._mark,
            widened=self._beyond > 0,
            silent=renderer.silent,
            voices=renderer.voices,
            recoveries=renderer.recoveries,
            failure=renderer.failure,
        )


def _hushed(sounding: Sounding) -> Sounding:
    """Nothing plays, and all notes are let go."""
    state = replace(sounding.state, values={**sounding.state.values, "play": 0.0})
    return replace(sounding, state=state, notes=(AllNotesOff(),))
