import itertools
import math

import pytest

from vschaos.errors import ControlError
from vschaos.osc.namespace import Namespace
from vschaos.osc.packet import OscMessage
from vschaos.osc.requests import EngineHealth, Requests
from vschaos.performance.controls import Playable
from vschaos.performance.notes import NoteOff, NoteOn
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch


@pytest.fixture
def performance():
    return Performance(Playable(3))


@pytest.fixture
def requests(performance):
    return Requests(Namespace(performance.controls), performance, lambda: EngineHealth(12.5, 3, 0.25, "Täst", 44_100))


def test_notes_reach_the_next_hop_in_order(performance, requests):
    for key, velocity in ((60, 0.5), (64.0, 1), (60, 0)):
        assert requests.answer(OscMessage("/vs/note", (key, velocity))) == []
    assert performance.advance(0.005).notes == (NoteOn(60, 0.5), NoteOn(64, 1.0), NoteOff(60))
    assert performance.advance(0.005).notes == ()


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        (60,),
        (60, 0.5, 1),
        (60.5, 0.5),
        (-1, 0.5),
        (128, 0.5),
        (60, 1.5),
        (60, -0.1),
        (60, math.nan),
        (math.nan, 1),
        (math.inf, 1),
        ("C", 1),
        (1 << 2000, 1),
    ],
)
def test_wrong_notes_get_a_sentence(performance, requests, arguments):
    with pytest.raises(ControlError, match="“note” takes"):
        requests.answer(OscMessage("/vs/note", arguments))
    assert performance.advance(0.005).notes == ()


def test_a_dump_is_every_value_and_the_status(performance, requests):
    performance.touch((Touch("noise", (0.5,)),), Origin.UI)
    sent = {message.address: message.arguments for message in requests.answer(OscMessage("/vs/dump"))}
    assert sent["/vs/noise"] == (0.5,)
    assert sent["/vs/lfo/z3/shape"] == (0,)
    assert sent["/vs/status/model"] == ("Täst",)
    values = {"/vs/snapshot/b", "/vs/snapshot/amount"}
    assert {address for address in sent if address.startswith("/vs/snapshot/")} == values
    assert "/vs/panic" not in sent
    assert len(sent) == len(Namespace(performance.controls).mirrored) + 5


def test_other_addresses_are_left_to_others(requests):
    assert requests.answer(OscMessage("/vs/pong")) is None
    assert requests.answer(OscMessage("/ping")) is None
    assert requests.answer(OscMessage("/vs")) is None


def test_where_it_sounds_is_sent_ten_times_a_second_while_it_moves(performance, requests):
    performance.touch((Touch("lfo.z1.shape", (1.0,)), Touch("latent.z2", (0.5,))), Origin.UI)

    clock = itertools.count(1)

    def listen(seconds):
        sent = []
        for _ in range(round(seconds / 0.01)):
            performance.advance(0.01)
            sent += requests.due(next(clock) * 0.01)
        return sent

    assert listen(1.0) == [], "nobody asked"
    assert len(requests.answer(OscMessage("/vs/status", (1,)))) == 5
    sent = listen(1.0)
    assert len(sent) in (9, 10, 11)
    assert {message.address for message in sent} == {"/vs/status/sounding"}
    assert all(message.arguments[1:] == (0.5, 0.0) for message in sent)
    assert len({message.arguments[0] for message in sent}) > 8
    performance.touch((Touch("lfo.z1.shape", (0.0,)),), Origin.UI)
    assert listen(1.0) == [OscMessage("/vs/status/sounding", (0.0, 0.5, 0.0))], "its end"
    performance.touch((Touch("pad", (1.0, 1.0)),), Origin.UI)
    assert listen(1.0) == [], "what automation does not move is mirrored elsewhere"
    performance.touch((Touch("lfo.z1.shape", (1.0,)),), Origin.UI)
    requests.answer(OscMessage("/vs/status", (0,)))
    assert listen(1.0) == []


def test_status_takes_one_number_or_none(requests):
    assert len(requests.answer(OscMessage("/vs/status"))) == 5
    for arguments in ((1, 2), ("on",)):
        with pytest.raises(ControlError, match="“status” takes"):
            requests.answer(OscMessage("/vs/status", arguments))
