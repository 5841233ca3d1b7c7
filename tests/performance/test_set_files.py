import json
import math
import random

import pytest

from vschaos.errors import ControlError
from vschaos.performance.bindings import Binding
from vschaos.performance.controls import Label, Playable
from vschaos.performance.gestures import Gesture, GestureEvent
from vschaos.performance.performance import Performance
from vschaos.performance.set_files import PerformanceSet, read_set, write_set
from vschaos.performance.snapshots import COLOURS, LONGEST_NAME, Sound
from vschaos.performance.state import Origin, Touch
from vschaos.performance.tuning import Tuning

SOUND = Sound((0.5, -1 / 3), {"pitch": 9.0}, {"noise": 0.1, "lfo.z1.shape": 2.0})
WHOLE = PerformanceSet(
    (None, SOUND, None, Sound((0.0,)), Sound((0.0,), name="Strophe · „leise“", colour=3)),
    Gesture(2.5, (GestureEvent(0.0, "latent.z1", (-0.25,)),)),
    {
        "midi": (
            Binding("cc 1", 0, "noise"),
            Binding("bend", 16, "pad.x", 1.0, 0.25, 0.5),
            Binding("pressure", 3, "lfo.z1.rate"),
        ),
        "osc": (Binding("osc /1/fader3", 0, "noise"), Binding("osc /1/xy 2", 0, "pad.y", 1.0, 0.0, 2.0, -90.0, 90.0)),
        "pen": (Binding("pen pressure", 0, "noise"),),
        "gamepad": (Binding("left x", 0, "pad.x"), Binding("button a", 0, "freeze", 1.0, 0.0)),
    },
    Tuning("Mesotonisch", tuple(None if key < 20 else 100.1 * key for key in range(128))),
)
FIELDS = {"format": "vschaos set", "version": 1, "snapshots": {}, "gesture": None, "bindings": []}
BINDING = {"source": "cc 1", "channel": 0, "control": "noise", "low": 0.0, "high": 1.0, "curve": 1.0}
SNAPSHOT = {"latent": [0.0], "labels": {}, "values": {}}


@pytest.mark.parametrize("performance_set", [PerformanceSet(), WHOLE, PerformanceSet(bindings=WHOLE.bindings)])
def test_what_is_written_is_read_bit_by_bit(tmp_path, performance_set):
    path = tmp_path / "Säle.json"
    write_set(path, performance_set)
    assert read_set(path) == performance_set
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_performance_survives_an_evening(tmp_path):
    playable = Playable(4, (Label("pitch", 0, 11, 9),))
    chance = random.Random(0)
    performance = Performance(playable)
    for number in range(1, 33):
        performance.touch(
            (
                Touch("latents", tuple(chance.uniform(-1, 1) for _ in range(4))),
                Touch("label.pitch", (float(number % 12),)),
                Touch("envelope.attack", (chance.uniform(0.01, 5.0),)),
                Touch("snapshot.store", (float(number),)),
            ),
            Origin.UI,
        )
    performance.touch((Touch("gesture.record", (1.0,)),), Origin.UI)
    for _ in range(50):
        performance.touch((Touch("pad", (chance.uniform(-1, 1), chance.uniform(-1, 1))),), Origin.UI)
        performance.advance(0.005)
    performance.touch((Touch("gesture.record", (0.0,)),), Origin.UI)
    performance.advance(0.005)
    write_set(tmp_path / "set.json", PerformanceSet(performance.state.snapshots, performance.gesture))
    again = Performance(playable)
    read = read_set(tmp_path / "set.json")
    again.load_snapshots(read.snapshots)
    again.load_gesture(read.gesture)
    assert again.state.snapshots == performance.state.snapshots
    assert again.gesture == performance.gesture
    for number in (1.0, 17.0, 32.0):
        for one in (performance, again):
            one.touch((Touch("snapshot.recall", (number,)),), Origin.UI)
        assert again.state.latent == performance.state.latent
        assert again.state["envelope.attack"] == performance.state["envelope.attack"]


def test_a_set_that_is_not_there_is_an_empty_one(tmp_path):
    assert read_set(tmp_path / "none.json") == PerformanceSet()


def test_fields_of_later_programs_are_ignored(tmp_path):
    path = tmp_path / "s.json"
    content = {
        **FIELDS,
        "tempo": 120,
        "snapshots": {"3": {**SNAPSHOT, "scent": "rose"}},
        "bindings": [BINDING | {"x": 1}],
    }
    path.write_text(json.dumps(content))
    bindings = {"midi": (Binding("cc 1", 0, "noise"),)}
    assert read_set(path) == PerformanceSet((None, None, Sound((0.0,))), None, bindings)


