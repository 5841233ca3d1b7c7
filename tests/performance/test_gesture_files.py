import json
import math
import os
import random

import pytest

from vschaos.errors import ControlError
from vschaos.performance import documents
from vschaos.performance.gesture_files import read_gesture, write_gesture
from vschaos.performance.gestures import MOST_EVENTS, Gesture, GestureEvent

PLAIN = Gesture(2.5, (GestureEvent(0.0, "latent.z1", (-0.25,)), GestureEvent(1.25, "latent.z1", (0.5,))))
FIELDS = {"format": "vschaos gesture", "version": 1, "duration_s": 1.0, "events": [[0.5, "noise", 0.5]]}


def arbitrary(seed, count=500):
    chance = random.Random(seed)
    counts = {"pad": 2, "latents": 7, "noise": 1, "label.pitch": 1, "lfo.z200.rate": 1, "latent.z3": 1, "play": 1}
    times = sorted(chance.choice((0.0, chance.random() * 60, 1 / 3)) for _ in range(count))
    events = []
    for time_s in times:
        control = chance.choice(list(counts))
        values = [chance.choice((chance.uniform(-1, 1), 5e-324, 1e-7, 0.1, -0.0)) for _ in range(counts[control])]
        events.append(GestureEvent(time_s, control, tuple(values)))
    return Gesture(60.0 + chance.random(), tuple(events))


@pytest.mark.parametrize("suffix", [".json", ".csv", ".CSV"])
@pytest.mark.parametrize("gesture", [Gesture(0.0), Gesture(1 / 3), PLAIN, *map(arbitrary, range(5))])
def test_what_is_written_is_read_bit_by_bit(tmp_path, gesture, suffix):
    path = tmp_path / f"gestüre{suffix}"
    write_gesture(path, gesture)
    assert read_gesture(path) == gesture
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_the_formats_of_the_documentation(tmp_path):
    path = tmp_path / "g.csv"
    write_gesture(path, PLAIN)
    assert path.read_text() == "time_s,control,value\n0.0,latent.z1,-0.25\n1.25,latent.z1,0.5\n2.5,end\n"
    write_gesture(path.with_suffix(".json"), PLAIN)
    assert json.loads(path.with_suffix(".json").read_text()) == {
        "format": "vschaos gesture",
        "version": 1,
        "duration_s": 2.5,
        "events": [[0.0, "latent.z1", -0.25], [1.25, "latent.z1", 0.5]],
    }


def test_what_a_spreadsheet_makes_of_it_is_read(tmp_path):
    path = tmp_path / "g.csv"
    path.write_bytes(
        b"\xef\xbb\xbftime_s,control,value,\r\n1.25,latent.z1,0.5,\r\n,,,\r\n0,latent.z1,-0.25,\r\n2.5,end,,\r\n"
    )
    assert read_gesture(path) == PLAIN, "out of order, with empty cells and rows, and a mark of UTF-8"


