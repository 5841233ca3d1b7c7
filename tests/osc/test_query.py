"""The description that OSCQuery gives, over HTTP as a program asks for it and as a stranger would."""

import http.client
import json
import socket
import threading
import time

import pytest

from testing.servers import PATIENCE_S, free_port
from vschaos.errors import OscError
from vschaos.osc import query_server
from vschaos.osc.query import QueryHost
from vschaos.osc.query_server import AT_ONCE, LONGEST_REQUEST, WITHIN_S, QueryServer
from vschaos.osc.requests import ADDRESSES
from vschaos.performance.controls import Kind, Label, Playable
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch

HERE = "127.0.0.1"
PLAYABLE = Playable(3, (Label("pitch", 0, 11, 9),))


@pytest.fixture
def performance():
    return Performance(PLAYABLE)


@pytest.fixture
def server(performance):
    made = QueryServer(performance, 0, "/vs", QueryHost("a test", HERE, 9000))
    yield made
    made.close()


def get(server, target, method="GET", **headers):
    connection = http.client.HTTPConnection(HERE, server.port, timeout=60)
    try:
        connection.request(method, target, headers={"Host": f"{HERE}:{server.port}", **headers})
        answer = connection.getresponse()
        body = answer.read()
        return answer.status, json.loads(body) if body else None
    finally:
        connection.close()


def raw(server, request):
    with socket.create_connection((HERE, server.port), timeout=60) as opened:
        opened.sendall(request)
        answer = b""
        while part := opened.recv(65536):
            answer += part
    return answer


def test_every_control_is_described(server, performance):
    status, root = get(server, "/")
    assert status == 200
    for control in performance.controls.values():
        node = root
        for part in ("vs" + control.address).split("/"):
            node = node["CONTENTS"][part]
        assert node["FULL_PATH"] == "/vs" + control.address
        assert control.help in node["DESCRIPTION"]
        assert node["ACCESS"] == (2 if control.momentary else 3)
        if control.kind is not Kind.TRIGGER:
            assert len(node["TYPE"]) == control.count == len(node["RANGE"])
            assert node["RANGE"][0]["MIN"] == control.low
            assert node["RANGE"][0]["MAX"] == control.high
        assert ("VALUE" in node) is not control.momentary
    for fixed in ADDRESSES:
        assert root["CONTENTS"]["vs"]["CONTENTS"][fixed.address.split("/")[1]]


def test_a_single_address_and_a_single_attribute(server, performance):
    performance.touch((Touch("gain", (-6.0,)), Touch("pad", (0.5, -0.25)), Touch("label.pitch", (3.0,))), Origin.UI)
    status, node = get(server, "/vs/gain")
    assert status == 200
    assert node["VALUE"] == [-6.0]
    assert node["RANGE"] == [{"MIN": -60.0, "MAX": 12.0}]
    assert "CONTENTS" not in node
    assert get(server, "/vs/pad?VALUE") == (200, {"VALUE": [0.5, -0.25]})
    assert get(server, "/vs/pad?TYPE") == (200, {"TYPE": "ff"})
    assert get(server, "/vs/label/pitch?RANGE") == (200, {"RANGE": [{"MIN": 0, "MAX": 11, "VALS": list(range(12))}]})
    assert get(server, "/vs/panic?VALUE")[0] == 204
    assert get(server, "/vs/gain?CLIPMODE")[0] == 204
    assert get(server, "/vs/nothing")[0] == 404
    assert sorted(get(server, "/vs/pad?CONTENTS")[1]["CONTENTS"]) == ["x", "y"]


def test_the_host_info_says_where_osc_goes(server):
    status, info = get(server, "/?HOST_INFO")
    assert status == 200
    assert (info["OSC_IP"], info["OSC_PORT"], info["OSC_TRANSPORT"]) == (HERE, 9000, "UDP")
    assert info["EXTENSIONS"]["VALUE"] is True


