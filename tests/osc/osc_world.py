"""A server with its thread, and programs that talk to it."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from testing.servers import PATIENCE_S, free_port
from vschaos.osc.packet import OscMessage, build, parse_element
from vschaos.osc.ports import OscSettings
from vschaos.osc.server import EngineHealth, OscServer
from vschaos.performance.controls import Playable
from vschaos.performance.performance import Performance

HERE = "127.0.0.1"


class Program:
    """A program on this computer: sends to the server, and listens at its own port.

    ``apart`` sends from another port than it listens on, as Max and Pure Data do.
    """

    def __init__(self, server_port: int, own_port: int = 0, *, apart: bool = False, prefix: str = "/vs") -> None:
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
        self.socket.bind((HERE, own_port))
        self.socket.settimeout(PATIENCE_S)
        self.port: int = self.socket.getsockname()[1]
        self._out = socket.socket(socket.AF_INET, socket.SOCK_DGRAM) if apart else self.socket
        self.server = (HERE, server_port)
        self.prefix = prefix

    def send(self, address: str, *arguments: object) -> None:
        self.send_raw(build(OscMessage(address, arguments)))

    def send_raw(self, datagram: bytes) -> None:
        self._out.sendto(datagram, self.server)

    def received(self) -> OscMessage:
        return parse_element(self.socket.recv(65536))

    def next(self, address: str) -> tuple[Any, ...]:
        while (message := self.received()).address != address:
            pass
        return message.arguments

    def rest(self, *reply_port: int) -> list[OscMessage]:
        """Everything up to the answer to a ping sent now."""
        self.send(f"{self.prefix}/ping", *reply_port)
        messages = []
        while (message := self.received()).address != f"{self.prefix}/pong":
            messages.append(message)
        return messages

    def close(self) -> None:
        self.socket.close()
        self._out.close()


class OscWorld:
    """A performance, its server, and the program of the settings."""

    def __init__(self, dims: int = 3, **options: Any) -> None:
        in_port = free_port()
        settings = {name: options.pop(name) for name in ("prefix", "host") if name in options}
        self.performance = Performance(Playable(dims))
        self.peer = Program(in_port, prefix=settings.get("prefix", "/vs"))
        self._programs = [self.peer]
        self.server = OscServer(
            self.performance,
            OscSettings(True, in_port, self.peer.port, **settings),
            lambda: EngineHealth(12.5, 3, 0.25, "Täst", 44_100),
            **options,
        )

    def program(self, *, apart: bool = False) -> Program:
        """Another program on this computer."""
        made = Program(self.server.in_port, apart=apart, prefix=self.peer.prefix)
        self._programs.append(made)
        return made

    def close(self) -> None:
        self.server.close()
        for program in self._programs:
            program.close()


@contextmanager
def osc_world(**options: Any) -> Iterator[OscWorld]:
    """A world whose server runs."""
    world = OscWorld(**options)
    world.server.start()
    try:
        yield world
    finally:
        world.close()