def test_a_long_gesture_fits(tmp_path):
    events = tuple(GestureEvent(k / 1000, "latent.z1", (math.sin(k),)) for k in range(MOST_EVENTS // 4))
    gesture = Gesture(50.0, events)
    for name in ("g.json", "g.csv"):
        write_gesture(tmp_path / name, gesture)
        assert read_gesture(tmp_path / name) == gesture


HOSTILE = {
    "another format": {**FIELDS, "format": "vschaos set"},
    "a newer version": {**FIELDS, "version": 2},
    "a strange version": {**FIELDS, "version": "1"},
    "true is no number": {**FIELDS, "duration_s": True},
    "no length": {**FIELDS, "duration_s": None},
    "a negative length": {**FIELDS, "duration_s": -1.0},
    "too long": {**FIELDS, "duration_s": 1e6},
    "a huge number": {**FIELDS, "duration_s": 10**400},
    "no events": {**FIELDS, "events": None},
    "events that are none": {**FIELDS, "events": {"a": 1}},
    "an event that is none": {**FIELDS, "events": [3]},
    "a short event": {**FIELDS, "events": [[0.0, "noise"]]},
    "after the end": {**FIELDS, "events": [[1.5, "noise", 0.5]]},
    "before the beginning": {**FIELDS, "events": [[-0.5, "noise", 0.5]]},
    "an unknown control": {**FIELDS, "events": [[0.5, "os.system", 0.5]]},
    "a switch of the player": {**FIELDS, "events": [[0.5, "gesture.record", 1]]},
    "a command": {**FIELDS, "events": [[0.5, "snapshot.store", 1]]},
    "panic": {**FIELDS, "events": [[0.5, "panic", 1]]},
    "a control that is a number": {**FIELDS, "events": [[0.5, 7, 0.5]]},
    "a control that is a list": {**FIELDS, "events": [[0.5, ["noise"], 0.5]]},
    "a value that is a string": {**FIELDS, "events": [[0.5, "noise", "0.5"]]},
    "too many values": {**FIELDS, "events": [[0.5, "noise", 0.5, 0.5]]},
    "too few values": {**FIELDS, "events": [[0.5, "pad", 0.5]]},
    "far too many values": {**FIELDS, "events": [[0.5, "latents", *[0.5] * 1000]]},
    "too many events": {**FIELDS, "events": [[0.5, "noise", 0.5]] * (MOST_EVENTS + 1)},
    "a list": [FIELDS],
    "a string": "gesture",
    "null": None,
}
NO_JSON = {
    "empty": b"",
    "bytes": bytes(range(256)),
    "half": json.dumps(FIELDS).encode()[:-5],
    "deep": b"[" * 100_000,
    "digits": b"1" * 10_000,
    "not a number": json.dumps({**FIELDS, "events": [[0.5, "noise", math.nan]]}).encode(),
    "infinity": json.dumps({**FIELDS, "duration_s": math.inf}).encode(),
    "1e999": b'{"format": "vschaos gesture", "version": 1, "duration_s": 1e999, "events": []}',
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_wrong_json_gets_a_sentence(tmp_path, content):
    refused(tmp_path / "g.json", json.dumps(content).encode())


@pytest.mark.parametrize("data", NO_JSON.values(), ids=NO_JSON)
def test_data_that_is_not_json_gets_a_sentence(tmp_path, data):
    refused(tmp_path / "g.json", data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"time_s,control,value\n",
        b"time_s,control,value\n0.0,noise,0.5\n",
        b"time,control,value\n1.0,end\n",
        b"time_s,control,value\nnan,end\n",
        b"time_s,control,value\ninf,end\n",
        b"time_s,control,value\n0.0,noise,nan\n1.0,end\n",
        b"time_s,control,value\n0.0,noise,high\n1.0,end\n",
        b"time_s,control,value\nnow,noise,0.5\n1.0,end\n",
        b"time_s,control,value\n0.0,noise\n1.0,end\n",
        b"time_s,control,value\n0.0\n1.0,end\n",
        b"time_s,control,value\n0.0,end\n1.0,end\n",
        b"time_s,control,value\n2.0,noise,0.5\n1.0,end\n",
        b"time_s,control,value\n0.0,=cmd|calc,0.5\n1.0,end\n",
        b'time_s,control,value\n0.0,"' + b"a" * 200_000 + b'",0.5\n1.0,end\n',
        b"time_s,control,value\n" + b"0.0,noise,0.5\n" * (MOST_EVENTS + 1) + b"1.0,end\n",
    ],
)
def test_wrong_csv_gets_a_sentence(tmp_path, data):
    refused(tmp_path / "g.csv", data)


def test_random_damage_raises_nothing_but_control_errors(tmp_path):
    chance = random.Random(0)
    for name in ("g.json", "g.csv"):
        path = tmp_path / name
        write_gesture(path, arbitrary(0, 20))
        whole = path.read_bytes()
        outcomes = set()
        for _ in range(400):
            damaged = bytearray(whole)
            for _ in range(chance.randrange(1, 4)):
                damaged[chance.randrange(len(damaged))] = chance.randrange(256)
            path.write_bytes(damaged[: chance.choice((len(damaged), chance.randrange(len(damaged))))])
            try:
                outcomes.add(type(read_gesture(path)))
            except ControlError as error:
                outcomes.add(bool(error.remedy))
        assert outcomes == {Gesture, True}


def test_files_that_cannot_be_used_at_all(tmp_path, monkeypatch):
    for path in (tmp_path / "none.json", tmp_path / "none.csv", tmp_path / "nul\0.json"):
        with pytest.raises(ControlError, match="cannot be read"):
            read_gesture(path)
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(ControlError, match="cannot be read"):
        read_gesture(tmp_path / "folder.json")
    for path in (tmp_path / "no" / "folder.json", tmp_path / "folder.json"):
        with pytest.raises(ControlError, match="cannot be written"):
            write_gesture(path, PLAIN)
    for name in ("gesture", "gesture.mid"):
        for act in (read_gesture, lambda path: write_gesture(path, PLAIN)):
            with pytest.raises(ControlError, match="does not end in"):
                act(tmp_path / name)
    monkeypatch.setattr(documents, "LARGEST_BYTES", 1 << 20)
    (tmp_path / "large.json").write_bytes(b" " * ((1 << 20) + 1))
    with pytest.raises(ControlError, match="larger than 1 MB"):
        read_gesture(tmp_path / "large.json")


def refused(path, data):
    path.write_bytes(data)
    with pytest.raises(ControlError) as caught:
        read_gesture(path)
    assert path.name in caught.value.sentence
    assert caught.value.sentence.endswith(".")
    assert len(caught.value.sentence) < 250
    assert caught.value.remedy
    assert path.read_bytes() == data, "it is left as it is"


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("0.0,latents" + ",1" * 100_000 + "\n", "characters"),
        ("," * 100_000 + "\n", "characters"),
        ("," * 30_000 + "\n", ""),
        ("\n" * 1_000_000, "lines"),
        ("0.0,pad,0,0\n" * 200_001, "events"),
        ("0.0,latents" + ",1" * 300 + "\n", "values"),
    ],
    ids=["values", "commas", "fewer commas", "empty lines", "events", "coordinates"],
)
def test_csv_that_goes_on_and_on(tmp_path, rows, says):
    path = tmp_path / "g.csv"
    path.write_text(f"time_s,control,value\n{rows}1.0,end\n", encoding="utf-8")
    if not says:
        assert read_gesture(path).duration_s == 1.0
        return
    with pytest.raises(ControlError, match=says):
        read_gesture(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in the file system")
@pytest.mark.parametrize("name", ["g.csv", "g.json"])
def test_a_pipe_is_not_waited_for(tmp_path, name):
    os.mkfifo(tmp_path / name)
    with pytest.raises(ControlError, match="not an ordinary file"):
        read_gesture(tmp_path / name)
