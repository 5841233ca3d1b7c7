"""What is being played, and how one touch changes it: pure functions on an immutable state.

The pad, its two halves, the single latent coordinates and ``latents`` are different names of the same numbers.
A touch names one of them; the :class:`Change` objects that come back name the touch as it was made, and every hand
works out for itself which other names moved with it (:func:`values_of`). Runs on whatever thread touches.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

import numpy as np

from vschaos.errors import ControlError
from vschaos.performance.controls import NOISE, Control, Kind, Playable


class Origin(Enum):
    """The hand that made a change; mirrors leave it out, so that nothing echoes.

    ``OSC`` is the program that is mirrored to; ``OSC_OTHER`` one that sends from another port, and may or may not be
    that same program.
    """

    UI = "ui"
    OSC = "osc"
    OSC_OTHER = "osc other"
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
    noise
        How free the phase is where the sound is noise, 0…1.
    phase_mode
        Index into `vschaos.performance.controls.PHASE_MODES`.
    gain_db
        Output level in dB; −60 is silence.
    playing
        Whether the instrument sounds.
    panics
        How often panic was pressed; a step of this number is the order.
    """

    latent: tuple[float, ...]
    labels: Mapping[str, float] = field(default_factory=dict)
    noise: float = NOISE
    phase_mode: int = 0
    gain_db: float = 0.0
    playing: bool = False
    panics: int = 0


@dataclass(frozen=True)
class Touch:
    """One control to be moved, with its values in the control's own unit."""

    control: str
    values: tuple[float, ...] = ()


@dataclass(frozen=True)
class Change:
    """A touch that moved something, or that was moved back into range.

    ``clipped`` says that the hand asked for more than the control's range.
    """

    control: str
    origin: Origin
    clipped: bool = False


def initial_state(playable: Playable) -> PerformanceState:
    """Every control at its start: the middle of the pad, 0 dB, stopped."""
    labels = {label.name: label.default for label in playable.labels}
    return PerformanceState(latent=(0.0,) * playable.latent_dims, labels=labels)


def fitted(state: PerformanceState, playable: Playable) -> PerformanceState:
    """The same state for another instrument.

    New coordinates start at 0, new labels, and those whose value the instrument does not know, at their default.
    """
    kept = state.latent[: playable.latent_dims]
    labels = {label.name: label.or_default(state.labels.get(label.name, label.default)) for label in playable.labels}
    return replace(state, latent=kept + (0.0,) * (playable.latent_dims - len(kept)), labels=labels)


def values_of(state: PerformanceState, control: Control) -> tuple[float, ...]:
    """The present values of a control, as many as it has; a trigger has none."""
    if control.kind is Kind.TRIGGER:
        return ()
    if control.label:
        return (state.labels.get(control.label, control.default),)
    if control.id == "noise":
        return (state.noise,)
    if control.id == "phase":
        return (float(state.phase_mode),)
    if control.id == "gain":
        return (state.gain_db,)
    if control.id == "play":
        return (1.0 if state.playing else 0.0,)
    return tuple(state.latent[index] for index in latent_indices(control, len(state.latent)))


def latent_indices(control: Control, latent_dims: int) -> tuple[int, ...]:
    """Which latent coordinates a control moves, from 0; empty for a control that moves none."""
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


def apply(
    state: PerformanceState, touch: Touch, controls: Mapping[str, Control], origin: Origin
) -> tuple[PerformanceState, Change | None]:
    """The state after a touch, and what there is to tell of it (None where nothing moved).

    Values are rounded to 32-bit floats: a number that comes back from an OSC peer is then the same number.

    Raises
    ------
    ControlError
        If there is no such control, the count of values is wrong, or one of them is not a finite number.
    """
    control = controls.get(touch.control)
    if control is None:
        raise ControlError(f"There is no control “{touch.control}”.")
    _check(control, touch.values)
    if control.kind is Kind.TRIGGER:
        # A button that sends 1 when pressed and 0 when released is pressed once.
        if touch.values and touch.values[0] == 0.0:
            return state, None
        return replace(state, panics=state.panics + 1, playing=False), Change(control.id, origin)
    wanted = tuple(float(np.float32(max(min(value, 1e30), -1e30))) for value in touch.values)
    values = tuple(control.clip(value) for value in wanted)
    clipped = values != wanted
    after = _with_values(state, control, values)
    if after == state and not clipped:
        return state, None
    return after, Change(control.id, origin, clipped)


def _with_values(state: PerformanceState, control: Control, values: tuple[float, ...]) -> PerformanceState:
    if control.label:
        return replace(state, labels={**state.labels, control.label: values[0]})
    if control.id == "noise":
        return replace(state, noise=values[0])
    if control.id == "phase":
        return replace(state, phase_mode=round(values[0]))
    if control.id == "gain":
        return replace(state, gain_db=values[0])
    if control.id == "play":
        return replace(state, playing=values[0] >= 0.5)
    latent = list(state.latent)
    # A one-dimensional instrument has a pad whose y moves nothing: zip stops early.
    for index, value in zip(latent_indices(control, len(latent)), values, strict=False):
        latent[index] = value
    return replace(state, latent=tuple(latent))


def _check(control: Control, values: tuple[float, ...]) -> None:
    name = control.address.lstrip("/")
    if control.kind is Kind.TRIGGER:
        if len(values) > 1:
            raise ControlError(f"“{name}” takes no value, or one; {len(values)} came.")
    elif len(values) != control.count:
        plural = "value" if control.count == 1 else "values"
        raise ControlError(f"“{name}” takes {control.count} {plural}; {len(values)} came.")
    if not all(math.isfinite(value) for value in values):
        raise ControlError(f"“{name}” takes ordinary numbers; infinity or not-a-number came.")
