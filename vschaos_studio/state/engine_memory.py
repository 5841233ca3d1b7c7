"""What the engine has been asked for, so that an engine that starts late, or anew, is told all of it. Qt-free."""

from __future__ import annotations

from vschaos.realtime.protocol import (
    ConfigureOsc,
    InstrumentLoaded,
    LoadInstrument,
    SelectDevice,
    SelectInput,
    SelectMidi,
    SetControl,
    Snapshot,
)
from vschaos_studio.state.single_values import LABEL, LATENT, single_values, snapshot_values

Wish = LoadInstrument | SelectDevice | SelectInput | SelectMidi | ConfigureOsc

FORGOTTEN = frozenset({"gesture.record", "snapshot.b"})
"""A fresh engine has no gesture half taken up and no other side; what was heard becomes its side A."""

BEFORE_LOAD = "gain"


class EngineMemory:
    """The wishes of the user, one a kind, the latest of each, and the value of each control that was moved.

    A fresh engine gets :meth:`orders_at_start`; once it has loaded the instrument, and so knows how many latent
    coordinates there are, :meth:`orders_after_load`.
    """

    def __init__(self) -> None:
        self._wishes: dict[type, Wish] = {}
        self._values: dict[str, float] = {}

    def note(self, order: object) -> bool:
        """Remember an order that is on its way to the engine; False if it is none that is to be repeated."""
        match order:
            case SetControl(control, values):
                self._values.update(single_values(control, values))
            case LoadInstrument() | SelectDevice() | SelectInput() | SelectMidi() | ConfigureOsc():
                self._wishes[type(order)] = order
            case _:
                return False
        return True

    def note_snapshot(self, snapshot: Snapshot) -> None:
        """Remember where the engine is: other hands than the window's move it too."""
        self._values = snapshot_values(snapshot)

    def orders_at_start(self) -> list[Wish | SetControl]:
        """For an engine that has just started; without an instrument, also what needs none."""
        wishes = dict(self._wishes)
        load = wishes.pop(LoadInstrument, None)
        orders: list[Wish | SetControl] = [*wishes.values()]
        if BEFORE_LOAD in self._values:
            orders.append(SetControl(BEFORE_LOAD, (self._values[BEFORE_LOAD],)))
        return [*orders, load] if load is not None else orders

    def orders_after_load(self, loaded: InstrumentLoaded) -> list[SetControl]:
        """For an engine that has just loaded its first instrument; it sounds last, with all else in its place."""
        orders: list[SetControl] = []
        if any(control.startswith(LATENT) for control in self._values):
            axes = range(1, loaded.latent_dims + 1)
            orders.append(SetControl("latents", tuple(self._values.get(f"{LATENT}{axis}", 0.0) for axis in axes)))
        for control, value in self._values.items():
            if control.startswith(LATENT) or control in FORGOTTEN or control == "play":
                continue
            if not _is_of_another(control, loaded):
                orders.append(SetControl(control, (value,)))
        if "play" in self._values:
            orders.append(SetControl("play", (self._values["play"],)))
        return orders


def _is_of_another(control: str, loaded: InstrumentLoaded) -> bool:
    """Whether a control belongs to a label or an axis that this instrument does not have."""
    if control.startswith(LABEL):
        return control.removeprefix(LABEL) not in loaded.labels
    axis = next((part[1:] for part in control.split(".") if part[:1] == "z" and part[1:].isdigit()), "0")
    return int(axis) > loaded.latent_dims
