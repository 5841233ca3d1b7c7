"""Several programs at one server, over real sockets."""

import re
import subprocess
import time

import pytest

from testing.servers import free_port, wait_for
from tests.osc.osc_world import HERE, osc_world
from vschaos.errors import OscError
from vschaos.osc.mirror import INTERVAL_S
from vschaos.osc.ports import OscSettings
from vschaos.osc.server import DUMPS_PER_S, OscServer
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("configured", [False, True])
def test_a_thousand_changes_of_one_peer_reach_the_other_and_none_comes_back(apart, configured):
    with osc_world() as world:
        mover = world.program(apart=apart)
        shower = world.peer if configured else world.program()
        mover.send("/vs/peer/add", mover.port)
        mover.rest()
        if not configured:
            shower.send("/vs/peer/add", shower.port)
            shower.rest()
        began = time.monotonic()
        for step in range(1000):
            mover.send(("/vs/noise", "/vs/glide", "/vs/spread", "/vs/latent/z3")[step % 4], step / 1000)
            if step % 20 == 19:
                time.sleep(0.005)
        last = {"/vs/noise": 0.996, "/vs/glide": 0.997, "/vs/spread": 0.998, "/vs/latent/z3": 0.999}
        heard = {}
        while {name: values[-1][0] for name, values in heard.items() if name in last} != pytest.approx(last):
            message = shower.received()
            heard.setdefault(message.address, []).append(message.arguments)
        took = time.monotonic() - began
        assert mover.rest() == [], "nothing came back"
        assert world.server.counts.rejected == 0
        for values in heard.values():
            assert len(values) <= took / INTERVAL_S + 2, "sixty a second"


def test_answers_go_to_whoever_asks():
    with osc_world() as world:
        phone = world.program(apart=True)
        phone.send("/vs/ping", phone.port)
        assert len(phone.next("/vs/pong")) == 1
        phone.send("/vs/query", "gain", phone.port)
        assert phone.next("/vs/reply") == ("/vs/gain", 0.0)
        phone.send("/vs/nothing")
        assert phone.next("/vs/error")[0] == "/vs/nothing"
        phone.send("/vs/gain", -6.0)
        assert world.peer.next("/vs/gain") == (-6.0,)
        assert phone.rest() == []
        assert world.peer.rest() == [], "none of it was for another"


def test_a_new_peer_gets_all_values():
    with osc_world() as world:
        world.performance.touch((Touch("gain", (-6.0,)),), Origin.UI)
        phone = world.program(apart=True)
        phone.send("/vs/peer/add", phone.port)
        sent = {message.address: message.arguments for message in phone.rest()}
        assert sent["/vs/gain"] == (-6.0,)
        assert sent["/vs/status/model"] == ("Täst",)
        phone.send("/vs/peer/remove", phone.port)
        phone.send("/vs/ping", phone.port)
        phone.next("/vs/pong")


def test_ports_that_cannot_be_answered_to_get_a_sentence():
    with osc_world() as world:
        for arguments in ((0,), (80,), (70_000,), (9000.5,), ("9000",), (9000, 9001), (world.server.in_port,)):
            world.peer.send("/vs/peer/add", *arguments)
            world.peer.rest()
        assert world.server.counts.rejected == 7


def test_a_program_that_listens_where_it_sends_from_needs_to_name_no_port():
    with osc_world() as world:
        program = world.program()
        program.send("/vs/peer/add")
        assert program.next("/vs/gain") == (0.0,)
        program.rest()
        world.peer.send("/vs/gain", -6.0)
        assert program.next("/vs/gain") == (-6.0,)
        program.send("/vs/peer/remove")
        world.peer.send("/vs/gain", -3.0)
        world.peer.rest()
        program.socket.settimeout(0.2)
        with pytest.raises(TimeoutError):
            program.next("/vs/gain")


def test_where_it_sounds_is_sent_only_to_peers_that_asked():
    with osc_world() as world:
        phone = world.program(apart=True)
        phone.rest(phone.port)
        world.performance.touch((Touch("lfo.z1.shape", (1.0,)),), Origin.UI)
        phone.send("/vs/status", 1)
        phone.rest()
        world.performance.advance(0.3)
        assert phone.next("/vs/status/sounding") == pytest.approx(world.performance.sounding.latent)
        assert not [message for message in world.peer.rest() if message.address == "/vs/status/sounding"]


def test_the_status_is_rationed_and_refused_with_a_sentence():
    with osc_world() as world:
        for _ in range(500):
            world.peer.send("/vs/status")
        messages = world.peer.rest()
        sent = [message for message in messages if message.address == "/vs/status/model"]
        assert DUMPS_PER_S <= len(sent) <= 2 * DUMPS_PER_S
        refusals = [message.arguments for message in messages if message.address == "/vs/error"]
        assert refusals[0] == ("/vs/status", f"“status” came more than {DUMPS_PER_S} times a second.")
        # Another question's ration is another.
        world.peer.send("/vs/dump")
        assert world.peer.next("/vs/status/model")


