"""What a screen reader reads of a program: the tree of AT-SPI, over a message bus of its own.

The interfaces are those of at-spi2-core's ``xml/Accessible.xml``, ``Action.xml`` and ``Component.xml``.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from jeepney import DBusAddress, Message, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from testing.servers import PATIENCE_S, end_process, program

CHECKED, FOCUSABLE, FOCUSED, SHOWING = 4, 11, 12, 25
"""Numbers of states (``AtspiStateType``)."""

_ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")


@dataclass(frozen=True)
class Spoken:
    """A widget as it is read.

    Attributes
    ----------
    place
        Bus name and object path.
    role, name, description
        In words.
    checked, focusable, focused, showing
        Whether it is on, whether the keyboard reaches it, whether it is there, and whether it can be seen.
    """

    place: tuple[str, str]
    role: str
    name: str
    description: str
    checked: bool
    focusable: bool
    focused: bool
    showing: bool


class GoneError(LookupError):
    """What was asked about is not there any more."""


class ScreenReader:
    """Reads the programs of one bus."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection

    def programs(self) -> list[Spoken]:
        """The programs that speak."""
        return [self._node(place) for place in self._children(_ROOT)]

    def below(self, node: Spoken, hidden: bool = True) -> Iterator[Spoken]:
        """What is inside, at any depth, in the order in which it is read; what vanishes meanwhile is left out.

        Without what is inside of hidden things, if `hidden` is false: most of a window is on pages that are not shown,
        and a program does nothing else while it answers.
        """
        with suppress(GoneError):
            for place in self._children(node.place):
                with suppress(GoneError):
                    child = self._node(place)
                    yield child
                    if hidden or child.showing:
                        yield from self.below(child, hidden)

    def again(self, node: Spoken) -> Spoken:
        """The same widget as it is now."""
        return self._node(node.place)

    def press(self, node: Spoken) -> None:
        """Do what a click does."""
        self._call(node.place, "org.a11y.atspi.Action", "DoAction", "i", (0,))

    def extents(self, node: Spoken) -> tuple[int, int, int, int]:
        """Where it is on the screen: left, top, width, height in pixels."""
        return self._call(node.place, "org.a11y.atspi.Component", "GetExtents", "u", (0,))[0]

    def _children(self, place: tuple[str, str]) -> list[tuple[str, str]]:
        return [(name, path) for name, path in self._call(place, "org.a11y.atspi.Accessible", "GetChildren")[0]]

    def _node(self, place: tuple[str, str]) -> Spoken:
        of = "org.a11y.atspi.Accessible"
        role = self._call(place, of, "GetRoleName")[0]
        low, high = self._call(place, of, "GetState")[0]
        states = low | high << 32
        texts = self._property(place, "Name"), self._property(place, "Description")
        return Spoken(place, role, *texts, *(bool(states >> one & 1) for one in (CHECKED, FOCUSABLE, FOCUSED, SHOWING)))

    def _property(self, place: tuple[str, str], name: str) -> str:
        return self._ask(Properties(DBusAddress(place[1], place[0], "org.a11y.atspi.Accessible")).get(name))[0][1]

    def _call(
        self, place: tuple[str, str], of: str, method: str, signature: str | None = None, body: tuple = ()
    ) -> tuple:
        return self._ask(new_method_call(DBusAddress(place[1], place[0], of), method, signature, body))

    def _ask(self, message: Message) -> tuple:
        reply = self._connection.send_and_get_reply(message, timeout=PATIENCE_S)
        if reply.header.message_type is MessageType.error:
            raise GoneError(reply.body)
        return reply.body


@contextmanager
def screen_reader(folder: Path) -> Iterator[tuple[ScreenReader, dict[str, str]]]:
    """A bus with a screen reader on it, and the environment of programs that are to speak."""
    folder.mkdir(mode=0o700)
    environment = os.environ | {"XDG_RUNTIME_DIR": str(folder)}
    command = [program("dbus-daemon"), "--session", "--nofork", "--print-address"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, text=True)
    try:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        with open_dbus_connection(address) as session:
            bus = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
            speaking = session.send_and_get_reply(bus, timeout=PATIENCE_S).body[0]
        announcing = {"DBUS_SESSION_BUS_ADDRESS": address, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        with open_dbus_connection(speaking) as connection:
            yield ScreenReader(connection), environment | announcing
    finally:
        end_process(daemon)
        if daemon.stdout is not None:
            daemon.stdout.close()
