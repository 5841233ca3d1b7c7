"""Fixed addresses, beside those of the control table: questions, peers, notes, and answers. Pure Python.

:data:`ADDRESSES` declares them; the description for OSCQuery, the window's table and the docs are made from it.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from vschaos.errors import ControlError
from vschaos.osc.description import Announcements, EngineHealth, description
from vschaos.osc.namespace import Namespace, numbers
from vschaos.osc.packet import Argument, OscMessage
from vschaos.performance.notes import KEYS, NoteEvent, NoteOff, NoteOn
from vschaos.performance.performance import Performance

WATCH_INTERVAL_S = 0.1
DESCRIBE_INTERVAL_S = 1.0
"""How often it is checked whether the instrument, or an axis, has another name."""
LOWEST_PORT = 1024
"""Below are those of the system; a 1 that comes with a ping is a button's."""

PEER_ADD, PEER_REMOVE, DUMP, STATUS = "/peer/add", "/peer/remove", "/dump", "/status"


@dataclass(frozen=True)
class FixedAddress:
    """An address that does not belong to a control.

    Attributes
    ----------
    address
        Below the prefix.
    tags
        OSC types of its arguments; those in brackets are optional.
    help
        One sentence for tooltips and docs.
    is_sent
        Whether this program sends it, rather than receives it.
    """

    address: str
    tags: str
    help: str
    is_sent: bool = False


ADDRESSES = (
    FixedAddress("/ping", "[i]", "Answered by pong; with a port, answers go there from now on."),
    FixedAddress("/query", "s[i]", "Answered by reply: a control's address and its values."),
    FixedAddress(DUMP, "[i]", "Answered by every control's values and the status."),
    FixedAddress(STATUS, "[i]", "Answered by the status; 1: also sends level and sounding from now on; 0 stops that."),
    FixedAddress(
        PEER_ADD, "[i]", "Send all values and changes to the sender: to this port, or the one that it sends from."
    ),
    FixedAddress(PEER_REMOVE, "[i]", "Send nothing more to the sender at this port, or the one that it sends from."),
    FixedAddress("/note", "if", "Key (0…127, 60 is middle C) and velocity (0…1); velocity 0 releases it."),
    FixedAddress("/pong", "i", "The answer to ping: another number after each start of this program.", is_sent=True),
    FixedAddress("/reply", "s[f]", "The answer to query: address and values.", is_sent=True),
    FixedAddress("/error", "ss", "Address and sentence, when a message cannot be used.", is_sent=True),
    FixedAddress("/status/latency", "f", "From a touch until half of the change is heard, in ms.", is_sent=True),
    FixedAddress("/status/xruns", "i", "Dropouts since the start.", is_sent=True),
    FixedAddress("/status/load", "f", "Share of the time that rendering takes, 0…1.", is_sent=True),
    FixedAddress("/status/level", "f", "Peak level of the output, in dB.", is_sent=True),
    FixedAddress("/status/rate", "i", "Sample rate of the instrument, in Hz.", is_sent=True),
    FixedAddress("/status/model", "s", "Name of the instrument.", is_sent=True),
    FixedAddress("/status/axes", "i", "How many axes the instrument has.", is_sent=True),
    FixedAddress(
        "/status/axis",
        "is",
        "An axis: its number and its title; where sounds become brighter along it, as “z3 brighter”.",
        is_sent=True,
    ),
    FixedAddress(
        "/status/map", "ss", "Titles of the map’s two directions, in the same way, as “x noisier”.", is_sent=True
    ),
    FixedAddress("/status/labels", "i", "How many labels the instrument has.", is_sent=True),
    FixedAddress(
        "/status/label",
        "isfff[s]",
        "A label: its place from 1, its name, its lowest, highest and present value, the names of its classes.",
        is_sent=True,
    ),
    FixedAddress("/status/snapshots", "[s]", "Names of all snapshots; a dash where none is stored.", is_sent=True),
    FixedAddress("/status/sounding", "[f]", "Where the point sounds while automation moves it.", is_sent=True),
)


