"""Which of two truths to show: what this hand has just moved, or what the engine says. Qt-free.

The engine is the authority, but it answers some milliseconds later: a cursor that followed its answers would
lag behind the mouse and jump back after each move. So a value that was touched here stays as it was put for a
moment, and follows the engine again once the hand has rested. Time, in seconds, is always passed in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vschaos.performance.controls import Playable
from vschaos.performance.table import control_table
from vschaos.realtime.protocol import Snapshot
from vschaos_studio.state.single_values import LABEL, LATENT, single_values, snapshot_values

HOLD_S = 0.25
"""Longer than an order takes to come back in a snapshot."""


NOTHING = Playable(latent_dims=0)


class Held:
    """One value, and when it was last touched here."""

    def __init__(self, value: float) -> None:
        self.value = value
        self._touched_at = -float("inf")

    def touch(self, value: float, now: float) -> None:
        """The hand here moved it."""
        self.value = value
        self._touched_at = now

    def follow(self, value: float, now: float) -> None:
        """The engine says so."""
        if now - self._touched_at >= HOLD_S:
            self.value = value


class PerformanceView:
    """Every control that has one value, as it is shown.

    Parameters
    ----------
    playable
        What the instrument shown lets be moved.
    start
        Values to begin with, by control id, where they are not the table's defaults.
    """

    def __init__(self, playable: Playable = NOTHING, start: Mapping[str, float] | None = None) -> None:
        self._held: dict[str, Held] = {}
        self._defaults: dict[str, float] = {}
        self._dims = 0
        self._sounding: tuple[float, ...] = ()
        self.fit(playable)
        for control, value in (start or {}).items():
            self._held[control].value = value

    def __getitem__(self, control: str) -> float:
        """The value of a control."""
        return self._held[control].value

    @property
    def values(self) -> dict[str, float]:
        """All values, by control id; coordinates as ``latent.z1`` and so on, labels as ``label.NAME``."""
        return {control: held.value for control, held in self._held.items()}

    @property
    def latent(self) -> tuple[float, ...]:
        """Coordinates as the hands put them, each in −1…1."""
        return tuple(self._held[f"{LATENT}{axis}"].value for axis in range(1, self._dims + 1))

    @property
    def labels(self) -> Mapping[str, float]:
        """Value of each label, by name."""
        return {
            control.removeprefix(LABEL): held.value for control, held in self._held.items() if control.startswith(LABEL)
        }

    @property
    def sounding(self) -> tuple[float, ...]:
        """Coordinates where it sounds, with what moves by itself; empty while the engine has told none."""
        return self._sounding

    @property
    def playing(self) -> bool:
        """Whether it sounds, or will as soon as the engine can."""
        return self["play"] >= 0.5

    def fit(self, playable: Playable) -> None:
        """Another instrument: what both have is kept, all else is at its default."""
        before, self._held, self._defaults = self._held, {}, {}
        for control in control_table(playable):
            if control.momentary or control.id not in single_values(control.id, (0.0,) * control.count):
                continue
            held = before.get(control.id)
            if held is None or (control.label and not control.low <= held.value <= control.high):
                held = Held(control.default)
            self._held[control.id] = held
            self._defaults[control.id] = control.default
        self._dims = playable.latent_dims
        self._sounding = ()

    def touch(self, control: str, values: Sequence[float], now: float) -> None:
        """The hand here moved a control of the table; what the instrument does not have is passed over."""
        for name, value in single_values(control, values).items():
            if name in self._held:
                self._held[name].touch(value, now)

    def hold(self, now: float) -> None:
        """Keep everything as shown for a moment: a fresh engine is only now being told of it."""
        for held in self._held.values():
            held.touch(held.value, now)

    def follow(self, snapshot: Snapshot, now: float) -> None:
        """Take the engine's word, but for what was touched a moment ago.

        A snapshot of another number of coordinates is of an instrument that is no longer, or not yet, shown: where
        its axes and labels are says nothing of this one's.
        """
        fits = len(snapshot.latent) == self._dims
        told = snapshot_values(snapshot)
        for control, held in self._held.items():
            if not control.startswith((LATENT, LABEL)):
                held.follow(told.get(control, self._defaults[control]), now)
            elif control in told and (fits or control.startswith(LABEL)):
                held.follow(told[control], now)
        self._sounding = snapshot.sounding if fits else ()
