"""OSC as a source of bindings: any address of any program, read as a controller. Pure Python."""

from __future__ import annotations

import math
from collections.abc import Sequence

from vschaos.errors import ControlError
from vschaos.performance.bindings import Binding, Bindings, BindingSource, ControllerReading

PREFIX = "osc "
LONGEST_ADDRESS = 90
ARGUMENTS = 16
"""Arguments of a message that can move something."""


def source_of(address: str, place: int = 0) -> str:
    """The source of a binding, for the argument at a place, from 0."""
    return f"{PREFIX}{address}" if place == 0 else f"{PREFIX}{address} {place + 1}"


def parsed_source(source: str) -> tuple[str, int]:
    """Address and place of an argument, from 0, of a binding's source.

    Raises
    ------
    ControlError
        If it does not name an OSC address.
    """
    address, _, number = source.removeprefix(PREFIX).partition(" ")
    place = int(number) - 1 if number.isdecimal() and len(number) < 4 else 0 if not number else -1
    # Only one way to write it: bindings are found by their source.
    if not (_is_usable(address) and 0 <= place < ARGUMENTS and source == source_of(address, place)):
        raise ControlError(
            f"“{source[:100]}” is not an OSC address that can be assigned.",
            f"Name one as in “osc /1/fader3”, or “osc /1/xy 2” for its second argument (of {ARGUMENTS} at most).",
        )
    return address, place


def _is_usable(address: str) -> bool:
    return (
        address.startswith("/") and 1 < len(address) <= LONGEST_ADDRESS and " " not in address and address.isprintable()
    )


def _check(binding: Binding) -> None:
    parsed_source(binding.source)


# An argument that moves by a fifth of its range is meant; less is a sensor that trembles.
OSC = BindingSource("osc", "osc_bindings", _check, clear_move=0.2)


class OscDecoder:
    """Reads messages of addresses that are bound, or could be now. For one thread."""

    def __init__(self, bindings: Bindings) -> None:
        self._bindings = bindings
        self._followed: tuple[Binding, ...] = ()
        self._addresses: frozenset[str] = frozenset()
        self._encoded: frozenset[bytes] = frozenset()
        self._last: dict[str, float] = {}

    @property
    def addresses(self) -> frozenset[bytes] | None:
        """The addresses that move something, encoded as in a datagram; None while any could be assigned."""
        self._follow()
        return None if self._bindings.awaiting else self._encoded

    def decode(self, address: str, arguments: Sequence[object]) -> list[ControllerReading] | None:
        """Readings of a message's arguments; None if its address is not bound, nor could be now."""
        self._follow()
        is_bound = address in self._addresses
        if not (is_bound or self._bindings.awaiting):
            return None
        if not _is_usable(address):
            return []
        numbers = _numbers(arguments)
        if not numbers:
            return [ControllerReading(source_of(address), None)]
        readings: list[ControllerReading] = []
        for place, number in enumerate(numbers):
            if number is not None:
                source = source_of(address, place)
                readings.append(ControllerReading(source, number, self._last.get(source)))
                if is_bound:
                    self._last[source] = number
        return readings

    def _follow(self) -> None:
        """Follow the bindings as they are now."""
        bindings = self._bindings.all
        if bindings is not self._followed:
            self._followed = bindings
            self._addresses = frozenset(parsed_source(one.source)[0] for one in bindings)
            self._encoded = frozenset(one.encode("utf-8", "replace") for one in self._addresses)
            sources = {one.source for one in bindings}
            self._last = {source: number for source, number in self._last.items() if source in sources}


def _numbers(arguments: Sequence[object]) -> tuple[float | None, ...]:
    """The first arguments as finite numbers, None for all others. Empty for a button's message, which has no data."""
    if arguments == (None,):
        return ()
    found: list[float | None] = []
    for argument in arguments[:ARGUMENTS]:
        try:
            number = float(argument) if isinstance(argument, (int, float)) else math.nan
        except OverflowError:
            number = math.nan
        found.append(number if math.isfinite(number) else None)
    return tuple(found)
