"""Which value to show: the one that was just set in the window, or the one that the engine reports. Qt-free.

The engine decides, but it answers some milliseconds later: a cursor that followed its answers would lag behind the
mouse and jump back after each move. So a value that was set in the window is held for a moment, and follows the engine
again after that. Time, in seconds, is always passed in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vschaos.performance.controls import Control, Group, Playable
from vschaos.performance.table import axis_id, control_table
from vschaos.realtime.protocol import EngineStatus
from vschaos_studio.state.single_values import lasting_values, status_values

HOLD_S = 0.25
"""Longer than it takes until the engine's status shows an order."""

NOTHING = Playable(latent_dims=0)


class HeldValue:
    """One value, and when it was last set in the window."""

    def __init__(self, control: Control) -> None:
        self.control = control
        self.value = control.default
        self._set_at = -float("inf")

    @property
    def is_of_instrument(self) -> bool:
        """Whether it is a coordinate or a label: another instrument has others."""
        return self.control.group in (Group.PLACE, Group.LABEL)

    def set(self, value: float, now: float) -> None:
        """Set it in the window."""
        self.value = value
        self._set_at = now

    def follow(self, value: float, now: float) -> None:
        """Follow the engine, unless it is held."""
        if now - self._set_at >= HOLD_S:
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
        self._held: dict[str, HeldValue] = {}
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
        """Coordinates as they were set, each in −1…1."""
        return tuple(self._held[axis_id(axis)].value for axis in range(self._dims))

    @property
    def labels(self) -> Mapping[str, float]:
        """Value of each label, by name."""
        return {held.control.label: held.value for held in self._held.values() if held.control.label}

    @property
    def sounding(self) -> tuple[float, ...]:
        """Coordinates where it sounds, with automation; empty until the engine has reported some."""
        return self._sounding

    @property
    def playing(self) -> bool:
        """Whether it sounds, or will as soon as the engine can."""
        return self["play"] >= 0.5

    def fit(self, playable: Playable, at_start: bool = False) -> None:
        """Show another instrument: values that both have are kept, all others are at their default.

        ``at_start``: its coordinates and labels are at its start, whatever those of the one before were.
        """
        before, self._held = self._held, {}
        for control in control_table(playable):
            if control.id not in lasting_values(control.id, (0.0,) * control.count):
                continue
            held = before.get(control.id)
            fits = held is not None and (not control.label or control.low <= held.value <= control.high)
            if held is None or not fits or (at_start and held.is_of_instrument):
                held = HeldValue(control)
            held.control = control
            self._held[control.id] = held
        self._dims = playable.latent_dims
        self._sounding = ()

    def touch(self, control: str, values: Sequence[float], now: float) -> None:
        """A control of the table was moved in the window; what the instrument does not have is passed over."""
        for name, value in lasting_values(control, values).items():
            if name in self._held:
                self._held[name].set(value, now)

    def hold(self, now: float) -> None:
        """Keep everything as shown for a moment: a fresh engine does not have it yet."""
        for held in self._held.values():
            held.set(held.value, now)

    def follow(self, status: EngineStatus, now: float) -> None:
        """Show what the engine reports, but for what was set a moment ago.

        A status with another number of coordinates is of an instrument that is no longer, or not yet, shown: its
        coordinates say nothing of this one's.
        """
        fits = len(status.latent) == self._dims
        reported = status_values(status)
        for name, held in self._held.items():
            if not held.is_of_instrument:
                held.follow(reported.get(name, held.control.default), now)
            elif name in reported and (fits or held.control.label):
                held.follow(reported[name], now)
        self._sounding = status.sounding if fits else ()
