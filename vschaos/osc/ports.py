"""The ports, the interface and the prefix of OSC: the settings, and the sockets made from them.

Listening sockets are bound to literal addresses: ``localhost`` may mean IPv6, and an empty host every interface. With
an interface of the local network chosen, this computer's own address is listened on, too.
"""

from __future__ import annotations

import re
import select
import socket
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address

from vschaos.errors import OscError
from vschaos.osc.namespace import PREFIX

LOOPBACK = "127.0.0.1"
EVERYWHERE = "0.0.0.0"
RECEIVE_BUFFER = 4 << 20
ROOM_WITHIN_S = 0.01

_PREFIX = re.compile(r"(/[A-Za-z0-9_.\-]+)+")
_LONGEST_PREFIX = 60


@dataclass(frozen=True)
class OscSettings:
    """The settings of OSC.

    Attributes
    ----------
    enabled
        Whether it is on.
    in_port, out_port
        UDP ports to listen on, and of the program on this computer that gets changes.
    prefix
        Put before every address.
    host
        Address of the interface to listen on: this computer's own, one in the local network, or ``0.0.0.0`` for all.
    query_port
        TCP port of the description for OSCQuery; 0: none.
    """

    enabled: bool = True
    in_port: int = 9000
    out_port: int = 9001
    prefix: str = PREFIX
    host: str = LOOPBACK
    query_port: int = 0


def check_settings(settings: OscSettings) -> None:
    """Refuse settings that cannot be used.

    Raises
    ------
    OscError
        If a port, the prefix or the interface cannot be used, or both ports are the same.
    """
    ports = (settings.in_port, settings.out_port, *([settings.query_port] if settings.query_port else []))
    for port in ports:
        if not isinstance(port, int) or not 1 <= port <= 65535:
            raise OscError(f"{port} is not a port.", "Choose a number from 1024 to 65535.")
    if settings.in_port == settings.out_port:
        raise OscError(
            f"OSC cannot listen and send on the same port ({settings.in_port}).",
            "Choose two different ports, such as 9000 and 9001.",
        )
    if not _PREFIX.fullmatch(settings.prefix) or len(settings.prefix) > _LONGEST_PREFIX:
        raise OscError(
            f"“{settings.prefix[:_LONGEST_PREFIX]}” is not a prefix of OSC addresses.",
            "Start with a slash, as in /vs, and use letters, digits, dots, dashes and underscores.",
        )
    try:
        IPv4Address(settings.host)
    except AddressValueError:
        raise OscError(
            f"“{settings.host[:60]}” is not the address of an interface.",
            f"Choose {LOOPBACK} for this computer alone, or an address in your network, such as 192.168.1.20.",
        ) from None


def listening_sockets(settings: OscSettings) -> list[socket.socket]:
    """Sockets bound to the port; the first reaches programs on this computer.

    Raises
    ------
    OscError
        If one cannot be bound.
    """
    hosts = (settings.host,) if settings.host in (LOOPBACK, EVERYWHERE) else (LOOPBACK, settings.host)
    made: list[socket.socket] = []
    for host in hosts:
        opened = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        made.append(opened)
        try:
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVE_BUFFER)
            opened.bind((host, settings.in_port))
            opened.setblocking(False)
        except OSError as error:
            for one in made:
                one.close()
            where = "" if host == LOOPBACK else f" of {host}"
            raise OscError(
                f"OSC cannot listen on port {settings.in_port}{where}: {error.strerror or error}.",
                "Close the other program that uses it, or choose another port."
                if host == LOOPBACK
                else "Choose another interface, or this computer alone.",
            ) from error
    return made


def sending_socket(host: str, port: int) -> socket.socket:
    """A socket for one program: a connected one reports when no program listens there.

    Raises
    ------
    OSError
        If the host cannot be reached.
    """
    made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        made.setblocking(False)
        made.connect((host, port))
    except OSError:
        made.close()
        raise
    return made


def wait_for_room(opened: socket.socket) -> None:
    """Wait until a socket accepts another datagram, a hundredth of a second at most."""
    select.select([], [opened], [], ROOM_WITHIN_S)
