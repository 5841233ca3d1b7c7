"""The pad of the Play page, as a plane or as a map: what a touch moves, and where its dots are."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Signal

from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import PAD_MAP
from vschaos_studio.state.performance_view import PerformanceView
from vschaos_studio.state.sound_map import MapDot, SoundMap, latent_map_of, same_sound
from vschaos_studio.ui.play.pad import LatentPad
from vschaos_studio.ui.play.pad_switch import PadSwitch
from vschaos_studio.ui.play.performance_controller import PerformanceController

PLANE_AXES = 2
"""Of no more axes the plane shows every sound; of more, the map comes nearer to them (`benchmarks/pad.py`)."""

APART = 0.004
"""Coordinates that differ by less are the same place on the pad."""


class PadView(QObject):
    """Connects the pad and its switch with the controller.

    Signals
    -------
    mode_shown
        The pad shows the map now, or the plane, of the instrument that was opened last.

    Attributes
    ----------
    pad, switch
        For the page to lay out.
    """

    mode_shown = Signal()

    def __init__(self, pad: LatentPad, controller: PerformanceController, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self.pad = pad
        self.switch = PadSwitch()
        self._controller = controller
        self._sounds: SoundMap | None = None
        self._dot: MapDot | None = None
        self._settings = settings
        self._wants_map = settings.get(PAD_MAP)
        pad.pressed.connect(controller.start_if_silent)
        pad.moved.connect(self._move)
        pad.snapped.connect(self._snap)
        pad.finger_moved.connect(self._move_finger)
        pad.finger_snapped.connect(self._snap_finger)
        pad.finger_lifted.connect(controller.lift_finger)
        pad.pressure_changed.connect(controller.press)
        pad.wheeled.connect(controller.turn_third_axis)
        pad.homed.connect(controller.centre)
        self.switch.chosen.connect(self.choose)

    def show_sounds(self, sounds: SoundMap) -> None:
        """Show another instrument, which the controller already has."""
        self._sounds = sounds
        self.pad.show_sounds(sounds)
        self._show(self._wants_map and sounds.dims > PLANE_AXES)

    def choose(self, mapped: bool) -> None:
        """Show the map, if there is one, or the plane; later instruments of more than two axes in the same way."""
        self._wants_map = mapped
        self._settings.set(PAD_MAP, mapped)
        self._show(mapped)

    def _show(self, mapped: bool) -> None:
        latent_map = latent_map_of(self._sounds)
        self._dot = MapDot(latent_map) if mapped and latent_map is not None else None
        shown = self._dot is not None
        self.switch.show_choice(mapped=shown, possible=latent_map is not None)
        self.pad.show_map(shown)
        self.pad.show_sounding(None)
        if self._controller.view.latent:
            self.pad.jump_to(*self._place(self._controller.view.latent))
            self.show_view(self._controller.view)
        self.mode_shown.emit()

    def show_view(self, view: PerformanceView) -> None:
        """Show the position that was set, and the one that sounds."""
        if view.latent:
            self.pad.show_position(*self._place(view.latent))
            self.pad.show_sounding(self._sounding_place(view.latent, view.sounding))
        self.pad.show_playing(view.playing)

    def _move(self, x: float, y: float) -> None:
        latent_map = latent_map_of(self._sounds)
        if latent_map is None or self._dot is None:
            self._controller.move_pad(x, y)
            return
        latent = latent_map.at(x, y).tolist()
        self._dot.put(x, y, latent)
        self._controller.move_on_map(x, y, latent)

    def _snap(self, index: int) -> None:
        if self._sounds is None:
            return
        latent = np.clip(self._sounds.points[index], -1.0, 1.0).tolist()
        if self._dot is not None:
            # The sound itself, which lies near the map rather than on it.
            self._dot.put(*self.pad.position, latent)
        self._controller.move_all(latent)

    def _move_finger(self, finger: int, x: float, y: float) -> None:
        latent_map = latent_map_of(self._sounds)
        if latent_map is not None and self._dot is not None:
            self._controller.move_finger(finger, latent_map.at(x, y).tolist())
        else:
            self._controller.move_finger(finger, (x, y, *self._controller.view.latent[PLANE_AXES:]))

    def _snap_finger(self, finger: int, index: int) -> None:
        if self._sounds is not None:
            self._controller.move_finger(finger, self._sounds.points[index].tolist())

    def _place(self, latent: tuple[float, ...]) -> tuple[float, float]:
        return self._dot.place(latent) if self._dot is not None else _on_plane(latent)

    def _sounding_place(self, latent: tuple[float, ...], sounding: tuple[float, ...]) -> tuple[float, float] | None:
        """Where the second dot is; None where the sound is at the position that was set."""
        latent_map = latent_map_of(self._sounds)
        if not sounding or same_sound(latent, sounding):
            return None
        if latent_map is not None and self._dot is not None:
            return latent_map.nearest(sounding)
        here, there = _on_plane(latent), _on_plane(sounding)
        return there if max(abs(here[0] - there[0]), abs(here[1] - there[1])) > APART else None


def _on_plane(latent: tuple[float, ...]) -> tuple[float, float]:
    """The first two coordinates; with one latent axis, y is 0."""
    return latent[0], latent[1] if len(latent) > 1 else 0.0
