"""What the user moves in the window: shown at once, saved in the settings where it is to last, sent to the engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from vschaos.errors import VschaosError
from vschaos.performance.controls import Playable
from vschaos.performance.table import LABEL, TERRAIN, axis_id
from vschaos.realtime.protocol import EngineStatus, InstrumentLoaded, NameSnapshot, PlayNote
from vschaos_studio.services.engine_bridge import EngineBridge, EngineState
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import GAIN_DB
from vschaos_studio.state.notices import Notices
from vschaos_studio.state.performance_view import PerformanceView

NOTHING_TO_PLAY = VschaosError("There is no instrument to play.", "Open an instrument, or train one on your sounds.")

THIRD_AXIS = axis_id(2)
OF_THE_SET = ("snapshot.store", "snapshot.clear", "snapshot.undo", "gesture.clear", "gesture.undo")
STARTS_PLAYING = ("gesture.play",)
"""Switches that also start the sound when they are switched on."""


class PerformanceController(QObject):
    """Moves controls.

    Signals
    -------
    moved
        The view has changed.
    refused
        The user wants to play, and there is no instrument.
    set_changed
        Something that belongs to the instrument's set has changed.
    """

    moved = Signal()
    refused = Signal()
    set_changed = Signal()

    def __init__(
        self,
        *,
        bridge: EngineBridge,
        settings: Settings,
        notices: Notices,
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._settings = settings
        self._notices = notices
        self._clock = clock
        self._has_instrument = False
        self._engine_has = ""
        self._instrument = ""
        self._start: tuple[float, ...] = ()
        self.view = PerformanceView(start={"gain": settings.get(GAIN_DB)})

    def set_instrument(self, playable: Playable, path: str = "") -> None:
        """Control another instrument; the engine reports by the path when it has loaded it."""
        self._has_instrument = True
        # The next checkpoint of a training keeps the position of the one before.
        self.view.fit(playable, at_start=path != self._instrument)
        self._instrument = path
        self._start = playable.home

    def move(self, control: str, values: Sequence[float] = ()) -> None:
        """Move a control of the table, in its own unit."""
        if control.startswith(LABEL) or (control in STARTS_PLAYING and any(values)):
            self.start_if_silent()
        if control == "gain":
            self._settings.set(GAIN_DB, values[0])
        self.view.touch(control, values, self._clock())
        self._bridge.set_control(control, *values)
        if control in OF_THE_SET:
            self.set_changed.emit()
        self.moved.emit()

    def toggle(self, control: str) -> None:
        """Flip a switch."""
        self.move(control, (0.0 if self.view[control] >= 0.5 else 1.0,))

    def set_playing(self, playing: bool) -> None:
        """Start the sound, or stop it."""
        if playing and not self._has_instrument:
            self._notices.error(NOTHING_TO_PLAY)
            self.refused.emit()
            return
        if playing:
            self._bridge.try_again()
        self.move("play", (float(playing),))

    def start_if_silent(self) -> None:
        """A touch starts the sound."""
        if self._has_instrument and not self.view.playing:
            self.set_playing(True)

    def silence(self) -> None:
        """The engine is gone: show that nothing sounds, and send nothing."""
        self.view.touch("play", (0.0,), self._clock())
        self.moved.emit()

    def follow(self, status: EngineStatus) -> None:
        """Follow the engine, except in what was moved here a moment ago."""
        self.view.follow(status, self._clock())

    def hold(self, loaded: InstrumentLoaded) -> None:
        """Keep the view for a moment: the engine has just been sent everything, and may still report older values."""
        # An engine that does not report a map is sent coordinates.
        self._engine_has = loaded.path if loaded.terrain else ""
        if loaded.path == self._instrument and loaded.start:
            # For a file without a start, the engine has found one.
            self._start = loaded.start
        self.view.hold(self._clock())

    def move_pad(self, x: float, y: float) -> None:
        """The first two coordinates; an instrument with one has no y."""
        if len(self.view.latent) == 1:
            self.move(axis_id(0), (x,))
        elif self.view.latent:
            self.move("pad", (x, y))

    def move_on_map(self, x: float, y: float, latent: Sequence[float]) -> None:
        """A place on the map, and the coordinates there.

        The coordinates are sent to an engine that still plays another instrument, or does not run.
        """
        if self._bridge.state is not EngineState.READY or self._engine_has != self._instrument:
            self.move_all(latent)
            return
        self.view.touch("latents", latent, self._clock())
        self._bridge.set_control(TERRAIN, x, y)
        self.moved.emit()

    def turn_third_axis(self, by: float) -> None:
        """Move the first axis that the pad does not show, if there is one."""
        if len(self.view.latent) > 2:
            self.move(THIRD_AXIS, (_limited(self.view[THIRD_AXIS] + by),))

    def move_all(self, latent: Sequence[float]) -> None:
        """Set all coordinates, limited to their range: a training sound may lie a little outside."""
        if self.view.latent:
            self.move("latents", tuple(_limited(float(value)) for value in latent))

    def centre(self) -> None:
        """All axes back to where the instrument starts."""
        self.move_all(self._start)

    def name_snapshot(self, number: int, name: str, colour: int) -> None:
        """Give a snapshot a name and a colour."""
        self._bridge.order(NameSnapshot(number, name, colour))
        self.set_changed.emit()

    def play_note(self, key: int, velocity: float) -> None:
        """A key goes down, or up with velocity 0."""
        self._bridge.order(PlayNote(key, velocity))


def _limited(value: float) -> float:
    return min(max(value, -1.0), 1.0)