def test_the_description_follows_the_instrument(server, performance):
    assert get(server, "/vs/latent/z5")[0] == 404
    performance.fit(Playable(8))
    assert get(server, "/vs/latent/z5")[0] == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "", "127.0.0.1:1", "[::1]"]
)
def test_pages_that_let_their_name_mean_this_computer_are_refused(server, host):
    assert get(server, "/vs/gain", Host=host) == (403, None)


def test_this_computers_own_names_are_answered(server):
    for host in (HERE, f"{HERE}:{server.port}", "localhost", f"LOCALHOST:{server.port}"):
        assert get(server, "/vs/gain", Host=host)[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "get"])
def test_nothing_but_reading(server, performance, method):
    before = performance.state
    request = f"{method} /vs/gain HTTP/1.1\r\nHost: {HERE}\r\n\r\n".encode()
    assert raw(server, request).startswith(b"HTTP/1.1 405 ")
    assert performance.state is before


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET /vs/gain HTTP/1.1\r\n\r\n", 403),
        (b"GET /vs/gain HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: 127.0.0.1\r\n\r\n", 403),
        (b"GET /vs/gain\r\n\r\n", 400),
        (b"GET http://127.0.0.1/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 400),
        (b"\r\n\r\n", 400),
        (b"\xff\xfe\x00\r\n\r\n", 400),
        (b"GET /%ff%fe HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 400),
        (b"GET //[ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 400),
        (b"GET /../../etc/passwd HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 404),
        (b"GET /vs/gain HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"y" * 20_000, 400),
    ],
)
def test_unknown_requests_are_refused(server, request_, status):
    try:
        answer = raw(server, request_)
    except ConnectionResetError:
        # It was too long to be read to its end.
        assert len(request_) > LONGEST_REQUEST
        return
    assert answer.startswith(f"HTTP/1.1 {status} ".encode())


def test_callers_that_say_nothing_neither_fill_the_server_nor_keep_it_open(performance, monkeypatch):
    monkeypatch.setattr(query_server, "WITHIN_S", 0.3)
    server = QueryServer(performance, 0, "/vs", QueryHost("a test", HERE, 9000))
    idle = [socket.create_connection((HERE, server.port)) for _ in range(4 * AT_ONCE)]
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        try:
            if get(server, "/vs/gain")[0] == 200:
                break
        except OSError:
            time.sleep(0.02)
    else:
        pytest.fail("the idle ones kept all others out")
    late = socket.create_connection((HERE, server.port))
    server.close()
    assert not [thread for thread in threading.enumerate() if "process_request" in thread.name]
    for opened in (*idle, late):
        opened.close()


@pytest.mark.parametrize("slow", [16, 3 * AT_ONCE])
def test_clients_that_send_a_byte_at_a_time_keep_nobody_from_an_answer(server, slow):
    """They come again as soon as they are hung up on, each from a thread of its own, and never end their request."""
    over = threading.Event()
    sent = []

    def dawdle():
        while not over.is_set():
            try:
                with socket.create_connection((HERE, server.port), timeout=5) as opened:
                    for byte in b"GET /vs/gain HTTP/1.1\r\nX: " + b"y" * 1000:
                        opened.sendall(bytes([byte]))
                        sent.append(1)
                        if over.wait(0.2):
                            return
            except OSError:
                pass

    clients = [threading.Thread(target=dawdle) for _ in range(slow)]
    for client in clients:
        client.start()
    try:
        while len(sent) < 3 * slow:
            time.sleep(0.01)
        answered = []
        for _ in range(5):
            began = time.monotonic()
            assert get(server, "/vs/gain?VALUE")[0] == 200
            answered.append(time.monotonic() - began)
    finally:
        over.set()
        for client in clients:
            client.join()
    # A server that waits for one of them answers after that one's two seconds.
    assert min(answered) < WITHIN_S / 2


def test_a_port_in_use_gets_a_sentence(performance, server):
    with pytest.raises(OscError, match=f"port {server.port}"):
        QueryServer(performance, server.port, "/vs", QueryHost("a test", HERE, 9000))
    assert free_port() != server.port
