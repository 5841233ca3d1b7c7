"""The inference thread: keeps the ring filled just far enough, and no further.

It reads the performance state once per hop, renders, and writes. The callback must not signal, so the thread looks
at the ring every millisecond or two. How much it keeps in the ring begins at two of the device's blocks, grows by
itself when samples were missing, and shrinks when none have been for a while::

    ring     |████████████░░░░░░|      rendered whenever the fill falls below the mark
             0        mark           → the sound is mark − block … mark + hop samples late
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import torch

from vschaos.performance.authority import Performance
from vschaos.realtime.audition import Audition
from vschaos.realtime.figures import Durations
from vschaos.realtime.renderer import Renderer
from vschaos.realtime.ring import Ring
from vschaos.realtime.scheduling import request_realtime
from vschaos.realtime.stream import Feeder
from vschaos.realtime.voice import LoadedInstrument

RING_SAMPLES = 1 << 18
FIRST_MARK = 512
HIGHEST_MARK = 1 << 14
LOOK_EVERY_S = 0.001
WIDEN_AT_MOST_EVERY_S = 0.25
NARROW_AFTER_S = 20.0
AVERAGE = 0.05


@dataclass(frozen=True)
class Outlet:
    """Where samples go: a ring, its reader, and the rate."""

    ring: Ring
    feeder: Feeder
    rate_hz: float


@dataclass(frozen=True)
class RenderStatus:
    """The renderer's health after its last hop; published as a whole.

    ``queue_s`` is how long a change waits: on average half a hop until it is looked at, and the samples before it.
    ``load`` is the share of a hop's time that rendering takes. ``failure`` is torch's words.
    """

    level_db: float = -120.0
    load: float = 0.0
    queue_s: float = 0.0
    mark_samples: int = 0
    silent: bool = True
    realtime: bool = False
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
        self._instrument: LoadedInstrument | None = None
        self._renderer = Renderer(48_000, audition)
        self._hushed = False
        self._stop = threading.Event()
        self._wake = threading.Event()
        self._mark = FIRST_MARK
        self._shortages_seen = 0
        self._adjusted_at = 0.0
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

    def attach(self, outlet: Outlet | None) -> None:
        """Render into this outlet from the next hop on; None pauses."""
        self._outlet = outlet
        self._wake.set()

    @property
    def mark_samples(self) -> int:
        """How many samples are kept in the ring at least."""
        return self._mark

    def take(self, instrument: LoadedInstrument) -> None:
        """Sound this instrument from the next hop on, cross-faded."""
        self._instrument = instrument

    def hush(self, hushed: bool = True) -> None:
        """Fade out whatever the state says, before the device is closed; False takes it back."""
        self._hushed = hushed

    # ── the thread ────────────────────────────────────────────────────────────────────────────────────────

    def _run(self) -> None:
        realtime = request_realtime()
        torch.set_num_threads(1)
        # Denormal numbers, as a fading sound has them, make x86 processors crawl.
        torch.set_flush_denormal(True)
        self.status = replace(self.status, realtime=realtime)
        while not self._stop.is_set():
            outlet = self._outlet
            if outlet is None:
                self._in_use = None
                self._wake.wait(0.1)
                self._wake.clear()
                continue
            if not self.step(outlet):
                self._sleep(LOOK_EVERY_S)

    def step(self, outlet: Outlet) -> bool:
        """Render one hop into the outlet if it wants one; returns whether it did."""
        if outlet is not self._in_use:
            self._change_outlet(outlet)
        instrument = self._instrument
        if instrument is not None and instrument is not self._renderer.instrument:
            self._renderer.take(instrument)
        self._adjust_mark(outlet)
        fill = outlet.ring.fill
        if fill >= self._mark:
            return False
        began = self._clock()
        state = self._performance.state
        if self._hushed:
            state = replace(state, playing=False)
        samples = self._renderer.hop(state)
        outlet.ring.write(samples)
        outlet.feeder.sounding = not self._renderer.silent
        spent = self._clock() - began
        self.hops.add(spent)
        self._publish(outlet, fill, samples, spent)
        return True

    def _change_outlet(self, outlet: Outlet) -> None:
        self._renderer = Renderer(outlet.rate_hz, self._audition)
        self._mark = FIRST_MARK
        self._shortages_seen = 0
        self._in_use = outlet

    def _adjust_mark(self, outlet: Outlet) -> None:
        """Two blocks of the device at least; half as much again after samples were missing, and slowly back."""
        least = min(max(FIRST_MARK, 2 * outlet.feeder.largest_block), HIGHEST_MARK)
        self._mark = max(self._mark, least)
        shortages = outlet.feeder.shortages
        since = self._clock() - self._adjusted_at
        if shortages > self._shortages_seen and since >= WIDEN_AT_MOST_EVERY_S:
            self._shortages_seen = shortages
            self._set_mark(self._mark * 3 // 2)
        elif self._mark > least and since >= NARROW_AFTER_S:
            self._set_mark(max(self._mark * 2 // 3, least))

    def _set_mark(self, mark: int) -> None:
        self._mark = min(mark, HIGHEST_MARK)
        self._adjusted_at = self._clock()

    def _publish(self, outlet: Outlet, fill: int, samples: np.ndarray, spent_s: float) -> None:
        last = self.status
        count = len(samples)
        if not count:
            return
        hop_s = count / outlet.rate_hz
        queue_s = fill / outlet.rate_hz + hop_s / 2.0 + self._renderer.delay_s
        peak = float(np.max(np.abs(samples)))
        self.status = RenderStatus(
            level_db=20.0 * float(np.log10(max(peak, 1e-6))),
            load=last.load + AVERAGE * (spent_s / hop_s - last.load),
            queue_s=last.queue_s + AVERAGE * (queue_s - last.queue_s) if last.queue_s else queue_s,
            mark_samples=self._mark,
            silent=self._renderer.silent,
            realtime=last.realtime,
            recoveries=self._renderer.recoveries,
            failure=self._renderer.failure,
        )