def test_dumps_are_rationed():
    with osc_world() as world:
        for _ in range(500):
            world.peer.send("/vs/dump")
        messages = world.peer.rest()
        dumps = [message for message in messages if message.address == "/vs/status/model"]
        assert DUMPS_PER_S <= len(dumps) <= 2 * DUMPS_PER_S
        assert [message for message in messages if message.address == "/vs/error"]


def test_a_peer_that_ended_is_dropped_and_the_others_go_on():
    now = [0.0]
    with osc_world(clock=lambda: now[0]) as world:
        gone, there = world.program(), world.program()
        for program in (gone, there):
            program.rest(program.port)
        gone.close()
        for step in range(30):
            world.performance.touch((Touch("gain", (-step - 1.0,)),), Origin.UI)
            now[0] += 1.0
            assert there.next("/vs/gain") == (-step - 1.0,)
        wait_for(lambda: len(world.server._peers.all) == 2)


def test_patterns_and_the_prefix():
    with osc_world(prefix="/my/synth") as world:
        world.peer.send("/my/synth/latent/z[12]", 0.5)
        world.peer.send("/my/*/{glide,spread}", 0.25)
        world.peer.send("/vs/gain", -6.0)
        world.peer.send("/my/synth/g*n", -3.0)
        world.peer.send("/my/synth/pad/*", 1.0, 2.0, 3.0)
        messages = world.peer.rest()
        assert world.performance.state.latent == (0.5, 0.5, 0.0)
        assert [world.performance.state[name] for name in ("glide", "spread", "gain")] == [0.25, 0.25, -3.0]
        assert [message.arguments[0] for message in messages] == ["/vs/gain", "/my/synth/pad/*"]
        assert {message.address for message in messages} == {"/my/synth/error"}
        assert world.server.counts.rejected == 2


def test_a_pattern_is_one_change_of_the_state():
    with osc_world(dims=8) as world:
        heard = []
        world.performance.listen(heard.append)
        world.peer.send("/vs/latent/z*", 0.5)
        world.peer.rest()
        assert [[change.control for change in changes] for changes in heard] == [
            [f"latent.z{axis}" for axis in range(1, 9)]
        ]


def test_an_impulse_presses_a_trigger():
    with osc_world() as world:
        world.peer.send_raw(b"/vs/panic\0\0\0,I\0\0")
        world.peer.send_raw(b"/vs/panic\0\0\0,N\0\0")
        world.peer.send_raw(b"/vs/panic\0\0\0,T\0\0")
        world.peer.send_raw(b"/vs/panic\0\0\0")
        world.peer.send_raw(b"/vs/play\0\0\0\0,I\0\0")
        world.peer.rest()
        assert world.performance.state.panics == 4
        assert world.server.counts.rejected == 1


def _bound(port):
    """The addresses at which a UDP port is listened on, as the system reports them."""
    listed = subprocess.run(["ss", "-H", "-l", "-u", "-n"], capture_output=True, text=True, check=True).stdout
    return sorted(re.findall(rf"(\S+):{port}\s", listed))


def test_this_computer_alone_is_listened_on_unless_another_interface_is_chosen():
    with osc_world() as world:
        assert _bound(world.server.in_port) == [HERE]
    with osc_world(host="127.0.0.2") as world:
        assert _bound(world.server.in_port) == [HERE, "127.0.0.2"]
        world.peer.server = ("127.0.0.2", world.server.in_port)
        world.peer.send("/vs/gain", -6.0)
        world.peer.rest()
        assert world.performance.state["gain"] == -6.0
    with osc_world(host="0.0.0.0") as world:
        assert _bound(world.server.in_port) == ["0.0.0.0"]
        world.peer.send("/vs/gain", -6.0)
        assert world.peer.rest() == []


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"host": "localhost"}, "not the address of an interface"),
        ({"host": ""}, "not the address of an interface"),
        ({"host": "::1"}, "not the address of an interface"),
        ({"host": "192.0.2.1"}, "of 192.0.2.1"),
        ({"prefix": ""}, "not a prefix"),
        ({"prefix": "vs"}, "not a prefix"),
        ({"prefix": "/vs/"}, "not a prefix"),
        ({"prefix": "/v*"}, "not a prefix"),
        ({"prefix": "/v s"}, "not a prefix"),
        ({"prefix": "/" + "v" * 100}, "not a prefix"),
        ({"query_port": 70_000}, "not a port"),
    ],
)
def test_settings_that_cannot_be_get_a_sentence(wrong, why):
    port = free_port()
    with pytest.raises(OscError, match=why) as caught:
        OscServer(Performance(), OscSettings(True, port, free_port(), **wrong))
    assert caught.value.remedy
    assert _bound(port) == [], "nothing stays open"
