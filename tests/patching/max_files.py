"""Reads Max patches, for tests: independent of the code that writes them."""

from __future__ import annotations

import json
import re
import struct
from collections import Counter
from typing import Any

from tests.patching.max_objects import (
    BLOB,
    BOXES,
    CHANNELS,
    COMMON,
    ENUM,
    FLOAT,
    INT,
    LARGEST_INT,
    MULTICHANNEL_IN,
    OBJECTS,
    PARAMETER,
    PATCHER,
    SIGNAL,
    UNIT_STYLES,
    Object,
)

WORD = re.compile(r'"[^"]*"|\S+')


def check_file(file: dict[str, Any], voices: dict[str, dict[str, Any]] | None = None) -> None:
    """Raise AssertionError unless Max could read it, and every object, attribute, cord and parameter exists.

    ``voices`` are the patchers that ``poly~`` may load, by name.
    """
    assert set(file) == {"patcher"}
    _check_patcher(file["patcher"], voices or {})
    check_parameters(file)


def _check_patcher(patcher: dict[str, Any], voices: dict[str, dict[str, Any]]) -> None:
    assert set(patcher) <= PATCHER
    assert patcher["fileversion"] == 1
    assert patcher["appversion"]["major"] >= 8
    boxes = [item["box"] for item in patcher["boxes"]]
    named = {box["id"]: box for box in boxes}
    assert len(named) == len(boxes)
    kinds = {box["id"]: _check_box(box, voices) for box in boxes}
    for item in patcher["lines"]:
        (source, outlet), (target, inlet) = item["patchline"]["source"], item["patchline"]["destination"]
        _check_cord(named[source], outlet, named[target], inlet, kinds[target])
    assert any(box.get("presentation") for box in boxes) == bool(patcher["openinpresentation"])


def _check_box(box: dict[str, Any], voices: dict[str, dict[str, Any]]) -> Object:
    """The object that the box is."""
    words: list[str] = []
    if box["maxclass"] == "newobj":
        name, *words = WORD.findall(box["text"])
        kind = _loaded(name, words, box, voices)
        typed = {word[1:] for word in words if word.startswith("@")}
        assert typed <= kind.attributes, box["text"]
        words = words[: next((n for n, word in enumerate(words) if word.startswith("@")), len(words))]
        allowed = COMMON | {"text", "patcher"}
    else:
        kind = BOXES[box["maxclass"]]
        allowed = COMMON | kind.attributes
    assert set(box) <= allowed, set(box) - allowed
    assert box["numinlets"] == kind.inlets_of(words), box
    assert box.get("outlettype", []) == kind.outlets_of(words), box
    assert box["numoutlets"] == len(box.get("outlettype", []))
    assert len(box["patching_rect"]) == 4
    assert ("presentation_rect" in box) == (box.get("presentation") == 1)
    return kind


def _loaded(name: str, words: list[str], box: dict[str, Any], voices: dict[str, dict[str, Any]]) -> Object:
    """An object; what loads a patcher or a module has the inlets and outlets of that."""
    if name == "p":
        inside = box["patcher"]
        _check_patcher(inside, voices)
        outlets = sorted(_ends(inside, "outlet"), key=lambda end: end["patching_rect"][0])
        assert [end["index"] for end in outlets] == list(range(1, len(outlets) + 1))
        assert len(outlets) == box["numoutlets"]
        return Object(len(_ends(inside, "inlet")), box.get("outlettype", []))
    if name == "poly~":
        inside = voices[words[0]]
        inlets, outlets = _numbers(inside, "in"), _numbers(inside, "out~")
        return Object(len(inlets), [SIGNAL] * len(outlets), (), frozenset({"target"}))
    if name in ("nn~", "mc.nn~"):
        kind = SIGNAL if name == "nn~" else CHANNELS
        assert set(box.get("outlettype", [])) == {kind}
        buffer = int(words[2])
        assert buffer & (buffer - 1) == 0
        return Object(box["numinlets"], box["outlettype"], range(box["numinlets"]))
    return OBJECTS[name]


