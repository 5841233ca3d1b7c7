"""What is being played, and how one touch changes it: pure functions on an immutable state.

The pad, its two halves, the single latent coordinates and ``latents`` are different names of the same numbers.
``terrain`` is not: a touch of it moves them all, and it stays where it was touched when they are moved otherwise. It is
thus told only when it was touched, and a peer that echoes what it hears cannot pull the sound onto the map.
A touch names one of them; the :class:`Change` objects that come back name the touch as it was made, and every hand
works out for itself which other names moved with it (:func:`values_of`). Runs on whatever thread touches, and within
microseconds: :class:`Draft` copies what touches change once for all that are made together.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from vschaos.errors import ControlError
from vschaos.latent.terrain import Terrain
from vschaos.performance.controls import Control, Group, Kind, Playable, check_values
from vschaos.performance.snapshots import Sound, morphed
from vschaos.performance.table import SNAPSHOTS, TERRAIN, control_table

_FLOAT = struct.Struct("f")


class Origin(Enum):
    """The hand that made a change; mirrors leave it out, so that nothing echoes.

    ``OSC`` is the program that is mirrored to; ``OSC_OTHER`` one that sends from another port, and may or may not be
    that same program. ``AUTOMATION`` is a gesture that plays.
    """

    UI = "ui"
    OSC = "osc"
    OSC_OTHER = "osc other"
    MIDI = "midi"
    AUTOMATION = "automation"
    CLI = "cli"


@dataclass(frozen=True)
class PerformanceState:
    """Everything that a player has set.

    Attributes
    ----------
    latent
        Latent coordinates, each −1…1; the first two are the pad's x and y.
    labels
        Value of each label that the instrument has, by its name.
    values
        Value of each other control that has one, by its id.
    triggers
        How often each trigger was pressed, by its id; a step of this number is the order.
    snapshots
        What is kept under each number, from 1.
    aside
        Of the two sounds A and B, the one that is not heard; None until the first change of sides.
    terrain
        Where the map was touched last, x and y, each −1…1; the coordinates may have been moved since.
    """

    latent: tuple[float, ...]
    labels: Mapping[str, float] = field(default_factory=dict)
    values: Mapping[str, float] = field(default_factory=dict)
    triggers: Mapping[str, int] = field(default_factory=dict)
    snapshots: tuple[Sound | None, ...] = (None,) * SNAPSHOTS
    aside: Sound | None = None
    terrain: tuple[float, float] = (0.0, 0.0)

    def __getitem__(self, control_id: str) -> float:
        """The value of a control that is neither a coordinate nor a label."""
        return self.values[control_id]

    @property
    def playing(self) -> bool:
        """Whether the instrument sounds by itself."""
        return self.values["play"] >= 0.5

    @property
    def panics(self) -> int:
        """How often panic was pressed."""
        return self.triggers.get("panic", 0)


@dataclass(frozen=True)
class Touch:
    """One control to be moved, with its values in the control's own unit."""

    control: str
    values: tuple[float, ...] = ()


@dataclass(frozen=True)
class Change:
    """A touch that moved something, or that was moved back into range.

    ``clipped`` says that the hand asked for more than the control's range; ``values`` are what it got, none for a
    trigger.
    """

    control: str
    origin: Origin
    clipped: bool = False
    values: tuple[float, ...] = ()


def initial_state(playable: Playable) -> PerformanceState:
    """Every control at its start: the middle of the pad, 0 dB, stopped."""
    return PerformanceState(
        latent=(0.0,) * playable.latent_dims,
        labels={label.name: label.default for label in playable.labels},
        values={control.id: control.default for control in control_table(playable) if _is_plain(control)},
    )


def fitted(state: PerformanceState, playable: Playable) -> PerformanceState:
    """The same state for another instrument.

    New coordinates start at 0, new labels, and those whose value the instrument does not know, at their default.
    """
    start = initial_state(playable)
    kept = state.latent[: playable.latent_dims]
    labels = {label.name: label.or_default(state.labels.get(label.name, label.default)) for label in playable.labels}
    return replace(
        state,
        latent=kept + start.latent[len(kept) :],
        labels=labels,
        values={name: state.values.get(name, value) for name, value in start.values.items()},
    )


def values_of(state: PerformanceState, control: Control) -> tuple[float, ...]:
    """The present values of a control, as many as it has; a trigger and a command have none."""
    if control.momentary:
        return ()
    if control.label:
        return (state.labels.get(control.label, control.default),)
    if _is_plain(control):
        return (state.values.get(control.id, control.default),)
    if control.id == TERRAIN:
        return state.terrain
    values = tuple([state.latent[index] for index in latent_indices(control, len(state.latent))])
    # A one-dimensional instrument's pad has a y, too.
    return values + (0.0,) * (control.count - len(values))


