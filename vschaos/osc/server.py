"""The OSC port: one UDP socket on 127.0.0.1 and one thread that reads it, answers, and sends the mirror.

The socket's receive buffer is large: a burst of a thousand datagrams waits there while the thread works through it.
What has arrived by then is given to the performance together, a bundle never in parts; of a control that was moved
several times, the last value.

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
from vschaos.osc.batch import Batch
from vschaos.osc.mirror import Mirror
from vschaos.osc.namespace import Namespace
from vschaos.osc.packet import Message, build, elements, parse_element
from vschaos.osc.requests import EngineHealth, Requests
from vschaos.performance.authority import Performance
from vschaos.performance.state import Origin, Touch, moves_others

__all__ = ["EngineHealth", "OscCounts", "OscServer"]

HOST = "127.0.0.1"
RECEIVE_BUFFER = 4 << 20
WAIT_S = 0.008
ERRORS_PER_S = 5
GATHER_S = 0.001
"""How long datagrams gather, if the last ones came that recently: less than a hop."""
MOST_AT_ONCE = 4096
MOST_IN_A_BATCH = 64
"""Touches for which the performance is held at once, a bundle apart: a fraction of a millisecond."""
UNKNOWN_REMEMBERED = 256


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
        self._clock = clock
        self._namespace = Namespace(performance.controls)
        self._mirror = Mirror(self._namespace)
        self._requests = Requests(self._namespace, performance, health)
        self._batch = Batch()
        self._origin = Origin.OSC
        self._asked: list[Message] = []
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
        busy_until = 0.0
        while not self._stop.is_set():
            ready, _, _ = select.select([self._socket], [], [], WAIT_S)
            if ready and self._clock() < busy_until:
                # Under heavy traffic a thread that woke for each datagram would keep the others from their work.
                time.sleep(GATHER_S)
            if self._take_in():
                busy_until = self._clock() + GATHER_S
            self._flush()

    def _take_in(self) -> bool:
        """Work through what has arrived; whether anything had."""
        anything = False
        for _ in range(MOST_AT_ONCE):
            try:
                datagram, sender = self._socket.recvfrom(65536)
            except BlockingIOError:
                break
            except OSError:
                # Windows reports here that an earlier datagram of ours reached nobody.
                continue
            anything = True
            origin = Origin.OSC if sender[1] == self.out_port else Origin.OSC_OTHER
            if origin is not self._origin or len(self._batch) >= MOST_IN_A_BATCH:
                self._apply()
                self._origin = origin
            self._receive(datagram)
        self._apply()
        return anything

    def _flush(self) -> None:
        if self._performance.controls is not self._namespace.controls:
            self._namespace = Namespace(self._performance.controls)
            self._mirror.use(self._namespace)
            self._requests.use(self._namespace)
        now = self._clock()
        for message in self._mirror.due(now, self._performance.state):
            self._send(message)
        for message in self._requests.due(now):
            self._send(message)

    def _receive(self, datagram: bytes) -> None:
        """Put what a datagram touches into the batch: all at once, or nothing if a part of it is not OSC."""
        try:
            parts = [self._namespace.plain_touch(one) or parse_element(one) for one in elements(datagram)]
        except OscError as error:
            self._received += 1
            self._refuse("", error.sentence)
            return
        self._received += len(parts)
        for part in parts:
            if isinstance(part, Touch):
                self._put(part)
                continue
            control = self._namespace.control_at(part.address)
            if control is None:
                self._asked.append(part)
                continue
            try:
                self._put(self._namespace.touch(control, part.arguments))
            except ControlError as error:
                self._refuse(part.address, error.sentence)
        if self._asked:
            # Questions are answered, and notes sound, with all that came before and with them.
            self._apply()

    def _put(self, touch: Touch) -> None:
        if moves_others(self._namespace.controls[touch.control]):
            self._batch.order(touch)
        else:
            self._batch.move(touch)

    def _apply(self) -> None:
        if self._batch:
            for refused in self._performance.touch(self._batch.take(), self._origin).refused:
                control = self._namespace.controls.get(refused.touch.control)
                self._refuse(self._namespace.address(control) if control else "", refused.error.sentence)
        asked, self._asked = self._asked, []
        for message in asked:
            self._answer(message)

    def _answer(self, message: Message) -> None:
        try:
            answer = self._requests.answer(message)
        except ControlError as error:
            self._refuse(message.address, error.sentence)
            return
        if answer is None:
            self._rejected += 1
            if message.address not in self._unknown and len(self._unknown) < UNKNOWN_REMEMBERED:
                self._unknown.add(message.address)
                self._tell_error(message.address, "There is no such address.")
            return
        for told in answer:
            self._send(told)

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
