"""The OSC port: one UDP socket on 127.0.0.1 and one thread that reads it, answers, and sends the mirror.

The socket's receive buffer is large: a burst of a thousand datagrams waits there while the thread works through it.
Nothing that arrives can raise: what is not understood is counted, and told as ``/vs/error``, a few times a second
at most.
"""

from __future__ import annotations

import select
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from vschaos.errors import ControlError, OscError
from vschaos.osc.mirror import Mirror
from vschaos.osc.namespace import Namespace
from vschaos.osc.packet import Message, build, parse
from vschaos.performance.authority import Performance
from vschaos.performance.controls import Kind
from vschaos.performance.state import Origin, Touch

HOST = "127.0.0.1"
RECEIVE_BUFFER = 4 << 20
WAIT_S = 0.008
ERRORS_PER_S = 5
MOST_AT_ONCE = 4096
UNKNOWN_REMEMBERED = 256


@dataclass(frozen=True)
class EngineHealth:
    """What ``/vs/status/…`` tells; rate 0 and an empty model mean that there is none."""

    latency_ms: float = 0.0
    underruns: int = 0
    load: float = 0.0
    model: str = ""
    sample_rate_hz: int = 0


@dataclass(frozen=True)
class OscCounts:
    """Messages since the start. ``received`` includes those refused, ``rejected`` counts what was not understood."""

    received: int = 0
    sent: int = 0
    rejected: int = 0
    last_error: str = ""


class OscServer:
    """Lets OSC programs on this computer play.

    Parameters
    ----------
    performance
        The state that messages move.
    in_port, out_port
        UDP ports to listen on and to send to.
    health
        Asked when a peer wants the status.
    clock
        Seconds, monotonic.

    Raises
    ------
    OscError
        If the ports cannot be used.
    """

    def __init__(
        self,
        performance: Performance,
        in_port: int,
        out_port: int,
        health: Callable[[], EngineHealth] = EngineHealth,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        _check_ports(in_port, out_port)
        self.in_port, self.out_port = in_port, out_port
        self._performance = performance
        self._health = health
        self._clock = clock
        self._namespace = Namespace(performance.controls)
        self._mirror = Mirror(self._namespace)
        self._received = self._sent = self._rejected = 0
        self._last_error = ""
        self._unknown: set[str] = set()
        self._errors_left = float(ERRORS_PER_S)
        self._errors_refilled_at = clock()
        self._socket = _bound_socket(in_port)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="osc", daemon=True)
        performance.listen(self._mirror.note)

    @property
    def counts(self) -> OscCounts:
        """Counts so far; any thread may ask."""
        return OscCounts(self._received, self._sent, self._rejected, self._last_error)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def close(self) -> None:
        """Stop listening and free the port."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()
        self._performance.forget(self._mirror.note)
        self._socket.close()

    # ── the thread ────────────────────────────────────────────────────────────────────────────────────────

    def _run(self) -> None:
        while not self._stop.is_set():
            select.select([self._socket], [], [], WAIT_S)
            for _ in range(MOST_AT_ONCE):
                try:
                    datagram, sender = self._socket.recvfrom(65536)
                except BlockingIOError:
                    break
                except OSError:
                    # Windows reports here that an earlier datagram of ours reached nobody.
                    continue
                self._receive(datagram, Origin.OSC if sender[1] == self.out_port else Origin.OSC_OTHER)
            self._flush()

    def _flush(self) -> None:
        if self._performance.controls is not self._namespace.controls:
            self._namespace = Namespace(self._performance.controls)
            self._mirror.use(self._namespace)
        for message in self._mirror.due(self._clock(), self._performance.state):
            self._send(message)

    def _receive(self, datagram: bytes, origin: Origin) -> None:
        try:
            messages = parse(datagram)
        except OscError as error:
            self._received += 1
            self._refuse("", error.sentence)
            return
        touches: list[Touch] = []
        for message in messages:
            self._received += 1
            control = self._namespace.control_at(message.address)
            if control is None:
                self._answer(message)
                continue
            try:
                touches.append(self._namespace.touch(control, message.arguments))
            except ControlError as error:
                self._refuse(message.address, error.sentence)
        for refused in self._performance.touch(touches, origin).refused:
            control = self._namespace.controls.get(refused.touch.control)
            self._refuse(self._namespace.address(control) if control else "", refused.error.sentence)

    def _answer(self, message: Message) -> None:
        prefix = self._namespace.prefix
        if message.address == f"{prefix}/ping":
            self._send(Message(f"{prefix}/pong"))
        elif message.address == f"{prefix}/dump":
            self._dump()
        elif message.address == f"{prefix}/query":
            self._query(message)
        else:
            self._rejected += 1
            if message.address not in self._unknown and len(self._unknown) < UNKNOWN_REMEMBERED:
                self._unknown.add(message.address)
                self._tell_error(message.address, "There is no such address.")

    def _query(self, message: Message) -> None:
        name = message.arguments[0] if len(message.arguments) == 1 else None
        control = self._namespace.control_named(name) if isinstance(name, str) else None
        if control is None:
            self._refuse(message.address, "A query takes the name of one control, such as pad or latent/z1.")
            return
        told = self._namespace.message(control, self._performance.state)
        self._send(Message(f"{self._namespace.prefix}/reply", (told.address, *told.arguments)))

    def _dump(self) -> None:
        state, prefix = self._performance.state, self._namespace.prefix
        for control in self._namespace.controls.values():
            if control.mirrored and control.kind is not Kind.TRIGGER:
                self._send(self._namespace.message(control, state))
        health = self._health()
        for name, value in (
            ("latency", health.latency_ms),
            ("xruns", health.underruns),
            ("load", health.load),
            ("model", health.model),
            ("rate", health.sample_rate_hz),
        ):
            self._send(Message(f"{prefix}/status/{name}", (value,)))

    def _refuse(self, address: str, sentence: str) -> None:
        self._rejected += 1
        self._tell_error(address, sentence)

    def _tell_error(self, address: str, sentence: str) -> None:
        self._last_error = f"{address}: {sentence}" if address else sentence
        now = self._clock()
        refill = (now - self._errors_refilled_at) * ERRORS_PER_S
        self._errors_left = min(self._errors_left + refill, float(ERRORS_PER_S))
        self._errors_refilled_at = now
        if self._errors_left >= 1.0:
            self._errors_left -= 1.0
            self._send(Message(f"{self._namespace.prefix}/error", (address, sentence)))

    def _send(self, message: Message) -> None:
        try:
            self._socket.sendto(build(message), (HOST, self.out_port))
        except (OSError, OscError):
            # Nobody listens, or the buffer is full: the next value will do.
            return
        self._sent += 1


def _check_ports(in_port: int, out_port: int) -> None:
    for port in (in_port, out_port):
        if not isinstance(port, int) or not 1 <= port <= 65535:
            raise OscError(f"{port} is no port.", "Choose a number from 1024 to 65535.")
    if in_port == out_port:
        raise OscError(
            f"OSC cannot listen and send on the same port ({in_port}).",
            "Choose two different ports, such as 9000 and 9001.",
        )


def _bound_socket(port: int) -> socket.socket:
    opened = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVE_BUFFER)
        opened.bind((HOST, port))
        opened.setblocking(False)
    except OSError as error:
        opened.close()
        raise OscError(
            f"OSC cannot listen on port {port}: {error.strerror or error}.",
            "Close the other program that uses it, or choose another port.",
        ) from error
    return opened
