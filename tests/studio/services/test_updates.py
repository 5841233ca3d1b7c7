"""Announcements of new versions, read from a real server, which is not always friendly."""

import json
import threading
import time
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import msgspec
import pytest
from nacl.signing import SigningKey

from scripts.app.sign_release import main, make_keys, sign
from vschaos_studio.services.updates import (
    SOURCE_FILE,
    Limits,
    Release,
    Source,
    UpdateError,
    compare,
    find_source,
    is_safe,
    read_release,
)
from vschaos_studio.settings.table import UPDATES_ADDRESS, UPDATES_KEY

KEY = SigningKey(b"k" * 32)
PUBLIC = "gyClGXfYw4yopJJ8Zw31gh5El2GUXhXp77JqFQnSMOo="
RELEASE = Release("0.2.0", date(2027, 1, 2), "https://example.org/vschaos", "Wärmer.")


class Server(ThreadingHTTPServer):
    """Answers with what is in ``answer``; notes what it was asked."""

    daemon_threads = False  # closing it waits for them
    answer = b""
    status = 200
    headers: ClassVar = {}
    redirects: ClassVar = {}
    drip = False
    asked = ()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_address[1]}/release.json"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        server = self.server
        server.asked = (*server.asked, dict(self.headers))
        if self.path in server.redirects:
            self.send_response(301)
            self.send_header("Location", server.redirects[self.path])
            self.end_headers()
            return
        self.send_response(server.status)
        for name, value in {"Content-Length": str(len(server.answer)), **server.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            if server.drip:
                for byte in server.answer:
                    self.wfile.write(bytes([byte]))
                    time.sleep(0.02)
            self.wfile.write(server.answer)
        except OSError:
            pass  # the client has gone

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    with Server(("127.0.0.1", 0), Handler) as made:
        thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield made
        made.shutdown()
        thread.join()


@pytest.fixture
def source(server):
    server.answer = sign(RELEASE, KEY)
    return Source(server.address, PUBLIC)


def test_a_signed_release_is_read_and_nothing_of_the_user_is_sent(server, source):
    assert read_release(source) == RELEASE
    (headers,) = server.asked
    assert headers.keys() <= {"Accept-Encoding", "Host", "User-Agent", "Connection"}
    assert headers["User-Agent"] == "vschaos-studio"


def test_versions_are_compared_as_versions():
    assert compare("0.10.0", "0.9.0") == 1
    assert compare("0.2.0rc1", "0.2.0") == -1
    assert compare("0.2", "0.2.0") == 0
    with pytest.raises(ValueError, match="nonsense"):
        compare("nonsense", "0.1.0")


def forged():
    signed = json.loads(sign(RELEASE, KEY))
    signed["release"] = signed["release"].replace("0.2.0", "0.3.0")
    return json.dumps(signed).encode()


WRONG = {
    "another key": (sign(RELEASE, SigningKey(b"x" * 32)), "not signed"),
    "another content": (forged(), "not signed"),
    "a signature that is none": (b'{"release": "{}", "signature": "nonsense"}', "not signed"),
    "nothing": (b"", "not an announcement"),
    "half a file": (sign(RELEASE, KEY)[:-20], "not an announcement"),
    "no JSON": (b"<html>", "not an announcement"),
    "depth": (b"[" * 60_000, "not an announcement"),
    "another JSON": (b'{"release": 3, "signature": []}', "not an announcement"),
    "no text": (b"\xff\xfe", "not an announcement"),
    "too much": (b" " * 70_000, "not an announcement"),
    "no version": (sign(msgspec.structs.replace(RELEASE, version="nonsense"), KEY), "not an announcement"),
    "a page that is not secure": (
        sign(msgspec.structs.replace(RELEASE, page="file:///etc/passwd"), KEY),
        "not an announcement",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_nothing_else_is_believed(server, source, name):
    server.answer, said = WRONG[name]
    with pytest.raises(UpdateError) as error:
        read_release(source)
    assert said in error.value.sentence
    assert error.value.remedy


def test_a_failing_server_is_reported(server, source):
    server.status = 404
    with pytest.raises(UpdateError, match="HTTP 404"):
        read_release(source)
    server.status, server.headers = 200, {"Content-Length": "100000"}
    with pytest.raises(UpdateError):
        read_release(source, limits=Limits(seconds=0.3))


def test_a_slow_server_is_left(server, source):
    server.drip = True
    with pytest.raises(UpdateError, match="too long"):
        read_release(source, limits=Limits(seconds=0.2))


def test_without_a_network_it_says_so(server, source):
    server.server_close()
    with pytest.raises(UpdateError, match="could not be read"):
        read_release(source)


@pytest.mark.parametrize("target", ["http://example.org/release.json", "file:///etc/passwd", "ftp://localhost/a"])
def test_a_redirect_must_be_secure(server, source, target):
    server.status, server.headers = 302, {"Location": target}
    with pytest.raises(UpdateError, match=r"not secure|HTTP 302"):
        read_release(source)


def test_a_redirect_on_this_computer_is_followed(server, source):
    server.redirects = {"/old.json": server.address}
    assert read_release(Source(server.address.replace("release", "old"), PUBLIC)) == RELEASE


def test_an_address_must_be_secure():
    assert is_safe("https://example.org/a")
    assert is_safe("http://localhost:8000/a")
    for address in ("http://example.org/a", "file:///a", "https://", "http://localhost.example.org/", "https://[", ""):
        assert not is_safe(address)
    with pytest.raises(UpdateError, match="not secure"):
        read_release(Source("http://example.org/a", PUBLIC))


def test_a_damaged_key_is_said(source):
    for key in ("nonsense", PUBLIC[:20]):
        with pytest.raises(UpdateError, match="key"):
            read_release(Source(source.address, key))


def test_the_distributors_address_comes_with_its_key_and_the_users_goes_before(settings, tmp_path):
    assert find_source(settings) is None
    assert json.loads(SOURCE_FILE.read_text()) == {"address": "", "public_key": ""}
    delivered = tmp_path / "updates.json"
    delivered.write_text('{"address": "https://d", "public_key": "DK"}')
    assert find_source(settings, delivered) == Source("https://d", "DK")
    settings.set(UPDATES_ADDRESS, "https://u")
    # The distributor's key says nothing about the user's address.
    assert find_source(settings, delivered) is None
    settings.set(UPDATES_KEY, "UK")
    assert find_source(settings, delivered) == Source("https://u", "UK")


def test_what_the_script_signs_is_believed(server, tmp_path, capsys):
    public = make_keys(tmp_path)
    with pytest.raises(FileExistsError):
        make_keys(tmp_path)
    (tmp_path / "notes.txt").write_text("Wärmer.", encoding="utf-8")
    target = tmp_path / "release.json"
    options = ["--version", "0.2.0", "--date", "2027-01-02", "--page", RELEASE.page]
    notes = ["--notes", str(tmp_path / "notes.txt"), "-o", str(target)]
    assert main(["sign", str(tmp_path / "release.key"), *options, *notes]) == 0
    server.answer = target.read_bytes()
    assert read_release(Source(server.address, public)) == RELEASE
    assert main(["keys", str(tmp_path / "more")]) == 0
    assert len(capsys.readouterr().out.strip()) == len(PUBLIC)
