"""RealtimeKit over a real bus, with a service of the test's own; no bus, no answer, nonsense: each is a refusal."""

import contextlib
import os
import socket
import subprocess
import sys
import threading

import pytest

jeepney = pytest.importorskip("jeepney")
from jeepney.io.blocking import open_dbus_connection  # noqa: E402

from testing.servers import program  # noqa: E402
from vschaos.realtime import realtime_kit  # noqa: E402
from vschaos.realtime.realtime_kit import PriorityGuard, RefusedError, Rest, ask_realtime_kit, read_rest  # noqa: E402

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="RealtimeKit is Linux's")

SERVICE = "org.freedesktop.RealtimeKit1"
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={path}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy></busconfig>"""


@pytest.fixture
def bus(tmp_path, monkeypatch):
    """A bus of its own, in the place of the system's."""
    config = tmp_path / "bus.conf"
    config.write_text(BUS.format(path=tmp_path / "bus"))
    command = [program("dbus-daemon"), f"--config-file={config}", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", daemon.stdout.readline().strip())
        try:
            yield
        finally:
            daemon.terminate()


@pytest.fixture
def kit(bus):
    """A RealtimeKit on that bus, which keeps what it is asked."""
    service = Service()
    yield service
    service.close()


class Service:
    """Answers as RealtimeKit does. ``errors`` names the D-Bus error that a method is answered with; None: no answer."""

    def __init__(self):
        self.calls = []
        self.errors = {}
        self.properties = {"MaxRealtimePriority": ("i", 20), "RTTimeUSecMax": ("x", 200_000)}
        self._connection = open_dbus_connection("SYSTEM")
        self._connection.send_and_get_reply(jeepney.message_bus.RequestName(SERVICE), timeout=60)
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self):
        while True:
            message = self._connection.receive()
            fields = message.header.fields
            member = fields.get(jeepney.HeaderFields.member)
            if member == "End":
                return
            if message.header.message_type is not jeepney.MessageType.method_call:
                continue
            self.calls.append((member, fields.get(jeepney.HeaderFields.signature), message.body))
            if member in self.errors:
                if self.errors[member] is not None:
                    self._connection.send(jeepney.new_error(message, self.errors[member], "s", ("not you",)))
            elif member == "Get":
                self._connection.send(jeepney.new_method_return(message, "v", (self.properties[message.body[1]],)))
            else:
                self._connection.send(jeepney.new_method_return(message))

    def close(self):
        with open_dbus_connection("SYSTEM") as connection:
            address = jeepney.DBusAddress("/", bus_name=SERVICE, interface=SERVICE)
            connection.send(jeepney.new_method_call(address, "End"))
            self._thread.join()
        self._connection.close()


@pytest.mark.parametrize(("wish", "spared", "granted"), [(60, 0, 20), (60, 1, 19), (10, 1, 10)])
def test_a_thread_is_granted_what_it_wishes_up_to_the_highest(kit, wish, spared, granted):
    limits = []
    assert ask_realtime_kit(4321, wish, spared, limits.append) == granted
    assert limits == [200_000]
    assert kit.calls[-1] == ("MakeThreadRealtimeWithPID", "ttu", (os.getpid(), 4321, granted))


def test_the_limit_is_set_before_the_request(kit):
    order = []
    ask_realtime_kit(1, 20, 0, lambda _: order.append([member for member, *_ in kit.calls]))
    assert order == [["Get", "Get"]]


def test_an_old_realtime_kit_is_asked_in_its_own_words(kit):
    kit.errors["MakeThreadRealtimeWithPID"] = "org.freedesktop.DBus.Error.UnknownMethod"
    assert ask_realtime_kit(4321, 60, 0, lambda _: None) == 20
    assert kit.calls[-1] == ("MakeThreadRealtime", "tu", (4321, 20))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("org.freedesktop.DBus.Error.AccessDenied", "refuses"),
        ("org.freedesktop.DBus.Error.Failed", "not you"),
        (None, "does not answer"),
    ],
)
def test_a_request_that_is_not_granted(kit, monkeypatch, error, words):
    monkeypatch.setattr(realtime_kit, "ANSWERS_WITHIN_S", 0.3)
    kit.errors["MakeThreadRealtimeWithPID"] = error
    with pytest.raises(RefusedError, match=words):
        ask_realtime_kit(1, 60, 0, lambda _: None)


