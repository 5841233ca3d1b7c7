"""Fixed addresses, beside those of the control table: questions, and notes. Pure Python.

===============  ===========  ====================================================================================
``/vs/ping``                  answered by ``/vs/pong``
``/vs/query``    s            answered by ``/vs/reply``: the control's address and its values
``/vs/dump``                  answered by every control's values and the status
``/vs/status``   i, or none   the status; with 1 also ``/vs/status/sounding`` from now on, while the point moves by
                              itself; 0 ends that
``/vs/note``     i f          a key (0…127, 60 is middle C) with a velocity, 0…1; 0 lets it go
===============  ===========  ====================================================================================
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vschaos.errors import ControlError
from vschaos.osc.namespace import Namespace, numbers
from vschaos.osc.packet import Argument, Message
from vschaos.performance.authority import Performance
from vschaos.performance.notes import KEYS, NoteEvent, NoteOff, NoteOn

SOUNDING_INTERVAL_S = 0.1


@dataclass(frozen=True)
class EngineHealth:
    """What ``/vs/status/…`` tells; rate 0 and an empty model mean that there is none."""

    latency_ms: float = 0.0
    underruns: int = 0
    load: float = 0.0
    model: str = ""
    sample_rate_hz: int = 0


class Requests:
    """Answers what is asked under the fixed addresses.

    Parameters
    ----------
    namespace
        Addresses of the present instrument.
    performance
        Whose values are asked for, and whose notes are played.
    health
        Asked for the status.
    """

    def __init__(self, namespace: Namespace, performance: Performance, health: Callable[[], EngineHealth]) -> None:
        self._namespace = namespace
        self._performance = performance
        self._health = health
        self._watched = False
        self._sounding: tuple[float, ...] = ()
        self._sounding_at = -SOUNDING_INTERVAL_S

    def use(self, namespace: Namespace) -> None:
        """Another instrument has other addresses."""
        self._namespace = namespace

    def answer(self, message: Message) -> list[Message] | None:
        """The answer to a message; None if its address is not one of these.

        Raises
        ------
        ControlError
            If its arguments make no sense.
        """
        prefix, arguments = self._namespace.prefix, message.arguments
        if not message.address.startswith(prefix):
            return None
        match message.address.removeprefix(prefix):
            case "/ping":
                return [Message(f"{prefix}/pong")]
            case "/query":
                return [self._reply(arguments)]
            case "/dump":
                state, namespace = self._performance.state, self._namespace
                return [*(namespace.message(one, state) for one in namespace.mirrored), *self._status()]
            case "/status":
                self._watch(numbers("status", arguments))
                return self._status()
            case "/note":
                self._performance.play_note(_note_event(numbers("note", arguments)))
                return []
        return None

    def due(self, now_s: float) -> list[Message]:
        """Where the point sounds, if that was asked for and is news: ten times a second, and its end."""
        if not self._watched or now_s - self._sounding_at < SOUNDING_INTERVAL_S:
            return []
        latent = self._performance.sounding.latent
        if latent == self._sounding:
            return []
        moves = latent != self._performance.state.latent
        # What a hand alone moves is mirrored under the coordinates' own addresses.
        told = moves or bool(self._sounding)
        self._sounding = latent if moves else ()
        if not told:
            return []
        self._sounding_at = now_s
        return [Message(f"{self._namespace.prefix}/status/sounding", latent)]

    def _reply(self, arguments: tuple[object, ...]) -> Message:
        name = arguments[0] if len(arguments) == 1 else None
        control = self._namespace.control_named(name) if isinstance(name, str) else None
        if control is None:
            raise ControlError("A query takes the name of one control, such as pad or latent/z1.")
        told = self._namespace.message(control, self._performance.state)
        return Message(f"{self._namespace.prefix}/reply", (told.address, *told.arguments))

    def _watch(self, wanted: tuple[float, ...]) -> None:
        if len(wanted) > 1:
            raise ControlError("“status” takes 1 or 0, or nothing.")
        if wanted:
            self._watched = wanted[0] >= 0.5

    def _status(self) -> list[Message]:
        health = self._health()
        told: tuple[tuple[str, Argument], ...] = (
            ("latency", health.latency_ms),
            ("xruns", health.underruns),
            ("load", health.load),
            ("model", health.model),
            ("rate", health.sample_rate_hz),
        )
        return [Message(f"{self._namespace.prefix}/status/{name}", (value,)) for name, value in told]


def _note_event(values: tuple[float, ...]) -> NoteEvent:
    if len(values) != 2:
        raise ControlError(f"“note” takes a key and a velocity; {len(values)} values came.")
    key, velocity = values
    if key not in range(KEYS):
        raise ControlError(f"“note” takes a whole key from 0 to {KEYS - 1}; {key:g} came.")
    # So put, not-a-number is refused, too.
    if not 0.0 <= velocity <= 1.0:
        raise ControlError(f"“note” takes a velocity from 0 to 1; {velocity:g} came.")
    return NoteOn(int(key), velocity) if velocity > 0.0 else NoteOff(int(key))
