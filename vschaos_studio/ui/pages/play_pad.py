"""The pad of the Play page, as a plane or as a map: what a touch of it moves, where its dots stand, and its words."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject

from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import PAD_MAP
from vschaos_studio.state.performance_view import PerformanceView
from vschaos_studio.state.sound_map import MapDot, SoundMap, same_sound
from vschaos_studio.ui.pages.play_hand import Hand
from vschaos_studio.ui.widgets.axis_slider import share_text
from vschaos_studio.ui.widgets.pad import Pad
from vschaos_studio.ui.widgets.pad_switch import PadSwitch
from vschaos_studio.ui.widgets.roles import label

APART = 0.004
"""Coordinates that differ by less are the same place on the pad."""


class PlayPad(QObject):
    """Between the pad, its switch and the hand.

    Attributes
    ----------
    pad, switch, words
        For the page to lay out; ``words`` tell what the pad shows.
    """

    def __init__(self, pad: Pad, hand: Hand, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pad = pad
        self.switch = PadSwitch()
        self.words = label(role="small", wrap=True)
        self._hand = hand
        self._sounds: SoundMap | None = None
        self._dot: MapDot | None = None
        self._settings = settings
        self._wants_map = settings.get(PAD_MAP)
        pad.pressed.connect(hand.start_if_silent)
        pad.moved.connect(self._move)
        pad.snapped.connect(self._snap)
        pad.wheeled.connect(hand.turn_third_axis)
        self.switch.chosen.connect(self.choose)

    def show_sounds(self, sounds: SoundMap) -> None:
        """Show another instrument, which the hand has already taken."""
        self._sounds = sounds
        self.pad.show_sounds(sounds)
        self.choose(self._wants_map)

    def choose(self, mapped: bool) -> None:
        """Show the map, if there is one, or the plane; later instruments are shown in the same way."""
        self._wants_map = mapped
        self._settings.set(PAD_MAP, mapped)
        terrain = self._sounds.terrain if self._sounds is not None else None
        self._dot = MapDot(terrain) if mapped and terrain is not None else None
        shown = self._dot is not None
        self.switch.show_choice(mapped=shown, possible=terrain is not None)
        self.pad.show_map(shown)
        self.pad.show_sounding(None)
        if self._hand.view.latent:
            self.pad.jump_to(*self._place(self._hand.view.latent))
            self.show_view(self._hand.view)
        if self._sounds is not None:
            self.words.setText(_words(self._sounds, shown))

    def show_view(self, view: PerformanceView) -> None:
        """Show where the hands have put it, and where it sounds."""
        if view.latent:
            self.pad.show_position(*self._place(view.latent))
            self.pad.show_sounding(self._sounding_place(view.latent, view.sounding))
        self.pad.show_lively(view.playing)

    def _move(self, x: float, y: float) -> None:
        terrain = self._sounds.terrain if self._sounds is not None else None
        if terrain is None or self._dot is None:
            self._hand.move_pad(x, y)
            return
        latent = terrain.at(x, y).tolist()
        self._dot.put(x, y, latent)
        self._hand.move_on_map(x, y, latent)

    def _snap(self, index: int) -> None:
        if self._sounds is None:
            return
        latent = np.clip(self._sounds.points[index], -1.0, 1.0).tolist()
        if self._dot is not None:
            # The sound itself, which lies near the map rather than on it.
            self._dot.put(*self.pad.position, latent)
        self._hand.move_all(latent)

    def _place(self, latent: tuple[float, ...]) -> tuple[float, float]:
        return self._dot.place(latent) if self._dot is not None else _on_plane(latent)

    def _sounding_place(self, latent: tuple[float, ...], sounding: tuple[float, ...]) -> tuple[float, float] | None:
        """Where the second dot stands; None where it sounds as the hands have put it."""
        terrain = self._sounds.terrain if self._sounds is not None else None
        if not sounding or same_sound(latent, sounding):
            return None
        if terrain is not None and self._dot is not None:
            return terrain.nearest(sounding)
        here, there = _on_plane(latent), _on_plane(sounding)
        return there if max(abs(here[0] - there[0]), abs(here[1] - there[1])) > APART else None


def _on_plane(latent: tuple[float, ...]) -> tuple[float, float]:
    """The first two coordinates; with one latent axis, y is 0."""
    return latent[0], latent[1] if len(latent) > 1 else 0.0


def _words(sounds: SoundMap, mapped: bool) -> str:
    """What the pad shows, in a sentence."""
    wheel = " · wheel: axis 3" if sounds.dims > 2 else ""
    if mapped:
        return f"The map: sounds that are alike lie together, and a touch sounds like what lies under it{wheel}"
    return f"The pad shows {share_text(sounds.pad_share)} of the sounds’ variety{wheel}"
