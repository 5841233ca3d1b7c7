"""What learnt OSC addresses mean: any address of any program, bound to a control. Pure Python.

An address tells nothing of the numbers that it sends. While one is learnt its range is guessed from what came, the
usual ones first (0…1, −1…1, 0…127); right after, a number beyond the guess widens it, until the user sets the range.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from vschaos.errors import ControlError
from vschaos.performance.bindings import Binding, BindingList, check_way, touch_by
from vschaos.performance.controls import Control
from vschaos.performance.state import Touch

SOURCE = "osc "
LONGEST_ADDRESS = 90
ARGUMENTS = 16
"""Arguments of a message that can move something."""

CANDIDATES = 256
"""Arguments that are followed while one is learnt."""

LEARNT_SHARE = 0.2
"""An argument that moves by this share of its range was meant; less is a sensor that trembles."""

PRESSED = math.inf
"""Stands for the number of a message that has none: a button is pressed, each time it comes."""

ENDS = (1.0, 127.0, 255.0, 360.0, 1023.0, 4095.0, 16383.0, 65535.0)
"""Where ranges usually end."""


@dataclass(frozen=True)
class Moved:
    """What a message of an address came to; ``rebound`` says that bindings, or what is learnt, changed."""

    touches: tuple[Touch, ...] = ()
    rebound: bool = False


NOTHING = Moved()


class OscMap:
    """Follows learnt addresses. Not safe for several threads: whoever shares it locks it."""

    def __init__(self) -> None:
        self._bindings = BindingList(check)
        self._addresses: frozenset[str] = frozenset()
        self._learning = ""
        self._seen: dict[str, _Seen] = {}
        self._guessed: dict[str, _Seen] = {}
        self._shares: dict[tuple[str, str], float] = {}

    @property
    def bindings(self) -> tuple[Binding, ...]:
        """All bindings, in the order in which they were made."""
        return self._bindings.all

    @property
    def learning(self) -> str:
        """The control that waits for an address; empty if none does."""
        return self._learning

    @property
    def addresses(self) -> frozenset[str]:
        """The addresses that move something."""
        return self._addresses

    def load(self, bindings: Iterable[Binding]) -> None:
        """Take up bindings in place of the present ones.

        Raises
        ------
        ControlError
            If one of them cannot be; the present ones stay.
        """
        self._bindings.load(bindings)
        self._settle()
        self._guessed.clear()

    def bind(self, binding: Binding) -> None:
        """Add a binding; it replaces one of the same address and control.

        Raises
        ------
        ControlError
            If it cannot be.
        """
        self._bindings.bind(binding)
        self._settle()
        self._guessed.pop(binding.source, None)

    def unbind(self, control: str) -> None:
        """Let go of a control's addresses; of all with an empty name."""
        self._bindings.unbind(control)
        self._settle()

    def learn(self, control: str) -> None:
        """Bind the next address that moves clearly; an empty name ends the wait."""
        self._learning = control
        self._seen.clear()

    def take(self, address: str, arguments: Sequence[object], controls: Mapping[str, Control]) -> Moved:
        """What a message moves. One that teaches an address moves nothing yet."""
        numbers = _numbers(arguments)
        if self._learning and self._teaches(address, numbers):
            return Moved(rebound=True)
        if address not in self._addresses:
            return NOTHING
        touches: list[Touch] = []
        rebound = False
        for place, number in enumerate(numbers or (PRESSED,)):
            if number is None:
                continue
            source = source_of(address, place)
            if numbers and source in self._guessed:
                rebound = self._widen(source, number) or rebound
            for binding in self._bindings.of(source):
                control = controls.get(binding.control)
                if control is not None and (touch := self._touch(binding, control, number)) is not None:
                    touches.append(touch)
        return Moved(tuple(touches), rebound)

    def _touch(self, binding: Binding, control: Control, number: float) -> Touch | None:
        if number == PRESSED:
            return touch_by(binding, control, 1.0, 0.0)
        key = (binding.source, binding.control)
        share = (number - binding.least) / (binding.most - binding.least)
        share = min(max(share, 0.0), 1.0)
        touch = touch_by(binding, control, share, self._shares.get(key))
        self._shares[key] = share
        return touch

    def _teaches(self, address: str, numbers: Sequence[float | None]) -> bool:
        if not 1 < len(address) <= LONGEST_ADDRESS or " " in address or not address.isprintable():
            return False
        moved: list[tuple[float, str, _Seen]] = []
        if not numbers:
            moved.append((1.0, source_of(address), _Seen(0.0, 0.0, 1.0)))
        for place, number in enumerate(numbers):
            if number is None:
                continue
            source = source_of(address, place)
            seen = self._seen.get(source)
            if seen is None:
                if len(self._seen) < CANDIDATES:
                    self._seen[source] = _Seen(number, number, number)
                continue
            seen = self._seen[source] = seen.with_number(number)
            moved.append((seen.moved(number), source, seen))
        share, source, seen = max(moved, key=lambda one: one[0], default=(0.0, "", _Seen(0.0, 0.0, 0.0)))
        if share < LEARNT_SHARE:
            return False
        least, most = seen.range
        learnt = replace(self._bindings.rebound(source, 0, self._learning), least=least, most=most)
        self.unbind(self._learning)
        self.bind(learnt)
        if numbers:
            self._guessed[source] = seen
        self.learn("")
        return True

    def _widen(self, source: str, number: float) -> bool:
        """Widen a range that was guessed, for a number beyond it."""
        before = self._guessed[source]
        after = self._guessed[source] = before.with_number(number)
        if after.range == before.range:
            return False
        least, most = after.range
        for binding in self._bindings.of(source):
            self._bindings.bind(replace(binding, least=least, most=most))
        return True

    def _settle(self) -> None:
        self._addresses = frozenset(parsed_source(binding.source)[0] for binding in self.bindings)
        sources = {binding.source for binding in self.bindings}
        self._guessed = {source: seen for source, seen in self._guessed.items() if source in sources}
        self._shares = {key: share for key, share in self._shares.items() if key[0] in sources}


