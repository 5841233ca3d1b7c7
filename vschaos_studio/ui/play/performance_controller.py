"""What the user moves in the window: shown at once, saved in the settings where it is to last, sent to the engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from vschaos.errors import VschaosError
from vschaos.performance.controls import Playable
from vschaos.performance.table import LABEL, TERRAIN, axis_id, control_table
from vschaos.realtime.protocol import (
    EngineStatus,
    InstrumentLoaded,
    MoveFinger,
    NameSnapshot,
    OpenTuning,
    PlayFinger,
    PlayNote,
    Press,
)
from vschaos_studio.language import tr
from vschaos_studio.services.engine_bridge import EngineBridge, EngineState
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import GAIN_DB
from vschaos_studio.state.notices import Notices
from vschaos_studio.state.performance_view import PerformanceView
from vschaos_studio.state.project import Place
from vschaos_studio.state.single_values import lasting_values

NOTHING_TO_PLAY = VschaosError(
    tr("There is no instrument to play."), tr("Open an instrument, or train one on your sounds.")
)

FINGER_VELOCITY = 0.8

THIRD_AXIS = axis_id(2)
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
    centred
        All axes went to the start; with the coordinates where they were.
    """

    moved = Signal()
    refused = Signal()
    centred = Signal(object)

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
        self._fingers: set[int] = set()
        self._engine_has = ""
        self._instrument = ""
        self._start: tuple[float, ...] = ()
        self._awaited: Place | None = None
        self._kept: dict[str, float] = {}
        self.view = PerformanceView(start={"gain": settings.get(GAIN_DB)})

    def set_instrument(self, playable: Playable, path: str = "") -> None:
        """Control another instrument; the engine reports by the path when it has loaded it."""
        self._has_instrument = True
        # The next checkpoint of a training keeps the position of the one before.
        self.view.fit(playable, at_start=path != self._instrument)
        self._instrument = path
        self._start = playable.home
        self._awaited = None
        self._kept = {one.id: one.default for one in control_table(playable) if one.kept and not one.axes}

    def move(self, control: str, values: Sequence[float] = ()) -> None:
        """Move a control of the table, in its own unit."""
        if control.startswith(LABEL) or (control in STARTS_PLAYING and any(values)):
            self.start_if_silent()
        if control == "gain":
            self._settings.set(GAIN_DB, values[0])
        self._note_awaited(control, values)
        self.view.touch(control, values, self._clock())
        self._bridge.set_control(control, *values)
        self.moved.emit()

    @property
    def place(self) -> Place:
        """Where the instrument is played: its coordinates, and what snapshots keep and is not at its default."""
        if self._awaited is not None:
            return self._awaited
        moved = {name: self.view[name] for name, default in self._kept.items() if self.view[name] != default}
        return Place(tuple(map(_limited, self.view.latent)), moved)

    def restore(self, place: Place) -> None:
        """Play the instrument where it was played, silently; the engine follows once it has loaded it."""
        if len(place.latent) != len(self.view.latent):
            return
        self._awaited = place
        for control, values in self._touches(place):
            self.view.touch(control, values, self._clock())
        self.moved.emit()

    def _note_awaited(self, control: str, values: Sequence[float]) -> None:
        """What is moved while the engine still loads is moved from the place that waits for it."""
        if self._awaited is not None:
            moved = lasting_values(control, values)
            latent = tuple([moved.get(axis_id(axis), value) for axis, value in enumerate(self._awaited.latent)])
            kept = {name: value for name, value in moved.items() if name in self._kept}
            self._awaited = Place(latent, {**self._awaited.values, **kept})

    def _touches(self, place: Place) -> list[tuple[str, Sequence[float]]]:
        values = {name: (place.values.get(name, default),) for name, default in self._kept.items()}
        return [("latents", place.latent), *values.items()]

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

    @property
    def start(self) -> tuple[float, ...]:
        """The coordinates where the instrument starts."""
        return self._start

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
        if loaded.path == self._instrument and self._awaited is not None:
            for control, values in self._touches(self._awaited):
                self.view.touch(control, values, self._clock())
                self._bridge.set_control(control, *values)
            self._awaited = None
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
        before = self.view.latent
        self.move_all(self._start)
        if before and before != self.view.latent:
            self.centred.emit(before)

    def name_snapshot(self, number: int, name: str, colour: int) -> None:
        """Give a snapshot a name and a colour."""
        self._bridge.order(NameSnapshot(number, name, colour))

    def open_tuning(self, path: str, mapping: str) -> None:
        """Tune the keys by a file, and by a keyboard mapping if one is named; no file is equal temperament."""
        self._bridge.order(OpenTuning(path, mapping))

    def play_note(self, key: int, velocity: float) -> None:
        """A key goes down, or up with velocity 0."""
        self._bridge.order(PlayNote(key, velocity))

    def move_finger(self, finger: int, latent: Sequence[float]) -> None:
        """A further finger on the pad sounds a voice at these coordinates, or moves it there."""
        point = tuple(_limited(float(value)) for value in latent[: len(self.view.latent)])
        if finger in self._fingers:
            self._bridge.order(MoveFinger(finger, point))
        elif point:
            self._fingers.add(finger)
            self._bridge.order(PlayFinger(finger, FINGER_VELOCITY, point))

    def lift_finger(self, finger: int) -> None:
        """Its voice ends, as a note does."""
        if finger in self._fingers:
            self._fingers.discard(finger)
            self._bridge.order(PlayFinger(finger, 0.0))

    def press(self, source: str, pressure: float) -> None:
        """A pen or the fingers press so hard, 0…1, or have left."""
        self._bridge.order(Press(source, pressure))


def _limited(value: float) -> float:
    return min(max(value, -1.0), 1.0)