def latent_indices(control: Control, latent_dims: int) -> tuple[int, ...]:
    """Which latent coordinates a control's numbers are, from 0; empty where they are none, as those of the map."""
    if control.id == "pad":
        return tuple(range(min(2, latent_dims)))
    if control.id == "pad.x":
        return (0,)
    if control.id == "pad.y":
        return (1,) if latent_dims > 1 else ()
    if control.id == "latents":
        return tuple(range(latent_dims))
    if control.id.startswith("latent.z"):
        return (int(control.id.removeprefix("latent.z")) - 1,)
    return ()


def moves_others(control: Control) -> bool:
    """Whether a touch of this control can move others that do not share its numbers: all that snapshots hold."""
    return control.momentary or control.id in ("snapshot.b", TERRAIN)


def apply(
    state: PerformanceState,
    touch: Touch,
    controls: Mapping[str, Control],
    origin: Origin,
    terrain: Terrain | None = None,
) -> tuple[PerformanceState, Change | None]:
    """The state after a touch, and what there is to tell of it (None where nothing moved).

    Raises
    ------
    ControlError
        As :meth:`Draft.touch`.
    """
    draft = Draft(state, controls, terrain)
    change = draft.touch(touch, origin)
    return draft.finished(), change


class Draft:
    """A state in the making.

    Parameters
    ----------
    state
        Where it begins; it is left as it is.
    controls
        Control table by id.
    terrain
        The instrument's map; without one there is no control ``terrain``.
    """

    def __init__(
        self, state: PerformanceState, controls: Mapping[str, Control], terrain: Terrain | None = None
    ) -> None:
        self._controls = controls
        self._map = terrain
        self._begin(state)

    def touch(self, touch: Touch, origin: Origin) -> Change | None:
        """Apply a touch; what there is to tell of it, None where nothing moved.

        Values are rounded to 32-bit floats: a number that comes back from an OSC peer is then the same number.

        Raises
        ------
        ControlError
            If there is no such control, the count of values is wrong, one of them is not a finite number, or a
            command cannot be carried out. The draft is then as it was.
        """
        control = self._controls.get(touch.control)
        if control is None or (control.id == TERRAIN and self._map is None):
            raise ControlError(f"There is no control “{touch.control}”.", "Look its name up in the list of controls.")
        check_values(control, touch.values)
        if control.kind is Kind.TRIGGER:
            return self._press(control, touch, origin)
        wanted = tuple([_float32(value) for value in touch.values])
        if control.kind is Kind.COMMAND:
            self._begin(_commanded(self.finished(), control, wanted, self._controls))
            return Change(control.id, origin, False, wanted)
        values = tuple([control.clip(value) for value in wanted])
        clipped = values != wanted
        if not self._set(control, values) and not clipped:
            return None
        return Change(control.id, origin, clipped, values)

    def finished(self) -> PerformanceState:
        """The state with all touches so far; the same object where nothing moved."""
        if not (self._latent is self._labels is self._values is self._terrain is None):
            before = self._state
            self._begin(
                PerformanceState(
                    before.latent if self._latent is None else tuple(self._latent),
                    before.labels if self._labels is None else self._labels,
                    before.values if self._values is None else self._values,
                    before.triggers,
                    before.snapshots,
                    before.aside,
                    before.terrain if self._terrain is None else self._terrain,
                )
            )
        return self._state

    def _begin(self, state: PerformanceState) -> None:
        self._state = state
        self._latent: list[float] | None = None
        self._labels: dict[str, float] | None = None
        self._values: dict[str, float] | None = None
        self._terrain: tuple[float, float] | None = None

    def _set(self, control: Control, values: tuple[float, ...]) -> bool:
        """Whether it moved anything."""
        if control.label:
            return self._set_label(control.label, values[0])
        if _is_plain(control):
            return self._set_plain(control, values[0])
        if control.id == TERRAIN:
            return self._set_terrain(*values)
        return self._set_latent(latent_indices(control, len(self._state.latent)), values)

    def _set_latent(self, indices: tuple[int, ...], values: Iterable[float]) -> bool:
        latent = self._latent if self._latent is not None else list(self._state.latent)
        moved = False
        # A one-dimensional instrument has a pad whose y moves nothing: zip stops early.
        for index, value in zip(indices, values, strict=False):
            if not _same(latent[index], value):
                latent[index] = value
                moved = True
        if moved:
            self._latent = latent
        return moved

    def _set_terrain(self, x: float, y: float) -> bool:
        if self._map is None:
            return False
        coordinates = self._map.at(x, y).tolist()
        moved = self._set_latent(tuple(range(len(self._state.latent))), coordinates)
        place = self._terrain if self._terrain is not None else self._state.terrain
        if place != (x, y):
            self._terrain = (x, y)
            moved = True
        return moved

    def _set_label(self, name: str, value: float) -> bool:
        labels = self._labels if self._labels is not None else self._state.labels
        if name in labels and _same(labels[name], value):
            return False
        self._labels = {**labels, name: value}
        return True

    def _set_plain(self, control: Control, value: float) -> bool:
        name = control.id
        values = self._values if self._values is not None else self._state.values
        if name in values and _same(values[name], value):
            return False
        if self._values is None:
            self._values = dict(values)
        self._values[name] = value
        if name == "snapshot.b":
            self._begin(_changed_sides(self.finished(), self._controls))
        return True

    def _press(self, control: Control, touch: Touch, origin: Origin) -> Change | None:
        # A button that sends 1 when pressed and 0 when released is pressed once.
        if touch.values and touch.values[0] == 0.0:
            return None
        state = self.finished()
        after = replace(state, triggers={**state.triggers, control.id: state.triggers.get(control.id, 0) + 1})
        if control.id == "panic":
            # A gesture that plays would start the sound again.
            after = replace(after, values={**state.values, "play": 0.0, "gesture.play": 0.0})
        self._begin(after)
        return Change(control.id, origin)


