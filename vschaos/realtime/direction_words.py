"""What grows along the axes and the map of the instrument that is played, for programs that show it over OSC.

An instrument is measured on a thread of its own, once it sounds: that takes some tenths of a second, and more with many
axes. Another instrument ends it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np

from vschaos.instrument.qualities import EVENED, Move, measure_loudness, moves_of, name_directions
from vschaos.realtime.loading import LoadedInstrument
from vschaos.realtime.scheduling import stand_back

Words = tuple[tuple[str, ...], tuple[str, ...]]
"""Of the axes, and of the map's two directions; empty where nothing that has a name grows."""

UNKNOWN: Words = ((), ())


class DirectionWords:
    """Names the directions of one instrument after the other."""

    def __init__(self) -> None:
        self._instrument: LoadedInstrument | None = None
        self._evened = self._uneven = UNKNOWN
        self._thread = threading.Thread()

    def words(self, even: float) -> Words:
        """What is known by now, with this value of the control ``even``."""
        return self._evened if even >= EVENED else self._uneven

    def follow(self, instrument: LoadedInstrument) -> None:
        """Measure this instrument; its next checkpoint keeps the words until it has been measured."""
        before, self._instrument = self._instrument, instrument
        if before is None or before.path != instrument.path:
            self._evened = self._uneven = UNKNOWN
        if instrument.points is not None and len(instrument.points):
            arguments = (instrument, self._thread)
            self._thread = threading.Thread(target=self._measure, args=arguments, name="directions", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Measure nothing more."""
        self._instrument = None
        _await(self._thread)

    def _measure(self, instrument: LoadedInstrument, before: threading.Thread) -> None:
        stand_back()
        _await(before)
        assert instrument.points is not None
        assert instrument.start is not None
        core, labels = instrument.core, np.array(instrument.start[1], np.float32)
        loudness = measure_loudness(core, np.clip(instrument.points, -1.0, 1.0), labels)
        found = [
            tuple(self._while_wanted(moves, instrument))
            for moves in moves_of(core, labels, instrument.points, loudness, instrument.terrain)
        ]
        evened, uneven = ((name_directions(found[0], even), name_directions(found[1], even)) for even in (True, False))
        if self._instrument is instrument:
            self._evened, self._uneven = evened, uneven

    def _while_wanted(self, moves: Iterator[Move], instrument: LoadedInstrument) -> Iterator[Move]:
        for move in moves:
            if self._instrument is not instrument:
                return
            yield move


def _await(thread: threading.Thread) -> None:
    if thread.is_alive():
        thread.join()