class Requests:
    """Answers messages to the fixed addresses.

    Parameters
    ----------
    namespace
        Addresses of the present instrument.
    performance
        Whose values are asked for, and who plays the notes.
    health
        Asked for the status.
    """

    def __init__(self, namespace: Namespace, performance: Performance, health: Callable[[], EngineHealth]) -> None:
        self._namespace = namespace
        self._performance = performance
        self._health = health
        self._start = random.randrange(1, 1 << 24)
        self.watchers: list[object] = []
        """Peers that get where and how loud it sounds."""
        self._sounding: tuple[float, ...] = ()
        self._level_db = -120.0
        self._watched_at = -WATCH_INTERVAL_S
        self._announcements = Announcements(namespace, performance.state, health())
        self._described_at = 0.0

    @property
    def prefix(self) -> str:
        """Put before every address."""
        return self._namespace.prefix

    def below_prefix(self, address: str) -> str:
        """An address without the prefix; empty if it does not have it."""
        return address.removeprefix(self.prefix) if address.startswith(self.prefix + "/") else ""

    def accepts(self, address: str) -> bool:
        """Whether a message to this address is for :meth:`answer`."""
        return self.below_prefix(address) in _RECEIVED

    def use(self, namespace: Namespace) -> None:
        """Use another instrument's addresses."""
        self._namespace = namespace

    def reply_port(self, message: OscMessage) -> int | None:
        """The port to which a message asks answers to be sent; None if it names none.

        Raises
        ------
        ControlError
            If it is not a port.
        """
        place = {"/ping": 0, DUMP: 0, PEER_ADD: 0, "/query": 1}.get(self.below_prefix(message.address))
        if place is None or place >= len(message.arguments):
            return None
        return port_of(message.arguments[place:])

    def answer(self, message: OscMessage, asker: object = None) -> list[OscMessage] | None:
        """The answer to a message of an asker; None if its address is not one of these.

        Raises
        ------
        ControlError
            If its arguments cannot be used.
        """
        prefix, arguments = self.prefix, message.arguments
        match self.below_prefix(message.address):
            case "/ping":
                return [OscMessage(f"{prefix}/pong", (self._start,))]
            case "/query":
                return [self._reply(arguments)]
            case "/dump" | "/peer/add":
                state, namespace = self._performance.state, self._namespace
                return [*(namespace.message(one, state) for one in namespace.mirrored), *self._status()]
            case "/peer/remove":
                return []
            case "/status":
                self._watch(numbers("status", arguments), asker)
                return self._status()
            case "/note":
                self._performance.play_note(_note_event(numbers("note", arguments)))
                return []
        return None

    def watched(self, now_s: float) -> list[OscMessage]:
        """How loud it sounds, and where, if that was asked for and has changed: ten times a second, and its end."""
        if not self.watchers or now_s - self._watched_at < WATCH_INTERVAL_S:
            return []
        self._watched_at = now_s
        messages = self._moved()
        level_db = self._health().level_db
        if level_db != self._level_db:
            self._level_db = level_db
            messages.append(OscMessage(f"{self.prefix}/status/level", (level_db,)))
        return messages

    def announced(self, now_s: float) -> list[OscMessage]:
        """What all peers get unasked: what another instrument has, and another name of a snapshot."""
        health = self._announcements.health
        is_other = self._namespace.controls is not self._announcements.controls
        if is_other or now_s - self._described_at >= DESCRIBE_INTERVAL_S:
            self._described_at, health = now_s, self._health()
        return self._announcements.due(self._namespace, self._performance.state, health)

    def _moved(self) -> list[OscMessage]:
        latent = self._performance.sounding.latent
        if latent == self._sounding:
            return []
        moves = latent != self._performance.state.latent
        # What automation does not move is mirrored under the coordinates' own addresses.
        is_silent = not moves and not self._sounding
        self._sounding = latent if moves else ()
        return [] if is_silent else [OscMessage(f"{self.prefix}/status/sounding", latent)]

    def _reply(self, arguments: tuple[object, ...]) -> OscMessage:
        name = arguments[0] if len(arguments) in (1, 2) else None
        control = self._namespace.control_named(name) if isinstance(name, str) else None
        if control is None:
            raise ControlError("A query takes the name of one control, such as pad or latent/z1.")
        message = self._namespace.message(control, self._performance.state)
        return OscMessage(f"{self.prefix}/reply", (message.address, *message.arguments))

    def _watch(self, wanted: tuple[float, ...], asker: object) -> None:
        if len(wanted) > 1:
            raise ControlError("“status” takes 1 or 0, or nothing.")
        if wanted:
            others = [one for one in self.watchers if one is not asker]
            self.watchers = [*others, asker] if wanted[0] >= 0.5 else others

    def _status(self) -> list[OscMessage]:
        health = self._health()
        values: tuple[tuple[str, Argument], ...] = (
            ("latency", health.latency_ms),
            ("xruns", health.underruns),
            ("load", health.load),
            ("level", health.level_db),
            ("rate", health.sample_rate_hz),
        )
        return [
            *(OscMessage(f"{self.prefix}/status/{name}", (value,)) for name, value in values),
            *description(self._namespace, self._performance.state, health),
        ]


_RECEIVED = frozenset(one.address for one in ADDRESSES if not one.is_sent)


def port_of(arguments: tuple[object, ...]) -> int:
    """The port that a message names.

    Raises
    ------
    ControlError
        If it names none.
    """
    port = arguments[0] if len(arguments) == 1 else None
    if not isinstance(port, (int, float)) or port not in range(LOWEST_PORT, 65536):
        raise ControlError(f"A port is one whole number from {LOWEST_PORT} to 65535.")
    return int(port)


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