def sound_of(state: PerformanceState, controls: Mapping[str, Control]) -> Sound:
    """What a snapshot keeps of a state."""
    values = {name: value for name, value in state.values.items() if controls[name].kept}
    return Sound(state.latent, dict(state.labels), values)


def with_sound(state: PerformanceState, sound: Sound, controls: Mapping[str, Control]) -> PerformanceState:
    """The state with a snapshot's sound, as far as the instrument knows it.

    Coordinates, labels and controls that the sound does not have stay where they are, and so do labels whose value
    the instrument does not know; what is out of range is moved into it.
    """
    known = tuple(min(max(value, -1.0), 1.0) for value in sound.latent[: len(state.latent)])
    labels = {
        name: _known_label(controls[f"label.{name}"], sound.labels.get(name, value), value)
        for name, value in state.labels.items()
    }
    values = {
        name: controls[name].clip(value)
        for name, value in sound.values.items()
        if name in state.values and controls[name].kept
    }
    return replace(state, latent=known + state.latent[len(known) :], labels=labels, values={**state.values, **values})


def _is_plain(control: Control) -> bool:
    """Whether its one value stands in `PerformanceState.values`."""
    return control.group is not Group.PLACE and not control.label and not control.momentary


def _same(present: float, value: float) -> bool:
    """Whether a value, rounded to 32 bits, is the present one; defaults and mixtures of snapshots are not rounded."""
    return present == value or _float32(present) == value


def _float32(value: float) -> float:
    """The nearest 32-bit float; of numbers that those do not reach, one beyond every control's range."""
    return _FLOAT.unpack(_FLOAT.pack(min(max(value, -1e30), 1e30)))[0]


def _known_label(control: Control, value: float, present: float) -> float:
    return control.clip(value) if control.low <= value <= control.high else present


def _changed_sides(state: PerformanceState, controls: Mapping[str, Control]) -> PerformanceState:
    """The sound that was aside is heard, and the one that was heard is aside; at first both are the same."""
    after = replace(state, aside=sound_of(state, controls))
    return after if state.aside is None else with_sound(after, state.aside, controls)


def _commanded(
    state: PerformanceState, control: Control, values: tuple[float, ...], controls: Mapping[str, Control]
) -> PerformanceState:
    if control.id == "snapshot.morph":
        first, second = (_snapshot(state, number) for number in values[:2])
        return with_sound(state, morphed(first, second, min(max(values[2], 0.0), 1.0), controls), controls)
    if control.id == "snapshot.recall":
        return with_sound(state, _snapshot(state, values[0]), controls)
    index = _place(state, values[0])
    kept = sound_of(state, controls) if control.id == "snapshot.store" else None
    return replace(state, snapshots=(*state.snapshots[:index], kept, *state.snapshots[index + 1 :]))


def _place(state: PerformanceState, number: float) -> int:
    """Where a snapshot stands. Numbers are not clipped: to store under 0 must not overwrite the first."""
    index = round(number) - 1
    if not 0 <= index < len(state.snapshots):
        raise ControlError(f"Snapshots have the numbers 1 to {len(state.snapshots)}; {number:g} came.")
    return index


def _snapshot(state: PerformanceState, number: float) -> Sound:
    found = state.snapshots[_place(state, number)]
    if found is None:
        raise ControlError(f"There is no snapshot {round(number)}.", "Store one under this number first.")
    return found
