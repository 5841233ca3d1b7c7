"""Addresses and arguments of the control table: what ``/vs/latent/z1 0.5`` means. Pure Python."""

from __future__ import annotations

import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass

from vschaos.errors import ControlError
from vschaos.osc.packet import Argument, OscMessage, padded
from vschaos.osc.patterns import is_pattern, matching, tree_of
from vschaos.performance.controls import Control, Kind
from vschaos.performance.state import PerformanceState, Touch, check_values, values_of

PREFIX = "/vs"


@dataclass(frozen=True)
class Relations:
    """Which other controls name some of a control's numbers, itself included.

    ``covered`` names those all of whose numbers are the control's, with where those stand among its values.
    """

    sharing: tuple[Control, ...]
    covered: Mapping[str, tuple[int, ...]]


class Namespace:
    """The controls of one instrument as OSC addresses.

    Parameters
    ----------
    controls
        Control table by id.
    prefix
        Put before every address.
    """

    def __init__(self, controls: Mapping[str, Control], prefix: str = PREFIX) -> None:
        self.prefix = prefix
        self.controls = controls
        self.mirrored = tuple(one for one in controls.values() if one.mirrored and not one.momentary)
        """Controls whose values are sent to peers."""
        self._by_address = {prefix + control.address: control for control in controls.values()}
        self._tree = tree_of(self._by_address)
        self._relations: dict[str, Relations] = {}
        self._plain = {
            padded(self.address(control)) + padded("," + tags): (control.id, struct.Struct(f">{tags}"))
            for control in controls.values()
            for tags in ("f" * control.count, "i" * control.count, "i" * (control.count - 1) + "f")
            if tags
        }

    def address(self, control: Control) -> str:
        """The full address of a control."""
        return self.prefix + control.address

    def controls_at(self, address: str) -> tuple[Control, ...]:
        """The controls that an address means: one, or with a pattern such as ``/vs/latent/z*`` any number."""
        exact = self._by_address.get(address)
        if exact is not None:
            return (exact,)
        if not is_pattern(address):
            return ()
        return tuple([self._by_address[found] for found in matching(address, self._tree)])

    def control_named(self, name: str) -> Control | None:
        """The control meant by a name in a query: ``/vs/pad/x``, ``/pad/x``, ``pad/x`` and ``pad.x`` are the same."""
        for address in (name, self.prefix + name, f"{self.prefix}/{name}"):
            if address in self._by_address:
                return self._by_address[address]
        return self.controls.get(name)

    def relations(self, control: Control) -> Relations:
        """The other names of a control's numbers."""
        found = self._relations.get(control.id)
        if found is None:
            found = self._relations[control.id] = _relations(control, self.controls)
        return found

    def plain_touch(self, element: bytes) -> Touch | None:
        """The touch of a message of the usual form, read in a microsecond or two; None for every other one.

        The usual form: an address of the table with as many floats or integers as it has values, none infinite.
        """
        end = element.find(b"\0", element.find(b","))
        start = (end // 4 + 1) * 4
        found = self._plain.get(element[:start])
        if found is None or len(element) - start != found[1].size:
            return None
        values = found[1].unpack_from(element, start)
        return Touch(found[0], values) if math.isfinite(sum(values)) else None

    def touch(self, control: Control, arguments: tuple[object, ...]) -> Touch:
        """The touch that a message makes.

        Raises
        ------
        ControlError
            If there are too many or too few arguments, or one is not a finite number.
        """
        if control.kind is Kind.TRIGGER and arguments == (None,):
            arguments = ()  # N and I are how some programs say “pressed”.
        values = numbers(control.address.lstrip("/"), arguments)
        check_values(control, values)
        return Touch(control.id, values)

    def message(self, control: Control, state: PerformanceState) -> OscMessage:
        """The message of a control's present values: switches and choices as i, the others as f."""
        values = values_of(state, control)
        arguments: tuple[Argument, ...] = values
        if control.kind in (Kind.SWITCH, Kind.CHOICE):
            arguments = tuple(int(value) for value in values)
        return OscMessage(self.address(control), arguments)


def numbers(name: str, arguments: tuple[object, ...]) -> tuple[float, ...]:
    """The arguments of a message as numbers.

    Raises
    ------
    ControlError
        If one is something else.
    """
    if not all(isinstance(argument, (int, float)) for argument in arguments):
        raise ControlError(f"“{name}” takes numbers; something else came.")
    return tuple(_number(argument) for argument in arguments)


def _number(argument: object) -> float:
    """Any OSC number as a float; integers too large for one count as infinite and are refused later."""
    try:
        return float(argument)  # pyright: ignore[reportArgumentType]
    except OverflowError:
        return float("inf")


def _relations(control: Control, controls: Mapping[str, Control]) -> Relations:
    ours = control.axes
    sharing = [control]
    covered = {control.id: tuple(range(control.count))}
    for other in controls.values():
        theirs = other.axes
        if other.id != control.id and set(ours) & set(theirs):
            sharing.append(other)
            if set(theirs) <= set(ours):
                covered[other.id] = tuple(ours.index(index) for index in theirs)
    return Relations(tuple(sharing), covered)
