"""Addresses and arguments of the control table: what ``/vs/latent/z1 0.5`` means, and how to say it. Pure Python."""

from __future__ import annotations

from collections.abc import Mapping

from vschaos.errors import ControlError
from vschaos.osc.packet import Argument, Message
from vschaos.performance.controls import Control, Kind
from vschaos.performance.state import PerformanceState, Touch, values_of

PREFIX = "/vs"


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
        self._by_address = {prefix + control.address: control for control in controls.values()}

    def address(self, control: Control) -> str:
        """The full address of a control."""
        return self.prefix + control.address

    def control_at(self, address: str) -> Control | None:
        """The control with this full address, if there is one."""
        return self._by_address.get(address)

    def control_named(self, name: str) -> Control | None:
        """The control meant by a name in a query: ``/vs/pad/x``, ``/pad/x``, ``pad/x`` and ``pad.x`` are the same."""
        for address in (name, self.prefix + name, f"{self.prefix}/{name}"):
            if address in self._by_address:
                return self._by_address[address]
        return self.controls.get(name)

    def touch(self, control: Control, arguments: tuple[object, ...]) -> Touch:
        """The touch that a message makes.

        Raises
        ------
        ControlError
            If an argument is not a number; count and range are checked where the touch is applied.
        """
        if not all(isinstance(argument, (int, float)) for argument in arguments):
            raise ControlError(f"“{control.address.lstrip('/')}” takes numbers; something else came.")
        return Touch(control.id, tuple(_number(argument) for argument in arguments))

    def message(self, control: Control, state: PerformanceState) -> Message:
        """The message that tells a control's present values: switches and choices as i, the others as f."""
        values = values_of(state, control)
        arguments: tuple[Argument, ...] = values
        if control.kind in (Kind.SWITCH, Kind.CHOICE):
            arguments = tuple(int(value) for value in values)
        return Message(self.address(control), arguments)


def _number(argument: object) -> float:
    """Any OSC number as a float; integers too large for one count as infinite and are refused later."""
    try:
        return float(argument)  # pyright: ignore[reportArgumentType]
    except OverflowError:
        return float("inf")