def test_nonsense_is_a_refusal(kit):
    kit.properties["RTTimeUSecMax"] = ("s", "soon")
    with pytest.raises(RefusedError, match="unknown answer"):
        ask_realtime_kit(1, 60, 0, lambda _: None)


def test_a_limit_that_cannot_be_set_is_a_refusal(kit):
    def refuse(_):
        raise ValueError("not allowed to raise maximum limit")

    with pytest.raises(RefusedError, match="maximum limit"):
        ask_realtime_kit(1, 60, 0, refuse)
    assert [member for member, *_ in kit.calls] == ["Get", "Get"]


def test_a_bus_without_realtime_kit(bus):
    with pytest.raises(RefusedError, match="not installed"):
        ask_realtime_kit(1, 60)


@pytest.mark.parametrize("address", ["unix:path=/nowhere/bus", "tcp:host=example", "nonsense", ""])
def test_no_bus(monkeypatch, address):
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
    with pytest.raises(RefusedError):
        ask_realtime_kit(1, 60)


@pytest.mark.parametrize("greeting", [b"", b"OK 1234\r\n", b"REJECTED\r\n", b"\xff\x00" * 3000])
def test_a_bus_that_does_not_speak_keeps_nobody_waiting(tmp_path, monkeypatch, greeting):
    """It accepts, says one thing or nothing, and is silent: also after the greeting, where nothing else has a limit."""
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 'bus'}")
    monkeypatch.setattr(realtime_kit, "ANSWERS_WITHIN_S", 0.2)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "bus"))
        listener.listen()

        def serve():
            with listener.accept()[0] as accepted, contextlib.suppress(OSError):
                accepted.recv(1024)
                accepted.sendall(greeting)
                while accepted.recv(1024):
                    pass

        server = threading.Thread(target=serve)
        server.start()
        with pytest.raises(RefusedError):
            ask_realtime_kit(1, 60)
        server.join()


def test_a_program_without_the_library_is_refused(monkeypatch):
    monkeypatch.setitem(sys.modules, "jeepney", None)
    with pytest.raises(RefusedError, match="jeepney"):
        ask_realtime_kit(1, 60)


# ── the guard ─────────────────────────────────────────────────────────────────────────────────────────────


class Kernel:
    """Tells of a thread what the test wants, and keeps who lost the priority."""

    def __init__(self, rests):
        self.rests, self.demoted, self.lost = iter(rests), [], []

    def read(self, thread_id):
        rest = next(self.rests)
        if rest is None:
            raise FileNotFoundError
        return rest

    def guard(self):
        return PriorityGuard(7, lambda: self.lost.append(True), self.read, self.demoted.append)


def test_a_thread_that_does_not_sleep_loses_its_priority_in_time():
    kernel = Kernel([Rest(True, 5)] * 20)
    guard = kernel.guard()
    looks = 1
    while guard.check():
        looks += 1
    assert (kernel.demoted, kernel.lost) == ([7], [True])
    # The first look only learns; RealtimeKit's limit is 200 ms.
    assert looks * realtime_kit.GUARD_EVERY_S <= 0.15


def test_a_thread_that_sleeps_now_and_then_keeps_it():
    pattern = [Rest(True, number // 3) for number in range(300)]
    kernel = Kernel([*pattern, None])
    guard = kernel.guard()
    assert sum(1 for _ in iter(guard.check, False)) == 300
    assert not kernel.demoted


def test_a_thread_that_sleeps_all_the_time_keeps_it():
    kernel = Kernel([*([Rest(False, 5)] * 100), None])
    guard = kernel.guard()
    assert sum(1 for _ in iter(guard.check, False)) == 100
    assert (kernel.demoted, kernel.lost) == ([], [])


def test_the_kernel_tells_of_this_thread_and_of_none():
    rest = read_rest(threading.get_native_id())
    assert rest.computing
    assert rest.sleeps >= 0
    with pytest.raises(FileNotFoundError):
        read_rest(2**30)
