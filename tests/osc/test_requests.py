import itertools
import math

import numpy as np
import pytest

from vschaos.errors import ControlError
from vschaos.latent.latent_map import LatentMap
from vschaos.osc.namespace import Namespace
from vschaos.osc.packet import OscMessage
from vschaos.osc.requests import EngineHealth, Requests
from vschaos.performance.controls import Label, Playable
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
    assert sent["/vs/status/axes"] == (3,)
    assert sent["/vs/status/axis"] == (3, "z3")
    assert sent["/vs/status/labels"] == (0,)
    assert sent["/vs/status/snapshots"] == ("-",) * 32
    assert len(sent) == len(Namespace(performance.controls).mirrored) + 10


def test_labels_are_described_in_order_with_their_values_and_classes(performance, requests):
    notes = Label("note", 0, 2, 1, True, ("C", "C#", "D"))
    performance.fit(Playable(2, (notes, Label("loudness", -40.0, 0.0, -20.0, False))))
    performance.touch((Touch("label.note", (2.0,)),), Origin.UI)
    requests.use(Namespace(performance.controls))
    described = [one.arguments for one in requests.answer(OscMessage("/vs/status")) if "label" in one.address]
    assert described == [(2,), (1, "note", 0, 2, 2.0, "C", "C#", "D"), (2, "loudness", -40.0, 0.0, -20.0)]


def test_another_instrument_and_names_of_snapshots_are_announced(performance, requests):
    assert requests.announced(0.0) == []
    performance.touch((Touch("snapshot.store", (2.0,)), Touch("snapshot.store", (3.0,))), Origin.UI)
    performance.name_snapshot(3, "Dark bell", 1)
    (sent,) = requests.announced(0.1)
    assert sent == OscMessage("/vs/status/snapshots", ("-", "2", "Dark bell", *("-",) * 29))
    assert requests.announced(0.2) == []
    performance.name_snapshot(3, "Dark bell", 2)
    assert requests.announced(0.3) == [], "another colour alone"
    performance.fit(Playable(5))
    requests.use(Namespace(performance.controls))
    sent = {one.address: one.arguments for one in requests.announced(0.4)}
    assert sent["/vs/status/axes"] == (5,)
    assert sent["/vs/status/model"] == ("Täst",)
    assert requests.announced(0.5) == []


def test_another_name_is_announced_within_seconds(performance):
    names = ["First"]
    requests = Requests(Namespace(performance.controls), performance, lambda: EngineHealth(model=names[-1]))
    names.append("Second")
    assert requests.announced(0.5) == []
    assert OscMessage("/vs/status/model", ("Second",)) in requests.announced(1.5)
    assert requests.announced(3.0) == []


def test_titles_of_axes_and_of_the_map_are_announced_when_they_are_known(performance):
    health = [EngineHealth(model="Bell")]
    performance.fit(Playable(3), LatentMap(np.zeros((2, 2, 3), np.float32), np.zeros((0, 2), np.float32)))
    requests = Requests(Namespace(performance.controls), performance, lambda: health[-1])
    health.append(
        EngineHealth(model="Bell", along_axes=("brighter", "", "noisier", "a fourth"), along_map=("", "louder"))
    )
    sent = [(one.address.removeprefix("/vs/status/"), one.arguments) for one in requests.announced(1.5)]
    assert [arguments for name, arguments in sent if name == "axis"] == [
        (1, "z1 brighter"),
        (2, "z2"),
        (3, "z3 noisier"),
    ]
    assert ("map", ("x", "y louder")) in sent
    assert requests.announced(3.0) == []
    health.append(EngineHealth(model="Bell"))
    performance.fit(Playable(2))
    requests.use(Namespace(performance.controls))
    sent = [(one.address.removeprefix("/vs/status/"), one.arguments) for one in requests.announced(3.1)]
    assert [arguments for name, arguments in sent if name == "axis"] == [(1, "z1"), (2, "z2")]
    assert "map" not in dict(sent)


def test_pongs_of_one_start_are_equal_and_those_of_another_differ(performance):
    def answers():
        made = Requests(Namespace(performance.controls), performance, EngineHealth)
        return [made.answer(OscMessage("/vs/ping"))[0].arguments for _ in range(2)]

    pairs = [answers() for _ in range(3)]
    assert all(first == second for first, second in pairs)
    assert len({first for first, _ in pairs}) > 1, "a number of 24 bits, which Pd keeps exactly"


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
            sent += requests.watched(next(clock) * 0.01)
        return sent

    assert listen(1.0) == [], "nobody asked"
    assert len(requests.answer(OscMessage("/vs/status", (1,)))) == 12
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
    assert len(requests.answer(OscMessage("/vs/status"))) == 12
    for arguments in ((1, 2), ("on",)):
        with pytest.raises(ControlError, match="“status” takes"):
            requests.answer(OscMessage("/vs/status", arguments))