def _ends(patcher: dict[str, Any], maxclass: str) -> list[dict[str, Any]]:
    return [item["box"] for item in patcher["boxes"] if item["box"]["maxclass"] == maxclass]


def _numbers(patcher: dict[str, Any], name: str) -> list[int]:
    """The numbers of the ends of a voice, from 1."""
    written = [WORD.findall(box["text"]) for box in _ends(patcher, "newobj")]
    found = sorted(int(words[1]) for words in written if words[0] == name)
    assert found == list(range(1, len(found) + 1))
    return found


def _check_cord(source: dict[str, Any], outlet: int, target: dict[str, Any], inlet: int, kind: Object) -> None:
    assert 0 <= outlet < source["numoutlets"]
    assert 0 <= inlet < target["numinlets"]
    what = source["outlettype"][outlet]
    if what == CHANNELS:
        assert WORD.findall(target["text"])[0] in MULTICHANNEL_IN, target
    elif what == SIGNAL:
        assert inlet in kind.hears, (source, target)
    elif what == "preset":
        assert "parameter_enable" in target


def check_parameters(file: dict[str, Any]) -> None:
    """Parameters have names of their own, and what Live needs to know of them."""
    found = [box for box in boxes_of(file) if box.get("parameter_enable")]
    values = [box["saved_attribute_attributes"]["valueof"] for box in found]
    names = Counter(value["parameter_longname"] for value in values)
    assert [name for name, count in names.items() if count > 1] == []
    for box, value in zip(found, values, strict=True):
        assert set(value) <= PARAMETER
        assert box["varname"] == value["parameter_longname"]
        assert 0 < len(value["parameter_shortname"]) <= 9
        assert value["parameter_info"]
        assert value["parameter_initial_enable"] == (box["maxclass"] != "live.button")
        _check_values(value)


def _check_values(value: dict[str, Any]) -> None:
    kind, first = value["parameter_type"], value["parameter_initial"]
    assert kind in (FLOAT, INT, ENUM, BLOB)
    if kind == BLOB:
        return
    assert value["parameter_unitstyle"] in UNIT_STYLES
    assert len(first) == 1
    if kind == ENUM:
        assert value["parameter_mmax"] == len(value["parameter_enum"]) - 1
        assert 0 <= first[0] <= value["parameter_mmax"]
        return
    assert value["parameter_mmin"] <= first[0] <= value["parameter_mmax"]
    if kind == INT:
        assert 0 <= value["parameter_mmin"] < value["parameter_mmax"] <= LARGEST_INT


def device_of(content: bytes) -> tuple[bytes, dict[str, Any]]:
    """The kind of a device of Live, and its patch."""
    chunks: list[tuple[bytes, bytes]] = []
    while content:
        name, size = struct.unpack("<4sI", content[:8])
        assert len(content) >= 8 + size
        chunks.append((name, content[8 : 8 + size]))
        content = content[8 + size :]
    assert [name for name, _ in chunks] == [b"ampf", b"meta", b"ptch"]
    assert [len(data) for _, data in chunks[:2]] == [4, 4]
    assert chunks[2][1].endswith(b"\0")
    return chunks[0][1], json.loads(chunks[2][1][:-1])


def boxes_of(file: dict[str, Any]) -> list[dict[str, Any]]:
    """All boxes of all windows."""
    found: list[dict[str, Any]] = []
    waiting = [file["patcher"]]
    while waiting:
        for item in waiting.pop()["boxes"]:
            found.append(item["box"])
            if "patcher" in item["box"]:
                waiting.append(item["box"]["patcher"])
    return found


def texts(file: dict[str, Any]) -> list[str]:
    """The texts of all boxes."""
    return [box["text"] for box in boxes_of(file) if "text" in box]