HOSTILE = {
    "another format": {**FIELDS, "format": "vschaos gesture"},
    "a newer version": {**FIELDS, "version": 7},
    "no version": {"format": "vschaos set"},
    "snapshots in a list": {**FIELDS, "snapshots": [SNAPSHOT]},
    "snapshot 0": {**FIELDS, "snapshots": {"0": SNAPSHOT}},
    "snapshot 33": {**FIELDS, "snapshots": {"33": SNAPSHOT}},
    "snapshot one": {**FIELDS, "snapshots": {"one": SNAPSHOT}},
    "snapshot +1": {**FIELDS, "snapshots": {"+1": SNAPSHOT}},
    "an empty snapshot": {**FIELDS, "snapshots": {"1": {}}},
    "a snapshot that is a number": {**FIELDS, "snapshots": {"1": 1}},
    "coordinates out of range": {**FIELDS, "snapshots": {"1": {**SNAPSHOT, "latent": [1.5]}}},
    "too many coordinates": {**FIELDS, "snapshots": {"1": {**SNAPSHOT, "latent": [0.5] * 1000}}},
    "a coordinate that is none": {**FIELDS, "snapshots": {"1": {**SNAPSHOT, "latent": [None]}}},
    "labels in a list": {**FIELDS, "snapshots": {"1": {**SNAPSHOT, "labels": [1]}}},
    "a huge value": {**FIELDS, "snapshots": {"1": {**SNAPSHOT, "values": {"noise": 10**400}}}},
    "a long name": {**FIELDS, "snapshots": {"1": {**SNAPSHOT, "values": {"n" * 1000: 1}}}},
    "too many values": {**FIELDS, "snapshots": {"1": {**SNAPSHOT, "values": {str(k): k for k in range(5000)}}}},
    "a gesture that is none": {**FIELDS, "gesture": [1]},
    "a gesture of nothing": {**FIELDS, "gesture": {}},
    "a gesture of panic": {**FIELDS, "gesture": {"duration_s": 1, "events": [[0, "panic", 1]]}},
    "bindings that are none": {**FIELDS, "bindings": {"a": 1}},
    "too many bindings": {**FIELDS, "bindings": [BINDING] * 2000},
    "a binding that is none": {**FIELDS, "bindings": ["cc 1"]},
    "cc 128": {**FIELDS, "bindings": [{**BINDING, "source": "cc 128"}]},
    "no source": {**FIELDS, "bindings": [{**BINDING, "source": None}]},
    "channel 17": {**FIELDS, "bindings": [{**BINDING, "channel": 17}]},
    "channel 1.5": {**FIELDS, "bindings": [{**BINDING, "channel": 1.5}]},
    "a low end below": {**FIELDS, "bindings": [{**BINDING, "low": -0.5}]},
    "a curve of nothing": {**FIELDS, "bindings": [{**BINDING, "curve": 0.0}]},
    "an OSC address among controllers": {**FIELDS, "bindings": [{**BINDING, "source": "osc /a"}]},
    "a controller among OSC addresses": {**FIELDS, "osc_bindings": [BINDING]},
    "an address of no range": {**FIELDS, "osc_bindings": [{**BINDING, "source": "osc /a", "least": 1.0}]},
    "no control": {**FIELDS, "bindings": [{**BINDING, "control": ""}]},
    "a list": [1],
    "not a number": {**FIELDS, "snapshots": {"1": {**SNAPSHOT, "latent": [math.nan]}}},
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_wrong_sets_get_a_sentence(tmp_path, content):
    path = tmp_path / "s.json"
    path.write_text(json.dumps(content))
    with pytest.raises(ControlError) as caught:
        read_set(path)
    assert "s.json" in caught.value.sentence
    assert caught.value.remedy
    assert len(caught.value.sentence) < 250


def test_random_damage_raises_nothing_but_control_errors(tmp_path):
    chance = random.Random(0)
    path = tmp_path / "s.json"
    write_set(path, WHOLE)
    whole = path.read_bytes()
    outcomes = set()
    for _ in range(500):
        damaged = bytearray(whole)
        for _ in range(chance.randrange(1, 4)):
            damaged[chance.randrange(len(damaged))] = chance.choice(b'0123456789.-"[]{},:e x\xff')
        path.write_bytes(damaged)
        try:
            outcomes.add(type(read_set(path)))
        except ControlError as error:
            outcomes.add(type(error))
    assert outcomes == {PerformanceSet, ControlError}


def test_a_set_that_cannot_be_written_leaves_the_old_one(tmp_path):
    path = tmp_path / "s.json"
    write_set(path, WHOLE)
    with pytest.raises(ValueError, match="JSON"):
        write_set(path, PerformanceSet((Sound((math.nan,)),)))
    assert read_set(path) == WHOLE
    (tmp_path / "folder").mkdir()
    with pytest.raises(ControlError, match="cannot be written"):
        write_set(tmp_path / "folder", WHOLE)


def test_names_and_colours_of_strangers_are_made_possible(tmp_path):
    path = tmp_path / "set.json"

    def read(**marks):
        path.write_text(json.dumps(FIELDS | {"snapshots": {"1": SNAPSHOT | marks}}))
        return read_set(path).snapshots[0]

    assert (read().name, read().colour) == ("", 0)
    assert read(name="a\n  b").name == "a b"
    assert "\x1b" not in read(name="a\x1b[31m").name
    assert len(read(name="x" * 99).name) == LONGEST_NAME
    assert read(colour=COLOURS).colour == COLOURS
    assert read(colour=1e9).colour == 0
    for damage in ({"name": ""}, {"name": 3}, {"colour": "red"}, {"colour": -1}, {"name": "x" * 101}):
        with pytest.raises(ControlError):
            read(**damage)
