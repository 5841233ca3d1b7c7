"""What is being played, and how one touch changes it: pure functions on an immutable state.

The pad, its two halves, the single latent coordinates and ``latents`` are different names of the same numbers
(`Control.axes`). ``terrain``, the position on the map, is not: a touch of it moves them all, and it stays where it was
touched when they are moved otherwise: so a peer that echoes what it receives cannot pull the sound onto the map. A
:class:`Change` names the touch as it was made; which other controls moved with it, :func:`values_of` says.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from vschaos.errors import ControlError
from vschaos.latent.latent_map import LatentMap
from vschaos.messages import Message, Number
from vschaos.performance.controls import Control, Group, Kind, Playable, check_values
from vschaos.performance.snapshots import Sound, morphed, named
from vschaos.performance.table import SNAPSHOTS, control_table, label_id

_FLOAT = struct.Struct("f")


class Origin(Enum):
    """What made a change; mirrors do not send it back there, so that nothing echoes.

    ``OSC`` is a known peer, ``OSC_OTHER`` a program on an unknown port, ``INSTRUMENT`` the start of an opened one.
    """

    UI = "ui"
    OSC = "osc"
    OSC_OTHER = "osc other"
    MIDI = "midi"
    GAMEPAD = "gamepad"
    AUTOMATION = "automation"
    CLI = "cli"
    INSTRUMENT = "instrument"


@dataclass(frozen=True)
class Replaced:
    """A snapshot that was overwritten or cleared: where it stood, from 0, and its sound."""

    index: int
    sound: Sound


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
        How often each trigger was pressed, by its id: each step of it is acted on.
    snapshots
        The sound stored under each number, from 1.
    aside
        Of the two sounds A and B, the one that is not heard; None until the first change of sides.
    terrain
        Where the map was touched last, x and y, each −1…1; the coordinates may have been moved since.
    pair
        Numbers of the snapshots of the last morph, which ``snapshot.amount`` goes on with; None before there was one.
    replaced
        The snapshot that was overwritten or cleared last, for ``snapshot.undo``; None where there is nothing to undo.
    """

    latent: tuple[float, ...]
    labels: Mapping[str, float] = field(default_factory=dict)
    values: Mapping[str, float] = field(default_factory=dict)
    triggers: Mapping[str, int] = field(default_factory=dict)
    snapshots: tuple[Sound | None, ...] = (None,) * SNAPSHOTS
    aside: Sound | None = None
    terrain: tuple[float, float] = (0.0, 0.0)
    replaced: Replaced | None = None
    pair: tuple[int, int] | None = None

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


class Touch(Message, frozen=True, tag="SetControl"):
    """One control to be moved (`vschaos.performance.controls`), with its values in the control's own unit.

    There is one value for most controls, two for ``pad``, one per axis for ``latents``, and none for a trigger.
    """

    control: str
    values: tuple[Number, ...] = ()


@dataclass(frozen=True)
class Change:
    """A touch that moved something, or that was moved back into range.

    ``clipped`` says that the touch asked for more than the control's range; ``values`` are what was applied, if any.
    """

    control: str
    origin: Origin
    clipped: bool = False
    values: tuple[float, ...] = ()


def initial_state(playable: Playable) -> PerformanceState:
    """Every control at its start: where the instrument's sounds are, 0 dB, stopped."""
    return PerformanceState(
        latent=playable.home,
        labels={label.name: label.default for label in playable.labels},
        values={control.id: control.default for control in control_table(playable) if _is_plain(control)},
        terrain=playable.start_place,
    )


def fitted(state: PerformanceState, playable: Playable, since: PerformanceState | None = None) -> PerformanceState:
    """The same state for another instrument.

    Parameters
    ----------
    state
        The present one.
    playable
        What the instrument lets be moved.
    since
        Coordinates and labels that were moved after this state keep their place, and all others go to the
        instrument's start. Without it all keep their place, and only those that are new are at the start. Labels whose
        value the instrument does not know are at their default either way.
    """
    start = initial_state(playable)
    before = since or PerformanceState(())
    kept = {index: value for index, value in enumerate(state.latent) if before.latent[index : index + 1] != (value,)}
    held = {name: value for name, value in state.labels.items() if before.labels.get(name) != value}
    return replace(
        state,
        latent=tuple([kept.get(index, home) for index, home in enumerate(start.latent)]),
        labels={label.name: label.or_default(held.get(label.name, label.default)) for label in playable.labels},
        values={name: state.values.get(name, value) for name, value in start.values.items()},
        terrain=state.terrain if since is None or state.terrain != since.terrain else start.terrain,
    )


def values_of(state: PerformanceState, control: Control) -> tuple[float, ...]:
    """The present values of a control, as many as it has; a trigger and a command have none."""
    if control.momentary:
        return ()
    if control.label:
        return (state.labels.get(control.label, control.default),)
    if _is_plain(control):
        return (state.values.get(control.id, control.default),)
    if control.on_map:
        return state.terrain
    values = tuple([state.latent[axis] for axis in control.axes])
    # A one-dimensional instrument's pad has a y, too.
    return values + (0.0,) * (control.count - len(values))


