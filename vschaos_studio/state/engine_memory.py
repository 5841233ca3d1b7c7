"""What was ordered from the engine, so that an engine that starts late, or again, gets all of it. Qt-free."""

from __future__ import annotations

from vschaos.performance.table import AXES, LABEL, axis_id
from vschaos.realtime.protocol import (
    ConfigureOsc,
    EngineStatus,
    InstrumentLoaded,
    LoadInstrument,
    SelectDevice,
    SelectInput,
    SelectMidi,
    Touch,
    WatchSound,
)
from vschaos_studio.state.single_values import lasting_values, status_values

Wish = LoadInstrument | SelectDevice | SelectInput | SelectMidi | ConfigureOsc | WatchSound

FORGOTTEN = frozenset({"gesture.record", "snapshot.b"})
"""A fresh engine has no gesture half recorded and no other side; what was heard becomes its side A."""

BEFORE_LOAD = "gain"


class EngineMemory:
    """The latest order of each kind that lasts, and the value of each control that was moved.

    A fresh engine gets :meth:`orders_at_start`; once it has loaded the instrument, and so knows how many latent
    coordinates there are, :meth:`orders_after_load`.
    """

    def __init__(self) -> None:
        self._wishes: dict[type, Wish] = {}
        self._values: dict[str, float] = {}

    def note(self, order: object) -> bool:
        """Remember an order that is sent to the engine; False if it must not be repeated."""
        if isinstance(order, LoadInstrument) and order != self._wishes.get(LoadInstrument, order):
            # Another instrument is played from its own start.
            self._values = {name: one for name, one in self._values.items() if not _is_of_instrument(name)}
        match order:
            case Touch(control, values):
                self._values.update(lasting_values(control, values))
            case LoadInstrument() | SelectDevice() | SelectInput() | SelectMidi() | ConfigureOsc() | WatchSound():
                self._wishes[type(order)] = order
            case _:
                return False
        return True

    def note_status(self, status: EngineStatus) -> None:
        """Remember what the engine reports: OSC and MIDI move it, too."""
        self._values = status_values(status)

    def orders_at_start(self) -> list[Wish | Touch]:
        """For an engine that has just started; without an instrument, also what needs none."""
        wishes = dict(self._wishes)
        load = wishes.pop(LoadInstrument, None)
        orders: list[Wish | Touch] = [*wishes.values()]
        if BEFORE_LOAD in self._values:
            orders.append(Touch(BEFORE_LOAD, (self._values[BEFORE_LOAD],)))
        return [*orders, load] if load is not None else orders

    def orders_after_load(self, loaded: InstrumentLoaded) -> list[Touch]:
        """For an engine that has just loaded its first instrument; it sounds last, with all else in its place."""
        orders: list[Touch] = []
        if any(name in AXES for name in self._values):
            starts = enumerate(loaded.start or (0.0,) * loaded.latent_dims)
            latents = tuple(self._values.get(axis_id(axis), home) for axis, home in starts)
            orders.append(Touch("latents", latents))
        for control, value in self._values.items():
            if control in AXES or control in FORGOTTEN or control == "play":
                continue
            if not _is_of_another(control, loaded):
                orders.append(Touch(control, (value,)))
        if "play" in self._values:
            orders.append(Touch("play", (self._values["play"],)))
        return orders


def _is_of_instrument(control: str) -> bool:
    """Whether a control is a coordinate or a label: another instrument has others."""
    return control in AXES or control.startswith(LABEL)


def _is_of_another(control: str, loaded: InstrumentLoaded) -> bool:
    """Whether a control belongs to a label or an axis that this instrument does not have."""
    if control.startswith(LABEL):
        return control.removeprefix(LABEL) not in loaded.labels
    axis = next((part[1:] for part in control.split(".") if part[:1] == "z" and part[1:].isdigit()), "0")
    return int(axis) > loaded.latent_dims
