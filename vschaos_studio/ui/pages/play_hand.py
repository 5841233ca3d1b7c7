"""The window's hand on the instrument: what it moves is shown at once, remembered where it is to last, and ordered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from vschaos.errors import VschaosError
from vschaos.performance.controls import Playable
from vschaos.performance.table import TERRAIN
from vschaos.realtime.protocol import InstrumentLoaded, PlayNote, Snapshot
from vschaos_studio.services.engine_bridge import EngineBridge, EngineState
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import GAIN_DB
from vschaos_studio.state.notices import Notices
from vschaos_studio.state.performance_view import PerformanceView

NOTHING_TO_PLAY = VschaosError("There is no instrument to play.", "Open one, or learn one from your sounds.")

THIRD_AXIS = "latent.z3"
OF_THE_SET = ("snapshot.store", "snapshot.clear", "gesture.clear")
BY_ITSELF = ("gesture.play",)
"""What is to be heard when it is switched on, as the play button is."""


class Hand(QObject):
    """Moves controls.

    Signals
    -------
    moved
        What is to be shown has changed.
    refused
        The user wants to play, and there is nothing.
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
        self.view = PerformanceView(start={"gain": settings.get(GAIN_DB)})

    def take_instrument(self, playable: Playable, path: str = "") -> None:
        """Another instrument is under the hand; the engine tells when it has it by its path."""
        self._has_instrument = True
        self._instrument = path
        self.view.fit(playable)

    def move(self, control: str, values: Sequence[float] = ()) -> None:
        """Move a control of the table, in its own unit."""
        if control.startswith("label.") or (control in BY_ITSELF and any(values)):
            self.start_if_silent()
        if control == "gain":
            self._settings.set(GAIN_DB, values[0])
        self.view.touch(control, values, self._clock())
        self._bridge.set_control(control, *values)
        if control in OF_THE_SET:
            self.set_changed.emit()
        self.moved.emit()

    def toggle(self, control: str) -> None:
        """Switch a switch over."""
        self.move(control, (0.0 if self.view[control] >= 0.5 else 1.0,))

    def set_playing(self, playing: bool) -> None:
        """Sound, or fall silent."""
        if playing and not self._has_instrument:
            self._notices.error(NOTHING_TO_PLAY)
            self.refused.emit()
            return
        if playing:
            self._bridge.try_again()
        self.move("play", (float(playing),))

    def start_if_silent(self) -> None:
        """A touch wants to be heard."""
        if self._has_instrument and not self.view.playing:
            self.set_playing(True)

    def silence(self) -> None:
        """The engine is gone: show that nothing sounds, and order nothing."""
        self.view.touch("play", (0.0,), self._clock())
        self.moved.emit()

    def follow(self, snapshot: Snapshot) -> None:
        """Take the engine's word, but for what was moved here a moment ago."""
        self.view.follow(snapshot, self._clock())

    def hold(self, loaded: InstrumentLoaded) -> None:
        """The engine has this moment been told of everything; its next word may be from before that."""
        # Whether it has a map, too, is news of engines; one that does not say so is told coordinates.
        self._engine_has = loaded.path if loaded.terrain else ""
        self.view.hold(self._clock())

    def move_pad(self, x: float, y: float) -> None:
        """The first two coordinates; an instrument with one has no y."""
        if len(self.view.latent) == 1:
            self.move("latent.z1", (x,))
        elif self.view.latent:
            self.move("pad", (x, y))

    def move_on_map(self, x: float, y: float, latent: Sequence[float]) -> None:
        """A place on the map, and the coordinates there.

        An engine that plays another instrument yet, or is not there, is told the coordinates.
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
            self.move(THIRD_AXIS, (_inside(self.view[THIRD_AXIS] + by),))

    def move_all(self, latent: Sequence[float]) -> None:
        """Put all coordinates somewhere; a training sound may lie a little outside."""
        if self.view.latent:
            self.move("latents", tuple(_inside(float(value)) for value in latent))

    def centre(self) -> None:
        """All axes back to 0."""
        self.move_all([0.0] * len(self.view.latent))

    def play_note(self, key: int, velocity: float) -> None:
        """A key goes down, or up with velocity 0."""
        self._bridge.order(PlayNote(key, velocity))


def _inside(value: float) -> float:
    return min(max(value, -1.0), 1.0)
