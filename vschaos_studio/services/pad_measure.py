"""Measures what the pad shows: what its points sound like, where it is silent, and what its directions change.

A worker thread does it, through the compiled core.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal

from vschaos.core.instrument import CoreInstrument
from vschaos.errors import InstrumentError, VschaosError
from vschaos.instrument.qualities import Move, Qualities, measure_loudness, measure_qualities, moves_of
from vschaos.instrument.start import sounding_points
from vschaos_studio.language import tr
from vschaos_studio.services.tasks import RunningTask, TaskRunner
from vschaos_studio.state.sound_map import SoundMap

log = logging.getLogger(__name__)

BEGINS_MS = 400
"""An instrument is measured once it sounds: nobody waits for it."""

SETTLES_MS = 150
"""Silence is measured again when what it depends on has rested for so long."""

GRID = 40
"""Places of the pad along each side whose loudness is measured."""


@dataclass(frozen=True)
class MeasuredPad:
    """What is known of an instrument once it has been measured.

    Attributes
    ----------
    core
        The network.
    qualities
        Of its points.
    usual_db
        Median loudness of those that are not rests, with the labels that it is first played with.
    along_axes, along_map
        What changes along each axis, and along the map's two directions; empty without a map.
    """

    core: CoreInstrument
    qualities: Qualities
    usual_db: float
    along_axes: tuple[Move, ...]
    along_map: tuple[Move, ...]


class PadMeasure(QObject):
    """Measures one instrument after the other; lives in the window's thread.

    Signals
    -------
    measured
        A :class:`MeasuredPad` of the instrument shown.
    silence_measured
        Loudness of the pad's places beside the instrument's usual one, in dB, shape (GRID, GRID), from the top left.
    """

    measured = Signal(object)
    silence_measured = Signal(object)

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._sounds: SoundMap | None = None
        self._found: MeasuredPad | None = None
        self._wanted: tuple[NDArray[np.float32], NDArray[np.float32]] | None = None
        self._running: list[RunningTask] = []
        self._begin = self._timer(BEGINS_MS, self._measure)
        self._settle = self._timer(SETTLES_MS, self._measure_silence)

    def _timer(self, milliseconds: int, do: object) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(do)
        return made

    def show_sounds(self, sounds: SoundMap) -> None:
        """Measure another instrument, soon; one from before there was a core cannot be."""
        self.stop()
        self._sounds, self._found, self._wanted = sounds, None, None
        if sounds.core and len(sounds.points):
            self._begin.start()

    def want_silence(self, coordinates: NDArray[np.float32], labels: NDArray[np.float32]) -> None:
        """Measure soon how loud these places (GRID², D) are with labels (K,)."""
        if self._wanted is None or not all(map(np.array_equal, self._wanted, (coordinates, labels))):
            self._wanted = coordinates, labels
            if self._found is not None:
                self._settle.start()

    def stop(self) -> None:
        """Measure nothing more."""
        self._begin.stop()
        self._settle.stop()
        for task in self._running:
            task.cancel()
        self._running.clear()

    def _measure(self) -> None:
        sounds = self._sounds
        if sounds is not None:
            self._run(lambda _context: measure(sounds), self._take_measured)

    def _take_measured(self, found: MeasuredPad) -> None:
        self._found = found
        self.measured.emit(found)
        if self._wanted is not None:
            self._settle.start()

    def _measure_silence(self) -> None:
        found, wanted = self._found, self._wanted
        if found is not None and wanted is not None:
            self._run(lambda _context: silence(found, *wanted), self.silence_measured.emit)

    def _run(self, function: object, on_done: object) -> None:
        self._running = [task for task in self._running if task.running]
        self._running.append(self._tasks.run_task(function, on_done, self._note))  # pyright: ignore[reportArgumentType]

    def _note(self, error: VschaosError) -> None:
        """What cannot be measured is damaged, which the engine reports; the pad shows its points all the same."""
        log.info("the pad could not be measured: %s", error)


def measure(sounds: SoundMap) -> MeasuredPad:
    """Measure an instrument; takes about a second.

    Raises
    ------
    InstrumentError
        If its network is damaged, or that of another instrument.
    """
    core = CoreInstrument(sounds.core)
    if (core.latent_dims, core.label_count) != (sounds.dims, len(sounds.card.labels)):
        raise InstrumentError(tr("The network of “{name}” does not fit its card.", name=sounds.card.name))
    labels = np.array(sounds.card.played_defaults, np.float32)
    points = np.clip(sounds.points, -1.0, 1.0)
    qualities = measure_qualities(core, points, labels)
    usual_db = float(np.median(qualities.loudness[sounding_points(qualities.loudness)]))
    along_axes, along_map = moves_of(core, labels, points, qualities.loudness, sounds.latent_map)
    return MeasuredPad(core, qualities, usual_db, tuple(along_axes), tuple(along_map))


def silence(found: MeasuredPad, coordinates: NDArray[np.float32], labels: NDArray[np.float32]) -> NDArray[np.float64]:
    """See :attr:`PadMeasure.silence_measured`."""
    return (measure_loudness(found.core, coordinates, labels) - found.usual_db).reshape(GRID, GRID)


def grid_places() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """X and y of the places that are measured, from the top left, each (GRID²,)."""
    side = np.linspace(-1.0, 1.0, GRID)
    x, y = np.meshgrid(side, side[::-1])
    return x.ravel(), y.ravel()
