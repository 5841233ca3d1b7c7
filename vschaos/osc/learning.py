"""Learnt addresses, shared by those who give orders and the OSC thread. They outlive the port."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping

from vschaos.errors import ControlError
from vschaos.osc.reports import OscBindings
from vschaos.performance.authority import Performance
from vschaos.performance.bindings import Binding
from vschaos.performance.controls import Control
from vschaos.performance.osc_map import OscMap
from vschaos.performance.state import Touch


class OscLearning:
    """Safe on any thread.

    Parameters
    ----------
    performance
        Whose controls are moved.
    tell
        Called whenever bindings change, or what is being learnt.
    """

    def __init__(self, performance: Performance, tell: Callable[[OscBindings], None]) -> None:
        self._performance = performance
        self._tell = tell
        self._lock = threading.Lock()
        self._map = OscMap()
        self._addresses: frozenset[bytes] | None = frozenset()

    @property
    def addresses(self) -> frozenset[bytes] | None:
        """The addresses that move something, as they stand in a datagram; None while any could be learnt."""
        return self._addresses

    @property
    def bindings(self) -> tuple[Binding, ...]:
        """All bindings."""
        return self._map.bindings

    def learn(self, control: str) -> None:
        """Bind the next address that moves to a control; an empty name ends the wait.

        Raises
        ------
        ControlError
            If there is no such control, or one number does not move it.
        """
        if control:
            self._check_control(control)
        self._change(lambda osc_map: osc_map.learn(control))

    def bind(self, binding: Binding) -> None:
        """Bind an address by hand, or change the binding of the same address and control.

        Raises
        ------
        ControlError
            If there is no such control, the address cannot be, or a number is out of range.
        """
        self._check_control(binding.control)
        self._change(lambda osc_map: osc_map.bind(binding))

    def unbind(self, control: str) -> None:
        """Let go of all addresses of a control; of all controls with an empty name."""
        self._change(lambda osc_map: osc_map.unbind(control))

    def load(self, bindings: Iterable[Binding]) -> None:
        """Take up bindings in place of the present ones; those of controls that another instrument has wait for it.

        Raises
        ------
        ControlError
            If one of them cannot be; the present ones stay.
        """
        bindings = tuple(bindings)
        self._change(lambda osc_map: osc_map.load(bindings))

    def take(
        self, address: str, arguments: tuple[object, ...], controls: Mapping[str, Control]
    ) -> tuple[Touch, ...] | None:
        """What a message moves; None if its address is not bound, nor any being learnt. For the OSC thread."""
        with self._lock:
            if not self._map.learning and address not in self._map.addresses:
                return None
            moved = self._map.take(address, arguments, controls)
            told = self._look() if moved.rebound else None
        if told is not None:
            self._tell(told)
        return moved.touches

    def _check_control(self, control: str) -> None:
        found = self._performance.controls.get(control)
        if found is None:
            raise ControlError(f"There is no control “{control}”.")
        if found.count > 1:
            raise ControlError(
                f"“{control}” has {found.count} values; an OSC address moves one.", "Choose one of its parts."
            )

    def _change(self, change: Callable[[OscMap], None]) -> None:
        with self._lock:
            change(self._map)
            told = self._look()
        self._tell(told)

    def _look(self) -> OscBindings:
        addresses = frozenset(address.encode() for address in self._map.addresses)
        self._addresses = None if self._map.learning else addresses
        return OscBindings(self._map.bindings, self._map.learning)
