"""OSCQuery's description over HTTP: on this computer only, read-only, off by default.

A page in a browser may send requests to this computer, by a name of its own that it resolves to 127.0.0.1; its requests
name that host, and are refused. Requests are small and quick, or ended; each is answered on a thread of its own. When
there are too many at once, the connection that has been open longest is closed: one that is slow on purpose never
keeps another from its answer.
"""

from __future__ import annotations

import contextlib
import json
import socket
import socketserver
import threading
import time
from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import unquote, urlsplit

from vschaos.errors import OscError
from vschaos.osc.namespace import Namespace
from vschaos.osc.ports import LOOPBACK
from vschaos.osc.query import ATTRIBUTES, HOST_INFO, QueryHost, describe, host_info
from vschaos.performance.performance import Performance

LONGEST_REQUEST = 8192
WITHIN_S = 2.0
AT_ONCE = 32
ROOM_WITHIN_S = 0.5
"""For the thread of a connection that was closed to end."""

OUR_NAMES = (LOOPBACK, "localhost")

Answer = tuple[HTTPStatus, object]


class QueryServer:
    """Answers on a TCP port of 127.0.0.1.

    Parameters
    ----------
    performance
        Whose controls are described.
    port
        TCP port; 0 for any.
    prefix
        Put before every address.
    host
        What is reported of this program.

    Raises
    ------
    OscError
        If the port cannot be used.
    """

    def __init__(self, performance: Performance, port: int, prefix: str, host: QueryHost) -> None:
        self._performance = performance
        self._host = host
        self._namespace = Namespace(performance.controls, prefix)
        try:
            self._server = _Server(port, self.answer)
        except OSError as error:
            raise OscError(
                f"OSCQuery cannot listen on port {port}: {error.strerror or error}.",
                "Close the other program that uses it, or choose another port.",
            ) from error
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.1,), name="oscquery", daemon=True)
        self._thread.start()

    def answer(self, target: str) -> Answer:
        """The answer to a GET of this target, such as ``/vs/gain?VALUE``."""
        try:
            parts = urlsplit(target)
            path, attribute = unquote(parts.path, errors="strict"), parts.query
        except ValueError:
            return HTTPStatus.BAD_REQUEST, None
        if attribute == HOST_INFO:
            return HTTPStatus.OK, host_info(self._host)
        if attribute and attribute not in ATTRIBUTES:
            return HTTPStatus.NO_CONTENT, None
        controls = self._performance.controls
        if controls is not self._namespace.controls:
            self._namespace = Namespace(controls, self._namespace.prefix)
        node = describe(path, self._namespace, self._performance.state)
        if node is None:
            return HTTPStatus.NOT_FOUND, None
        if not attribute:
            return HTTPStatus.OK, node
        if attribute not in node:
            return HTTPStatus.NO_CONTENT, None
        return HTTPStatus.OK, {attribute: node[attribute]}

    def close(self) -> None:
        """Stop, and free the port."""
        self._server.shutdown()
        self._thread.join()
        self._server.end()


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    block_on_close = True
    request_queue_size = 64

    def __init__(self, port: int, answer: Callable[[str], Answer]) -> None:
        self.answer = answer
        self._room = threading.BoundedSemaphore(AT_ONCE)
        self._open: dict[socket.socket, None] = {}
        super().__init__((LOOPBACK, port), _Request)

    def verify_request(self, request: object, client_address: object) -> bool:  # noqa: ARG002 (the library's signature)
        """Make room for one more connection; returns whether there is."""
        if self._room.acquire(blocking=False):
            return True
        for longest in tuple(self._open)[:1]:
            _disconnect(longest)
        return self._room.acquire(timeout=ROOM_WITHIN_S)

    def process_request_thread(self, request: socket.socket, client_address: object) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Answer, then free the room."""
        self._open[request] = None
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._open.pop(request, None)
            self._room.release()

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore callers that go away."""

    def end(self) -> None:
        """Disconnect all, and free the port."""
        for request in tuple(self._open):
            _disconnect(request)
        self.server_close()


def _disconnect(opened: socket.socket) -> None:
    """End a connection whatever its thread waits for; the thread closes it."""
    with contextlib.suppress(OSError):
        opened.shutdown(socket.SHUT_RDWR)


class _Request(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        """Read one request, within its time and size, and answer it."""
        status, content = self._answered(_read(self.request))
        body = b"" if content is None else json.dumps(content, ensure_ascii=False).encode()
        head = (
            f"HTTP/1.1 {status.value} {status.phrase}\r\n"
            "Content-Type: application/json; charset=utf-8\r\n"
            f"Content-Length: {len(body)}\r\n"
            "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
        )
        self.request.settimeout(WITHIN_S)
        self.request.sendall(head.encode() + body)

    def _answered(self, request: bytes | None) -> Answer:
        if request is None:
            return HTTPStatus.BAD_REQUEST, None
        first, *lines = request.decode("latin-1").split("\r\n")
        method, _, rest = first.partition(" ")
        target, _, version = rest.rpartition(" ")
        if not version.startswith("HTTP/1.") or not target.startswith("/"):
            return HTTPStatus.BAD_REQUEST, None
        if method != "GET":
            return HTTPStatus.METHOD_NOT_ALLOWED, None
        hosts = [value.strip() for name, _, value in (line.partition(":") for line in lines) if name.lower() == "host"]
        assert isinstance(self.server, _Server)
        port = self.server.server_address[1]
        if len(hosts) != 1 or hosts[0].lower() not in {form for name in OUR_NAMES for form in (name, f"{name}:{port}")}:
            return HTTPStatus.FORBIDDEN, None
        return self.server.answer(target)


def _read(opened: socket.socket) -> bytes | None:
    """The head of a request; None if it is too long or too slow."""
    until = time.monotonic() + WITHIN_S
    read = b""
    while b"\r\n\r\n" not in read:
        left = until - time.monotonic()
        if left <= 0 or len(read) > LONGEST_REQUEST:
            return None
        opened.settimeout(left)
        try:
            part = opened.recv(4096)
        except OSError:
            return None
        if not part:
            return None
        read += part
    return read.partition(b"\r\n\r\n")[0]