@dataclass(frozen=True)
class _Seen:
    """What an argument has sent: its first number, the least and the largest."""

    first: float
    least: float
    most: float

    def with_number(self, number: float) -> _Seen:
        return _Seen(self.first, min(self.least, number), max(self.most, number))

    def moved(self, number: float) -> float:
        """How far it is from where it began, as a share of its range."""
        least, most = self.range
        return abs(number - self.first) / (most - least)

    @property
    def range(self) -> tuple[float, float]:
        """The usual range that holds all of it."""
        reach = max(abs(self.least), abs(self.most))
        end = next((end for end in ENDS if reach <= end), reach)
        return (0.0 if self.least >= 0.0 else -end), end


def source_of(address: str, place: int = 0) -> str:
    """The source of a binding, for the argument at a place, from 0."""
    return f"{SOURCE}{address}" if place == 0 else f"{SOURCE}{address} {place + 1}"


def parsed_source(source: str) -> tuple[str, int]:
    """Address and place of an argument, from 0, of a binding's source.

    Raises
    ------
    ControlError
        If it is none of an OSC address.
    """
    address, _, number = source.removeprefix(SOURCE).partition(" ")
    place = int(number) - 1 if number.isdecimal() and len(number) < 4 else 0 if not number else -1
    usable = address.startswith("/") and 1 < len(address) <= LONGEST_ADDRESS and address.isprintable()
    # Only one way to write it: bindings are found by their source.
    if not (usable and 0 <= place < ARGUMENTS and source == source_of(address, place)):
        raise ControlError(
            f"“{source[:100]}” is no OSC address that can be bound.",
            f"Name one as in “osc /1/fader3”, or “osc /1/xy 2” for its second argument (of {ARGUMENTS} at most).",
        )
    return address, place


def check(binding: Binding) -> None:
    """Refuse a binding that can move nothing.

    Raises
    ------
    ControlError
        If its address cannot be, or a number is out of range.
    """
    parsed_source(binding.source)
    check_way(binding)


def _numbers(arguments: Sequence[object]) -> tuple[float | None, ...]:
    """The first arguments as finite numbers; None for those that are none. Empty for a button's message, of no data."""
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