def moves_others(control: Control) -> bool:
    """Whether a touch of this control can move others that do not share its numbers: all that snapshots hold."""
    return control.momentary or control.on_map or control.id in ("snapshot.b", "snapshot.amount")


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
        self, state: PerformanceState, controls: Mapping[str, Control], terrain: LatentMap | None = None
    ) -> None:
        self._controls = controls
        self._map = terrain
        self._begin(state)

    def touch(self, touch: Touch, origin: Origin) -> Change | None:
        """Apply a touch; the change to report, None where nothing moved.

        Values are rounded to 32-bit floats: a number that an OSC peer sends back is then the same number.

        Raises
        ------
        ControlError
            If there is no such control, the count of values is wrong, one of them is not a finite number, or a
            command cannot be carried out. The draft is then as it was.
        """
        control = self._controls.get(touch.control)
        if control is None or (control.on_map and self._map is None):
            raise ControlError(f"There is no control “{touch.control}”.", "Look up its name in the list of controls.")
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
                    before.replaced,
                    before.pair,
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
        if control.on_map:
            return self._set_terrain(*values)
        return self._set_latent(control.axes, values)

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
        elif name == "snapshot.amount":
            self._begin(_between_pair(self.finished(), self._controls))
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
        if control.id == "snapshot.undo" and after.replaced is not None:
            after = _with_snapshot(after, after.replaced.index, after.replaced.sound)
        self._begin(after)
        return Change(control.id, origin)


def sound_of(state: PerformanceState, controls: Mapping[str, Control]) -> Sound:
    """What a snapshot stores of a state."""
    values = {name: value for name, value in state.values.items() if controls[name].kept}
    return Sound(state.latent, dict(state.labels), values)


def with_sound(state: PerformanceState, sound: Sound, controls: Mapping[str, Control]) -> PerformanceState:
    """The state with a snapshot's sound, as far as the instrument knows it.

    What the sound does not have stays where it is, and so do labels whose value the instrument does not know; what is
    out of range is moved into it.
    """
    known = tuple(min(max(value, -1.0), 1.0) for value in sound.latent[: len(state.latent)])
    labels = {
        name: _known_label(controls[label_id(name)], sound.labels.get(name, value), value)
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
    """Exchange the sound that is heard and the one aside; at first both are the same."""
    after = replace(state, aside=sound_of(state, controls))
    return after if state.aside is None else with_sound(after, state.aside, controls)


def _between_pair(state: PerformanceState, controls: Mapping[str, Control]) -> PerformanceState:
    """Sound what lies between the two snapshots of the last morph; nothing moves where one of them is not there."""
    first, second = (state.snapshots[number - 1] for number in state.pair or (1, 1))
    if state.pair is None or first is None or second is None:
        return state
    return with_sound(state, morphed(first, second, state.values["snapshot.amount"], controls), controls)


def _commanded(
    state: PerformanceState, control: Control, values: tuple[float, ...], controls: Mapping[str, Control]
) -> PerformanceState:
    if control.id == "snapshot.morph":
        pair = _index(state, values[0]) + 1, _index(state, values[1]) + 1
        for number in pair:
            _snapshot(state, number)
        amount = min(max(values[2], 0.0), 1.0)
        return _between_pair(replace(state, values={**state.values, "snapshot.amount": amount}, pair=pair), controls)
    if control.id == "snapshot.recall":
        return with_sound(state, _snapshot(state, values[0]), controls)
    index = _index(state, values[0])
    if control.id == "snapshot.clear":
        return _with_snapshot(state, index, None)
    before = state.snapshots[index]
    stored = sound_of(state, controls)
    # A name is that of the number: what is stored there later keeps it.
    return _with_snapshot(state, index, stored if before is None else named(stored, before.name, before.colour))


def with_name(state: PerformanceState, number: int, name: str, colour: int) -> PerformanceState:
    """The state with another name and colour for a snapshot.

    Raises
    ------
    ControlError
        If there is no such snapshot.
    """
    index, sound = _index(state, number), _snapshot(state, number)
    kept = named(sound, name, colour)
    return replace(state, snapshots=(*state.snapshots[:index], kept, *state.snapshots[index + 1 :]))


def _with_snapshot(state: PerformanceState, index: int, kept: Sound | None) -> PerformanceState:
    """Store another sound under a number, or none; the former one can be restored."""
    before = state.snapshots[index]
    snapshots = (*state.snapshots[:index], kept, *state.snapshots[index + 1 :])
    if before is not None:
        return replace(state, snapshots=snapshots, replaced=Replaced(index, before))
    settled = state.replaced is not None and state.replaced.sound is kept
    return replace(state, snapshots=snapshots, replaced=None if settled else state.replaced)


def _index(state: PerformanceState, number: float) -> int:
    """Index of a snapshot. Numbers are not clipped: storing under 0 must not overwrite the first."""
    index = round(number) - 1
    if not 0 <= index < len(state.snapshots):
        raise ControlError(f"Snapshots have the numbers 1 to {len(state.snapshots)}; {number:g} came.")
    return index


def _snapshot(state: PerformanceState, number: float) -> Sound:
    found = state.snapshots[_index(state, number)]
    if found is None:
        raise ControlError(f"There is no snapshot {round(number)}.", "Store one under this number first.")
    return found
