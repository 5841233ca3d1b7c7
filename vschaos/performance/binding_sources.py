"""Every kind of controller that can move a control, with its bindings. Another one adds itself to `SOURCES`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vschaos.errors import ControlError
from vschaos.performance.bindings import Binding, Bindings, BindingsChanged
from vschaos.performance.controls import Control
from vschaos.performance.gamepad_decoder import GAMEPAD
from vschaos.performance.midi_decoder import MIDI
from vschaos.performance.osc_decoder import OSC
from vschaos.performance.pen_decoder import PEN

SOURCES = (MIDI, OSC, GAMEPAD, PEN)


class AllBindings:
    """The bindings of every source; safe on any thread. Parameters as of :class:`Bindings`."""

    def __init__(
        self, controls: Callable[[], Mapping[str, Control]], emit: Callable[[BindingsChanged], None] = lambda _: None
    ) -> None:
        self._by_source = {one.name: Bindings(one, controls, emit) for one in SOURCES}

    def of(self, source: str) -> Bindings:
        """The bindings of a source, by its name.

        Raises
        ------
        ControlError
            If there is no such source.
        """
        if source not in self._by_source:
            raise ControlError(f"There are no controllers “{source}”.", f"There are: {', '.join(self._by_source)}.")
        return self._by_source[source]

    def lists(self) -> Mapping[str, tuple[Binding, ...]]:
        """All bindings, by the name of their source."""
        return {name: one.all for name, one in self._by_source.items()}

    def load(self, lists: Mapping[str, tuple[Binding, ...]]) -> None:
        """Replace all bindings.

        Raises
        ------
        ControlError
            If one of them cannot move anything.
        """
        for name, one in self._by_source.items():
            one.load(lists.get(name, ()))
