"""What moves what: a MIDI controller, or an OSC address, bound to a control. Pure Python.

A controller's share of its own way, 0…1, is bent by the binding's curve, led to the binding's part of the control's
range, and becomes a value there: by ratios where the control is logarithmic, rounded for choices.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from vschaos.errors import ControlError
from vschaos.performance.controls import Control, Kind
from vschaos.performance.state import Touch


@dataclass(frozen=True)
class Binding:
    """A controller that moves a control.

    Attributes
    ----------
    source
        MIDI: ``cc N`` (0…119), ``bend`` or ``pressure``. OSC: ``osc ADDRESS``, or ``osc ADDRESS N`` for another
        argument than the first.
    channel
        1…16; 0 is any, and always that of an OSC address.
    control
        Id of the control that it moves.
    low, high
        Ends of the control's way, as shares of its range, 0…1; exchanged for the other direction.
    curve
        The controller's share of its own way is taken to this power first: 1 is straight.
    least, most
        Ends of the controller's own way: the numbers that an OSC address sends. MIDI knows its own.
    """

    source: str
    channel: int
    control: str
    low: float = 0.0
    high: float = 1.0
    curve: float = 1.0
    least: float = 0.0
    most: float = 1.0


class BindingList:
    """Bindings in the order in which they were made.

    Parameters
    ----------
    check
        Refuses a binding that cannot be, by a :class:`~vschaos.errors.ControlError`.
    """

    def __init__(self, check: Callable[[Binding], None]) -> None:
        self._check = check
        self.all: tuple[Binding, ...] = ()
        self._by_source: dict[str, tuple[Binding, ...]] = {}

    def of(self, source: str) -> Sequence[Binding]:
        """The bindings of a controller."""
        return self._by_source.get(source, ())

    def load(self, bindings: Iterable[Binding]) -> None:
        """Take up bindings in place of the present ones.

        Raises
        ------
        ControlError
            If one of them cannot be; the present ones stay.
        """
        bindings = tuple(bindings)
        for binding in bindings:
            self._check(binding)
        self.all = bindings
        self._by_source = {
            source: tuple(one for one in bindings if one.source == source) for source in {b.source for b in bindings}
        }

    def bind(self, binding: Binding) -> None:
        """Add a binding; it replaces one of the same controller and control.

        Raises
        ------
        ControlError
            If it cannot be.
        """
        same = (binding.source, binding.channel, binding.control)
        kept = tuple(binding if (b.source, b.channel, b.control) == same else b for b in self.all)
        self.load(kept if binding in kept else (*kept, binding))

    def unbind(self, control: str) -> None:
        """Let go of a control's controllers; of all with an empty name."""
        self.load(binding for binding in self.all if control and binding.control != control)

    def rebound(self, source: str, channel: int, control: str) -> Binding:
        """A control's binding to another controller, which then moves it in the same way."""
        earlier = next((one for one in self.all if one.control == control), Binding("", 0, control))
        return Binding(source, channel, control, earlier.low, earlier.high, earlier.curve)


def check_way(binding: Binding) -> None:
    """Refuse numbers out of range.

    Raises
    ------
    ControlError
        If there are any.
    """
    ends = (binding.low, binding.high)
    own = (binding.least, binding.most)
    in_range = all(0.0 <= share <= 1.0 for share in ends) and all(map(math.isfinite, own)) and own[0] != own[1]
    if not (in_range and math.isfinite(binding.curve) and binding.curve > 0):
        raise ControlError(
            f"The binding of “{binding.control}” has a number out of range.",
            "Low and high go from 0 to 1, the controller's own ends differ, and the curve is above 0.",
        )


def touch_by(binding: Binding, control: Control, share: float, before: float | None) -> Touch | None:
    """The touch that a controller makes.

    Parameters
    ----------
    binding
        Of the controller and the control.
    control
        What it moves.
    share
        Where the controller is on its own way, 0…1.
    before
        Where it was; None if that is not known.
    """
    if control.count > 1:
        return None
    place = _place(binding, share)
    place_before = None if before is None else _place(binding, before)
    if control.kind is Kind.TRIGGER:
        crossed = place >= 0.5 > (_place(binding, 0.0) if place_before is None else place_before)
        return Touch(control.id) if crossed else None
    value = _value(control, place)
    if control.kind is Kind.COMMAND:
        if binding.low == binding.high:
            # A button for one number: it is pressed, not let go.
            is_pressed = share >= 0.5 > (before or 0.0)
        else:
            is_pressed = place_before is None or round(value) != round(_value(control, place_before))
        return Touch(control.id, (float(round(value)),)) if is_pressed else None
    return Touch(control.id, (control.clip(value),))


def _place(binding: Binding, share: float) -> float:
    return binding.low + (binding.high - binding.low) * share**binding.curve


def _value(control: Control, place: float) -> float:
    if control.logarithmic and control.low > 0.0:
        return control.low * (control.high / control.low) ** place
    return control.low + (control.high - control.low) * place
