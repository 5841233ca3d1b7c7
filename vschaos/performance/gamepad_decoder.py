"""Gamepads as a source of bindings: from where a stick, trigger or button is, to readings. Pure Python.

A stick reads 0…1 along each of its axes, 0.5 at rest; right and up are 1. Around its rest, and at its ends, no two
sticks are alike: a dead zone holds the rest, and the way between is stretched over the whole range::

    reading 1 ┤            ╭──
              │          ╱
          0.5 ┤     ╭───╯
              │   ╱  dead zone
            0 ┤──╯
              └───────────────
             −1      0      1   the stick
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from vschaos.errors import ControlError
from vschaos.performance.bindings import Binding, BindingSource, ControllerReading

STICKS = ("left x", "left y", "right x", "right y")
TRIGGERS = ("left trigger", "right trigger")
BUTTONS = (
    *("a", "b", "x", "y", "back", "guide", "start", "left stick", "right stick", "left shoulder", "right shoulder"),
    *("up", "down", "left", "right", "misc", "paddle 1", "paddle 2", "paddle 3", "paddle 4", "touchpad"),
)
"""By the places that an Xbox pad has for them, in the order of SDL."""

NUMBERED_AXES, NUMBERED_BUTTONS = 32, 128
"""Of a joystick whose parts nobody has named: ``axis 1``, ``button 1``."""

DEAD_ZONE, FULL = 0.12, 0.97
"""Of a stick: what counts as its rest, and as its end."""

TRIGGER_DEAD_ZONE = 0.04


def button(name: str | int) -> str:
    """The source of a binding, for a button by its name or number."""
    return f"button {name}"


def axis(number: int) -> str:
    """The source of a binding, for an axis that nobody has named, from 1."""
    return f"axis {number}"


_NAMES = frozenset(
    (
        *STICKS,
        *TRIGGERS,
        *map(button, BUTTONS),
        *(axis(number) for number in range(1, NUMBERED_AXES + 1)),
        *(button(number) for number in range(1, NUMBERED_BUTTONS + 1)),
    )
)


def _check(binding: Binding) -> None:
    if binding.source not in _NAMES:
        raise ControlError(
            f"There is no part of a gamepad “{binding.source[:100]}”.",
            "Name one as in “left x”, “right trigger”, “button a”, or “axis 1” and “button 1” of other joysticks.",
        )
    if binding.channel != 0:
        raise ControlError("A gamepad has no channels.", "Leave it at 0.")


# A stick that is pushed halfway is meant; what moves with it by chance is less.
GAMEPAD = BindingSource("gamepad", "gamepad_bindings", _check, clear_move=0.25)


@dataclass(frozen=True)
class GamepadMove:
    """Where a part of a gamepad is now.

    Attributes
    ----------
    device
        Which gamepad: another one each time that one is connected.
    source
        As in :class:`~vschaos.performance.bindings.Binding`.
    value
        −1…1 of sticks and axes without a name, right and up positive; 0…1 of triggers and buttons.
    """

    device: str
    source: str
    value: float


class GamepadDecoder:
    """Follows any number of gamepads. For one thread."""

    def __init__(self) -> None:
        self._shares: dict[tuple[str, str], float] = {}

    def decode(self, move: GamepadMove) -> ControllerReading | None:
        """A reading; None where nothing moved, as in the dead zone."""
        key = (move.device, move.source)
        before = self._shares.get(key, _REST.get(move.source, 0.0 if move.source.startswith("button") else None))
        share = _share(move)
        if share == before or move.source not in _NAMES:
            return None
        self._shares[key] = share
        return ControllerReading(move.source, share, before, device=move.device)


_REST = {**dict.fromkeys(STICKS, 0.5), **dict.fromkeys(TRIGGERS, 0.0)}


def _share(move: GamepadMove) -> float:
    if move.source in STICKS:
        return 0.5 + 0.5 * math.copysign(_outside(abs(move.value), DEAD_ZONE), move.value)
    if move.source in TRIGGERS:
        return _outside(move.value, TRIGGER_DEAD_ZONE)
    share = move.value if move.source.startswith("button") else 0.5 + 0.5 * move.value
    return min(max(share, 0.0), 1.0)


def _outside(value: float, dead_zone: float) -> float:
    return min(max((value - dead_zone) / (FULL - dead_zone), 0.0), 1.0)
