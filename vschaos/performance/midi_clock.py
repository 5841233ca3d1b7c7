"""Tempo and beat of a MIDI clock: 24 ticks a quarter note, start, stop, continue and song position. Pure Python.

Ticks jitter by milliseconds, on their way through drivers and cables. The tempo is the slope of a straight line through
the last four beats, by least squares; a tempo that changes is followed as they pass.
"""

from __future__ import annotations

from collections import deque

import numpy as np

TICKS = 24
"""Of a beat."""

WINDOW = 4 * TICKS + 1
FEWEST = TICKS + 1
"""Ticks in which a tempo shows."""

PAUSE_S = 0.5
"""A longer time between two ticks is a pause: 20 beats a minute have one every 0.125 s."""

TICKS_A_SIXTEENTH = 6


class MidiClock:
    """Follows the clock of one MIDI input.

    Attributes
    ----------
    runs
        Whether ticks count: not between stop and start or continue. A clock that never started counts.
    last_s
        When the last tick came; −∞ before the first.
    """

    def __init__(self) -> None:
        self.runs = True
        self.last_s = float("-inf")
        self._times: deque[float] = deque(maxlen=WINDOW)
        self._ticks = -1
        self._heard = 0

    @property
    def beat(self) -> float:
        """Beats since the start, at the last tick."""
        return max(self._ticks, 0) / TICKS

    @property
    def is_due(self) -> bool:
        """Whether the tempo is worth a look after the last tick: once a beat, whether or not ticks count."""
        return self._heard % TICKS == 0

    @property
    def tempo_bpm(self) -> float | None:
        """Beats a minute; None until a beat has passed."""
        if len(self._times) < FEWEST:
            return None
        times = np.array(self._times)
        numbers = np.arange(len(times)) - 0.5 * (len(times) - 1)
        tick_s = float(numbers @ times / (numbers @ numbers))
        return 60.0 / (TICKS * tick_s) if tick_s > 0.0 else None

    def tick(self, now_s: float) -> None:
        """A tick came."""
        if now_s - self.last_s > PAUSE_S:
            self._times.clear()
            self._heard = -1
        self._times.append(now_s)
        self._heard += 1
        self.last_s = now_s
        if self.runs:
            self._ticks += 1

    def start(self) -> None:
        """The next tick is the first beat."""
        self._ticks, self.runs = -1, True

    def stop(self) -> None:
        """Ticks that come do not count."""
        self.runs = False

    def go_on(self) -> None:
        """Ticks count again."""
        self.runs = True

    def go_to(self, sixteenths: int) -> None:
        """The next tick is at this place."""
        self._ticks = sixteenths * TICKS_A_SIXTEENTH - 1
